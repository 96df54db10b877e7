//! What the reads ask.

use cloudflare_abuse::{
    Eligibility, Endpoint, EntityType, ListAccounts, ListMitigations, ListReceived, ListSubmitted, ListType,
    MitigationProperty, MitigationStatus, Order, ReadReceived, ReadSubmitted, ReceivedEmails, ReceivedStatus,
    ReportProperty, Sort, SubmittedEmails, SubmittedStatus, VerifyAccountToken, VerifyUserToken,
};
use http_kit::{Body, Method, Request};

use crate::examples::strings;
use crate::{ACCOUNT, account, below_reports, headers, report_id};

fn is_get(request: &Request) {
    assert_eq!((request.method, &request.body), (Method::Get, &Body::None));
    assert_eq!(headers(request), [("accept", "application/json")], "no version, no older keys");
}

fn assert_get(request: &Request, target: &str) {
    is_get(request);
    assert_eq!(request.target(), target);
}

fn assert_below(request: &Request, target: &str) {
    is_get(request);
    assert_eq!(below_reports(request), target);
}

#[test]
fn a_token_is_asked_about_where_its_owner_is() {
    assert_get(&VerifyUserToken.request(), "/user/tokens/verify");
    let target = format!("/accounts/{ACCOUNT}/tokens/verify");
    assert_get(&VerifyAccountToken { account: account() }.request(), &target);
}

#[test]
fn accounts_are_listed_outside_of_any() {
    assert_get(&ListAccounts::default().request(), "/accounts");
    let list = ListAccounts {
        name: Some("Brand & Co".into()),
        page: Some(2),
        per_page: Some(50),
        direction: Some(Order::Ascending),
    };
    assert_get(&list.request(), "/accounts?name=Brand%20%26%20Co&page=2&per_page=50&direction=asc");
}

#[test]
fn one_report_has_four_addresses_and_each_set_its_own() {
    let (account, report_id) = (account(), report_id("r1"));
    let submitted = ReadSubmitted { account: account.clone(), report_id: report_id.clone() };
    assert_below(&submitted.request(), "/submitted/r1");
    let received = ReadReceived { account: account.clone(), report_id: report_id.clone() };
    assert_below(&received.request(), "/r1");
    assert_below(&Eligibility { account, report_id }.request(), "/r1/appeals/eligibility");
}

#[test]
fn mails_are_asked_for_by_page() {
    let mut sent = SubmittedEmails::new(account(), report_id("r1"));
    let mut received = ReceivedEmails::new(account(), report_id("r1"));
    assert_below(&sent.request(), "/submitted/r1/emails");
    assert_below(&received.request(), "/r1/emails");
    (sent.page, sent.per_page) = (Some(2), Some(100));
    (received.page, received.per_page) = (Some(2), Some(100));
    assert_below(&sent.request(), "/submitted/r1/emails?page=2&per_page=100");
    assert_below(&received.request(), "/r1/emails?page=2&per_page=100");
}

#[test]
fn submitted_reports_are_filtered_by_repeated_keys() {
    assert_below(&ListSubmitted::new(account()).request(), "/submitted");
    let list = ListSubmitted {
        account: account(),
        page: Some(1),
        per_page: Some(200),
        sort: Some(Sort { by: ReportProperty::Cdate, order: Order::Descending }),
        id: Some("r1".into()),
        domains: strings(["a.example", "b.example"]),
        created_after: Some("2026-11-10T23:00:00Z".into()),
        created_before: Some("2026-11-11T23:00:00Z".into()),
        statuses: vec![SubmittedStatus::Submitted, SubmittedStatus::Denied],
        types: vec![ListType::Gen, ListType::Other("NEW".into())],
    };
    let target = "/submitted?page=1&per_page=200&sort=cdate%2Cdesc&id=r1&domain=a.example&domain=b.example\
        &created_after=2026-11-10T23%3A00%3A00Z&created_before=2026-11-11T23%3A00%3A00Z\
        &status=submitted&status=denied&type=GEN&type=NEW";
    assert_below(&list.request(), target);
}

#[test]
fn received_reports_are_filtered_by_one_value_each() {
    assert_below(&ListReceived::new(account()).request(), "");
    let list = ListReceived {
        account: account(),
        page: Some(3),
        per_page: Some(50),
        sort: Some(Sort { by: ReportProperty::Status, order: Order::Ascending }),
        domain: Some("brand.example".into()),
        created_after: Some("2026-11-10T23:00:00Z".into()),
        created_before: Some("2026-11-11T23:00:00Z".into()),
        status: Some(ReceivedStatus::InReview),
        kind: Some(ListType::Phish),
        mitigation_status: Some(MitigationStatus::Active),
    };
    let target = "?page=3&per_page=50&sort=status%2Casc&domain=brand.example&created_after=2026-11-10T23%3A00%3A00Z\
        &created_before=2026-11-11T23%3A00%3A00Z&status=in_review&type=PHISH&mitigation_status=active";
    assert_below(&list.request(), target);
}

#[test]
fn mitigations_are_filtered_by_several_kinds() {
    let list = ListMitigations::new(account(), report_id("r1"));
    assert_below(&list.request(), "/r1/mitigations");
    let list = ListMitigations {
        page: Some(1),
        per_page: Some(10),
        sort: Some(Sort { by: MitigationProperty::EffectiveDate, order: Order::Ascending }),
        types: strings(["rate_limit_cache", "legal_block"]),
        effective_after: Some("2026-11-10T23:00:00Z".into()),
        effective_before: Some("2026-11-11T23:00:00Z".into()),
        status: Some(MitigationStatus::Pending),
        entity_type: Some(EntityType::CustomExpression),
        ..list
    };
    let target = "/r1/mitigations?page=1&per_page=10&sort=effective_date%2Casc&type=rate_limit_cache&type=legal_block\
        &effective_after=2026-11-10T23%3A00%3A00Z&effective_before=2026-11-11T23%3A00%3A00Z\
        &status=pending&entity_type=custom_expression";
    assert_below(&list.request(), target);
}
