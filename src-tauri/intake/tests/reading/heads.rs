use domain::Moment;
use intake::reading::{Hop, Mailbox};

use super::mail;

fn mailbox(name: &str, address: &str) -> Mailbox {
    Mailbox { name: name.to_owned(), address: address.to_owned() }
}

#[test]
fn a_head_tells_who_wrote_when_and_about_what() {
    let reading = mail(
        "From: =?utf-8?Q?Erste_B=C3=A4nk?= <care@evil.test>\nReply-To: \"Help, Desk\" <back@evil.test>\n\
         To: Ann <ann@staff.example>\nSubject: =?iso-8859-1?B?S29udG8gZ2VzcGVycnQ=?=\n =?utf-8?Q?_=E2=9A=A0?=\n\
         Date: Mon, 02 Nov 2026 10:42:10 +0100\n\nhi",
    );
    assert_eq!(reading.head.from, Some(mailbox("Erste Bänk", "care@evil.test")));
    assert_eq!(reading.head.reply_to, Some(mailbox("Help, Desk", "back@evil.test")));
    assert_eq!(reading.head.subject, "Konto gesperrt ⚠");
    assert_eq!(reading.head.date.map(Moment::iso).as_deref(), Some("2026-11-02T09:42:10.000Z"));
    assert!(!reading.head.has_way);
}

#[test]
fn the_first_hop_is_the_lowest_received() {
    let reading = mail(
        "Received: from mx.staff.example (mx.staff.example [192.0.2.9]) by in.staff.example with ESMTPS id 1;\n \
         Mon, 2 Nov 2026 09:42:20 +0000\nReceived: from evil-host (unknown [203.0.113.7])\n\tby mx.staff.example \
         (Postfix) with ESMTP id 2\n\tfor <ann@staff.example>; Mon, 2 Nov 2026 09:42:12 +0000 (UTC)\n\
         From: a@evil.test\nTo: b@staff.example\n\nhi",
    );
    let first = Hop {
        from: "evil-host".to_owned(),
        ip: Some("203.0.113.7".to_owned()),
        by: "mx.staff.example".to_owned(),
        at: Some(Moment::parse_iso("2026-11-02T09:42:12Z").unwrap()),
    };
    assert_eq!(reading.head.first_hop, Some(first));
    assert!(reading.head.has_way);
}

#[test]
fn the_first_of_two_senders_wins() {
    let reading = mail("From: first@evil.test\nFrom: second@evil.test\nSubject: a\nSubject: b\n\nhi");
    assert_eq!(reading.head.from.unwrap().address, "first@evil.test");
    assert_eq!(reading.head.subject, "a");
}

#[test]
fn everybody_to_whom_it_went_is_among_the_people() {
    let reading = mail(
        "From: a@evil.test\nTo: Team: one@staff.example, two@staff.example;\nCc: \"T, H\" <three@staff.example>\n\
         Bcc: four@staff.example\nDelivered-To: five@staff.example\nX-Original-To: six@staff.example\n\
         Envelope-To: seven@staff.example\nX-Forwarded-To: eight@staff.example\nResent-To: nine@staff.example\n\
         Delivered-To: ten@staff.example\nX-Forwarded-For: eleven@staff.example twelve@staff.example\n\nhi",
    );
    let addresses: Vec<_> = reading.people.iter().map(|one| one.address.as_str()).collect();
    for one in ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"] {
        assert!(addresses.contains(&format!("{one}@staff.example").as_str()), "{one} is not in {addresses:?}");
    }
    assert!(!addresses.contains(&"a@evil.test"), "who sent the suspicious mail is not protected");
}

