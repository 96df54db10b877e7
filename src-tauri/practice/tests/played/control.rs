use practice::{IdStyle, Options, Seed, Step};
use serde_json::{Value, json};

use crate::support::{options, started, started_with, url_report};

#[tokio::test]
async fn a_takedown_is_looked_at_then_begun_then_done() {
    let it = started().await;
    let id = it.reported(url_report()).await;
    let mut statuses = Vec::new();
    for step in ["accepted", "accepted", "taken_down"] {
        let answer: Value = it.control("next", json!({ "step": step, "incident": null })).await.json().await.unwrap();
        assert_eq!(answer["incident"], id);
        statuses.push(answer["status"].as_str().unwrap().to_owned());
    }
    assert_eq!(statuses, ["case_building", "takedown_in_progress", "takedown_success"]);
    let shown = it.get(&format!("/incident/{id}")).await["data"].clone();
    assert_eq!(shown["incidentState"]["contentRemoved"], true);
    assert!(shown["takedownTimestamp"].is_string() && shown["burnStartedTimestamp"].is_string());
    assert_eq!(shown["history"].as_array().unwrap().len(), 4);
    assert_eq!(shown["history"][3]["type"], "info");
    assert_eq!(shown["lastHistoryUpdateTimestamp"], shown["history"][3]["timestamp"]);
}

#[tokio::test]
async fn a_monitored_incident_is_watched() {
    let it = started().await;
    let report = it.to(reqwest::Method::POST, "/incident/monitor").json(&url_report());
    assert_eq!(report.send().await.unwrap().status(), 200);
    assert_eq!(it.phishfort().next(Step::Accepted, None).unwrap().1, "pre_weaponised");
}

#[tokio::test]
async fn a_question_asks_something_and_an_accepted_answer_goes_on() {
    let it = started().await;
    let id = it.reported(json!({ "incidentType": "phone", "subject": "+442079460000" })).await;
    assert_eq!(it.phishfort().next(Step::Question, None).unwrap().1, "action_required");
    let shown = it.get(&format!("/incident/{id}")).await["data"].clone();
    assert!(shown["history"][1]["message"].as_str().unwrap().contains("time zone"));
    assert_eq!(shown["waitForClient"], true);
    assert_eq!(it.phishfort().next(Step::Accepted, None).unwrap().1, "case_building");
}

#[tokio::test]
async fn next_goes_to_the_newest_that_is_not_at_an_end_or_to_the_named() {
    let it = started().await;
    let older = it.reported(json!({ "url": "older.example" })).await;
    let newer = it.reported(json!({ "url": "newer.example" })).await;
    let next = |step, incident| it.phishfort().next(step, incident);
    assert_eq!(next(Step::Failed, None).unwrap(), (newer.clone(), "takedown_attempt_failed".into()));
    assert_eq!(next(Step::TakenDown, None).unwrap().0, older);
    assert_eq!(next(Step::Accepted, None), None, "both are at an end");
    assert_eq!(next(Step::TakenDown, Some(&newer)).unwrap().0, newer, "a named one goes on all the same");
    assert_eq!(it.control("next", json!({ "step": "question" })).await.status(), 404);
    assert_eq!(it.control("next", json!({ "step": "question", "incident": "none" })).await.status(), 404);
    assert_eq!(it.control("next", json!({ "step": "dance" })).await.status(), 422);
}

#[tokio::test]
async fn seeds_stand_there_as_if_reported_long_ago() {
    let it = started().await;
    let seeds = json!({ "incidents": [
        { "subject": "https://old.example/x", "status": "never_heard_of", "timestamp": "2026-03-01T08:00:00Z",
          "reported_by": "sam@brand.example",
          "history": [{ "message": "Hello", "timestamp": "2026-03-02T08:00:00Z" }] },
        { "subject": "+442079460000", "kind": "phone", "action": "monitor", "id": "given" },
    ] });
    let answer: Value = it.control("seed", seeds).await.json().await.unwrap();
    assert_eq!(answer["ids"][1], "given");
    let shown = it.get(&format!("/incident/{}", answer["ids"][0].as_str().unwrap())).await["data"].clone();
    assert_eq!((&shown["status"], &shown["history"][1]["message"]), (&json!("never_heard_of"), &json!("Hello")));
    assert_eq!(shown["timestamp"], "2026-03-01T08:00:00.000Z");
    assert_eq!(shown["lastHistoryUpdateTimestamp"], "2026-03-02T08:00:00.000Z");
    assert_eq!(it.phishfort().processed(), [], "a seed is no report");
}

#[tokio::test]
async fn the_clock_turns_and_the_date_header_follows_it_with_its_skew() {
    let it = started().await;
    let before = it.phishfort().now();
    let answer: Value = it.control("clock", json!({ "ms": 86_400_000 })).await.json().await.unwrap();
    let now: jiff::Timestamp = answer["now"].as_str().unwrap().parse().unwrap();
    assert!(now.as_second() - before.as_second() >= 86_400);
    it.control("switches", json!({ "date_skew_ms": 3_600_000 })).await;
    let answer = it.to(reqwest::Method::GET, "/whoami").send().await.unwrap();
    let date = jiff::fmt::rfc2822::parse(answer.headers()["date"].to_str().unwrap()).unwrap().timestamp();
    let ahead = date.as_second() - now.as_second();
    assert!((3600..3660).contains(&ahead), "{ahead} s ahead");
}

