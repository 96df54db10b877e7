//! A DMCA report answered as a whole: the content is gone, or it is lawful and the person swears to that.

use desk::commands;
use desk::contract::*;
use practice::{CfReceivedSeed, CfSiteStep, Fault};
use serde_json::json;

use crate::support::{Asked, TestDesk, answers, assert_offer, block, dmca, received};
use AppealForm::{ContentRemoved, CounterNotice};
use AppealProblemCode::{AppealOpen, Missing, NotEligible, NotTicked};
use SubmissionReason as Why;
use SubmissionState::{Accepted, NeedsPerson, Unsure};

const FILM: &str = "film/1";

async fn desk() -> TestDesk {
    TestDesk::with_sites(vec![dmca(FILM, &[("m-1", "active"), ("m-2", "pending")])]).await
}

async fn begun(desk: &TestDesk, form: AppealForm) -> AppealView {
    commands::appeal_begin_report(desk, FILM.into(), form).await.unwrap()
}

/// Says that the content is gone, and lets the undo window end.
async fn gone(desk: &TestDesk) -> Asked {
    let begun = begun(desk, ContentRemoved).await;
    let asked = desk.send_appeal(&begun.draft_id).await.unwrap().remove(0);
    desk.pass(10).await;
    asked
}

async fn report(desk: &TestDesk) -> ReceivedReportView {
    commands::sites_report(desk, FILM.into()).await.unwrap()
}

