//! "We don't know yet": looked for, found, asked about, and never sent again by itself.

use desk::commands;
use desk::contract::*;
use practice::{Fault, FaultOrder, Seed, Switches};

use crate::support::{Sent, TestDesk};
use SubmissionReason as Why;
use SubmissionState::{Accepted, NeedsPerson, Unsure};

const TARGET: &str = "https://acme-login.example/a";

async fn lost(desk: &TestDesk, arrived: bool) -> Sent {
    let fault = match arrived {
        true => Fault::DropAfter { reset: true },
        false => Fault::DropBefore { after_bytes: None, reset: true },
    };
    desk.phishfort().fault(FaultOrder::next_report(fault));
    let sent = desk.reported(TARGET).await;
    desk.assert_state(&sent, Unsure, Some(Why::NoAnswer)).await;
    sent
}

#[tokio::test]
async fn a_lost_answer_is_found_by_the_first_look() {
    let desk = TestDesk::new().await;
    let sent = lost(&desk, true).await;
    assert_eq!(commands::app_counts(&desk).await.unwrap().needs_you, 1);
    desk.pass(5).await;
    let found = desk.now(&sent).await;
    assert_eq!((found.state, found.reason), (Accepted, Some(Why::FoundThere)));
    assert_eq!(found.number.as_deref(), Some(desk.phishfort().processed()[0].id.as_str()));
    assert_eq!(found.looks.iter().map(|look| look.result).collect::<Vec<_>>(), [LookResult::Exact]);
    let case = commands::case_read(&desk, sent.case_id).await.unwrap();
    let kinds: Vec<_> = case.timeline.iter().rev().map(|event| event.kind).collect();
    use EventKind::{AnswerLost, Confirmed, DraftMade, Found, Sent};
    let story = [DraftMade, Confirmed, Sent, AnswerLost, Found];
    assert_eq!(kinds, story);
    assert_eq!(commands::app_counts(&desk).await.unwrap().needs_you, 0);
}

#[tokio::test]
async fn what_shows_up_late_is_found_late_and_not_sent_again() {
    let desk = TestDesk::new().await;
    desk.phishfort().set_switches(Switches { visibility_lag_ms: 8 * 60_000, ..Switches::default() });
    let sent = lost(&desk, true).await;
    desk.pass(300).await;
    let now = desk.now(&sent).await;
    assert_eq!(now.state, Unsure);
    assert_eq!(now.looks.len(), 3, "after 5 s, 30 s and 2 min");
    desk.pass(300).await;
    desk.assert_state(&sent, Accepted, Some(Why::FoundThere)).await;
    desk.assert_processed(1);
}

#[tokio::test]
async fn what_is_never_found_is_asked_about_after_four_looks_and_ten_minutes() {
    let desk = TestDesk::new().await;
    let sent = lost(&desk, false).await;
    for _ in 0..40 {
        commands::outbox_look_again(&desk, sent.id.clone()).await.unwrap();
    }
    desk.pass(9 * 60 + 50).await;
    desk.assert_state(&sent, Unsure, Some(Why::NoAnswer)).await;
    desk.pass(60).await;
    let mut now = desk.now(&sent).await;
    if now.state == Unsure {
        now = commands::outbox_look_again(&desk, sent.id.clone()).await.unwrap();
    }
    assert_eq!((now.state, now.reason), (NeedsPerson, Some(Why::NotFoundThere)));
    assert!(!now.can_undo, "it may have left");
    assert_eq!(commands::outbox_undo(&desk, sent.id.clone()).await.unwrap_err().code, ErrorCode::TooLate);
    desk.pass(7 * 24 * 3600).await;
    assert_eq!(desk.posts().len(), 1, "never sent again by itself");
}

#[tokio::test]
async fn looks_come_at_the_times_of_the_law() {
    let desk = TestDesk::new().await;
    let sent = lost(&desk, false).await;
    desk.pass(8 * 3600).await;
    let now = desk.now(&sent).await;
    let millis = |at: &str| domain::Moment::parse_iso(at).unwrap().millis();
    let began = millis(now.sent_at.as_ref().unwrap());
    let after: Vec<_> = now.looks.iter().map(|look| (millis(&look.at) - began) / 1000).collect();
    assert_eq!(after, [5, 30, 120, 600, 3600, 21600]);
    assert_eq!(now.state, NeedsPerson);
}

