//! Pages of lists, as they may come.

use cloudflare_abuse::{
    AccountKind, Endpoint, EntityType, Error, ListAccounts, ListMitigations, ListReceived, ListSubmitted,
    MitigationStatus, PageInfo, ReceivedEmails, SubmittedEmails,
};
use serde_json::{Value, json};

use crate::ok;

fn page(list: &str, rows: Value, info: Value) -> Value {
    json!({ "success": true, "errors": [], "messages": [], "result": { list: rows }, "result_info": info })
}

fn info(page: u64, count: u64, total_count: u64, total_pages: u64) -> Value {
    json!({ "page": page, "per_page": 2, "count": count, "total_count": total_count, "total_pages": total_pages })
}

#[test]
fn a_page_tells_its_rows_and_where_it_stands() {
    let rows = json!([{ "id": "r1", "status": "submitted" }, { "id": "r2", "type": "TM" }]);
    let read = ListSubmitted::read(&ok(page("reports", rows, info(1, 2, 3, 2)))).unwrap();
    assert_eq!(read.items.iter().map(|row| row.id.as_str()).collect::<Vec<_>>(), ["r1", "r2"]);
    let expected = PageInfo { page: 1, per_page: 2, count: 2, total_count: 3, total_pages: 2 };
    assert_eq!((read.info, read.unreadable), (Some(expected), 0));
}

#[test]
fn each_list_stands_under_its_own_name() {
    let row = || json!([{ "id": "x" }]);
    let none = || json!(null);
    assert_eq!(ListSubmitted::read(&ok(page("reports", row(), none()))).unwrap().items[0].id, "x");
    assert_eq!(ListReceived::read(&ok(page("reports", row(), none()))).unwrap().items[0].id, "x");
    assert_eq!(ListMitigations::read(&ok(page("mitigations", row(), none()))).unwrap().items[0].id, "x");
    assert_eq!(SubmittedEmails::read(&ok(page("emails", row(), none()))).unwrap().items[0].id, "x");
    assert_eq!(ReceivedEmails::read(&ok(page("emails", row(), none()))).unwrap().items[0].id, "x");
    let read = ListAccounts::read(&ok(json!({ "success": true, "result": row() }))).unwrap();
    assert_eq!(read.items[0].id.as_str(), "x");
    // What the official libraries look for is not where these lists are.
    assert!(ListSubmitted::read(&ok(page("items", row(), none()))).is_err());
}

#[test]
fn a_list_that_is_null_is_empty_and_a_missing_one_is_not() {
    let empty = ListSubmitted::read(&ok(page("reports", json!(null), info(1, 0, 0, 0)))).unwrap();
    assert_eq!((empty.items, empty.unreadable), (vec![], 0));
    for body in [
        json!({ "success": true, "result": null }),
        json!({ "success": true, "result": {} }),
        json!({ "success": true }),
        page("reports", json!({}), json!(null)),
        page("reports", json!("none"), json!(null)),
    ] {
        let read = ListSubmitted::read(&ok(body.clone()));
        let Err(Error::Unreadable { at, .. }) = read else { panic!("{body}: {read:?}") };
        assert_eq!(at, "result.reports");
    }
}

#[test]
fn an_empty_page_of_a_list_with_rows_is_an_error() {
    for rows in [json!([]), json!(null)] {
        for told in [info(1, 0, 5, 3), info(3, 0, 5, 3), info(1, 5, 5, 0), info(0, 0, 5, 1)] {
            let read = ListSubmitted::read(&ok(page("reports", rows.clone(), told.clone())));
            let Err(Error::Unreadable { at, .. }) = read else { panic!("{told}: {read:?}") };
            assert_eq!(at, "result_info");
        }
        // Behind the last page there is nothing, rightly.
        assert!(ListSubmitted::read(&ok(page("reports", rows.clone(), info(4, 0, 5, 3)))).is_ok());
        assert!(ListSubmitted::read(&ok(page("reports", rows, info(1, 0, 0, 0)))).is_ok());
    }
}

