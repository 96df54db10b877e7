//! `kill -9` at every write of one send, and at moments of no choosing: nothing lost, nothing twice, the truth told.

use std::time::Duration;

use practice::{Fault, FaultOrder};
use serde_json::{Value, json};

use crate::support::{Gone, Host, Place, program};

/// All points, in the order in which a send passes them, and what the next start must say of the report.
const POINTS: [(&str, &[&str]); 15] = [
    ("before_evidence_copy", &["draft"]),
    ("after_evidence_copy", &["draft"]),
    ("after_evidence_sync", &["draft"]),
    ("after_evidence_row", &["draft"]),
    ("before_confirm", &["draft"]),
    ("after_confirm", &["held"]),
    ("before_attempt", &["queued", "sending", "accepted"]),
    ("after_attempt", &["unsure"]),
    ("connecting", &["unsure"]),
    ("mid_body", &["unsure"]),
    ("after_last_byte", &["unsure", "accepted"]),
    ("before_outcome", &["unsure", "accepted"]),
    ("after_outcome", &["accepted"]),
    ("before_look", &["unsure", "accepted"]),
    ("after_look", &["accepted"]),
];

fn fields() -> Value {
    json!({
        "target": "https://acme-login.example/secure", "wish": "takedown", "note": "Copies our login page.",
        "reported_by": "jo@acme.example", "client_id": "", "phone_received_on": "", "phone_date": "", "phone_time": "",
        "phone_zone": "", "ip_address_on_it": "", "to_phishfort": true, "to_cloudflare": false,
        "report_kind": "phishing", "more_addresses": "", "profile_id": "", "answers": {},
    })
}

/// Begins a draft. It is there before anything can go wrong.
async fn draft(host: &mut Host) -> Result<Value, Gone> {
    let draft = host.get("draft_create", json!({})).await?;
    host.get("draft_save", json!({ "draft_id": draft["id"], "fields": fields() })).await
}

/// Adds the evidence unless it is there, checks, and sends without waiting for the undo window.
async fn send(place: &Place, host: &mut Host, draft: &Value) -> Result<(), Gone> {
    let open = host.get("draft_open", json!({ "draft_id": draft["id"] })).await?;
    if open["evidence"].as_array().unwrap().is_empty() {
        let args = json!({ "draft_id": draft["id"], "paths": [place.evidence()] });
        assert_eq!(host.get("files_drop", args).await?["refused"], json!([]));
    }
    let checked = host.get("draft_check", json!({ "draft_id": draft["id"] })).await?;
    assert_eq!(checked["problems"], json!([]));
    let args = json!({ "draft_id": draft["id"], "fingerprint": checked["fingerprint"] });
    let sent = host.get("draft_send", args).await?;
    host.get("outbox_send_now", json!({ "submission_id": sent[0]["id"] })).await?;
    Ok(())
}

/// The submission of the case, or none while it is a draft.
async fn submission(host: &mut Host, draft: &Value) -> Result<Option<Value>, Gone> {
    let case = host.get("case_read", json!({ "case_id": draft["case_id"] })).await?;
    Ok(case["sent"].as_array().unwrap().first().map(|sent| sent["submission"].clone()))
}

async fn state(host: &mut Host, draft: &Value) -> Result<String, Gone> {
    let one = submission(host, draft).await?;
    Ok(one.map_or("draft".into(), |one| one["state"].as_str().unwrap().to_owned()))
}

/// Waits until the report rests: settled, or surely waiting for the person.
async fn rests(host: &mut Host, draft: &Value) -> Result<Value, Gone> {
    loop {
        host.unheard();
        let one = submission(host, draft).await?.unwrap();
        let last_look = one["looks"].as_array().unwrap().last().map(|look| look["result"].clone());
        match one["state"].as_str().unwrap() {
            "queued" | "sending" => host.notice().await?,
            // The first look comes at once after a start.
            "unsure" if last_look.is_none() && one["reason"] == "ended_while_sending" => host.notice().await?,
            // The others take a while; and one before the key was told can't have seen anything.
            "unsure" if last_look.is_none_or(|result| result == "error") => {
                host.get("outbox_look_again", json!({ "submission_id": one["id"] })).await?;
            }
            _ => return Ok(one),
        }
    }
}

/// Sends, and looks when the answer is lost: every point is passed on the way.
async fn whole_way(place: &Place, host: &mut Host, draft: &Value) -> Result<(), Gone> {
    send(place, host, draft).await?;
    rests(host, draft).await.map(drop)
}

