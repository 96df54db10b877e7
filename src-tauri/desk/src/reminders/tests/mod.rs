#![allow(clippy::unwrap_used, reason = "a test says what went wrong by panicking")]

mod any_clock;
mod due;
mod place;
mod words;

use domain::Moment;

use super::due::Pending;

pub(super) fn at(iso: &str) -> Moment {
    Moment::parse_iso(iso).unwrap()
}

pub(super) fn block(id: &str, effective_at: Moment) -> Pending {
    Pending {
        account: "account".into(),
        report_id: "report".into(),
        id: id.into(),
        effective_at,
        place: "shop.acme.example".into(),
        place_exact: false,
        one_of: 0,
        raw_scope: String::new(),
        raw_kind: "phishing_interstitial".into(),
    }
}
