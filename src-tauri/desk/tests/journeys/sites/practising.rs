//! Practice plays our own sites too: a lived-in account, and every turn that a block can take.

use desk::commands;
use desk::contract::*;

use crate::support::{End, TestDesk, assert_offer};
use PracticeSiteStep as Step;
use SubmissionReason as Why;
use SubmissionState::{Accepted, Unsure};

async fn practising() -> TestDesk {
    let desk = TestDesk::new().await;
    commands::practice_enter(&desk).await.unwrap();
    // The played clock runs by itself: what it makes next must not lie ahead of ours. Meanwhile the account was found.
    desk.pass(61).await;
    desk
}

async fn next(desk: &TestDesk, step: Step) {
    commands::practice_next_site(desk, step).await.unwrap();
}

/// The rows that stand so and are offered.
async fn offered(desk: &TestDesk, status: BlockStatus) -> Vec<BlockRow> {
    let rows = desk.rows(BlocksRequest { status: Some(status), ..BlocksRequest::default() }).await;
    rows.into_iter().filter(|row| row.review == ReviewOffer::Offered).collect()
}

/// Asks for a review of these, and lets the undo window end.
async fn asked(desk: &TestDesk, blocks: &[BlockRef]) -> crate::support::Asked {
    let asked = desk.ask(blocks).await;
    desk.pass(11).await;
    asked
}

#[tokio::test]
async fn the_first_refresh_finds_a_lived_in_account_which_stays() {
    let mut desk = TestDesk::new().await;
    commands::practice_enter(&desk).await.unwrap();
    let sites = commands::sites_refresh(&desk).await.unwrap();
    assert_eq!((sites.reports, sites.following, sites.unfinished), (14, Following::Works, false), "{sites:#?}");
    let blocks = commands::sites_blocks(&desk, BlocksRequest::default()).await.unwrap();
    let BlockCounts { all, pending, active, in_review, cancelled, removed, other } = blocks.counts;
    assert!([pending, active, in_review, cancelled, removed].iter().all(|count| *count > 0), "{:?}", blocks.counts);
    assert_eq!((pending + active + in_review + cancelled + removed + other, blocks.total), (all, all));
    let (first, rest) = blocks.rows.split_at(pending as usize);
    assert!(first.iter().all(|row| row.status == BlockStatus::Pending), "they come first");
    assert!(rest.iter().all(|row| row.status != BlockStatus::Pending));
    let left: Vec<_> = first.iter().map(|row| row.starts_in_ms.unwrap()).collect();
    assert!(left.is_sorted(), "the soonest first: {left:?}");
    assert_eq!(commands::app_counts(&desk).await.unwrap().sites_needs_you, sites.offered);
    assert!(desk.cloudflare().requests().is_empty(), "the real one hears nothing");

    desk.restart(End::Closed).await;
    assert_eq!(desk.rows(BlocksRequest::default()).await.len(), blocks.rows.len());
    commands::practice_leave(&desk).await.unwrap();
    assert_eq!(desk.sites().await.blocks, 0, "the real account has its own");
}

#[tokio::test]
async fn blocks_come_and_start_and_reviews_are_lifted_and_kept() {
    let desk = practising().await;
    let before = desk.sites().await;
    assert_eq!(before.reports, 14, "found by itself");
    next(&desk, Step::NewBlock).await;
    let after = desk.sites().await;
    assert_eq!((after.blocks, after.pending), (before.blocks + 1, before.pending + 1));
    let soonest = offered(&desk, BlockStatus::Pending).await.remove(0);
    next(&desk, Step::BlockStarts).await;
    assert_offer(&desk.row(&soonest.block).await, BlockStatus::Active, ReviewOffer::Offered);
    assert_eq!(desk.sites().await.pending, before.pending);

    for (step, status, kept) in
        [(Step::ReviewLifted, BlockStatus::Removed, false), (Step::ReviewKept, BlockStatus::Active, true)]
    {
        let it = offered(&desk, BlockStatus::Active).await.remove(0).block;
        let asked = asked(&desk, std::slice::from_ref(&it)).await;
        desk.assert_appeal(&asked, Accepted, None).await;
        assert_eq!(desk.row(&it).await.status, BlockStatus::InReview);
        next(&desk, step).await;
        let row = desk.row(&it).await;
        assert_eq!((row.status, row.kept), (status, kept), "what was asked here comes before what was there");
    }
}

#[tokio::test]
async fn lost_and_partial_answers_can_be_practised_and_all_of_it_begun_anew() {
    let desk = practising().await;
    let pending = offered(&desk, BlockStatus::Pending).await.remove(0).block;
    next(&desk, Step::LoseAnswer).await;
    let lost = asked(&desk, std::slice::from_ref(&pending)).await;
    assert_eq!(desk.appeal_now(&lost).await.state, Unsure);
    desk.pass(60).await;
    desk.assert_appeal(&lost, Accepted, Some(Why::FoundThere)).await;
    assert_eq!(desk.row(&pending).await.status, BlockStatus::Cancelled);

    let rows = offered(&desk, BlockStatus::Active).await;
    let two = rows.iter().find_map(|row| {
        let other = |one: &&BlockRow| one.block.report_id == row.block.report_id && one.block != row.block;
        Some([row.block.clone(), rows.iter().find(other)?.block.clone()])
    });
    let [taken, left] = two.unwrap();
    next(&desk, Step::PartAnswer).await;
    let part = asked(&desk, &[taken.clone(), left.clone()]).await;
    desk.assert_appeal(&part, Accepted, None).await;
    assert_eq!(desk.row(&taken).await.status, BlockStatus::InReview);
    assert_offer(&desk.row(&left).await, BlockStatus::Active, ReviewOffer::Offered);
    assert_eq!(desk.told_of(&left).await.last().unwrap().0, EventKind::BlockNotNamed);

    let mut decided = 0;
    // Those that were open when practice began can be decided too; then there is none.
    let none_left = loop {
        match commands::practice_next_site(&desk, Step::ReviewKept).await {
            Ok(_) => decided += 1,
            Err(error) => break error,
        }
        assert!(decided < 20);
    };
    assert_eq!(none_left.code, ErrorCode::NotKnownThere);
    assert!(decided > 1);

    commands::practice_reset(&desk).await.unwrap();
    let sites = commands::sites_refresh(&desk).await.unwrap();
    assert_eq!(sites.reports, 14);
    let view = desk.block(&taken).await;
    assert_offer(&view.row, BlockStatus::Active, ReviewOffer::Offered);
    assert!(view.asked.is_empty());
}

#[tokio::test]
async fn nothing_of_it_can_be_done_to_the_real_account() {
    let desk = TestDesk::connected().await;
    let refused = commands::practice_next_site(&desk, Step::NewBlock).await;
    assert_eq!(refused.unwrap_err().code, ErrorCode::PracticeOnly);
}
