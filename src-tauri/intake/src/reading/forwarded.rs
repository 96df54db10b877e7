//! Whether a mail was forwarded inside the text of another, by which program, and what that text tells of it.

mod answers;
mod block;
mod words;

use super::budget::Budget;
use super::{Head, MailProgram, Mailbox};
use block::{Block, block};
use words::{Field, Mark, Prefix, mark, prefix};

/// Lines of a text in which a forwarded mail is looked for.
const LINES: usize = 20_000;
/// Quoted mails that are looked at.
const QUOTED: usize = 24;
/// Letters between two heads with which the outer still counts as a mere wrapper.
const WRAPPER: usize = 300;

/// A mail that was forwarded inside a text.
#[derive(Debug)]
pub(super) struct Forward {
    /// Where in the text it begins: at the mark or the head.
    pub from: usize,
    /// Where its own text begins.
    pub body: usize,
    /// What the text tells of its head.
    pub told: Head,
    /// Whom it was sent to, and who forwarded it on the way.
    pub people: Vec<Mailbox>,
    /// By the words of its mark.
    pub program: MailProgram,
}

/// The mail around the text in which is looked.
#[derive(Debug, Clone, Copy)]
pub(super) struct Around<'a> {
    pub subject: &'a str,
    pub recipients: &'a [Mailbox],
    pub sender: Option<&'a Mailbox>,
    /// It was attached to another: its own head is whole, so that only a subject that says so makes it a forward.
    pub attached: bool,
}

/// The suspicious mail in a text: the innermost of those that were only passed on.
pub(super) fn find(text: &str, around: Around<'_>, budget: &mut Budget) -> Option<Forward> {
    let mut quoted = quoted(text, budget).into_iter();
    let subject = prefix(around.subject).0;
    let Some(mut chosen) = quoted.find(|one| one.is_forward(subject, around.attached)) else {
        return answers::passed_on(text, around);
    };
    let mut people = std::mem::take(&mut chosen.block.people);
    for next in quoted {
        let passed_on = prefix(&chosen.block.head.subject).0 == Prefix::Forward;
        let between = text.get(chosen.body..next.from).unwrap_or_default();
        let wrapper = between.chars().filter(|c| c.is_alphanumeric()).take(WRAPPER).count() < WRAPPER;
        if !(passed_on || next.forwards() && wrapper) {
            break;
        }
        // Who passed it on is nobody's business.
        people.extend(chosen.block.head.from.take());
        chosen = next;
        people.append(&mut chosen.block.people);
    }
    let program = match chosen.mark {
        Some(mark) => mark.program,
        None if chosen.block.is_outlooks() => MailProgram::Outlook,
        None => MailProgram::Unknown,
    };
    Some(Forward { from: chosen.from, body: chosen.body, told: chosen.block.head, people, program })
}

/// Where in the text of an answer the quote of what it answers begins: that is not what its writer says.
pub(super) fn answered(text: &str, subject: &str, budget: &mut Budget) -> Option<usize> {
    let below_head = || {
        let first = quoted(text, budget).into_iter().next().filter(|_| prefix(subject).0 == Prefix::Reply)?;
        text[..first.from].chars().any(char::is_alphanumeric).then_some(first.from)
    };
    answers::answer(text).map(|answer| answer.from).or_else(below_head)
}

/// The subject without the words that forwarding put before it.
pub(super) fn without_prefix(subject: &str) -> &str {
    match prefix(subject) {
        (Prefix::Forward, rest) => rest,
        _ => subject,
    }
}

/// Whether the mail went to a mailbox to which people report.
pub(super) fn is_report(recipients: &[Mailbox]) -> bool {
    answers::is_report(recipients)
}

/// Whether the subject says that the mail was passed on.
pub(super) fn says_passed_on(subject: &str) -> bool {
    prefix(subject).0 == Prefix::Forward
}

/// A mail quoted in a text.
#[derive(Debug)]
struct Quoted {
    from: usize,
    body: usize,
    mark: Option<Mark>,
    block: Block,
}

impl Quoted {
    fn forwards(&self) -> bool {
        self.mark.is_some_and(|mark| mark.forwards)
    }

    fn is_forward(&self, subject: Prefix, attached: bool) -> bool {
        match subject {
            Prefix::Forward => self.forwards() || self.block.has(Field::From),
            _ if attached => false,
            Prefix::None => self.forwards() || self.block.fields() >= 3,
            // Answers quote with the same head.
            Prefix::Reply => self.forwards(),
        }
    }
}

/// Every quoted mail that a mark or a head begins, in their order.
fn quoted(text: &str, budget: &mut Budget) -> Vec<Quoted> {
    let (starts, lines): (Vec<usize>, Vec<&str>) = lines(text).unzip();
    let mut all = Vec::new();
    let mut at = 0;
    while at < lines.len() && all.len() < QUOTED && budget.has_time() {
        let mark = mark(lines[at]);
        let first = match mark {
            Some(_) => at + 1 + lines[at + 1..].iter().take(4).take_while(|line| line.is_empty()).count(),
            None => at,
        };
        let begins = begins_with(lines[at]);
        let block = if mark.is_some() || begins.is_some() { block(&lines[first..]) } else { Block::default() };
        // Where something else comes before the sender, ordinary text would be taken for a head too often.
        let least = match (mark, begins) {
            (Some(_), _) => 1,
            (None, Some(Field::From)) => 2,
            _ => 4,
        };
        let is_head = block.has(Field::From) && block.fields() >= least;
        if !is_head && !mark.is_some_and(|mark| mark.forwards) {
            at += 1;
            continue;
        }
        let next = if is_head { first + block.lines } else { at + 1 };
        all.push(Quoted { from: starts[at], body: starts.get(next).copied().unwrap_or(text.len()), mark, block });
        at = next;
    }
    all
}

/// The field with which a head without a mark may begin.
fn begins_with(line: &str) -> Option<Field> {
    let (name, _) = line.split_once(':')?;
    let name = name.trim_matches(|c: char| c == '*' || c.is_whitespace());
    (name.chars().count() <= 16).then(|| words::field(name))?.filter(|field| *field != Field::Other)
}

/// The lines and where they begin, without quote marks and the blanks around them.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split_inclusive('\n').take(LINES).map(move |line| {
        let start = at;
        at += line.len();
        let is_outside = |c: char| c.is_whitespace() || matches!(c, '\u{200B}' | '\u{FEFF}' | '\u{200E}' | '\u{200F}');
        (start, line.trim_start_matches(|c: char| c == '>' || c == '|' || is_outside(c)).trim_end_matches(is_outside))
    })
}
