//! What a block is said to be on: no surer than the list says it.

use super::super::due::{Due, Mark, Pending};
use super::super::place::{on, what};
use super::super::words::Telling;
use super::{at, block};

fn put_on(raw_scope: &str, place: &str, place_exact: bool, one_of: u32) -> Pending {
    let block = block("b", at("2026-11-24T08:00:00Z"));
    Pending { raw_scope: raw_scope.into(), place: place.into(), place_exact, one_of, ..block }
}

#[test]
fn an_address_is_named_only_where_it_is_known_to_be_that_one() {
    let login = put_on("url_pattern", "https://shop.example/login", true, 0);
    assert_eq!(what(&login), "shop[.]example/login");
    assert_eq!(what(&put_on("url_pattern", "shop.example", false, 12)), "one of 12 addresses of shop[.]example");
    assert_eq!(what(&put_on("url_pattern", "shop.example", false, 0)), "an address of shop[.]example");
}

#[test]
fn what_is_put_on_more_than_an_address_says_so() {
    assert_eq!(what(&put_on("zone", "shop.example", false, 0)), "the whole domain shop[.]example");
    let account = put_on("account", "shop.example", false, 0);
    assert_eq!(what(&account), "your whole account (report about shop[.]example)");
    assert_eq!(what(&put_on("custom_expression", "shop.example", false, 0)), "a rule for shop[.]example");
}

#[test]
fn a_scope_that_we_have_never_seen_is_shown_as_it_came() {
    assert_eq!(what(&put_on("bucket\u{202E}\n", "shop.example", false, 0)), "shop[.]example (bucket⟨U+202E⟩)");
    assert_eq!(what(&put_on("", "shop.example", false, 0)), "shop[.]example");
}

#[test]
fn a_report_that_names_no_place_names_none() {
    for (scope, one_of, words) in [
        ("url_pattern", 0, "an address that Cloudflare does not name"),
        ("url_pattern", 12, "one of 12 addresses of its report"),
        ("zone", 0, "a whole domain that Cloudflare does not name"),
        ("account", 0, "your whole account"),
        ("custom_expression", 0, "a rule"),
        ("bucket", 0, "something that Cloudflare does not name (bucket)"),
        ("", 0, "something that Cloudflare does not name"),
    ] {
        assert_eq!(what(&put_on(scope, " ", false, one_of)), words, "{scope}");
    }
}

#[test]
fn nothing_stands_on_a_rule_but_comes_by_it() {
    assert_eq!(on(&put_on("custom_expression", "shop.example", false, 0)), "by a rule for shop[.]example");
    assert_eq!(on(&put_on("zone", "shop.example", false, 0)), "on the whole domain shop[.]example");
}

#[test]
fn a_notification_says_it_in_its_title_and_many_say_it_in_their_lines() {
    let now = at("2026-11-24T07:00:00Z");
    let telling = Telling { now, zone: &jiff::tz::TimeZone::UTC, practice: false };
    let due = |block| Due { block, marks: vec![Mark::Hour] };
    let blocks = [
        put_on("url_pattern", "shop.example", false, 12),
        put_on("account", "shop.example", false, 0),
        put_on("custom_expression", "shop.example", false, 0),
    ];
    let titles: Vec<_> =
        telling.notifications(blocks.clone().map(due).into()).into_iter().map(|told| told.title).collect();
    assert_eq!(
        titles,
        [
            "A block on one of 12 addresses of shop[.]example starts in 1 hour",
            "A block on your whole account (report about shop[.]example) starts in 1 hour",
            "A block by a rule for shop[.]example starts in 1 hour",
        ]
    );
    let late = Telling { now: at("2026-11-24T09:00:00Z"), ..telling };
    let told = late.notifications(vec![due(blocks[2].clone())]);
    assert_eq!(told[0].title, "A block by a rule for shop[.]example was due to start");
    let many = telling.notifications(blocks.iter().chain(&blocks[..1]).cloned().map(due).collect());
    let lines: Vec<_> = many[0].body.lines().take(3).collect();
    assert_eq!(
        lines,
        [
            "Today at 08:00: one of 12 addresses of shop[.]example",
            "Today at 08:00: your whole account (report about shop[.]example)",
            "Today at 08:00: a rule for shop[.]example",
        ]
    );
}
