//! Several blocks asked about together: one request a report, each as it was shown, and what becomes of each.

use desk::commands;
use desk::contract::*;
use practice::CfSiteStep;

use crate::support::{BLOG, SHOP, TestDesk, assert_offer, block, received};
use SubmissionState::Accepted;

/// Numbers that would lead elsewhere unless each byte of them is written out.
const ODD: &str = "rép/1?a=b#c%2F d";
const ODDER: &str = "../mitigations/a b";

#[tokio::test]
async fn blocks_of_two_reports_become_one_request_a_report_exactly_as_shown() {
    let reports = vec![
        received(ODD, &[("m/1?x#y", "active"), ("m 2%", "active")]),
        received(ODDER, &[("m-ü", "active"), ("…\"\\", "active"), ("not-asked", "active")]),
    ];
    let desk = TestDesk::with_sites(reports).await;
    let blocks = [block(ODD, "m/1?x#y"), block(ODDER, "m-ü"), block(ODD, "m 2%"), block(ODDER, "…\"\\")];
    let mut written = desk.written(&blocks, AppealReason::Removed).await;
    written.fields.reasons[1].reason = Some(AppealReason::Misclassified);
    let written = commands::appeal_save(&desk, written.draft_id, written.fields).await.unwrap();
    assert_eq!(written.blocks.iter().map(|row| row.block.clone()).collect::<Vec<_>>(), blocks);
    let shown = desk.check_appeal(&written.draft_id).await;
    assert_eq!((shown.problems.len(), shown.previews.len()), (0, 2), "{:?}", shown.problems);
    assert_eq!(shown.previews.iter().map(|one| one.addresses).collect::<Vec<_>>(), [2, 2]);
    let sent = desk.send_appeal(&written.draft_id).await.unwrap();
    desk.pass(10).await;
    for one in &sent {
        desk.assert_appeal(one, Accepted, None).await;
    }
    desk.assert_appealed_as_shown(&shown.previews);
    let paths: Vec<_> = desk.appeals().into_iter().map(|request| request.path).collect();
    let odd = "/r%C3%A9p%2F1%3Fa%3Db%23c%252F%20d/mitigations/appeal";
    let odder = "/..%2Fmitigations%2Fa%20b/mitigations/appeal";
    assert!(paths[0].ends_with(odd) && paths[1].ends_with(odder), "{paths:#?}");
    let processed = desk.cloudflare().appealed();
    assert_eq!(processed.iter().map(|one| one.report.as_str()).collect::<Vec<_>>(), [ODD, ODDER]);
    let first = r#"{"appeals":[{"id":"m/1?x#y","reason":"removed"},{"id":"m 2%","reason":"removed"}]}"#;
    let second = r#"{"appeals":[{"id":"m-ü","reason":"misclassified"},{"id":"…\"\\","reason":"removed"}]}"#;
    assert_eq!([processed[0].text.as_str(), processed[1].text.as_str()], [first, second]);
    for it in &blocks {
        assert_offer(&desk.row(it).await, BlockStatus::InReview, ReviewOffer::AlreadyOpen);
    }
    let left = desk.row(&block(ODDER, "not-asked")).await;
    assert_offer(&left, BlockStatus::Active, ReviewOffer::Offered);
}

#[tokio::test]
async fn of_two_under_review_one_is_lifted_and_one_is_kept_and_can_be_asked_about_again() {
    let desk = TestDesk::with_shop(&[("m-1", "active"), ("m-2", "active")]).await;
    let both = [block(SHOP, "m-1"), block(SHOP, "m-2")];
    let asked = desk.asked(&both).await;
    assert_eq!(desk.appeal_now(&asked).await.addresses, 2);
    desk.assert_appealed(1);
    desk.pass(60).await;
    desk.cloudflare().next_site(CfSiteStep::ReviewLifted).unwrap();
    desk.pass(300).await;
    desk.cloudflare().next_site(CfSiteStep::ReviewKept).unwrap();
    desk.pass(300).await;
    let (lifted, kept) = (desk.row(&both[0]).await, desk.row(&both[1]).await);
    assert_offer(&lifted, BlockStatus::Removed, ReviewOffer::Lifted);
    assert_offer(&kept, BlockStatus::Active, ReviewOffer::Offered);
    assert_eq!((lifted.kept, kept.kept), (false, true));
    assert_eq!(desk.sites().await.offered, 1);
    let changes = |told: Vec<(EventKind, Option<BlockStatus>)>| -> Vec<_> {
        told.into_iter().filter_map(|(_, status)| status).collect()
    };
    use BlockStatus::{Active, InReview, Removed};
    assert_eq!(changes(desk.told_of(&both[0]).await), [Active, InReview, Removed]);
    assert_eq!(changes(desk.told_of(&both[1]).await), [Active, InReview, Active]);

    let again = desk.asked(&both[1..]).await;
    assert_ne!(again.case_id, asked.case_id);
    assert_eq!(desk.row(&both[1]).await.status, InReview);
    assert_eq!(desk.block(&both[1]).await.asked.len(), 2, "newest first, and the first stays");
    assert_eq!(desk.block(&both[1]).await.asked[0].submission.id, again.id);
    desk.assert_appealed(2);
}

