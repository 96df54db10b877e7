//! An appeal, and `kill -9` at every write of it and at moments of no choosing: the service has it once, or not at all and
//! the person sees that; nothing that was written or proved is lost.

use std::time::Duration;

use practice::{CfMitigationSeed, CfReceivedSeed, Fault, FaultOrder};
use serde_json::{Value, json};

use crate::support::{Gone, Host, Place};

const REPORTS: [&str; 2] = ["shop/1", "blog 1"];
const NOTE: &str = "Gone since Monday; Kim of the web team looked.";

/// All points that an appeal passes, in their order, and what the next start must say of it. Its body goes out in one
/// piece, so there is no middle of it.
const POINTS: [(&str, &[&str]); 14] = [
    ("before_evidence_copy", &["draft"]),
    ("after_evidence_copy", &["draft"]),
    ("after_evidence_sync", &["draft"]),
    ("after_evidence_row", &["draft"]),
    ("before_confirm", &["draft"]),
    ("after_confirm", &["held"]),
    ("before_attempt", &["queued", "sending", "accepted"]),
    ("after_attempt", &["unsure"]),
    ("connecting", &["unsure"]),
    ("after_last_byte", &["unsure", "accepted"]),
    ("before_outcome", &["unsure", "accepted"]),
    ("after_outcome", &["accepted"]),
    ("before_look", &["unsure", "accepted"]),
    ("after_look", &["accepted"]),
];

/// The played services with an active block of each report.
async fn place() -> Place {
    let place = Place::new().await;
    let seed = |id: &str| CfReceivedSeed {
        id: Some(id.into()),
        domain: "shop.acme.example".into(),
        cdate: "2024-05-01T08:00:00Z".parse().ok(),
        mitigations: vec![CfMitigationSeed { id: Some("m-1".into()), ..CfMitigationSeed::default() }],
        ..CfReceivedSeed::default()
    };
    place.practice.cloudflare().seed_received(REPORTS.map(seed).into());
    place
}

fn block(report: &str) -> Value {
    json!({ "report_id": report, "id": "m-1" })
}

fn blocks(reports: &[&str]) -> Value {
    reports.iter().map(|report| block(report)).collect()
}

/// Reads our sites and begins the appeal. It is there before anything can go wrong.
async fn begin(host: &mut Host, reports: &[&str]) -> Result<Value, Gone> {
    let sites = host.get("sites_refresh", json!({})).await?;
    assert_eq!((&sites["blocks"], &sites["following"]), (&json!(2), &json!("works")), "{sites:#}");
    let begun = host.get("appeal_begin", json!({ "blocks": blocks(reports) })).await?;
    let mut fields = begun["fields"].clone();
    for one in fields["reasons"].as_array_mut().unwrap() {
        one["reason"] = json!("removed");
    }
    fields["note"] = json!(NOTE);
    host.get("appeal_save", json!({ "draft_id": begun["draft_id"], "fields": fields })).await
}

/// Adds the proof unless it is there, checks, and sends without waiting for the undo window.
async fn send(place: &Place, host: &mut Host, appeal: &Value) -> Result<(), Gone> {
    let id = json!({ "draft_id": appeal["draft_id"] });
    let open = host.get("appeal_open", id.clone()).await?;
    if open["proof"].as_array().unwrap().is_empty() {
        let args = json!({ "draft_id": appeal["draft_id"], "paths": [place.evidence()] });
        assert_eq!(host.get("files_drop", args).await?["refused"], json!([]));
    }
    let checked = host.get("appeal_check", id).await?;
    assert_eq!(checked["problems"], json!([]));
    let args = json!({ "draft_id": appeal["draft_id"], "fingerprint": checked["fingerprint"] });
    for sent in host.get("appeal_send", args).await?.as_array().unwrap() {
        host.get("outbox_send_now", json!({ "submission_id": sent["id"] })).await?;
    }
    Ok(())
}

/// The request about a report's block, or none while it is a draft.
async fn asked(host: &mut Host, report: &str) -> Result<Option<Value>, Gone> {
    let view = host.get("sites_block", json!({ "block": block(report) })).await?;
    Ok(view["asked"].as_array().unwrap().first().cloned())
}

async fn state(host: &mut Host, report: &str) -> Result<String, Gone> {
    let asked = asked(host, report).await?;
    Ok(asked.map_or("draft".into(), |one| one["submission"]["state"].as_str().unwrap().to_owned()))
}

fn taken(place: &Place, report: &str) -> usize {
    place.practice.cloudflare().appealed().iter().filter(|one| one.report == report).count()
}

/// Does what a person would do until the service has it, and nothing more.
async fn bring_home(place: &Place, host: &mut Host, report: &str) -> Result<(), Gone> {
    loop {
        host.unheard();
        let Some(one) = asked(host, report).await? else { panic!("it was never confirmed") };
        let one = &one["submission"];
        let id = json!({ "submission_id": one["id"] });
        let last_look = one["looks"].as_array().unwrap().last().map(|look| look["result"].clone());
        match one["state"].as_str().unwrap() {
            "accepted" => return Ok(()),
            "held" | "deferred" => drop(host.ask("outbox_send_now", id).await?),
            "queued" if one["due_in_ms"] != 0 => drop(host.ask("outbox_send_now", id).await?),
            "queued" | "sending" => host.notice().await?,
            "unsure" if last_look.is_some_and(|result| result == "absent") => {
                assert_eq!(taken(place, report), 0, "what arrived is found by the first look");
                host.get("outbox_send_again", id).await?;
            }
            "unsure" => drop(host.ask("outbox_look_again", id).await?),
            other => panic!("{other}: {one:#}"),
        }
    }
}

