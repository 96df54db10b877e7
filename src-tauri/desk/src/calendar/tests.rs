#![allow(clippy::unwrap_used, reason = "a test says what went wrong by panicking")]
//! What is written is read back by somebody else's parser.

use domain::Moment;
use icalendar::{Calendar, Component, Event};
use proptest::prelude::*;

use super::calendar;
use crate::reminders::due::Pending;

fn at(iso: &str) -> Moment {
    Moment::parse_iso(iso).unwrap()
}

fn block(id: &str, place: &str) -> Pending {
    Pending {
        account: "0123456789abcdef0123456789abcdef".into(),
        report_id: "r-1".into(),
        id: id.into(),
        effective_at: at("2026-11-24T09:00:00+01:00"),
        place: place.into(),
        place_exact: true,
        one_of: 0,
        raw_scope: "url_pattern".into(),
        raw_kind: "phishing_interstitial".into(),
    }
}

fn made(blocks: &[Pending]) -> String {
    calendar(blocks, at("2026-11-22T19:00:00Z"), false)
}

/// The entries, read by the parser; every rule of a line is checked on the way.
fn entries(text: &str) -> Vec<Event> {
    assert!(text.ends_with("END:VCALENDAR\r\n"));
    for line in text.split_terminator("\r\n") {
        assert!(line.len() <= 75, "{} octets: {line}", line.len());
        assert!(!line.chars().any(domain::invisible::is_invisible), "{line:?}");
    }
    let read: Calendar = text.parse().unwrap();
    read.events().cloned().collect()
}

#[test]
fn a_block_is_an_entry_with_two_alarms() {
    let text = made(&[block("m-1", "https://shop.acme.example/sale")]);
    assert_eq!(
        text.split("\r\n").filter(|line| !line.starts_with([' ', 'D'])).collect::<Vec<_>>(),
        [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Takedown Desk//Takedown Desk//EN",
            "CALSCALE:GREGORIAN",
            "METHOD:PUBLISH",
            "BEGIN:VEVENT",
            "UID:0123456789abcdef0123456789abcdef.r-1.m-1@takedown-desk",
            "SUMMARY:Cloudflare block starts: shop[.]acme[.]example/sale",
            "TRANSP:TRANSPARENT",
            "BEGIN:VALARM",
            "ACTION:DISPLAY",
            "TRIGGER:-P1D",
            "END:VALARM",
            "BEGIN:VALARM",
            "ACTION:DISPLAY",
            "TRIGGER:-PT1H",
            "END:VALARM",
            "END:VEVENT",
            "END:VCALENDAR",
            "",
        ]
    );
    for line in ["DTSTAMP:20261122T190000Z", "DTSTART:20261124T080000Z", "DURATION:PT15M"] {
        assert!(text.contains(&format!("\r\n{line}\r\n")), "{line}");
    }
    let read = entries(&text);
    assert_eq!(read[0].get_summary(), Some("Cloudflare block starts: shop[.]acme[.]example/sale"));
    let description = read[0].get_description().unwrap();
    assert!(description.starts_with("Warning page (phishing), on shop[.]acme[.]example/sale.\n"), "{description}");
    assert!(description.contains("choose “Ask for a review…”"), "{description}");
    assert!(description.ends_with("\nReport r-1, block m-1."), "{description}");
}

#[test]
fn an_entry_says_what_the_block_is_on_no_surer_than_is_known() {
    let told = |raw_scope: &str, one_of| {
        let block = Pending { place_exact: false, raw_scope: raw_scope.into(), one_of, ..block("m", "shop.example") };
        let entry = entries(&made(&[block])).remove(0);
        let first = entry.get_description().unwrap().lines().next().unwrap().to_owned();
        (entry.get_summary().unwrap().to_owned(), first)
    };
    for (scope, one_of, summary, first) in [
        ("url_pattern", 12, "one of 12 addresses of shop[.]example", "on one of 12 addresses of shop[.]example"),
        (
            "account",
            0,
            "your whole account (report about shop[.]example)",
            "on your whole account (report about shop[.]example)",
        ),
        ("custom_expression", 0, "a rule for shop[.]example", "by a rule for shop[.]example"),
    ] {
        let expected = (format!("Cloudflare block starts: {summary}"), format!("Warning page (phishing), {first}."));
        assert_eq!(told(scope, one_of), expected);
    }
}

