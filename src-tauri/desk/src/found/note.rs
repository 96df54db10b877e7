//! The note that a mail writes by itself: subject, sender, date, how it came. It names nobody whom the mail was sent to.

use domain::{Moment, defang, visible};
use intake::reading::{Came, Head, Mailbox, Source};

use super::Found;

/// Longest part of a text that is told, in characters.
const LONGEST: usize = 200;

/// Empty where no mail was read.
pub(super) fn note(found: &Found, copied: Option<&str>, genuine: Option<&str>) -> String {
    let Some(reading) = found.mail() else { return String::new() };
    if !matches!(reading.source, Source::Mail | Source::OutlookMail) && reading.came == Came::Itself {
        return String::new();
    }
    let head = &reading.head;
    if reading.told {
        return told_to_us(head, copied, genuine);
    }
    let mut sentences = vec![first(head, reading.came)];
    sentences.extend(reply(head));
    sentences.extend(way(head));
    sentences.push(came(reading.came, head.has_way).to_owned());
    sentences.extend(copied.map(|brand| format!("It poses as {}.", told(brand))));
    sentences.extend(genuine.map(|site| format!("The genuine site is {}.", told(site))));
    sentences.join(" ")
}

/// Somebody wrote to us of an address: they are not named, and wrote nothing suspicious themselves.
fn told_to_us(head: &Head, copied: Option<&str>, genuine: Option<&str>) -> String {
    let date = head.date.map(|date| format!(" on {}", day(date, Came::Itself))).unwrap_or_default();
    let mut sentences = vec![format!("Reported to us by email{date}.")];
    sentences.extend(copied.map(|brand| format!("It poses as {}.", told(brand))));
    sentences.extend(genuine.map(|site| format!("The genuine site is {}.", told(site))));
    sentences.join(" ")
}

/// A text of the mail as it may stand in a sentence of ours.
fn told(text: &str) -> String {
    let line: String = visible(text).split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}

fn first(head: &Head, came: Came) -> String {
    let subject = told(&defang(&head.subject));
    let what = if subject.is_empty() {
        "Phishing email without a subject".to_owned()
    } else {
        format!("Phishing email “{subject}”")
    };
    let from = head.from.as_ref().map(|from| format!(" from {}", mailbox(from))).unwrap_or_default();
    let date = head.date.map(|date| format!(", dated {}", day(date, came))).unwrap_or_default();
    format!("{what}{from}{date}.")
}

fn mailbox(mailbox: &Mailbox) -> String {
    let (name, address) = (told(&defang(&mailbox.name)), told(&defang(&mailbox.address)));
    match (name.is_empty(), address.is_empty()) {
        (true, _) => address,
        (false, true) => name,
        (false, false) => format!("{name} <{address}>"),
    }
}

/// `2026-11-23 08:12 UTC`. The text of a forward seldom names its zone, so none is claimed there.
fn day(date: Moment, came: Came) -> String {
    let iso = date.iso();
    let zone = if came == Came::Inline { "" } else { " UTC" };
    iso.split_once('T').map_or_else(|| iso.clone(), |(day, time)| format!("{day} {}{zone}", &time[..5.min(time.len())]))
}

fn reply(head: &Head) -> Option<String> {
    let reply = head.reply_to.as_ref().filter(|reply| !reply.address.is_empty())?;
    let same = head.from.as_ref().is_some_and(|from| from.address.eq_ignore_ascii_case(&reply.address));
    (!same).then(|| format!("Answers go to {}.", mailbox(reply)))
}

/// The first station, and what the mail says of its own checks.
fn way(head: &Head) -> Option<String> {
    let station = head.first_hop.as_ref().and_then(|hop| {
        let name = told(&defang(&hop.from));
        let ip = hop.ip.as_deref().map(|ip| told(&defang(ip)));
        match (name.is_empty(), ip) {
            (true, None) => None,
            (true, Some(ip)) => Some(format!("First received from [{ip}]")),
            (false, None) => Some(format!("First received from {name}")),
            (false, Some(ip)) => Some(format!("First received from {name} [{ip}]")),
        }
    });
    let checks: Vec<_> =
        head.checks.iter().take(4).map(|check| format!("{} {}", told(&check.method), told(&check.result))).collect();
    let checks = (!checks.is_empty()).then(|| format!("it states {}", checks.join(", ")));
    match (station, checks) {
        (Some(station), Some(checks)) => Some(format!("{station}; {checks}.")),
        (Some(station), None) => Some(format!("{station}.")),
        (None, Some(checks)) => Some(format!("{}.", checks.replacen("it", "It", 1))),
        (None, None) => None,
    }
}

fn came(came: Came, has_way: bool) -> &'static str {
    match (came, has_way) {
        (Came::Itself, true) => "We have the original email, with its full headers.",
        (Came::Itself, false) => "We have the email as it was saved; its delivery headers are missing.",
        (Came::Attached, true) => "It was forwarded to us as an attachment, so its headers are whole.",
        (Came::Attached, false) => "It was forwarded to us as an attachment; its delivery headers are missing.",
        (Came::Inline, _) => "It was forwarded to us inside another email, so its own headers are missing.",
    }
}
