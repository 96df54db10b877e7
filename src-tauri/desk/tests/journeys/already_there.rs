//! The service has an open case for the target already: the person decides.

use desk::commands;
use desk::contract::*;
use practice::{Fault, FaultOrder, Seed};

use crate::support::{Sent, TestDesk};
use SubmissionReason as Why;
use SubmissionState::{Accepted, NeedsPerson};

const TARGET: &str = "https://acme-login.example/a";

async fn stopped(desk: &TestDesk) -> (Sent, String) {
    let seed = Seed { subject: TARGET.into(), reported_by: Some("kim@acme.example".into()), ..Seed::default() };
    let number = desk.phishfort().seed(vec![seed]).remove(0);
    let sent = desk.reported(TARGET).await;
    desk.assert_state(&sent, NeedsPerson, Some(Why::AlreadyThere)).await;
    desk.assert_processed(0);
    (sent, number)
}

#[tokio::test]
async fn an_open_case_of_the_same_thing_stops_it_before_anything_leaves() {
    let desk = TestDesk::new().await;
    let (sent, number) = stopped(&desk).await;
    let now = desk.now(&sent).await;
    assert_eq!(now.candidates.iter().map(|one| &one.number).collect::<Vec<_>>(), [&number]);
    assert!(now.can_undo && now.sent_at.is_none());
    desk.pass(2 * 3600).await;
    assert!(desk.posts().is_empty());
}

#[tokio::test]
async fn sent_anyway_it_goes_once() {
    let desk = TestDesk::new().await;
    let (sent, _) = stopped(&desk).await;
    commands::outbox_send_again(&desk, sent.id.clone()).await.unwrap();
    desk.idle().await;
    desk.assert_state(&sent, Accepted, None).await;
    desk.assert_processed(1);
}

#[tokio::test]
async fn taken_back_it_is_a_draft_again() {
    let desk = TestDesk::new().await;
    let (sent, _) = stopped(&desk).await;
    let draft = desk.undo(&sent.id).await.unwrap();
    assert_eq!(draft.fields.target, TARGET);
    desk.pass(3600).await;
    assert!(desk.posts().is_empty());
}

#[tokio::test]
async fn what_never_left_can_t_be_said_to_be_there() {
    let desk = TestDesk::new().await;
    let (sent, number) = stopped(&desk).await;
    let refused = commands::outbox_found(&desk, sent.id.clone(), number).await.unwrap_err();
    assert_eq!(refused.code, ErrorCode::TooLate);
    let refused = commands::outbox_look_again(&desk, sent.id).await.unwrap_err();
    assert_eq!(refused.code, ErrorCode::TooLate);
    desk.assert_processed(0);
}

#[tokio::test]
async fn a_closed_case_of_the_same_thing_stops_nothing() {
    for status in ["closed", "takedown_success"] {
        let desk = TestDesk::new().await;
        let seed = Seed { subject: TARGET.into(), status: Some(status.into()), ..Seed::default() };
        desk.phishfort().seed(vec![seed]);
        let sent = desk.reported(TARGET).await;
        desk.assert_state(&sent, Accepted, None).await;
    }
}

#[tokio::test]
async fn a_status_that_nobody_knows_is_not_called_over() {
    let desk = TestDesk::new().await;
    let seed = Seed { subject: TARGET.into(), status: Some("resting".into()), ..Seed::default() };
    desk.phishfort().seed(vec![seed]);
    let sent = desk.reported(TARGET).await;
    desk.assert_state(&sent, NeedsPerson, Some(Why::AlreadyThere)).await;
    assert_eq!(desk.now(&sent).await.candidates[0].status.as_deref(), Some("resting"));
}

#[tokio::test]
async fn when_sent_anyway_and_the_answer_is_lost_the_older_case_is_not_taken_for_it() {
    let desk = TestDesk::new().await;
    let (sent, older) = stopped(&desk).await;
    desk.phishfort().fault(FaultOrder::next_report(Fault::DropAfter { reset: false }));
    commands::outbox_send_again(&desk, sent.id.clone()).await.unwrap();
    desk.pass(5).await;
    let now = desk.now(&sent).await;
    assert_eq!((now.state, now.reason), (Accepted, Some(Why::FoundThere)));
    assert_ne!(now.number, Some(older));
    desk.assert_processed(1);
}
