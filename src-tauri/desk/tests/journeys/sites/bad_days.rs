//! Refused, barred, told to slow down: what is said of an appeal then, and that it goes out once.

use desk::commands;
use desk::contract::*;
use practice::{Fault, RetryAfter};

use crate::support::{BLOG, SHOP, TOKEN, TestDesk, answers, assert_offer, block, key, received};
use SubmissionReason as Why;
use SubmissionState::{Accepted, Deferred, NeedsPerson, Rejected};

async fn two_reports() -> TestDesk {
    TestDesk::with_sites(vec![received(SHOP, &[("m-1", "active")]), received(BLOG, &[("b-1", "active")])]).await
}

#[tokio::test]
async fn the_button_pressed_three_times_asks_once() {
    let desk = TestDesk::with_shop(&[("m-1", "active")]).await;
    let written = desk.written(&[block(SHOP, "m-1")], AppealReason::Removed).await;
    let fingerprint = desk.check_appeal(&written.draft_id).await.fingerprint;
    let press = || commands::appeal_send(&desk, written.draft_id.clone(), fingerprint.clone());
    let (first, second, third) = tokio::join!(press(), press(), press());
    let outcomes = [first, second, third];
    assert_eq!(outcomes.iter().filter(|outcome| outcome.is_ok()).count(), 1);
    for refused in outcomes.iter().filter_map(|outcome| outcome.as_ref().err()) {
        assert_eq!(refused.code, ErrorCode::TooLate);
    }
    assert_eq!(press().await.unwrap_err().code, ErrorCode::TooLate);
    desk.pass(3600).await;
    desk.assert_appealed(1);
    assert_eq!(press().await.unwrap_err().code, ErrorCode::TooLate);
}

#[tokio::test]
async fn what_is_on_its_way_is_not_offered_a_second_time() {
    let desk = TestDesk::with_shop(&[("m-1", "active")]).await;
    let it = block(SHOP, "m-1");
    desk.ask(std::slice::from_ref(&it)).await;
    let second = desk.written(std::slice::from_ref(&it), AppealReason::Misclassified).await;
    assert_eq!(desk.appeal_problems(&second.draft_id).await, [AppealProblemCode::NotOffered]);
    assert_eq!(desk.send_appeal(&second.draft_id).await.unwrap_err().code, ErrorCode::NotReady);
    desk.pass(3600).await;
    desk.assert_appealed(1);
}

#[tokio::test]
async fn two_appeals_of_the_same_block_that_were_both_checked_ask_once() {
    let desk = TestDesk::with_shop(&[("m-1", "active"), ("m-2", "active")]).await;
    let one = desk.written(&[block(SHOP, "m-1")], AppealReason::Removed).await;
    let both = desk.written(&[block(SHOP, "m-1"), block(SHOP, "m-2")], AppealReason::Removed).await;
    let first = desk.check_appeal(&one.draft_id).await;
    let second = desk.check_appeal(&both.draft_id).await;
    assert!(first.problems.is_empty() && second.problems.is_empty());
    let (first, second) = tokio::join!(
        commands::appeal_send(&desk, one.draft_id, first.fingerprint),
        commands::appeal_send(&desk, both.draft_id, second.fingerprint),
    );
    assert_eq!([first.is_ok(), second.is_ok()].iter().filter(|ok| **ok).count(), 1);
    desk.pass(60).await;
    desk.assert_appealed(1);
}

#[tokio::test]
async fn what_was_changed_after_the_check_is_checked_again() {
    let desk = TestDesk::with_shop(&[("m-1", "active")]).await;
    let mut written = desk.written(&[block(SHOP, "m-1")], AppealReason::Removed).await;
    let checked = desk.check_appeal(&written.draft_id).await;
    written.fields.reasons[0].reason = Some(AppealReason::Misclassified);
    commands::appeal_save(&desk, written.draft_id.clone(), written.fields).await.unwrap();
    let refused = commands::appeal_send(&desk, written.draft_id, checked.fingerprint).await;
    assert_eq!(refused.unwrap_err().code, ErrorCode::DraftChanged);
    desk.pass(3600).await;
    desk.assert_appealed(0);
}

#[tokio::test]
async fn told_to_slow_down_it_waits_as_long_as_asked_and_goes_by_itself() {
    let desk = TestDesk::with_shop(&[("m-1", "active")]).await;
    let retry_after = Some(RetryAfter::Seconds(45));
    desk.spoil_appeal(Fault::Status { status: 429, body: None, content_type: None, retry_after, processed: false });
    let asked = desk.asked(&[block(SHOP, "m-1")]).await;
    let now = desk.assert_appeal(&asked, Deferred, Some(Why::SlowDown)).await;
    assert_eq!((now.due_in_ms, now.can_undo), (Some(45_000), true));
    assert_eq!(desk.row(&block(SHOP, "m-1")).await.review, ReviewOffer::OnItsWay);
    desk.pass(44).await;
    desk.assert_appealed(0);
    desk.pass(1).await;
    desk.assert_appeal(&asked, Accepted, None).await;
    desk.assert_appealed(1);
}

