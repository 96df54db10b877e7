//! The app ends, in good order or not, in every state of a report: nothing is lost, nothing is sent twice.

use desk::commands;
use desk::contract::*;
use practice::{Fault, FaultOrder, Seed};

use crate::support::{End, NOBODY, PNG, TestDesk, Wanted, fields};
use SubmissionReason as Why;
use SubmissionState::{Accepted, Deferred, Held, NeedsPerson, Queued, Rejected, Unsure};

const TARGET: &str = "https://acme-login.example/a";
const BOTH: [End; 2] = [End::Closed, End::Killed];

#[tokio::test]
async fn inside_the_undo_window_it_is_held_for_the_person() {
    for end in BOTH {
        let mut desk = TestDesk::new().await;
        let sent = desk.report(TARGET).await;
        desk.pass(5).await;
        desk.restart(end).await;
        assert_eq!(commands::app_start(&desk).await.unwrap().held, 1);
        desk.pass(2 * 3600).await;
        desk.assert_processed(0);
        desk.assert_state(&sent, Held, Some(Why::AppClosed)).await;
        commands::outbox_send_now(&desk, sent.id.clone()).await.unwrap();
        desk.idle().await;
        desk.assert_state(&sent, Accepted, None).await;
        desk.assert_processed(1);
    }
}

#[tokio::test]
async fn a_held_report_can_be_taken_back() {
    let mut desk = TestDesk::new().await;
    let sent = desk.report(TARGET).await;
    desk.restart(End::Killed).await;
    commands::outbox_undo(&desk, sent.id).await.unwrap();
    desk.pass(3600).await;
    assert!(desk.posts().is_empty());
}

#[tokio::test]
async fn a_paused_report_and_one_that_waits_for_send_now_are_held() {
    let mut desk = TestDesk::new().await;
    let paused = desk.report(TARGET).await;
    commands::outbox_pause(&desk, paused.id.clone(), true).await.unwrap();
    desk.restart(End::Killed).await;
    desk.assert_state(&paused, Held, Some(Why::AppClosed)).await;
    assert!(!desk.now(&paused).await.paused);

    let mut desk = TestDesk::with(Wanted { undo_seconds: -1, ..Wanted::default() }).await;
    let waits = desk.report(TARGET).await;
    desk.restart(End::Closed).await;
    desk.assert_state(&waits, Held, Some(Why::AppClosed)).await;
}

#[tokio::test]
async fn killed_before_the_answer_it_is_unsure_at_once_and_then_found() {
    let mut desk = TestDesk::new().await;
    let draft = desk.draft_with(fields(TARGET), &[("page.png", PNG)]).await;
    desk.phishfort().fault(FaultOrder::next_report(Fault::DelayMs { ms: 20_000, processed: true }));
    let sent = desk.send(&draft.id).await.unwrap();
    desk.jump(10);
    desk.phishfort().until_processed(1).await;
    desk.end(End::Killed).await;
    desk.start().await;
    desk.idle().await;
    desk.assert_state(&sent, Accepted, Some(Why::FoundThere)).await;
    let case = commands::case_read(&desk, sent.case_id).await.unwrap();
    let lost = case.timeline.iter().find(|event| event.kind == EventKind::AnswerLost).unwrap();
    assert_eq!(lost.reason, Some(Why::EndedWhileSending));
    assert_eq!(case.evidence.len(), 1);
    desk.pass(3600).await;
    desk.assert_processed(1);
}

#[tokio::test]
async fn closed_before_the_answer_it_is_found_too() {
    let mut desk = TestDesk::new().await;
    desk.phishfort().fault(FaultOrder::next_report(Fault::DelayMs { ms: 20_000, processed: true }));
    let sent = desk.report(TARGET).await;
    desk.jump(10);
    desk.phishfort().until_processed(1).await;
    desk.restart(End::Closed).await;
    desk.pass(60).await;
    desk.assert_state(&sent, Accepted, Some(Why::FoundThere)).await;
    desk.assert_processed(1);
}

#[tokio::test]
async fn a_deferred_report_goes_on_waiting_and_goes_out() {
    for end in BOTH {
        let mut desk = TestDesk::new().await;
        let slow = Fault::Status { status: 429, body: None, content_type: None, retry_after: None, processed: false };
        desk.phishfort().fault(FaultOrder::next_report(slow));
        let sent = desk.reported(TARGET).await;
        desk.assert_state(&sent, Deferred, Some(Why::SlowDown)).await;
        desk.restart(end).await;
        desk.assert_state(&sent, Deferred, Some(Why::SlowDown)).await;
        desk.pass(300).await;
        desk.assert_state(&sent, Accepted, None).await;
        desk.assert_processed(1);
    }
}