#[test]
fn eight_bit_and_folded_fields_are_read() {
    let mut bytes =
        b"Subject: Dringend: R\xfcckzahlung\r\n f\xfcr Sie\r\nFrom: M\xfcller\r\n <care@evil.test>\r\n".to_vec();
    bytes.extend(b"To: b@staff.example\r\n\r\nhi");
    let reading = mail(bytes);
    assert_eq!(reading.head.subject, "Dringend: Rückzahlung für Sie");
    assert_eq!(reading.head.from, Some(mailbox("Müller", "care@evil.test")));
    let utf8 = mail("Subject: Zahlung fällig ✓\nFrom: a@evil.test\n\nhi");
    assert_eq!(utf8.head.subject, "Zahlung fällig ✓");
}

#[test]
fn what_a_mail_does_not_say_is_empty() {
    let reading = mail("X-Odd: 1\nMessage-ID: <1@evil.test>\n\nhi");
    assert_eq!(reading.head, intake::reading::Head::default());
    assert!(reading.people.is_empty() && reading.cut.is_empty());
}

#[test]
fn what_stands_before_the_head_is_passed_over() {
    for before in ["\u{FEFF}", "\r\n\r\n", "From care@evil.test Mon Nov  2 10:42:10 2026\n"] {
        let reading = mail(format!("{before}From: a@evil.test\nSubject: s\n\nhi"));
        assert_eq!(reading.head.subject, "s", "after {before:?}");
        assert_eq!(reading.words, "hi");
    }
}

#[test]
fn a_sender_who_is_only_told_as_sender_is_one() {
    let reading = mail("Sender: list@evil.test\nTo: a@staff.example\n\nhi");
    assert_eq!(reading.head.from.unwrap().address, "list@evil.test");
}

#[test]
fn tricks_in_names_stay_as_they_were_written() {
    let reading = mail("From: \"\u{202E}knaB\" <a@evil.test>\nSubject: a\u{200B}b\n\nhi");
    assert_eq!(reading.head.from.unwrap().name, "\u{202E}knaB");
    assert_eq!(reading.head.subject, "a\u{200B}b");
}

#[test]
fn characters_that_are_cut_between_encoded_words_are_whole() {
    let split = mail(
        "Subject: =?UTF-8?B?w7zD?=\r\n =?utf-8?B?vMO8?= =?utf-8?Q?=C3?=\n =?utf-8?Q?=BC!?= x\nFrom: a@evil.test\n\nhi",
    );
    assert_eq!(split.head.subject, "üüüü! x");
}

#[test]
fn names_that_pose_as_addresses_are_names() {
    for from in [
        "\"care@bank.example\" <a@evil.test>",
        "care@bank.example <a@evil.test>",
        "=?utf-8?Q?care=40bank.example?= <a@evil.test>",
    ] {
        let from = mail(format!("From: {from}\nSubject: s\n\nhi")).head.from.unwrap();
        assert_eq!((from.name.as_str(), from.address.as_str()), ("care@bank.example", "a@evil.test"));
    }
    let quoted = mail("From: \"=?utf-8?B?QmFuaw==?=\" <a@evil.test>\nSubject: s\n\nhi");
    assert_eq!(quoted.head.from.unwrap(), mailbox("Bank", "a@evil.test"));
}

#[test]
fn a_head_without_an_end_leaves_its_text_to_be_read() {
    let reading = mail("From: a@evil.test\nSubject: s\nDear client, go to\nhttps://evil.test/a now");
    assert_eq!(super::led(&reading), [(intake::reading::Place::Text, "https://evil.test/a")]);
}

#[test]
fn the_way_is_told_in_exims_writing_too() {
    let reading = mail(
        "Received: from [203.0.113.140] (helo=srv.evil.test)\n\tby mx.staff.example with esmtps (Exim 4.98); Mon, 02 Nov \
         2026 09:42:10 +0000\nFrom: a@evil.test\nSubject: s\n\nhi",
    );
    let hop = reading.head.first_hop.unwrap();
    assert_eq!((hop.from.as_str(), hop.ip.as_deref()), ("srv.evil.test", Some("203.0.113.140")));
}
