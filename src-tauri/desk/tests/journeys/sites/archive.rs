//! What was once seen stays: blocks that Cloudflare no longer shows, another account's, over every restart.

use desk::commands;
use desk::contract::*;
use practice::CfSiteStep;

use crate::support::{End, SHOP, TestDesk, block};

const DAY: u64 = 24 * 3600;
const OTHER: &str = "00000000000000000000000000000009";

fn it() -> BlockRef {
    block(SHOP, "m-1")
}

/// A block that was asked about and lifted, and which Cloudflare has forgotten since.
async fn forgotten() -> TestDesk {
    let desk = TestDesk::with_shop(&[("m-1", "active"), ("m-2", "active")]).await;
    desk.asked(&[it()]).await;
    desk.cloudflare().next_site(CfSiteStep::ReviewLifted).unwrap();
    desk.pass(301).await;
    assert_eq!(desk.row(&it()).await.status, BlockStatus::Removed);
    desk.switch_sites(|switches| switches.resolved_listed_days = Some(1));
    desk.jump(2 * DAY);
    desk.idle().await;
    desk.pass(3600).await;
    desk
}

#[tokio::test]
async fn a_block_that_cloudflare_has_forgotten_stays_with_all_that_happened() {
    let mut desk = forgotten().await;
    for _ in 0..2 {
        let view = desk.block(&it()).await;
        assert!(view.row.gone_at.is_some() && view.asked.len() == 1, "{view:#?}");
        assert_eq!(view.row.status, BlockStatus::Removed);
        let told: Vec<_> = view.timeline.iter().rev().map(|event| event.kind).collect();
        let expected = [
            EventKind::BlockSeen,
            EventKind::Confirmed,
            EventKind::Sent,
            EventKind::Accepted,
            EventKind::BlockChanged,
            EventKind::BlockChanged,
            EventKind::BlockGone,
        ];
        assert_eq!(told, expected);
        assert_eq!(desk.rows(BlocksRequest::default()).await.len(), 2);
        let found = desk.rows(BlocksRequest { search: "shop1".into(), ..BlocksRequest::default() }).await;
        assert_eq!(found.len(), 2, "search finds it");
        desk.restart(End::Killed).await;
    }
}

#[tokio::test]
async fn a_block_that_comes_back_is_told_so() {
    let desk = forgotten().await;
    desk.switch_sites(|switches| switches.resolved_listed_days = None);
    desk.jump(2 * DAY);
    desk.idle().await;
    desk.pass(3600).await;
    let view = desk.block(&it()).await;
    assert_eq!((view.row.gone_at, view.timeline[0].kind), (None, EventKind::BlockBack));
}

#[tokio::test]
async fn another_account_hides_the_archive_and_the_first_shows_it_again() {
    let mut desk = forgotten().await;
    commands::connection_choose_account(&desk, OTHER.into()).await.unwrap();
    for _ in 0..2 {
        let sites = desk.sites().await;
        assert_eq!((sites.blocks, sites.reports, sites.offered), (0, 0, 0));
        assert!(desk.rows(BlocksRequest::default()).await.is_empty());
        let hidden = commands::sites_block(&desk, it()).await;
        assert_eq!(hidden.unwrap_err().code, ErrorCode::NotFound);
        let hidden = commands::sites_report(&desk, SHOP.into()).await;
        assert_eq!(hidden.unwrap_err().code, ErrorCode::NotFound);
        assert_eq!(commands::app_counts(&desk).await.unwrap().sites_needs_you, 0);
        desk.restart(End::Closed).await;
    }
    commands::connection_choose_account(&desk, practice::ACCOUNT_ID.into()).await.unwrap();
    assert_eq!(desk.sites().await.blocks, 2);
    assert_eq!(desk.block(&it()).await.asked.len(), 1);
}

#[tokio::test]
async fn without_cloudflare_the_archive_is_still_shown_and_says_so() {
    let mut desk = TestDesk::with_shop(&[("m-1", "active")]).await;
    desk.end(End::Closed).await;
    desk.cloudflare().set_tokens(vec![]);
    desk.start().await;
    let sites = commands::sites_refresh(&desk).await.unwrap();
    assert_eq!((sites.blocks, sites.following), (1, Following::KeyRefused), "{sites:#?}");
    let report = commands::sites_report(&desk, SHOP.into()).await.unwrap();
    assert_eq!((report.following, report.row.blocks), (Following::KeyRefused, 1));
    assert!(report.said.is_some() && report.read_at.is_some());
    assert_eq!(desk.row(&it()).await.review, ReviewOffer::Offered);
}
