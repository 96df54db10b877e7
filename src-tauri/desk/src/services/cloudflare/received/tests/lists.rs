//! The walk through the list of reports: complete, whatever the service says of its pages.

use super::*;
use crate::services::Trouble;

#[tokio::test]
async fn the_first_sync_brings_every_report_and_every_block_and_asks_for_each_page_once() {
    let bed = Bed::with(250, 1000).await;
    let synced = bed.sync().await;
    assert_eq!((synced.changed, synced.trouble), (1250, None));
    bed.assert_complete();
    let mark = bed.mark();
    assert_eq!((mark.following.as_deref(), mark.unfinished, mark.said), (Some("works"), false, None));
    assert_eq!(mark.refreshed_at, Some(bed.clock.now()));
    assert!(bed.counts().values().all(|times| *times == 1));
    let lists: Vec<_> = bed.questions(0).into_iter().filter(|one| !one.contains("/mitigations")).collect();
    let begin = bed.clock.now() + Duration::from_secs(1);
    let before = format!("created_before={}", begin.iso().replace(':', "%3A"));
    assert_eq!(lists.len(), 3);
    assert!(lists.iter().all(|one| one.contains(&before)), "{lists:?}");
}

#[tokio::test]
async fn ten_thousand_blocks_over_five_hundred_reports_come_whole() {
    let bed = Bed::with(500, 10_000).await;
    bed.switch(|switches| switches.ratelimit_quota = 100_000);
    assert_eq!(bed.sync().await.trouble, None);
    assert_eq!(bed.kept(), (500, 10_000));
    let first = bed.asked();
    bed.played().change_some(10);
    let synced = bed.sync().await;
    assert_eq!((synced.changed, synced.trouble), (20, None), "ten reports and a block of each");
    assert_eq!(bed.asked() - first, 15, "five pages of the list, and the blocks of ten reports");
    bed.assert_complete();
}

#[tokio::test]
async fn a_second_sync_of_the_same_writes_nothing_and_reads_no_blocks() {
    let bed = Bed::with(250, 500).await;
    bed.sync().await;
    let first = bed.asked();
    bed.turn(Duration::from_secs(60));
    let synced = bed.sync().await;
    assert_eq!((synced.changed, synced.trouble), (0, None));
    assert_eq!(bed.asked() - first, 3);
    assert_eq!(bed.mark().refreshed_at, Some(bed.clock.now()));
}

#[tokio::test]
async fn an_account_without_reports_is_up_to_date() {
    for null_lists in [false, true] {
        let bed = Bed::new().await;
        bed.switch(|switches| switches.null_lists = null_lists);
        let synced = bed.sync().await;
        assert_eq!((synced.changed, synced.trouble, bed.asked()), (0, None, 1));
        assert_eq!(bed.following().as_deref(), Some("works"));
    }
}

#[tokio::test]
async fn the_list_is_complete_whatever_it_says_of_its_pages_and_rows() {
    type Turn = fn(&mut SitesSwitches);
    let cases: [(&str, Turn); 8] = [
        ("too few pages", |sites| sites.total_pages = Some(1)),
        ("too many pages", |sites| sites.total_pages = Some(u64::MAX)),
        ("no pages", |sites| sites.total_pages = Some(0)),
        ("nothing", |sites| sites.no_result_info = true),
        ("fifty rows at most", |sites| (sites.most_per_page, sites.clamps_per_page) = (50, true)),
        ("no more than fifty", |sites| sites.most_per_page = 50),
        ("the oldest first", |sites| sites.order_reversed = true),
        ("the least of each row", |sites| sites.rows_are_bare = true),
    ];
    for (says, turn) in cases {
        let bed = Bed::with(130, 260).await;
        bed.sites(turn);
        assert_eq!(bed.sync().await.trouble, None, "{says}");
        bed.assert_complete();
        assert!(bed.asked() < 700, "{says}: {}", bed.asked());
    }
}

