//! Walks through the list: complete, polite, and never losing what was told.

use super::*;
use crate::services::Trouble;

#[tokio::test]
async fn the_first_walk_reads_the_whole_list_newest_first() {
    let bed = Bed::new().await;
    let ids = bed.seed(250);
    let asked = bed.sync(NOW, false).await;
    assert_eq!((asked.changed, asked.trouble), (250, None));
    let kept: Vec<_> = bed.kept().into_iter().rev().map(|report| report.id).collect();
    assert_eq!(kept, ids);
    let marks = bed.marks();
    assert_eq!((marks.refreshed_at, marks.whole_walk_at, marks.unfinished), (Some(NOW), Some(NOW), false));
    assert_eq!(marks.following.as_deref(), Some("works"));
    let questions = bed.asked_since(0);
    assert_eq!(questions.len(), 3);
    assert!(questions[2].contains("page=3&per_page=100&sort=cdate"), "{questions:?}");
}

#[tokio::test]
async fn a_walk_ends_at_a_page_that_tells_nothing_new() {
    let bed = Bed::new().await;
    bed.seed(250);
    bed.sync(NOW, true).await;
    let before = bed.asked();
    assert_eq!(bed.sync(NOW + Duration::from_secs(60), true).await.changed, 0);
    assert_eq!(bed.asked_since(before).len(), 1, "the whole list was walked through a minute ago");
    bed.practice.cloudflare().seed(vec![CfSeed { urls: vec!["https://new.example/".into()], ..CfSeed::default() }]);
    let before = bed.asked();
    assert_eq!(bed.sync(NOW + Duration::from_secs(120), true).await.changed, 1);
    assert_eq!(bed.asked_since(before).len(), 2, "the page behind the news tells none");
}

#[tokio::test]
async fn news_of_an_old_report_come_once_a_day() {
    let bed = Bed::new().await;
    let ids = bed.seed(150);
    bed.sync(NOW, true).await;
    bed.practice.cloudflare().next(practice::CfStep::Accepted, Some(&ids[0])).unwrap();
    assert_eq!(bed.sync(NOW + DAY / 2, true).await.changed, 0);
    assert_eq!(bed.sync(NOW + DAY, false).await.changed, 0, "nobody asked for the whole");
    assert_eq!(bed.sync(NOW + DAY, true).await.changed, 1);
    assert_eq!(bed.cache.filed_report(&ids[0]).unwrap().unwrap().raw_status, "accepted");
    assert_eq!(bed.marks().whole_walk_at, Some(NOW + DAY));
}

#[tokio::test]
async fn a_clock_that_was_set_wrong_does_not_put_the_whole_walk_off() {
    let bed = Bed::new().await;
    bed.seed(150);
    bed.sync(NOW + DAY * 400, true).await;
    let before = bed.asked();
    bed.sync(NOW, true).await;
    assert_eq!(bed.asked_since(before).len(), 2);
    assert_eq!(bed.marks().whole_walk_at, Some(NOW));
}

#[tokio::test]
async fn a_page_that_was_read_is_not_lost_when_a_later_one_fails_and_the_gap_is_closed() {
    let bed = Bed::new().await;
    bed.seed(250);
    // After one answer what is left is kept in reserve for reports.
    bed.switch(|switches| switches.ratelimit_quota = 6);
    let asked = bed.sync(NOW, true).await;
    assert!(matches!(asked.trouble, Some(Trouble::SlowDown(Some(_)))), "{:?}", asked.trouble);
    assert_eq!((asked.changed, bed.kept().len()), (100, 100));
    let marks = bed.marks();
    assert_eq!((marks.following.as_deref(), marks.unfinished, marks.refreshed_at), (Some("slow_down"), true, None));
    bed.switch(|switches| switches.ratelimit_quota = 1200);
    let bed = Bed { cloudflare: fresh(&bed.practice), ..bed };
    let asked = bed.sync(NOW, false).await;
    assert_eq!((asked.changed, asked.trouble, bed.kept().len()), (150, None, 250), "its first page told nothing new");
}

/// One that remembers nothing of a limit.
fn fresh(practice: &Practice) -> Cloudflare {
    let http = http_kit::Client::loopback(&practice.cloudflare_url()).unwrap();
    Cloudflare::new(http, KeySource::Practice, Arc::new(SystemClock), AccountId::new(ACCOUNT_ID).ok())
}

#[tokio::test]
async fn an_empty_list_is_a_good_answer() {
    for null_lists in [false, true] {
        let bed = Bed::new().await;
        bed.switch(|switches| switches.null_lists = null_lists);
        let asked = bed.sync(NOW, true).await;
        assert_eq!((asked.changed, asked.trouble), (0, None));
        assert_eq!(bed.marks().refreshed_at, Some(NOW));
    }
}

