use practice::{Act, CfSeed, CfStep, DenialReason, Options};
use serde_json::{Value, json};

use super::support::{least, phishing};
use crate::support::{options, started, started_with, url_report};

#[tokio::test]
async fn each_of_the_thirteen_reasons_can_be_given_by_its_word() {
    let it = started().await;
    let id = it.submitted(&least(Act::Phishing)).await;
    for reason in DenialReason::ALL {
        let order = json!({ "step": "denied", "denial_reason": reason.word(), "report": id });
        let answer: Value = it.control("cloudflare/next", order).await.json().await.unwrap();
        assert_eq!(answer, json!({ "report": id, "status": "denied", "denial_reason": reason.word() }));
        let shown = it.result(&format!("/{id}")).await;
        assert_eq!((&shown["status"], &shown["denial_reason"]), (&json!("denied"), &json!(reason.word())));
    }
    let words: std::collections::BTreeSet<&str> = DenialReason::ALL.into_iter().map(DenialReason::word).collect();
    assert_eq!(words.len(), 13);
}

#[tokio::test]
async fn an_acceptance_takes_an_earlier_denial_back() {
    let it = started().await;
    let id = it.submitted(&least(Act::Phishing)).await;
    it.cloudflare().next(CfStep::Denied(DenialReason::ContentRemoved), None).unwrap();
    assert_eq!(it.cloudflare().next(CfStep::Accepted, Some(&id)), Some((id.clone(), "accepted".into())));
    assert_eq!(it.result(&format!("/{id}")).await["denial_reason"], Value::Null);
}

#[tokio::test]
async fn next_goes_to_the_newest_undecided_or_to_the_named() {
    let it = started().await;
    let older = it.submitted(&phishing("https://older.example/")).await;
    let newer = it.submitted(&phishing("https://newer.example/")).await;
    let next = |report| it.cloudflare().next(CfStep::Accepted, report);
    assert_eq!(next(None).unwrap().0, newer);
    assert_eq!(next(None).unwrap().0, older);
    assert_eq!(next(None), None, "both are decided");
    assert_eq!(next(Some(&newer)).unwrap().0, newer, "a named one goes on all the same");
    assert_eq!(it.control("cloudflare/next", json!({ "step": "accepted" })).await.status(), 404);
    let unnamed = it.control("cloudflare/next", json!({ "step": "accepted", "report": "none" })).await;
    assert_eq!(unnamed.status(), 404);
}

#[tokio::test]
async fn an_order_that_is_none_is_refused() {
    let it = started().await;
    it.submitted(&least(Act::Phishing)).await;
    for (order, status) in [
        (json!({ "step": "denied" }), 400),
        (json!({ "step": "accepted", "denial_reason": "no_abuse_found" }), 400),
        (json!({ "step": "denied", "denial_reason": "bad_weather" }), 422),
        (json!({ "step": "dance" }), 422),
    ] {
        assert_eq!(it.control("cloudflare/next", order.clone()).await.status(), status, "{order}");
    }
    assert_eq!(it.cloudflare().reports()[0].status, "submitted");
}

#[tokio::test]
async fn what_happens_next_is_one_services_alone() {
    let it = started().await;
    it.submitted(&least(Act::Phishing)).await;
    it.reported(url_report()).await;
    assert_eq!(it.control("next", json!({ "step": "taken_down" })).await.status(), 200);
    assert_eq!(it.cloudflare().reports()[0].status, "submitted");
    assert_eq!(it.control("cloudflare/next", json!({ "step": "accepted" })).await.status(), 200);
    assert_eq!(it.phishfort().incidents()[0].status, "takedown_success");
}

#[tokio::test]
async fn a_report_is_accepted_by_itself_after_twenty_seconds_where_asked_for() {
    let it = started_with(Options { replies_by_themselves: true, ..options() }).await;
    let id = it.submitted(&least(Act::Phishing)).await;
    it.cloudflare().seed(vec![CfSeed { urls: vec!["https://old.example/".into()], ..CfSeed::default() }]);
    let statuses = || it.cloudflare().reports().into_iter().map(|report| report.status).collect::<Vec<_>>();
    assert_eq!(statuses(), ["submitted", "submitted"]);
    it.cloudflare().turn_clock(20_000);
    assert_eq!(statuses(), ["accepted", "submitted"], "a seed stays as it is");
    assert_eq!(it.result(&format!("/{id}/emails")).await["emails"].as_array().unwrap().len(), 2);
    let it = started().await;
    it.submitted(&least(Act::Phishing)).await;
    it.cloudflare().turn_clock(86_400_000);
    assert_eq!(it.cloudflare().reports()[0].status, "submitted");
}

#[tokio::test]
async fn what_is_not_played_is_500_and_remembered() {
    let it = started().await;
    let reports = format!("/accounts/{}/abuse-reports", practice::ACCOUNT_ID);
    it.set(|switches| switches.submitted_endpoint = false);
    for (method, path) in [
        ("POST", ""),
        ("DELETE", "/submitted/some"),
        ("DELETE", "/some"),
        ("POST", "/some/mitigations"),
        ("GET", "/some/mitigations/appeal"),
        ("GET", "/some/mitigations/one"),
        ("POST", "/some/appeals"),
    ] {
        let request = it.to_cf(method.parse().unwrap(), &format!("{reports}{path}"));
        let (status, body) = super::support::status_and_body(request.send().await.unwrap()).await;
        assert_eq!((status, &body["success"]), (500, &json!(false)), "{method} {path}: {body}");
        let said = format!("{method} /client/v4{reports}{path}");
        assert_eq!(it.cloudflare().unexpected().last(), Some(&said));
    }
}
