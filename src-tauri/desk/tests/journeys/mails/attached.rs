//! Files inside a mail, offered and taken out.

use desk::commands;
use desk::contract::*;

use super::{forwarded, phish};
use crate::support::TestDesk;

const LINK: &str = "https://acme-login.example/secure";

async fn dropped(desk: &TestDesk) -> DraftView {
    desk.drop_files(vec![desk.file("forwarded.eml", &forwarded(LINK))]).await.unwrap().draft.unwrap()
}

#[tokio::test]
async fn the_original_inside_a_forward_is_offered_and_becomes_evidence_of_its_own() {
    let desk = TestDesk::new().await;
    let draft = dropped(&desk).await;
    let mail = &draft.found.mails[0];
    let offered = mail.attachments.iter().find(|one| one.is_mail).unwrap();
    assert_eq!((offered.name.as_str(), offered.taken), ("original.eml", false));
    let (id, at) = (mail.evidence_id.clone(), offered.at);
    let added = commands::evidence_take_attachment(&desk, draft.id.clone(), id.clone(), at).await.unwrap();
    assert_eq!(added.draft.evidence[1].name, "original.eml");
    assert_eq!(added.draft.evidence[1].kind, FileKind::Email);
    let kept = desk.folder.path().join("evidence").join(&added.draft.evidence[1].sha256);
    assert_eq!(std::fs::read(kept).unwrap().trim_ascii_end(), phish(LINK).trim_ascii_end(), "byte for byte");
    assert!(added.draft.found.mails[0].attachments.iter().any(|one| one.taken));
    let again = commands::evidence_take_attachment(&desk, draft.id, id, at).await.unwrap();
    assert_eq!(again.refused[0].reason, RefusedReason::AlreadyHere);
}

#[tokio::test]
async fn what_is_not_in_the_mail_or_not_of_this_case_is_refused() {
    let desk = TestDesk::new().await;
    let (draft, other) = (dropped(&desk).await, commands::draft_create(&desk, None).await.unwrap());
    let mail = draft.found.mails[0].evidence_id.clone();
    let taken = |draft: &DraftView, at| commands::evidence_take_attachment(&desk, draft.id.clone(), mail.clone(), at);
    assert_eq!(taken(&draft, 99).await.unwrap_err().code, ErrorCode::AttachmentGone);
    assert_eq!(taken(&other, 0).await.unwrap_err().code, ErrorCode::NotFound);
}
