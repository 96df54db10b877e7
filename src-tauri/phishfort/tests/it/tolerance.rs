//! Whatever comes back, reading it ends in a value or an error.

use phishfort::{ById, BySubject, Endpoint, List, Report, WhoAmI, dashboard_url};
use proptest::prelude::*;
use serde_json::{Map, Value};

use crate::answer;

/// Names that someone reads, so that arbitrary values land where they matter.
const NAMES: [&str; 14] = [
    "data",
    "paging",
    "next",
    "id",
    "status",
    "subject",
    "url",
    "history",
    "message",
    "incidentState",
    "subClients",
    "name",
    "error",
    "reportedBy",
];

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
    ];
    leaf.prop_recursive(6, 64, 8, |inner| {
        let name = prop_oneof![prop::sample::select(&NAMES[..]).prop_map(str::to_owned), any::<String>()];
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::vec((name, inner), 0..8).prop_map(|members| Value::Object(Map::from_iter(members))),
        ]
    })
}

fn read_by_all(status: u16, body: &[u8]) {
    let answer = answer(status, body);
    let _ = WhoAmI::read(&answer);
    let _ = BySubject::read(&answer);
    let _ = List::read(&answer).map(|page| page.incidents.len() + page.unreadable);
    if let Ok(incident) = ById::read(&answer) {
        let _ = (incident.display(), incident.mentions("TD-"), format!("{incident:?}"));
    }
    if let Ok(accepted) = Report::read(&answer) {
        assert!(!accepted.id.trim().is_empty());
        let _ = accepted.url.as_deref().and_then(dashboard_url);
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
        read_by_all(200, &body);
    }

    #[test]
    fn a_cut_body_is_never_a_success(body in any_json().prop_filter("an object", Value::is_object), cut in 1usize..) {
        let whole = body.to_string();
        let cut = cut % whole.len();
        prop_assert!(Report::read(&answer(200, &whole.as_bytes()[..cut])).is_err());
    }
}
