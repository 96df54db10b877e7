//! What the window sees.

use intake::Reading;
use intake::reading::{Attachment, Place};

use super::support::{BAD, Settings, link, mail, mailbox};
use crate::contract::{DraftFields, FoundPlace, UnreadReason};
use crate::found::{Found, Read, shown};

fn view(reading: Reading) -> crate::contract::FoundView {
    let settings = Settings::default();
    shown(&settings.found([reading]), &DraftFields::default(), &[])
}

#[test]
fn an_address_says_where_it_stood_and_behind_what() {
    let mut wrapped = link(BAD, Place::Button, "www.acme.example/account");
    wrapped.unwrapped = vec!["Microsoft Safe Links".into()];
    let view = view(mail(vec![wrapped]));
    let first = &view.addresses[0];
    assert_eq!(first.place, FoundPlace::Button);
    assert_eq!(first.text.as_deref(), Some("www[.]acme[.]example/account"));
    assert_eq!(first.unwrapped, ["Microsoft Safe Links"]);
    assert_eq!(first.target.domain, "acme-login[.]example");
}

#[test]
fn everything_from_a_mail_is_harmless_text() {
    let mut reading = mail(vec![link(BAD, Place::Link, "<script>\u{202E}https://x.example</script>")]);
    reading.head.subject = "a\u{2066}b https://evil.example".into();
    reading.head.from = Some(mailbox("\u{202E}eman", "billing@evil.example"));
    reading.attachments =
        vec![Attachment { at: 0, name: "invoice⟨U+202E⟩fdp.exe".into(), size: 12, is_mail: false, inline: false }];
    let view = view(reading);
    let mail = &view.mails[0];
    assert_eq!(mail.subject, "a⟨U+2066⟩b hxxps://evil[.]example");
    let from = mail.from.as_ref().unwrap();
    assert_eq!((from.name.as_str(), from.address.as_str()), ("⟨U+202E⟩eman", "billing@evil[.]example"));
    assert_eq!(mail.attachments[0].name, "invoice⟨U+202E⟩fdp.exe");
    assert_eq!(view.addresses[0].text.as_deref(), Some("<script>⟨U+202E⟩hxxps://x[.]example</script>"));
}

#[test]
fn a_file_that_could_not_be_read_says_why_and_hides_nothing_else() {
    let settings = Settings::default();
    let mut found = settings.found([mail(vec![link(BAD, Place::Link, "here")])]);
    let Found { reads, .. } = &mut found;
    reads.push(Read { facts: Err(UnreadReason::TooBig), name: "endless.eml".into(), ..reads[0].clone() });
    let view = shown(&found, &DraftFields::default(), &[]);
    assert_eq!(view.mails[1].unread, Some(UnreadReason::TooBig));
    assert_eq!((view.mails[1].name.as_str(), view.addresses.len()), ("endless.eml", 1));
}

#[test]
fn no_more_than_fifty_addresses_are_shown_and_the_rest_is_counted() {
    let all = (0..80).map(|n| link(&format!("https://bad-{n}.example/login"), Place::Link, "here")).collect();
    let view = view(mail(all));
    assert_eq!((view.addresses.len(), view.more), (50, 30));
}
