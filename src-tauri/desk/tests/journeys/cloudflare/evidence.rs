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
    if shown.problems.is_empty() {
        desk.send_all(&draft.id).await.unwrap();
        desk.pass(10).await;
    }
    assert!(desk.phishfort().processed().iter().all(|one| one.files.is_empty()));
}
