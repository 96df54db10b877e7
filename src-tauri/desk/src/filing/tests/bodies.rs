//! The request of every kind, with the least and with every field.

use super::support::Draft;
use crate::contract::{ProfileView, ReportField as Field, ReportKind as Kind};
use crate::tables;

const LEAST: [&str; 6] = ["act", "name", "email", "email2", "urls", "comments"];
const MORE: [&str; 5] = ["title", "company", "tele", "reported_country", "reported_user_agent"];
const BOTH_TOLD: [&str; 2] = ["host_notification", "owner_notification"];

/// The members of its own that a kind must have, and those that it may have.
fn own(kind: Kind) -> (Vec<&'static str>, &'static [&'static str]) {
    let with = |own: &[&'static str]| [own, &BOTH_TOLD].concat();
    match kind {
        Kind::Phishing => (with(&["justification"]), &["original_work"]),
        Kind::Trademark => (with(&["justification", "trademark_number", "trademark_office", "trademark_symbol"]), &[]),
        Kind::Dmca => {
            (with(&["original_work", "agent_name", "address1", "city", "state", "country", "agree", "signature"]), &[])
        }
        Kind::Threat => (with(&["justification"]), &[]),
        Kind::Ncsei => (with(&["ncsei_subject_representation"]), &["country"]),
        Kind::Children => (with(&["justification", "ncmec_notification"]), &["country"]),
        Kind::RegistrarWhois => (vec!["reg_who_request", "owner_notification"], &[]),
        Kind::General => (with(&["justification"]), &["source_ips", "destination_ips", "ports_protocols"]),
    }
}

fn names(draft: &Draft) -> Vec<String> {
    let mut names: Vec<_> = draft.body().into_iter().map(|(name, _)| name).collect();
    names.sort();
    names
}

fn sorted(names: &[&[&str]]) -> Vec<String> {
    let mut all: Vec<_> = names.concat().iter().map(|&name| name.to_owned()).collect();
    all.sort();
    all
}

#[test]
fn the_least_report_has_what_its_kind_requires_and_nothing_else() {
    for kind in Kind::ALL {
        assert_eq!(names(&Draft::least(kind)), sorted(&[&LEAST, &own(kind).0]), "{kind:?}");
    }
}

#[test]
fn the_fullest_report_has_every_field_of_its_kind() {
    for kind in Kind::ALL {
        let (must, may) = own(kind);
        assert_eq!(names(&Draft::full(kind)), sorted(&[&LEAST, &MORE, &must, may]), "{kind:?}");
    }
}

#[test]
fn every_report_says_the_same_kind_twice_and_the_same_address_twice() {
    for draft in Kind::ALL.into_iter().flat_map(|kind| [Draft::least(kind), Draft::full(kind)]) {
        let act = &tables::rule(draft.fields.report_kind).act;
        assert_eq!(draft.sent("act").as_ref(), Some(act));
        assert_eq!(draft.parts()[0].prepared.kind.act(), act);
        assert_eq!(draft.sent("email"), draft.sent("email2"));
        assert_eq!(draft.parts()[0].submitter, "jo@acme.example");
    }
}

#[test]
fn no_member_of_any_report_is_empty() {
    for draft in Kind::ALL.into_iter().flat_map(|kind| [Draft::least(kind), Draft::full(kind)]) {
        let empty: Vec<_> = draft.body().into_iter().filter(|(_, value)| value.trim().is_empty()).collect();
        assert_eq!(empty, [], "{:?}", draft.fields.report_kind);
        // Inside `reg_who_request` as well.
        assert!(!draft.parts()[0].prepared.body.contains("\"\""));
    }
}

#[test]
fn addresses_are_joined_by_newlines() {
    for kind in Kind::ALL {
        let draft = Draft::least(kind).more("https://evil.example/a\nhttps://evil.example/b");
        let urls = "https://evil.example/login\nhttps://evil.example/a\nhttps://evil.example/b";
        assert_eq!(draft.sent("urls").as_deref(), Some(urls), "{kind:?}");
        assert_eq!(draft.parts()[0].urls, urls.split('\n').collect::<Vec<_>>());
    }
}

#[test]
fn the_comments_end_with_the_code_of_the_report() {
    for (draft, begin) in [(Draft::least(Kind::Phishing), ""), (Draft::full(Kind::Phishing), "Seen this morning.\n\n")]
    {
        let part = draft.parts().remove(0);
        assert_eq!(part.comments, format!("{begin}Reference: {}", part.reference));
        assert_eq!(draft.sent("comments"), Some(part.comments));
        assert_ne!(&part.reference, draft.ground().reference);
    }
}

#[test]
fn a_registrar_request_is_always_sent() {
    let request = Draft::least(Kind::RegistrarWhois).sent("reg_who_request").unwrap();
    for member in [
        r#""reg_who_request_type":"invalid_whois""#,
        r#""reg_who_requested_data_elements":["registrant_name","tech_email"]"#,
        r#""reg_who_good_faith_affirmation":true"#,
        r#""reg_who_lawful_processing_agreement":true"#,
    ] {
        assert!(request.contains(member), "{request}");
    }
    assert!(!request.contains("reg_who_requestor_type"));
}

#[test]
fn whether_the_sender_is_the_person_shown_is_what_was_answered() {
    for (answer, sent) in [("yes", "true"), ("no", "false")] {
        let draft = Draft::least(Kind::Ncsei).answer(Field::SubjectRepresentation, answer);
        assert_eq!(draft.sent("ncsei_subject_representation").as_deref(), Some(sent));
    }
}

#[test]
fn the_same_draft_gives_the_same_requests() {
    let draft = Draft::full(Kind::General).more("https://other.example/");
    assert_eq!(draft.parts(), draft.clone().parts());
}

#[test]
fn without_an_account_there_is_no_request() {
    let draft = Draft::least(Kind::Phishing);
    assert_eq!(super::super::parts(super::super::Ground { account: None, ..draft.ground() }), []);
}

#[test]
fn a_phishing_report_needs_nothing_but_an_address_and_a_profile() {
    let profile = ProfileView {
        name: "Jo Example".into(),
        email: "jo@acme.example".into(),
        company: "Acme".into(),
        ..ProfileView::default()
    };
    let draft = Draft::empty(Kind::Phishing).profile(profile);
    let said = "This address is used for phishing or malware against people online.";
    assert_eq!(draft.sent("justification").as_deref(), Some(said));
    assert_eq!(draft.sent("company").as_deref(), Some("Acme"));
}
