//! Mails made to cost. The limits of time are generous: they are met unoptimised, on a busy machine.

use std::time::{Duration, Instant};

use intake::read_text;
use intake::reading::{Cut, Reading};

use super::{HEAD, html_mail, mail};

/// What nobody waits longer for; the budget's own limit, and a margin for what it does not interrupt.
const PATIENCE: Duration = Duration::from_secs(20);

fn in_time<T>(read: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let value = read();
    assert!(start.elapsed() < PATIENCE, "took {:?}", start.elapsed());
    value
}

fn in_time_mail(bytes: impl AsRef<[u8]>) -> Reading {
    in_time(|| mail(bytes))
}

#[test]
fn ten_thousand_nested_multiparts_are_cut() {
    let mut text = HEAD.to_owned();
    for depth in 0..10_000 {
        text += &format!("Content-Type: multipart/mixed; boundary=b{depth}\n\n--b{depth}\n");
    }
    assert_eq!(in_time_mail(text).cut, [Cut::Depth]);
}

#[test]
fn a_hundred_thousand_parts_are_cut() {
    let mut text = format!("{HEAD}Content-Type: multipart/mixed; boundary=b\n\n");
    for at in 0..100_000 {
        text += &format!("--b\nContent-Type: text/plain; name={at}.txt\n\nx\n");
    }
    let reading = in_time_mail(text);
    assert_eq!(reading.cut, [Cut::Parts]);
    assert!(reading.attachments.len() <= 500);
}

#[test]
fn a_head_of_ten_megabytes_is_cut_and_what_follows_is_read() {
    for field in ["X-Filler: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n", " aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n"] {
        let filler = field.repeat(10_000_000 / field.len());
        let reading = in_time_mail(format!("{HEAD}{filler}\nsee https://evil.test/a"));
        assert_eq!(reading.head.subject.split_whitespace().next(), Some("Your"));
        assert_eq!(reading.cut, [Cut::Text]);
        assert_eq!(reading.addresses.len(), 1);
    }
}

#[test]
fn two_hundred_nested_mails_are_cut() {
    let mut text = String::new();
    for depth in 0..200 {
        text += &format!("From: a{depth}@evil.test\nSubject: {depth}\nContent-Type: message/rfc822\n\n");
    }
    let reading = in_time_mail(text + "From: z@evil.test\nSubject: in\n\nhi");
    assert_eq!(reading.cut, [Cut::Depth]);
    assert!(reading.attachments.len() < 10);
}

#[test]
fn twenty_megabytes_of_open_brackets_are_cut() {
    let reading = in_time(|| html_mail(&"<".repeat(20_000_000)));
    assert!(reading.cut.contains(&Cut::Text), "{:?}", reading.cut);
}

#[test]
fn pages_made_to_nest_or_repeat_are_bounded() {
    let pieces = [
        "<div>",
        "<a href=https://evil.test/>",
        "<td><a>",
        "</p>",
        "<b style='display:none'>",
        "<!--[if mso]>",
        "<p>x</i>",
        "&amp;",
        "<style>.a{",
        "@media{",
        "<a b",
        "<x a=1 b=2 c=3>",
        "<script>",
        "a.b ",
        "<br>",
        "<img src=https://a.test/>",
    ];
    for piece in pieces {
        in_time(|| html_mail(&piece.repeat(1_000_000 / piece.len())));
    }
}

#[test]
fn too_many_addresses_are_cut() {
    let links: String = (0..3000).map(|at| format!("<a href='https://evil.test/{at}'>x</a>")).collect();
    let reading = in_time(|| html_mail(&links));
    assert_eq!((reading.addresses.len(), reading.cut.as_slice()), (2000, &[Cut::Addresses][..]));
    let list: String = (0..3000).map(|at| format!("https://evil.test/{at}\n")).collect();
    let reading = in_time(|| read_text(&list));
    assert_eq!((reading.addresses.len(), reading.cut.as_slice()), (2000, &[Cut::Addresses][..]));
}

#[test]
fn words_without_an_end_are_bounded() {
    for word in ["=?utf-8?Q?x", "=?utf-8?B?eHh4", "=?utf-8?Q?=41?= ", "=?", "\"", "(", "<", "a@b,", ":;"] {
        let field = word.repeat(200_000 / word.len());
        let reading = in_time_mail(format!(
            "From: {field}\nTo: {field}\nSubject: {field}\nReceived: {field}\nDate: {field}\nAuthentication-Results: {field}\n\
             Content-Type: {field}\n\nhi"
        ));
        assert!(reading.head.subject.chars().count() <= 998);
    }
}

#[test]
fn charsets_made_to_grow_are_bounded() {
    for charset in ["utf-7", "no-such", "iso-2022-jp", "utf-16", "hz-gb-2312", &"x".repeat(5000)] {
        let body = "+AAAA+".repeat(300_000);
        in_time_mail(format!("{HEAD}Content-Type: text/plain; charset={charset}\n\n{body}"));
    }
}

#[test]
fn attributes_without_an_end_are_bounded() {
    let many: String = (0..50_000).map(|at| format!("; name*{at}*=a")).collect();
    in_time_mail(format!("{HEAD}Content-Type: text/plain{many}\n\nhi"));
    in_time_mail(format!("{HEAD}Content-Type: text/plain{}\n\nhi", "; a=\"b\\".repeat(100_000)));
}

#[test]
fn a_text_of_forwards_is_bounded() {
    let mark = "---------- Forwarded message ---------\nFrom: a@evil.test\nSubject: Fwd: x\n";
    for text in [mark.repeat(20_000), "From: a\n".repeat(200_000), "> ".repeat(1_000_000), "To:\n".repeat(300_000)] {
        in_time(|| super::text_mail("Fwd: x", &text));
    }
}

#[test]
fn a_mail_bigger_than_any_is_refused() {
    let long = vec![b'a'; usize::try_from(intake::reading::LARGEST_READ).unwrap() + 1];
    let read = intake::read(intake::FileKind::Email, long.as_slice()).unwrap();
    assert_eq!(read, Err(intake::Unread::TooBig));
}
