//! An appeal whose answer is lost: found by what became of its blocks, else asked about; never sent again by itself.

use desk::commands;
use desk::contract::*;
use practice::{CfSiteStep, Fault, FaultOrder};

use crate::support::{Asked, BLOG, SHOP, TestDesk, answers, assert_offer, block, received};
use SubmissionReason as Why;
use SubmissionState::{Accepted, NeedsPerson, Unsure};

async fn lost(desk: &TestDesk, arrived: bool) -> Asked {
    desk.spoil_appeal(match arrived {
        true => Fault::DropAfter { reset: true },
        false => Fault::DropBefore { after_bytes: None, reset: true },
    });
    let asked = desk.asked(&[block(SHOP, "m-1")]).await;
    desk.assert_appeal(&asked, Unsure, Some(Why::NoAnswer)).await;
    assert_eq!(desk.row(&block(SHOP, "m-1")).await.review, ReviewOffer::Unsure);
    asked
}

#[tokio::test]
async fn what_arrived_is_found_by_where_its_blocks_stand() {
    for (status, after) in [("active", BlockStatus::InReview), ("pending", BlockStatus::Cancelled)] {
        let desk = TestDesk::with_shop(&[("m-1", status), ("m-2", "active")]).await;
        let asked = lost(&desk, true).await;
        desk.pass(5).await;
        let now = desk.assert_appeal(&asked, Accepted, Some(Why::FoundThere)).await;
        assert_eq!(now.looks.iter().map(|look| look.result).collect::<Vec<_>>(), [LookResult::Exact]);
        assert_eq!(desk.row(&block(SHOP, "m-1")).await.status, after, "read again at once");
        let told = desk.told_of(&block(SHOP, "m-1")).await;
        let expected = [
            EventKind::BlockSeen,
            EventKind::Confirmed,
            EventKind::Sent,
            EventKind::AnswerLost,
            EventKind::Found,
            EventKind::BlockChanged,
        ];
        assert_eq!(told.iter().map(|(kind, _)| *kind).collect::<Vec<_>>(), expected);
        desk.pass(3600).await;
        desk.assert_appealed(1);
        assert_eq!(desk.appeals().len(), 1);
    }
}

#[tokio::test]
async fn what_shows_up_late_is_found_late() {
    let desk = TestDesk::with_shop(&[("m-1", "active")]).await;
    desk.switch_sites(|switches| switches.visibility_lag_ms = 8 * 60_000);
    let asked = lost(&desk, true).await;
    desk.pass(300).await;
    let now = desk.assert_appeal(&asked, Unsure, Some(Why::NoAnswer)).await;
    assert_eq!(now.looks.len(), 3, "after 5 s, 30 s and 2 min");
    desk.pass(300).await;
    desk.assert_appeal(&asked, Accepted, Some(Why::FoundThere)).await;
    desk.assert_appealed(1);
}

#[tokio::test]
async fn what_is_not_there_is_asked_about_and_goes_again_only_by_the_person() {
    let desk = TestDesk::with_shop(&[("m-1", "active")]).await;
    let asked = lost(&desk, false).await;
    desk.pass(24 * 3600).await;
    let now = desk.assert_appeal(&asked, NeedsPerson, Some(Why::NotFoundThere)).await;
    assert!(now.looks.len() >= 4 && now.looks.iter().all(|look| look.result == LookResult::Absent));
    let row = desk.row(&block(SHOP, "m-1")).await;
    assert_offer(&row, BlockStatus::Active, ReviewOffer::Unsure);
    assert_eq!(desk.appeals().len(), 1, "never sent again by itself");
    let press = || commands::outbox_send_again(&desk, asked.id.clone());
    let (first, second) = tokio::join!(press(), press());
    assert_eq!([first.is_ok(), second.is_ok()].iter().filter(|ok| **ok).count(), 1);
    desk.idle().await;
    desk.assert_appeal(&asked, Accepted, None).await;
    desk.assert_appealed(1);
    assert_eq!(desk.appeals().len(), 2);
}

#[tokio::test]
async fn a_block_that_merely_starts_is_not_taken_for_one_that_was_asked_about() {
    let desk = TestDesk::with_shop(&[("m-1", "pending")]).await;
    let asked = lost(&desk, false).await;
    desk.cloudflare().next_site(CfSiteStep::BlockStarts).unwrap();
    desk.pass(1300).await;
    let now = desk.assert_appeal(&asked, NeedsPerson, Some(Why::NotFoundThere)).await;
    assert!(now.looks.iter().all(|look| look.result == LookResult::Absent));
    commands::sites_refresh(&desk).await.unwrap();
    assert_offer(&desk.row(&block(SHOP, "m-1")).await, BlockStatus::Active, ReviewOffer::Unsure);
}

#[tokio::test]
async fn sent_again_although_it_is_there_by_now_it_is_found_instead() {
    for status in ["active", "pending"] {
        let desk = TestDesk::with_shop(&[("m-1", status)]).await;
        let asked = lost(&desk, true).await;
        commands::outbox_send_again(&desk, asked.id.clone()).await.unwrap();
        desk.idle().await;
        desk.assert_appeal(&asked, Accepted, Some(Why::FoundThere)).await;
        desk.assert_appealed(1);
        assert_eq!(desk.appeals().len(), 1, "nothing left a second time");
    }
}

#[tokio::test]
async fn the_person_can_tell_that_it_is_there_and_needs_no_number() {
    let desk = TestDesk::with_shop(&[("m-1", "active")]).await;
    let asked = lost(&desk, false).await;
    let found = commands::outbox_found(&desk, asked.id.clone(), String::new()).await.unwrap();
    assert_eq!((found.state, found.reason), (Accepted, Some(Why::PersonFound)));
    let row = desk.row(&block(SHOP, "m-1")).await;
    assert_offer(&row, BlockStatus::Active, ReviewOffer::AlreadyOpen);
    desk.pass(1200).await;
    let row = desk.row(&block(SHOP, "m-1")).await;
    assert_offer(&row, BlockStatus::Active, ReviewOffer::Offered);
    desk.assert_appealed(0);
}

