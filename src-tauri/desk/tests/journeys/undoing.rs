//! The undo window: taken back in time, too late, paused, off, and until Send now.

use desk::commands;
use desk::contract::*;
use tokio::join;

use crate::support::{PNG, TestDesk, Wanted, fields};

#[tokio::test]
async fn undo_in_time_sends_nothing_and_gives_the_draft_back() {
    let desk = TestDesk::new().await;
    let draft = desk.draft_with(fields("https://acme-login.example/a"), &[("page.png", PNG)]).await;
    let sent = desk.send(&draft.id).await.unwrap();
    desk.pass(9).await;
    let now = desk.now(&sent).await;
    assert!(now.can_undo && now.due_in_ms == Some(1000));
    let back = desk.undo(&sent.id).await.unwrap();
    assert_eq!((back.id, &back.fields, &back.evidence), (draft.id.clone(), &draft.fields, &draft.evidence));
    desk.pass(3600).await;
    desk.assert_processed(0);
    assert!(desk.posts().is_empty());
    assert_eq!(commands::outbox_undo(&desk, sent.id).await.unwrap_err().code, ErrorCode::TooLate);
    let row = commands::cases_list(&desk, CasesRequest::default()).await.unwrap().rows.remove(0);
    assert_eq!((row.status, row.sent_to, row.draft_id), (CaseStatus::Draft, vec![], Some(draft.id.clone())));

    desk.send(&draft.id).await.unwrap();
    desk.pass(10).await;
    desk.assert_processed(1);
}

#[tokio::test]
async fn a_draft_that_was_taken_back_can_be_deleted() {
    let desk = TestDesk::new().await;
    let sent = desk.report("https://acme-login.example/a").await;
    commands::outbox_undo(&desk, sent.id).await.unwrap();
    commands::draft_delete(&desk, sent.draft_id).await.unwrap();
    assert_eq!(commands::cases_list(&desk, CasesRequest::default()).await.unwrap().total, 0);
}

#[tokio::test]
async fn undo_after_it_left_is_too_late() {
    let desk = TestDesk::new().await;
    let sent = desk.reported("https://acme-login.example/a").await;
    assert_eq!(commands::outbox_undo(&desk, sent.id.clone()).await.unwrap_err().code, ErrorCode::TooLate);
    desk.assert_state(&sent, SubmissionState::Accepted, None).await;
}

#[tokio::test]
async fn a_second_press_of_send_makes_no_second_report() {
    let desk = TestDesk::new().await;
    let draft = desk.draft(fields("https://acme-login.example/a")).await;
    let fingerprint = desk.check(&draft.id).await.fingerprint;
    let press = || commands::draft_send(&desk, draft.id.clone(), fingerprint.clone());
    let (first, second, third) = join!(press(), press(), press());
    let outcomes = [first, second, third];
    assert_eq!(outcomes.iter().filter(|outcome| outcome.is_ok()).count(), 1);
    for refused in outcomes.iter().filter_map(|outcome| outcome.as_ref().err()) {
        assert_eq!(refused.code, ErrorCode::TooLate);
    }
    desk.pass(60).await;
    desk.assert_processed(1);
}

#[tokio::test]
async fn a_pause_holds_the_clock_until_it_is_let_go() {
    let desk = TestDesk::new().await;
    let sent = desk.report("https://acme-login.example/a").await;
    desk.pass(4).await;
    let paused = commands::outbox_pause(&desk, sent.id.clone(), true).await.unwrap();
    assert_eq!((paused.paused, paused.due_in_ms), (true, Some(6000)));
    desk.pass(200).await;
    desk.assert_processed(0);
    let on = commands::outbox_pause(&desk, sent.id.clone(), false).await.unwrap();
    assert_eq!((on.paused, on.due_in_ms), (false, Some(6000)));
    desk.pass(5).await;
    desk.assert_processed(0);
    desk.pass(1).await;
    desk.assert_processed(1);
}

#[tokio::test]
async fn a_pause_that_is_forgotten_ends_after_five_minutes() {
    let desk = TestDesk::new().await;
    let sent = desk.report("https://acme-login.example/a").await;
    commands::outbox_pause(&desk, sent.id.clone(), true).await.unwrap();
    desk.pass(300).await;
    let on = desk.now(&sent).await;
    assert!(!on.paused && on.state == SubmissionState::Queued, "{on:#?}");
    desk.pass(11).await;
    desk.assert_state(&sent, SubmissionState::Accepted, None).await;
    desk.assert_processed(1);
}

#[tokio::test]
async fn a_paused_report_can_be_sent_now_or_taken_back() {
    let desk = TestDesk::new().await;
    let now = desk.report("https://one.example/a").await;
    let back = desk.report("https://two.example/a").await;
    for sent in [&now, &back] {
        commands::outbox_pause(&desk, sent.id.clone(), true).await.unwrap();
    }
    commands::outbox_send_now(&desk, now.id.clone()).await.unwrap();
    commands::outbox_undo(&desk, back.id.clone()).await.unwrap();
    desk.idle().await;
    desk.assert_state(&now, SubmissionState::Accepted, None).await;
    desk.assert_processed(1);
}

#[tokio::test]
async fn with_undo_off_it_goes_at_once() {
    let desk = TestDesk::with(Wanted { undo_seconds: 0, ..Wanted::default() }).await;
    let sent = desk.report("https://acme-login.example/a").await;
    desk.idle().await;
    desk.assert_state(&sent, SubmissionState::Accepted, None).await;
}

#[tokio::test]
async fn until_send_now_means_until_send_now() {
    let desk = TestDesk::with(Wanted { undo_seconds: -1, ..Wanted::default() }).await;
    let sent = desk.report("https://acme-login.example/a").await;
    desk.pass(24 * 3600).await;
    desk.assert_processed(0);
    desk.assert_state(&sent, SubmissionState::Queued, None).await;
    commands::outbox_send_now(&desk, sent.id.clone()).await.unwrap();
    desk.idle().await;
    desk.assert_state(&sent, SubmissionState::Accepted, None).await;
    assert_eq!(commands::outbox_send_now(&desk, sent.id).await.unwrap_err().code, ErrorCode::TooLate);
}

#[tokio::test]
async fn quitting_with_send_now_sends_what_waits() {
    let desk = TestDesk::new().await;
    let sent = desk.report("https://acme-login.example/a").await;
    assert_eq!(desk.waiting_to_be_sent(), 1);
    commands::app_quit(&desk, QuitChoice::SendNow).await.unwrap();
    desk.assert_state(&sent, SubmissionState::Accepted, None).await;
    assert_eq!(desk.desktop.quits.load(std::sync::atomic::Ordering::SeqCst), 1);
    desk.assert_processed(1);
}
