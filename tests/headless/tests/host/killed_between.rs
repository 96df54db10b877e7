//! One Send that tells both services, and `kill -9` at every write of it, whichever of the two is on its way: each has it
//! once in the end, and none is forgotten.

use std::time::Duration;

use practice::{Fault, FaultOrder};
use serde_json::{Value, json};

use crate::support::{Gone, Host, Place};

const BOTH: [&str; 2] = ["phishfort", "cloudflare"];

async fn draft(host: &mut Host) -> Result<Value, Gone> {
    let draft = host.get("draft_create", json!({})).await?;
    let fields = json!({
        "target": "https://acme-login.example/secure", "note": "Copies our login page and asks for passwords.",
        "to_phishfort": true, "to_cloudflare": true, "report_kind": "phishing",
        "answers": { "name": "Jo Example", "email": "jo@acme.example" },
    });
    host.get("draft_save", json!({ "draft_id": draft["id"], "fields": fields })).await
}

/// Adds the evidence unless it is there, checks, presses Send, and lets these go at once, in this order.
async fn send(place: &Place, host: &mut Host, draft: &Value, hurried: &[&str]) -> Result<(), Gone> {
    let open = host.get("draft_open", json!({ "draft_id": draft["id"] })).await?;
    if open["evidence"].as_array().unwrap().is_empty() {
        let args = json!({ "draft_id": draft["id"], "paths": [place.evidence()] });
        assert_eq!(host.get("files_drop", args).await?["refused"], json!([]));
    }
    let checked = host.get("draft_check", json!({ "draft_id": draft["id"] })).await?;
    assert_eq!(checked["problems"], json!([]));
    let args = json!({ "draft_id": draft["id"], "fingerprint": checked["fingerprint"] });
    let sent = host.get("draft_send", args).await?;
    for service in hurried {
        let one = sent.as_array().unwrap().iter().find(|one| one["service"] == *service).unwrap();
        host.get("outbox_send_now", json!({ "submission_id": one["id"] })).await?;
    }
    Ok(())
}

/// What of the case was confirmed.
async fn confirmed(host: &mut Host, draft: &Value) -> Result<Vec<Value>, Gone> {
    let case = host.get("case_read", json!({ "case_id": draft["case_id"] })).await?;
    Ok(case["sent"].as_array().unwrap().iter().map(|sent| sent["submission"].clone()).collect())
}

fn has_it(place: &Place, service: &Value) -> usize {
    if service == "phishfort" { place.processed() } else { place.filed() }
}

/// Does what a person would do until both these have it.
async fn bring_home(place: &Place, host: &mut Host, draft: &Value, services: &[&str]) -> Result<(), Gone> {
    loop {
        host.unheard();
        let all = confirmed(host, draft).await?;
        let mut wanted = all.iter().filter(|one| services.iter().any(|service| one["service"] == *service));
        let Some(open) = wanted.find(|one| one["state"] != "accepted") else { return Ok(()) };
        let id = json!({ "submission_id": open["id"] });
        let last_look = open["looks"].as_array().unwrap().last().map(|look| look["result"].clone());
        match open["state"].as_str().unwrap() {
            "held" | "deferred" => drop(host.ask("outbox_send_now", id).await?),
            "queued" if open["due_in_ms"] != 0 => drop(host.ask("outbox_send_now", id).await?),
            "queued" | "sending" => host.notice().await?,
            "unsure" if last_look.is_some_and(|result| result == "absent") => {
                assert_eq!(has_it(place, &open["service"]), 0, "what arrived is found by the first look");
                host.get("outbox_send_again", id).await?;
            }
            "unsure" => drop(host.get("outbox_look_again", id).await?),
            other => panic!("{other}: {open:#}"),
        }
    }
}

fn assert_at_most_once(place: &Place) {
    assert!(place.processed() <= 1 && place.filed() <= 1);
}

