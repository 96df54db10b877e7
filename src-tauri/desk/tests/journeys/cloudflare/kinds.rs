//! For each of the eight kinds, with the least and with every field: what Cloudflare received is what was shown. The
//! rules are written down here once more, by hand, so that they can disagree with the product's.

use std::collections::BTreeMap;

use desk::contract::ReportField as Field;
use desk::contract::*;
use practice::Fault;
use serde_json::{Value, json};

use crate::support::TestDesk;

const STORY: &str = "A copy of our log-in page asks visitors for their user name and password.";

type Answers = Vec<(Field, &'static str)>;

/// What a kind can't do without, beside name and address of whoever reports.
fn least(kind: ReportKind) -> (Answers, Value) {
    match kind {
        ReportKind::Phishing => (
            vec![],
            json!({
                    "host_notification": "send-anon", "owner_notification": "send-anon",
            }),
        ),
        ReportKind::Threat | ReportKind::General => (
            vec![(Field::Justification, STORY)],
            json!({
                "justification": STORY, "host_notification": "send-anon", "owner_notification": "send-anon",
            }),
        ),
        ReportKind::Children => (
            vec![(Field::Justification, STORY)],
            json!({
                "justification": STORY, "host_notification": "send-anon", "owner_notification": "none",
                "ncmec_notification": "send-anon",
            }),
        ),
        ReportKind::Ncsei => (
            vec![(Field::SubjectRepresentation, "no")],
            json!({
                "ncsei_subject_representation": false, "host_notification": "send-anon", "owner_notification": "none",
            }),
        ),
        ReportKind::Trademark => (
            vec![
                (Field::Justification, STORY),
                (Field::TrademarkSymbol, "ACME"),
                (Field::TrademarkNumber, "018000001"),
                (Field::TrademarkOffice, "EUIPO"),
            ],
            json!({
                "justification": STORY, "host_notification": "send", "owner_notification": "send",
                "trademark_symbol": "ACME", "trademark_number": "018000001", "trademark_office": "EUIPO",
            }),
        ),
        ReportKind::Dmca => (
            vec![
                (Field::OriginalWork, "Our photographs at https://www.acme.example/photos"),
                (Field::AgentName, "Acme Holding"),
                (Field::Address1, "1 High Street"),
                (Field::City, "Zug"),
                (Field::State, "ZG"),
                (Field::Country, "Switzerland"),
                (Field::DmcaLiability, "yes"),
                (Field::DmcaGoodFaith, "yes"),
                (Field::DmcaAuthority, "yes"),
                (Field::Signature, "Jo Example"),
            ],
            json!({
                "original_work": "Our photographs at https://www.acme.example/photos", "agent_name": "Acme Holding",
                "address1": "1 High Street", "city": "Zug", "state": "ZG", "country": "Switzerland", "agree": 1,
                "signature": "Jo Example", "host_notification": "send", "owner_notification": "send",
            }),
        ),
        ReportKind::RegistrarWhois => (
            vec![
                (Field::WhoisRequestType, "disclosure"),
                (Field::WhoisElements, "registrant_email"),
                (Field::WhoisLegalBasis, "Article 6(1)(f) of the GDPR"),
                (Field::WhoisGoodFaith, "yes"),
                (Field::WhoisLawfulProcessing, "yes"),
            ],
            json!({
                "owner_notification": "send-anon",
                "reg_who_request": {
                    "reg_who_request_type": "disclosure", "reg_who_requested_data_elements": ["registrant_email"],
                    "reg_who_legal_basis": "Article 6(1)(f) of the GDPR", "reg_who_good_faith_affirmation": true,
                    "reg_who_lawful_processing_agreement": true,
                },
            }),
        ),
    }
}

/// What a kind may have besides, and that every kind may have.
fn every(kind: ReportKind) -> (Answers, Value) {
    let (mut answers, mut members) = least(kind);
    let named = !matches!(kind, ReportKind::Dmca | ReportKind::Trademark);
    let mut add = |more: Answers, changed: Value| {
        answers.extend(more);
        members.as_object_mut().unwrap().extend(changed.as_object().unwrap().clone());
    };
    if named && kind != ReportKind::RegistrarWhois {
        add(vec![(Field::HostNotification, "send")], json!({ "host_notification": "send" }));
    }
    if named {
        add(vec![(Field::OwnerNotification, "send")], json!({ "owner_notification": "send" }));
    }
    match kind {
        ReportKind::Phishing => add(
            vec![(Field::Justification, STORY), (Field::OriginalWork, "Our log-in page")],
            json!({ "justification": STORY, "original_work": "Our log-in page" }),
        ),
        ReportKind::Children => add(
            vec![(Field::Country, "Switzerland"), (Field::NcmecNotification, "send")],
            json!({ "country": "Switzerland", "ncmec_notification": "send" }),
        ),
        ReportKind::Ncsei => add(
            vec![(Field::Country, "Switzerland"), (Field::SubjectRepresentation, "yes")],
            json!({ "country": "Switzerland", "ncsei_subject_representation": true }),
        ),
        ReportKind::General => add(
            vec![
                (Field::SourceIps, "192.0.2.1\n192.0.2.2"),
                (Field::DestinationIps, "198.51.100.7"),
                (Field::PortsProtocols, "80/TCP\n22/UDP"),
            ],
            json!({
                "source_ips": "192.0.2.1\n192.0.2.2", "destination_ips": "198.51.100.7",
                "ports_protocols": "80/TCP, 22/UDP",
            }),
        ),
        ReportKind::RegistrarWhois => add(
            vec![
                (Field::WhoisRequestType, "invalid_whois"),
                (Field::WhoisElements, "registrant_name tech_email"),
                (Field::WhoisRequestorType, "corporation"),
                (Field::WhoisAuthorization, "Power of attorney of 1 March"),
            ],
            json!({ "reg_who_request": {
                "reg_who_request_type": "invalid_whois",
                "reg_who_requested_data_elements": ["registrant_name", "tech_email"],
                "reg_who_legal_basis": "Article 6(1)(f) of the GDPR", "reg_who_good_faith_affirmation": true,
                "reg_who_lawful_processing_agreement": true, "reg_who_requestor_type": "corporation",
                "reg_who_authorization_statement": "Power of attorney of 1 March",
            } }),
        ),
        ReportKind::Dmca | ReportKind::Trademark | ReportKind::Threat => {}
    }
    add(
        vec![
            (Field::Company, "Acme"),
            (Field::Telephone, "+44 20 7946 0991"),
            (Field::Title, "Analyst"),
            (Field::ReportedCountry, "ch"),
            (Field::ReportedUserAgent, "Firefox 140"),
            (Field::Comments, "Seen this morning."),
        ],
        json!({
            "company": "Acme", "tele": "+44 20 7946 0991", "title": "Analyst", "reported_country": "CH",
            "reported_user_agent": "Firefox 140",
        }),
    );
    (answers, members)
}

const ACTS: [(ReportKind, &str); 8] = [
    (ReportKind::Phishing, "abuse_phishing"),
    (ReportKind::Trademark, "abuse_trademark"),
    (ReportKind::Dmca, "abuse_dmca"),
    (ReportKind::Threat, "abuse_threat"),
    (ReportKind::Ncsei, "abuse_ncsei"),
    (ReportKind::Children, "abuse_children"),
    (ReportKind::RegistrarWhois, "abuse_registrar_whois"),
    (ReportKind::General, "abuse_general"),
];

/// A report of this kind, and the addresses in it.
fn filled_in(kind: ReportKind, act: &str, and_another: bool, answers: Answers) -> (DraftFields, String) {
    let page = |name: &str| format!("https://{}.test/{name}", act.replace('_', "-"));
    let more_addresses = if and_another { page("b") } else { String::new() };
    let urls = [page("a"), more_addresses.clone()].join("\n").trim().to_owned();
    let fields = DraftFields {
        target: page("a"),
        more_addresses,
        to_phishfort: false,
        to_cloudflare: true,
        report_kind: kind,
        answers: answers.into_iter().map(|(field, text)| (field, text.to_owned())).collect::<BTreeMap<_, _>>(),
        ..DraftFields::default()
    };
    (fields, urls)
}

/// Sends one, and holds what arrived against what was shown and against the rules.
async fn arrives(
    desk: &TestDesk,
    kind: ReportKind,
    act: &str,
    and_another: bool,
    (answers, members): (Answers, Value),
) {
    let (fields, urls) = filled_in(kind, act, and_another, answers);
    let with_comments = fields.answers.contains_key(&Field::Comments);
    let draft = desk.draft(fields).await;
    let shown = desk.check(&draft.id).await;
    assert_eq!(shown.problems, [], "{kind:?}");
    let sent = desk.send(&draft.id).await.unwrap();
    desk.pass(10).await;
    desk.assert_state(&sent, SubmissionState::Accepted, None).await;
    let processed = desk.cloudflare().processed().pop().unwrap();
    desk.assert_filed_as_shown(&shown.previews[0], &processed);
    assert_eq!(processed.act.word(), act);
    let reference = &shown.previews[0].reference;
    let line = format!("Reference: {reference}");
    let comments = if with_comments { format!("Seen this morning.\n\n{line}") } else { line };
    let mut expected = json!({
        "act": act, "email": "jo@acme.example", "email2": "jo@acme.example", "name": "Jo Example",
        "urls": urls, "comments": comments,
    });
    expected.as_object_mut().unwrap().extend(members.as_object().unwrap().clone());
    // What stands there by itself is the product's own sentence, and was shown as such.
    let suggested = draft.fills.iter().find(|fill| fill.from == FillSource::Suggested);
    if let Some(fill) = suggested.filter(|_| expected["justification"].is_null()) {
        expected["justification"] = fill.value.clone().into();
    }
    assert_eq!(processed.body, expected, "{kind:?}: what is not filled in is left out");
    let case = desk.case(&sent).await;
    assert_eq!(case.row.number, Some(processed.id));
    assert_eq!((case.standings[0].report_kind, case.standings[0].status), (Some(kind), CaseStatus::ReportSubmitted));
    assert_eq!(case.sent[0].preview, shown.previews[0], "the case shows what was shown before");
}

#[tokio::test]
async fn with_the_least_it_needs_every_kind_arrives_as_shown() {
    let desk = TestDesk::connected().await;
    for (kind, act) in ACTS {
        arrives(&desk, kind, act, false, least(kind)).await;
    }
}

#[tokio::test]
async fn with_every_field_every_kind_arrives_as_shown() {
    let desk = TestDesk::connected().await;
    for (kind, act) in ACTS {
        arrives(&desk, kind, act, true, every(kind)).await;
    }
}

#[tokio::test]
async fn with_its_answer_lost_every_kind_is_processed_once_and_found_by_its_code() {
    let desk = TestDesk::connected_to_one_that_takes_duplicates().await;
    for (place, (kind, act)) in ACTS.into_iter().enumerate() {
        desk.spoil(Fault::DropAfter { reset: true });
        let draft = desk.draft(filled_in(kind, act, true, every(kind).0).0).await;
        let sent = desk.send(&draft.id).await.unwrap();
        desk.pass(10).await;
        desk.assert_state(&sent, SubmissionState::Unsure, Some(SubmissionReason::NoAnswer)).await;
        desk.pass(60).await;
        desk.assert_state(&sent, SubmissionState::Accepted, Some(SubmissionReason::FoundThere)).await;
        desk.assert_filed(place + 1);
    }
    assert_eq!(desk.submissions().len(), ACTS.len());
}
