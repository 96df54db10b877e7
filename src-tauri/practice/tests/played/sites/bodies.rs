//! Which bodies are exactly one of the two documented forms.

use serde_json::{Value, json};

use super::support::one_of_each;

/// Everything that a counter-notice needs, and no more.
pub(super) fn notice() -> Value {
    json!({ "type": "counter_notice", "data": {
        "full_name": "Jo Example", "street_address": "1 Practice Street", "city": "London", "state": "London",
        "country": "GB", "zip_code": "SW1A 0AA", "phone_number": "+44 20 7946 0123", "email": "jo@acme.example",
        "urls": ["https://shop.acme.example/"], "perjury_attestation": true, "jurisdiction_consent": true,
        "signature": "Jo Example",
    } })
}

/// It with a member of `data` set otherwise; `null` takes it out.
fn notice_with(name: &str, value: Value) -> Value {
    let mut body = notice();
    let data = body["data"].as_object_mut().unwrap();
    match value {
        Value::Null => data.remove(name),
        value => data.insert(name.into(), value),
    };
    body
}

async fn are_refused(bodies: Vec<Value>) {
    let it = one_of_each("DMCA").await;
    for body in bodies {
        let (status, answer) = it.appeal("r", &body).await;
        assert_eq!((status, &answer["success"]), (400, &json!(false)), "{body}");
        assert!(answer["errors"][0]["message"].is_string());
    }
    assert_eq!(it.cloudflare().appealed(), vec![]);
    assert_eq!(it.statuses("r"), "pending active in_review cancelled removed");
}

#[tokio::test]
async fn a_list_of_mitigations_that_is_not_exactly_documented_is_refused() {
    let good = json!({ "id": "a", "reason": "removed" });
    are_refused(vec![
        json!({}),
        json!([]),
        json!({ "appeals": [] }),
        json!({ "appeals": "a" }),
        json!({ "appeals": ["a"] }),
        json!({ "appeals": good }),
        json!({ "appeals": [{ "id": "a" }] }),
        json!({ "appeals": [{ "reason": "removed" }] }),
        json!({ "appeals": [{ "id": "", "reason": "removed" }] }),
        json!({ "appeals": [{ "id": 1, "reason": "removed" }] }),
        json!({ "appeals": [{ "id": "a", "reason": "wrong" }] }),
        json!({ "appeals": [{ "id": "a", "reason": "removed", "note": "It is gone." }] }),
        json!({ "appeals": [good, good] }),
        json!({ "appeals": [good], "note": "It is gone." }),
        json!({ "appeals": [good], "type": "content_removed" }),
        json!({ "appeals": [good], "data": {} }),
    ])
    .await;
}

#[tokio::test]
async fn an_answer_to_the_whole_report_that_is_not_exactly_documented_is_refused() {
    are_refused(vec![
        json!({ "type": "removed" }),
        json!({ "type": 1 }),
        json!({ "data": notice()["data"] }),
        json!({ "type": "content_removed", "data": notice()["data"] }),
        json!({ "type": "counter_notice" }),
        json!({ "type": "counter_notice", "data": [] }),
        json!({ "type": "counter_notice", "data": {} }),
    ])
    .await;
}

#[tokio::test]
async fn a_counter_notice_needs_each_of_its_members_and_both_statements() {
    let needed: Vec<String> = notice()["data"].as_object().unwrap().keys().cloned().collect();
    assert_eq!(needed.len(), 12);
    let mut bodies: Vec<Value> = needed.iter().map(|name| notice_with(name, Value::Null)).collect();
    bodies.extend(needed.iter().map(|name| notice_with(name, json!(" "))));
    bodies.extend([
        notice_with("perjury_attestation", json!(false)),
        notice_with("jurisdiction_consent", json!("true")),
        notice_with("email", json!("jo")),
        notice_with("urls", json!("https://shop.acme.example/")),
        notice_with("urls", json!([])),
        notice_with("urls", json!(["shop.acme.example"])),
        notice_with("company", json!("")),
        notice_with("fax", json!("+44 20 7946 0124")),
    ]);
    are_refused(bodies).await;
}

#[tokio::test]
async fn a_body_that_is_not_json_by_its_type_is_refused() {
    let it = one_of_each("PHISH").await;
    let path = "/r/mitigations/appeal";
    let body = super::support::asks(&["a"]).to_string();
    for (content_type, body) in [("text/plain", body.as_str()), ("application/json", "appeals")] {
        let request = it.to_sites(reqwest::Method::POST, path).header("content-type", content_type);
        assert_eq!(request.body(body.to_owned()).send().await.unwrap().status(), 400, "{content_type}");
    }
    assert_eq!(it.cloudflare().appealed(), vec![]);
}

#[tokio::test]
async fn a_counter_notice_may_have_the_two_optional_members() {
    let it = one_of_each("DMCA").await;
    let mut body = notice_with("company", json!("Acme"));
    body["data"]["counter_notice_response"] = json!("We hold a licence.");
    it.appealed("r", &body).await;
    assert_eq!(it.cloudflare().appealed()[0].body, body);
}
