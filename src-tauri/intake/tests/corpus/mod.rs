//! The mails of `tests/mails` with their golden results: each is read and ranked as the app does it, and every member
//! of its golden result is held against what comes out.

mod big;
mod golden;
mod held;
mod told;

use std::sync::LazyLock;

use golden::{Case, cases};
use told::Seen;

/// Each file with what the program says of it, or why it says nothing. Read once for all tests.
static ALL: LazyLock<Vec<(Case, Result<Seen, String>)>> = LazyLock::new(|| {
    cases().into_iter().map(|case| (Seen::of(&case), case)).map(|(seen, case)| (case, seen)).collect()
});

/// Of 100 files, so many have the right address first.
const RIGHT_OF_100: usize = 95;

fn read_ones() -> impl Iterator<Item = (&'static Case, &'static Seen)> {
    ALL.iter().filter_map(|(case, seen)| Some((case, seen.as_ref().ok()?)))
}

fn none_of(misses: Vec<String>) {
    assert!(misses.is_empty(), "{} misses:\n{}", misses.len(), misses.join("\n"));
}

#[test]
fn the_corpus_has_every_shape_and_each_file_can_be_read() {
    assert!(ALL.len() >= 72, "{} files", ALL.len());
    let unread = ALL.iter().filter_map(|(case, seen)| Some(format!("{}: {}", case.name, seen.as_ref().err()?)));
    none_of(unread.collect());
}

#[test]
fn an_own_site_is_never_proposed() {
    let proposed = read_ones().map(|(case, seen)| (&case.name, seen.own(&case.golden.own_sites)));
    none_of(proposed.filter(|(_, own)| !own.is_empty()).map(|(name, own)| format!("{name}: {own:?}")).collect());
}

#[test]
fn what_nobody_should_report_is_never_a_candidate() {
    let forbidden = read_ones().map(|(case, seen)| (&case.name, seen.forbidden(&case.golden.never)));
    none_of(forbidden.filter(|(_, not)| !not.is_empty()).map(|(name, not)| format!("{name}: {not:?}")).collect());
}

/// Holds that nearly all are right, and shows the others either way.
fn nearly_all(what: &str, misses: &[String]) {
    let right = ALL.len() - misses.len();
    let told = format!("{right} of {} {what}; not:\n{}", ALL.len(), misses.join("\n"));
    eprintln!("{told}");
    assert!(right * 100 >= ALL.len() * RIGHT_OF_100, "{told}");
}

#[test]
fn the_right_address_comes_first_in_nearly_all() {
    let miss = |(case, seen): &(Case, Result<Seen, String>)| {
        let said = seen.as_ref().map(Seen::first);
        let is_right = said.as_ref().is_ok_and(|said| *said == case.golden.first);
        let others = seen.as_ref().map(|seen| (seen.likely(), seen.candidates()));
        (!is_right).then(|| format!("{}: wanted {:?}, got {others:?}", case.name, case.golden.first))
    };
    nearly_all("have the right address first", &ALL.iter().filter_map(miss).collect::<Vec<_>>());
}

#[test]
fn the_person_is_asked_where_several_are_likely_and_nearly_only_there() {
    let miss = |(case, seen): (&Case, &Seen)| {
        let count = case.golden.several.map(intake::Likely::Several);
        let is_right = seen.likely() == case.golden.likely && count.is_none_or(|count| count == seen.ranked.likely);
        let said = (&seen.ranked.likely, seen.candidates());
        (!is_right).then(|| format!("{}: wanted {}, got {said:?}", case.name, case.golden.likely))
    };
    nearly_all("are as sure as they should be", &read_ones().filter_map(miss).collect::<Vec<_>>());
}

#[test]
fn every_other_bad_address_can_be_chosen() {
    let missing = |(case, seen): (&Case, &Seen)| {
        let said = seen.candidates();
        let missing: Vec<_> = case.golden.among.iter().filter(|one| !said.contains(one)).collect();
        (!missing.is_empty()).then(|| format!("{}: {missing:?} not in {said:?}", case.name))
    };
    none_of(read_ones().filter_map(missing).collect());
}

#[test]
fn the_first_address_is_told_with_its_place_and_signs() {
    none_of(read_ones().flat_map(|(case, seen)| held::first(case, seen)).collect());
}

#[test]
fn what_the_mail_says_of_itself_is_told() {
    none_of(read_ones().flat_map(|(case, seen)| held::rest(case, seen)).collect());
}
