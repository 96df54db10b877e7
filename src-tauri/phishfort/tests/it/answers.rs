//! Answers as the pages describe them, and as other clients met them.

use phishfort::{Accepted, Account, ById, BySubject, Endpoint, Error, List, Report, Status, SubClient, WhoAmI};
use serde_json::{Value, json};

use crate::{answer, ok};

fn detailed() -> Value {
    json!({
        "id": "aB3dE5fG7hJ9kL1mN3pQ",
        "clientId": "c1",
        "safeDomain": "brand.example",
        "subject": "bad.example",
        "incidentType": "domain",
        "domain": "bad.example",
        "url": "https://bad.example/login",
        "status": "takedown_in_progress",
        "timestamp": "2026-01-02T03:04:05.678Z",
        "lastHistoryUpdateTimestamp": "2026-01-03T00:00:00.000Z",
        "reportedBy": "reporter@brand.example",
        "threatTaxonomy": { "incidentType": { "id": 1, "name": "x" } },
        "incidentState": { "responsive": true, "contentRemoved": false, "timestamp": "2026", "ssdeep": "3:a" },
        "history": [
            { "message": "Seen. TD-7K3M9Q2XAB", "timestamp": "2026-01-03T00:00:00.000Z", "type": "info/auto" },
            "odd",
            { "message": 7 },
        ],
        "attachments": [{ "url": "https://signed.example/TD-7K3M9Q2XAB_01_screenshot.png?sig=secret" }],
    })
}

#[test]
fn an_incident_is_read_bare_or_in_its_envelope() {
    let bare = ById::read(&ok(detailed())).unwrap();
    let enveloped = ById::read(&ok(json!({ "message": "Success", "data": detailed() }))).unwrap();
    assert_eq!(bare, enveloped);
    assert_eq!(bare.id.as_deref(), Some("aB3dE5fG7hJ9kL1mN3pQ"));
    assert_eq!(bare.status, Some(Status::TakedownInProgress));
    assert_eq!(bare.incident_type.as_deref(), Some("domain"));
    assert_eq!(bare.last_history_update.as_deref(), Some("2026-01-03T00:00:00.000Z"));
    assert_eq!(bare.reported_by.as_deref(), Some("reporter@brand.example"));
    assert_eq!(bare.state, [("contentRemoved".to_owned(), false), ("responsive".to_owned(), true)]);
    let messages: Vec<_> = bare.history.iter().map(|entry| entry.message.as_deref()).collect();
    assert_eq!(messages, [Some("Seen. TD-7K3M9Q2XAB"), Some("7")]);
    assert_eq!(bare.history[0].kind.as_deref(), Some("info/auto"));
}

#[test]
fn a_reference_code_is_found_wherever_it_came_back_and_the_record_is_not_printed() {
    let incident = ById::read(&ok(detailed())).unwrap();
    assert!(incident.mentions("TD-7K3M9Q2XAB") && incident.mentions("_01_screenshot"));
    assert!(!incident.mentions("TD-0000000000") && !incident.mentions(""));
    assert!(!format!("{incident:?}").contains("sig=secret"), "signed addresses are short-lived secrets");
}

#[test]
fn what_an_incident_is_about_is_shown_by_the_best_there_is() {
    let display = |body| ById::read(&ok(body)).unwrap().display().map(str::to_owned);
    assert_eq!(display(json!({ "subject": "s", "url": "u", "domain": "d" })), Some("s".into()));
    assert_eq!(display(json!({ "subject": " ", "url": "u", "domain": "d" })), Some("u".into()));
    assert_eq!(display(json!({ "subject": null, "domain": "d" })), Some("d".into()));
    assert_eq!(display(json!({})), None);
}

#[test]
fn all_eleven_statuses_are_known_and_any_other_is_kept() {
    let words = [
        "pending_review",
        "case_building",
        "approval_required",
        "takedown_ready",
        "action_required",
        "takedown_in_progress",
        "takedown_success",
        "takedown_attempt_failed",
        "blocklisted",
        "pre_weaponised",
        "closed",
    ];
    assert_eq!(Status::KNOWN.map(|status| status.to_string()), words);
    assert_eq!(words.map(Status::from), Status::KNOWN);
    let other = ById::read(&ok(json!({ "status": "Being_Pondered" }))).unwrap().status.unwrap();
    assert_eq!((other.as_str(), &other), ("Being_Pondered", &Status::Other("Being_Pondered".into())));
}

