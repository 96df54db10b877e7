//! What outlives a restart, and what a reset leaves.

use practice::{Act, CfStep, IdStyle, Options};
use reqwest::Method;
use serde_json::{Value, json};

use super::support::{least, phishing};
use crate::support::{TOKEN, options, started, started_with, url_report};

#[tokio::test]
async fn submitted_reports_outlive_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("practice.json");
    let options = Options { kept_in: Some(file.clone()), id_prefix: IdStyle::Practice, ..options() };
    let before = started_with(options.clone()).await;
    before.submitted(&least(Act::Phishing)).await;
    before.cloudflare().next(CfStep::Accepted, None).unwrap();
    before.set(|switches| switches.echo_comments = false);
    let (processed, reports) = (before.cloudflare().processed(), before.cloudflare().reports());
    assert_eq!(before.phishfort().keeping_failed(), None);
    drop(before);
    assert!(!std::fs::read_to_string(&file).unwrap().contains(TOKEN));

    let after = started_with(options).await;
    assert_eq!((after.cloudflare().processed(), after.cloudflare().reports()), (processed, reports));
    assert!(!after.cloudflare().switches().echo_comments);
    assert_eq!(after.submit(&least(Act::Phishing)).await.status(), 400, "and so do duplicates");
    assert_eq!(after.submitted(&phishing("https://other.example/")).await, "PRACTICE-CF-0002", "numbers go on");
}

#[tokio::test]
async fn a_file_from_before_cloudflare_was_played_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("practice.json");
    let options = Options { kept_in: Some(file.clone()), ..options() };
    let before = started_with(options.clone()).await;
    before.reported(url_report()).await;
    drop(before);
    let mut kept: Value = serde_json::from_slice(&std::fs::read(&file).unwrap()).unwrap();
    kept.as_object_mut().unwrap().remove("cloudflare").unwrap();
    std::fs::write(&file, kept.to_string()).unwrap();

    let after = started_with(options).await;
    assert_eq!((after.phishfort().incidents().len(), after.cloudflare().reports().len()), (1, 0));
    after.submitted(&least(Act::Phishing)).await;
}

#[tokio::test]
async fn a_reset_leaves_nothing_of_either_service_but_keys_and_tokens() {
    let it = started().await;
    it.set(|switches| switches.ratelimit_quota = 2);
    it.submitted(&phishing("https://evil.example/1")).await;
    it.submitted(&phishing("https://evil.example/2")).await;
    assert_eq!(it.read("").await.0, 429);
    it.reported(url_report()).await;
    assert_eq!(it.control("reset", json!({})).await.status(), 204);
    assert_eq!((it.cloudflare().processed(), it.cloudflare().reports()), (vec![], vec![]));
    assert_eq!((it.cloudflare().requests(), it.phishfort().incidents()), (vec![], vec![]));
    assert_eq!(it.cloudflare().switches(), practice::CfSwitches::default());
    it.submitted(&phishing("https://evil.example/1")).await;
    it.reported(url_report()).await;
}

#[tokio::test]
async fn switches_change_one_by_one_and_unknown_ones_are_refused() {
    let it = started().await;
    let set = async |some: Value| it.control("cloudflare/switches", some).await.status().as_u16();
    assert_eq!(set(json!({ "entitled": false })).await, 200);
    assert_eq!(set(json!({ "token_owner": "account", "visibility_lag_ms": 5 })).await, 200);
    let switches = it.cloudflare().switches();
    assert_eq!((switches.entitled, switches.visibility_lag_ms), (false, 5));
    assert_eq!(set(json!({ "dance": true })).await, 400);
    assert_eq!(it.asked("cloudflare/switches").await["token_owner"], "account");
}

#[tokio::test]
async fn each_service_has_a_date_of_its_own() {
    let it = started().await;
    it.set(|switches| switches.date_skew_ms = 3_600_000);
    let seconds = |answer: reqwest::Response| {
        jiff::fmt::rfc2822::parse(answer.headers()["date"].to_str().unwrap()).unwrap().timestamp().as_second()
    };
    let theirs = seconds(it.to_cf(Method::GET, "/accounts").send().await.unwrap());
    let others = seconds(it.to(Method::GET, "/whoami").send().await.unwrap());
    let ahead = theirs - others;
    assert!((3_540..=3_600).contains(&ahead), "{ahead} s ahead");
}
