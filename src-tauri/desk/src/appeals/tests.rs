#![allow(clippy::unwrap_used, reason = "a test says what went wrong by panicking")]

use serde_json::{Value, json};

use super::*;

fn account() -> AccountId {
    AccountId::new("0123456789abcdef0123456789abcdef").unwrap()
}

fn block(report_id: &str, id: &str) -> BlockRef {
    BlockRef { report_id: report_id.into(), id: id.into() }
}

fn reason(report_id: &str, id: &str, reason: Option<AppealReason>) -> BlockReason {
    BlockReason { block: block(report_id, id), reason }
}

fn of_blocks(reasons: Vec<BlockReason>) -> AppealFields {
    AppealFields { reasons, ..AppealFields::default() }
}

fn notice() -> AppealFields {
    AppealFields {
        form: AppealForm::CounterNotice,
        report_id: "dmca/1".into(),
        notice: CounterNoticeFields {
            full_name: "Jo Example".into(),
            street_address: "1 Example Street".into(),
            city: "Zurich".into(),
            state: "ZH".into(),
            country: "Switzerland".into(),
            zip_code: "8000".into(),
            phone_number: "+44 20 7946 0000".into(),
            email: "jo@acme.example".into(),
            urls: "https://acme.example/a\n\nhttps://acme.example/b\n".into(),
            perjury_attestation: true,
            jurisdiction_consent: true,
            signature: "Jo Example".into(),
            ..CounterNoticeFields::default()
        },
        ..AppealFields::default()
    }
}

/// What stands in the way when Cloudflare and everything else is in order.
fn codes(fields: &AppealFields) -> Vec<(AppealProblemCode, Option<AppealField>)> {
    let offers = fields.reasons.iter().map(|one| (one.block.clone(), ReviewOffer::Offered)).collect();
    let account = account();
    let ground = Ground { fields, offers: &offers, eligibility: None, has_key: true, account: Some(&account) };
    problems(&ground).into_iter().map(|one| (one.code, one.field)).collect()
}

fn bodies(fields: &AppealFields) -> Vec<(String, Value)> {
    let body = |one: Appealing| (one.report_id().to_owned(), serde_json::from_str(&one.prepared.body).unwrap());
    asks(fields, &account()).into_iter().map(body).collect()
}

#[test]
fn each_report_is_one_request_that_names_just_its_blocks_and_their_reasons() {
    let (gone, wrong) = (Some(AppealReason::Removed), Some(AppealReason::Misclassified));
    let fields = of_blocks(vec![reason("r 1", "a/b", gone), reason("r2", "c", wrong), reason("r 1", "d", wrong)]);
    assert_eq!(codes(&fields), []);
    let first = json!({ "appeals": [{ "id": "a/b", "reason": "removed" }, { "id": "d", "reason": "misclassified" }] });
    let second = json!({ "appeals": [{ "id": "c", "reason": "misclassified" }] });
    assert_eq!(bodies(&fields), [("r 1".into(), first), ("r2".into(), second)]);
}

#[test]
fn a_block_without_a_reason_or_without_an_offer_stands_in_the_way() {
    use AppealProblemCode::{NotOffered, ReasonMissing};
    let fields = of_blocks(vec![reason("r1", "a", None), reason("r1", "b", Some(AppealReason::Removed))]);
    let offers = [(block("r1", "a"), ReviewOffer::Offered), (block("r1", "b"), ReviewOffer::AlreadyOpen)].into();
    let account = account();
    let ground = Ground { fields: &fields, offers: &offers, eligibility: None, has_key: true, account: Some(&account) };
    let found: Vec<_> = problems(&ground).into_iter().map(|one| (one.code, one.block.unwrap().id)).collect();
    assert_eq!(found, [(ReasonMissing, "a".to_owned()), (NotOffered, "b".to_owned())]);
}

#[test]
fn a_missing_key_and_account_are_told_before_anything_is_sent() {
    use AppealProblemCode::{AccountMissing, KeyMissing};
    let fields = of_blocks(vec![reason("r1", "a", Some(AppealReason::Removed))]);
    let offers = [(block("r1", "a"), ReviewOffer::Offered)].into();
    let ground = Ground { fields: &fields, offers: &offers, eligibility: None, has_key: false, account: None };
    let found: Vec<_> = problems(&ground).into_iter().map(|one| one.code).collect();
    assert_eq!(found, [KeyMissing, AccountMissing]);
}

