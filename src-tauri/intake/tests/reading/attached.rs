use intake::reading::{Came, Place, Reading};
use intake::{FileKind, attachment};

use super::{found, led, mail};

const INNER: &str = "Received: from evil (evil [203.0.113.7]) by mx.staff.example; Mon, 2 Nov 2026 09:42:12 +0000\n\
                     From: Bank <care@evil.test>\nTo: bob@staff.example\nSubject: Account closed\nDate: Mon, 2 Nov 2026 10:42:10 +0100\n\
                     Content-Type: text/html\n\n<a href='https://evil.test/in'>Log in</a>\n";

fn outer(part: &str) -> String {
    format!(
        "From: Ann <ann@staff.example>\nTo: abuse@staff.example\nSubject: Fwd: look\nMIME-Version: 1.0\n\
         Content-Type: multipart/mixed; boundary=out\n\n--out\nContent-Type: text/plain\n\nsee https://staff.example/wiki\n\
         --out\n{part}\n--out--\n"
    )
}

fn is_inner(reading: &Reading) {
    assert_eq!(reading.came, Came::Attached);
    assert_eq!(reading.head.subject, "Account closed");
    assert!(reading.head.has_way);
    assert!(found(reading, "https://evil.test/in").in_suspect);
    assert!(!found(reading, "https://staff.example/wiki").in_suspect);
    let people: Vec<_> = reading.people.iter().map(|one| one.address.as_str()).collect();
    for one in ["ann@staff.example", "abuse@staff.example", "bob@staff.example"] {
        assert!(people.contains(&one), "{one} is not in {people:?}");
    }
    assert!(!people.contains(&"care@evil.test"));
}

#[test]
fn an_attached_mail_is_the_suspicious_one() {
    let reading = mail(outer(&format!("Content-Type: message/rfc822\n\n{INNER}")));
    is_inner(&reading);
    assert_eq!(reading.attachments.len(), 1);
    assert_eq!(reading.attachments[0].name, "Account closed.eml");
    assert!(reading.attachments[0].is_mail);
}

#[test]
fn a_mail_is_one_whatever_its_type_says() {
    for kind in ["application/octet-stream; name=\"mail.eml\"", "text/plain; name=a.txt", "message/global"] {
        is_inner(&mail(outer(&format!("Content-Type: {kind}\nContent-Disposition: attachment\n\n{INNER}"))));
    }
}

#[test]
fn an_encoded_mail_is_decoded() {
    let encoded = data_encoding::BASE64.encode(INNER.as_bytes());
    let part = format!("Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n{encoded}");
    is_inner(&mail(outer(&part)));
}

#[test]
fn the_innermost_of_nested_mails_is_told() {
    let middle =
        outer(&format!("Content-Type: message/rfc822\n\n{INNER}")).replace("out", "mid").replace("look", "again");
    let reading = mail(outer(&format!("Content-Type: message/rfc822\n\n{middle}")));
    assert_eq!((reading.came, reading.head.subject.as_str()), (Came::Attached, "Account closed"));
    assert_eq!(reading.attachments.len(), 2);
}

#[test]
fn mails_of_a_digest_are_mails() {
    let reading = mail(format!(
        "From: a@staff.example\nSubject: digest\nContent-Type: multipart/digest; boundary=d\n\n--d\n\n{INNER}\n--d--\n"
    ));
    assert_eq!((reading.came, reading.head.subject.as_str()), (Came::Attached, "Account closed"));
}

#[test]
fn a_fake_mark_in_an_attached_mail_changes_nothing() {
    let inner = INNER.replace("<a", "<p>---------- Forwarded message ---------<br>From: x@y.test<br>Subject: z</p><a");
    is_inner(&mail(outer(&format!("Content-Type: message/rfc822\n\n{inner}"))));
}

