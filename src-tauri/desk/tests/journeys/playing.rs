//! Practice: its own data, its own services, no key; the real thing is as it was.

use desk::commands;
use desk::contract::*;
use practice::{Fault, FaultOrder};

use crate::support::{End, TestDesk, fields, key};

async fn rows(desk: &TestDesk) -> Vec<CaseRow> {
    commands::cases_list(desk, CasesRequest::default()).await.unwrap().rows
}

#[tokio::test]
async fn practice_opens_on_a_lived_in_week() {
    let desk = TestDesk::new().await;
    assert_eq!(commands::practice_enter(&desk).await.unwrap().mode, Mode::Practice);
    let week = rows(&desk).await;
    assert_eq!(week.len(), 12);
    let having = |status| week.iter().filter(|row| row.status == status).count();
    assert_eq!((having(CaseStatus::ActionRequired), having(CaseStatus::Unsure), having(CaseStatus::Draft)), (1, 1, 1));
    for row in &week {
        let case = commands::case_read(&desk, row.id.clone()).await.unwrap();
        let now = domain::Moment::parse_iso(&case.timeline[0].at).unwrap();
        assert!(now <= desk.time(), "nothing in it lies ahead");
        assert!(!case.can_open, "practice is no part of the real dashboard");
    }
    let steps = commands::practice_checklist(&desk).await.unwrap().steps;
    assert_eq!(steps.len(), 6);
    assert!(steps.iter().all(|step| !step.done), "{steps:?}");
}

#[tokio::test]
async fn real_data_and_the_real_key_are_not_touched_by_practice() {
    let desk = TestDesk::new().await;
    let real = desk.reported("https://real.example/a").await;
    let (asked, seen) = (desk.keys.asked(), desk.phishfort().requests().len());
    commands::practice_enter(&desk).await.unwrap();
    let draft = desk.draft(fields("https://acme-practice.example/a")).await;
    assert_eq!(desk.check(&draft.id).await.problems, [], "practice needs no key");
    desk.send(&draft.id).await.unwrap();
    desk.pass(60).await;
    assert_eq!(rows(&desk).await.len(), 13);
    commands::connection_read(&desk, Service::Phishfort).await.unwrap();
    commands::app_counts(&desk).await.unwrap();
    let typed = key("a-real-key-typed-in-practice");
    let refused = commands::connection_save_key(&desk, Service::Phishfort, typed).await.unwrap_err();
    assert_eq!(refused.code, ErrorCode::PracticeNoKey);
    assert_eq!(commands::case_read(&desk, real.case_id.clone()).await.unwrap_err().code, ErrorCode::NotFound);
    assert_eq!(desk.keys.asked(), asked, "no key was asked for");
    assert_eq!(desk.phishfort().requests().len(), seen, "nor the real service");
    assert_eq!(desk.played.lock().unwrap()[0].processed().len(), 1);

    assert_eq!(commands::practice_leave(&desk).await.unwrap().mode, Mode::Real);
    assert_eq!(rows(&desk).await.len(), 1);
    desk.assert_state(&real, SubmissionState::Accepted, None).await;
    desk.reported("https://real-again.example/a").await;
    desk.assert_processed(2);
}

#[tokio::test]
async fn practice_can_be_left_and_entered_again_at_once_and_keeps_its_data() {
    let desk = TestDesk::new().await;
    commands::practice_enter(&desk).await.unwrap();
    let draft = desk.draft(fields("https://acme-practice.example/a")).await;
    for _ in 0..3 {
        commands::practice_leave(&desk).await.unwrap();
        commands::practice_enter(&desk).await.unwrap();
    }
    assert_eq!(rows(&desk).await.len(), 13);
    assert_eq!(desk.check(&draft.id).await.draft.fields.target, "https://acme-practice.example/a");
    let done = commands::practice_checklist(&desk).await.unwrap();
    let connected = done.steps.iter().find(|item| item.step == ChecklistStep::ConnectForReal).unwrap();
    assert!(connected.done);
}

#[tokio::test]
async fn starting_over_brings_a_fresh_week() {
    let desk = TestDesk::new().await;
    commands::practice_enter(&desk).await.unwrap();
    desk.draft(fields("https://acme-practice.example/a")).await;
    assert_eq!(commands::practice_reset(&desk).await.unwrap().mode, Mode::Practice);
    assert_eq!(rows(&desk).await.len(), 12);
    let fresh = commands::practice_checklist(&desk).await.unwrap();
    assert!(fresh.steps.iter().all(|item| !item.done));
}

#[tokio::test]
async fn what_happens_next_is_what_the_person_asked_for() {
    let desk = TestDesk::new().await;
    commands::practice_enter(&desk).await.unwrap();
    let sent = desk.reported("https://acme-practice.example/a").await;
    for (step, status) in [
        (PracticeStep::Accepted, CaseStatus::CaseBuilding),
        (PracticeStep::Question, CaseStatus::ActionRequired),
        (PracticeStep::TakenDown, CaseStatus::TakedownSuccess),
    ] {
        commands::practice_next(&desk, step).await.unwrap();
        let case = commands::case_read(&desk, sent.case_id.clone()).await.unwrap();
        assert_eq!(case.row.status, status);
    }
    let done = commands::practice_checklist(&desk).await.unwrap();
    let is_done = |step| done.steps.iter().find(|item| item.step == step).unwrap().done;
    assert!(is_done(ChecklistStep::SendReport) && is_done(ChecklistStep::MakeTimePass));
    assert!(!is_done(ChecklistStep::AnswerLost) && !is_done(ChecklistStep::UndoOnce));
}

