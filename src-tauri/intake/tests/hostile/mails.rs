//! Mails with too much of one thing.

use intake::FileKind;
use intake::reading::{Cut, Reading};

use super::{cut, outcome};

const HEAD: &str = "From: a@sender.example\r\nTo: b@company.example\r\nSubject: x\r\nMIME-Version: 1.0\r\n";

fn read(mail: &str) -> Reading {
    outcome(FileKind::Email, mail.as_bytes()).unwrap()
}

#[test]
fn mails_within_mails_end_at_a_depth() {
    let mut mail = format!("{HEAD}\r\nhttps://deepest.example/\r\n");
    for at in 0..60 {
        mail = format!(
            "{HEAD}Content-Type: multipart/mixed; boundary=b{at}\r\n\r\n--b{at}\r\n\r\nhttps://at{at}.example/\r\n\
             --b{at}\r\nContent-Type: message/rfc822\r\n\r\n{mail}\r\n--b{at}--\r\n"
        );
    }
    let reading = read(&mail);
    assert!(reading.cut.contains(&Cut::Depth));
    assert!(reading.addresses.iter().any(|found| found.address == "https://at59.example/"));
}

#[test]
fn multiparts_within_multiparts_end_at_a_depth() {
    let mut mail = format!("{HEAD}Content-Type: multipart/mixed; boundary=b0\r\n\r\n");
    for at in 0..5000 {
        mail.push_str(&format!("--b{at}\r\nContent-Type: multipart/mixed; boundary=b{}\r\n\r\n", at + 1));
    }
    assert!(cut(FileKind::Email, mail.as_bytes()).contains(&Cut::Depth));
}

#[test]
fn parts_end_at_a_number() {
    let mut mail = format!("{HEAD}Content-Type: multipart/mixed; boundary=b\r\n\r\n");
    for at in 0..200_000 {
        mail.push_str(&format!("--b\r\n\r\nhttps://a{at}.example/\r\n"));
    }
    let reading = read(&mail);
    assert!(reading.cut.contains(&Cut::Parts));
    assert!(reading.addresses.iter().any(|found| found.address == "https://a0.example/"));
}

#[test]
fn empty_parts_of_one_long_boundary_end_at_a_number() {
    let boundary = "b".repeat(60);
    let mut mail = format!("{HEAD}Content-Type: multipart/mixed; boundary={boundary}\r\n\r\n");
    mail.push_str(&format!("--{boundary}\r\n").repeat(500_000));
    assert!(cut(FileKind::Email, mail.as_bytes()).contains(&Cut::Parts));
}

#[test]
fn lines_that_are_nearly_a_boundary_are_text() {
    let boundary = "b".repeat(60);
    let mut mail = format!("{HEAD}Content-Type: multipart/mixed; boundary={boundary}x\r\n\r\n");
    mail.push_str(&format!("--{boundary}\r\n").repeat(500_000));
    assert_eq!(read(&mail).head.subject, "x");
}

#[test]
fn a_million_fields_are_cut() {
    let mail = format!("{HEAD}{}\r\n\r\nbody", "X-Field: something\r\n".repeat(1_000_000));
    assert!(!cut(FileKind::Email, mail.as_bytes()).is_empty());
}

#[test]
fn a_field_of_thirty_megabytes_is_cut() {
    let mail = format!("{HEAD}X-Field: {}\r\n\r\nbody", "a".repeat(30 << 20));
    let reading = read(&mail);
    assert_eq!(reading.head.subject, "x");
    assert!(!reading.cut.is_empty());
}

#[test]
fn a_field_folded_a_million_times_is_cut() {
    let mail = format!("{HEAD}To:{}\r\n\r\nbody", "\r\n someone@company.example,".repeat(1_000_000));
    let reading = read(&mail);
    assert!(!reading.cut.is_empty());
    assert!(reading.people.len() <= 1100);
}

#[test]
fn a_way_of_a_hundred_thousand_stations_is_read() {
    let hop = "Received: from a (b [192.0.2.1]) by c; Mon, 2 Mar 2026 08:15:00 +0000\r\n";
    let mail = format!("{}{HEAD}\r\nbody", hop.repeat(100_000));
    outcome(FileKind::Email, mail.as_bytes()).unwrap();
}

#[test]
fn encoded_words_without_end_are_bounded() {
    for word in ["=?utf-8?B?w6TDtsO8?= ", "=?utf-8?Q?=C3=A4?=", "=?=?=?=?", "=?utf-8?B?", "=?iso-2022-jp?B?GyRCJCI=?= "]
    {
        let mail = format!("From: a@sender.example\r\nDate: x\r\nSubject: {}\r\n\r\nbody", word.repeat(500_000));
        let reading = read(&mail);
        assert!(reading.head.subject.chars().count() <= 10_000, "{word}");
    }
}

#[test]
fn charsets_that_nobody_knows_and_those_that_grow_are_bounded() {
    for charset in ["utf-7", "x-nothing", "iso-2022-jp", "utf-16", "hz-gb-2312", "big5", "\"\"", &"c".repeat(100_000)] {
        let head = format!("{HEAD}Content-Type: text/plain; charset={charset}\r\n\r\n");
        for filling in ["\x1b$B$\"", "+AGE-", "~{", "\u{FF}\u{FE}"] {
            let mail = format!("{head}{}", filling.repeat(1 << 14));
            assert!(outcome(FileKind::Email, mail.as_bytes()).is_ok(), "{charset}");
        }
    }
}

#[test]
fn a_file_of_forty_megabytes_in_base64_is_read() {
    let line = format!("{}\r\n", "QUFB".repeat(19));
    let body = line.repeat((39 << 20) / line.len());
    let mail = format!(
        "{HEAD}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nhttps://a.example/\r\n--b\r\n\
         Content-Type: application/octet-stream; name=big.bin\r\n\
         Content-Transfer-Encoding: base64\r\n\r\n{body}--b--\r\n"
    );
    let reading = read(&mail);
    assert_eq!(reading.attachments[0].size, (body.len() / 78 * 57) as u64);
    // A debug build on a busy machine may run out of time behind it.
    assert!(reading.cut.iter().all(|cut| *cut == Cut::Time), "{:?}", reading.cut);
}

#[test]
fn a_text_of_twelve_megabytes_in_base64_is_cut() {
    let mail = format!(
        "{HEAD}Content-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n{}",
        "PGEgaHJlZj0n".repeat((12 << 20) / 12)
    );
    assert!(read(&mail).cut.contains(&Cut::Text));
}

#[test]
fn attributes_of_a_type_without_end_are_bounded() {
    for attribute in ["; a=b", "; name*0*=utf-8''a", ";", "; boundary=\"", "(", "; filename*1=x"] {
        let mail = format!("{HEAD}Content-Type: text/plain{}\r\n\r\nbody", attribute.repeat(200_000));
        outcome(FileKind::Email, mail.as_bytes()).unwrap();
    }
}

#[test]
fn comments_and_quotes_within_an_address_are_bounded() {
    for filling in ["(", "<", "\"", "\\", "a@b,", "a:", ";", "@", "(a"] {
        let mail = format!("From: {}\r\nTo: b@company.example\r\nSubject: x\r\n\r\nbody", filling.repeat(300_000));
        outcome(FileKind::Email, mail.as_bytes()).unwrap();
    }
}