#[tokio::test]
async fn a_number_of_rows_that_is_refused_is_asked_for_once() {
    let bed = Bed::with(30, 60).await;
    bed.sites(|sites| sites.most_per_page = 50);
    bed.sync().await;
    let first = bed.asked();
    let with_number = |bed: &Bed| bed.counts().iter().filter(|(one, _)| one.contains("per_page=")).count();
    let refused = with_number(&bed);
    assert!((2..=5).contains(&refused), "one for the reports, and at most the four that were on their way: {refused}");
    bed.sync().await;
    assert_eq!((with_number(&bed), bed.asked() - first), (refused, 2));
}

#[tokio::test]
async fn a_list_that_never_moves_is_given_up() {
    let bed = Bed::new().await;
    let page = r#"{"success":true,"result":{"reports":[{"id":"r1"}]},
        "result_info":{"page":1,"per_page":100,"count":1,"total_count":900,"total_pages":9}}"#;
    bed.answer(200, page, None, 100);
    let synced = bed.sync().await;
    assert!(matches!(synced.trouble, Some(Trouble::Failed(_))), "{:?}", synced.trouble);
    assert!(bed.asked() <= 6, "{}", bed.asked());
    assert_eq!((bed.kept().0, bed.mark().unfinished), (1, true));
}

#[tokio::test]
async fn a_list_that_shifts_while_it_is_read_is_read_once_more() {
    let bed = Bed::new().await;
    let page = |ids: &[&str], page: u32, total: u32| {
        let rows: Vec<_> = ids.iter().map(|id| format!(r#"{{"id":"{id}"}}"#)).collect();
        format!(
            r#"{{"success":true,"result":{{"reports":[{}]}},"result_info":
            {{"page":{page},"per_page":2,"count":{},"total_count":{total},"total_pages":2}}}}"#,
            rows.join(","),
            ids.len()
        )
    };
    // While the second page is on its way the first report goes, and the third moves to where it was not seen.
    for (ids, number, total) in [(vec!["a", "b"], 1, 4), (vec!["d"], 2, 3), (vec!["b", "c"], 1, 3), (vec!["d"], 2, 3)] {
        bed.answer(200, &page(&ids, number, total), None, 1);
    }
    bed.sync().await;
    let kept = bed.cache.received(ACCOUNT_ID, &ReceivedQuery { most: 9, ..ReceivedQuery::default() }).unwrap().rows;
    let mut kept: Vec<_> = kept.into_iter().map(|report| report.id).collect();
    kept.sort();
    assert_eq!(kept, ["a", "b", "c", "d"], "what went stays with us");
}

#[tokio::test]
async fn rows_that_can_t_be_read_lose_no_others_and_are_told() {
    let bed = Bed::with(30, 90).await;
    let there = bed.played().received();
    let block = there[5..].iter().find(|one| one.mitigations.len() > 2).unwrap();
    bed.sites(|sites| sites.unreadable_rows = vec![there[3].id.clone(), block.mitigations[1].id.clone()]);
    assert_eq!(bed.sync().await.trouble, None);
    assert_eq!(bed.kept(), (29, 90 - 1 - u32::try_from(there[3].mitigations.len()).unwrap()));
    assert_eq!(bed.mark().said.as_deref(), Some("rows that can't be read: 2"));
}

#[tokio::test]
async fn a_list_of_which_nothing_can_be_read_is_no_empty_list() {
    let bed = Bed::new().await;
    bed.answer(200, r#"{"success":true,"result":{"reports":[7,{"domain":"shop.example"}]}}"#, None, 1);
    assert!(matches!(bed.sync().await.trouble, Some(Trouble::Failed(_))));
    assert_eq!((bed.following().as_deref(), bed.mark().refreshed_at), (Some("failed"), None));
}

#[tokio::test]
async fn a_clock_that_is_behind_the_service_s_leaves_no_report_out() {
    let bed = Bed::new().await;
    bed.played().turn_clock(24 * 3600 * 1000);
    bed.played().seed_received(vec![report(&["active"])]);
    assert_eq!(bed.sync().await.trouble, None);
    assert_eq!(bed.kept(), (1, 1));
    assert_eq!(bed.asked(), 3, "the first page once more, by the service's own time");
    bed.played().seed_received(vec![report(&[])]);
    bed.sync().await;
    assert_eq!((bed.asked(), bed.kept().0), (5, 2), "which is known from then on");
}