#[tokio::test]
async fn an_unsure_report_stays_unsure_and_is_looked_for() {
    for (end, arrived) in [(End::Closed, true), (End::Killed, true), (End::Killed, false)] {
        let mut desk = TestDesk::new().await;
        let fault = match arrived {
            true => Fault::DropAfter { reset: true },
            false => Fault::DropBefore { after_bytes: None, reset: true },
        };
        desk.phishfort().fault(FaultOrder::next_report(fault));
        let sent = desk.reported(TARGET).await;
        desk.restart(end).await;
        desk.assert_state(&sent, Unsure, Some(Why::NoAnswer)).await;
        desk.pass(3600).await;
        let now = desk.now(&sent).await;
        assert_eq!(now.state, if arrived { Accepted } else { NeedsPerson });
        assert_eq!(desk.posts().len(), 1);
    }
}

#[tokio::test]
async fn what_was_settled_or_asked_stays_so() {
    for end in BOTH {
        let mut desk = TestDesk::new().await;
        let accepted = desk.reported("https://one.example/a").await;
        let no = Fault::Status { status: 422, body: None, content_type: None, retry_after: None, processed: false };
        desk.phishfort().fault(FaultOrder::next_report(no));
        let rejected = desk.reported("https://two.example/a").await;
        desk.phishfort().seed(vec![Seed { subject: TARGET.into(), ..Seed::default() }]);
        let asked = desk.reported(TARGET).await;
        desk.restart(end).await;
        desk.pass(2 * 3600).await;
        desk.assert_state(&accepted, Accepted, None).await;
        desk.assert_state(&rejected, Rejected, Some(Why::Refused)).await;
        desk.assert_state(&asked, NeedsPerson, Some(Why::AlreadyThere)).await;
        desk.assert_processed(1);
        let anyway = commands::outbox_send_again(&desk, asked.id.clone()).await.unwrap();
        assert_eq!(anyway.state, Queued);
        desk.idle().await;
        desk.assert_processed(2);
    }
}

#[tokio::test]
async fn a_week_offline_then_all_at_once_each_goes_once_and_in_order() {
    let mut desk = TestDesk::with(Wanted { elsewhere: Some(NOBODY.into()), ..Wanted::default() }).await;
    let mut reported = Vec::new();
    for n in 0..20 {
        reported.push(format!("https://acme-{n:02}.example/a"));
        desk.report(&reported[n]).await;
        desk.pass(1).await;
    }
    desk.pass(20).await;
    desk.end(End::Killed).await;
    desk.jump(7 * 24 * 3600);
    desk.address = desk.practice.phishfort_url();
    desk.start().await;
    desk.pass(600).await;
    let sent: Vec<_> = desk.phishfort().processed().iter().map(|one| one.fields["url"].clone()).collect();
    assert_eq!(sent, reported);
}

#[tokio::test]
async fn a_second_app_on_the_same_folder_is_refused() {
    let mut desk = TestDesk::new().await;
    desk.report(TARGET).await;
    let refused = ledger::Ledger::open(desk.folder.path(), domain::Moment(0));
    assert!(matches!(refused, Err(ledger::LedgerError::InUse)));
    desk.restart(End::Closed).await;
    assert!(!commands::app_start(&desk).await.unwrap().ended_badly);
}

#[tokio::test]
async fn when_the_ledger_can_t_write_the_outcome_the_report_becomes_unsure_and_is_found() {
    let desk = TestDesk::new().await;
    // The file itself refuses, as a full disk would: in the middle of a send, after the bytes left.
    let sql = rusqlite::Connection::open(desk.folder.path().join("ledger.db")).unwrap();
    sql.execute_batch("CREATE TRIGGER full_disk BEFORE UPDATE ON attempt BEGIN SELECT RAISE(ABORT, 'full'); END")
        .unwrap();
    let sent = desk.reported(TARGET).await;
    desk.assert_processed(1);
    assert_eq!(desk.now(&sent).await.state, SubmissionState::Sending);
    sql.execute_batch("DROP TRIGGER full_disk").unwrap();
    desk.pass(60).await;
    desk.assert_state(&sent, Accepted, Some(Why::FoundThere)).await;
    desk.assert_processed(1);
}

#[tokio::test]
async fn when_the_ledger_can_t_write_the_attempt_nothing_leaves() {
    let desk = TestDesk::new().await;
    let sql = rusqlite::Connection::open(desk.folder.path().join("ledger.db")).unwrap();
    sql.execute_batch("CREATE TRIGGER full_disk BEFORE INSERT ON attempt BEGIN SELECT RAISE(ABORT, 'full'); END")
        .unwrap();
    let sent = desk.reported(TARGET).await;
    desk.pass(60).await;
    assert!(desk.posts().is_empty());
    assert_eq!(desk.now(&sent).await.state, Queued);
    sql.execute_batch("DROP TRIGGER full_disk").unwrap();
    desk.pass(60).await;
    desk.assert_state(&sent, Accepted, None).await;
    desk.assert_processed(1);
}