#[tokio::test]
async fn that_the_content_is_gone_is_asked_in_just_these_words() {
    let desk = desk().await;
    let begun = begun(&desk, ContentRemoved).await;
    let told = begun.eligibility.unwrap();
    assert_eq!((told.appealable, told.has_open_appeal, told.max_appeals), (true, Some(false), Some(2)));
    assert!(begun.report.is_some_and(|report| report.dmca) && begun.blocks.is_empty());
    let shown = desk.check_appeal(&begun.draft_id).await;
    assert_eq!((shown.problems, shown.previews.len()), (vec![], 1));
    let asked = gone(&desk).await;
    desk.assert_appealed_as_shown(&shown.previews);
    assert_eq!(desk.cloudflare().appealed()[0].text, r#"{"type":"content_removed"}"#);
    let now = desk.assert_appeal(&asked, Accepted, None).await;
    assert_eq!((now.appeal.unwrap().form, now.addresses), (ContentRemoved, 0));
    assert_eq!(desk.row(&block(FILM, "m-1")).await.status, BlockStatus::InReview);
    assert_eq!(desk.row(&block(FILM, "m-2")).await.status, BlockStatus::Cancelled);
    let report = report(&desk).await;
    let kinds: Vec<_> = report.timeline.iter().rev().map(|event| event.kind).collect();
    assert_eq!(kinds, [EventKind::Confirmed, EventKind::Sent, EventKind::Accepted]);
    assert_eq!(report.eligibility.unwrap().has_open_appeal, Some(true));
}

#[tokio::test]
async fn a_counter_notice_says_what_the_person_typed_and_nothing_is_sworn_for_them() {
    let desk = desk().await;
    let profile = ProfileView { id: "legal".into(), company: "Acme Ltd".into(), ..ProfileView::default() };
    let change = PreferencesChange { profiles: Some(vec![profile]), ..PreferencesChange::default() };
    commands::preferences_save(&desk, change).await.unwrap();
    let begun = begun(&desk, CounterNotice).await;
    let notice = &begun.fields.notice;
    assert_eq!((notice.full_name.as_str(), notice.email.as_str()), ("Jo Example", "jo@acme.example"));
    assert_eq!(notice.urls, "https://film1.acme.example/sale");
    let sworn = (notice.perjury_attestation, notice.jurisdiction_consent, notice.signature.as_str());
    assert_eq!(sworn, (false, false, ""), "never by us");
    let problems = desk.check_appeal(&begun.draft_id).await.problems;
    assert!(problems.iter().any(|one| one.code == NotTicked) && problems.iter().any(|one| one.code == Missing));
    assert_eq!(desk.send_appeal(&begun.draft_id).await.unwrap_err().code, ErrorCode::NotReady);

    let mut fields = begun.fields;
    fields.notice = CounterNoticeFields {
        street_address: "1 Example Street".into(),
        city: "Zürich".into(),
        state: "ZH".into(),
        country: "Switzerland".into(),
        zip_code: "8000".into(),
        phone_number: "+44 20 7946 0000".into(),
        perjury_attestation: true,
        jurisdiction_consent: true,
        ..fields.notice
    };
    let unsigned = commands::appeal_save(&desk, begun.draft_id.clone(), fields.clone()).await.unwrap();
    let problems = desk.check_appeal(&unsigned.draft_id).await.problems;
    let left: Vec<_> = problems.iter().map(|one| (one.code, one.field)).collect();
    assert_eq!(left, [(Missing, Some(AppealField::Signature))]);
    fields.notice.signature = "Jo Example".into();
    commands::appeal_save(&desk, begun.draft_id.clone(), fields).await.unwrap();
    let shown = desk.check_appeal(&begun.draft_id).await;
    assert_eq!(shown.problems, []);
    desk.send_appeal(&begun.draft_id).await.unwrap();
    desk.pass(10).await;
    desk.assert_appealed_as_shown(&shown.previews);
    let expected = json!({ "type": "counter_notice", "data": {
        "full_name": "Jo Example", "company": "Acme Ltd", "street_address": "1 Example Street", "city": "Zürich",
        "state": "ZH", "country": "Switzerland", "zip_code": "8000", "phone_number": "+44 20 7946 0000",
        "email": "jo@acme.example", "urls": ["https://film1.acme.example/sale"], "perjury_attestation": true,
        "jurisdiction_consent": true, "signature": "Jo Example",
    } });
    assert_eq!(desk.cloudflare().appealed()[0].body, expected);
}

#[tokio::test]
async fn an_open_appeal_stops_a_second_one() {
    let desk = desk().await;
    gone(&desk).await;
    for form in [ContentRemoved, CounterNotice] {
        let second = begun(&desk, form).await;
        assert!(desk.appeal_problems(&second.draft_id).await.contains(&AppealOpen));
        assert_eq!(desk.send_appeal(&second.draft_id).await.unwrap_err().code, ErrorCode::NotReady);
    }
    desk.pass(3600).await;
    desk.assert_appealed(1);
}

#[tokio::test]
async fn used_up_appeals_and_reports_without_anything_to_undo_stop_it() {
    let used_up = CfReceivedSeed { appeal_count: 2, ..dmca(FILM, &[("m-1", "active")]) };
    for seed in [used_up, dmca(FILM, &[("m-1", "removed")])] {
        let desk = TestDesk::with_sites(vec![seed]).await;
        let begun = begun(&desk, ContentRemoved).await;
        assert!(!begun.eligibility.unwrap().appealable);
        assert_eq!(desk.appeal_problems(&begun.draft_id).await, [NotEligible]);
        assert_eq!(desk.send_appeal(&begun.draft_id).await.unwrap_err().code, ErrorCode::NotReady);
        desk.assert_appealed(0);
    }
}

#[tokio::test]
async fn another_report_than_a_dmca_one_is_not_answered_as_a_whole() {
    let desk = TestDesk::with_sites(vec![received("phish", &[("m-1", "active")])]).await;
    for (report, form, code) in [
        ("phish", ContentRemoved, ErrorCode::BadRequest),
        ("phish", CounterNotice, ErrorCode::BadRequest),
        ("none", ContentRemoved, ErrorCode::NotFound),
    ] {
        let refused = commands::appeal_begin_report(&desk, report.into(), form).await;
        assert_eq!(refused.unwrap_err().code, code);
    }
    let desk = self::desk().await;
    let refused = commands::appeal_begin_report(&desk, FILM.into(), AppealForm::Blocks).await;
    assert_eq!(refused.unwrap_err().code, ErrorCode::BadRequest);
    let asked = desk.asked(&[block(FILM, "m-1")]).await;
    desk.assert_appeal(&asked, Accepted, None).await;
}

#[tokio::test]
async fn where_cloudflare_can_t_be_asked_that_is_said_and_it_decides_itself() {
    let desk = desk().await;
    let eligibility = practice::FaultOrder {
        path_contains: Some("/appeals/eligibility".into()),
        ..practice::FaultOrder::next(answers(503, false))
    };
    desk.cloudflare().fault(eligibility.times(2));
    let begun = begun(&desk, ContentRemoved).await;
    assert_eq!((begun.eligibility, begun.following), (None, Following::Failed));
    assert_eq!(desk.appeal_problems(&begun.draft_id).await, []);
    let asked = gone(&desk).await;
    desk.assert_appeal(&asked, Accepted, None).await;
    desk.assert_appealed(1);
}

#[tokio::test]
async fn a_lost_answer_is_found_by_the_count_of_appeals() {
    let desk = desk().await;
    desk.spoil_appeal(Fault::DropAfter { reset: true });
    let asked = gone(&desk).await;
    desk.assert_appeal(&asked, Unsure, Some(Why::NoAnswer)).await;
    desk.pass(5).await;
    desk.assert_appeal(&asked, Accepted, Some(Why::FoundThere)).await;
    desk.pass(3600).await;
    desk.assert_appealed(1);
}

#[tokio::test]
async fn what_did_not_arrive_is_asked_about_and_never_sent_again_by_itself() {
    let desk = desk().await;
    desk.spoil_appeal(Fault::DropBefore { after_bytes: None, reset: true });
    let asked = gone(&desk).await;
    desk.pass(1300).await;
    desk.assert_appeal(&asked, NeedsPerson, Some(Why::NotFoundThere)).await;
    assert_eq!(desk.appeals().len(), 1);
    commands::outbox_send_again(&desk, asked.id.clone()).await.unwrap();
    desk.idle().await;
    desk.assert_appeal(&asked, Accepted, None).await;
    desk.assert_appealed(1);
}

#[tokio::test]
async fn it_is_followed_until_it_is_decided() {
    for (step, status, offer) in [
        (CfSiteStep::ReviewLifted, BlockStatus::Removed, ReviewOffer::Lifted),
        (CfSiteStep::ReviewKept, BlockStatus::Active, ReviewOffer::Offered),
    ] {
        let desk = desk().await;
        gone(&desk).await;
        desk.cloudflare().next_site(step).unwrap();
        desk.pass(301).await;
        let row = desk.row(&block(FILM, "m-1")).await;
        assert_offer(&row, status, offer);
        assert_eq!(row.kept, step == CfSiteStep::ReviewKept);
        let report = report(&desk).await;
        assert_eq!(report.eligibility.unwrap().has_open_appeal, Some(false));
        let before = desk.cloudflare().requests().len();
        desk.pass(1200).await;
        let asked = desk.cloudflare().requests().split_off(before);
        assert!(asked.iter().all(|one| !one.path.contains("eligibility")), "nothing is waited for any more");
    }
}
