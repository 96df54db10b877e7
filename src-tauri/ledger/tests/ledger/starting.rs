//! What a start makes of what the last run left.

use domain::{Moment, State};
use ledger::{Outcome, Recovered};

use crate::support::{Bed, HELD, NOW, UNSURE, seconds};

fn recover(bed: &Bed, last_alive: Option<Moment>) -> Recovered {
    bed.ledger.recover(seconds(60), last_alive, &UNSURE, &HELD).unwrap()
}

#[test]
fn what_was_on_its_way_becomes_unsure_and_never_queued() {
    let bed = Bed::new();
    let queued = bed.queued();
    bed.open(&queued).unwrap();
    let bed = bed.killed();
    assert_eq!(recover(&bed, Some(NOW)), Recovered { unsure: 1, held: 0 });
    let after = bed.read(&queued);
    assert_eq!((after.state, after.reason.as_deref()), (State::Unsure, Some("ended_while_sending")));
    assert_eq!(after.next_look_at, Some(seconds(60)), "it is looked up at once");
    assert_eq!(bed.ledger.last_attempt(&queued.id).unwrap().unwrap().outcome, Some(Outcome::Maybe));
    assert_eq!(bed.ledger.case(&queued.case_id).unwrap().status, "unsure");
    assert_eq!(bed.ledger.events(&queued.case_id).unwrap()[0].kind, "answer_lost");
    assert_eq!(recover(&bed, Some(NOW)), Recovered::default(), "a second start finds nothing more to do");
}

#[test]
fn what_was_inside_its_undo_window_is_held_for_the_person() {
    let bed = Bed::new();
    let queued = bed.confirm(&bed.draft(), Some(seconds(10))).unwrap();
    let bed = bed.killed();
    assert_eq!(recover(&bed, Some(seconds(9))), Recovered { unsure: 0, held: 1 });
    let after = bed.read(&queued);
    assert_eq!((after.state, after.reason.as_deref(), after.due_at), (State::Held, Some("app_closed"), None));
    assert_eq!(bed.ledger.case(&queued.case_id).unwrap().status, "not_sent");
}

#[test]
fn what_was_past_its_undo_window_goes_on_by_itself() {
    let bed = Bed::new();
    let queued = bed.confirm(&bed.draft(), Some(seconds(10))).unwrap();
    let bed = bed.killed();
    assert_eq!(recover(&bed, Some(seconds(10))), Recovered::default());
    assert_eq!(bed.read(&queued).state, State::Queued);
}

#[test]
fn when_nobody_knows_how_long_the_app_lived_it_is_held() {
    let bed = Bed::new();
    let queued = bed.confirm(&bed.draft(), Some(seconds(-100))).unwrap();
    assert_eq!(recover(&bed, None).held, 1);
    assert_eq!(bed.read(&queued).state, State::Held);
}

#[test]
fn what_waited_for_send_now_or_was_paused_is_held() {
    let bed = Bed::new();
    let waits = bed.confirm(&bed.draft(), None).unwrap();
    let paused = bed.confirm(&bed.draft(), Some(seconds(10))).unwrap();
    bed.ledger.pause(&paused, Some(5000), None).unwrap();
    assert_eq!(recover(&bed, Some(seconds(50))).held, 2);
    assert_eq!(bed.read(&waits).state, State::Held);
    let paused = bed.read(&paused);
    assert_eq!((paused.state, paused.paused_left_ms), (State::Held, None));
}

#[test]
fn a_second_try_is_not_held_since_its_undo_window_is_over() {
    let bed = Bed::new();
    let again = bed.send_again(&bed.sent(&bed.queued(), Outcome::Maybe));
    let mut step = ledger::Step::to(State::Queued, NOW);
    step.due_at = Some(seconds(30));
    bed.ledger.step(&again, &step).unwrap();
    assert_eq!(recover(&bed, None), Recovered::default());
}

#[test]
fn every_other_state_starts_as_it_ended() {
    let bed = Bed::new();
    let left: Vec<_> = [Outcome::Accepted, Outcome::Rejected, Outcome::Deferred, Outcome::Maybe, Outcome::ProbablyNot]
        .map(|outcome| bed.sent(&bed.queued(), outcome))
        .into_iter()
        .collect();
    let bed = bed.killed();
    assert_eq!(recover(&bed, None), Recovered::default());
    for before in left {
        assert_eq!(bed.read(&before).state, before.state);
    }
}

#[test]
fn a_worker_that_died_leaves_its_report_unsure() {
    let bed = Bed::new();
    let (_, sending) = bed.open(&bed.queued()).unwrap();
    bed.ledger.interrupt(&sending, NOW, &UNSURE).unwrap();
    assert_eq!(bed.read(&sending).state, State::Unsure);
    assert!(bed.ledger.interrupt(&sending, NOW, &UNSURE).is_err(), "and only once");
}
