//! Our sites, brought up to date by themselves and at a person's word.

use std::time::Duration;

use desk::commands;
use desk::contract::*;
use practice::{CfMitigationSeed, CfReceivedSeed, Fault, FaultOrder};

use crate::support::*;

impl TestDesk {
    /// Questions for a page of the list of reports so far.
    fn list_questions(&self) -> usize {
        let all = self.cloudflare().requests().into_iter();
        all.filter(|one| one.method == "GET" && one.path.ends_with("/abuse-reports")).count()
    }

    /// Questions for blocks so far.
    fn block_questions(&self) -> usize {
        let all = self.cloudflare().requests().into_iter();
        all.filter(|one| one.method == "GET" && one.path.ends_with("/mitigations")).count()
    }
}

/// So many reports with a block each.
fn many(count: usize) -> Vec<CfReceivedSeed> {
    (0..count).map(|n| received(&format!("site-{n}"), &[("b", "active")])).collect()
}

#[tokio::test]
async fn they_are_found_by_themselves_and_asked_about_every_half_hour() {
    let desk = TestDesk::connected().await;
    desk.receive(many(3));
    assert_eq!(desk.sites().await.following, Following::NotAsked);
    desk.pass(300).await;
    let sites = desk.sites().await;
    assert_eq!((sites.following, sites.blocks, sites.unfinished), (Following::Works, 3, false));
    assert_eq!((desk.list_questions(), desk.block_questions()), (1, 3));
    desk.pass(1500).await;
    assert_eq!(desk.list_questions(), 1);
    desk.pass(600).await;
    assert_eq!((desk.list_questions(), desk.block_questions()), (2, 3), "nothing changed, so no blocks are read");
}

#[tokio::test]
async fn a_block_that_starts_soon_is_looked_at_more_often_and_as_soon_as_it_starts() {
    let desk = TestDesk::connected().await;
    let starts = desk.cloudflare().now() + jiff::SignedDuration::from_secs(3 * 3600);
    let soon = CfMitigationSeed { effective_date: Some(starts), ..mitigation("b", "pending") };
    desk.receive(vec![CfReceivedSeed { mitigations: vec![soon], ..received(SHOP, &[]) }]);
    commands::sites_refresh(&desk).await.unwrap();
    let begin = desk.block_questions();
    desk.pass(3000).await;
    assert_eq!(desk.block_questions(), begin, "more than two hours are no reason yet");
    desk.pass(3600 + 1800).await;
    let looked = desk.block_questions() - begin;
    assert!((12..=24).contains(&looked), "every five minutes or so: {looked}");
    let left = desk.row(&block(SHOP, "b")).await.starts_in_ms.unwrap();
    desk.pass(u64::from(left / 1000) + 3).await;
    assert_eq!(desk.row(&block(SHOP, "b")).await.status, BlockStatus::Active);
    let after = desk.block_questions();
    desk.pass(1500).await;
    assert!(desk.block_questions() <= after + 1, "it has started: there is nothing to wait for");
}

#[tokio::test]
async fn what_the_limit_holds_up_says_until_when_and_goes_on_by_itself() {
    let desk = TestDesk::connected().await;
    desk.switch(|switches| switches.ratelimit_quota = 260);
    desk.receive(many(120));
    let sites = commands::sites_refresh(&desk).await.unwrap();
    assert_eq!((sites.following, sites.unfinished), (Following::SlowDown, true));
    let until = domain::Moment::parse_iso(&sites.waits_until.unwrap()).unwrap();
    assert!(until > desk.time() && until <= desk.time() + Duration::from_secs(300));
    let asked = desk.block_questions();
    let again = commands::sites_refresh(&desk).await.unwrap();
    assert_eq!((again.following, desk.block_questions()), (Following::SlowDown, asked), "nothing is asked before that");
    desk.pass(900).await;
    let sites = desk.sites().await;
    assert_eq!((sites.following, sites.unfinished, sites.waits_until), (Following::Works, false, None));
    assert_eq!((sites.blocks, desk.block_questions()), (120, 120), "each was asked for once");
}

#[tokio::test]
async fn a_refresh_can_be_stopped_is_joined_by_a_second_press_and_goes_on_where_it_stopped() {
    let desk = TestDesk::connected().await;
    desk.receive(many(40));
    let slow = Fault::DelayMs { ms: 20, processed: true };
    let order = FaultOrder { path_contains: Some("/mitigations".into()), ..FaultOrder::next(slow) };
    desk.cloudflare().fault(order.times(1000));
    let stop = async {
        desk.cloudflare().until_requests(desk.cloudflare().requests().len() + 8).await;
        assert!(desk.sites().await.sync.is_some_and(|sync| sync.lists_total == 40 && !sync.stopping));
        commands::sites_stop(&desk).await.unwrap()
    };
    let (pressed, again, stopped) = tokio::join!(commands::sites_refresh(&desk), commands::sites_refresh(&desk), stop);
    for sites in [pressed.unwrap(), again.unwrap(), stopped] {
        assert!(sites.unfinished && sites.sync.is_none() && sites.blocks < 20, "{sites:#?}");
    }
    assert!(desk.heard.lock().unwrap().contains(&Notice::SitesSync));
    let sites = commands::sites_refresh(&desk).await.unwrap();
    assert_eq!((sites.following, sites.unfinished, sites.blocks), (Following::Works, false, 40));
    assert_eq!((desk.list_questions(), desk.block_questions()), (1, 40), "no page is fetched twice");
}