#[tokio::test]
async fn a_refused_token_pauses_the_queue_once_and_another_lets_all_go() {
    let desk = two_reports().await;
    desk.spoil_appeal(answers(401, false));
    let refused = desk.asked(&[block(SHOP, "m-1")]).await;
    let now = desk.assert_appeal(&refused, NeedsPerson, Some(Why::KeyRefused)).await;
    assert_eq!(now.sent_at, None);
    assert_eq!(desk.row(&block(SHOP, "m-1")).await.review, ReviewOffer::OnItsWay);
    let waits = desk.asked(&[block(BLOG, "b-1")]).await;
    assert_eq!(commands::outbox_list(&desk).await.unwrap().paused, [Service::Cloudflare]);
    desk.pass(3600).await;
    assert_eq!(desk.appeals().len(), 1, "one refusal, not many");
    commands::connection_save_key(&desk, Service::Cloudflare, key(TOKEN)).await.unwrap();
    desk.pass(10).await;
    desk.assert_appeal(&refused, Accepted, None).await;
    desk.assert_appeal(&waits, Accepted, None).await;
    desk.assert_appealed(2);
}

#[tokio::test]
async fn a_token_that_may_only_read_is_said_to_lack_the_right_and_the_draft_of_it_is_not_lost() {
    for status in [401, 403] {
        let desk = TestDesk::with_shop(&[("m-1", "active")]).await;
        desk.switch(|switches| switches.may_write = false);
        if status == 403 {
            desk.spoil_appeal(answers(403, false));
        }
        let asked = desk.asked(&[block(SHOP, "m-1")]).await;
        desk.assert_appeal(&asked, NeedsPerson, Some(Why::NotPermitted)).await;
        desk.pass(3600).await;
        desk.assert_appealed(0);
        assert_eq!(desk.appeals().len(), 1);
        desk.switch(|switches| switches.may_write = true);
        commands::outbox_send_again(&desk, asked.id.clone()).await.unwrap();
        desk.idle().await;
        desk.assert_appeal(&asked, Accepted, None).await;
        desk.assert_appealed(1);
    }
}

#[tokio::test]
async fn an_account_that_may_not_file_may_still_ask_for_a_review() {
    let desk = TestDesk::with_shop(&[("m-1", "active")]).await;
    desk.switch(|switches| switches.entitled = false);
    let asked = desk.asked(&[block(SHOP, "m-1")]).await;
    desk.assert_appeal(&asked, Accepted, None).await;
    assert_eq!(desk.connection().await.filing, Ability::Unknown, "which shows nothing of filing");
    desk.switch_sites(|switches| switches.needs_entitlement = true);
    let sites = commands::sites_refresh(&desk).await.unwrap();
    assert_eq!((sites.following, sites.blocks), (Following::NotPermitted, 1), "{:?}", sites.said);
}

#[tokio::test]
async fn what_they_refuse_is_told_in_their_words_and_can_be_asked_anew() {
    let desk = TestDesk::with_shop(&[("m-1", "active"), ("m-2", "active")]).await;
    desk.switch_sites(|switches| switches.most_in_one_appeal = Some(1));
    let both = [block(SHOP, "m-1"), block(SHOP, "m-2")];
    let asked = desk.asked(&both).await;
    let now = desk.assert_appeal(&asked, Rejected, Some(Why::Refused)).await;
    assert!(now.said.unwrap().contains("Too many mitigations"));
    assert_offer(&desk.row(&both[0]).await, BlockStatus::Active, ReviewOffer::Offered);
    assert_eq!(desk.told_of(&both[1]).await.last().unwrap().0, EventKind::Rejected);
    assert_eq!(desk.sites().await.offered, 2);
    for it in &both {
        let asked = desk.asked(std::slice::from_ref(it)).await;
        desk.assert_appeal(&asked, Accepted, None).await;
    }
    desk.assert_appealed(2);
    assert_eq!(desk.sites().await.offered, 0);
}

#[tokio::test]
async fn a_redirect_is_not_followed() {
    let desk = TestDesk::with_shop(&[("m-1", "active")]).await;
    let location = format!("{}/elsewhere", desk.practice.cloudflare_url());
    desk.spoil_appeal(Fault::Redirect { location, status: 307 });
    let asked = desk.asked(&[block(SHOP, "m-1")]).await;
    desk.assert_appeal(&asked, Rejected, Some(Why::Redirected)).await;
    desk.pass(3600).await;
    desk.assert_appealed(0);
}

#[tokio::test]
async fn without_a_way_to_look_before_it_waits_and_nothing_leaves() {
    let desk = TestDesk::with_shop(&[("m-1", "active")]).await;
    let slow = practice::FaultOrder {
        method: Some("GET".into()),
        path_contains: Some(format!("{SHOP}/mitigations")),
        ..practice::FaultOrder::next(answers(503, false))
    };
    desk.cloudflare().fault(slow.times(1));
    let asked = desk.asked(&[block(SHOP, "m-1")]).await;
    desk.assert_appeal(&asked, Deferred, Some(Why::ServiceFailed)).await;
    assert!(desk.appeals().is_empty());
    desk.pass(30).await;
    desk.assert_appeal(&asked, Accepted, None).await;
    desk.assert_appealed(1);
}
