//! What the draft gets.

use intake::reading::{Came, Place, Source};

use super::support::{BAD, Settings, link, mail, mailbox};
use crate::contract::{ClientView, DraftFields};

fn client(id: &str, name: &str) -> ClientView {
    ClientView { id: id.into(), name: name.into() }
}

#[test]
fn the_one_likely_address_becomes_the_target_and_the_mail_tells_itself_in_the_note() {
    let settings = Settings::default();
    let found = settings.found([mail(vec![link(BAD, Place::Button, "Confirm your card")])]);
    let (fields, filled) = settings.filled(DraftFields::default(), &found);
    assert!(filled);
    assert_eq!(fields.target, BAD);
    assert_eq!(
        fields.note,
        "Phishing email “Your Acme account will be closed today” from Acme Billing <billing@acme-support[.]example>, \
         dated 2026-11-23 08:12 UTC. First received from mail[.]acme-support[.]example [203[.]0[.]113[.]25]. \
         We have the original email, with its full headers. It poses as Acme. The genuine site is acme.example."
    );
    assert!(!fields.note.contains("kim"), "nobody to whom it was sent is named");
}

#[test]
fn nothing_that_was_typed_is_written_over() {
    let settings = Settings::default();
    let found = settings.found([mail(vec![link(BAD, Place::Button, "Confirm")])]);
    let typed = DraftFields { target: "https://other.example/".into(), ..DraftFields::default() };
    assert_eq!(settings.filled(typed.clone(), &found), (typed, false));
    let noted = DraftFields { note: "Called in by a customer.".into(), ..DraftFields::default() };
    let (fields, filled) = settings.filled(noted, &found);
    assert_eq!((fields.target.as_str(), fields.note.as_str(), filled), (BAD, "Called in by a customer.", true));
}

#[test]
fn how_the_mail_came_stands_in_the_note() {
    let settings = Settings::default();
    for (came, has_way, said) in [
        (Came::Itself, true, "with its full headers"),
        (Came::Itself, false, "its delivery headers are missing"),
        (Came::Attached, true, "as an attachment, so its headers are whole"),
        (Came::Inline, false, "inside another email, so its own headers are missing"),
    ] {
        let mut reading = mail(vec![link(BAD, Place::Link, "here")]);
        (reading.came, reading.head.has_way) = (came, has_way);
        let (fields, _) = settings.filled(DraftFields::default(), &settings.found([reading]));
        assert!(fields.note.contains(said), "{came:?} {has_way}: {}", fields.note);
    }
}

#[test]
fn hostile_words_in_the_head_stand_in_the_note_harmless_and_short() {
    let settings = Settings::default();
    let mut reading = mail(vec![link(BAD, Place::Link, "here")]);
    reading.head.subject = format!("Visit\r\nhttps://evil.example/ now \u{202E}{}", "x".repeat(3000));
    reading.head.reply_to = Some(mailbox("", "answers@evil.example"));
    let (fields, _) = settings.filled(DraftFields::default(), &settings.found([reading]));
    assert!(fields.note.contains("hxxps://evil[.]example/"), "{}", fields.note);
    assert!(fields.note.contains("⟨U+202E⟩") && fields.note.contains('…') && !fields.note.contains('\n'));
    assert!(fields.note.contains("Answers go to answers@evil[.]example."));
    assert!(fields.note.chars().count() < 1000);
}

#[test]
fn the_brand_that_is_copied_chooses_the_client() {
    let settings = Settings { clients: vec![client("c-1", "Acme"), client("c-2", "Acme Pay")], ..Settings::default() };
    let mut reading = mail(vec![link("https://login-portal.example/a", Place::Link, "here")]);
    reading.head.from = Some(mailbox("Acme Pay Support", "x@mailer.example"));
    let found = settings.found([reading]);
    assert_eq!(settings.filled(DraftFields::default(), &found).0.client_id, "c-2");
    let chosen = DraftFields { client_id: "c-1".into(), ..DraftFields::default() };
    assert_eq!(settings.filled(chosen, &found).0.client_id, "c-1", "a choice of one's own stays");
}

#[test]
fn a_list_becomes_the_target_and_the_further_addresses() {
    let settings = Settings::default();
    let mut list = mail(Vec::new());
    list.head = Default::default();
    list.source = Source::List;
    list.addresses =
        ["https://one.example/a", "https://two.example/b", "https://www.acme.example/", "https://one.example/c"]
            .map(|address| link(address, Place::Text, ""))
            .into();
    let (fields, filled) = settings.filled(DraftFields::default(), &settings.found([list]));
    assert!(filled);
    assert_eq!(fields.target, "https://one.example/a");
    assert_eq!(fields.more_addresses, "https://two.example/b\nhttps://one.example/c", "our own site is left out");
    assert_eq!(fields.note, "", "a list says nothing of itself");
}

#[test]
fn whoever_tells_us_of_an_address_is_not_named_and_not_called_a_phisher() {
    let settings = Settings::default();
    let mut reading = mail(vec![link(BAD, Place::Text, "")]);
    reading.head.from = Some(mailbox("Kim Sample", "kim@customer.example"));
    reading.told = true;
    let found = settings.found([reading]);
    assert_eq!(found.sender, None);
    let (fields, _) = settings.filled(DraftFields::default(), &found);
    assert_eq!(
        fields.note,
        "Reported to us by email on 2026-11-23 08:12 UTC. It poses as Acme. The genuine site is acme.example."
    );
}
