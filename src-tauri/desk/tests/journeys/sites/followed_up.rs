//! What is waited for after an appeal was taken, and when that is over.

use desk::commands;
use desk::contract::*;
use practice::{CfSiteStep, Fault, FaultOrder};

use crate::support::{SHOP, TestDesk, assert_offer, block};

/// Requests about the shop's report since there were so many.
fn about_the_shop(desk: &TestDesk, before: usize) -> usize {
    desk.cloudflare().requests().split_off(before).iter().filter(|one| one.path.contains(SHOP)).count()
}

#[tokio::test]
async fn an_undecided_appeal_of_another_account_keeps_nobody_from_being_followed() {
    let desk = TestDesk::with_shop(&[("m-1", "active")]).await;
    desk.asked(&[block(SHOP, "m-1")]).await;
    let sent = desk.filed_report("https://acme-login.example/a").await;
    let number = desk.now(&sent).await.number.unwrap();
    commands::connection_choose_account(&desk, "00000000000000000000000000000009".into()).await.unwrap();
    let before = desk.cloudflare().requests().len();
    desk.pass(901).await;
    let later = desk.cloudflare().requests().split_off(before);
    let asked = later.iter().filter(|one| one.path.ends_with(&format!("/submitted/{number}"))).count();
    assert!(asked >= 2, "asked {asked} times about the report in a quarter of an hour");
}

#[tokio::test]
async fn a_review_that_was_refused_before_anybody_saw_it_is_over_all_the_same() {
    let desk = TestDesk::with_shop(&[("m-1", "active")]).await;
    let it = block(SHOP, "m-1");
    let fault = Fault::Status { status: 503, body: None, content_type: None, retry_after: None, processed: false };
    let unread = FaultOrder { method: Some("GET".into()), path_contains: Some(SHOP.into()), ..FaultOrder::next(fault) };
    desk.ask(std::slice::from_ref(&it)).await;
    // The look before sending is let through.
    desk.pass(10).await;
    desk.cloudflare().fault(unread.times(2));
    desk.cloudflare().next_site(CfSiteStep::ReviewKept).unwrap();
    desk.pass(1200).await;
    assert_offer(&desk.row(&it).await, BlockStatus::Active, ReviewOffer::Offered);
    let before = desk.cloudflare().requests().len();
    desk.pass(1200).await;
    assert!(about_the_shop(&desk, before) <= 2, "nothing more is waited for");
}

#[tokio::test]
async fn one_that_was_refused_before_and_asked_for_anew_is_followed_although_the_list_lags() {
    let desk = TestDesk::with_shop(&[("m-1", "active")]).await;
    let it = block(SHOP, "m-1");
    desk.asked(std::slice::from_ref(&it)).await;
    desk.cloudflare().next_site(CfSiteStep::ReviewKept).unwrap();
    desk.pass(301).await;
    assert!(desk.row(&it).await.kept);
    desk.switch_sites(|switches| switches.visibility_lag_ms = 60_000);
    desk.asked(std::slice::from_ref(&it)).await;
    desk.pass(1).await;
    assert_eq!(desk.row(&it).await.review, ReviewOffer::AlreadyOpen, "the list shows it as before");
    desk.pass(301).await;
    assert_offer(&desk.row(&it).await, BlockStatus::InReview, ReviewOffer::AlreadyOpen);
    desk.cloudflare().next_site(CfSiteStep::ReviewLifted).unwrap();
    desk.pass(400).await;
    assert_offer(&desk.row(&it).await, BlockStatus::Removed, ReviewOffer::Lifted);
}
