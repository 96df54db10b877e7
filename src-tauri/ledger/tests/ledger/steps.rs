//! Steps of a submission: one at a time, from what was read.

use domain::{Moment, State};
use ledger::{LedgerError, Outcome, Step};

use crate::support::{Bed, NOW, SENDING, event, forbidden, seconds};

#[test]
fn a_draft_is_confirmed_once() {
    let bed = Bed::new();
    let draft = bed.draft();
    bed.confirm(&draft, Some(NOW)).unwrap();
    assert!(matches!(bed.confirm(&draft, Some(NOW)), Err(LedgerError::Stale)));
    assert_eq!(bed.ledger.submissions_of(&draft.case_id).unwrap().len(), 1);
}

#[test]
fn a_deleted_draft_is_not_confirmed() {
    let bed = Bed::new();
    let draft = bed.draft();
    bed.ledger.mark_draft_deleted(&draft.id, Some(NOW)).unwrap();
    assert!(matches!(bed.confirm(&draft, Some(NOW)), Err(LedgerError::Stale)));
    bed.ledger.mark_draft_deleted(&draft.id, None).unwrap();
    bed.confirm(&draft, Some(NOW)).unwrap();
}

#[test]
fn confirming_writes_everything_or_nothing() {
    let bed = Bed::new();
    let draft = bed.draft();
    let first = bed.confirm(&draft, Some(NOW)).unwrap();
    assert_eq!(first.state, State::Queued);
    assert_eq!(bed.ledger.submission_files(&first.id).unwrap().len(), 1);
    assert_eq!(bed.ledger.events(&draft.case_id).unwrap()[0].kind, "confirmed");
    assert_eq!(bed.ledger.case(&draft.case_id).unwrap().status, "sending");

    // The same id again fails inside the transaction, after the draft was marked.
    let other = bed.draft();
    let twin = ledger::NewSubmission {
        id: first.id.clone(),
        case_id: other.case_id.clone(),
        draft_id: other.id.clone(),
        service: "phishfort".into(),
        kind: "takedown".into(),
        target_kind: "web".into(),
        target_key: "k".into(),
        reference: "TD-7K3M9Q2XAB".into(),
        payload_json: "{}".into(),
        bytes_total: 2,
        confirmed_at: NOW,
        due_at: None,
        files: Vec::new(),
        addresses: Vec::new(),
        host: None,
        blocks: Vec::new(),
    };
    forbidden(bed.ledger.confirm(&other.id, &[(twin, event("confirmed"))], &SENDING, NOW));
    assert!(bed.ledger.draft(&other.id).unwrap().sent_at.is_none(), "the draft is still open");
    assert_eq!(bed.ledger.events(&other.case_id).unwrap().len(), 1);
}

#[test]
fn of_two_steps_from_the_same_reading_the_second_is_stale() {
    let bed = Bed::new();
    let queued = bed.queued();
    bed.ledger.step(&queued, &Step::to(State::Deferred, NOW)).unwrap();
    for second in [State::Deferred, State::Undone] {
        assert!(matches!(bed.ledger.step(&queued, &Step::to(second, NOW)), Err(LedgerError::Stale)));
    }
    assert!(matches!(bed.ledger.pause(&queued, Some(5), None), Err(LedgerError::Stale)));
    assert!(matches!(bed.open(&queued), Err(LedgerError::Stale)), "no attempt starts from an old reading either");
    assert!(bed.ledger.last_attempt(&queued.id).unwrap().is_none());
}

#[test]
fn a_step_that_the_law_does_not_know_is_refused() {
    let bed = Bed::new();
    for from in State::ALL {
        for to in State::ALL.into_iter().filter(|to| *to != from && !from.may_become(*to)) {
            let mut submission = bed.queued();
            // The state alone is what is asked here; how it came about is not.
            submission.state = from;
            forbidden(bed.ledger.step(&submission, &Step::to(to, NOW)));
        }
    }
}