async fn assert_home(place: &Place, host: &mut Host, draft: &Value) {
    bring_home(place, host, draft, &BOTH).await.unwrap();
    assert_eq!((place.processed(), place.filed()), (1, 1));
    let (incident, report) =
        (place.practice.phishfort().processed().remove(0), place.practice.cloudflare().processed().remove(0));
    let case = host.get("case_read", json!({ "case_id": draft["case_id"] })).await.unwrap();
    let numbers: Vec<_> = case["standings"].as_array().unwrap().iter().map(|one| one["number"].clone()).collect();
    assert_eq!(numbers, [json!(incident.id), json!(report.id)]);
    for one in confirmed(host, draft).await.unwrap() {
        let bytes = if one["service"] == "phishfort" { incident.bytes_received } else { report.bytes_received };
        assert_eq!(one["bytes_total"], json!(bytes), "{one:#}");
    }
}

/// Dies at this point while these are hurried, and is brought home after the next start.
async fn killed_at(point: &str, hurried: &[&str]) {
    let mut place = Place::new().await;
    if point == "mid_body" {
        place.slow_down();
    }
    // So that a second report of ours would show.
    let mut switches = place.practice.cloudflare().switches();
    switches.refuses_duplicates = false;
    place.practice.cloudflare().set_switches(switches);
    if point.ends_with("_look") {
        let lost = Fault::DropAfter { reset: true };
        let order = if hurried[0] == "phishfort" { FaultOrder::next_report } else { FaultOrder::next_submission };
        place.practice.phishfort().fault(order(lost));
    }
    let mut host = place.start_with_both(Some(point)).await;
    let draft = draft(&mut host).await.unwrap();
    let outcome = async {
        send(&place, &mut host, &draft, hurried).await?;
        bring_home(&place, &mut host, &draft, hurried).await
    };
    assert!(outcome.await.is_err(), "{point} was never passed");
    host.assert_killed().await;
    host.assert_no_key();
    assert_at_most_once(&place);

    let mut host = place.start_with_both(None).await;
    let all = confirmed(&mut host, &draft).await.unwrap();
    assert!([0, 2].contains(&all.len()), "both are confirmed, or none is: {all:#?}");
    if all.is_empty() {
        assert_eq!((place.processed(), place.filed()), (0, 0));
        send(&place, &mut host, &draft, &BOTH).await.unwrap();
    }
    assert_home(&place, &mut host, &draft).await;
    host.assert_no_key();
    assert!(host.ended().await.success());
    place.assert_clean();
}

macro_rules! points {
    ($module:ident, $hurried:expr, $($point:ident),* $(,)?) => {
        mod $module {
            $(#[tokio::test]
            async fn $point() {
                super::killed_at(stringify!($point), &$hurried).await;
            })*
        }
    };
}

points! {
    phishfort_first, ["phishfort", "cloudflare"],
    before_evidence_copy, after_evidence_copy, after_evidence_sync, after_evidence_row, before_confirm, after_confirm,
    before_attempt, after_attempt, connecting, mid_body, after_last_byte, before_outcome, after_outcome, before_look,
    after_look,
}

// Its evidence and its confirmation are those of above, and its body goes out in one piece.
points! {
    cloudflare_first, ["cloudflare"],
    before_attempt, after_attempt, connecting, after_last_byte, before_outcome, after_outcome, before_look, after_look,
}

#[tokio::test]
async fn at_moments_of_no_choosing() {
    for seed in 0..10_u64 {
        let place = Place::new().await;
        let mut switches = place.practice.cloudflare().switches();
        switches.refuses_duplicates = false;
        place.practice.cloudflare().set_switches(switches);
        let mut host = place.start_with_both(None).await;
        let draft = draft(&mut host).await.unwrap();
        // A moment is what is asked for here: there is nothing to wait for but time.
        let killer = tokio::time::sleep(Duration::from_millis((seed * 7919) % 157));
        let whole_way = async {
            send(&place, &mut host, &draft, &BOTH).await?;
            bring_home(&place, &mut host, &draft, &BOTH).await
        };
        tokio::select! {
            _ = whole_way => {}
            () = killer => {}
        }
        host.kill();
        host.assert_killed().await;
        assert_at_most_once(&place);
        let mut host = place.start_with_both(None).await;
        if confirmed(&mut host, &draft).await.unwrap().is_empty() {
            send(&place, &mut host, &draft, &BOTH).await.unwrap();
        }
        assert_home(&place, &mut host, &draft).await;
        place.assert_clean();
    }
}
