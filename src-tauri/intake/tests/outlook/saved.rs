//! Files taken out of an Outlook mail.

use intake::reading::Reading;
use intake::{FileKind, attachment, judge, read};

use super::made::{File, Outlook};

fn reading(bytes: &[u8]) -> Reading {
    read(FileKind::OutlookEmail, bytes).unwrap().unwrap()
}

#[test]
fn a_file_comes_out_as_it_was() {
    let bytes: Vec<u8> = (0..50_000_u32).map(|at| (at % 251) as u8).collect();
    let mail = Outlook::saying("x", "").with_file(File::named("a.bin", &bytes)).bytes();
    let at = reading(&mail).attachments[0].at;
    assert_eq!(attachment(FileKind::OutlookEmail, &mail, at), Some(bytes));
}

#[test]
fn an_embedded_mail_comes_out_as_an_outlook_mail_of_its_own() {
    let inner = Outlook::saying("Your account", "https://evil.test/")
        .with_html("<a href='https://evil.test/html'>x</a>")
        .with_file(File::named("invoice.pdf", b"%PDF-1.7"));
    let outer = inner.clone().attached_to(Outlook::saying("FW", "?")).bytes();
    let found = reading(&outer).attachments.into_iter().find(|one| one.is_mail).unwrap();
    assert_eq!(found.name, "Your account.msg");

    let taken = attachment(FileKind::OutlookEmail, &outer, found.at).unwrap();
    assert_eq!(taken.len() as u64, found.size);
    assert_eq!(reading(&taken), reading(&inner.bytes()));
    let judged = judge("a.msg", &mut std::io::Cursor::new(&taken)).unwrap();
    assert_eq!(judged.problem, None, "PhishFort would take it");
}

#[test]
fn a_mail_within_an_embedded_mail_comes_out_too() {
    let outer = Outlook::saying("deep", "https://evil.test/")
        .attached_to(Outlook::saying("middle", ""))
        .attached_to(Outlook::saying("top", ""))
        .bytes();
    let mails: Vec<_> = reading(&outer).attachments.into_iter().filter(|one| one.is_mail).collect();
    assert_eq!(mails.len(), 2);
    let deep = attachment(FileKind::OutlookEmail, &outer, mails[1].at).unwrap();
    assert_eq!(reading(&deep).head.subject, "deep");
}
