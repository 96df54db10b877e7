//! The undo window of an appeal: taken back whole or in part, with note and proof.

use desk::commands;
use desk::contract::*;

use crate::support::{Asked, BLOG, PNG, SHOP, TestDesk, assert_offer, block, received};
use SubmissionState::Accepted;

fn blocks() -> [BlockRef; 3] {
    [block(SHOP, "m-1"), block(BLOG, "b-1"), block(BLOG, "b-2")]
}

async fn desk() -> TestDesk {
    let blog = received(BLOG, &[("b-1", "active"), ("b-2", "pending")]);
    TestDesk::with_sites(vec![received(SHOP, &[("m-1", "active")]), blog]).await
}

/// An appeal of all three blocks with proof, on its way: one request a report.
async fn sent(desk: &TestDesk) -> (AppealView, [Asked; 2]) {
    let written = desk.written(&blocks(), AppealReason::Removed).await;
    desk.desktop.picks.lock().unwrap().push_back(vec![desk.file("gone.png", PNG)]);
    let proved = commands::appeal_proof_pick(desk, written.draft_id.clone()).await.unwrap().appeal;
    let sent = desk.send_appeal(&written.draft_id).await.unwrap();
    (proved, sent.try_into().unwrap())
}

#[tokio::test]
async fn undo_takes_both_requests_back_and_gives_the_appeal_back_as_it_was() {
    for pressed in [0, 1] {
        let desk = desk().await;
        let (written, sent) = sent(&desk).await;
        assert_eq!((desk.sites().await.offered, desk.appeal_now(&sent[0]).await.undo_takes), (0, 2));
        desk.pass(9).await;
        let back = desk.undo_appeal(&sent[pressed].id).await.unwrap();
        assert_eq!((&back.draft_id, &back.case_id), (&written.draft_id, &written.case_id));
        assert_eq!((&back.fields, &back.proof), (&written.fields, &written.proof));
        let other = desk.undo_appeal(&sent[1 - pressed].id).await;
        assert_eq!(other.unwrap_err().code, ErrorCode::TooLate, "it was taken back as well");
        desk.pass(3600).await;
        assert!(desk.appeals().is_empty());
        assert_eq!(commands::outbox_list(&desk).await.unwrap().submissions, []);
        assert_eq!(desk.sites().await.offered, 3);
        for it in &blocks() {
            let view = desk.block(it).await;
            assert_eq!((view.row.review, view.row.asked_at, view.asked.len()), (ReviewOffer::Offered, None, 0));
        }

        let again = commands::appeal_begin(&desk, blocks().into()).await.unwrap();
        assert_eq!((&again.draft_id, &again.fields), (&written.draft_id, &written.fields));
        let sent = desk.send_appeal(&again.draft_id).await.unwrap();
        desk.pass(10).await;
        for one in &sent {
            desk.assert_appeal(one, Accepted, None).await;
        }
        desk.assert_appealed(2);
    }
}

#[tokio::test]
async fn when_one_request_has_left_the_rest_comes_back_as_an_appeal_of_its_own() {
    let desk = desk().await;
    let (written, [shop, blog]) = sent(&desk).await;
    commands::outbox_send_now(&desk, shop.id.clone()).await.unwrap();
    desk.idle().await;
    desk.assert_appeal(&shop, Accepted, None).await;
    assert_eq!(desk.undo_appeal(&shop.id).await.unwrap_err().code, ErrorCode::TooLate);
    assert_eq!(desk.appeal_now(&blog).await.undo_takes, 1);
    let rest = desk.undo_appeal(&blog.id).await.unwrap();
    assert_ne!(rest.draft_id, written.draft_id, "what was sent stays what it is");
    let left = |view: &AppealView| view.fields.reasons.iter().map(|one| one.block.clone()).collect::<Vec<_>>();
    assert_eq!(left(&rest), blocks()[1..]);
    assert!(rest.fields.reasons.iter().all(|one| one.reason == Some(AppealReason::Removed)));
    assert_eq!((&rest.fields.note, &rest.proof), (&written.fields.note, &written.proof));
    desk.pass(3600).await;
    desk.assert_appealed(1);
    assert_offer(&desk.row(&blocks()[1]).await, BlockStatus::Active, ReviewOffer::Offered);
    assert_eq!(desk.kept(&shop).await.proof, written.proof, "the proof stays with both");

    let again = commands::appeal_begin(&desk, blocks()[1..].into()).await.unwrap();
    assert_eq!(again.draft_id, rest.draft_id);
    let [second] = <[Asked; 1]>::try_from(desk.send_appeal(&rest.draft_id).await.unwrap()).unwrap();
    desk.pass(10).await;
    desk.assert_appeal(&second, Accepted, None).await;
    let reports: Vec<_> = desk.cloudflare().appealed().into_iter().map(|one| one.report).collect();
    assert_eq!(reports, [SHOP, BLOG]);
}

#[tokio::test]
async fn undo_after_it_left_is_too_late() {
    let desk = desk().await;
    let asked = desk.asked(&blocks()[..1]).await;
    assert_eq!(desk.undo_appeal(&asked.id).await.unwrap_err().code, ErrorCode::TooLate);
    desk.assert_appeal(&asked, Accepted, None).await;
}

#[tokio::test]
async fn the_undo_clock_can_be_stopped() {
    let desk = desk().await;
    let asked = desk.ask(&blocks()[..1]).await;
    desk.pass(4).await;
    let paused = commands::outbox_pause(&desk, asked.id.clone(), true).await.unwrap();
    assert_eq!((paused.paused, paused.due_in_ms), (true, Some(6000)));
    desk.pass(200).await;
    desk.assert_appealed(0);
    commands::outbox_pause(&desk, asked.id.clone(), false).await.unwrap();
    desk.pass(6).await;
    desk.assert_appealed(1);
}

#[tokio::test]
async fn what_waits_keeps_practice_closed_and_goes_out_at_quitting_if_the_person_says_so() {
    let desk = desk().await;
    let asked = desk.ask(&blocks()[..1]).await;
    assert_eq!(desk.waiting_to_be_sent(), 1);
    let refused = commands::practice_enter(&desk).await.unwrap_err();
    assert_eq!(refused.code, ErrorCode::WaitForReports);
    commands::app_quit(&desk, QuitChoice::SendNow).await.unwrap();
    desk.assert_appeal(&asked, Accepted, None).await;
    desk.assert_appealed(1);
}

#[tokio::test]
async fn an_appeal_that_was_put_away_is_begun_anew() {
    let desk = desk().await;
    let written = desk.written(&blocks(), AppealReason::Removed).await;
    commands::appeal_discard(&desk, written.draft_id.clone()).await.unwrap();
    let late = commands::appeal_save(&desk, written.draft_id.clone(), written.fields).await;
    assert_eq!(late.unwrap_err().code, ErrorCode::TooLate);
    let anew = commands::appeal_begin(&desk, blocks().into()).await.unwrap();
    assert_ne!(anew.draft_id, written.draft_id);
    assert!(anew.fields.note.is_empty() && anew.fields.reasons.iter().all(|one| one.reason.is_none()));
}
