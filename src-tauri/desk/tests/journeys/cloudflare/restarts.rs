//! The app ends, in good order or not, with reports to both on their way: nothing is lost, nothing is told twice.

use desk::commands;
use desk::contract::*;
use practice::Fault;

use crate::support::{End, TestDesk, both};
use SubmissionReason as Why;
use SubmissionState::{Accepted, Held};

const TARGET: &str = "https://acme-login.example/a";

#[tokio::test]
async fn inside_the_undo_window_both_are_held_for_the_person() {
    for end in [End::Closed, End::Killed] {
        let mut desk = TestDesk::connected().await;
        let draft = desk.draft(both(TARGET)).await;
        let sent = desk.send_all(&draft.id).await.unwrap();
        desk.pass(5).await;
        desk.restart(end).await;
        assert_eq!(commands::app_start(&desk).await.unwrap().held, 2);
        desk.pass(2 * 3600).await;
        desk.assert_processed(0);
        desk.assert_filed(0);
        for one in &sent {
            desk.assert_state(one, Held, Some(Why::AppClosed)).await;
            commands::outbox_send_now(&desk, one.id.clone()).await.unwrap();
        }
        desk.pass(1).await;
        for one in &sent {
            desk.assert_state(one, Accepted, None).await;
        }
        desk.assert_processed(1);
        desk.assert_filed(1);
    }
}

#[tokio::test]
async fn held_reports_are_taken_back_together() {
    let mut desk = TestDesk::connected().await;
    let draft = desk.draft(both(TARGET)).await;
    let sent = desk.send_all(&draft.id).await.unwrap();
    desk.restart(End::Killed).await;
    let back = desk.undo(&sent[1].id).await.unwrap();
    assert_eq!((back.id, back.fields), (draft.id, draft.fields));
    desk.pass(3600).await;
    assert!(desk.posts().is_empty() && desk.submissions().is_empty());
}

#[tokio::test]
async fn ended_while_sending_it_is_unsure_and_then_found_by_its_code() {
    for end in [End::Closed, End::Killed] {
        let mut desk = TestDesk::connected_to_one_that_takes_duplicates().await;
        desk.spoil(Fault::DelayMs { ms: 20_000, processed: true });
        let draft = desk.draft(both(TARGET)).await;
        let sent = desk.send_all(&draft.id).await.unwrap();
        desk.jump(10);
        desk.cloudflare().until_processed(1).await;
        desk.restart(end).await;
        desk.pass(60).await;
        desk.assert_state(&sent[0], Accepted, None).await;
        desk.assert_state(&sent[1], Accepted, Some(Why::FoundThere)).await;
        let case = desk.case(&sent[1]).await;
        let lost = case.timeline.iter().find(|event| event.kind == EventKind::AnswerLost).unwrap();
        assert_eq!((lost.reason, lost.service), (Some(Why::EndedWhileSending), Some(Service::Cloudflare)));
        desk.pass(3600).await;
        desk.assert_processed(1);
        desk.assert_filed(1);
    }
}

#[tokio::test]
async fn ended_while_unsure_it_is_looked_for_after_the_next_start() {
    let mut desk = TestDesk::connected_to_one_that_takes_duplicates().await;
    desk.spoil(Fault::DropAfter { reset: true });
    let sent = desk.filed_report(TARGET).await;
    desk.restart(End::Killed).await;
    desk.pass(60).await;
    desk.assert_state(&sent, Accepted, Some(Why::FoundThere)).await;
    desk.assert_filed(1);
}

#[tokio::test]
async fn ended_while_sending_where_nothing_can_be_read_it_goes_to_the_person_and_is_not_sent_again() {
    let mut desk = TestDesk::connected_to_one_that_takes_duplicates().await;
    desk.switch(|switches| switches.may_read = false);
    desk.spoil(Fault::DelayMs { ms: 20_000, processed: true });
    let sent = desk.file_report(TARGET).await;
    desk.jump(10);
    desk.cloudflare().until_processed(1).await;
    desk.restart(End::Killed).await;
    desk.pass(3600).await;
    desk.assert_state(&sent, SubmissionState::NeedsPerson, Some(Why::CannotLook)).await;
    desk.assert_filed(1);
}

#[tokio::test]
async fn what_waits_for_a_right_waits_on_and_is_tried_once_after_the_next_start() {
    let mut desk = TestDesk::connected().await;
    desk.switch(|switches| switches.entitled = false);
    let sent = desk.filed_report(TARGET).await;
    let waits = desk.filed_report("https://acme-pay.example/a").await;
    desk.restart(End::Closed).await;
    desk.pass(3600).await;
    assert!(desk.submissions().len() <= 2, "{:#?}", desk.submissions());
    desk.assert_state(&sent, SubmissionState::NeedsPerson, Some(Why::NotEntitled)).await;
    desk.switch(|switches| switches.entitled = true);
    commands::outbox_send_again(&desk, sent.id.clone()).await.unwrap();
    if desk.now(&waits).await.state == SubmissionState::NeedsPerson {
        commands::outbox_send_again(&desk, waits.id.clone()).await.unwrap();
    }
    desk.pass(10).await;
    desk.assert_state(&sent, Accepted, None).await;
    desk.assert_state(&waits, Accepted, None).await;
    desk.assert_filed(2);
}