/// Has the blocks of reports come slowly.
fn slow_blocks(desk: &TestDesk, ms: u64) {
    let slow = Fault::DelayMs { ms, processed: true };
    let order = FaultOrder { path_contains: Some("/mitigations".into()), ..FaultOrder::next(slow) };
    desk.cloudflare().fault(order.times(1000));
}

#[tokio::test]
async fn a_first_refresh_that_was_stopped_stays_so_for_half_an_hour_or_until_a_person_refreshes() {
    let desk = TestDesk::connected().await;
    desk.receive(many(40));
    slow_blocks(&desk, 20);
    let stop = async {
        desk.cloudflare().until_requests(desk.cloudflare().requests().len() + 8).await;
        commands::sites_stop(&desk).await.unwrap()
    };
    let (_, stopped) = tokio::join!(commands::sites_refresh(&desk), stop);
    assert!(stopped.unfinished);
    let asked = desk.block_questions();
    desk.pass(1200).await;
    assert_eq!(desk.block_questions(), asked, "nobody wanted it");
    desk.pass(1200).await;
    let sites = desk.sites().await;
    assert_eq!((sites.following, sites.unfinished, sites.blocks), (Following::Works, false, 40));
}

#[tokio::test]
async fn a_refresh_after_another_account_was_chosen_is_about_that_one() {
    let desk = TestDesk::connected().await;
    desk.receive(many(40));
    slow_blocks(&desk, 100);
    let switch = async {
        desk.cloudflare().until_requests(desk.cloudflare().requests().len() + 4).await;
        commands::connection_choose_account(&desk, "0123456789abcdef0123456789abcdef".into()).await.unwrap();
        commands::sites_refresh(&desk).await.unwrap()
    };
    let (_, sites) = tokio::join!(commands::sites_refresh(&desk), switch);
    assert_eq!((sites.following, sites.blocks), (Following::NotPermitted, 0), "it was asked: {sites:#?}");
}

#[tokio::test]
async fn what_sending_was_refused_for_leaves_everything_unasked_until_the_time_that_was_told() {
    let desk = TestDesk::with_shop(&[("b", "active")]).await;
    let retry_after = Some(practice::RetryAfter::Seconds(250));
    desk.spoil_appeal(Fault::Status { status: 429, body: None, content_type: None, retry_after, processed: false });
    desk.asked(&[block(SHOP, "b")]).await;
    desk.assert_appealed(0);
    let asked = desk.cloudflare().requests().len();
    let sites = commands::sites_refresh(&desk).await.unwrap();
    assert_eq!(sites.following, Following::SlowDown);
    desk.pass(200).await;
    assert_eq!(desk.cloudflare().requests().len(), asked);
    desk.pass(600).await;
    desk.assert_appealed(1);
}

#[tokio::test]
async fn what_can_t_be_read_keeps_no_block_that_starts_soon_from_being_looked_at() {
    let desk = TestDesk::connected().await;
    let at = |minutes| Some(desk.cloudflare().now() + jiff::SignedDuration::from_mins(minutes));
    let soon = |id: &str, minutes| CfReceivedSeed {
        mitigations: vec![CfMitigationSeed { effective_date: at(minutes), ..mitigation("b", "pending") }],
        ..received(id, &[])
    };
    let bad = (0..25).map(|n| soon(&format!("bad-{n}"), 100));
    desk.receive(bad.chain([soon(SHOP, 110)]).collect());
    commands::sites_refresh(&desk).await.unwrap();
    let order = FaultOrder { path_contains: Some("/bad-".into()), ..FaultOrder::next(answers(404, false)) };
    desk.cloudflare().fault(order.times(100_000));
    let (begin, from) = (desk.block_questions(), desk.cloudflare().requests().len());
    desk.pass(3000).await;
    let seen = desk.cloudflare().requests();
    let asked = |id: &str| {
        let about = format!("/{id}/mitigations");
        seen[from..].iter().filter(|one| one.method == "GET" && one.path.ends_with(&about)).count()
    };
    assert!((7..=12).contains(&asked(SHOP)), "{}", asked(SHOP));
    assert!((0..25).all(|n| asked(&format!("bad-{n}")) <= 11));
    assert!(desk.block_questions() - begin <= 20 * 11);
}

#[tokio::test]
async fn changing_to_practice_does_not_wait_for_a_refresh() {
    let desk = TestDesk::connected().await;
    desk.receive(many(5));
    let order = FaultOrder {
        path_contains: Some("/mitigations".into()),
        ..FaultOrder::next(Fault::DelayMs { ms: 60_000, processed: false })
    };
    desk.cloudflare().fault(order.times(4));
    let enter = async {
        desk.cloudflare().until_requests(desk.cloudflare().requests().len() + 2).await;
        commands::practice_enter(&desk).await.unwrap()
    };
    let both = async { tokio::join!(commands::sites_refresh(&desk), enter) };
    let (refreshed, entered) = tokio::time::timeout(Duration::from_secs(20), both).await.expect("it waits");
    assert!(refreshed.unwrap().unfinished);
    assert_eq!(entered.mode, Mode::Practice);
}

#[tokio::test]
async fn without_an_account_there_is_nothing_to_refresh() {
    let desk = TestDesk::new().await;
    for sites in [commands::sites_refresh(&desk).await.unwrap(), commands::sites_stop(&desk).await.unwrap()] {
        assert_eq!((sites.following, sites.blocks, sites.sync), (Following::NoKey, 0, None));
    }
    assert!(desk.cloudflare().requests().is_empty());
}
