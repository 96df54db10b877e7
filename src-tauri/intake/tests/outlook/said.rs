//! What an Outlook mail says, from whichever of its properties.

use intake::reading::{Came, Cut, Found, Place, Reading, Source, Unread};
use intake::{FileKind, read};

use super::made::{File, Outlook, html_in_rtf};

fn reading(mail: &Outlook) -> Reading {
    read(FileKind::OutlookEmail, &mail.bytes()[..]).unwrap().unwrap()
}

fn found(reading: &Reading, address: &str) -> Found {
    let found = reading.addresses.iter().find(|found| found.address == address);
    found.unwrap_or_else(|| panic!("{address} is not among {:?}", reading.addresses)).clone()
}

#[test]
fn a_mail_from_within_has_outlooks_own_head() {
    let reading = reading(&Outlook::saying("Invoice 7", "https://evil.test/a"));
    assert_eq!(reading.source, Source::OutlookMail);
    assert_eq!(reading.came, Came::Itself);
    assert_eq!(reading.head.subject, "Invoice 7");
    let from = reading.head.from.unwrap();
    assert_eq!((from.name.as_str(), from.address.as_str()), ("Accounts", "accounts@sender.example"));
    assert_eq!(reading.head.date.unwrap().millis(), 1_788_250_000_000);
    assert!(!reading.head.has_way);
    assert!(reading.people.iter().any(|one| one.address == "nora@company.example"));
    assert!(reading.cut.is_empty(), "{:?}", reading.cut);
}

#[test]
fn a_mail_from_outside_has_the_head_it_came_with() {
    let mut mail = Outlook::saying("as Outlook has it", "https://evil.test/a");
    mail.headers = "Microsoft Mail Internet Headers Version 2.0\r\n\
        Received: from evil (evil.test [203.0.113.9]) by mx.company.example; Mon, 2 Mar 2026 08:15:00 +0000\r\n\
        Authentication-Results: mx.company.example; spf=fail smtp.mailfrom=evil.test; dkim=none\r\n\
        From: \"Support\" <support@evil.test>\r\nReply-To: drop@evil.test\r\nTo: victim@company.example\r\n\
        Subject: =?utf-8?B?w5xiZXJ3ZWlzdW5n?=\r\nDate: Mon, 2 Mar 2026 08:14:00 +0000\r\n\
        Content-Type: multipart/alternative; boundary=\"x\"\r\n"
        .to_owned();
    let reading = reading(&mail);
    assert_eq!(reading.head.subject, "Überweisung");
    assert_eq!(reading.head.from.unwrap().address, "support@evil.test");
    assert_eq!(reading.head.reply_to.unwrap().address, "drop@evil.test");
    assert_eq!(reading.head.date.unwrap().iso(), "2026-03-02T08:14:00.000Z");
    assert_eq!(reading.head.first_hop.unwrap().ip.as_deref(), Some("203.0.113.9"));
    assert_eq!(reading.head.checks[0].method, "spf");
    assert!(reading.head.has_way);
    assert!(reading.people.iter().any(|one| one.address == "victim@company.example"));
    assert!(reading.cut.is_empty(), "{:?}", reading.cut);
}

#[test]
fn addresses_come_from_the_text_and_from_the_html() {
    let mail =
        Outlook::saying("x", "text https://text.test/").with_html("<a href='https://html.test/'>www.bank.example</a>");
    let reading = reading(&mail);
    assert_eq!(found(&reading, "https://text.test/").place, Place::Text);
    let link = found(&reading, "https://html.test/");
    assert_eq!((link.place, link.text.as_str()), (Place::Link, "www.bank.example"));
    assert!(link.in_suspect);
}

#[test]
fn html_in_another_code_page_is_decoded() {
    let mut mail = Outlook::saying("x", "");
    mail.html = Some(b"<a href='https://a.test/'>\xEF\xF0\xE8\xE2\xE5\xF2</a>".to_vec());
    mail.html_codepage = Some(1251);
    assert_eq!(found(&reading(&mail), "https://a.test/").text, "привет");
}

#[test]
fn html_that_is_utf8_is_read_as_that_whatever_is_stated() {
    let mut mail = Outlook::saying("x", "").with_html("<a href='https://bücher.test/'>zurück</a>");
    mail.html_codepage = Some(1252);
    assert_eq!(found(&reading(&mail), "https://xn--bcher-kva.test/").text, "zurück");
}

#[test]
fn html_hidden_in_rtf_keeps_its_links() {
    let mut mail = Outlook::saying("x", "");
    mail.rtf = Some(html_in_rtf("<p>Größe {1} <a href=\"https://evil.test/?a=1&amp;b=2\">Jetzt öffnen</a></p>"));
    let link = found(&reading(&mail), "https://evil.test/?a=1&b=2");
    assert_eq!((link.place, link.text.as_str()), (Place::Link, "Jetzt öffnen"));
}

#[test]
fn rtf_of_its_own_keeps_the_targets_of_its_links() {
    let mut mail = Outlook::saying("x", "");
    mail.rtf = Some(
        r#"{\rtf1\ansi Please {\field{\*\fldinst HYPERLINK "https://evil.test/"}{\fldrslt sign in}} today}"#.to_owned(),
    );
    let link = found(&reading(&mail), "https://evil.test/");
    assert_eq!((link.place, link.text.as_str()), (Place::Link, "sign in"));
}

