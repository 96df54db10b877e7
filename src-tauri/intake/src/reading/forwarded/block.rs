//! The head that a mail program writes over a mail that it quotes.

use super::words::{Field, field};
use crate::reading::heads::bounded;
use crate::reading::{Head, Mailbox, dates};

/// Lines of such a head, the folded ones of a long list of people included.
const LINES: usize = 60;
/// People that are kept.
const PEOPLE: usize = 200;

/// What such a head tells.
#[derive(Debug, Default)]
pub(super) struct Block {
    pub head: Head,
    /// Whom it was sent to.
    pub people: Vec<Mailbox>,
    /// How many lines it takes.
    pub lines: usize,
    kinds: Vec<Field>,
}

/// The fields with which Outlook begins.
const OUTLOOK: [Field; 3] = [Field::From, Field::Date, Field::To];

impl Block {
    pub(super) fn has(&self, field: Field) -> bool {
        self.kinds.contains(&field)
    }

    /// Whether the fields stand in the order of Outlook, which alone writes no mark above them.
    pub(super) fn is_outlooks(&self) -> bool {
        self.kinds.starts_with(&OUTLOOK) && self.has(Field::Subject)
    }

    /// Different fields, without those of no use.
    pub(super) fn fields(&self) -> usize {
        self.kinds.iter().filter(|kind| **kind != Field::Other).count()
    }
}

/// Reads a head from the first of these lines on; empty where there is none. Quote marks are taken off already.
pub(super) fn block(lines: &[&str]) -> Block {
    let mut block = Block::default();
    let mut last: Option<(Field, String)> = None;
    let mut at = 0;
    while let Some(line) = lines.get(at).filter(|_| at < LINES) {
        let named = named(line);
        match (named, &mut last) {
            (Some((kind, value)), last) => {
                block.keep(last.replace((kind, value.to_owned())));
            }
            (None, Some((_, value))) if value.is_empty() && !line.is_empty() => *value = (*line).to_owned(),
            (None, Some((_, value))) if goes_on(value, line, &lines[at + 1..]) => {
                value.push(' ');
                value.push_str(line);
            }
            // Some programs put an empty line between the fields.
            (None, Some(_)) if line.is_empty() && lines.get(at + 1).is_some_and(|next| self::named(next).is_some()) => {
            }
            _ => break,
        }
        at += 1;
    }
    block.keep(last);
    block.lines = at;
    block
}

/// Whether a line belongs to the field before it: that ended in the middle of a list, or fields follow.
fn goes_on(value: &str, line: &str, rest: &[&str]) -> bool {
    !line.is_empty()
        && (value.ends_with([',', ';']) || rest.iter().take(2).any(|next| named(next).is_some()) && value.len() < 8000)
}

/// The field that a line is, and its value.
fn named(line: &str) -> Option<(Field, &str)> {
    let (name, value) = line.split_once(':')?;
    let name = name.trim_matches(|c: char| c == '*' || c.is_whitespace());
    if name.is_empty() || name.chars().count() > 24 {
        return None;
    }
    Some((field(name)?, value.trim_matches(|c: char| c == '*' || c.is_whitespace())))
}

impl Block {
    fn keep(&mut self, told: Option<(Field, String)>) {
        let Some((kind, value)) = told else { return };
        let first = !self.kinds.contains(&kind);
        match kind {
            Field::From if first => self.head.from = people(&value).into_iter().next(),
            Field::ReplyTo if first => self.head.reply_to = people(&value).into_iter().next(),
            Field::Date if first => self.head.date = dates::date(&value),
            Field::Subject if first => self.head.subject = bounded(&value),
            Field::To => {
                let left = PEOPLE.saturating_sub(self.people.len());
                self.people.extend(people(&value).into_iter().take(left));
            }
            _ => {}
        }
        if first {
            self.kinds.push(kind);
        }
    }
}

/// The people that a line names, however a program writes them: `Name <a@b>`, `Name [mailto:a@b]`,
/// `Name <a@b<mailto:a@b>>`, an address alone, or a name alone.
pub(super) fn people(text: &str) -> Vec<Mailbox> {
    let mut people: Vec<Mailbox> = Vec::new();
    let mut name = String::new();
    for word in
        text.split_inclusive(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '[' | ']' | '(' | ')' | ';'))
    {
        let bare = word.trim_matches(|c: char| c.is_whitespace() || "<>[]();,\"'*".contains(c));
        let bare = bare.strip_prefix("mailto:").unwrap_or(bare);
        if is_address(bare) {
            // A program may write the same address twice over.
            if people.last().is_none_or(|last| last.address != bare) {
                people.push(Mailbox { name: clean(&name), address: bounded(bare) });
            }
            name.clear();
        } else if people.len() < PEOPLE {
            name.push_str(word);
        }
    }
    if people.is_empty() {
        let names = text.split(';').map(clean).filter(|name| !name.is_empty());
        people.extend(names.take(PEOPLE).map(|name| Mailbox { name, address: String::new() }));
    }
    people
}

fn is_address(word: &str) -> bool {
    word.split_once('@').is_some_and(|(local, host)| !local.is_empty() && host.contains('.') && !host.contains('@'))
}

/// A name without the marks around it.
fn clean(name: &str) -> String {
    bounded(name.trim_matches(|c: char| c.is_whitespace() || "<>[]();,\"'*:".contains(c)))
}
