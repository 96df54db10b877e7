//! What waits: offline, without a key, told to slow down.

use desk::commands;
use desk::contract::*;
use practice::{Fault, FaultOrder, RetryAfter};

use crate::support::{End, KEY, NOBODY, TestDesk, Wanted, key};

fn slow_down(retry_after: Option<RetryAfter>) -> Fault {
    Fault::Status { status: 429, body: None, content_type: None, retry_after, processed: false }
}

#[tokio::test]
async fn offline_it_waits_longer_each_time_and_goes_out_when_the_service_is_back() {
    let elsewhere = Some(NOBODY.into());
    let mut desk = TestDesk::with(Wanted { elsewhere, ..Wanted::default() }).await;
    let sent = desk.reported("https://acme-login.example/a").await;
    let mut waits = Vec::new();
    for _ in 0..7 {
        let now = desk.now(&sent).await;
        assert_eq!((now.state, now.reason), (SubmissionState::Deferred, Some(SubmissionReason::Unreachable)));
        let wait = u64::from(now.due_in_ms.unwrap());
        waits.push(wait / 1000);
        desk.pass(wait.div_ceil(1000)).await;
    }
    for (wait, least) in waits.iter().zip([14, 29, 59, 119, 299, 899, 899]) {
        assert!((least..=least * 5 / 4 + 2).contains(wait), "{waits:?}");
    }
    assert!(commands::app_counts(&desk).await.unwrap().offline);
    let case = commands::case_read(&desk, sent.case_id.clone()).await.unwrap();
    let told = case.timeline.iter().filter(|event| event.kind == EventKind::Deferred).count();
    assert_eq!(told, 1, "waiting on for the same reason is no news");

    desk.address = desk.practice.phishfort_url();
    desk.restart(End::Closed).await;
    desk.pass(1200).await;
    desk.assert_state(&sent, SubmissionState::Accepted, None).await;
    assert!(!commands::app_counts(&desk).await.unwrap().offline);
    desk.assert_processed(1);
}

#[tokio::test]
async fn a_look_before_sending_that_fails_only_puts_it_off() {
    for fault in [
        Fault::DropBefore { after_bytes: Some(0), reset: true },
        Fault::Status { status: 500, body: None, content_type: None, retry_after: None, processed: false },
        Fault::Html { processed: false },
        Fault::MalformedJson { processed: false },
        slow_down(None),
    ] {
        let desk = TestDesk::new().await;
        let before = FaultOrder { method: Some("GET".into()), ..FaultOrder::next(fault.clone()) };
        desk.phishfort().fault(before);
        let sent = desk.reported("https://acme-login.example/a").await;
        assert_eq!(desk.now(&sent).await.state, SubmissionState::Deferred, "{fault:?}");
        assert!(desk.posts().is_empty(), "nothing left");
        desk.pass(300).await;
        desk.assert_state(&sent, SubmissionState::Accepted, None).await;
        desk.assert_processed(1);
    }
}

#[tokio::test]
async fn waiting_reports_can_be_taken_back_or_hurried() {
    let desk = TestDesk::new().await;
    let fault = FaultOrder { method: Some("GET".into()), ..FaultOrder::next(slow_down(None)) };
    desk.phishfort().fault(fault.times(2));
    let hurried = desk.reported("https://one.example/a").await;
    let back = desk.reported("https://two.example/a").await;
    commands::outbox_undo(&desk, back.id.clone()).await.unwrap();
    commands::outbox_send_now(&desk, hurried.id.clone()).await.unwrap();
    desk.idle().await;
    desk.assert_state(&hurried, SubmissionState::Accepted, None).await;
    desk.pass(3600).await;
    desk.assert_processed(1);
}