#[test]
fn a_block_keeps_its_name_and_no_two_share_one() {
    let name = |block: Pending| entries(&made(&[block]))[0].get_uid().unwrap().to_owned();
    let moved = Pending { effective_at: at("2027-01-01T00:00:00Z"), place: String::new(), ..block("m", "x") };
    assert_eq!(name(moved), name(block("m", "x")));
    let ids = ["a.b", "a_2Eb", "a", "b", "A", "ä", "a b"];
    let named: std::collections::HashSet<_> = ids.iter().map(|id| name(block(id, "x"))).collect();
    assert_eq!(named.len(), ids.len());
    let shifted = Pending { report_id: "r-1.m".into(), id: "1".into(), ..block("", "") };
    assert_ne!(name(shifted), name(Pending { id: "m.1".into(), ..block("", "") }));
}

#[test]
fn a_hostile_place_stays_inside_its_line() {
    for place in [
        "shop.acme.example\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:evil",
        "shop.acme.example\nATTACH:https://evil.example/x",
        "a\u{202E}gpj.exe\u{2028}b\u{0}c\u{7}",
        "https://shop.acme.example/;x=1,y=2\\n\\",
        "\r \t;,:\"",
    ] {
        let hostile = Pending { report_id: place.into(), raw_kind: place.into(), ..block(place, place) };
        let text = made(&[hostile]);
        let read = entries(&text);
        assert_eq!(read.len(), 1, "{text}");
        assert!(read[0].property_value("ATTACH").is_none());
        assert_eq!(read[0].get_summary().unwrap().lines().count(), 1);
        assert_eq!(read[0].get_description().unwrap().lines().count(), 3);
        assert_eq!(text.matches("\r\nBEGIN:").count(), 3);
    }
}

#[test]
fn long_texts_are_folded_between_characters() {
    let place = "東京🏯é".repeat(15);
    let text = made(&[block("m", &place)]);
    assert!(text.split("\r\n").filter(|line| line.starts_with(' ')).count() > 3);
    let read = entries(&text);
    assert_eq!(read[0].get_summary(), Some(format!("Cloudflare block starts: {place}").as_str()));
}

#[test]
fn times_that_the_format_has_no_room_for_are_the_nearest_that_it_has() {
    for (millis, written) in [(i64::MAX, "DTSTART:99991231T235959Z"), (i64::MIN, "DTSTART:00000101T000000Z")] {
        let text = made(&[Pending { effective_at: Moment(millis), ..block("m", "x") }]);
        assert!(text.contains(written), "{text}");
    }
}

#[test]
fn practice_says_so() {
    let text = calendar(&[block("m", "shop.acme.example")], at("2026-11-22T19:00:00Z"), true);
    assert!(entries(&text)[0].get_summary().unwrap().starts_with("Practice: Cloudflare block starts: "));
}

proptest! {
    #[test]
    fn whatever_the_service_says_it_is_read_back(texts in prop::collection::vec("\\PC*|.*", 4), count in 1..4_usize) {
        let block = Pending {
            account: texts[0].clone(),
            report_id: texts[1].clone(),
            place: texts[2].clone(),
            raw_kind: texts[3].clone(),
            ..block("m", "")
        };
        let read = entries(&made(&vec![block.clone(); count]));
        prop_assert_eq!(read.len(), count);
        let summary = format!("Cloudflare block starts: {}", crate::reminders::place::what(&block));
        prop_assert_eq!(read[0].get_summary(), Some(summary.as_str()));
    }
}