/// After the next start: does what a person would do, until PhishFort has it.
async fn bring_home(place: &Place, host: &mut Host, draft: &Value) {
    if state(host, draft).await.unwrap() == "draft" {
        send(place, host, draft).await.unwrap();
    }
    let one = rests(host, draft).await.unwrap();
    let id = json!({ "submission_id": one["id"] });
    match one["state"].as_str().unwrap() {
        "held" => {
            host.get("outbox_send_now", id).await.unwrap();
        }
        "unsure" => {
            assert_eq!(place.processed(), 0, "what arrived is found by the first look");
            let looks = one["looks"].as_array().unwrap();
            assert_eq!(looks[looks.len() - 1]["result"], "absent");
            host.get("outbox_send_again", id).await.unwrap();
        }
        _ => {}
    }
    let home = rests(host, draft).await.unwrap();
    assert_eq!(home["state"], "accepted", "{home:#}");
    assert_eq!(place.processed(), 1);
    let report = place.practice.phishfort().processed().remove(0);
    assert_eq!(home["number"], json!(report.id));
    let case = host.get("case_read", json!({ "case_id": draft["case_id"] })).await.unwrap();
    assert_eq!(case["evidence"].as_array().unwrap().len(), 1);
    assert_eq!(case["sent"][0]["files"][0]["sha256"], json!(report.files[0].sha256), "the bytes sent are those kept");
    assert_eq!(case["sent"][0]["submission"]["bytes_total"], json!(report.bytes_received));
}

async fn killed_at(point: &str) {
    let mut place = Place::new().await;
    if point == "mid_body" {
        place.slow_down();
    }
    if point.ends_with("_look") {
        place.practice.phishfort().fault(FaultOrder::next_report(Fault::DropAfter { reset: true }));
    }
    let mut host = place.start(Some(point)).await;
    let draft = draft(&mut host).await.unwrap();
    assert!(whole_way(&place, &mut host, &draft).await.is_err(), "{point} was never passed");
    host.assert_killed().await;
    host.assert_no_key();
    assert!(place.processed() <= 1);

    let mut host = place.start(None).await;
    let start = host.get("app_start", json!({})).await.unwrap();
    assert_eq!(start["ended_badly"], true);
    let told = state(&mut host, &draft).await.unwrap();
    let expected = POINTS.iter().find(|(name, _)| *name == point).unwrap().1;
    assert!(expected.contains(&told.as_str()), "{point}: {told}");
    if told == "draft" {
        let open = host.get("draft_open", json!({ "draft_id": draft["id"] })).await.unwrap();
        assert_eq!(open["fields"], fields(), "nothing typed is lost");
        let kept = ["after_evidence_row", "before_confirm"].contains(&point);
        assert_eq!(open["evidence"].as_array().unwrap().len(), usize::from(kept));
        assert_eq!(place.processed(), 0);
    }
    bring_home(&place, &mut host, &draft).await;
    host.assert_no_key();
    assert!(host.ended().await.success());
    place.assert_clean();
}

macro_rules! points {
    ($($point:ident),* $(,)?) => {
        $(#[tokio::test]
        async fn $point() {
            killed_at(stringify!($point)).await;
        })*

        #[test]
        fn every_point_of_the_program_is_tried() {
            let output = program(&["--fail-points"]).output().unwrap();
            let known = String::from_utf8(output.stdout).unwrap();
            assert_eq!(known.lines().collect::<Vec<_>>(), [$(stringify!($point)),*]);
            assert_eq!(known.lines().collect::<Vec<_>>(), POINTS.map(|(name, _)| name));
        }
    };
}
points! {
    before_evidence_copy, after_evidence_copy, after_evidence_sync, after_evidence_row, before_confirm, after_confirm,
    before_attempt, after_attempt, connecting, mid_body, after_last_byte, before_outcome, after_outcome, before_look,
    after_look,
}

#[tokio::test]
async fn at_moments_of_no_choosing() {
    for seed in 0..10_u64 {
        let place = Place::new().await;
        let mut host = place.start(None).await;
        let draft = draft(&mut host).await.unwrap();
        let moment = Duration::from_millis((seed * 7919) % 97);
        // A moment is what is asked for here: there is nothing to wait for but time.
        let killer = tokio::time::sleep(moment);
        let ended = tokio::select! {
            outcome = whole_way(&place, &mut host, &draft) => outcome.is_ok(),
            () = killer => false,
        };
        host.kill();
        host.assert_killed().await;
        assert!(place.processed() <= 1);
        let mut host = place.start(None).await;
        let told = state(&mut host, &draft).await.unwrap();
        assert!(!ended || told == "accepted", "seed {seed}: {told}");
        bring_home(&place, &mut host, &draft).await;
        place.assert_clean();
    }
}
