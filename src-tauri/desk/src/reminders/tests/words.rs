//! The words, and what must not get into them.

use std::time::Duration;

use domain::Moment;
use jiff::tz::TimeZone;
use proptest::prelude::*;

use super::super::due::{Due, Mark, Pending};
use super::super::place::bare;
use super::super::words::{Notification, Telling, kind};
use super::{at, block};

fn due(block: Pending) -> Due {
    Due { block, marks: vec![Mark::Day] }
}

fn told_at(now: Moment, due: Vec<Due>) -> Vec<Notification> {
    Telling { now, zone: &TimeZone::get("Europe/Berlin").unwrap(), practice: false }.notifications(due)
}

fn one(now: &str, starts: &str) -> (String, String) {
    let told = told_at(at(now), vec![due(block("b", at(starts)))]);
    assert_eq!(told.len(), 1);
    (told[0].title.clone(), told[0].body.clone())
}

#[test]
fn a_day_before_it_says_tomorrow_in_local_time() {
    let (title, body) = one("2026-11-23T08:00:00Z", "2026-11-24T08:00:00Z");
    assert_eq!(title, "A block on shop[.]acme[.]example starts tomorrow");
    assert_eq!(
        body,
        "Tomorrow at 09:00: Warning page (phishing). Cloudflare says that asking for a review should stop it. See Our sites."
    );
}

#[test]
fn an_hour_before_it_says_how_long_is_left() {
    for (now, left) in [
        ("2026-11-24T07:00:00Z", "in 1 hour"),
        ("2026-11-24T07:00:20Z", "in 1 hour"),
        ("2026-11-24T06:30:00Z", "in 1 hour 30 minutes"),
        ("2026-11-24T07:26:00Z", "in 34 minutes"),
        ("2026-11-24T07:59:00Z", "in 1 minute"),
        ("2026-11-24T07:59:50Z", "in less than a minute"),
        ("2026-11-24T02:00:00Z", "today"),
    ] {
        let (title, body) = one(now, "2026-11-24T08:00:00Z");
        assert_eq!(title, format!("A block on shop[.]acme[.]example starts {left}"), "{now}");
        assert!(body.starts_with("Today at 09:00: "), "{body}");
    }
}

#[test]
fn where_a_day_has_23_hours_the_day_is_named() {
    // 23:30 on Saturday; 24 hours later it is Monday.
    let (title, body) = one("2026-03-28T22:30:00Z", "2026-03-29T22:30:00Z");
    assert_eq!(title, "A block on shop[.]acme[.]example starts on 30 Mar");
    assert!(body.starts_with("30 Mar at 00:30: "), "{body}");
}

#[test]
fn a_start_that_is_past_is_told_without_saying_more_than_is_known() {
    let (title, body) = one("2026-11-24T12:00:00Z", "2026-11-24T08:00:00Z");
    assert_eq!(title, "A block on shop[.]acme[.]example was due to start");
    assert_eq!(body, "Today at 09:00: Warning page (phishing). See Our sites for how it stands now.");
    assert!(one("2026-11-25T12:00:00Z", "2026-11-24T08:00:00Z").1.starts_with("Yesterday at 09:00"));
    assert!(one("2027-02-01T12:00:00Z", "2026-11-24T08:00:00Z").1.starts_with("24 Nov 2026 at 09:00"));
}

#[test]
fn a_machine_without_a_zone_says_that_it_is_utc() {
    let telling = Telling { now: at("2026-11-24T07:00:00Z"), zone: &TimeZone::unknown(), practice: false };
    let told = telling.notifications(vec![due(block("b", at("2026-11-24T08:00:00Z")))]);
    assert!(told[0].body.starts_with("Today at 08:00 UTC: "), "{}", told[0].body);
}

#[test]
fn practice_says_so_first() {
    let telling = Telling { now: at("2026-11-24T07:00:00Z"), zone: &TimeZone::UTC, practice: true };
    let many = |count: usize| (0..count).map(|n| due(block(&n.to_string(), at("2026-11-24T08:00:00Z")))).collect();
    for count in [1, 3, 4] {
        for told in telling.notifications(many(count)) {
            assert!(told.title.starts_with("Practice: "), "{}", told.title);
        }
    }
}

#[test]
fn three_come_one_by_one_and_more_come_together_with_none_left_out() {
    let now = at("2026-11-24T07:00:00Z");
    let blocks = |count: u64| -> Vec<Due> {
        (0..count).map(|n| due(block(&n.to_string(), now + Duration::from_secs(60 * n)))).collect()
    };
    assert_eq!(told_at(now, blocks(3)).len(), 3);
    let told = told_at(now, blocks(9));
    assert_eq!(told.len(), 1);
    assert_eq!(told[0].title, "9 blocks: 8 start within a day, 1 was due to start");
    assert_eq!(told[0].gives, blocks(9));
    let lines: Vec<_> = told[0].body.lines().collect();
    assert_eq!(lines.len(), 6);
    assert_eq!((lines[0], lines[5]), ("Today at 08:01: shop[.]acme[.]example", "And 4 more. See Our sites."));
    assert_eq!(told_at(now, blocks(9)[1..6].to_vec())[0].title, "5 blocks start within a day");
}

#[test]
fn one_starts_and_several_start() {
    let now = at("2026-11-24T07:00:00Z");
    let title = |ahead: u64, past: u64| {
        let ahead = (0..ahead).map(|n| now + Duration::from_secs(60 * (n + 1)));
        let past = (0..past).map(|n| now - Duration::from_secs(60 * n));
        let due = ahead.chain(past).map(|start| due(block("b", start))).collect();
        told_at(now, due)[0].title.clone()
    };
    assert_eq!(title(3, 1), "4 blocks: 3 start within a day, 1 was due to start");
    assert_eq!(title(1, 3), "4 blocks: 1 starts within a day, 3 were due to start");
    assert_eq!(title(0, 4), "4 blocks were due to start");
}

#[test]
fn every_kind_has_words_and_an_unknown_one_is_shown_as_it_came() {
    assert_eq!(kind("legal_block"), "Blocked for legal reasons");
    assert_eq!(kind("zone_fint"), "Other block (zone_fint)");
    assert_eq!(kind("brand_new\u{202E}\nblock"), "Other block (brand_new⟨U+202E⟩ block)");
}

#[test]
fn a_place_is_harmless_and_on_one_line() {
    assert_eq!(bare("https://shop.acme.example/sale?x=1"), "shop[.]acme[.]example/sale?x=1");
    assert_eq!(bare("shop.acme.example"), "shop[.]acme[.]example");
    assert_eq!(bare(""), "");
    assert_eq!(bare("*.acme.example/a\r\nb\u{202E}c"), "*[.]acme[.]example/a b⟨U+202E⟩c");
    assert_eq!(bare(&"x".repeat(500)).chars().count(), 81);
}

proptest! {
    #[test]
    fn whatever_the_service_calls_a_place_or_kind_nothing_hidden_gets_through(
        place in ".*", raw_kind in ".*", raw_scope in "url_pattern|zone|account|.*", now: i64, effective_at: i64,
    ) {
        let block = Pending { place, raw_kind, raw_scope, ..block("b", Moment(effective_at)) };
        for told in told_at(Moment(now), vec![due(block)]) {
            for text in [told.title, told.body] {
                prop_assert!(!text.chars().any(domain::invisible::is_invisible), "{:?}", text);
                prop_assert!(!text.contains("http://") && !text.contains("https://"), "{:?}", text);
            }
        }
    }
}