#[tokio::test]
async fn an_answer_that_can_t_be_read_is_looked_up() {
    let faults = [
        Fault::Html { processed: true },
        Fault::TruncatedJson { close_early: true, processed: true },
        Fault::MalformedJson { processed: true },
        answers(500, true),
        answers(502, true),
        answers(503, true),
        answers(504, true),
        answers(524, true),
    ];
    for fault in faults {
        let desk = TestDesk::with_shop(&[("m-1", "active")]).await;
        desk.spoil_appeal(fault.clone());
        let asked = desk.asked(&[block(SHOP, "m-1")]).await;
        assert_eq!(desk.appeal_now(&asked).await.state, Unsure, "{fault:?}");
        desk.pass(5).await;
        desk.assert_appeal(&asked, Accepted, Some(Why::FoundThere)).await;
        desk.assert_appealed(1);
        assert_eq!(desk.appeals().len(), 1, "{fault:?}");
    }
}

#[tokio::test]
async fn a_fault_of_theirs_before_they_took_it_is_never_sent_again_by_itself() {
    let desk = TestDesk::with_shop(&[("m-1", "active")]).await;
    desk.spoil_appeal(answers(500, false));
    let asked = desk.asked(&[block(SHOP, "m-1")]).await;
    desk.pass(1300).await;
    desk.assert_appeal(&asked, NeedsPerson, Some(Why::NotFoundThere)).await;
    assert_eq!(desk.appeals().len(), 1);
}

#[tokio::test]
async fn an_edge_that_could_not_reach_them_is_looked_up_and_then_sent_once_more() {
    for processed in [true, false] {
        let desk = TestDesk::with_shop(&[("m-1", "active")]).await;
        desk.spoil_appeal(answers(522, processed));
        let asked = desk.asked(&[block(SHOP, "m-1")]).await;
        desk.pass(60).await;
        let found = processed.then_some(Why::FoundThere);
        desk.assert_appeal(&asked, Accepted, found).await;
        desk.assert_appealed(1);
        assert_eq!(desk.appeals().len(), if processed { 1 } else { 2 });
    }
}

#[tokio::test]
async fn a_list_that_fails_says_nothing() {
    let desk = TestDesk::with_shop(&[("m-1", "active")]).await;
    let asked = lost(&desk, true).await;
    let reading = FaultOrder {
        method: Some("GET".into()),
        path_contains: Some(format!("{SHOP}/mitigations")),
        ..FaultOrder::next(answers(503, false))
    };
    desk.cloudflare().fault(reading.times(1000));
    desk.pass(3600).await;
    let now = desk.appeal_now(&asked).await;
    assert!(now.state == Unsure && now.looks.iter().all(|look| look.result == LookResult::Error), "{now:#?}");
    desk.pass(26 * 3600).await;
    desk.assert_appeal(&asked, NeedsPerson, Some(Why::CannotLook)).await;
    desk.assert_appealed(1);
}

#[tokio::test]
async fn where_nothing_can_be_read_it_is_sent_all_the_same_and_a_lost_answer_goes_to_the_person() {
    let desk = TestDesk::with_shop(&[("m-1", "active"), ("m-2", "active")]).await;
    desk.switch(|switches| switches.may_read = false);
    let fine = desk.asked(&[block(SHOP, "m-2")]).await;
    desk.assert_appeal(&fine, Accepted, None).await;
    desk.spoil_appeal(Fault::DropAfter { reset: true });
    let asked = desk.asked(&[block(SHOP, "m-1")]).await;
    desk.pass(5).await;
    desk.assert_appeal(&asked, NeedsPerson, Some(Why::CannotLook)).await;
    desk.pass(3600).await;
    desk.assert_appealed(2);
    assert_eq!(desk.appeals().len(), 2);
}

#[tokio::test]
async fn of_two_requests_only_the_lost_one_is_looked_for() {
    let desk =
        TestDesk::with_sites(vec![received(SHOP, &[("m-1", "active")]), received(BLOG, &[("b-1", "active")])]).await;
    desk.spoil_appeal(Fault::DropAfter { reset: true });
    let written = desk.written(&[block(SHOP, "m-1"), block(BLOG, "b-1")], AppealReason::Removed).await;
    let sent = desk.send_appeal(&written.draft_id).await.unwrap();
    desk.pass(10).await;
    desk.assert_appeal(&sent[0], Unsure, Some(Why::NoAnswer)).await;
    desk.assert_appeal(&sent[1], Accepted, None).await;
    desk.pass(60).await;
    desk.assert_appeal(&sent[0], Accepted, Some(Why::FoundThere)).await;
    desk.assert_appealed(2);
}

#[tokio::test]
async fn one_of_several_that_went_by_itself_does_not_settle_a_lost_appeal() {
    for gone in ["removed", "cancelled"] {
        let desk = TestDesk::with_shop(&[("m-1", "active"), ("m-2", "active")]).await;
        desk.spoil_appeal(Fault::DropBefore { after_bytes: None, reset: true });
        let asked = desk.asked(&[block(SHOP, "m-1"), block(SHOP, "m-2")]).await;
        assert!(desk.cloudflare().set_mitigation(SHOP, "m-1", gone));
        desk.pass(5).await;
        desk.assert_appeal(&asked, NeedsPerson, Some(Why::PerhapsFound)).await;
        desk.assert_appealed(0);
    }
}