#[tokio::test]
async fn a_look_that_fails_says_nothing_and_after_a_day_the_person_is_asked() {
    let desk = TestDesk::new().await;
    let sent = lost(&desk, true).await;
    let broken = Fault::Status { status: 503, body: None, content_type: None, retry_after: None, processed: false };
    desk.phishfort().fault(FaultOrder { method: Some("GET".into()), ..FaultOrder::next(broken) }.times(1000));
    desk.pass(6 * 3600).await;
    let now = desk.now(&sent).await;
    assert_eq!(now.state, Unsure);
    assert!(now.looks.iter().all(|look| look.result == LookResult::Error));
    desk.pass(26 * 3600).await;
    desk.assert_state(&sent, NeedsPerson, Some(Why::CannotLook)).await;
    desk.assert_processed(1);
}

#[tokio::test]
async fn somebody_else_s_report_of_the_same_thing_is_asked_about() {
    let desk = TestDesk::new().await;
    let sent = lost(&desk, false).await;
    let seed = Seed { subject: TARGET.into(), reported_by: Some("kim@acme.example".into()), ..Seed::default() };
    let number = desk.phishfort().seed(vec![seed]).remove(0);
    desk.pass(5).await;
    let now = desk.now(&sent).await;
    assert_eq!((now.state, now.reason), (NeedsPerson, Some(Why::PerhapsFound)));
    assert_eq!(now.candidates.len(), 1, "found twice, told once");
    let candidate = &now.candidates[0];
    assert_eq!((&candidate.number, candidate.reported_by.as_deref()), (&number, Some("kim@acme.example")));
    let found = commands::outbox_found(&desk, sent.id.clone(), format!(" {number} ")).await.unwrap();
    assert_eq!((found.state, found.reason), (Accepted, Some(Why::PersonFound)));
    let case = commands::case_refresh(&desk, sent.case_id).await.unwrap();
    assert_eq!(case.row.number, Some(number));
}

#[tokio::test]
async fn an_older_report_of_the_same_thing_is_never_taken_for_this_one() {
    let desk = TestDesk::new().await;
    let long_ago = desk.phishfort().now() - jiff::SignedDuration::from_hours(12);
    let old = |status: &str| Seed {
        subject: TARGET.into(),
        reported_by: Some("jo@acme.example".into()),
        status: Some(status.into()),
        timestamp: Some(long_ago),
        ..Seed::default()
    };
    desk.phishfort().seed(vec![old("closed"), old("takedown_success")]);
    let sent = lost(&desk, false).await;
    desk.pass(24 * 3600).await;
    desk.assert_state(&sent, NeedsPerson, Some(Why::NotFoundThere)).await;
}

#[tokio::test]
async fn a_clock_that_is_wrong_by_a_day_takes_no_older_report_for_this_one() {
    let desk = TestDesk::new().await;
    // Our computer is a day behind the service.
    desk.phishfort().turn_clock(24 * 3_600_000);
    let long_ago = desk.phishfort().now() - jiff::SignedDuration::from_hours(12);
    let old = Seed {
        subject: TARGET.into(),
        reported_by: Some("jo@acme.example".into()),
        status: Some("closed".into()),
        timestamp: Some(long_ago),
        ..Seed::default()
    };
    desk.phishfort().seed(vec![old.clone(), old]);
    let sent = lost(&desk, false).await;
    desk.pass(3600).await;
    desk.assert_state(&sent, NeedsPerson, Some(Why::NotFoundThere)).await;
}

#[tokio::test]
async fn a_clock_that_runs_ahead_still_finds_it() {
    for hours in [-26, 26] {
        let desk = TestDesk::new().await;
        desk.phishfort().turn_clock(hours * 3_600_000);
        let sent = lost(&desk, true).await;
        desk.pass(5).await;
        desk.assert_state(&sent, Accepted, Some(Why::FoundThere)).await;
    }
}

