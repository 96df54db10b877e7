//! Whatever the workers do, and in whatever order: never two open attempts, never an attempt after maybe without leave.

use domain::{State, SubmissionId};
use ledger::{Choice, LedgerError, LookResult, Outcome, Step};
use proptest::prelude::*;
use rusqlite::Connection;

use crate::support::{Bed, HELD, NOW, UNSURE, seconds};

#[derive(Debug, Clone, Copy)]
enum Move {
    Step(State),
    Open,
    Close(Outcome),
    Look(LookResult, bool, State),
    Decide(Choice, State),
    TakeBack,
    Interrupt,
    Start,
    /// A worker that believes an old reading.
    OldReading,
}

fn any_move() -> impl Strategy<Value = Move> {
    let state = || proptest::sample::select(State::ALL.to_vec());
    let outcome = proptest::sample::select(vec![
        Outcome::NotSent,
        Outcome::ProbablyNot,
        Outcome::Maybe,
        Outcome::Accepted,
        Outcome::Rejected,
        Outcome::Deferred,
    ]);
    let result = proptest::sample::select(vec![
        LookResult::Exact,
        LookResult::Candidates,
        LookResult::Absent,
        LookResult::Error,
    ]);
    let choice = proptest::sample::select(vec![Choice::SendAgain, Choice::SendAnyway, Choice::Found, Choice::SendHeld]);
    prop_oneof![
        2 => state().prop_map(Move::Step),
        2 => Just(Move::Step(State::Queued)),
        6 => Just(Move::Open),
        4 => outcome.prop_map(Move::Close),
        3 => (result, any::<bool>(), state()).prop_map(|(result, proves, to)| Move::Look(result, proves, to)),
        2 => Just(Move::Look(LookResult::Absent, true, State::Queued)),
        1 => (choice, state()).prop_map(|(choice, to)| Move::Decide(choice, to)),
        1 => Just(Move::TakeBack),
        1 => Just(Move::Interrupt),
        1 => Just(Move::Start),
        1 => Just(Move::OldReading),
    ]
}

/// Makes a move; a refusal is as good as anything else.
fn make(bed: &Bed, id: &SubmissionId, read: &mut ledger::Submission, next: Move) -> Result<(), LedgerError> {
    if !matches!(next, Move::OldReading) {
        *read = bed.ledger.submission(id)?;
    }
    let last = bed.ledger.last_attempt(id)?;
    match next {
        Move::Step(to) => bed.ledger.step(read, &Step::to(to, NOW)).map(drop),
        Move::Open | Move::OldReading => bed.open(read).map(drop),
        Move::Close(outcome) => {
            let Some(last) = last else { return Ok(()) };
            let to = match outcome {
                Outcome::Accepted => State::Accepted,
                Outcome::Rejected => State::Rejected,
                Outcome::NotSent | Outcome::Deferred => State::Deferred,
                Outcome::Maybe | Outcome::ProbablyNot => State::Unsure,
            };
            let closing = ledger::Closing {
                outcome,
                detail: "",
                bytes_handed: 0,
                http_status: None,
                server_at: None,
                request_id: None,
            };
            bed.ledger.close_attempt(read, last.id, &closing, &Step::to(to, NOW)).map(drop)
        }
        Move::Look(result, proves, to) if last.is_some() => bed.look(read, result, proves, to).map(drop),
        Move::Look(..) => Ok(()),
        Move::Decide(choice, to) => bed.ledger.decide(read, choice, None, &Step::to(to, NOW)).map(drop),
        Move::TakeBack => bed.take_back(read).map(drop),
        Move::Interrupt => bed.ledger.interrupt(read, NOW, &UNSURE),
        Move::Start => bed.ledger.recover(NOW, Some(seconds(1)), &UNSURE, &HELD).map(drop),
    }
}

/// Every attempt but the first, and whether it had leave: told anew here, from the rows alone.
fn without_leave(sql: &Connection) -> u32 {
    sql.query_row(
        "SELECT count(*) FROM attempt a JOIN attempt before ON before.submission_id = a.submission_id AND before.n = a.n - 1
         WHERE coalesce(before.outcome, 'open') NOT IN ('not_sent', 'deferred')
           AND NOT EXISTS (SELECT 1 FROM decision d WHERE d.submission_id = a.submission_id AND d.what IN ('send_again', 'send_anyway') AND d.after_attempt = before.n)
           AND NOT (before.outcome = 'probably_not'
             AND EXISTS (SELECT 1 FROM look l WHERE l.attempt_id = before.id AND l.proves = 1 AND l.result = 'absent')
             AND 1 = (SELECT count(*) FROM attempt p WHERE p.submission_id = a.submission_id AND p.outcome = 'probably_not' AND p.n < a.n))",
        [],
        |row| row.get(0),
    )
    .unwrap()
}

fn count(sql: &Connection, query: &str) -> u32 {
    sql.query_row(query, [], |row| row.get(0)).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_order_of_moves_sends_twice_without_leave(moves in proptest::collection::vec(any_move(), 1..60)) {
        let bed = Bed::quick();
        let mut read = bed.queued();
        let id = read.id.clone();
        let sql = bed.sql();
        let mut settled = None;
        for next in moves {
            let _refused = make(&bed, &id, &mut read, next);
            prop_assert!(count(&sql, "SELECT count(*) FROM attempt WHERE phase <> 'closed'") <= 1);
            prop_assert_eq!(without_leave(&sql), 0, "after {:?}", next);
            let state = bed.ledger.submission(&id).unwrap().state;
            let open = count(&sql, "SELECT count(*) FROM attempt WHERE phase <> 'closed'") == 1;
            prop_assert_eq!(state == State::Sending, open, "sending means that an attempt is open, after {:?}", next);
            if let Some(settled) = settled {
                prop_assert_eq!(state, settled, "what is settled stays");
            }
            settled = matches!(state, State::Accepted | State::Undone).then_some(state);
        }
    }
}
