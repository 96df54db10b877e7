//! What leaves, for each kind of report, with the least and with every field.

use std::collections::BTreeSet;

use cloudflare_abuse::{Endpoint, Kind, Prepared, Report};
use http_kit::Method;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::any_report::any_report;
use crate::examples::{full, least};
use crate::rules::{fields, wrongs};
use crate::{ACCOUNT, account, body_text, headers};

fn body(report: &Report) -> Value {
    serde_json::from_str(&report.prepare(&account()).body).unwrap()
}

fn names(body: &Value) -> BTreeSet<&str> {
    body.as_object().unwrap().keys().map(String::as_str).collect()
}

#[test]
fn the_least_and_the_fullest_report_of_every_kind_keep_the_rules() {
    for kind in Kind::ALL {
        let (least, full) = (body(&least(kind)), body(&full(kind)));
        assert_eq!(wrongs(kind.act(), &least), Vec::<String>::new(), "{kind:?}");
        assert_eq!(wrongs(kind.act(), &full), Vec::<String>::new(), "{kind:?}");
        let (may, must) = fields(kind.act());
        assert_eq!(names(&least), BTreeSet::from_iter(must), "{kind:?}: nothing optional leaves empty");
        assert_eq!(names(&full), BTreeSet::from_iter(may), "{kind:?}: every field can be sent");
    }
}

#[test]
fn the_path_and_the_body_name_the_same_kind() {
    for kind in Kind::ALL {
        let prepared = full(kind).prepare(&account());
        let request = prepared.request();
        let target = format!("/accounts/{ACCOUNT}/abuse-reports/{}", kind.act());
        assert_eq!((request.method, request.target()), (Method::Post, target));
        assert_eq!(headers(&request), [("accept", "application/json"), ("Content-Type", "application/json")]);
        assert_eq!(body_text(&request), prepared.body, "what was confirmed is what leaves, to the byte");
        assert_eq!((prepared.kind, full(kind).kind()), (kind, kind));
        assert_eq!(body(&full(kind))["act"], kind.act());
    }
}

#[test]
fn the_least_phishing_report_is_this_text() {
    let expected = concat!(
        r#"{"act":"abuse_phishing","name":"A. Reporter","email":"reporter@brand.example","#,
        r#""email2":"reporter@brand.example","urls":"https://bad.example/login","#,
        r#""justification":"Asks for a password on a copy of our page.","#,
        r#""host_notification":"send-anon","owner_notification":"send-anon"}"#
    );
    assert_eq!(least(Kind::Phishing).prepare(&account()).body, expected);
}

fn shared(act: &str, own: Value) -> Value {
    let mut all = json!({
        "act": act, "name": "A. Reporter", "email": "reporter@brand.example", "email2": "reporter@brand.example",
        "title": "Analyst", "company": "Brand Ltd", "tele": "+44 20 7946 0123",
        "urls": "https://bad.example/login\nhttp://bad.example/pay?x=1",
        "comments": "TD-7K3M9Q2XAB", "reported_country": "GB", "reported_user_agent": "Mozilla/5.0 (X11)",
    });
    all.as_object_mut().unwrap().extend(own.as_object().unwrap().clone());
    all
}

#[test]
fn every_field_holds_what_the_person_gave() {
    for (kind, own) in [
        (
            Kind::Phishing,
            json!({ "justification": "Asks for a password on a copy of our page.", "original_work": "Brand",
                "host_notification": "send", "owner_notification": "send-anon" }),
        ),
        (
            Kind::Trademark,
            json!({ "justification": "Seen today.", "trademark_number": "UK0000", "trademark_office": "UKIPO",
                "trademark_symbol": "BRAND", "host_notification": "send", "owner_notification": "send" }),
        ),
        (
            Kind::Dmca,
            json!({ "original_work": "Our catalogue", "agent_name": "Brand Ltd", "address1": "1 Example Street",
                "city": "London", "state": "Greater London", "country": "United Kingdom", "agree": 1,
                "signature": "A. Reporter", "host_notification": "send", "owner_notification": "send" }),
        ),
        (
            Kind::General,
            json!({ "justification": "Seen today.", "source_ips": "192.0.2.1\n2001:db8::1",
                "destination_ips": "198.51.100.7", "ports_protocols": "80/TCP, 22/UDP",
                "host_notification": "send-anon", "owner_notification": "send-anon" }),
        ),
        (
            Kind::Threat,
            json!({ "justification": "Seen today.", "host_notification": "send-anon",
                "owner_notification": "send-anon" }),
        ),
        (
            Kind::Ncsei,
            json!({ "ncsei_subject_representation": true, "country": "United Kingdom",
                "host_notification": "send-anon", "owner_notification": "send" }),
        ),
        (
            Kind::Children,
            json!({ "justification": "Seen today.", "country": "United Kingdom", "host_notification": "send-anon",
                "owner_notification": "none", "ncmec_notification": "send" }),
        ),
        (
            Kind::RegistrarWhois,
            json!({ "owner_notification": "send-anon", "reg_who_request": {
                "reg_who_request_type": "disclosure",
                "reg_who_requested_data_elements": [
                    "registrant_name", "registrant_organization", "registrant_email", "registrant_phone",
                    "registrant_address", "registrant_address_country", "registrant_address_postal_code",
                    "admin_name", "admin_organization", "admin_email", "admin_phone", "admin_address",
                    "tech_name", "tech_organization", "tech_email", "tech_phone", "tech_address",
                ],
                "reg_who_legal_basis": "To sue for passing off.",
                "reg_who_good_faith_affirmation": true,
                "reg_who_lawful_processing_agreement": true,
                "reg_who_requestor_type": "corporation",
                "reg_who_authorization_statement": "Power of attorney attached to our letter.",
            } }),
        ),
    ] {
        assert_eq!(body(&full(kind)), shared(kind.act(), own));
    }
}

