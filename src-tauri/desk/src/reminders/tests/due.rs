//! Single cases.

use std::collections::HashSet;
use std::time::Duration;

use domain::Moment;

use super::super::due::{Given, Mark, Pending, Plan, plan};
use super::{at, block};

const HOUR: Duration = Duration::from_secs(3600);
const MINUTE: Duration = Duration::from_secs(60);
/// Reminders were always on.
const EVER: Moment = Moment(i64::MIN);

fn none() -> HashSet<Given> {
    HashSet::new()
}

fn told(plan: &Plan) -> Vec<(&str, &[Mark])> {
    plan.due.iter().map(|due| (due.block.id.as_str(), due.marks.as_slice())).collect()
}

fn start() -> Moment {
    at("2026-11-24T09:00:00Z")
}

#[test]
fn a_block_is_told_of_a_day_and_an_hour_before_it_starts() {
    let blocks = [block("b", start())];
    let before = plan(&blocks, &none(), start() - HOUR * 24 - MINUTE, EVER);
    assert_eq!((told(&before), before.next), (vec![], Some(start() - HOUR * 24)));
    let day = plan(&blocks, &none(), start() - HOUR * 24, EVER);
    assert_eq!((told(&day), day.next), (vec![("b", &[Mark::Day][..])], Some(start() - HOUR)));
    let given = HashSet::from([Given::of(&blocks[0], Mark::Day)]);
    assert_eq!(told(&plan(&blocks, &given, start() - HOUR * 2, EVER)), []);
    let hour = plan(&blocks, &given, start() - HOUR, EVER);
    assert_eq!((told(&hour), hour.next), (vec![("b", &[Mark::Hour][..])], None));
}

#[test]
fn a_block_that_turns_up_half_an_hour_before_its_start_is_told_of_once_and_that_stands_for_both() {
    let blocks = [block("b", start())];
    let late = plan(&blocks, &none(), start() - MINUTE * 30, EVER);
    assert_eq!(told(&late), [("b", &[Mark::Day, Mark::Hour][..])]);
    let given = late.due[0].given().collect();
    assert_eq!(plan(&blocks, &given, start() - MINUTE * 29, EVER), Plan { due: vec![], next: None });
}

#[test]
fn a_start_that_was_slept_through_is_told_afterwards() {
    let blocks = [block("b", start())];
    let day_given = HashSet::from([Given::of(&blocks[0], Mark::Day)]);
    assert_eq!(told(&plan(&blocks, &day_given, start() + HOUR * 9, EVER)), [("b", &[Mark::Hour][..])]);
    assert_eq!(told(&plan(&blocks, &none(), start() + HOUR * 9, EVER)), [("b", &[Mark::Day, Mark::Hour][..])]);
    let both = Mark::ALL.map(|mark| Given::of(&blocks[0], mark)).into();
    assert_eq!(told(&plan(&blocks, &both, start() + HOUR * 9, EVER)), []);
}

#[test]
fn what_started_while_reminders_were_off_is_left_alone_and_what_is_ahead_is_not() {
    let switched_on = start() + HOUR;
    let blocks = [block("gone by", start()), block("ahead", start() + HOUR * 3), block("later", start() + HOUR * 40)];
    let now = plan(&blocks, &none(), switched_on, switched_on);
    assert_eq!(told(&now), [("ahead", &[Mark::Day][..])]);
    assert_eq!(now.next, Some(start() + HOUR * 2));
    // What starts from now on is no longer left alone.
    let later = plan(&blocks[1..2], &none(), switched_on + HOUR * 5, switched_on);
    assert_eq!(told(&later), [("ahead", &[Mark::Day, Mark::Hour][..])]);
}

#[test]
fn a_start_that_moves_is_told_of_anew() {
    let before = block("b", start());
    let given = Mark::ALL.map(|mark| Given::of(&before, mark)).into();
    let moved = Pending { effective_at: start() + HOUR * 20, ..before };
    assert_eq!(told(&plan(&[moved], &given, start(), EVER)), [("b", &[Mark::Day][..])]);
}

#[test]
fn the_same_number_in_another_report_or_account_is_another_block() {
    let one = block("b", start());
    let given = Mark::ALL.map(|mark| Given::of(&one, mark)).into();
    let others =
        [Pending { report_id: "other".into(), ..one.clone() }, Pending { account: "other".into(), ..one.clone() }, one];
    assert_eq!(plan(&others, &given, start() - HOUR, EVER).due.len(), 2);
}

#[test]
fn what_is_late_comes_in_the_order_in_which_it_fell_due() {
    // Woken at 09:00: the hour mark of "c" fell due at 08:30, the day marks of "a" and "b" at 03:00 and 05:00.
    let c = block("c", at("2026-11-24T09:30:00Z"));
    let given = HashSet::from([Given::of(&c, Mark::Day)]);
    let blocks = [c, block("b", at("2026-11-25T05:00:00Z")), block("a", at("2026-11-25T03:00:00Z"))];
    let woken = plan(&blocks, &given, start(), EVER);
    assert_eq!(told(&woken).iter().map(|(id, _)| *id).collect::<Vec<_>>(), ["a", "b", "c"]);
}

#[test]
fn a_day_is_24_hours_also_over_a_leap_day_and_where_clocks_change() {
    for (start, told_at) in [
        ("2028-03-01T00:00:00Z", "2028-02-29T00:00:00Z"),
        ("2028-02-29T12:00:00Z", "2028-02-28T12:00:00Z"),
        // Clocks went forward in Berlin in between: 09:00 there, told at 08:00 the day before.
        ("2026-03-29T09:00:00+02:00", "2026-03-28T08:00:00+01:00"),
        ("2026-10-25T09:00:00+01:00", "2026-10-24T10:00:00+02:00"),
    ] {
        let blocks = [block("b", at(start))];
        let told_at = at(told_at);
        assert_eq!(plan(&blocks, &none(), told_at - Duration::from_millis(1), EVER).next, Some(told_at), "{start}");
        assert_eq!(told(&plan(&blocks, &none(), told_at, EVER)), [("b", &[Mark::Day][..])], "{start}");
    }
}

#[test]
fn a_time_at_the_end_of_time_is_only_far_ahead() {
    let blocks = [block("never", Moment(i64::MAX)), block("before all", Moment(i64::MIN + 1))];
    let now = plan(&blocks, &none(), start(), EVER);
    assert_eq!(told(&now), [("before all", &Mark::ALL[..])]);
    assert_eq!(now.next, Some(Moment(i64::MAX) - HOUR * 24));
}