#[tokio::test]
async fn a_revoked_key_stops_the_queue_once_and_a_working_one_starts_it() {
    let desk = TestDesk::new().await;
    desk.phishfort().set_keys(vec!["another-key".into()]);
    let asked = desk.phishfort().requests().len();
    let mut sent = Vec::new();
    for n in 0..5 {
        sent.push(desk.report(&format!("https://acme-{n}.example/a")).await);
    }
    desk.pass(3600).await;
    assert_eq!(desk.phishfort().requests().len(), asked + 1, "one refusal is enough to know");
    let outbox = commands::outbox_list(&desk).await.unwrap();
    assert_eq!(outbox.paused, [Service::Phishfort]);
    assert_eq!(outbox.submissions.len(), 5);
    let connection = commands::connection_read(&desk, Service::Phishfort).await.unwrap();
    assert_eq!(connection.health, ConnectionHealth::KeyRefused);

    desk.phishfort().set_keys(vec![KEY.into()]);
    let tested = commands::connection_test(&desk, Service::Phishfort).await.unwrap();
    assert_eq!(tested.health, ConnectionHealth::Works);
    desk.pass(1).await;
    for one in &sent {
        desk.assert_state(one, SubmissionState::Accepted, None).await;
    }
    desk.assert_processed(5);
    assert_eq!(commands::outbox_list(&desk).await.unwrap().paused, []);
}

#[tokio::test]
async fn a_key_that_was_forgotten_is_waited_for() {
    let desk = TestDesk::new().await;
    let sent = desk.report("https://acme-login.example/a").await;
    commands::connection_forget_key(&desk, Service::Phishfort).await.unwrap();
    desk.pass(3600).await;
    desk.assert_state(&sent, SubmissionState::Deferred, Some(SubmissionReason::KeyMissing)).await;
    commands::connection_save_key(&desk, Service::Phishfort, key(&format!(" {KEY}\n"))).await.unwrap();
    desk.idle().await;
    desk.assert_state(&sent, SubmissionState::Accepted, None).await;
}

#[tokio::test]
async fn a_key_is_shown_by_its_tail_alone() {
    let desk = TestDesk::new().await;
    let connection = commands::connection_read(&desk, Service::Phishfort).await.unwrap();
    assert_eq!(connection.key_tail.as_deref(), Some("4826"));
    assert!(!serde_json::to_string(&connection).unwrap().contains(KEY));
    for unlikely in ["", "short", "two words of a letter é", "line\u{1}feed-key"] {
        let refused = commands::connection_save_key(&desk, Service::Phishfort, key(unlikely)).await;
        assert_eq!(refused.unwrap_err().code, ErrorCode::KeyUnlikely, "{unlikely:?}");
    }
    assert!(!format!("{:?}", key(KEY)).contains(KEY));
}

#[tokio::test]
async fn slow_down_is_obeyed_where_it_is_sane() {
    let rows: [(Option<RetryAfter>, std::ops::RangeInclusive<u32>); 8] = [
        (Some(RetryAfter::Seconds(20)), 19..=20),
        (Some(RetryAfter::Seconds(3600)), 3599..=3600),
        (Some(RetryAfter::DateIn(120)), 117..=121),
        (None, 59..=76),
        (Some(RetryAfter::Seconds(-5)), 59..=76),
        (Some(RetryAfter::Seconds(0)), 59..=76),
        (Some(RetryAfter::Seconds(315_360_000)), 59..=76),
        (Some(RetryAfter::Text("soon".into())), 59..=76),
    ];
    for (retry_after, expected) in rows {
        let desk = TestDesk::new().await;
        desk.phishfort().fault(FaultOrder::next_report(slow_down(retry_after.clone())));
        let sent = desk.reported("https://acme-login.example/a").await;
        let now = desk.now(&sent).await;
        assert_eq!((now.state, now.reason), (SubmissionState::Deferred, Some(SubmissionReason::SlowDown)));
        let wait = now.due_in_ms.unwrap() / 1000;
        assert!(expected.contains(&wait), "{retry_after:?}: {wait} s");
        assert!(now.can_undo);
        desk.pass(u64::from(wait) - 2).await;
        desk.assert_processed(0);
        desk.pass(3).await;
        desk.assert_state(&sent, SubmissionState::Accepted, None).await;
        desk.assert_processed(1);
    }
}
