//! What becomes of accepted reports: asked for by itself and by the person, told once.

use desk::commands;
use desk::contract::*;
use practice::{Fault, FaultOrder, Seed, Step};

use crate::support::TestDesk;

const TARGET: &str = "https://acme-login.example/a";

fn said(case: &CaseView) -> Vec<String> {
    let said = case.timeline.iter().rev().filter(|event| event.kind == EventKind::ServiceSaid);
    said.filter_map(|event| event.text.clone()).collect()
}

fn statuses(case: &CaseView) -> Vec<CaseStatus> {
    let changes = case.timeline.iter().rev().filter(|event| event.kind == EventKind::StatusChanged);
    changes.filter_map(|event| event.status).collect()
}

#[tokio::test]
async fn a_change_of_status_reaches_the_case_by_itself() {
    let desk = TestDesk::new().await;
    let sent = desk.reported(TARGET).await;
    for (step, status, needs_you) in [
        (Step::Accepted, CaseStatus::CaseBuilding, false),
        (Step::Question, CaseStatus::ActionRequired, true),
        (Step::Accepted, CaseStatus::CaseBuilding, false),
        (Step::Accepted, CaseStatus::TakedownInProgress, false),
        (Step::TakenDown, CaseStatus::TakedownSuccess, false),
    ] {
        desk.phishfort().next(step, None).unwrap();
        desk.pass(301).await;
        let case = commands::case_read(&desk, sent.case_id.clone()).await.unwrap();
        assert_eq!((case.row.status, case.row.needs_you), (status, needs_you));
    }
    let case = commands::case_read(&desk, sent.case_id.clone()).await.unwrap();
    assert_eq!(statuses(&case).len(), 5);
    assert!(case.flags.contains(&SiteFlag { name: "contentRemoved".into(), set: true }));
    let asked = desk.phishfort().requests().len();
    desk.pass(2 * 3600).await;
    assert_eq!(desk.phishfort().requests().len(), asked, "what is over is not asked about for ever");
}

#[tokio::test]
async fn history_is_told_once_however_often_it_is_asked_for() {
    let desk = TestDesk::new().await;
    let sent = desk.reported(TARGET).await;
    desk.phishfort().next(Step::Question, None).unwrap();
    for _ in 0..3 {
        commands::case_refresh(&desk, sent.case_id.clone()).await.unwrap();
    }
    desk.pass(1000).await;
    let ask = || commands::case_refresh(&desk, sent.case_id.clone());
    let (one, two, three) = tokio::join!(ask(), ask(), ask());
    one.and(two).and(three).unwrap();
    let case = commands::case_read(&desk, sent.case_id.clone()).await.unwrap();
    let history = said(&case);
    assert_eq!(history.len(), 2, "{history:?}");
    assert_eq!(history[0], "Incident created");
    assert_eq!(statuses(&case), [CaseStatus::ActionRequired]);
}

#[tokio::test]
async fn a_status_that_nobody_knows_is_shown_as_it_came() {
    let desk = TestDesk::new().await;
    desk.phishfort().fault(FaultOrder::next_report(Fault::DropBefore { after_bytes: None, reset: true }));
    let sent = desk.reported(TARGET).await;
    let new_word = Some("sent_to_the_moon".into());
    let seed = Seed { subject: "https://other.example".into(), status: new_word, ..Seed::default() };
    let number = desk.phishfort().seed(vec![seed]).remove(0);
    commands::outbox_found(&desk, sent.id.clone(), number).await.unwrap();
    let case = commands::case_refresh(&desk, sent.case_id.clone()).await.unwrap();
    assert_eq!((case.row.status, case.row.raw_status.as_deref()), (CaseStatus::Other, Some("sent_to_the_moon")));
    assert!(!case.row.needs_you);
}

#[tokio::test]
async fn a_refresh_that_fails_says_why_and_changes_nothing() {
    let desk = TestDesk::new().await;
    let sent = desk.reported(TARGET).await;
    let failing =
        |status| Fault::Status { status, body: None, content_type: None, retry_after: None, processed: false };
    for (fault, code) in [
        (Fault::DropBefore { after_bytes: Some(0), reset: true }, ErrorCode::Unreachable),
        (failing(500), ErrorCode::ServiceFailed),
        (failing(429), ErrorCode::SlowDown),
        (failing(404), ErrorCode::NotKnownThere),
        (Fault::MalformedJson { processed: true }, ErrorCode::ServiceFailed),
        (failing(401), ErrorCode::KeyRefused),
    ] {
        let path = Some(format!("/incident/{}", desk.phishfort().processed()[0].id));
        desk.phishfort().fault(FaultOrder {
            method: Some("GET".into()),
            path_contains: path,
            ..FaultOrder::next(fault)
        });
        let refused = commands::case_refresh(&desk, sent.case_id.clone()).await.unwrap_err();
        assert_eq!(refused.code, code);
        let case = commands::case_read(&desk, sent.case_id.clone()).await.unwrap();
        assert_eq!(case.row.status, CaseStatus::PendingReview);
    }
    commands::case_refresh(&desk, sent.case_id).await.unwrap();
}

#[tokio::test]
async fn a_case_without_a_number_can_t_be_refreshed_or_opened() {
    let desk = TestDesk::new().await;
    let sent = desk.report(TARGET).await;
    let refused = commands::case_refresh(&desk, sent.case_id.clone()).await.unwrap_err();
    assert_eq!(refused.code, ErrorCode::NotKnownThere);
    let refused = commands::case_open_dashboard(&desk, sent.case_id.clone()).await.unwrap_err();
    assert_eq!(refused.code, ErrorCode::NotFound);
}

#[tokio::test]
async fn a_page_of_another_host_is_never_opened() {
    for (url, opens) in [
        ("https://dashboard.phishfort.com/incidents/A1", true),
        ("http://dashboard.phishfort.com/incidents/A1", false),
        ("https://dashboard.phishfort.com.evil.example/incidents/A1", false),
        ("https://evil.example/", false),
        ("javascript:alert(1)", false),
        ("https://user@evil.example/dashboard.phishfort.com", false),
    ] {
        let desk = TestDesk::new().await;
        let body = Some(serde_json::json!({ "message": "ok", "id": "A1", "url": url }).to_string());
        let answer = Fault::Status { status: 200, body, content_type: None, retry_after: None, processed: true };
        desk.phishfort().fault(FaultOrder::next_report(answer));
        let sent = desk.reported(TARGET).await;
        let case = commands::case_read(&desk, sent.case_id.clone()).await.unwrap();
        assert_eq!(case.can_open, opens, "{url}");
        assert_eq!(commands::case_open_dashboard(&desk, sent.case_id).await.is_ok(), opens);
        assert_eq!(desk.desktop.opened.lock().unwrap().len(), usize::from(opens));
    }
}

#[tokio::test]
async fn what_a_service_writes_is_text_and_nothing_else() {
    let desk = TestDesk::new().await;
    let body = Some(r#"{"message":"<img src=x onerror=alert(1)>\u202Egpj.exe","id":"A1"}"#.to_owned());
    let answer = Fault::Status { status: 200, body, content_type: None, retry_after: None, processed: true };
    desk.phishfort().fault(FaultOrder::next_report(answer));
    let sent = desk.reported(TARGET).await;
    let case = commands::case_read(&desk, sent.case_id).await.unwrap();
    let message = case.sent[0].message.clone().unwrap();
    assert!(message.starts_with("<img") && !message.contains('\u{202E}'), "what turns the reading is made visible");
}
