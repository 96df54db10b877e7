//! "Slow down": obeyed when it is said, and not waited for until it has to be said.

use std::time::Duration;

use desk::contract::*;
use practice::{Fault, FaultOrder, RetryAfter};

use crate::support::TestDesk;
use SubmissionReason as Why;
use SubmissionState::{Accepted, Deferred};

const TARGET: &str = "https://acme-login.example/a";

fn slow_down(retry_after: Option<RetryAfter>) -> Fault {
    Fault::Status { status: 429, body: None, content_type: None, retry_after, processed: false }
}

#[tokio::test]
async fn a_wish_to_slow_down_is_obeyed_to_the_second() {
    let desk = TestDesk::connected().await;
    desk.spoil(slow_down(Some(RetryAfter::Seconds(300))));
    let sent = desk.filed_report(TARGET).await;
    desk.assert_state(&sent, Deferred, Some(Why::SlowDown)).await;
    desk.pass(299).await;
    assert_eq!(desk.submissions().len(), 1);
    desk.pass(2).await;
    desk.assert_state(&sent, Accepted, None).await;
    assert_eq!(desk.submissions().len(), 2);
    desk.assert_filed(1);
}

#[tokio::test]
async fn an_absurd_wish_is_waited_out_as_any_other_try() {
    for absurd in [Some(RetryAfter::Seconds(315_360_000)), Some(RetryAfter::Text("soon".into())), None] {
        let desk = TestDesk::connected().await;
        desk.spoil(slow_down(absurd));
        let sent = desk.filed_report(TARGET).await;
        desk.assert_state(&sent, Deferred, Some(Why::SlowDown)).await;
        desk.pass(200).await;
        desk.assert_state(&sent, Accepted, None).await;
        desk.assert_filed(1);
    }
}

#[tokio::test]
async fn told_to_slow_down_while_looking_beforehand_nothing_left() {
    let desk = TestDesk::connected().await;
    let list = slow_down(Some(RetryAfter::Seconds(60)));
    desk.cloudflare().fault(FaultOrder { path_contains: Some("/submitted".into()), ..FaultOrder::next(list) });
    let sent = desk.filed_report(TARGET).await;
    desk.assert_state(&sent, Deferred, Some(Why::SlowDown)).await;
    assert!(desk.submissions().is_empty() && desk.now(&sent).await.sent_at.is_none());
    desk.pass(61).await;
    desk.assert_state(&sent, Accepted, None).await;
}

#[tokio::test]
async fn no_429_is_ever_earned_however_small_the_allowance_and_everything_is_filed_in_the_end() {
    let desk = TestDesk::connected().await;
    desk.switch(|switches| switches.ratelimit_quota = 12);
    // The allowance of before runs out first.
    desk.pass(301).await;
    let mut all = Vec::new();
    for n in 0..8 {
        all.push(desk.file_report(&format!("https://acme-{n}.example/a")).await);
    }
    desk.pass(6 * 3600).await;
    for sent in &all {
        desk.assert_state(sent, Accepted, None).await;
    }
    desk.assert_filed(8);
    let requests = desk.cloudflare().requests();
    assert!(requests.iter().all(|request| request.status != Some(429)));
    let read = requests.iter().filter(|one| one.method == "GET" && one.path.contains("/submitted/")).count();
    assert!(read > 8, "news are asked for all the same: {read}");
    assert!(desk.phishfort().requests().iter().all(|request| request.path.ends_with("whoami")));
}

#[tokio::test]
async fn a_client_in_a_hurry_leaves_phishfort_undisturbed() {
    let desk = TestDesk::connected().await;
    desk.spoil(slow_down(Some(RetryAfter::Seconds(600))));
    let [phishfort, cloudflare] = desk.told_both(TARGET).await;
    desk.assert_state(&phishfort, Accepted, None).await;
    desk.assert_state(&cloudflare, Deferred, Some(Why::SlowDown)).await;
    let due = Duration::from_millis(u64::from(desk.now(&cloudflare).await.due_in_ms.unwrap()));
    assert!((590..=600).contains(&due.as_secs()));
}
