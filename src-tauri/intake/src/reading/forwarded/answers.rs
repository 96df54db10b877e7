//! The quotes that answers carry below themselves: `On … somebody wrote:` and what follows.

use super::block::people;
use super::words::{Prefix, prefix};
use super::{Around, Forward, lines};
use crate::reading::{Head, MailProgram, Mailbox, dates};

/// With what the line above a quote ends, in any of the languages, before its colon.
const WROTE: [&str; 12] = [
    "wrote",
    "schrieb",
    "a écrit",
    "escribió",
    "ha scritto",
    "schreef",
    "escreveu",
    "napisał",
    "napisała",
    "napisał(a)",
    "geschrieben",
    "pisze",
];
/// Mailboxes to which people report.
const DESKS: [&str; 18] = [
    "abuse",
    "phishing",
    "phish",
    "report",
    "reports",
    "security",
    "spam",
    "scam",
    "fraud",
    "soc",
    "cert",
    "csirt",
    "infosec",
    "reportphishing",
    "report-phishing",
    "stop-phishing",
    "stop-spoofing",
    "spoof",
];

/// A quote below an answer.
#[derive(Debug)]
pub(super) struct Answer {
    /// Where the line above the quote begins, and where it ends.
    pub from: usize,
    pub body: usize,
    /// Who wrote what is quoted.
    pub author: Mailbox,
    /// The line that says so.
    line: String,
}

/// The first quote with something written above it.
pub(super) fn answer(text: &str) -> Option<Answer> {
    let mut all = lines(text).peekable();
    let mut before: Option<(usize, &str)> = None;
    // Where the first word is: all that stands above it is looked through once.
    let written = text.find(char::is_alphanumeric)?;
    while let Some((from, line)) = all.next() {
        let body = all.peek().map_or(text.len(), |(next, _)| *next);
        if let Some(wrote) = wrote(line) {
            // The line is often folded before the name.
            let folded = before.filter(|(_, above)| !wrote.contains('@') && above.contains('@') || starts_inside(line));
            let start = folded.map_or(from, |(start, _)| start);
            let line = folded.map_or_else(|| wrote.to_owned(), |(_, above)| format!("{above} {wrote}"));
            let author = people(&line).into_iter().find(|one| !one.address.is_empty());
            if written < start
                && let Some(author) = author
            {
                return Some(Answer { from: start, body, author, line });
            }
        }
        before = Some((from, line)).filter(|(_, line)| !line.is_empty());
    }
    None
}

/// The line without its last words, where it ends as a line above a quote does.
fn wrote(line: &str) -> Option<&str> {
    let rest = line.strip_suffix(':').filter(|rest| rest.len() <= 400)?.trim_end();
    let lower = rest.to_lowercase();
    if let Some(word) = WROTE.iter().find(|word| lower.ends_with(*word)) {
        return rest.get(..rest.len().checked_sub(word.len())?);
    }
    // German puts the word in the middle.
    lower.contains(" schrieb ").then_some(rest)
}

/// Whether a line goes on from the one before it.
fn starts_inside(line: &str) -> bool {
    line.starts_with('<') || line.starts_with(|c: char| c.is_lowercase())
}

/// Whether one of these is a mailbox to which people report.
pub(super) fn is_report(recipients: &[Mailbox]) -> bool {
    recipients.iter().any(|one| {
        let local = one.address.split('@').next().unwrap_or_default().to_ascii_lowercase();
        DESKS.contains(&local.as_str())
    })
}

/// An answer that went to a mailbox to which people report, and not to whom it answers, passes on what it quotes.
pub(super) fn passed_on(text: &str, around: Around<'_>) -> Option<Forward> {
    if around.attached || !is_report(around.recipients) {
        return None;
    }
    let answer = answer(text)?;
    let is_author = |one: &&Mailbox| one.address.eq_ignore_ascii_case(&answer.author.address);
    if around.recipients.iter().chain(around.sender).any(|one| is_author(&one)) {
        return None;
    }
    let date = answer.line.find(&answer.author.name).and_then(|end| date_in(&answer.line[..end]));
    let subject = match prefix(around.subject) {
        (Prefix::Reply, rest) => rest.to_owned(),
        _ => around.subject.to_owned(),
    };
    let told = Head { from: Some(named(answer.author)), subject, date, ..Head::default() };
    Some(Forward { from: answer.from, body: answer.body, told, people: Vec::new(), program: MailProgram::Unknown })
}

fn date_in(text: &str) -> Option<domain::Moment> {
    dates::date(text.trim_end_matches([',', ' ']))
}

/// The name without the date that stood before it: what comes after the last number.
fn named(author: Mailbox) -> Mailbox {
    let from = author.name.rfind(|c: char| c.is_ascii_digit()).map_or(0, |at| at + 1);
    let name = author.name[from..].trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '"' | '\''));
    let rest = ["AM", "PM", "Uhr", "schrieb"]
        .iter()
        .fold(name, |name, word| name.strip_prefix(word).unwrap_or(name).trim_matches([' ', ',', '\u{202F}']));
    Mailbox { name: rest.to_owned(), ..author }
}
