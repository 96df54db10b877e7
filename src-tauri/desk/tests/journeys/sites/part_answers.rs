//! Answers that name other blocks than were asked about: compared one by one, and read again.

use desk::commands;
use desk::contract::*;
use practice::{BadIds, CfSiteStep, Fault};

use crate::support::{SHOP, TestDesk, assert_offer, block};
use SubmissionReason as Why;
use SubmissionState::{Accepted, NeedsPerson, Rejected, Unsure};

fn both() -> [BlockRef; 2] {
    [block(SHOP, "m-1"), block(SHOP, "m-2")]
}

#[tokio::test]
async fn a_block_that_the_answer_leaves_out_is_told_and_offered_again() {
    let desk = TestDesk::with_shop(&[("m-1", "active"), ("m-2", "active")]).await;
    desk.cloudflare().next_site(CfSiteStep::PartAnswer).unwrap();
    let [taken, left] = both();
    let asked = desk.asked(&both()).await;
    desk.assert_appeal(&asked, Accepted, None).await;
    assert_offer(&desk.row(&taken).await, BlockStatus::InReview, ReviewOffer::AlreadyOpen);
    assert_offer(&desk.row(&left).await, BlockStatus::Active, ReviewOffer::Offered);
    assert_eq!(desk.told_of(&left).await.last().unwrap().0, EventKind::BlockNotNamed);
    let told: Vec<_> = desk.told_of(&taken).await.into_iter().map(|(kind, _)| kind).collect();
    assert!(told.contains(&EventKind::Accepted) && !told.contains(&EventKind::BlockNotNamed));
    assert_eq!(desk.sites().await.offered, 1);

    desk.asked(std::slice::from_ref(&left)).await;
    assert_offer(&desk.row(&left).await, BlockStatus::InReview, ReviewOffer::AlreadyOpen);
    let bodies: Vec<_> = desk.cloudflare().appealed().into_iter().map(|one| one.moved).collect();
    assert_eq!(bodies, [["m-1"], ["m-2"]]);
}

#[tokio::test]
async fn an_answer_that_names_none_of_them_is_looked_up() {
    let none = r#"{"success":true,"errors":[],"messages":[],"result":[]}"#;
    let others = r#"{"success":true,"errors":[],"messages":[],"result":[{"id":"m-9","status":"in_review"}]}"#;
    for body in [none, others] {
        for processed in [true, false] {
            let desk = TestDesk::with_shop(&[("m-1", "active"), ("m-2", "active")]).await;
            let (body, content_type) = (Some(body.into()), None);
            desk.spoil_appeal(Fault::Status { status: 200, body, content_type, retry_after: None, processed });
            let asked = desk.asked(&both()).await;
            desk.assert_appeal(&asked, Unsure, Some(Why::UnreadableAnswer)).await;
            desk.pass(1300).await;
            match processed {
                true => desk.assert_appeal(&asked, Accepted, Some(Why::FoundThere)).await,
                false => desk.assert_appeal(&asked, NeedsPerson, Some(Why::NotFoundThere)).await,
            };
            desk.assert_appealed(usize::from(processed));
            assert_eq!(desk.appeals().len(), 1);
        }
    }
}

#[tokio::test]
async fn an_answer_without_a_result_is_looked_up() {
    let desk = TestDesk::with_shop(&[("m-1", "active"), ("m-2", "active")]).await;
    desk.switch_sites(|switches| switches.appeals_answer_without_result = true);
    let asked = desk.asked(&both()).await;
    desk.assert_appeal(&asked, Unsure, Some(Why::UnreadableAnswer)).await;
    desk.pass(5).await;
    desk.assert_appeal(&asked, Accepted, Some(Why::FoundThere)).await;
    desk.assert_appealed(1);
}

/// The second block was lifted since it was read.
async fn one_was_lifted(bad_ids: BadIds) -> TestDesk {
    let desk = TestDesk::with_shop(&[("m-1", "active"), ("m-2", "active")]).await;
    desk.switch_sites(|switches| switches.bad_ids = bad_ids);
    assert!(desk.cloudflare().set_mitigation(SHOP, "m-2", "removed"));
    desk
}

#[tokio::test]
async fn where_one_bad_block_spoils_the_whole_the_refusal_is_told_and_the_list_read_again() {
    let desk = one_was_lifted(BadIds::Refused).await;
    let asked = desk.asked(&both()).await;
    let now = desk.assert_appeal(&asked, Rejected, Some(Why::Refused)).await;
    assert!(now.said.unwrap().contains("cannot be appealed"));
    desk.assert_appealed(0);
    commands::sites_report(&desk, SHOP.into()).await.unwrap();
    let [good, lifted] = both();
    assert_offer(&desk.row(&good).await, BlockStatus::Active, ReviewOffer::Offered);
    assert_offer(&desk.row(&lifted).await, BlockStatus::Removed, ReviewOffer::Lifted);
}

#[tokio::test]
async fn where_the_good_ones_are_taken_the_other_is_told_as_it_stands() {
    for bad_ids in [BadIds::LeftOut, BadIds::Unchanged] {
        let desk = one_was_lifted(bad_ids).await;
        let asked = desk.asked(&both()).await;
        desk.assert_appeal(&asked, Accepted, None).await;
        let [good, lifted] = both();
        assert_offer(&desk.row(&good).await, BlockStatus::InReview, ReviewOffer::AlreadyOpen);
        assert_offer(&desk.row(&lifted).await, BlockStatus::Removed, ReviewOffer::Lifted);
        desk.assert_appealed(1);
    }
}
