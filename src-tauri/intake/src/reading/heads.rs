//! What a head says: senders, recipients, the way, the checks.

mod encoded;
mod fields;
mod values;
mod way;

use std::borrow::Cow;

use super::{Head, Mailbox};

pub(super) use fields::Fields;
pub(super) use values::{bounded, date, people, text};

/// Every field that names somebody to whom a mail went.
const RECIPIENTS: [&str; 14] = [
    "to",
    "cc",
    "bcc",
    "delivered-to",
    "x-original-to",
    "envelope-to",
    "x-envelope-to",
    "x-forwarded-to",
    "x-forwarded-for",
    "x-delivered-to",
    "x-rcpt-to",
    "resent-to",
    "resent-cc",
    "apparently-to",
];
/// Fields of recipients that are read, and people that are kept.
const RECIPIENT_FIELDS: usize = 64;
const PEOPLE: usize = 1000;

/// A head, read.
#[derive(Debug, Default)]
pub(super) struct Said {
    pub head: Head,
    pub recipients: Vec<Mailbox>,
    /// The program that wrote it, as it says itself.
    pub mailer: String,
}

/// Reads the head at the beginning of these bytes; what comes after it is not looked at.
pub(super) fn of(bytes: &[u8]) -> Said {
    said(&Fields::split(bytes).0)
}

/// Reads the fields of a mail's head.
pub(super) fn said(fields: &Fields<'_>) -> Said {
    let from = fields.first("from").and_then(|value| one(&value));
    let reply_to = fields.first("reply-to").and_then(|value| one(&value));
    let first_hop = way::first_hop(fields);
    Said {
        head: Head {
            from: from.or_else(|| fields.first("sender").and_then(|value| one(&value))),
            reply_to,
            subject: fields.first("subject").map(|value| text(&value)).unwrap_or_default(),
            date: fields.first("date").and_then(|value| date(&value)),
            has_way: first_hop.is_some(),
            first_hop,
            checks: way::checks(fields),
        },
        recipients: recipients(fields),
        mailer: ["x-mailer", "user-agent"]
            .iter()
            .find_map(|name| fields.first(name))
            .map(|value| text(&value))
            .unwrap_or_default(),
    }
}

fn one(value: &[u8]) -> Option<Mailbox> {
    people(value).into_iter().next()
}

fn recipients(fields: &Fields<'_>) -> Vec<Mailbox> {
    let mut all: Vec<Mailbox> = Vec::new();
    let values = RECIPIENTS.iter().flat_map(|name| fields.all(name)).take(RECIPIENT_FIELDS);
    for one in values.flat_map(|value| people(&separated(&value))) {
        if all.len() >= PEOPLE {
            break;
        }
        if !all.contains(&one) {
            all.push(one);
        }
    }
    all
}

/// Gmail parts the addresses of its own fields by spaces alone.
fn separated(value: &[u8]) -> Cow<'_, [u8]> {
    let words = value.trim_ascii().split(u8::is_ascii_whitespace);
    if value.contains(&b',') || !words.clone().all(|word| word.contains(&b'@')) {
        return Cow::Borrowed(value);
    }
    let mut list = words.collect::<Vec<_>>().join(&b',');
    list.push(b'\n');
    Cow::Owned(list)
}
