//! Within the limit of requests, and behind whatever is to be sent.

use super::*;
use crate::services::Trouble;

#[tokio::test]
async fn a_sync_leaves_room_for_sending_says_until_when_it_waits_and_goes_on_then() {
    let bed = Bed::with(80, 160).await;
    bed.switch(|switches| switches.ratelimit_quota = 230);
    let synced = bed.sync().await;
    assert!(matches!(synced.trouble, Some(Trouble::SlowDown(Some(_)))), "{:?}", synced.trouble);
    let asked = bed.asked();
    assert!((30..=34).contains(&asked), "those on their way come in: {asked}");
    let until = bed.mark().waits_until.unwrap();
    assert_eq!((bed.following().as_deref(), bed.mark().unfinished), (Some("slow_down"), true));
    assert_eq!(bed.cloudflare.sync_waits_until(), Some(until));
    assert!(bed.cloudflare.held(5).is_none(), "a report can still be sent");
    bed.sync().await;
    assert_eq!(bed.asked(), asked, "nothing is asked before that");
    bed.turn(until.since(bed.clock.now()));
    assert!(matches!(bed.sync().await.trouble, Some(Trouble::SlowDown(_))));
    bed.turn(Duration::from_secs(300));
    assert_eq!(bed.sync().await.trouble, None);
    assert_eq!(bed.mark().waits_until, None);
    assert!(bed.counts().values().all(|times| *times == 1));
    bed.assert_complete();
}

#[tokio::test]
async fn a_refusal_in_the_middle_ends_a_sync_which_goes_on_when_the_service_likes() {
    let bed = Bed::with(60, 120).await;
    let fault = Fault::Status {
        status: 429,
        body: None,
        content_type: None,
        retry_after: Some(practice::RetryAfter::Seconds(20)),
        processed: false,
    };
    bed.played().fault(FaultOrder { fault, times: 1, method: None, path_contains: Some("/mitigations".into()) });
    let synced = bed.sync().await;
    let until = bed.clock.now() + Duration::from_secs(20);
    assert_eq!(synced.trouble, Some(Trouble::SlowDown(Some(until))));
    assert!(bed.asked() <= 6);
    assert_eq!(bed.mark().waits_until, Some(until));
    bed.turn(Duration::from_secs(20));
    assert_eq!(bed.sync().await.trouble, None);
    bed.assert_complete();
    assert_eq!(bed.counts().values().filter(|times| **times > 1).count(), 1, "only what was refused is asked again");
}

#[tokio::test]
async fn what_is_sent_goes_first() {
    let bed = Bed::with(10, 10).await;
    let sending = bed.sending.lock().await;
    let free = async {
        for _ in 0..100 {
            tokio::task::yield_now().await;
        }
        assert_eq!(bed.asked(), 0);
        drop(sending);
    };
    let (synced, ()) = tokio::join!(bed.sync(), free);
    assert_eq!(synced.trouble, None);
    assert_eq!(bed.kept(), (10, 10));
}

#[tokio::test]
async fn a_sync_that_waits_behind_a_send_can_be_stopped() {
    let bed = Bed::with(10, 10).await;
    let _sending = bed.sending.lock().await;
    let stop = async {
        tokio::task::yield_now().await;
        bed.run.stop();
    };
    let (synced, ()) = tokio::join!(bed.sync(), stop);
    assert_eq!((synced.changed, synced.trouble, bed.asked()), (0, None, 0));
}