#[test]
fn files_are_numbered_in_depth_first_order_and_can_be_taken_out() {
    let inner = "From: a@evil.test\nSubject: in\nContent-Type: multipart/mixed; boundary=in\n\n--in\nContent-Type: text/plain\n\nhi\n\
                 --in\nContent-Type: application/pdf; name=a.pdf\nContent-Transfer-Encoding: base64\n\nJVBERi0x\n--in--";
    let part = format!(
        "Content-Type: message/rfc822\n\n{inner}\n--out\nContent-Type: image/png; name*=utf-8''%C3%BCber.png\n\
         Content-Disposition: attachment\n\nPNG"
    );
    let whole = outer(&part);
    let reading = mail(&whole);
    let names: Vec<_> = reading.attachments.iter().map(|one| (one.at, one.name.as_str(), one.size)).collect();
    assert_eq!(names, [(0, "in.eml", inner.len() as u64), (1, "a.pdf", 6), (2, "über.png", 3)]);
    let taken = |at| attachment(FileKind::Email, whole.as_bytes(), at);
    assert_eq!(taken(0).as_deref(), Some(inner.as_bytes()));
    assert_eq!(taken(1).as_deref(), Some(b"%PDF-1".as_slice()));
    assert_eq!(taken(2).as_deref(), Some(b"PNG".as_slice()));
    assert_eq!(taken(3), None);
    assert_eq!(attachment(FileKind::Png, whole.as_bytes(), 0), None);
}

#[test]
fn attached_texts_are_read_and_named() {
    let files = [
        ("text/html; name=\"Invoice.html\"", "<form action='https://evil.test/f'>", Place::Form),
        (
            "application/octet-stream; name=a.htm",
            "<meta http-equiv=refresh content='0;url=https://evil.test/f'>",
            Place::Refresh,
        ),
        (
            "image/svg+xml; name=a.svg",
            "<svg><a xlink:href='https://evil.test/f'><text>Open</text></a></svg>",
            Place::Link,
        ),
        ("text/plain; name=a.txt", "go to hxxps://evil[.]test/f", Place::Text),
        ("text/calendar; name=a.ics", "BEGIN:VCALENDAR\nDESCRIPTION:go\\nhttps://evil.te\n st/f\\, now\n", Place::Text),
    ];
    for (kind, content, place) in files {
        let reading = mail(outer(&format!("Content-Type: {kind}\nContent-Disposition: attachment\n\n{content}")));
        let found = found(&reading, "https://evil.test/f");
        assert_eq!(found.place, place, "{kind}");
        assert!(found.in_suspect && found.file.is_some(), "{kind}");
    }
}

#[test]
fn names_of_files_show_their_tricks() {
    let reading = mail(outer("Content-Type: application/pdf; name=\"a\u{202E}fdp.exe\"\n\nx"));
    assert_eq!(reading.attachments[0].name, "a⟨U+202E⟩fdp.exe");
    let folded = mail(outer("Content-Type: application/pdf;\n name*0=\"long\";\n name*1=\"er.pdf\"\n\nx"));
    assert_eq!(folded.attachments[0].name, "longer.pdf");
    let encoded = mail(outer("Content-Disposition: attachment; filename=\"=?utf-8?Q?=C3=BC.pdf?=\"\n\nx"));
    assert_eq!(encoded.attachments[0].name, "ü.pdf");
}

#[test]
fn pictures_of_the_text_are_told_from_sent_ones() {
    let related = mail(
        "From: a@evil.test\nSubject: s\nContent-Type: multipart/related; boundary=r\n\n--r\nContent-Type: text/html\n\n\
         <img src='cid:logo'>\n--r\nContent-Type: image/png; name=logo.png\nContent-ID: <logo>\n\nPNG\n--r--\n",
    );
    assert!(related.attachments[0].inline);
    let mixed = mail(outer("Content-Type: image/png; name=screen.png\nContent-Disposition: attachment\n\nPNG"));
    assert!(!mixed.attachments[0].inline);
}

#[test]
fn a_mail_with_a_file_of_its_own_is_itself() {
    let reading = mail(outer("Content-Type: text/html; name=a.html\n\n<a href='https://evil.test/in'>x</a>"));
    assert_eq!(reading.came, Came::Itself);
    assert_eq!(led(&reading).len(), 2);
}
