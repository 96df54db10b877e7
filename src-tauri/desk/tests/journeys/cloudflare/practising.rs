//! Practice plays Cloudflare too: without a token, with every turn that a report can take.

use desk::commands;
use desk::contract::*;

use crate::support::{Sent, TestDesk, both, filing};
use PracticeReportStep as Step;
use SubmissionState::{Accepted, NeedsPerson, Unsure};

async fn practising() -> TestDesk {
    let desk = TestDesk::new().await;
    let name = PreferencesChange { name: Some("Jo Example".into()), ..PreferencesChange::default() };
    commands::preferences_save(&desk, name).await.unwrap();
    commands::practice_enter(&desk).await.unwrap();
    desk
}

async fn report(desk: &TestDesk, target: &str) -> Sent {
    let draft = desk.draft(filing(target)).await;
    let sent = desk.send(&draft.id).await.unwrap();
    desk.pass(10).await;
    sent
}

#[tokio::test]
async fn both_desks_can_be_told_without_a_key_and_the_real_ones_hear_nothing() {
    let desk = practising().await;
    let draft = desk.draft(both("https://acme-practice.example/a")).await;
    let shown = desk.check(&draft.id).await;
    assert_eq!((shown.problems.len(), shown.previews.len()), (0, 2), "{:?}", shown.problems);
    let sent = desk.send_all(&draft.id).await.unwrap();
    desk.pass(11).await;
    for one in &sent {
        desk.assert_state(one, Accepted, None).await;
    }
    let connection = desk.connection().await;
    assert_eq!((connection.health, connection.key_tail), (ConnectionHealth::Practice, None));
    assert!(desk.cloudflare().requests().is_empty());
}

#[tokio::test]
async fn a_refusal_can_be_practised_with_its_reason() {
    let desk = practising().await;
    let sent = report(&desk, "https://acme-practice.example/a").await;
    commands::practice_next_report(&desk, Step::Denied, Some(DenialReason::DirectUrlRequired)).await.unwrap();
    let case = commands::case_refresh(&desk, sent.case_id.clone()).await.unwrap();
    let standing = &case.standings[0];
    assert_eq!((standing.status, standing.denial), (CaseStatus::ReportDenied, Some(DenialReason::DirectUrlRequired)));
    assert!(standing.needs_you);
    let case = commands::case_settle(&desk, standing.submission_id.clone()).await.unwrap();
    assert!(!case.row.needs_you);
}

#[tokio::test]
async fn a_lost_answer_can_be_practised_and_is_found() {
    let desk = practising().await;
    commands::practice_next_report(&desk, Step::LoseAnswer, None).await.unwrap();
    let sent = report(&desk, "https://acme-practice.example/a").await;
    assert_eq!(desk.now(&sent).await.state, Unsure);
    desk.pass(60).await;
    desk.assert_state(&sent, Accepted, Some(SubmissionReason::FoundThere)).await;
}

#[tokio::test]
async fn an_account_that_is_not_set_up_can_be_practised_and_stops_nothing_else() {
    let desk = practising().await;
    commands::practice_next_report(&desk, Step::NotEntitled, None).await.unwrap();
    let sent = report(&desk, "https://acme-practice.example/a").await;
    desk.assert_state(&sent, NeedsPerson, Some(SubmissionReason::NotEntitled)).await;
    let next = report(&desk, "https://acme-practice-two.example/a").await;
    desk.assert_state(&next, Accepted, None).await;
    commands::outbox_send_again(&desk, sent.id.clone()).await.unwrap();
    desk.idle().await;
    desk.assert_state(&sent, Accepted, None).await;
}

#[tokio::test]
async fn being_told_to_slow_down_can_be_practised() {
    let desk = practising().await;
    commands::practice_next_report(&desk, Step::SlowDown, None).await.unwrap();
    let sent = report(&desk, "https://acme-practice.example/a").await;
    desk.assert_state(&sent, SubmissionState::Deferred, Some(SubmissionReason::SlowDown)).await;
    desk.pass(21).await;
    desk.assert_state(&sent, Accepted, None).await;
}
