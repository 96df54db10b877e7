//! Evidence: Cloudflare takes none, and of the two gravest kinds nobody keeps any.

use desk::commands;
use desk::contract::*;

use crate::support::{PNG, TestDesk, both, filing};

const TARGET: &str = "https://acme-login.example/a";

#[tokio::test]
async fn files_stay_with_phishfort_and_in_the_case() {
    let desk = TestDesk::connected().await;
    let draft = desk.draft_with(filing(TARGET), &[("page.png", PNG)]).await;
    let shown = desk.check(&draft.id).await;
    let stay = shown.advice.iter().find(|one| one.code == ProblemCode::FilesStay).unwrap();
    assert_eq!(stay.count, Some(1));
    let sent = desk.send(&draft.id).await.unwrap();
    desk.pass(10).await;
    desk.assert_filed_as_shown(&shown.previews[0], &desk.cloudflare().processed()[0]);
    let case = desk.case(&sent).await;
    assert_eq!((case.evidence.len(), case.sent[0].files.len()), (1, 0));
}

#[tokio::test]
async fn of_intimate_and_child_abuse_images_no_file_is_taken_and_none_leaves() {
    for kind in [ReportKind::Ncsei, ReportKind::Children] {
        let desk = TestDesk::connected().await;
        let fields = DraftFields { report_kind: kind, ..both(TARGET) };
        let draft = desk.draft(fields.clone()).await;
        let path = desk.file("page.png", PNG);
        let tried = desk.add_files(draft.id.clone(), vec![path]).await;
        let kept = tried.as_ref().map_or(0, |added| added.added.len());
        assert_eq!(kept, 0, "{kind:?}: {tried:?}");
        assert_eq!(commands::draft_open(&desk, Some(draft.id)).await.unwrap().unwrap().evidence, []);
    }
}

#[tokio::test]
async fn files_of_before_the_kind_was_chosen_go_to_nobody() {
    let desk = TestDesk::connected().await;
    let draft = desk.draft_with(both(TARGET), &[("page.png", PNG)]).await;
    let answers = [(ReportField::SubjectRepresentation, "no".to_owned())].into();
    let fields = DraftFields { report_kind: ReportKind::Ncsei, answers, ..both(TARGET) };
    commands::draft_save(&desk, draft.id.clone(), fields).await.unwrap();
    let shown = desk.check(&draft.id).await;
    assert!(shown.previews.iter().all(|one| one.parts.iter().all(|part| part.media_type.is_none())), "{shown:#?}");
    assert_eq!(shown.problems, []);
    desk.send_all(&draft.id).await.unwrap();
    desk.pass(10).await;
    desk.assert_processed(1);
    assert!(desk.phishfort().processed().iter().all(|one| one.files.is_empty()));
}

#[tokio::test]
async fn a_refused_report_of_such_images_leads_to_no_desk_that_asks_for_pictures() {
    let desk = TestDesk::connected().await;
    let fields = DraftFields { report_kind: ReportKind::Children, ..filing(TARGET) };
    let note = "Found by a filter on our network; nobody here looked at it.".to_owned();
    let draft = desk.draft(DraftFields { note, ..fields }).await;
    let shown = desk.check(&draft.id).await;
    let looks_again = [ProblemCode::ThinStory, ProblemCode::NoWayToSeeIt, ProblemCode::NoPath, ProblemCode::NoPicture];
    assert!(!shown.advice.iter().any(|one| looks_again.contains(&one.code)), "{:?}", shown.advice);
    let sent = desk.send(&draft.id).await.unwrap();
    desk.pass(10).await;
    desk.cloudflare().next(practice::CfStep::Denied(practice::DenialReason::NotOnCloudflare), None).unwrap();
    let case = commands::case_refresh(&desk, sent.case_id.clone()).await.unwrap();
    assert_eq!(case.can_tell, [Service::Cloudflare]);
    let told = commands::case_report_again(&desk, sent.case_id, Some(Service::Phishfort)).await;
    assert_eq!(told.unwrap_err().code, ErrorCode::TooLate);
    let unticked = DraftFields { to_cloudflare: false, to_phishfort: true, ..draft.fields };
    let draft = desk.draft(unticked).await;
    let added = desk.add_files(draft.id, vec![desk.file("page.png", PNG)]).await.unwrap();
    assert_eq!(added.refused[0].reason, RefusedReason::EvidenceOff);
}

#[tokio::test]
async fn a_legal_report_that_is_written_again_is_declared_again() {
    let desk = TestDesk::connected().await;
    let answer = |field, text: &str| (field, text.to_owned());
    let answers = [
        answer(ReportField::OriginalWork, "Our picture, https://acme.example/original.png"),
        answer(ReportField::AgentName, "Acme"),
        answer(ReportField::Name, "Jo Example"),
        answer(ReportField::Address1, "1 Example Street"),
        answer(ReportField::City, "Zurich"),
        answer(ReportField::State, "ZH"),
        answer(ReportField::Country, "Switzerland"),
        answer(ReportField::DmcaGoodFaith, "yes"),
        answer(ReportField::DmcaAuthority, "yes"),
        answer(ReportField::DmcaLiability, "yes"),
        answer(ReportField::Signature, "Jo Example"),
    ];
    let fields = DraftFields { report_kind: ReportKind::Dmca, answers: answers.into(), ..filing(TARGET) };
    let draft = desk.draft(fields).await;
    let sent = desk.send(&draft.id).await.unwrap();
    desk.pass(10).await;
    desk.cloudflare().next(practice::CfStep::Denied(practice::DenialReason::IncompleteReport), None).unwrap();
    commands::case_refresh(&desk, sent.case_id.clone()).await.unwrap();
    let again = commands::case_report_again(&desk, sent.case_id, Some(Service::Cloudflare)).await.unwrap();
    assert_eq!(again.fields.answers.get(&ReportField::AgentName).map(String::as_str), Some("Acme"));
    let missing: Vec<_> = desk.check(&again.id).await.problems.into_iter().filter_map(|one| one.report_field).collect();
    let declared =
        [ReportField::DmcaGoodFaith, ReportField::DmcaAuthority, ReportField::DmcaLiability, ReportField::Signature];
    assert_eq!(missing, declared);
}
