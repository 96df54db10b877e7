//! Where no review can be asked for: said before anything is sent, with the reason.

use desk::commands;
use desk::contract::*;

use crate::support::{SHOP, TestDesk, assert_offer, block, received};
use AppealProblemCode::{KeyMissing, NotOffered};
use SubmissionReason as Why;
use SubmissionState::{Accepted, NeedsPerson};

#[tokio::test]
async fn only_pending_and_active_blocks_are_offered_and_the_others_say_why() {
    let all = [
        ("active", BlockStatus::Active, ReviewOffer::Offered),
        ("pending", BlockStatus::Pending, ReviewOffer::Offered),
        ("in_review", BlockStatus::InReview, ReviewOffer::AlreadyOpen),
        ("cancelled", BlockStatus::Cancelled, ReviewOffer::Cancelled),
        ("removed", BlockStatus::Removed, ReviewOffer::Lifted),
        ("snoozed", BlockStatus::Other, ReviewOffer::UnknownStatus),
    ];
    let desk = TestDesk::with_shop(&all.map(|(status, ..)| (status, status))).await;
    assert_eq!(desk.sites().await.offered, 2);
    for (id, status, review) in all {
        let it = block(SHOP, id);
        let row = desk.row(&it).await;
        assert_offer(&row, status, review);
        assert_eq!(row.raw_status, id);
        let written = desk.written(std::slice::from_ref(&it), AppealReason::Removed).await;
        let problems = desk.check_appeal(&written.draft_id).await.problems;
        let expected = if review == ReviewOffer::Offered { vec![] } else { vec![(NotOffered, Some(it))] };
        assert_eq!(problems.into_iter().map(|one| (one.code, one.block)).collect::<Vec<_>>(), expected);
        if review != ReviewOffer::Offered {
            assert_eq!(desk.send_appeal(&written.draft_id).await.unwrap_err().code, ErrorCode::NotReady);
        }
    }
    desk.pass(60).await;
    desk.assert_appealed(0);
}

#[tokio::test]
async fn a_block_that_is_not_shown_any_more_is_not_offered() {
    let desk = TestDesk::with_shop(&[("m-1", "removed"), ("m-2", "active"), ("m-3", "active")]).await;
    desk.switch_sites(|switches| switches.resolved_listed_days = Some(0));
    assert!(desk.cloudflare().set_mitigation(SHOP, "m-2", "removed"));
    commands::sites_refresh(&desk).await.unwrap();
    for (id, status, review) in
        [("m-1", BlockStatus::Removed, ReviewOffer::Lifted), ("m-2", BlockStatus::Active, ReviewOffer::Gone)]
    {
        let row = desk.row(&block(SHOP, id)).await;
        assert!(row.gone_at.is_some(), "{row:#?}");
        assert_offer(&row, status, review);
        let written = desk.written(&[row.block], AppealReason::Removed).await;
        assert_eq!(desk.appeal_problems(&written.draft_id).await, [NotOffered]);
    }
    assert_eq!(desk.sites().await.offered, 1);
}

#[tokio::test]
async fn a_block_that_changed_while_the_dialog_was_open_stops_the_sending() {
    let desk = TestDesk::with_shop(&[("m-1", "active"), ("m-2", "active")]).await;
    let (one, two) = (block(SHOP, "m-1"), block(SHOP, "m-2"));
    let written = desk.written(&[one.clone(), two.clone()], AppealReason::Removed).await;
    let checked = desk.check_appeal(&written.draft_id).await;
    assert_eq!(checked.problems, []);
    assert!(desk.cloudflare().set_mitigation(SHOP, "m-1", "removed"));
    commands::sites_refresh(&desk).await.unwrap();
    let refused = commands::appeal_send(&desk, written.draft_id.clone(), checked.fingerprint).await;
    assert_eq!(refused.unwrap_err().code, ErrorCode::NotReady);
    let open = commands::appeal_open(&desk, Some(written.draft_id.clone())).await.unwrap().unwrap();
    assert_offer(&open.blocks[0], BlockStatus::Removed, ReviewOffer::Lifted);
    let problems = desk.check_appeal(&written.draft_id).await.problems;
    assert_eq!(problems.into_iter().map(|one| one.block).collect::<Vec<_>>(), [Some(one)]);
    let mut fields = open.fields;
    fields.reasons.remove(0);
    commands::appeal_save(&desk, written.draft_id.clone(), fields).await.unwrap();
    desk.send_appeal(&written.draft_id).await.unwrap();
    desk.pass(10).await;
    assert_eq!(desk.row(&two).await.status, BlockStatus::InReview);
    desk.assert_appealed(1);
}