#[test]
fn rtf_that_cannot_be_unpacked_is_damage_and_the_rest_is_read() {
    let mut mail = Outlook::saying("x", "https://a.test/");
    mail.raw.push(("__substg1.0_10090102".to_owned(), vec![1; 50]));
    let reading = reading(&mail);
    assert_eq!(reading.cut, [Cut::Damaged]);
    found(&reading, "https://a.test/");
}

#[test]
fn texts_of_eight_bits_are_read_in_their_code_page() {
    let mut mail = Outlook::saying("Überfällig", "Zahlen Sie bis März: https://evil.test/");
    mail.eight_bit = true;
    let reading = reading(&mail);
    assert_eq!(reading.head.subject, "Überfällig");
    assert!(reading.words.contains("März"), "{}", reading.words);
}

#[test]
fn an_embedded_mail_is_the_suspicious_one() {
    let mail = Outlook::saying("Your account", "https://evil.test/")
        .attached_to(Outlook::saying("FW: Your account", "is this real? https://company.example/"));
    let reading = reading(&mail);
    assert_eq!(reading.came, Came::Attached);
    assert_eq!(reading.head.subject, "Your account");
    assert!(found(&reading, "https://evil.test/").in_suspect);
    assert!(!found(&reading, "https://company.example/").in_suspect);
    assert!(reading.people.iter().any(|one| one.address == "accounts@sender.example"), "the forwarder");
}

#[test]
fn mails_embedded_twice_over_are_followed() {
    let mail = Outlook::saying("deep", "https://evil.test/")
        .attached_to(Outlook::saying("middle", ""))
        .attached_to(Outlook::saying("top", ""));
    assert_eq!(reading(&mail).head.subject, "deep");
}

#[test]
fn an_attached_eml_is_read_on() {
    let eml = b"From: a@evil.test\r\nTo: b@company.example\r\nSubject: inner\r\n\r\nhttps://evil.test/\r\n";
    let reading = reading(&Outlook::saying("FW", "look").with_file(File::named("original.eml", eml)));
    assert_eq!(reading.came, Came::Attached);
    assert_eq!(reading.head.subject, "inner");
    assert!(reading.attachments[0].is_mail);
    assert_eq!(reading.attachments[0].name, "original.eml");
}

#[test]
fn an_attached_msg_file_is_read_on() {
    let inner = Outlook::saying("inner", "https://evil.test/").bytes();
    let reading = reading(&Outlook::saying("FW", "look").with_file(File::named("original.msg", &inner)));
    assert_eq!((reading.came, reading.head.subject.as_str()), (Came::Attached, "inner"));
}

#[test]
fn an_outlook_mail_attached_to_a_mail_is_read_on() {
    let inner = data_encoding::BASE64_MIME.encode(&Outlook::saying("inner", "https://evil.test/").bytes());
    let mail = format!(
        "From: a@company.example\r\nTo: b@company.example\r\nSubject: FW\r\n\
         Content-Type: multipart/mixed; boundary=b\r\n\r\n\
         --b\r\n\r\nlook\r\n--b\r\nContent-Type: application/vnd.ms-outlook; name=a.msg\r\n\
         Content-Transfer-Encoding: base64\r\n\r\n{inner}\r\n--b--\r\n"
    );
    let reading = read(FileKind::Email, mail.as_bytes()).unwrap().unwrap();
    assert_eq!((reading.came, reading.head.subject.as_str()), (Came::Attached, "inner"));
}

#[test]
fn an_attached_page_is_searched() {
    let page = b"<form action='https://evil.test/take'><input type=password></form>";
    let reading = reading(&Outlook::saying("x", "open the file").with_file(File::named("invoice.html", page)));
    let form = found(&reading, "https://evil.test/take");
    assert_eq!((form.place, form.file.as_deref()), (Place::Form, Some("invoice.html")));
}

#[test]
fn a_picture_that_the_html_shows_is_part_of_it() {
    let picture = File { content_id: "logo@x".to_owned(), ..File::named("logo.png", b"png") };
    let loose = File { content_id: "other@x".to_owned(), ..File::named("photo.png", b"png") };
    let mail = Outlook::saying("x", "").with_html("<img src='cid:logo@x'>").with_file(picture).with_file(loose);
    let reading = reading(&mail);
    assert!(reading.attachments[0].inline);
    assert!(!reading.attachments[1].inline);
}

#[test]
fn a_signed_mail_is_read_through_its_one_attachment() {
    let whole = b"Content-Type: multipart/signed; boundary=b\r\n\r\n\
        --b\r\nContent-Type: text/plain\r\n\r\nhttps://evil.test/\r\n\
        --b\r\nContent-Type: application/pkcs7-signature; name=smime.p7s\r\n\r\nx\r\n--b--\r\n";
    let file = File { media_type: "multipart/signed".to_owned(), ..File::named("smime.p7m", whole) };
    found(&reading(&Outlook::saying("signed", "").with_file(file)), "https://evil.test/");
}

#[test]
fn another_compound_file_is_no_mail() {
    let mut file = cfb::CompoundFile::create(std::io::Cursor::new(Vec::new())).unwrap();
    file.create_stream("/WordDocument").unwrap();
    file.flush().unwrap();
    let bytes = file.into_inner().into_inner();
    assert_eq!(read(FileKind::OutlookEmail, &bytes[..]).unwrap(), Err(Unread::Damaged));
}
