//! What was confirmed and what happened stays as it was, whoever writes.

use ledger::{Outcome, Step};
use rusqlite::Connection;

use crate::support::{Bed, NOW};
use domain::State;

#[track_caller]
fn refused(sql: &Connection, statement: &str) {
    let error = sql.execute(statement, []).expect_err(statement).to_string();
    assert!(error.contains("frozen") || error.contains("never") || error.contains("history"), "{statement}: {error}");
}

#[test]
fn every_confirmed_column_is_frozen() {
    let bed = Bed::new();
    bed.queued();
    let sql = bed.sql();
    sql.pragma_update(None, "foreign_keys", false).unwrap();
    for column in [
        "id",
        "case_id",
        "draft_id",
        "service",
        "kind",
        "target_kind",
        "target_key",
        "ref_code",
        "payload_json",
        "bytes_total",
        "confirmed_at",
    ] {
        let value = if ["bytes_total", "confirmed_at"].contains(&column) { "7" } else { "'other'" };
        refused(&sql, &format!("UPDATE submission SET {column} = {value}"));
    }
    refused(&sql, &format!("UPDATE submission SET payload_sha256 = '{}'", "b".repeat(64)));
}

#[test]
fn the_files_of_a_submission_are_frozen() {
    let bed = Bed::new();
    bed.queued();
    let sql = bed.sql();
    refused(&sql, "UPDATE submission_file SET sent_name = 'other'");
    refused(&sql, "DELETE FROM submission_file");
    refused(&sql, "DELETE FROM submission");
}

#[test]
fn a_closed_attempt_and_the_history_are_never_changed_or_deleted() {
    let bed = Bed::new();
    bed.sent(&bed.queued(), Outcome::Maybe);
    let sql = bed.sql();
    refused(&sql, "UPDATE attempt SET outcome = 'not_sent'");
    refused(&sql, "DELETE FROM attempt");
    refused(&sql, "UPDATE event SET kind = 'other'");
    refused(&sql, "DELETE FROM event");
}

#[test]
fn what_is_settled_stays_settled() {
    let bed = Bed::new();
    let accepted = bed.sent(&bed.queued(), Outcome::Accepted);
    let undone = bed.queued();
    bed.take_back(&undone).unwrap();
    let sql = bed.sql();
    sql.execute_batch("DROP TRIGGER sending_is_an_open_attempt").unwrap();
    for id in [&accepted.id, &undone.id] {
        for state in ["held", "queued", "sending", "deferred", "unsure", "needs_person", "rejected"] {
            let changed = sql.execute("UPDATE submission SET state = ?2 WHERE id = ?1", (id.as_str(), state));
            assert!(changed.unwrap_err().to_string().contains("forbidden"), "{state}");
        }
    }
}

#[test]
fn what_is_being_sent_never_goes_back_to_waiting() {
    let bed = Bed::new();
    bed.open(&bed.queued()).unwrap();
    let sql = bed.sql();
    sql.execute_batch("DROP TRIGGER sending_is_an_open_attempt").unwrap();
    for state in ["queued", "held", "undone"] {
        let changed = sql.execute("UPDATE submission SET state = ?1", [state]);
        assert!(changed.unwrap_err().to_string().contains("forbidden"), "{state}");
    }
}

#[test]
fn what_may_have_arrived_is_never_undone() {
    for outcome in [Outcome::Maybe, Outcome::ProbablyNot] {
        let bed = Bed::new();
        let unsure = bed.sent(&bed.queued(), outcome);
        let asked = bed.ledger.step(&unsure, &Step::to(State::NeedsPerson, NOW)).unwrap();
        let undone = bed.take_back(&asked);
        assert!(matches!(undone, Err(ledger::LedgerError::Forbidden(_))), "{outcome:?}");
        let draft = bed.ledger.draft(&asked.draft_id).unwrap();
        assert!(draft.sent_at.is_some(), "nor is its draft open again");
    }
}

#[test]
fn a_payload_that_was_changed_in_the_file_is_noticed() {
    let bed = Bed::new();
    let queued = bed.queued();
    assert!(queued.payload_is_whole());
    let sql = bed.sql();
    sql.execute_batch("DROP TRIGGER submission_is_frozen; UPDATE submission SET payload_json = '{}'").unwrap();
    assert!(!bed.read(&queued).payload_is_whole());
}

#[test]
fn sending_and_an_open_attempt_belong_together() {
    let bed = Bed::new();
    let queued = bed.queued();
    let (_, sending) = {
        assert!(matches!(
            bed.ledger.step(&queued, &Step::to(State::Sending, NOW)),
            Err(ledger::LedgerError::Forbidden(_))
        ));
        bed.open(&queued).unwrap()
    };
    let left = bed.ledger.step(&sending, &Step::to(State::Unsure, NOW));
    assert!(matches!(left, Err(ledger::LedgerError::Forbidden(_))), "the attempt is still open");
}
