//! Single answers, as the pages describe them and as they may come instead.

use cloudflare_abuse::{
    Accepted, DenialReason, Eligibility, Eligible, Endpoint, Error, Kind, ListType, Prepared, ReadReceived,
    ReadSubmitted, ReceivedStatus, SubmittedStatus, TokenState, TokenStatus, VerifyAccountToken, VerifyUserToken,
};
use serde_json::{Value, json};

use crate::examples::strings;
use crate::{answer, ok};

fn enveloped(result: Value) -> Value {
    json!({ "success": true, "errors": null, "messages": [], "result": result })
}

#[test]
fn an_accepted_report_keeps_its_number() {
    let accepted = Accepted { report_id: "r1".into(), act: Some("abuse_phishing".into()) };
    let body = json!({ "abuse_rand": "r1", "request": { "act": "abuse_phishing" }, "result": "success" });
    for status in [200, 201, 202, 299] {
        assert_eq!(Prepared::read(&answer(status, body.to_string())), Ok(accepted.clone()));
    }
    let bare = Accepted { report_id: "42".into(), act: None };
    assert_eq!(Prepared::read(&ok(json!({ "abuse_rand": 42, "request": null }))), Ok(bare.clone()));
    assert_eq!(Prepared::read(&ok(enveloped(json!({ "abuse_rand": "42" })))), Ok(bare));
}

#[test]
fn a_success_without_a_number_is_not_taken_for_accepted() {
    for body in [
        r#"{"result":"success"}"#,
        r#"{"result":"success","abuse_rand":null}"#,
        r#"{"result":"success","abuse_rand":""}"#,
        r#"{"result":"success","abuse_rand":" "}"#,
        r#"{"result":"success","abuse_rand":{}}"#,
        r#"{"result":"success","abuse_rand":"r1""#,
        r#"{"result":"success","id":"r1"}"#,
        "",
        "null",
        "[]",
        "<html>",
    ] {
        let read = Prepared::read(&answer(200, body));
        let Err(Error::Unreadable { excerpt, .. }) = read else { panic!("{body}: {read:?}") };
        assert_eq!(excerpt, body);
    }
}

fn submitted() -> Value {
    json!({
        "id": "r1", "cdate": "2026-11-10T23:00:00Z", "domain": "bad.example", "status": "denied", "type": "PHISH",
        "denial_reason": "not_on_cloudflare",
        "submitter": { "company": "Brand Ltd", "email": "reporter@brand.example", "name": "A. Reporter",
            "telephone": "+44 20 7946 0123" },
        "dsa_attestation": true, "urls": ["https://bad.example/login"],
        "agent_name": "Brand Ltd", "comments": "Seen.\nTD-7K3M9Q2XAB", "court": "on", "udrp": "on", "urs": "on",
        "destination_ips": ["198.51.100.7"], "source_ips": ["192.0.2.1", "192.0.2.2"],
        "ports_protocols": ["80/TCP", "22/UDP"],
        "host_notification": "send", "owner_notification": "none", "ncmec_notification": "send-anon",
        "justification": "Asks for a password.", "ncsei_subject_representation": false, "original_work": "Brand",
        "reg_who_request": { "reg_who_request_type": "disclosure", "reg_who_good_faith_affirmation": true,
            "reg_who_requested_data_elements": ["tech_name"], "reg_who_requestor_type": null },
        "reported_country": "GB", "reported_user_agent": "Mozilla/5.0", "subtypes": ["login"], "title": "Analyst",
    })
}

#[test]
fn a_submitted_report_is_read_whole() {
    let told = ReadSubmitted::read(&ok(enveloped(submitted()))).unwrap();
    assert_eq!(told.row.id, "r1");
    assert_eq!(told.row.kind.as_ref().and_then(ListType::kind), Some(Kind::Phishing));
    assert_eq!(told.row.status, Some(SubmittedStatus::Denied));
    assert_eq!(told.row.denial_reason, Some(DenialReason::NotOnCloudflare));
    assert_eq!(told.row.submitter.unwrap().telephone.as_deref(), Some("+44 20 7946 0123"));
    assert_eq!((told.dsa_attestation, told.ncsei_subject_representation), (Some(true), Some(false)));
    assert_eq!(told.comments.as_deref(), Some("Seen.\nTD-7K3M9Q2XAB"));
    assert_eq!(told.urls, ["https://bad.example/login"]);
    assert_eq!((told.source_ips.len(), told.destination_ips.len(), told.ports_protocols.len()), (2, 1, 2));
    assert_eq!([told.court, told.udrp, told.urs].map(Option::unwrap), ["on"; 3]);
    let owned = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    let expected = [
        owned("reg_who_good_faith_affirmation", "true"),
        owned("reg_who_request_type", "disclosure"),
        owned("reg_who_requested_data_elements", "[\"tech_name\"]"),
    ];
    let mut request = told.reg_who_request;
    request.sort();
    assert_eq!(request, expected);
    let texts = [told.agent_name, told.host_notification, told.owner_notification, told.ncmec_notification];
    assert_eq!(texts.map(Option::unwrap), ["Brand Ltd", "send", "none", "send-anon"]);
    let texts = [told.justification, told.original_work, told.reported_country, told.reported_user_agent, told.title];
    assert_eq!(texts.map(Option::unwrap), ["Asks for a password.", "Brand", "GB", "Mozilla/5.0", "Analyst"]);
    assert_eq!(told.subtypes, ["login"]);
}