#[test]
fn a_preview_shows_the_members_in_their_order() {
    let fields = full(Kind::Dmca).prepare(&account()).fields();
    let names: Vec<_> = fields.iter().map(|(name, _)| name.as_str()).collect();
    let expected = "act name email email2 title company tele urls original_work agent_name address1 city state country \
        agree signature host_notification owner_notification comments reported_country reported_user_agent";
    assert_eq!(names, expected.split_whitespace().collect::<Vec<_>>());
    let shown = |wanted: &str| fields.iter().find(|(name, _)| name == wanted).unwrap().1.as_str();
    assert_eq!((shown("agree"), shown("signature")), ("1", "A. Reporter"));
    assert_eq!(shown("urls"), "https://bad.example/login\nhttp://bad.example/pay?x=1");

    let whois = least(Kind::RegistrarWhois).prepare(&account());
    let (_, request) = whois.fields().into_iter().find(|(name, _)| name == "reg_who_request").unwrap();
    assert!(whois.body.contains(&request), "what is nested is shown as it leaves: {request}");
}

#[test]
fn a_body_that_is_no_object_shows_nothing() {
    for body in ["", "null", "[]", "{", "7"] {
        let prepared = Prepared { account: account(), kind: Kind::Threat, body: body.into() };
        assert_eq!(prepared.fields(), []);
    }
}

#[test]
fn a_frozen_report_comes_back_as_it_was() {
    for kind in Kind::ALL {
        let prepared = full(kind).prepare(&account());
        let kept = serde_json::to_string(&prepared).unwrap();
        assert_eq!(serde_json::from_str::<Prepared>(&kept).unwrap(), prepared);
        assert_eq!(full(kind).prepare(&account()), prepared, "the same report is the same text");
    }
    let odd = r#"{"account":"a/../b","kind":"phishing","body":"{}"}"#;
    assert!(serde_json::from_str::<Prepared>(odd).is_err(), "a kept account is checked again");
}

#[test]
fn the_rules_find_what_is_wrong() {
    let good = body(&full(Kind::Children));
    for (name, value) in [
        ("act", json!("abuse_threat")),
        ("email2", json!("other@brand.example")),
        ("urls", json!("https://bad.example/\nhttps://other.example/")),
        ("comments", json!("")),
        ("host_notification", json!("none")),
        ("ncmec_notification", json!(null)),
        ("signature", json!("A. Reporter")),
        ("reported_country", json!("gbr")),
        ("invented", json!(1)),
    ] {
        let mut bad = good.clone();
        bad[name] = value;
        assert_eq!(wrongs(Kind::Children.act(), &bad).len(), 1, "{name}");
    }
    for name in fields(Kind::Children.act()).1 {
        let mut bad = good.clone();
        bad.as_object_mut().unwrap().remove(name);
        assert!(!wrongs(Kind::Children.act(), &bad).is_empty(), "{name}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn any_report_that_can_be_made_keeps_the_rules(report in any_report()) {
        let prepared = report.prepare(&account());
        let body: Value = serde_json::from_str(&prepared.body).unwrap();
        prop_assert_eq!(wrongs(report.kind().act(), &body), Vec::<String>::new());
        let members = body.as_object().unwrap();
        prop_assert_eq!(prepared.fields().len(), members.len(), "no member is there twice");
        let urls: Vec<_> = report.urls().iter().collect();
        prop_assert_eq!(members["urls"].as_str().unwrap().split('\n').collect::<Vec<_>>(), urls);
        for (name, shown) in prepared.fields() {
            let value = &members[&name];
            prop_assert_eq!(value.as_str().map_or_else(|| value.to_string(), str::to_owned), shown);
        }
    }
}
