//! The app ends, in good order or not, with appeals at every stage: nothing is lost, nothing is asked twice.

use desk::commands;
use desk::contract::*;
use practice::{CfSiteStep, Fault};

use crate::support::{BLOG, End, SHOP, TestDesk, answers, assert_offer, block, received};
use SubmissionReason as Why;
use SubmissionState::{Accepted, Held};

fn it() -> BlockRef {
    block(SHOP, "m-1")
}

#[tokio::test]
async fn inside_the_undo_window_it_is_held_for_the_person() {
    for end in [End::Closed, End::Killed] {
        let mut desk = TestDesk::with_shop(&[("m-1", "pending")]).await;
        let asked = desk.ask(&[it()]).await;
        desk.pass(5).await;
        desk.restart(end).await;
        assert_eq!(commands::app_start(&desk).await.unwrap().held, 1);
        desk.pass(2 * 3600).await;
        desk.assert_appealed(0);
        desk.assert_appeal(&asked, Held, Some(Why::AppClosed)).await;
        assert_offer(&desk.row(&it()).await, BlockStatus::Pending, ReviewOffer::OnItsWay);
        commands::outbox_send_now(&desk, asked.id.clone()).await.unwrap();
        desk.pass(1).await;
        desk.assert_appeal(&asked, Accepted, None).await;
        assert_eq!(desk.row(&it()).await.status, BlockStatus::Cancelled);
        desk.assert_appealed(1);
    }
}

#[tokio::test]
async fn what_is_held_is_taken_back_with_all_that_was_written() {
    let mut desk =
        TestDesk::with_sites(vec![received(SHOP, &[("m-1", "active")]), received(BLOG, &[("b-1", "active")])]).await;
    let written = desk.written(&[it(), block(BLOG, "b-1")], AppealReason::Removed).await;
    let sent = desk.send_appeal(&written.draft_id).await.unwrap();
    desk.restart(End::Killed).await;
    assert_eq!(commands::app_start(&desk).await.unwrap().held, 2);
    let back = desk.undo_appeal(&sent[1].id).await.unwrap();
    assert_eq!((back.draft_id, back.fields), (written.draft_id, written.fields));
    desk.pass(3600).await;
    assert!(desk.appeals().is_empty());
}

#[tokio::test]
async fn ended_while_sending_it_is_unsure_and_then_found() {
    for end in [End::Closed, End::Killed] {
        let mut desk = TestDesk::with_shop(&[("m-1", "active")]).await;
        desk.spoil_appeal(Fault::DelayMs { ms: 20_000, processed: true });
        let asked = desk.ask(&[it()]).await;
        desk.jump(10);
        desk.cloudflare().until_appealed(1).await;
        desk.restart(end).await;
        desk.pass(60).await;
        desk.assert_appeal(&asked, Accepted, Some(Why::FoundThere)).await;
        let timeline = desk.block(&it()).await.timeline;
        let lost = timeline.iter().find(|event| event.kind == EventKind::AnswerLost).unwrap();
        assert_eq!(lost.reason, Some(Why::EndedWhileSending));
        desk.pass(3600).await;
        desk.assert_appealed(1);
        assert_eq!(desk.row(&it()).await.status, BlockStatus::InReview);
    }
}

#[tokio::test]
async fn ended_while_unsure_it_is_looked_for_after_the_next_start() {
    let mut desk = TestDesk::with_shop(&[("m-1", "active")]).await;
    desk.spoil_appeal(Fault::DropAfter { reset: true });
    let asked = desk.asked(&[it()]).await;
    desk.restart(End::Killed).await;
    desk.pass(60).await;
    desk.assert_appeal(&asked, Accepted, Some(Why::FoundThere)).await;
    desk.assert_appealed(1);
}

#[tokio::test]
async fn whatever_it_waits_for_outlives_the_end() {
    use SubmissionState::{Deferred, NeedsPerson, Rejected};
    let faults = [
        (answers(429, false), Deferred, Why::SlowDown),
        (answers(401, false), NeedsPerson, Why::KeyRefused),
        (answers(500, false), NeedsPerson, Why::NotFoundThere),
        (answers(422, false), Rejected, Why::Refused),
    ];
    for (fault, state, why) in faults {
        let mut desk = TestDesk::with_shop(&[("m-1", "active")]).await;
        desk.spoil_appeal(fault);
        let asked = desk.asked(&[it()]).await;
        if why == Why::NotFoundThere {
            desk.pass(1300).await;
        }
        desk.assert_appeal(&asked, state, Some(why)).await;
        let before = desk.row(&it()).await.review;
        desk.end(End::Killed).await;
        desk.start().await;
        desk.assert_appeal(&asked, state, Some(why)).await;
        assert_eq!(desk.row(&it()).await.review, before);
        desk.pass(3600).await;
        let sent_by_itself = usize::from(state == Deferred);
        desk.assert_appealed(sent_by_itself);
        assert_eq!(desk.appeals().len(), 1 + sent_by_itself);
        if state == NeedsPerson {
            commands::outbox_send_again(&desk, asked.id.clone()).await.unwrap();
            desk.pass(1).await;
            desk.assert_appeal(&asked, Accepted, None).await;
            desk.assert_appealed(1);
        }
    }
}

#[tokio::test]
async fn ended_after_it_was_taken_it_is_followed_on_to_its_end() {
    for (step, status, offer, kept) in [
        (CfSiteStep::ReviewLifted, BlockStatus::Removed, ReviewOffer::Lifted, false),
        (CfSiteStep::ReviewKept, BlockStatus::Active, ReviewOffer::Offered, true),
    ] {
        let mut desk = TestDesk::with_shop(&[("m-1", "active")]).await;
        let asked = desk.asked(&[it()]).await;
        desk.restart(End::Killed).await;
        desk.cloudflare().next_site(step).unwrap();
        desk.pass(301).await;
        let row = desk.row(&it()).await;
        assert_offer(&row, status, offer);
        assert_eq!(row.kept, kept);
        let view = desk.kept(&asked).await;
        assert_eq!(view.note, "Gone since Monday; Kim of the web team looked.");
    }
}

#[tokio::test]
async fn what_was_being_written_is_found_again_by_its_blocks() {
    for end in [End::Closed, End::Killed] {
        let mut desk = TestDesk::with_shop(&[("m-1", "active"), ("m-2", "active")]).await;
        let written = desk.written(&[it(), block(SHOP, "m-2")], AppealReason::Misclassified).await;
        desk.restart(end).await;
        let again = commands::appeal_begin(&desk, vec![block(SHOP, "m-2"), it()]).await.unwrap();
        assert_eq!((again.draft_id, again.fields), (written.draft_id, written.fields));
        let other = commands::appeal_begin(&desk, vec![it()]).await.unwrap();
        assert_ne!(other.case_id, written.case_id, "fewer blocks are another appeal");
        assert_eq!(commands::outbox_list(&desk).await.unwrap().submissions, []);
    }
}

#[tokio::test]
async fn a_second_start_on_the_same_data_is_refused_and_asks_nothing() {
    let desk = TestDesk::with_shop(&[("m-1", "active")]).await;
    let asked = desk.ask(&[it()]).await;
    let second = desk::assemble(desk.parts()).await;
    assert_eq!(second.err().map(|error| error.code), Some(ErrorCode::StorageInUse));
    desk.pass(3600).await;
    desk.assert_appeal(&asked, Accepted, None).await;
    desk.assert_appealed(1);
}