#[tokio::test]
async fn what_somebody_else_asked_meanwhile_is_not_asked_once_more_by_itself() {
    for status in ["in_review", "cancelled", "removed"] {
        let desk = TestDesk::with_shop(&[("m-1", "active")]).await;
        let asked = desk.ask(&[block(SHOP, "m-1")]).await;
        assert!(desk.cloudflare().set_mitigation(SHOP, "m-1", status));
        desk.pass(10).await;
        let now = desk.assert_appeal(&asked, NeedsPerson, Some(Why::AlreadyThere)).await;
        assert_eq!(now.candidates.iter().map(|one| one.status.as_deref()).collect::<Vec<_>>(), [Some(status)]);
        assert!(now.can_undo && desk.appeals().is_empty());
        if status == "in_review" {
            commands::outbox_send_again(&desk, asked.id.clone()).await.unwrap();
            desk.idle().await;
            desk.assert_appeal(&asked, Accepted, None).await;
            assert_eq!(desk.cloudflare().appealed()[0].moved, [""; 0], "which does no harm");
        } else {
            desk.undo_appeal(&asked.id).await.unwrap();
            commands::sites_report(&desk, SHOP.into()).await.unwrap();
            assert_ne!(desk.row(&block(SHOP, "m-1")).await.review, ReviewOffer::Offered);
        }
    }
}

#[tokio::test]
async fn without_a_token_the_check_says_so() {
    let desk = TestDesk::with_shop(&[("m-1", "active")]).await;
    let written = desk.written(&[block(SHOP, "m-1")], AppealReason::Removed).await;
    commands::connection_forget_key(&desk, Service::Cloudflare).await.unwrap();
    assert_eq!(desk.appeal_problems(&written.draft_id).await, [KeyMissing]);
    assert_eq!(desk.send_appeal(&written.draft_id).await.unwrap_err().code, ErrorCode::NotReady);
}

#[tokio::test]
async fn without_an_account_there_is_nothing_to_ask_about() {
    let desk = TestDesk::new().await;
    let sites = commands::sites_refresh(&desk).await.unwrap();
    assert_eq!((sites.following, sites.blocks, sites.offered), (Following::NoKey, 0, 0));
    assert!(desk.rows(BlocksRequest::default()).await.is_empty());
    let refused = commands::appeal_begin(&desk, vec![block(SHOP, "m-1")]).await;
    assert_eq!(refused.unwrap_err().code, ErrorCode::NotFound);
    assert!(desk.cloudflare().requests().is_empty());
}

#[tokio::test]
async fn what_can_t_be_begun_is_refused() {
    let desk = TestDesk::with_shop(&[("m-1", "active")]).await;
    let it = block(SHOP, "m-1");
    for (blocks, code) in [
        (vec![], ErrorCode::BadRequest),
        (vec![it.clone(), it.clone()], ErrorCode::BadRequest),
        ((0..101).map(|n| block(SHOP, &n.to_string())).collect(), ErrorCode::BadRequest),
        (vec![it.clone(), block(SHOP, "m-2")], ErrorCode::NotFound),
        (vec![block("none", "m-1")], ErrorCode::NotFound),
    ] {
        assert_eq!(commands::appeal_begin(&desk, blocks).await.unwrap_err().code, code);
    }
    let mut written = desk.written(&[it], AppealReason::Removed).await;
    written.fields.reasons.clear();
    commands::appeal_save(&desk, written.draft_id.clone(), written.fields.clone()).await.unwrap();
    assert_eq!(desk.appeal_problems(&written.draft_id).await, [AppealProblemCode::NoBlocks]);
    written.fields.note = "n".repeat(5001);
    commands::appeal_save(&desk, written.draft_id.clone(), written.fields.clone()).await.unwrap();
    let problems = desk.check_appeal(&written.draft_id).await.problems;
    assert_eq!((problems[1].code, problems[1].count), (AppealProblemCode::NoteTooLong, Some(5001)));
    written.fields.form = AppealForm::ContentRemoved;
    let refused = commands::appeal_save(&desk, written.draft_id, written.fields).await;
    assert_eq!(refused.unwrap_err().code, ErrorCode::BadRequest);
}

#[tokio::test]
async fn what_was_confirmed_for_one_account_stays_with_it() {
    const OTHER: &str = "00000000000000000000000000000009";
    let desk = TestDesk::with_sites(vec![received(SHOP, &[("m-1", "pending"), ("m-2", "active")])]).await;
    let it = block(SHOP, "m-1");
    let open = desk.written(&[block(SHOP, "m-2")], AppealReason::Removed).await;
    let asked = desk.ask(std::slice::from_ref(&it)).await;
    commands::connection_choose_account(&desk, OTHER.into()).await.unwrap();
    let hidden = commands::appeal_check(&desk, open.draft_id.clone()).await;
    assert_eq!(hidden.unwrap_err().code, ErrorCode::NotFound, "its blocks are another account's");
    desk.pass(10).await;
    desk.assert_appealed(1);
    assert!(desk.appeals()[0].path.contains(practice::ACCOUNT_ID));
    commands::connection_choose_account(&desk, practice::ACCOUNT_ID.into()).await.unwrap();
    desk.pass(301).await;
    desk.assert_appeal(&asked, Accepted, None).await;
    assert_eq!(desk.row(&it).await.status, BlockStatus::Cancelled);
    assert_eq!(desk.appeal_problems(&open.draft_id).await, []);
    desk.assert_appealed(1);
}