#[tokio::test]
async fn a_decided_request_is_not_asked_about_any_more() {
    let desk = TestDesk::with_shop(&[("m-1", "active")]).await;
    let it = block(SHOP, "m-1");
    desk.asked(std::slice::from_ref(&it)).await;
    desk.cloudflare().next_site(CfSiteStep::ReviewKept).unwrap();
    desk.pass(301).await;
    assert!(desk.row(&it).await.kept);
    let before = desk.cloudflare().requests().len();
    desk.pass(1200).await;
    let lists = desk.cloudflare().requests().split_off(before);
    let of_it = lists.iter().filter(|one| one.path.contains(SHOP)).count();
    assert!(of_it <= 2, "only the round of all sites comes by: {lists:#?}");
}

#[tokio::test]
async fn what_is_left_out_before_sending_is_not_asked() {
    let desk =
        TestDesk::with_sites(vec![received(SHOP, &[("m-1", "active")]), received(BLOG, &[("b-1", "active")])]).await;
    let (shop, blog) = (block(SHOP, "m-1"), block(BLOG, "b-1"));
    let mut written = desk.written(&[shop.clone(), blog.clone()], AppealReason::Removed).await;
    written.fields.reasons.pop();
    let written = commands::appeal_save(&desk, written.draft_id, written.fields).await.unwrap();
    assert_eq!((written.blocks.len(), written.fields.reasons.len()), (2, 1), "it can be put back");
    desk.send_appeal(&written.draft_id).await.unwrap();
    desk.pass(10).await;
    desk.assert_appealed(1);
    assert_offer(&desk.row(&blog).await, BlockStatus::Active, ReviewOffer::Offered);
    assert!(desk.block(&blog).await.asked.is_empty());
    let mut stranger = desk.written(std::slice::from_ref(&blog), AppealReason::Removed).await;
    stranger.fields.reasons.push(BlockReason { block: shop, reason: Some(AppealReason::Removed) });
    let refused = commands::appeal_save(&desk, stranger.draft_id, stranger.fields).await;
    assert_eq!(refused.unwrap_err().code, ErrorCode::BadRequest, "an appeal stays about what it was begun for");
}

#[tokio::test]
async fn what_was_left_out_is_put_back_and_the_draft_is_found_by_all_that_it_was_begun_for() {
    let desk = TestDesk::with_shop(&[("m-1", "active"), ("m-2", "active")]).await;
    let both = [block(SHOP, "m-1"), block(SHOP, "m-2")];
    let whole = desk.written(&both, AppealReason::Removed).await;
    let less = AppealFields { reasons: whole.fields.reasons[..1].to_vec(), begun: vec![], ..whole.fields.clone() };
    commands::appeal_save(&desk, whole.draft_id.clone(), less).await.unwrap();
    let again = commands::appeal_begin(&desk, both.to_vec()).await.unwrap();
    assert_eq!((again.draft_id, again.fields.note), (whole.draft_id.clone(), whole.fields.note.clone()));
    assert_eq!((again.fields.reasons.len(), again.fields.begun.as_slice()), (1, both.as_slice()));
    let back = commands::appeal_save(&desk, whole.draft_id, whole.fields).await.unwrap();
    assert_eq!(back.fields.reasons.len(), 2);
}

#[tokio::test]
async fn the_same_number_in_two_reports_is_two_blocks() {
    let desk =
        TestDesk::with_sites(vec![received(SHOP, &[("same", "active")]), received(BLOG, &[("same", "active")])]).await;
    desk.asked(&[block(BLOG, "same")]).await;
    assert_eq!(desk.row(&block(BLOG, "same")).await.status, BlockStatus::InReview);
    let other = desk.block(&block(SHOP, "same")).await;
    assert_offer(&other.row, BlockStatus::Active, ReviewOffer::Offered);
    assert!(other.asked.is_empty() && other.timeline.len() == 1);
}
