//! What stands in the way: told exactly, and never at the cost of what we have.

use super::*;
use crate::services::Trouble;

const NOT_ENTITLED: &str = r#"{"result":"error","msg":"Not entitled to use feature: Abuse Report API",
    "err_code":"unknown_err","error_code":"unknown_err"}"#;

#[tokio::test]
async fn what_stands_in_the_way_of_a_sync_is_told_exactly_and_what_we_had_stays() {
    type Turn = fn(&Bed);
    let cases: [(Turn, &str, bool); 6] = [
        (|bed| bed.switch(|switches| switches.may_read = false), "not_permitted", true),
        (|bed| bed.answer(401, NOT_ENTITLED, None, 1), "not_permitted", true),
        (|bed| bed.played().set_tokens(vec![]), "key_refused", true),
        (|bed| bed.answer(500, "<html>oh dear</html>", None, 1), "failed", true),
        (|bed| bed.answer(404, "{}", None, 1), "failed", false),
        (|bed| bed.answer(429, "{}", None, 1), "slow_down", false),
    ];
    for (turn, following, says) in cases {
        let bed = Bed::with(3, 6).await;
        bed.sync().await;
        let refreshed_at = bed.mark().refreshed_at;
        bed.turn(Duration::from_secs(60));
        turn(&bed);
        assert!(bed.sync().await.trouble.is_some(), "{following}");
        let mark = bed.mark();
        assert_eq!((mark.following.as_deref(), mark.said.is_some()), (Some(following), says), "{:?}", mark.said);
        assert_eq!((mark.refreshed_at, bed.kept()), (refreshed_at, (3, 6)));
    }
}

#[tokio::test]
async fn without_an_account_nothing_is_asked() {
    let bed = Bed::with(3, 6).await;
    bed.cloudflare.choose(None);
    assert_eq!(bed.sync().await.trouble, Some(Trouble::AccountMissing));
    assert_eq!(bed.asked(), 0);
}

#[tokio::test]
async fn a_report_whose_blocks_can_t_be_read_holds_up_no_other() {
    let cases = [(404, "{}", 10), (400, "{}", 10), (200, "[]", 10), (500, "{}", 11)];
    for (status, body, asked_again) in cases {
        let bed = Bed::with(10, 20).await;
        let bad = bed.played().received()[4].clone();
        bed.answer(status, body, Some(&format!("{}/mitigations", bad.id)), 2);
        assert_eq!(bed.sync().await.trouble, None, "{status}");
        assert_eq!(bed.mark().said.as_deref(), Some("reports whose blocks can't be read: 1"), "{status}");
        assert_eq!(bed.kept(), (10, 20 - u32::try_from(bad.mitigations.len()).unwrap()), "{status}");
        let due = bed.cache.due_reports(ACCOUNT_ID, 9).unwrap();
        assert_eq!(due.len(), asked_again - 10, "{status}: what may be better the next time is asked for again");
        for _ in 0..2 {
            bed.turn(Duration::from_secs(25 * 3600));
            bed.sync().await;
        }
        bed.assert_complete();
    }
}

#[tokio::test]
async fn a_service_that_reads_no_report_is_left_in_peace_soon() {
    let bed = Bed::with(50, 100).await;
    bed.answer(500, "{}", Some("/mitigations"), 1000);
    assert!(bed.sync().await.trouble.is_some());
    assert!(bed.asked() <= 10, "{}", bed.asked());
    assert!(bed.mark().unfinished);
}

/// Has the blocks of so many reports, the newest, never be read.
fn spoil(bed: &Bed, count: usize, status: u16) -> Vec<String> {
    let mut there = bed.played().received();
    there.sort_by_key(|report| std::cmp::Reverse(report.cdate));
    let bad: Vec<_> = there.iter().take(count).map(|report| report.id.clone()).collect();
    bad.iter().for_each(|id| bed.answer(status, "{}", Some(&format!("{id}/mitigations")), 1000));
    bad
}

#[tokio::test]
async fn reports_that_can_never_be_read_freeze_nothing_and_are_tried_once_a_day() {
    let bed = Bed::with(20, 20).await;
    spoil(&bed, 7, 404);
    assert_eq!(bed.sync().await.trouble, None);
    assert_eq!(bed.mark().said.as_deref(), Some("reports whose blocks can't be read: 7"));
    assert_eq!((bed.asked(), bed.mark().unfinished), (21, false));
    bed.turn(Duration::from_secs(1800));
    assert_eq!(bed.sync().await.trouble, None);
    assert_eq!(bed.asked(), 22, "the list, and none of them");
    bed.turn(Duration::from_secs(24 * 3600));
    bed.sync().await;
    assert!(bed.asked() >= 23 + 7, "{}", bed.asked());
}

#[tokio::test]
async fn reports_that_fail_every_time_come_last_and_keep_nothing_new_out_of_sight() {
    let bed = Bed::new().await;
    let ago = |hours| Some(bed.played().now() - jiff::SignedDuration::from_hours(hours));
    let seeds = (1..=20).map(|hours| CfReceivedSeed { cdate: ago(hours), ..report(&["active"]) });
    bed.played().seed_received(seeds.collect());
    let bad = spoil(&bed, 5, 500);
    assert!(bed.sync().await.trouble.is_some());
    assert!(bed.sync().await.trouble.is_some());
    assert_eq!(bed.cache.due_reports(ACCOUNT_ID, 99).unwrap().len(), 5, "all others are read");
    for round in 1..=3 {
        bed.turn(Duration::from_secs(1800));
        let ids = bed.played().seed_received(vec![report(&["pending"])]);
        assert!(bed.sync().await.trouble.is_some());
        assert_eq!(bed.blocks_of(&ids[0]).len(), 1, "{round}");
    }
    assert!(bad.iter().all(|id| bed.blocks_of(id).is_empty()) && bed.mark().unfinished);
}

#[tokio::test]
async fn an_old_walk_with_a_page_that_fails_every_time_is_begun_anew() {
    let bed = Bed::with(350, 350).await;
    bed.answer(500, "{}", Some("page=3"), 1000);
    let (mut there, mut found) = (0, 0);
    for _ in 1..=3 {
        bed.sync().await;
        bed.turn(Duration::from_secs(1800));
        let ids = bed.played().seed_received(vec![report(&["pending"])]);
        bed.sync().await;
        there += 1;
        found += usize::from(bed.cache.received_report(ACCOUNT_ID, &ids[0]).unwrap().is_some());
    }
    assert_eq!(found, there);
}

#[tokio::test]
async fn a_report_whose_pages_repeat_is_given_up_and_the_others_are_read() {
    let bed = Bed::with(10, 20).await;
    let bad = bed.played().received()[4].id.clone();
    let page = r#"{"success":true,"result":{"mitigations":[{"id":"m1"}]},
        "result_info":{"page":1,"per_page":100,"count":1,"total_count":900,"total_pages":9}}"#;
    bed.answer(200, page, Some(&format!("{bad}/mitigations")), 100);
    assert_eq!(bed.sync().await.trouble, None);
    assert!(bed.asked() <= 13, "{}", bed.asked());
    assert_eq!(bed.blocks_of(&bad).len(), 1, "what was read stays");
    assert!(bed.blocks_of(&bad)[0].gone_at.is_none());
}