#[test]
fn a_pause_stops_the_clock_and_a_step_starts_it_again() {
    let bed = Bed::new();
    let queued = bed.confirm(&bed.draft(), Some(seconds(10))).unwrap();
    bed.ledger.pause(&queued, Some(7000), None).unwrap();
    let paused = bed.read(&queued);
    assert_eq!((paused.paused_left_ms, paused.due_at), (Some(7000), None));
    bed.ledger.pause(&paused, None, Some(seconds(7))).unwrap();
    let on = bed.read(&queued);
    assert_eq!((on.paused_left_ms, on.due_at), (None, Some(seconds(7))));
}

#[test]
fn taking_back_opens_the_draft_again_and_the_case_was_sent_to_nobody() {
    let bed = Bed::new();
    let queued = bed.queued();
    assert_eq!(bed.ledger.case(&queued.case_id).unwrap().sent_to, "phishfort");
    assert!(bed.take_back(&queued).unwrap());
    let draft = bed.ledger.draft(&queued.draft_id).unwrap();
    assert!(draft.sent_at.is_none());
    assert_eq!(bed.ledger.case(&queued.case_id).unwrap().sent_to, "");
    let again = bed.confirm(&draft, Some(NOW)).unwrap();
    assert_ne!(again.id, queued.id, "a new intention, not the old one revived");
}

#[test]
fn a_draft_that_was_taken_back_and_deleted_takes_its_case_along() {
    let bed = Bed::new();
    let queued = bed.queued();
    bed.take_back(&queued).unwrap();
    let listed = || bed.ledger.cases(&ledger::CaseQuery { most: 10, ..Default::default() }).unwrap().len();
    bed.ledger.mark_draft_deleted(&queued.draft_id, Some(NOW)).unwrap();
    assert_eq!(listed(), 0, "nothing in it is left to be listed");
    bed.ledger.mark_draft_deleted(&queued.draft_id, None).unwrap();
    assert_eq!(listed(), 1);
}

#[test]
fn a_number_is_kept_when_a_later_step_tells_none() {
    let bed = Bed::new();
    let (attempt, sending) = bed.open(&bed.queued()).unwrap();
    let closing = ledger::Closing {
        outcome: Outcome::Accepted,
        detail: "",
        bytes_handed: 70,
        http_status: Some(200),
        server_at: Some(Moment(5)),
        request_id: Some("r-1"),
    };
    let mut step = Step::to(State::Accepted, NOW);
    step.accepted = Some(("INC1", Some("https://dashboard.phishfort.com/incidents/INC1"), Some("thanks")));
    let accepted = bed.ledger.close_attempt(&sending, attempt, &closing, &step).unwrap();
    let after = bed.ledger.step(&accepted, &Step::to(State::Accepted, NOW)).unwrap();
    assert_eq!(after.remote_id.as_deref(), Some("INC1"));
    assert_eq!(after.accepted_at, Some(NOW));
    assert_eq!(bed.ledger.case(&after.case_id).unwrap().number.as_deref(), Some("INC1"));
    let attempt = bed.ledger.last_attempt(&after.id).unwrap().unwrap();
    assert_eq!((attempt.bytes_handed, attempt.http_status, attempt.server_at), (70, Some(200), Some(Moment(5))));
}

#[test]
fn what_the_app_fills_in_never_goes_over_what_was_saved_meanwhile() {
    let bed = Bed::new();
    let draft = bed.draft();
    assert!(bed.ledger.save_draft_over(&draft.id, "{}", r#"{"target":"found"}"#, NOW).unwrap());
    bed.ledger.save_draft(&draft.id, r#"{"target":"typed"}"#, NOW).unwrap();
    let late = bed.ledger.save_draft_over(&draft.id, r#"{"target":"found"}"#, r#"{"target":"other"}"#, NOW);
    assert!(!late.unwrap());
    assert_eq!(bed.ledger.draft(&draft.id).unwrap().fields_json, r#"{"target":"typed"}"#);
    bed.ledger.mark_draft_deleted(&draft.id, Some(NOW)).unwrap();
    let gone = bed.ledger.save_draft_over(&draft.id, r#"{"target":"typed"}"#, "{}", NOW);
    assert!(matches!(gone, Err(ledger::LedgerError::Stale)));
}