#[test]
fn no_incident_for_a_subject_is_no_error() {
    assert_eq!(BySubject::read(&answer(404, r#"{"statusCode":404}"#)), Ok(None));
    assert!(BySubject::read(&ok(json!({ "data": detailed() }))).unwrap().is_some());
    // A success that shows nothing is not a proof that there is nothing.
    for body in [json!({ "message": "Success", "data": null }), json!({ "data": [] }), json!(null)] {
        assert!(matches!(BySubject::read(&ok(body)), Err(Error::Unreadable { .. })));
    }
}

#[test]
fn one_bad_row_does_not_lose_the_others() {
    let page = List::read(&ok(json!({
        "data": [{ "id": "a" }, null, "x", { "id": "b", "status": {} }],
        "paging": { "cursor": "c0", "limit": 4, "next": "c1" },
    })))
    .unwrap();
    let ids: Vec<_> = page.incidents.iter().map(|incident| incident.id.as_deref()).collect();
    assert_eq!(ids, [Some("a"), Some("b")]);
    assert_eq!((page.unreadable, page.next.as_deref()), (2, Some("c1")));
}

#[test]
fn a_list_ends_where_no_cursor_is_told() {
    for paging in [json!(null), json!({}), json!({ "next": null }), json!({ "next": "" })] {
        assert_eq!(List::read(&ok(json!({ "data": [], "paging": paging }))).unwrap().next, None);
    }
    assert_eq!(List::read(&ok(json!({ "data": [] }))).unwrap().next, None);
    // A page without rows is not an empty page.
    assert!(matches!(List::read(&ok(json!({ "message": "Success" }))), Err(Error::Unreadable { .. })));
}

#[test]
fn sub_clients_are_read_in_every_shape() {
    let client = |id: &str, name: Option<&str>| SubClient { id: id.into(), name: name.map(Into::into) };
    for (sub_clients, expected) in [
        (json!(["c1", "c2", 7]), vec![client("c1", None), client("c2", None), client("7", None)]),
        (
            json!([{ "id": "c1", "name": "One" }, { "_id": "c2" }, { "clientId": "c3", "name": null }, {}, null]),
            vec![client("c1", Some("One")), client("c2", None), client("c3", None)],
        ),
        (json!(null), vec![]),
        (json!("none"), vec![]),
    ] {
        let body = json!({ "message": "success", "data": { "id": "a1", "name": "Brand", "subClients": sub_clients } });
        let account = Account { name: Some("Brand".into()), id: Some("a1".into()), clients: expected };
        assert_eq!(WhoAmI::read(&ok(body)), Ok(account));
    }
    assert_eq!(WhoAmI::read(&ok(json!({}))), Ok(Account::default()), "a key that was taken is a key that works");
}

#[test]
fn any_2xx_with_a_number_is_an_accepted_report() {
    let url = "https://dashboard.phishfort.com/incidents/aB3";
    let accepted = Accepted { id: "aB3".into(), message: Some("Success".into()), url: Some(url.into()) };
    let bare = json!({ "message": "Success", "id": "aB3", "url": url });
    let enveloped = json!({ "message": "Success", "data": { "id": "aB3", "url": url } });
    for status in [200, 201, 202, 299] {
        assert_eq!(Report::read(&answer(status, bare.to_string())), Ok(accepted.clone()));
        assert_eq!(Report::read(&answer(status, enveloped.to_string())), Ok(accepted.clone()));
    }
    assert_eq!(Report::read(&ok(json!({ "id": 42 }))).unwrap().id, "42");
}

#[test]
fn a_success_without_a_number_is_unreadable() {
    for body in
        ["", "{", "<html>", "null", "[]", "{}", r#"{"id":null}"#, r#"{"id":""}"#, r#"{"id":" "}"#, r#"{"id":{}}"#]
    {
        let read = Report::read(&answer(200, body));
        let Err(Error::Unreadable { excerpt, .. }) = read else { panic!("{body}: {read:?}") };
        assert_eq!(excerpt, body);
    }
}
