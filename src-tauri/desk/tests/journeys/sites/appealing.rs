//! One block, asked about: from the row to the end, whatever the API makes of it.

use desk::commands;
use desk::contract::*;
use practice::{CfSiteStep, PendingAppealed};

use crate::support::{PNG, SHOP, TestDesk, assert_offer, block};
use EventKind as Told;
use SubmissionState::{Accepted, Queued};

const DAY: u64 = 24 * 3600;

#[tokio::test]
async fn a_pending_block_asked_about_before_its_date_ends_as_cancelled() {
    let desk = TestDesk::with_shop(&[("m-1", "pending")]).await;
    let it = block(SHOP, "m-1");
    let row = desk.row(&it).await;
    assert_offer(&row, BlockStatus::Pending, ReviewOffer::Offered);
    // The played clock runs on while the test makes ready.
    assert!(row.starts_in_ms.is_some_and(|ms| u64::from(ms).abs_diff((DAY - 60) * 1000) < 30_000), "{row:#?}");
    assert_eq!(row.place.target.as_ref().map(|target| target.exact.as_str()), Some("https://shop1.acme.example/sale"));
    assert_eq!((desk.sites().await.offered, desk.sites().await.pending), (1, 1));

    let begun = commands::appeal_begin(&desk, vec![it.clone()]).await.unwrap();
    assert_eq!(desk.appeal_problems(&begun.draft_id).await, [AppealProblemCode::ReasonMissing]);
    let early = commands::appeal_send(&desk, begun.draft_id.clone(), String::new()).await;
    assert_eq!(early.unwrap_err().code, ErrorCode::NotReady);
    let written = desk.written(std::slice::from_ref(&it), AppealReason::Removed).await;
    assert_eq!(written.draft_id, begun.draft_id, "the same blocks are the same appeal");
    let shown = desk.check_appeal(&written.draft_id).await;
    assert_eq!((shown.problems, shown.previews.len()), (vec![], 1));
    let asked = desk.send_appeal(&written.draft_id).await.unwrap().remove(0);
    desk.pass(9).await;
    let waiting = desk.assert_appeal(&asked, Queued, None).await;
    assert_eq!((waiting.due_in_ms, waiting.can_undo, waiting.addresses), (Some(1000), true, 1));
    assert_offer(&desk.row(&it).await, BlockStatus::Pending, ReviewOffer::OnItsWay);
    assert_eq!(desk.sites().await.offered, 0);
    desk.assert_appealed(0);

    desk.pass(1).await;
    desk.assert_appealed_as_shown(&shown.previews);
    assert_eq!(desk.cloudflare().appealed()[0].text, r#"{"appeals":[{"id":"m-1","reason":"removed"}]}"#);
    let view = desk.block(&it).await;
    assert_offer(&view.row, BlockStatus::Cancelled, ReviewOffer::Cancelled);
    let told = desk.told_of(&it).await;
    let expected = [
        (Told::BlockSeen, Some(BlockStatus::Pending)),
        (Told::Confirmed, None),
        (Told::Sent, None),
        (Told::Accepted, None),
        (Told::BlockChanged, Some(BlockStatus::Cancelled)),
    ];
    assert_eq!(told, expected);
    assert!(view.timeline.iter().all(|event| event.block.is_some() != (event.appeal == Some(AppealReason::Removed))));
    let kept = desk.kept(&asked).await;
    assert_eq!((kept.submission.state, kept.note.starts_with("Gone since")), (Accepted, true));
    assert_eq!((desk.sites().await.offered, desk.sites().await.pending), (0, 0));
    let heard = desk.heard.lock().unwrap().clone();
    assert!(
        heard.contains(&Notice::SitesChanged)
            && heard.contains(&Notice::OutboxChanged { submission_id: asked.id.clone() })
    );
    assert!(
        !heard.iter().any(|notice| matches!(notice, Notice::CasesChanged { .. })),
        "no case is told to have changed"
    );
    assert_eq!(commands::outbox_list(&desk).await.unwrap().submissions, []);

    desk.jump(2 * DAY);
    desk.pass(60).await;
    assert_eq!(desk.row(&it).await.status, BlockStatus::Cancelled, "its date has passed");
    desk.assert_appealed(1);
}

#[tokio::test]
async fn a_pending_block_that_goes_to_review_is_told_so_and_followed() {
    let desk = TestDesk::with_shop(&[("m-1", "pending")]).await;
    desk.switch_sites(|switches| switches.pending_appealed = PendingAppealed::InReview);
    let it = block(SHOP, "m-1");
    desk.asked(std::slice::from_ref(&it)).await;
    assert_offer(&desk.row(&it).await, BlockStatus::InReview, ReviewOffer::AlreadyOpen);
    desk.cloudflare().next_site(CfSiteStep::ReviewLifted).unwrap();
    desk.pass(301).await;
    assert_eq!(desk.row(&it).await.status, BlockStatus::Cancelled, "lifted before its time");
}

#[tokio::test]
async fn a_block_that_stays_pending_is_told_so_and_seen_to_start() {
    let desk = TestDesk::with_shop(&[("m-1", "pending")]).await;
    desk.switch_sites(|switches| switches.pending_appealed = PendingAppealed::Pending);
    let it = block(SHOP, "m-1");
    let asked = desk.asked(std::slice::from_ref(&it)).await;
    desk.assert_appeal(&asked, Accepted, None).await;
    let row = desk.row(&it).await;
    assert_offer(&row, BlockStatus::Pending, ReviewOffer::AlreadyOpen);
    assert!(row.asked_at.is_some(), "it says that we asked: {row:#?}");
    desk.pass(1200).await;
    let row = desk.row(&it).await;
    assert_offer(&row, BlockStatus::Pending, ReviewOffer::Offered);
    assert!(row.asked_at.is_some(), "asking once more does no harm, and it still says that we asked");
    desk.pass(DAY).await;
    assert_eq!(desk.row(&it).await.status, BlockStatus::Active);
    let told = desk.told_of(&it).await;
    assert_eq!(told.last(), Some(&(Told::BlockChanged, Some(BlockStatus::Active))));
    desk.cloudflare().next_site(CfSiteStep::ReviewLifted).unwrap();
    desk.pass(1801).await;
    assert_eq!(desk.row(&it).await.status, BlockStatus::Removed, "and followed to its end");
    desk.assert_appealed(1);
}

#[tokio::test]
async fn what_reading_shows_late_is_not_offered_again_for_that() {
    let desk = TestDesk::with_shop(&[("m-1", "active")]).await;
    desk.switch_sites(|switches| switches.visibility_lag_ms = 60_000);
    let it = block(SHOP, "m-1");
    desk.asked(std::slice::from_ref(&it)).await;
    assert_offer(&desk.row(&it).await, BlockStatus::Active, ReviewOffer::AlreadyOpen);
    assert_eq!(desk.sites().await.offered, 0);
    desk.pass(400).await;
    assert_offer(&desk.row(&it).await, BlockStatus::InReview, ReviewOffer::AlreadyOpen);
}

#[tokio::test]
async fn note_and_proof_stay_here() {
    let desk = TestDesk::with_shop(&[("m-1", "active")]).await;
    let it = block(SHOP, "m-1");
    let written = desk.written(std::slice::from_ref(&it), AppealReason::Misclassified).await;
    desk.desktop.picks.lock().unwrap().push_back(vec![desk.file("gone.png", PNG)]);
    let proof = commands::appeal_proof_pick(&desk, written.draft_id.clone()).await.unwrap();
    assert_eq!((proof.added.len(), proof.appeal.proof.len(), proof.refused), (1, 1, vec![]));
    *desk.desktop.clipboard.lock().unwrap() = Some(PNG.to_vec());
    let again = commands::appeal_proof_paste(&desk, written.draft_id.clone()).await.unwrap();
    assert_eq!(again.refused.len(), 1, "the same picture is there already");
    let asked = desk.send_appeal(&written.draft_id).await.unwrap().remove(0);
    desk.pass(10).await;
    let kept = desk.kept(&asked).await;
    assert_eq!((kept.proof.len(), kept.submission.files), (1, 0));
    assert_eq!(kept.note, "Gone since Monday; Kim of the web team looked.");
    let sent = desk.cloudflare().appealed().remove(0);
    assert_eq!(sent.text, r#"{"appeals":[{"id":"m-1","reason":"misclassified"}]}"#);
    let late = commands::appeal_proof_remove(&desk, written.draft_id, kept.proof[0].id.clone()).await;
    assert_eq!(late.unwrap_err().code, ErrorCode::TooLate, "what was sent stays what it was");
}
