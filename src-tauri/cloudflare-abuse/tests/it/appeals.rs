//! Asking for a review.

use cloudflare_abuse::{
    Appeal, AppealReason, Appealed, Ask, BadAppeals, CounterNotice, Email, Endpoint, Error, MitigationStatus,
    PreparedAppeal, Sworn,
};
use http_kit::Method;
use serde_json::{Value, json};

use crate::examples::{text, urls};
use crate::{account, answer, below_reports, body_text, headers, ok, report_id};

fn prepare(ask: Ask) -> PreparedAppeal {
    Appeal { account: account(), report_id: report_id("r/1"), ask }.prepare()
}

fn body(appeal: &PreparedAppeal) -> Value {
    serde_json::from_str(&appeal.body).unwrap()
}

fn notice() -> CounterNotice {
    CounterNotice {
        full_name: text("A. Owner"),
        company: None,
        street_address: text("1 Example Street"),
        city: text("London"),
        state: text("Greater London"),
        country: text("United Kingdom"),
        zip_code: text("AB1 2CD"),
        phone_number: text("+44 20 7946 0123"),
        email: Email::new("owner@brand.example").unwrap(),
        urls: urls(),
        counter_notice_response: None,
        signature: text("A. Owner"),
        sworn: Sworn::to_both(true, true).unwrap(),
    }
}

#[test]
fn chosen_mitigations_go_with_a_reason_each() {
    let chosen = [("m1".to_owned(), AppealReason::Removed), ("m2".to_owned(), AppealReason::Misclassified)];
    let appeal = prepare(Ask::Mitigations(Appealed::new(chosen).unwrap()));
    let request = appeal.request();
    assert_eq!((request.method, below_reports(&request).as_str()), (Method::Post, "/r%2F1/mitigations/appeal"));
    assert_eq!(headers(&request), [("accept", "application/json"), ("Content-Type", "application/json")]);
    let expected = r#"{"appeals":[{"id":"m1","reason":"removed"},{"id":"m2","reason":"misclassified"}]}"#;
    assert_eq!(body_text(&request), expected);
}

#[test]
fn a_whole_dmca_report_goes_by_its_type() {
    assert_eq!(prepare(Ask::ContentRemoved).body, r#"{"type":"content_removed"}"#);
    let least = json!({
        "full_name": "A. Owner", "street_address": "1 Example Street", "city": "London", "state": "Greater London",
        "country": "United Kingdom", "zip_code": "AB1 2CD", "phone_number": "+44 20 7946 0123",
        "email": "owner@brand.example", "urls": ["https://bad.example/login"], "perjury_attestation": true,
        "jurisdiction_consent": true, "signature": "A. Owner",
    });
    let appeal = prepare(Ask::CounterNotice(Box::new(notice())));
    assert_eq!(body(&appeal), json!({ "type": "counter_notice", "data": least }));

    let mut full = least;
    full["company"] = "Brand Ltd".into();
    full["counter_notice_response"] = "It is our own work.".into();
    let notice = CounterNotice {
        company: Some(text("Brand Ltd")),
        counter_notice_response: Some(text("It is our own work.")),
        ..notice()
    };
    let appeal = prepare(Ask::CounterNotice(Box::new(notice)));
    assert_eq!(body(&appeal)["data"], full);
    let fields = appeal.fields();
    assert_eq!(fields[0], ("type".into(), "counter_notice".into()));
    assert!(appeal.body.contains(&fields[1].1), "what is nested is shown as it leaves");
}

#[test]
fn an_appeal_names_something_once_and_swears_only_what_was_sworn() {
    let one = |id: &str| (id.to_owned(), AppealReason::Removed);
    assert_eq!(Appealed::new([]), Err(BadAppeals::None));
    assert_eq!(Appealed::new([one(" ")]), Err(BadAppeals::NoId));
    let twice = [one("m1"), ("m1".to_owned(), AppealReason::Misclassified)];
    assert_eq!(Appealed::new(twice), Err(BadAppeals::Twice("m1".into())));
    assert_eq!(Appealed::new([one("m1")]).unwrap().chosen(), [one("m1")]);
    for (perjury, jurisdiction) in [(false, false), (false, true), (true, false), (true, true)] {
        assert_eq!(Sworn::to_both(perjury, jurisdiction).is_some(), perjury && jurisdiction);
    }
}

#[test]
fn a_frozen_appeal_comes_back_as_it_was() {
    let appeal = prepare(Ask::ContentRemoved);
    let kept = serde_json::to_string(&appeal).unwrap();
    assert_eq!(serde_json::from_str::<PreparedAppeal>(&kept).unwrap(), appeal);
    assert!(serde_json::from_str::<PreparedAppeal>(&kept.replace("r/1", "submitted")).is_err());
}

#[test]
fn the_answer_tells_the_new_state_of_each_mitigation() {
    let body = json!({ "success": true, "result": [{ "id": "m1", "status": "in_review" }, null],
        "result_info": { "page": 1, "per_page": 20, "count": 1, "total_count": 1, "total_pages": 1 } });
    let told = PreparedAppeal::read(&ok(body)).unwrap();
    assert_eq!((told.len(), &told[0].status), (1, &Some(MitigationStatus::InReview)));
    for body in [json!({ "success": true }), json!({ "success": true, "result": null })] {
        assert_eq!(PreparedAppeal::read(&ok(body)), Ok(vec![]), "nothing told is nothing known");
    }
    for body in [r#"{"success":true,"result":{}}"#, "", "<html>"] {
        assert!(matches!(PreparedAppeal::read(&answer(200, body)), Err(Error::Unreadable { .. })));
    }
}
