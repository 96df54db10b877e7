use domain::Moment;

use super::{mail, text_mail};

fn dated(date: &str) -> Option<String> {
    mail(format!("From: a@evil.test\nSubject: s\nDate: {date}\n\nhi")).head.date.map(Moment::iso)
}

/// What a forward tells.
fn told(date: &str) -> Option<String> {
    let text = format!("---------- Forwarded message ---------\nFrom: B <b@evil.test>\nDate: {date}\nSubject: s\n\nhi");
    text_mail("Fwd: s", &text).head.date.map(Moment::iso)
}

#[test]
fn dates_of_mails_are_read() {
    for date in ["Mon, 2 Nov 2026 10:42:10 +0100", "2 Nov 2026 09:42:10 GMT", "Mon,  2 Nov 2026 09:42:10 +0000 (UTC)"] {
        assert_eq!(dated(date).as_deref(), Some("2026-11-02T09:42:10.000Z"), "{date}");
    }
}

#[test]
fn old_dates_are_read_and_odd_ones_are_none() {
    assert_eq!(dated("2 Nov 26 05:42 EST").as_deref(), Some("2026-11-02T10:42:00.000Z"));
    for date in ["", "yesterday", "32 Foo 99999 99:99:99 +9999", "=?utf-8?Q?Mon?="] {
        assert_eq!(dated(date), None, "{date}");
    }
}

#[test]
fn told_dates_are_read_in_every_language() {
    for date in [
        "Mon, Nov 2, 2026 at 10:42 AM",
        "Monday, November 2, 2026 10:42 AM",
        "2. November 2026 um 10:42:00 UTC",
        "Montag, 2. November 2026 10:42",
        "Mo., 2. Nov. 2026 um 10:42 Uhr",
        "2 novembre 2026 à 11:42:00 UTC+1",
        "lun. 2 nov. 2026 à 10:42",
        "lunes, 2 de noviembre de 2026 10:42",
        "lunedì 2 novembre 2026 10:42",
        "maandag 2 november 2026 10:42",
        "segunda-feira, 2 de novembro de 2026 10:42",
        "poniedziałek, 2 listopada 2026 10:42",
        "Mon, 2 Nov 2026 10:42:00 +0000",
        "2026-11-02 10:42",
        "02.11.2026 10:42",
        "11/2/2026 10:42 AM",
    ] {
        assert_eq!(told(date).as_deref(), Some("2026-11-02T10:42:00.000Z"), "{date}");
    }
}

#[test]
fn a_weekday_that_is_short_like_a_month_is_none() {
    assert_eq!(told("mar. 3 nov. 2026 à 10:42").as_deref(), Some("2026-11-03T10:42:00.000Z"));
}

#[test]
fn a_day_that_may_be_two_is_none() {
    assert_eq!(told("02/11/2026 10:42"), None);
    assert_eq!(told("22/11/2026 10:42").as_deref(), Some("2026-11-22T10:42:00.000Z"));
}