#[tokio::test]
async fn replies_come_by_themselves_within_a_minute_where_asked_for() {
    let it = started_with(Options { replies_by_themselves: true, ..options() }).await;
    let id = it.reported(url_report()).await;
    let status = async || it.get(&format!("/incident/{id}")).await["data"]["status"].clone();
    assert_eq!(status().await, "pending_review");
    it.phishfort().turn_clock(15_000);
    assert_eq!(status().await, "case_building");
    it.phishfort().turn_clock(25_000);
    assert_eq!(status().await, "takedown_in_progress");
}

#[tokio::test]
async fn without_that_and_for_seeds_nothing_moves() {
    let it = started().await;
    let id = it.reported(url_report()).await;
    it.phishfort().turn_clock(86_400_000);
    assert_eq!(it.get(&format!("/incident/{id}")).await["data"]["status"], "pending_review");
    let it = started_with(Options { replies_by_themselves: true, ..options() }).await;
    it.phishfort().seed(vec![Seed { subject: "old.example".into(), ..Seed::default() }]);
    it.phishfort().turn_clock(86_400_000);
    assert_eq!(it.phishfort().incidents()[0].status, "pending_review");
}

#[tokio::test]
async fn practice_ids_say_what_they_are() {
    let it = started_with(Options { id_prefix: IdStyle::Practice, ..options() }).await;
    assert_eq!(it.reported(url_report()).await, "PRACTICE-0001");
    assert_eq!(it.reported(url_report()).await, "PRACTICE-0002");
}

#[tokio::test]
async fn a_request_without_a_route_is_500_and_remembered() {
    let it = started().await;
    for (method, path) in [("POST", "/incidents"), ("GET", "/incident/tkd"), ("POST", "/incident/x/comment")] {
        let answer = it.to(method.parse().unwrap(), path).send().await.unwrap();
        let (status, said) = crate::support::refusal(answer).await;
        assert_eq!((status, said), (500, format!("practice: no such route {method} /v1{path}")));
    }
    assert_eq!(it.control("dance", json!({})).await.status(), 500);
    assert_eq!(it.asked("unexpected").await.as_array().unwrap().len(), 4);
}

#[tokio::test]
async fn every_request_is_remembered_with_what_became_of_it() {
    let it = started().await;
    it.get_status("/incident/subject/none.example?x=1").await;
    it.report(json!({})).await;
    let [lookup, report] = it.phishfort().requests().try_into().unwrap();
    assert_eq!((lookup.path.as_str(), lookup.query.as_deref()), ("/v1/incident/subject/none.example", Some("x=1")));
    assert_eq!((lookup.status, report.status), (Some(404), Some(400)));
    assert_eq!((report.method.as_str(), report.number), ("POST", 2));
    assert_eq!(it.asked("requests").await.as_array().unwrap().len(), 2, "the control desk's own calls are not told");
}

#[tokio::test]
async fn switches_change_one_by_one_and_unknown_ones_are_refused() {
    let it = started().await;
    assert_eq!(it.control("switches", json!({ "echo_comment": true })).await.status(), 200);
    assert_eq!(it.control("switches", json!({ "visibility_lag_ms": 5 })).await.status(), 200);
    let switches = it.phishfort().switches();
    assert_eq!((switches.echo_comment, switches.visibility_lag_ms), (true, 5));
    assert_eq!(it.control("switches", json!({ "dance": true })).await.status(), 400);
}

#[tokio::test]
async fn a_reset_leaves_nothing_but_the_keys() {
    let it = started().await;
    it.reported(url_report()).await;
    it.control("fault", json!({ "fault": { "kind": "drop_before" } })).await;
    it.control("switches", json!({ "echo_comment": true })).await;
    it.phishfort().turn_clock(86_400_000);
    assert_eq!(it.control("reset", json!({})).await.status(), 204);
    assert_eq!(it.phishfort().requests(), []);
    assert_eq!((it.phishfort().processed(), it.phishfort().incidents()), (vec![], vec![]));
    assert_eq!((it.phishfort().waiting_faults(), it.phishfort().switches().echo_comment), (vec![], false));
    assert!(it.phishfort().now().duration_since(jiff::Timestamp::now()).as_secs() < 3600);
    it.reported(url_report()).await;
}

#[tokio::test]
async fn a_web_page_is_turned_away() {
    let it = started().await;
    let reset = format!("{}/reset", it.practice.control_url());
    let by_origin = it.client.post(&reset).header("origin", "https://evil.example").send().await.unwrap();
    assert_eq!(by_origin.status(), 403);
    let by_name = it.client.post(&reset).header("host", "evil.example").send().await.unwrap();
    assert_eq!(by_name.status(), 403);
}
