use practice::Seed;
use serde_json::{Value, json};

use crate::support::{started, url_report};

fn seed(subject: &str, day: u32) -> Seed {
    let timestamp = format!("2026-03-{day:02}T08:00:00Z").parse().ok();
    Seed { subject: subject.into(), timestamp, ..Seed::default() }
}

fn subjects(page: &Value) -> Vec<&str> {
    page["data"].as_array().unwrap().iter().map(|row| row["subject"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn whoami_comes_wrapped_or_bare() {
    let it = started().await;
    let wrapped = it.get("/whoami").await;
    assert!(wrapped["data"]["subClients"][0]["id"].is_string());
    let mut switches = it.phishfort().switches();
    switches.whoami_wrapped = false;
    it.phishfort().set_switches(switches);
    assert_eq!(it.get("/whoami").await, wrapped["data"]);
}

#[tokio::test]
async fn one_incident_is_found_by_id_and_by_its_percent_encoded_subject() {
    let it = started().await;
    let id = it.reported(json!({ "url": "https://evil.example/a?b=c&d=e+f#g" })).await;
    let by_id = it.get(&format!("/incident/{id}")).await;
    let by_subject = it.get("/incident/subject/https%3A%2F%2Fevil.example%2Fa%3Fb%3Dc%26d%3De%2Bf%23g").await;
    assert_eq!(by_id, by_subject);
    assert_eq!(by_id["data"]["subject"], "https://evil.example/a?b=c&d=e+f#g");
    let phone = it.reported(json!({ "incidentType": "phone", "subject": "+442079460000" })).await;
    assert_eq!(it.get("/incident/subject/%2B442079460000").await["data"]["id"], phone);
}

#[tokio::test]
async fn of_several_incidents_the_newest_answers() {
    let it = started().await;
    it.reported(url_report()).await;
    let newest = it.reported(url_report()).await;
    assert_eq!(it.get("/incident/subject/https%3A%2F%2Fevil.example%2Flogin").await["data"]["id"], newest);
    assert_eq!(it.get("/incident/subject/evil.example").await["data"]["id"], newest, "its domain finds it too");
}

#[tokio::test]
async fn what_is_not_there_is_404_with_an_error_object() {
    let it = started().await;
    for path in ["/incident/none", "/incident/subject/none.example", "/incident/subject"] {
        let answer = it.to(reqwest::Method::GET, path).send().await.unwrap();
        assert_eq!(crate::support::refusal(answer).await.0, 404, "{path}");
    }
}

#[tokio::test]
async fn a_subject_that_is_not_one_segment_or_an_empty_id_is_no_route() {
    let it = started().await;
    assert_eq!(it.get_status("/incident/subject/https://evil.example/login").await, 500);
    assert_eq!(it.get_status("/incident/").await, 500);
    let empty_id = it.to(reqwest::Method::POST, "/incident//tkd").send().await.unwrap();
    assert_eq!(empty_id.status(), 500);
    assert_eq!(it.phishfort().unexpected().len(), 3);
}

#[tokio::test]
async fn a_detailed_incident_has_the_shapes_of_the_sheet() {
    let it = started().await;
    let id = it.reported(url_report()).await;
    let shown = it.get(&format!("/incident/{id}")).await["data"].clone();
    assert_eq!(shown["status"], "pending_review");
    assert_eq!((&shown["domain"], &shown["url"]), (&json!("evil.example"), &json!("https://evil.example/login")));
    assert_eq!(shown["incidentState"]["contentRemoved"], false);
    assert_eq!(shown["history"][0]["type"], "info/auto");
    assert_eq!(shown["reportedBy"], "sam@brand.example");
    let when = shown["timestamp"].as_str().unwrap();
    assert!(when.len() == 24 && when.ends_with('Z'), "UTC with milliseconds: {when}");
    assert!(shown.get("takedownTimestamp").is_none());
    let row = it.get("/incidents").await["data"][0].clone();
    assert!(row.get("history").is_none(), "lists carry the basic shape only");
}

#[tokio::test]
async fn a_bare_domain_has_neither_url_nor_domain_of_its_own() {
    let it = started().await;
    it.reported(json!({ "url": "evil.example" })).await;
    let row = it.get("/incidents").await["data"][0].clone();
    assert_eq!((row.get("url"), row.get("domain"), &row["subject"]), (None, None, &json!("evil.example")));
}

#[tokio::test]
async fn the_list_filters_by_brand_status_and_time_of_creation() {
    let it = started().await;
    let branded = Seed { client_id: Some("b".into()), ..seed("two.example", 2) };
    let closed = Seed { status: Some("closed".into()), ..seed("three.example", 3) };
    it.phishfort().seed(vec![seed("one.example", 1), branded, closed]);
    assert_eq!(subjects(&it.get("/incidents").await), ["three.example", "two.example", "one.example"]);
    assert_eq!(subjects(&it.get("/incidents?clientId=b").await), ["two.example"]);
    assert_eq!(subjects(&it.get("/incidents?status=closed").await), ["three.example"]);
    let from = it.get("/incidents?fromDate=2026-03-02T08:00:00.000Z").await;
    assert_eq!(subjects(&from), ["three.example"], "after means later than");
    assert_eq!(subjects(&it.get("/incidents?toDate=2026-03-02T08:00:00.000Z").await), ["one.example"]);
}

#[tokio::test]
async fn a_query_that_the_page_does_not_know_is_400() {
    let it = started().await;
    for query in
        ["status=done", "status=closed&status=closed", "fromDate=2026-03-01", "limit=0", "limit=x", "q=1", "cursor=x"]
    {
        assert_eq!(it.get_status(&format!("/incidents?{query}")).await, 400, "{query}");
    }
}

#[tokio::test]
async fn pages_follow_their_cursor_to_the_end_even_while_new_incidents_come() {
    let it = started().await;
    it.phishfort().seed((1..=5).map(|day| seed(&format!("{day}.example"), day)).collect());
    let first = it.get("/incidents?limit=2").await;
    assert_eq!(subjects(&first), ["5.example", "4.example"]);
    assert_eq!((&first["paging"]["limit"], &first["paging"]["cursor"]), (&json!(2), &json!(null)));
    it.phishfort().seed(vec![seed("6.example", 6)]);
    let second = it.get(&format!("/incidents?limit=2&cursor={}", first["paging"]["next"].as_str().unwrap())).await;
    assert_eq!(subjects(&second), ["3.example", "2.example"]);
    let last = it.get(&format!("/incidents?limit=2&cursor={}", second["paging"]["next"].as_str().unwrap())).await;
    assert_eq!(subjects(&last), ["1.example"]);
    assert_eq!(last["paging"].get("next"), Some(&json!(null)));
}

#[tokio::test]
async fn the_end_of_the_list_can_also_be_an_absent_next_and_a_cursor_can_loop() {
    let it = started().await;
    it.phishfort().seed(vec![seed("1.example", 1)]);
    let mut switches = it.phishfort().switches();
    switches.last_page_leaves_next_out = true;
    it.phishfort().set_switches(switches.clone());
    assert_eq!(it.get("/incidents").await["paging"].get("next"), None);
    switches.cursor_loops = true;
    it.phishfort().set_switches(switches);
    let next = it.get("/incidents").await["paging"]["next"].as_str().unwrap().to_owned();
    assert_eq!(it.get(&format!("/incidents?cursor={next}")).await["paging"]["next"], next);
}

#[tokio::test]
async fn without_a_limit_a_page_holds_5000() {
    let it = started().await;
    assert_eq!(it.get("/incidents").await["paging"]["limit"], 5000);
}

#[tokio::test]
async fn a_new_incident_stays_out_of_sight_for_the_visibility_lag() {
    let it = started().await;
    let mut switches = it.phishfort().switches();
    switches.visibility_lag_ms = 3_600_000;
    it.phishfort().set_switches(switches);
    let id = it.reported(url_report()).await;
    assert_eq!(it.get_status(&format!("/incident/{id}")).await, 404);
    assert_eq!(it.get_status("/incident/subject/evil.example").await, 404);
    assert_eq!(it.get("/incidents").await["data"], json!([]));
    it.phishfort().turn_clock(3_600_000);
    assert_eq!(it.get("/incidents").await["data"][0]["id"], id);
}

#[tokio::test]
async fn a_comment_can_be_read_back_only_where_that_is_switched_on() {
    let it = started().await;
    let told = json!({ "url": "evil.example", "comment": "TD-7K3M9Q2XAB" });
    let quiet = it.reported(told.clone()).await;
    let mut switches = it.phishfort().switches();
    switches.echo_comment = true;
    it.phishfort().set_switches(switches);
    let loud = it.reported(told).await;
    assert!(!it.get(&format!("/incident/{quiet}")).await.to_string().contains("TD-7K3M9Q2XAB"));
    assert!(it.get(&format!("/incident/{loud}")).await.to_string().contains("TD-7K3M9Q2XAB"));
}

#[tokio::test]
async fn single_incidents_can_come_bare_and_subjects_resolved() {
    let it = started().await;
    let id = it.reported(json!({ "url": "https://evil.example/" })).await;
    assert_eq!(it.get(&format!("/incident/{id}")).await["data"]["subject"], "https://evil.example/");
    let mut switches = it.phishfort().switches();
    (switches.incident_wrapped, switches.subject_resolved) = (false, true);
    it.phishfort().set_switches(switches);
    let bare = it.get(&format!("/incident/{id}")).await;
    assert_eq!((&bare["subject"], bare.get("url")), (&json!("evil.example"), None));
}