#[tokio::test]
async fn sent_again_by_the_person_it_arrives_exactly_once_more() {
    let desk = TestDesk::new().await;
    desk.phishfort().set_switches(Switches { visibility_lag_ms: 3_600_000, ..Switches::default() });
    let sent = lost(&desk, true).await;
    commands::outbox_send_again(&desk, sent.id.clone()).await.unwrap();
    desk.idle().await;
    desk.assert_state(&sent, Accepted, None).await;
    desk.pass(2 * 3600).await;
    desk.assert_processed(2);
    let again = commands::outbox_send_again(&desk, sent.id.clone()).await.unwrap_err();
    assert_eq!(again.code, ErrorCode::TooLate);
}

#[tokio::test]
async fn sent_again_although_it_is_there_by_now_it_is_found_instead() {
    let desk = TestDesk::new().await;
    let sent = lost(&desk, true).await;
    commands::outbox_send_again(&desk, sent.id.clone()).await.unwrap();
    desk.idle().await;
    desk.assert_state(&sent, Accepted, Some(Why::FoundThere)).await;
    desk.assert_processed(1);
    assert_eq!(desk.posts().len(), 1, "nothing left a second time");
}

#[tokio::test]
async fn a_double_press_of_send_again_sends_once() {
    let desk = TestDesk::new().await;
    let sent = lost(&desk, false).await;
    let press = || commands::outbox_send_again(&desk, sent.id.clone());
    let (first, second) = tokio::join!(press(), press());
    let outcomes = [first, second];
    let refused: Vec<_> = outcomes.iter().filter_map(|outcome| outcome.as_ref().err()).map(|e| e.code).collect();
    assert_eq!(refused, [ErrorCode::TooLate]);
    desk.pass(3600).await;
    assert_eq!(desk.posts().len(), 2);
    desk.assert_processed(1);
}

#[tokio::test]
async fn the_person_can_say_that_it_is_there_but_not_with_nonsense() {
    let desk = TestDesk::new().await;
    let sent = lost(&desk, true).await;
    for nonsense in ["", "   ", "../x", "a b", &"x".repeat(101)] {
        let refused = commands::outbox_found(&desk, sent.id.clone(), nonsense.into()).await.unwrap_err();
        assert_eq!(refused.code, ErrorCode::BadRequest, "{nonsense:?}");
    }
    let found = commands::outbox_found(&desk, sent.id.clone(), "INC-123".into()).await.unwrap();
    assert_eq!((found.state, found.number.as_deref()), (Accepted, Some("INC-123")));
    desk.pass(3600).await;
    desk.assert_state(&sent, Accepted, Some(Why::PersonFound)).await;
    let late = commands::outbox_found(&desk, sent.id, "INC-124".into()).await.unwrap_err();
    assert_eq!(late.code, ErrorCode::TooLate);
}

#[tokio::test]
async fn a_list_that_never_ends_is_read_to_its_bound() {
    let desk = TestDesk::new().await;
    let sent = lost(&desk, false).await;
    desk.phishfort().set_switches(Switches { cursor_loops: true, ..Switches::default() });
    let others = (0..5).map(|n| Seed { subject: format!("https://other-{n}.example"), ..Seed::default() });
    desk.phishfort().seed(others.collect());
    let before = desk.phishfort().requests().len();
    desk.pass(5).await;
    assert!(desk.phishfort().requests().len() - before <= 12);
    assert_eq!(desk.now(&sent).await.looks.last().unwrap().result, LookResult::Absent);
}

#[tokio::test]
async fn a_first_look_that_comes_days_later_teaches_no_settle_window_of_weeks() {
    let mut desk = TestDesk::new().await;
    desk.reported("https://earlier.example/a").await;
    desk.end(crate::support::End::Closed).await;
    desk.jump(3 * 24 * 3600);
    desk.start().await;
    desk.pass(700).await;
    let sent = lost(&desk, false).await;
    desk.pass(24 * 3600).await;
    desk.assert_state(&sent, NeedsPerson, Some(Why::NotFoundThere)).await;
}