#[test]
fn one_bad_row_does_not_lose_the_others() {
    let rows = json!([{ "id": "r1" }, null, "x", { "domain": "bad.example" }, { "id": 7 }, { "id": "" }]);
    let read = ListReceived::read(&ok(page("reports", rows, json!(null)))).unwrap();
    assert_eq!(read.items.iter().map(|row| row.id.as_str()).collect::<Vec<_>>(), ["r1", "7"]);
    assert_eq!((read.unreadable, read.rows()), (4, 6));
}

#[test]
fn where_a_page_stands_is_told_whole_or_not_at_all() {
    let read = |info: Value| ListSubmitted::read(&ok(page("reports", json!([{ "id": "r1" }]), info))).unwrap().info;
    let whole = Some(PageInfo { page: 1, per_page: 2, count: 1, total_count: 3, total_pages: 2 });
    assert_eq!(read(info(1, 1, 3, 2)), whole);
    assert_eq!(read(json!({ "page": 1.0, "per_page": "2", "count": 1, "total_count": 3.0, "total_pages": 2 })), whole);
    assert_eq!(read(json!({ "page": 1, "per_page": 2, "total_count": 3 })), whole, "what follows is worked out");
    for odd in [json!(null), json!({}), json!([]), json!({ "page": 1, "per_page": 2 }), json!({ "page": -1 })] {
        assert_eq!(read(odd), None);
    }
    assert_eq!(read(json!({ "page": 1.5, "per_page": 2, "total_count": 3 })), None);
    let none = json!({ "page": 1, "per_page": 0, "total_count": 3 });
    assert_eq!(read(none).unwrap().total_pages, 3, "no division by nothing");
}

#[test]
fn a_mitigation_of_an_unknown_kind_is_shown_as_it_came() {
    let rows = json!([
        { "id": "m1", "type": "zone_freeze_2027", "status": "active", "effective_date": "2026-11-10T23:00:00Z",
          "entity_type": "custom_expression", "entity_id": "e1" },
        { "id": "m2", "type": null, "status": "resting", "entity_type": "planet" },
    ]);
    let items = ListMitigations::read(&ok(page("mitigations", rows, json!(null)))).unwrap().items;
    assert_eq!(items[0].kind.as_deref(), Some("zone_freeze_2027"));
    assert_eq!(
        (&items[0].status, &items[0].entity_type),
        (&Some(MitigationStatus::Active), &Some(EntityType::CustomExpression),)
    );
    assert_eq!(items[0].entity_id.as_deref(), Some("e1"));
    assert_eq!((&items[1].kind, &items[1].status), (&None, &Some(MitigationStatus::Other("resting".into()))));
    assert_eq!(items[1].entity_type, Some(EntityType::Other("planet".into())));
}

#[test]
fn a_mail_is_text_from_outside() {
    let rows = json!([{ "id": "e1", "subject": "Your report", "body": "<b>Hello</b>",
        "recipient": "reporter@brand.example", "sent_at": "2026-11-10T23:00:00Z" }]);
    let mail = SubmittedEmails::read(&ok(page("emails", rows, info(1, 1, 1, 1)))).unwrap().items.remove(0);
    assert_eq!(mail.body.as_deref(), Some("<b>Hello</b>"), "neither cleaned nor shown here");
    assert_eq!(
        (mail.subject.as_deref(), mail.recipient.as_deref()),
        (Some("Your report"), Some("reporter@brand.example"))
    );
    assert_eq!(mail.sent_at.as_deref(), Some("2026-11-10T23:00:00Z"));
}

#[test]
fn accounts_are_listed_bare() {
    let rows = json!([
        { "id": "023e105f4ecef8ad9ca31a8372d0c353", "name": "Brand", "type": "enterprise", "settings": {} },
        { "id": "b", "type": "trial" },
        { "id": "not/an/id", "name": "Odd" },
    ]);
    let body = json!({ "success": true, "result": rows, "result_info": info(1, 3, 3, 1) });
    let read = ListAccounts::read(&ok(body)).unwrap();
    assert_eq!((read.items.len(), read.unreadable), (2, 1));
    assert_eq!((read.items[0].name.as_deref(), &read.items[0].kind), (Some("Brand"), &Some(AccountKind::Enterprise)));
    assert_eq!((&read.items[1].name, &read.items[1].kind), (&None, &Some(AccountKind::Other("trial".into()))));
}