#[tokio::test]
async fn every_mishap_of_practice_happens_to_the_next_report() {
    let desk = TestDesk::new().await;
    commands::practice_enter(&desk).await.unwrap();
    for (n, (step, state)) in [
        (PracticeStep::LoseAnswer, SubmissionState::Unsure),
        (PracticeStep::SlowDown, SubmissionState::Deferred),
        (PracticeStep::Unreachable, SubmissionState::Deferred),
        (PracticeStep::RefuseKey, SubmissionState::NeedsPerson),
    ]
    .into_iter()
    .enumerate()
    {
        commands::practice_next(&desk, step).await.unwrap();
        let sent = desk.reported(&format!("https://acme-{n}.example/practice")).await;
        let now = desk.now(&sent).await;
        assert_eq!(now.state, state, "{step:?}: {now:#?}");
        if step == PracticeStep::RefuseKey {
            commands::outbox_send_again(&desk, sent.id.clone()).await.unwrap();
        }
        desk.pass(120).await;
        assert_eq!(desk.now(&sent).await.state, SubmissionState::Accepted, "{step:?}");
    }
}

#[tokio::test]
async fn outside_practice_its_acts_are_refused() {
    let desk = TestDesk::new().await;
    let next = commands::practice_next(&desk, PracticeStep::Accepted).await.unwrap_err();
    let reset = commands::practice_reset(&desk).await.unwrap_err();
    let mail = commands::practice_sample_email(&desk).await.unwrap_err();
    assert_eq!([next.code, reset.code, mail.code], [ErrorCode::PracticeOnly; 3]);
}

#[tokio::test]
async fn the_samples_make_a_report_that_is_ready() {
    let desk = TestDesk::new().await;
    commands::practice_enter(&desk).await.unwrap();
    let draft = commands::practice_sample_email(&desk).await.unwrap();
    assert_eq!(desk.check(&draft.id).await.problems, []);
    *desk.desktop.folder.lock().unwrap() = Some(desk.lying_about.path().to_owned());
    let saved = commands::practice_save_samples(&desk).await.unwrap();
    assert_eq!(saved.names.len(), 3);
    let paths = saved.names.iter().map(|name| desk.lying_about.path().join(name)).collect();
    let added = desk.add_files(draft.id, paths).await.unwrap();
    assert!(added.draft.unwrap().evidence.iter().all(|one| one.problem.is_none()));
}

#[tokio::test]
async fn the_app_starts_again_where_it_was_in_practice() {
    let mut desk = TestDesk::new().await;
    commands::practice_enter(&desk).await.unwrap();
    commands::practice_leave(&desk).await.unwrap();
    assert_eq!(commands::app_start(&desk).await.unwrap().mode, Mode::Real);
    desk.restart(End::Closed).await;
    assert_eq!(commands::app_start(&desk).await.unwrap().mode, Mode::Real);
}

#[tokio::test]
async fn practice_waits_for_reports_that_are_about_to_leave() {
    let desk = TestDesk::new().await;
    let sent = desk.report("https://real.example/a").await;
    let refused = commands::practice_enter(&desk).await.unwrap_err();
    assert_eq!(refused.code, ErrorCode::WaitForReports);
    desk.pass(10).await;
    desk.assert_state(&sent, SubmissionState::Accepted, None).await;
    commands::practice_enter(&desk).await.unwrap();
}

#[tokio::test]
async fn a_report_that_begins_to_leave_while_practice_opens_is_not_forgotten() {
    let desk = TestDesk::new().await;
    let slow = Fault::Status { status: 429, body: None, content_type: None, retry_after: None, processed: false };
    desk.phishfort().fault(FaultOrder::next_report(slow));
    let sent = desk.reported("https://real.example/a").await;
    desk.assert_state(&sent, SubmissionState::Deferred, Some(SubmissionReason::SlowDown)).await;
    desk.phishfort().fault(FaultOrder::next_report(Fault::DelayMs { ms: 3000, processed: true }));
    desk.door.open.send_replace(false);
    let entering = commands::practice_enter(&desk);
    let leaving = async {
        desk.door.knocked.notified().await;
        desk.jump(120);
        desk.phishfort().until_processed(1).await;
        desk.door.open.send_replace(true);
    };
    let (entered, ()) = tokio::join!(entering, leaving);
    if entered.is_ok() {
        commands::practice_leave(&desk).await.unwrap();
    }
    desk.pass(60).await;
    let now = desk.now(&sent).await;
    assert_eq!(now.state, SubmissionState::Accepted, "{now:#?}");
    desk.assert_processed(1);
}