#[test]
fn content_removed_says_so_of_the_whole_report_and_nothing_else() {
    let fields =
        AppealFields { form: AppealForm::ContentRemoved, report_id: "dmca/1".into(), ..AppealFields::default() };
    assert_eq!(codes(&fields), []);
    assert_eq!(bodies(&fields), [("dmca/1".into(), json!({ "type": "content_removed" }))]);
}

#[test]
fn a_counter_notice_carries_the_statement_and_leaves_out_what_is_empty() {
    let fields = notice();
    assert_eq!(codes(&fields), []);
    let data = json!({
        "full_name": "Jo Example", "street_address": "1 Example Street", "city": "Zurich", "state": "ZH",
        "country": "Switzerland", "zip_code": "8000", "phone_number": "+44 20 7946 0000", "email": "jo@acme.example",
        "urls": ["https://acme.example/a", "https://acme.example/b"],
        "perjury_attestation": true, "jurisdiction_consent": true, "signature": "Jo Example",
    });
    assert_eq!(bodies(&fields), [("dmca/1".into(), json!({ "type": "counter_notice", "data": data }))]);
}

#[test]
fn nothing_of_a_counter_notice_is_declared_for_the_person() {
    use AppealField::{JurisdictionConsent, PerjuryAttestation, Signature};
    for (field, code, undo) in [
        (
            PerjuryAttestation,
            AppealProblemCode::NotTicked,
            (|n| n.perjury_attestation = false) as fn(&mut CounterNoticeFields),
        ),
        (JurisdictionConsent, AppealProblemCode::NotTicked, |n| n.jurisdiction_consent = false),
        (Signature, AppealProblemCode::Missing, |n| n.signature = "  ".into()),
    ] {
        let mut fields = notice();
        undo(&mut fields.notice);
        assert_eq!(codes(&fields), [(code, Some(field))]);
        assert!(bodies(&fields).is_empty(), "no request is made of it");
    }
}

#[test]
fn every_missing_field_is_told_at_its_place_in_the_order_of_the_form() {
    use AppealField as F;
    let fields =
        AppealFields { form: AppealForm::CounterNotice, report_id: "dmca/1".into(), ..AppealFields::default() };
    let order = [
        F::FullName,
        F::StreetAddress,
        F::City,
        F::State,
        F::Country,
        F::ZipCode,
        F::PhoneNumber,
        F::Email,
        F::Urls,
        F::PerjuryAttestation,
        F::JurisdictionConsent,
        F::Signature,
    ];
    let found: Vec<_> = codes(&fields).into_iter().filter_map(|(_, field)| field).collect();
    assert_eq!(found, order);
}

#[test]
fn bad_addresses_of_a_counter_notice_are_told_by_what_is_wrong_with_them() {
    use AppealProblemCode::{SeveralHosts, UrlTwice, UrlUnreadable};
    for (urls, code) in [
        ("not an address", UrlUnreadable),
        ("https://acme.example/a\nhttps://acme.example/a", UrlTwice),
        ("https://acme.example/a\nhttps://other.example/a", SeveralHosts),
    ] {
        let mut fields = notice();
        fields.notice.urls = urls.into();
        assert_eq!(codes(&fields), [(code, Some(AppealField::Urls))], "{urls}");
    }
}

#[test]
fn an_open_appeal_or_one_that_cloudflare_rules_out_stops_a_whole_answer_and_silence_does_not() {
    let fields = notice();
    let account = account();
    let told = |appealable, has_open_appeal| EligibilityView {
        appealable,
        has_open_appeal,
        has_appealable_blocks: None,
        appeal_count: Some(1),
        max_appeals: Some(2),
    };
    for (eligibility, expected) in [
        (None, None),
        (Some(told(true, Some(false))), None),
        (Some(told(true, None)), None),
        (Some(told(true, Some(true))), Some(AppealProblemCode::AppealOpen)),
        (Some(told(false, Some(false))), Some(AppealProblemCode::NotEligible)),
    ] {
        let ground =
            Ground { fields: &fields, offers: &BTreeMap::new(), eligibility, has_key: true, account: Some(&account) };
        assert_eq!(problems(&ground).first().map(|one| one.code), expected, "{eligibility:?}");
    }
}
