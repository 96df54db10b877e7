//! Whatever comes back, reading it ends in a value or an error.

use cloudflare_abuse::{
    Allowance, Eligibility, Endpoint, ListAccounts, ListMitigations, ListReceived, ListSubmitted, Prepared,
    PreparedAppeal, ReadReceived, ReadSubmitted, ReceivedEmails, SubmittedEmails, Urls, VerifyAccountToken,
    VerifyUserToken,
};
use proptest::prelude::*;
use serde_json::{Map, Value};

use crate::answer;

/// Names that someone reads, so that arbitrary values land where they matter.
const NAMES: [&str; 24] = [
    "success",
    "result",
    "result_info",
    "errors",
    "message",
    "code",
    "msg",
    "err_code",
    "error_code",
    "abuse_rand",
    "request",
    "act",
    "reports",
    "mitigations",
    "emails",
    "id",
    "status",
    "type",
    "urls",
    "page",
    "per_page",
    "total_count",
    "total_pages",
    "reg_who_request",
];

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
        Just(Value::from("error")),
    ];
    leaf.prop_recursive(6, 64, 8, |inner| {
        let name = prop_oneof![4 => prop::sample::select(&NAMES[..]).prop_map(str::to_owned), 1 => any::<String>()];
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::vec((name, inner), 0..8).prop_map(|members| Value::Object(Map::from_iter(members))),
        ]
    })
}

fn read_by_all(status: u16, body: &[u8]) {
    let answer = answer(status, body);
    let _ = (VerifyUserToken::read(&answer), VerifyAccountToken::read(&answer), Allowance::of(&answer));
    let _ = (Eligibility::read(&answer), PreparedAppeal::read(&answer));
    let _ = (ListSubmitted::read(&answer).map(|page| page.rows()), ReadSubmitted::read(&answer));
    let _ = (ListReceived::read(&answer).map(|page| page.rows()), ReadReceived::read(&answer));
    let _ = (SubmittedEmails::read(&answer), ReceivedEmails::read(&answer), ListMitigations::read(&answer));
    if let Ok(page) = ListAccounts::read(&answer) {
        assert!(page.items.iter().all(|account| !account.id.as_str().is_empty()));
    }
    if let Ok(accepted) = Prepared::read(&answer) {
        assert!(!accepted.report_id.trim().is_empty());
        assert!((200..300).contains(&status));
    }
}

proptest! {
    #[test]
    fn any_json_is_read_or_refused(status in 100u16..=999, body in any_json()) {
        read_by_all(status, body.to_string().as_bytes());
        read_by_all(200, body.to_string().as_bytes());
    }

    #[test]
    fn any_bytes_are_read_or_refused(body in prop::collection::vec(any::<u8>(), 0..400)) {
        for status in [200, 401, 403, 500] {
            read_by_all(status, &body);
        }
    }

    #[test]
    fn a_cut_body_is_never_a_success(body in any_json().prop_filter("an object", Value::is_object), cut in 1usize..) {
        let whole = body.to_string();
        let cut = cut % whole.len();
        prop_assert!(Prepared::read(&answer(200, &whole.as_bytes()[..cut])).is_err());
    }

    #[test]
    fn any_text_is_an_address_or_is_refused(raw in any::<String>(), rest in any::<String>()) {
        for raw in [raw, format!("https://{rest}"), format!("http://bad.example/{rest}")] {
            if let Ok(urls) = Urls::new([raw]) {
                prop_assert_eq!(urls.joined().lines().count(), 1);
                prop_assert!(urls.joined().is_ascii() && !urls.hostname().is_empty());
            }
        }
    }
}