/// An answer of this one page of a list that says to have 900 rows.
fn page(rows: &str, count: u32, pages: u32) -> String {
    let info = format!(r#"{{"page":1,"per_page":100,"count":{count},"total_count":900,"total_pages":{pages}}}"#);
    format!(r#"{{"success":true,"result":{{"reports":[{rows}]}},"result_info":{info}}}"#)
}

#[tokio::test]
async fn a_list_that_says_it_has_rows_and_shows_none_is_no_empty_list() {
    let bed = Bed::new().await;
    bed.answer(200, &page("", 0, 1));
    let asked = bed.sync(NOW, true).await;
    assert!(matches!(asked.trouble, Some(Trouble::Failed(_))), "{:?}", asked.trouble);
    assert_eq!((bed.marks().following.as_deref(), bed.marks().refreshed_at), (Some("failed"), None));
}

#[tokio::test]
async fn a_list_that_never_moves_is_given_up() {
    let bed = Bed::new().await;
    bed.answer(200, &page(r#"{"id":"r1"}"#, 1, 900));
    bed.answer(200, &page(r#"{"id":"r1"}"#, 1, 900));
    let asked = bed.sync(NOW, true).await;
    assert!(matches!(asked.trouble, Some(Trouble::Failed(_))), "{:?}", asked.trouble);
    assert_eq!((bed.asked(), bed.kept().len()), (2, 1));
}

#[tokio::test]
async fn rows_that_can_t_be_read_are_counted_and_don_t_lose_the_others() {
    let bed = Bed::new().await;
    bed.answer(200, r#"{"success":true,"result":{"reports":[{"id":"r1"},7,{"domain":"evil.example"}]}}"#);
    let asked = bed.sync(NOW, true).await;
    assert_eq!((asked.changed, asked.trouble), (1, None));
    assert_eq!(bed.marks().said.as_deref(), Some("2 reports of the list can't be read"));
    bed.answer(200, r#"{"success":true,"result":{"reports":[7,{"domain":"evil.example"}]}}"#);
    assert!(matches!(bed.sync(NOW, true).await.trouble, Some(Trouble::Failed(_))));
}

const NOT_ENTITLED: &str = r#"{"result":"error","msg":"Not entitled to use feature: Abuse Report API",
    "err_code":"unknown_err","error_code":"unknown_err"}"#;

#[tokio::test]
async fn what_stands_in_the_way_is_told_calmly_and_exactly() {
    type Turn = fn(&Bed);
    let cases: [(Turn, &str, bool); 8] = [
        (|bed| bed.switch(|switches| switches.submitted_endpoint = false), "no_such_list", false),
        (|bed| bed.answer(405, "Method not allowed"), "no_such_list", false),
        (|bed| bed.switch(|switches| switches.may_read = false), "not_permitted", true),
        (|bed| bed.answer(401, NOT_ENTITLED), "no_such_list", true),
        (|bed| bed.practice.cloudflare().set_tokens(vec![]), "key_refused", true),
        (|bed| bed.answer(500, "<html>oh dear</html>"), "failed", true),
        (|bed| bed.answer(429, "{}"), "slow_down", false),
        (|bed| bed.cloudflare.choose(None), "no_account", false),
    ];
    for (turn, following, says) in cases {
        let bed = Bed::new().await;
        bed.seed(1);
        bed.sync(NOW, true).await;
        turn(&bed);
        let asked = bed.sync(NOW + DAY, true).await;
        assert!(asked.trouble.is_some(), "{following}");
        let marks = bed.marks();
        assert_eq!((marks.following.as_deref(), marks.said.is_some()), (Some(following), says), "{:?}", marks.said);
        assert_eq!((bed.kept().len(), marks.refreshed_at), (1, Some(NOW)), "what we had is still there");
    }
}

#[tokio::test]
async fn two_walks_at_once_are_one() {
    let bed = Bed::new().await;
    bed.seed(150);
    let (one, two) = tokio::join!(bed.sync(NOW, true), bed.sync(NOW, true));
    assert_eq!((one.changed, two.changed), (150, 0));
    assert_eq!(bed.asked(), 2);
    assert_eq!(bed.sync(NOW, true).await.trouble, None, "and the next may go");
}

#[tokio::test]
async fn the_reports_of_another_account_are_not_shown_as_ours() {
    let bed = Bed::new().await;
    bed.seed(3);
    bed.sync(NOW, true).await;
    bed.cloudflare.choose(AccountId::new("0123456789abcdef").ok());
    let asked = bed.sync(NOW, true).await;
    assert!(asked.trouble.is_some());
    assert!(bed.kept().is_empty());
    assert_eq!(bed.marks().refreshed_at, None);
}

#[tokio::test]
async fn a_report_is_found_by_its_category_in_plain_words_and_by_its_name_in_unicode() {
    let bed = Bed::new().await;
    let seed = |url: &str, kind: &str| CfSeed { urls: vec![url.into()], kind: Some(kind.into()), ..CfSeed::default() };
    bed.practice.cloudflare().seed(vec![
        seed("https://one.example/", "PHISH"),
        seed("https://xn--mnchen-3ya.example/", "DMCA"),
        seed("https://three.example/", "A_NEW_WORD"),
    ]);
    bed.sync(NOW, true).await;
    for (word, domain) in [
        ("phishing", "one.example"),
        ("copyright", "xn--mnchen-3ya.example"),
        ("münchen", "xn--mnchen-3ya.example"),
        ("a_new_word", "three.example"),
    ] {
        let query = FiledQuery { words: vec![word.into()], most: 9, ..FiledQuery::default() };
        let found: Vec<_> = bed.cache.filed(&query).unwrap().into_iter().map(|report| report.domain).collect();
        assert_eq!(found, [domain], "{word}");
    }
}
