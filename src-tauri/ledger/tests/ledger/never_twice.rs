//! The rule of the house: nothing is sent again after it may have arrived.

use domain::State;
use ledger::{LookResult, Outcome};

use crate::support::{Bed, forbidden};

#[test]
fn an_attempt_after_maybe_is_refused() {
    let bed = Bed::new();
    let unsure = bed.sent(&bed.queued(), Outcome::Maybe);
    let queued = bed.queue_again(&unsure);
    assert!(forbidden(bed.open(&queued)).contains("may have been sent already"));
    assert_eq!(bed.read(&queued).state, State::Queued, "nothing of a refused attempt stays");
}

#[test]
fn an_attempt_after_not_sent_or_deferred_is_allowed_as_often_as_needed() {
    let bed = Bed::new();
    let mut waiting = bed.queued();
    for outcome in [Outcome::NotSent, Outcome::Deferred, Outcome::Deferred, Outcome::NotSent] {
        let deferred = bed.sent(&waiting, outcome);
        waiting = bed.queue_again(&deferred);
    }
    assert_eq!(bed.sent(&waiting, Outcome::Accepted).state, State::Accepted);
    assert_eq!(bed.ledger.last_attempt(&waiting.id).unwrap().unwrap().n, 5);
}

#[test]
fn an_attempt_after_a_refusal_needs_the_person() {
    let bed = Bed::new();
    let (attempt, sending) = bed.open(&bed.queued()).unwrap();
    let closing = ledger::Closing {
        outcome: Outcome::Rejected,
        detail: "",
        bytes_handed: 70,
        http_status: Some(401),
        server_at: None,
        request_id: None,
    };
    let to = ledger::Step::to(State::NeedsPerson, crate::support::NOW);
    let asked = bed.ledger.close_attempt(&sending, attempt, &closing, &to).unwrap();
    forbidden(bed.open(&bed.queue_again(&asked)));
}

#[test]
fn send_again_allows_one_more_attempt_and_no_second_one() {
    let bed = Bed::new();
    let unsure = bed.sent(&bed.queued(), Outcome::Maybe);
    let again = bed.sent(&bed.send_again(&unsure), Outcome::Maybe);
    let queued = bed.queue_again(&again);
    assert!(forbidden(bed.open(&queued)).contains("may have been sent already"), "the decision was about attempt 1");
}

#[test]
fn other_decisions_do_not_allow_a_second_attempt() {
    use ledger::Choice::{Found, SendHeld};
    for choice in [Found, SendHeld] {
        let bed = Bed::new();
        let unsure = bed.sent(&bed.queued(), Outcome::Maybe);
        let step = ledger::Step::to(State::Queued, crate::support::NOW);
        let queued = bed.ledger.decide(&unsure, choice, None, &step).unwrap();
        forbidden(bed.open(&queued));
    }
}

#[test]
fn proven_absent_allows_one_more_attempt_exactly_once() {
    let bed = Bed::new();
    let broke_off = bed.sent(&bed.queued(), Outcome::ProbablyNot);
    let queued = bed.look(&broke_off, LookResult::Absent, true, State::Queued).unwrap();
    let again = bed.sent(&queued, Outcome::ProbablyNot);
    let queued = bed.look(&again, LookResult::Absent, true, State::Queued).unwrap();
    assert!(forbidden(bed.open(&queued)).contains("may have been sent already"));
}

#[test]
fn broken_off_alone_does_not_allow_another_attempt() {
    let bed = Bed::new();
    let broke_off = bed.sent(&bed.queued(), Outcome::ProbablyNot);
    let queued = bed.look(&broke_off, LookResult::Absent, false, State::Queued).unwrap();
    forbidden(bed.open(&queued));
}

#[test]
fn absence_proves_nothing_after_maybe() {
    let bed = Bed::new();
    let unsure = bed.sent(&bed.queued(), Outcome::Maybe);
    let queued = bed.look(&unsure, LookResult::Absent, true, State::Queued).unwrap();
    forbidden(bed.open(&queued));
}

#[test]
fn only_an_absence_can_prove_one() {
    let bed = Bed::new();
    let broke_off = bed.sent(&bed.queued(), Outcome::ProbablyNot);
    for result in [LookResult::Exact, LookResult::Candidates, LookResult::Error] {
        forbidden(bed.look(&broke_off, result, true, State::Unsure));
    }
}

#[test]
fn one_attempt_is_open_at_a_time() {
    let bed = Bed::new();
    let queued = bed.queued();
    bed.open(&queued).unwrap();
    let insert = "INSERT INTO attempt (submission_id, n, phase, started_at, bytes_total, baseline_json)
                  VALUES (?1, ?2, 'sending', 0, 0, '{}')";
    let sql = bed.sql();
    assert!(sql.execute(insert, (queued.id.as_str(), 2)).is_err(), "the triggers refuse it");
    sql.execute_batch("DROP TRIGGER never_twice; DROP TRIGGER never_sent_when_settled").unwrap();
    let refused = sql.execute(insert, (queued.id.as_str(), 2)).unwrap_err().to_string();
    assert!(refused.contains("UNIQUE"), "and so does the index by itself: {refused}");
}

#[test]
fn only_what_waits_is_sent() {
    let bed = Bed::new();
    for outcome in [Outcome::Accepted, Outcome::Rejected, Outcome::Maybe] {
        let settled = bed.sent(&bed.queued(), outcome);
        forbidden(bed.open(&settled));
    }
    let waiting = bed.queued();
    let undone = bed.take_back(&waiting);
    undone.unwrap();
    forbidden(bed.open(&bed.read(&waiting)));
}