/// Each report was appealed once, its block is under review, and note and proof are there.
async fn assert_home(place: &Place, host: &mut Host, reports: &[&str]) {
    for report in reports {
        bring_home(place, host, report).await.unwrap();
        assert_eq!(taken(place, report), 1, "{report}");
        let kept = asked(host, report).await.unwrap().unwrap();
        assert_eq!((&kept["note"], kept["proof"].as_array().unwrap().len()), (&json!(NOTE), 1));
        let read = host.get("sites_report", json!({ "report_id": report })).await.unwrap();
        assert_eq!(read["row"]["in_review"], 1, "{read:#}");
        host.get("sites_refresh", json!({})).await.unwrap();
        let row = host.get("sites_block", json!({ "block": block(report) })).await.unwrap()["row"].clone();
        assert_eq!((&row["status"], &row["review"]), (&json!("in_review"), &json!("already_open")), "{row:#}");
    }
    assert_eq!(place.practice.cloudflare().appealed().len(), reports.len());
    let outbox = host.get("outbox_list", json!({})).await.unwrap();
    assert_eq!(outbox["submissions"], json!([]));
    host.assert_no_key();
}

async fn killed_at(point: &str) {
    let place = place().await;
    let report = REPORTS[0];
    if point.ends_with("_look") {
        let path_contains = Some("/mitigations/appeal".into());
        let lost = FaultOrder { path_contains, ..FaultOrder::next(Fault::DropAfter { reset: true }) };
        place.practice.cloudflare().fault(lost);
    }
    let mut host = place.start_with_both(Some(point)).await;
    let appeal = begin(&mut host, &[report]).await.unwrap();
    let outcome = async {
        send(&place, &mut host, &appeal).await?;
        bring_home(&place, &mut host, report).await
    };
    assert!(outcome.await.is_err(), "{point} was never passed");
    host.assert_killed().await;
    host.assert_no_key();
    assert!(taken(&place, report) <= 1);

    let mut host = place.start_with_both(None).await;
    let told = state(&mut host, report).await.unwrap();
    let expected = POINTS.iter().find(|(name, _)| *name == point).unwrap().1;
    assert!(expected.contains(&told.as_str()), "{point}: {told}");
    if told == "draft" {
        let open = host.get("appeal_begin", json!({ "blocks": blocks(&[report]) })).await.unwrap();
        assert_eq!((&open["draft_id"], &open["fields"]), (&appeal["draft_id"], &appeal["fields"]), "nothing is lost");
        let kept = ["after_evidence_row", "before_confirm"].contains(&point);
        assert_eq!(open["proof"].as_array().unwrap().len(), usize::from(kept));
        assert_eq!(taken(&place, report), 0);
        send(&place, &mut host, &open).await.unwrap();
    }
    assert_home(&place, &mut host, &[report]).await;
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
        fn every_point_but_the_middle_of_a_body_is_tried() {
            let known = desk::fail_point::NAMES.into_iter().filter(|name| *name != "mid_body");
            assert_eq!(known.collect::<Vec<_>>(), [$(stringify!($point)),*]);
            assert!(POINTS.iter().map(|(name, _)| *name).eq([$(stringify!($point)),*]));
        }
    };
}
points! {
    before_evidence_copy, after_evidence_copy, after_evidence_sync, after_evidence_row, before_confirm, after_confirm,
    before_attempt, after_attempt, connecting, after_last_byte, before_outcome, after_outcome, before_look, after_look,
}

#[tokio::test]
async fn at_moments_of_no_choosing() {
    for seed in 0..8_u64 {
        let place = place().await;
        let mut host = place.start_with_both(None).await;
        let appeal = begin(&mut host, &REPORTS).await.unwrap();
        // A moment is what is asked for here: there is nothing to wait for but time.
        let killer = tokio::time::sleep(Duration::from_millis((seed * 7919) % 127));
        let whole_way = async {
            send(&place, &mut host, &appeal).await?;
            for report in REPORTS {
                bring_home(&place, &mut host, report).await?;
            }
            Ok::<_, Gone>(())
        };
        tokio::select! {
            _ = whole_way => {}
            () = killer => {}
        }
        host.kill();
        host.assert_killed().await;
        assert!(REPORTS.iter().all(|report| taken(&place, report) <= 1));
        let mut host = place.start_with_both(None).await;
        let states = [state(&mut host, REPORTS[0]).await.unwrap(), state(&mut host, REPORTS[1]).await.unwrap()];
        assert_eq!(states[0] == "draft", states[1] == "draft", "both are confirmed, or none is: {states:?}");
        if states[0] == "draft" {
            let open = host.get("appeal_begin", json!({ "blocks": blocks(&REPORTS) })).await.unwrap();
            send(&place, &mut host, &open).await.unwrap();
        }
        assert_home(&place, &mut host, &REPORTS).await;
        place.assert_clean();
    }
}
