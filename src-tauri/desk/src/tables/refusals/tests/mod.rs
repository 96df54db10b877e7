//! The table against the checks: each row is believed only if a draft makes its check speak and another does not.

#![allow(clippy::unwrap_used, reason = "a test says what went wrong by panicking")]

mod cloudflare;
mod impossible;
mod phishfort;

use std::collections::BTreeSet;

use super::*;
use crate::contract::ReportField;
use crate::preflight::tests::support::Whole;

/// A draft of which a check speaks, and one of which it doesn't.
struct Pair {
    row: &'static str,
    code: Code,
    /// The field of the Cloudflare report, where the code is said of several.
    field: Option<ReportField>,
    wrong: Whole,
    right: Whole,
}

impl Pair {
    fn speaks(&self, whole: &Whole, table: RefusalCheck) -> bool {
        let mut said = whole.problems();
        // What only advises for one ground may stand in the way for another.
        if table == Advises {
            said.extend(whole.advice());
        }
        said.iter().any(|one| one.code == self.code && (self.field.is_none() || one.report_field == self.field))
    }
}

fn pair(row: &'static str, code: Code, wrong: Whole, right: Whole) -> Pair {
    Pair { row, code, field: None, wrong, right }
}

fn pairs() -> Vec<Pair> {
    [cloudflare::answers(), cloudflare::denials(), phishfort::rules()].into_iter().flatten().collect()
}

#[test]
fn every_ground_has_one_row() {
    let rows = refusals();
    assert_eq!(rows.len(), ErrorKind::ALL.len() + DenialReason::ALL.len() + PhishfortRule::ALL.len());
    let names: BTreeSet<_> = rows.iter().map(|row| row.name.as_str()).collect();
    assert_eq!(names.len(), rows.len());
    for name in ErrorKind::ALL.iter().map(|kind| kind.name()) {
        assert!(names.contains(name), "{name}");
    }
    for name in DenialReason::ALL.iter().map(DenialReason::as_str) {
        assert!(names.contains(name), "{name}");
    }
}

#[test]
fn a_row_has_words_exactly_where_something_is_checked() {
    for row in refusals() {
        let checked = matches!(row.check, Blocks | Advises);
        assert_eq!(checked, !row.problems.is_empty(), "{}", row.name);
    }
}

#[test]
fn every_word_of_every_row_has_a_draft_that_draws_it_and_one_that_does_not() {
    let pairs = pairs();
    for row in refusals() {
        for code in &row.problems {
            let shown = pairs.iter().any(|pair| pair.row == row.name && pair.code == *code);
            assert!(shown, "nothing shows {code:?} of {}", row.name);
        }
    }
    for pair in &pairs {
        let rows = refusals();
        let row = rows.iter().find(|row| row.name == pair.row).unwrap();
        assert!(row.problems.contains(&pair.code), "{} says nothing of {:?}", pair.row, pair.code);
    }
}

#[test]
fn the_check_of_each_row_speaks_of_the_wrong_draft_and_not_of_the_right_one() {
    let rows = refusals();
    for pair in pairs() {
        let row = rows.iter().find(|row| row.name == pair.row).unwrap();
        assert!(pair.speaks(&pair.wrong, row.check), "{} does not speak {:?}", pair.row, pair.code);
        assert!(!pair.speaks(&pair.right, row.check), "{} speaks {:?} of a right draft", pair.row, pair.code);
        assert_eq!(pair.right.blocks(), [], "the right draft for {} can be sent", pair.row);
    }
}

#[test]
fn what_can_t_be_known_is_not_pretended_to_be() {
    let unknown: Vec<_> = refusals().into_iter().filter(|row| row.check == CantBeKnown).map(|row| row.name).collect();
    let expected = [
        "DBError",
        "EmailError",
        "InternalError",
        "UnknownError",
        "content_removed",
        "report_details_mismatch",
        "signs_of_malice",
        "slow_down",
    ];
    let mut sorted = unknown.clone();
    sorted.sort();
    assert_eq!(sorted, expected);
    assert!(pairs().iter().all(|pair| !unknown.iter().any(|name| name == pair.row)));
}
