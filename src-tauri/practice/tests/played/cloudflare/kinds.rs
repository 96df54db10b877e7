//! The kinds of error, apart from the rules of single fields.

use practice::{ACCOUNT_ID, Act, ErrorKind, Failing};
use reqwest::Method;
use serde_json::{Value, json};

use super::support::{least, status_and_body};
use crate::support::started;

#[tokio::test]
async fn the_code_is_unknown_unless_a_switch_names_it() {
    let it = started().await;
    let mut body = least(Act::Phishing);
    body["email2"] = json!("other@brand.example");
    for (named, code) in [(false, "unknown_err"), (true, "DiffEmailError")] {
        it.set(|switches| switches.error_codes_named = named);
        let (status, answer) = status_and_body(it.submit(&body).await).await;
        assert_eq!((status, answer["error_code"].as_str()), (400, Some(code)));
        assert_eq!(answer["request"]["act"], "abuse_phishing");
    }
}

#[tokio::test]
async fn path_and_body_name_the_same_known_type() {
    let it = started().await;
    it.set(|switches| switches.error_codes_named = true);
    let mut unknown = least(Act::Phishing);
    unknown["act"] = json!("abuse_other");
    let mut silent = least(Act::Phishing);
    silent.as_object_mut().unwrap().remove("act");
    for (path, body, act, code) in [
        ("abuse_phishing", least(Act::General), "abuse_general", "UnexpectedActError"),
        ("abuse_other", least(Act::General), "abuse_general", "BadActError"),
        ("abuse_phishing", unknown, "abuse_other", "BadActError"),
        ("abuse_phishing", silent, "abuse_phishing", "BadActError"),
    ] {
        let request = it.to_cf(Method::POST, &format!("/accounts/{ACCOUNT_ID}/abuse-reports/{path}"));
        let (status, answer) = status_and_body(request.json(&body).send().await.unwrap()).await;
        assert_eq!((status, answer["error_code"].as_str()), (400, Some(code)), "{answer}");
        assert_eq!(answer["request"]["act"], act);
    }
}

#[tokio::test]
async fn a_body_that_is_no_json_object_is_refused_in_the_same_shape() {
    let it = started().await;
    for (body, content_type) in [
        ("[]", "application/json"),
        ("{", "application/json"),
        ("{}", "text/plain"),
        ("\u{feff}{}", "application/json"),
    ] {
        let path = format!("/accounts/{ACCOUNT_ID}/abuse-reports/abuse_threat");
        let request = it.to_cf(Method::POST, &path).header("content-type", content_type).body(body);
        let (status, answer) = status_and_body(request.send().await.unwrap()).await;
        assert_eq!((status, &answer["request"]["act"]), (400, &json!("abuse_threat")), "{body}");
    }
}

#[tokio::test]
async fn every_kind_can_be_ordered_with_its_usual_status() {
    let it = started().await;
    assert_eq!(ErrorKind::ALL.len(), 29);
    for kind in ErrorKind::ALL {
        it.set(|switches| {
            switches.error_codes_named = true;
            switches.failing = Some(Failing { kind: *kind, processed: false });
        });
        let (status, answer) = status_and_body(it.submit(&least(Act::Phishing)).await).await;
        let theirs = ["DBError", "EmailError", "InternalError", "UnknownError"].contains(&kind.name());
        assert_eq!(status, if theirs { 500 } else { 400 }, "{kind:?}");
        assert_eq!((&answer["error_code"], &answer["msg"]), (&json!(kind.name()), &json!(kind.text())));
    }
    assert_eq!(it.cloudflare().processed().len(), 0);
}

#[tokio::test]
async fn a_failed_confirmation_mail_can_hide_a_report_that_was_taken_in() {
    let it = started().await;
    let order = json!({ "failing": { "kind": "EmailError", "processed": true } });
    let switches: Value = it.control("cloudflare/switches", order).await.json().await.unwrap();
    assert_eq!(switches["failing"]["kind"], "EmailError");
    assert_eq!(it.submit(&least(Act::Phishing)).await.status(), 500);
    assert_eq!(it.cloudflare().processed().len(), 1);
    assert_eq!(it.listed("").await.len(), 1);
}

#[tokio::test]
async fn a_duplicate_is_its_own_kind() {
    let it = started().await;
    it.set(|switches| switches.error_codes_named = true);
    it.submitted(&least(Act::Phishing)).await;
    let (_, answer) = status_and_body(it.submit(&least(Act::Phishing)).await).await;
    assert_eq!(answer["error_code"], "DedupeError");
}
