//! Our sites and the cases are two sides: no list, count or command of cases shows or changes an appeal.

use desk::commands;
use desk::contract::*;

use crate::support::{PNG, SHOP, TestDesk, block, fields};

/// One appeal being written, with a piece of proof, and one that was sent.
async fn desk_with_appeals() -> (TestDesk, AppealView, SubmissionView) {
    let desk = TestDesk::with_shop(&[("m-1", "active"), ("m-2", "active")]).await;
    let sent = desk.asked(&[block(SHOP, "m-2")]).await;
    let written = desk.written(&[block(SHOP, "m-1")], AppealReason::Removed).await;
    desk.desktop.picks.lock().unwrap().push_back(vec![desk.file("gone.png", PNG)]);
    let proved = commands::appeal_proof_pick(&desk, written.draft_id).await.unwrap().appeal;
    let sent = desk.appeal_now(&sent).await;
    (desk, proved, sent)
}

#[tokio::test]
async fn no_list_or_count_of_cases_shows_an_appeal() {
    let (desk, ..) = desk_with_appeals().await;
    for filter in [CaseFilter::All, CaseFilter::NeedsYou, CaseFilter::Waiting, CaseFilter::Done, CaseFilter::Drafts] {
        for search in ["", "shop1", "gone"] {
            let request = CasesRequest { filter, search: search.into(), ..CasesRequest::default() };
            let cases = commands::cases_list(&desk, request).await.unwrap();
            assert_eq!((cases.rows.len(), cases.total, cases.counts.all, cases.counts.drafts), (0, 0, 0, 0));
        }
    }
    let counts = commands::app_counts(&desk).await.unwrap();
    assert_eq!((counts.sites_needs_you, counts.needs_you), (1, 0), "{counts:#?}");
    let start = commands::app_start(&desk).await.unwrap();
    assert_eq!(start.held, 0);
    assert_eq!(commands::outbox_list(&desk).await.unwrap().submissions, []);
}

#[tokio::test]
async fn no_command_of_reports_opens_or_changes_an_appeal() {
    let (desk, appeal, _) = desk_with_appeals().await;
    let id = || appeal.draft_id.clone();
    let proof = || appeal.proof[0].id.clone();
    let codes = [
        commands::draft_open(&desk, Some(id())).await.err(),
        commands::draft_save(&desk, id(), fields("https://acme-login.example/a")).await.err(),
        commands::draft_check(&desk, id()).await.err(),
        commands::draft_send(&desk, id(), String::new()).await.err(),
        commands::draft_delete(&desk, id()).await.err(),
        commands::draft_restore(&desk, id()).await.err(),
        commands::evidence_pick(&desk, id()).await.err(),
        commands::evidence_paste(&desk, id()).await.err(),
        commands::evidence_remove(&desk, id(), proof()).await.err(),
        commands::evidence_move(&desk, id(), proof(), Direction::Up).await.err(),
        commands::evidence_rename(&desk, id(), proof(), "other".into()).await.err(),
        commands::evidence_send(&desk, id(), proof(), true).await.err(),
    ];
    for (place, error) in codes.into_iter().enumerate() {
        assert_eq!(error.map(|error| error.code), Some(ErrorCode::NotFound), "command {place}");
    }
    let now = commands::appeal_open(&desk, Some(id())).await.unwrap().unwrap();
    assert_eq!(now, appeal, "nothing of it changed");
    assert!(commands::evidence_thumbnail(&desk, proof()).await.is_ok(), "its proof can be looked at");
}

#[tokio::test]
async fn no_command_of_cases_opens_or_changes_an_appeal() {
    let (desk, appeal, sent) = desk_with_appeals().await;
    for case in [&appeal.case_id, &sent.case_id] {
        let codes = [
            commands::case_read(&desk, case.clone()).await.err(),
            commands::case_refresh(&desk, case.clone()).await.err(),
            commands::case_note(&desk, case.clone(), "a note".into()).await.err(),
            commands::case_report_again(&desk, case.clone(), None).await.err(),
            commands::case_open_dashboard(&desk, case.clone()).await.err(),
        ];
        for (place, error) in codes.into_iter().enumerate() {
            assert_eq!(error.map(|error| error.code), Some(ErrorCode::NotFound), "command {place}");
        }
    }
    assert_eq!(commands::case_settle(&desk, sent.id).await.unwrap_err().code, ErrorCode::TooLate);
    let now = commands::appeal_open(&desk, Some(appeal.draft_id.clone())).await.unwrap().unwrap();
    assert_eq!(now, appeal);
}

#[tokio::test]
async fn no_command_of_appeals_opens_or_changes_a_report() {
    let desk = TestDesk::connected().await;
    let draft = desk.draft_with(fields("https://acme-login.example/a"), &[("page.png", PNG)]).await;
    let id = || draft.id.clone();
    let codes = [
        commands::appeal_open(&desk, Some(id())).await.err(),
        commands::appeal_save(&desk, id(), AppealFields::default()).await.err(),
        commands::appeal_check(&desk, id()).await.err(),
        commands::appeal_send(&desk, id(), String::new()).await.err(),
        commands::appeal_proof_pick(&desk, id()).await.err(),
        commands::appeal_proof_paste(&desk, id()).await.err(),
        commands::appeal_proof_remove(&desk, id(), draft.evidence[0].id.clone()).await.err(),
        commands::appeal_discard(&desk, id()).await.err(),
    ];
    for (place, error) in codes.into_iter().enumerate() {
        assert_eq!(error.map(|error| error.code), Some(ErrorCode::NotFound), "command {place}");
    }
    assert_eq!(commands::draft_open(&desk, Some(id())).await.unwrap(), Some(draft));
}

#[tokio::test]
async fn what_is_dropped_on_an_open_appeal_becomes_its_proof_and_no_report() {
    let (desk, appeal, _) = desk_with_appeals().await;
    commands::appeal_open(&desk, Some(appeal.draft_id.clone())).await.unwrap();
    let text = desk.file("mail from the web team.txt", b"It is gone, I looked.");
    let dropped = desk.drop_files(vec![text]).await.unwrap();
    assert_eq!((dropped.draft, dropped.added.len()), (None, 1));
    let now = commands::appeal_open(&desk, Some(appeal.draft_id.clone())).await.unwrap().unwrap();
    assert_eq!(now.proof.len(), 2);
    assert_eq!(commands::cases_list(&desk, CasesRequest::default()).await.unwrap().total, 0);
    commands::appeal_open(&desk, None).await.unwrap();
    desk.drop_files(vec![desk.file("page.png", PNG)]).await.unwrap();
    assert_eq!(commands::cases_list(&desk, CasesRequest::default()).await.unwrap().total, 1, "else a report begins");
}
