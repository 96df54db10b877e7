//! What points at the victim, pointed out and taken out.

use desk::commands;
use desk::contract::*;

use super::phish;
use crate::support::TestDesk;

/// The victim's address, in base64.
const LINK: &str = "https://acme-login.example/secure?id=4711&u=a2ltQGN1c3RvbWVyLmV4YW1wbGU=";

async fn dropped(desk: &TestDesk) -> CheckView {
    let draft = desk.drop_files(vec![desk.file("phish.eml", &phish(LINK))]).await.unwrap().draft.unwrap();
    desk.check(&draft.id).await
}

#[tokio::test]
async fn what_names_the_victim_is_taken_out_of_what_is_sent_and_stays_in_the_case() {
    let desk = TestDesk::new().await;
    let checked = dropped(&desk).await;
    let in_address = checked.personal.iter().find(|one| one.field == FieldId::Target).unwrap();
    assert_eq!((in_address.kind, in_address.part), (PersonalKind::EncodedAddress, Some(AddressPart::Query)));
    assert_eq!(in_address.says.as_deref(), Some("kim@customer[.]example"));
    let file = checked.personal.iter().find(|one| one.kind == PersonalKind::NamesRecipient).unwrap();
    assert!(file.removable && file.text.contains("kim@customer[.]example"), "{file:?}");

    let ids = checked.personal.iter().filter(|one| one.removable).map(|one| one.id.clone()).collect();
    let cleaned = commands::personal_remove(&desk, checked.draft.id.clone(), ids).await.unwrap();
    assert_eq!(cleaned.fields.target, "https://acme-login.example/secure?id=4711");
    assert!(!cleaned.evidence[0].send, "the mail stays with the case");
    let checked = desk.check(&cleaned.id).await;
    assert_eq!(checked.personal, []);

    let sent = desk.send(&cleaned.id).await.unwrap();
    desk.pass(10).await;
    let received = format!("{:?}", desk.assert_received_as_shown(&checked));
    for secret in ["a2ltQGN1c3RvbWVy", "kim@", "kim%40"] {
        assert!(!received.contains(secret), "{secret} left");
    }
    let kept = desk.folder.path().join("evidence").join(&cleaned.evidence[0].sha256);
    assert_eq!(std::fs::read(kept).unwrap(), phish(LINK), "the original, sealed");
    let case = commands::case_read(&desk, sent.case_id).await.unwrap();
    let told = case.timeline.iter().find(|one| one.kind == EventKind::PersonalRemoved).unwrap();
    assert!(told.text.as_ref().unwrap().contains("u=a2ltQGN1c3RvbWVy"), "how it was before: {told:?}");
}

#[tokio::test]
async fn where_the_mail_itself_is_reported_its_head_goes_along_and_that_is_said() {
    let desk = TestDesk::new().await;
    let checked = dropped(&desk).await;
    let fields = DraftFields { target: "billing@acme-support.example".into(), ..checked.draft.fields };
    commands::draft_save(&desk, checked.draft.id.clone(), fields).await.unwrap();
    let checked = desk.check(&checked.draft.id).await;
    assert_eq!(
        checked.personal.iter().map(|one| (one.kind, one.removable)).collect::<Vec<_>>(),
        [(PersonalKind::NamesRecipient, false)]
    );
    let ids = checked.personal.iter().map(|one| one.id.clone()).collect();
    let after = commands::personal_remove(&desk, checked.draft.id, ids).await.unwrap();
    assert!(after.evidence[0].send, "what can't be taken out stays");
}

#[tokio::test]
async fn a_name_in_the_note_goes_and_the_reporters_own_address_is_left_alone() {
    let desk = TestDesk::new().await;
    let checked = dropped(&desk).await;
    let note = "Kim Sample (kim@customer.example) got it from billing@acme-support.example, says jo@acme.example.";
    let fields = DraftFields { note: note.into(), ..checked.draft.fields };
    commands::draft_save(&desk, checked.draft.id.clone(), fields).await.unwrap();
    let checked = desk.check(&checked.draft.id).await;
    let ids = checked.personal.iter().filter(|one| one.field == FieldId::Note).map(|one| one.id.clone()).collect();
    let after = commands::personal_remove(&desk, checked.draft.id, ids).await.unwrap();
    let note = after.fields.note;
    assert!(!note.contains("kim@") && !note.contains("Kim Sample"), "{note}");
    assert!(note.contains("billing@acme-support.example") && note.contains("jo@acme.example"), "{note}");
}