#[test]
fn lists_of_a_submitted_report_are_read_in_every_shape() {
    let read = |name: &str, value: Value| {
        let mut report = submitted();
        report[name] = value;
        let told = ReadSubmitted::read(&ok(enveloped(report))).unwrap();
        match name {
            "urls" => told.urls,
            "source_ips" => told.source_ips,
            _ => told.ports_protocols,
        }
    };
    for name in ["urls", "source_ips", "ports_protocols"] {
        assert_eq!(read(name, json!(null)), strings([]), "{name}");
        assert_eq!(read(name, json!("")), strings([]), "{name}");
        assert_eq!(read(name, json!(7)), strings([]), "{name}");
        assert_eq!(read(name, json!("a\r\nb\n\n c ")), strings(["a", "b", "c"]), "{name}");
        assert_eq!(read(name, json!(["a", null, {}, "b"])), strings(["a", "b"]), "{name}");
    }
    assert_eq!(read("ports_protocols", json!("80/TCP, 22/UDP")), strings(["80/TCP", "22/UDP"]));
    assert_eq!(read("urls", json!("https://bad.example/a,b")), strings(["https://bad.example/a,b"]));
}

#[test]
fn what_is_missing_or_new_in_a_report_does_not_lose_it() {
    let odd = json!({ "id": "r1", "status": "Pondered", "type": "NEW", "denial_reason": null, "urls": null,
        "submitter": "someone", "dsa_attestation": "yes", "invented": [] });
    let told = ReadSubmitted::read(&ok(enveloped(odd))).unwrap();
    assert_eq!(told.row.status, Some(SubmittedStatus::Other("Pondered".into())));
    assert_eq!(told.row.kind, Some(ListType::Other("NEW".into())));
    assert_eq!((told.row.denial_reason, told.row.submitter, told.dsa_attestation), (None, None, None));
    for result in [json!(null), json!({}), json!([]), json!({ "id": null }), json!("r1")] {
        assert!(matches!(ReadSubmitted::read(&ok(enveloped(result))), Err(Error::Unreadable { .. })));
    }
}

#[test]
fn a_received_report_tells_what_was_done() {
    let report = json!({
        "id": "r2", "cdate": "2026-11-10T23:00:00Z", "domain": "brand.example", "status": "in_review", "type": "EMER",
        "mitigation_summary": { "accepted_url_count": 2, "active_count": 1.0, "in_review_count": "3",
            "pending_count": -1, "external_host_notified": true },
        "justification": "J", "original_work": "W", "urls": ["https://brand.example/x"], "submitter": {},
    });
    let told = ReadReceived::read(&ok(enveloped(report))).unwrap();
    assert_eq!((told.status, told.kind), (Some(ReceivedStatus::InReview), Some(ListType::Emer)));
    assert_eq!((told.justification.as_deref(), told.original_work.as_deref()), (Some("J"), Some("W")));
    let done = told.mitigation_summary.unwrap();
    assert_eq!((done.accepted_url_count, done.active_count, done.in_review_count), (Some(2), Some(1), Some(3)));
    assert_eq!((done.pending_count, done.external_host_notified), (None, Some(true)), "no number is made up");
    assert!(ReadReceived::read(&ok(enveloped(json!({ "domain": "brand.example" })))).is_err());
}

#[test]
fn the_state_of_a_token_is_told() {
    let state = |status: &str| {
        let token = json!({ "id": "t1", "status": status, "expires_on": "2027-01-01T00:00:00Z" });
        let told = VerifyUserToken::read(&ok(enveloped(token.clone())));
        assert_eq!(VerifyAccountToken::read(&ok(enveloped(token))), told, "both tell the same");
        told.unwrap()
    };
    let active = TokenState {
        id: Some("t1".into()),
        status: TokenStatus::Active,
        expires_on: Some("2027-01-01T00:00:00Z".into()),
        not_before: None,
    };
    assert_eq!(state("active"), active);
    assert_eq!(state("disabled").status, TokenStatus::Disabled);
    assert_eq!(state("expired").status, TokenStatus::Expired);
    assert_eq!(state("paused").status, TokenStatus::Other("paused".into()));
    for result in [json!(null), json!({}), json!({ "status": null }), json!([])] {
        assert!(matches!(VerifyUserToken::read(&ok(enveloped(result))), Err(Error::Unreadable { .. })));
    }
}

#[test]
fn whether_a_report_may_be_appealed_is_never_guessed() {
    let body = json!({ "appealable": true, "has_open_appeal": false, "has_appealable_mitigations": true,
        "appeal_count": 1, "max_appeals": 3 });
    let told = Eligible {
        appealable: true,
        has_open_appeal: Some(false),
        has_appealable_mitigations: Some(true),
        appeal_count: Some(1),
        max_appeals: Some(3),
    };
    assert_eq!(Eligibility::read(&ok(enveloped(body))), Ok(told));
    for result in [json!(null), json!({}), json!({ "appealable": null }), json!({ "max_appeals": 3 })] {
        assert!(matches!(Eligibility::read(&ok(enveloped(result))), Err(Error::Unreadable { .. })));
    }
}