#[tokio::test]
async fn a_text_that_names_the_victim_is_pointed_out_and_stays_with_the_case() {
    let desk = TestDesk::new().await;
    let text = "From a customer: kim@customer.example saw https://acme-login.example/a?e=kim%40customer.example today.";
    let draft = commands::draft_take_text(&desk, None, text.into()).await.unwrap().draft;
    let checked = desk.check(&draft.id).await;
    let file = checked.personal.iter().find(|one| one.kind == PersonalKind::NamesRecipient).unwrap();
    assert!(file.removable && file.text.contains("kim@customer[.]example"), "{file:?}");
    let ids = checked.personal.iter().map(|one| one.id.clone()).collect();
    let after = commands::personal_remove(&desk, draft.id, ids).await.unwrap();
    assert_eq!((after.fields.target.as_str(), after.evidence[0].send), ("https://acme-login.example/a", false));
}

#[tokio::test]
async fn the_name_of_a_file_goes_along_too_and_can_lose_the_victim() {
    let desk = TestDesk::new().await;
    let path = desk.file("mail for kim@customer.example.png", crate::support::PNG);
    let draft = desk.draft(crate::support::fields("https://acme-login.example/a")).await;
    let draft = desk.add_files(draft.id, vec![path]).await.unwrap().draft.unwrap();
    let checked = desk.check(&draft.id).await;
    let named = checked.personal.iter().find(|one| one.field == FieldId::Evidence).unwrap();
    let after = commands::personal_remove(&desk, draft.id, vec![named.id.clone()]).await.unwrap();
    assert_eq!(after.evidence[0].name, "mail for [removed].png");
    assert!(after.evidence[0].send, "the picture itself goes along");
    assert!(!after.evidence[0].sent_name.as_ref().unwrap().contains("kim"), "{:?}", after.evidence[0].sent_name);
}

#[tokio::test]
async fn our_own_mailboxes_are_nobodys_secret() {
    let desk = TestDesk::new().await;
    let mail = String::from_utf8(phish("https://acme-login.example/a")).unwrap();
    let mail = mail.replace("Kim Sample <kim@customer.example>", "Abuse <abuse@acme.example>");
    let draft = desk.drop_files(vec![desk.file("phish.eml", mail.as_bytes())]).await.unwrap().draft.unwrap();
    assert_eq!(desk.check(&draft.id).await.personal, []);
}

#[tokio::test]
async fn whoever_gets_a_mail_from_themselves_is_not_offered_as_the_sender() {
    let desk = TestDesk::new().await;
    let mail = String::from_utf8(phish("https://www.acme.example/a")).unwrap();
    let mail = mail.replace("Acme Billing <billing@acme-support.example>", "Kim Sample <kim@customer.example>");
    let draft = desk.drop_files(vec![desk.file("self.eml", mail.as_bytes())]).await.unwrap().draft.unwrap();
    assert_eq!((draft.found.question, draft.found.sender), (None, None));
}

#[tokio::test]
async fn every_text_that_cloudflare_gets_is_looked_through() {
    let desk = TestDesk::connected().await;
    let answers = [
        (ReportField::Justification, "It asks Kim Sample for her card number on the first page.".to_owned()),
        (ReportField::Comments, "Seen by kim@customer.example on a phone.".to_owned()),
    ];
    let draft = desk.drop_files(vec![desk.file("phish.eml", &phish(LINK))]).await.unwrap().draft.unwrap();
    let fields = DraftFields { to_cloudflare: true, answers: answers.into(), ..draft.fields };
    commands::draft_save(&desk, draft.id.clone(), fields).await.unwrap();
    let checked = desk.check(&draft.id).await;
    let told = checked.personal.iter().filter_map(|one| one.report_field).collect::<Vec<_>>();
    assert_eq!(told, [ReportField::Justification, ReportField::Comments]);
    let ids = checked.personal.iter().map(|one| one.id.clone()).collect();
    commands::personal_remove(&desk, draft.id.clone(), ids).await.unwrap();
    let checked = desk.check(&draft.id).await;
    let sent = format!("{:?}", checked.previews);
    assert!(!sent.contains("Kim Sample") && !sent.contains("kim@"), "{sent}");
}
