//! What single fields say.

use domain::Moment;
use mail_parser::parsers::MessageStream;
use mail_parser::{Address, HeaderValue};

use crate::reading::{Mailbox, dates};

/// Characters of anything that a head tells and that is kept: RFC 5322 §2.1.1's longest line.
pub(in crate::reading) const LONGEST: usize = 998;
/// People in one field.
const PEOPLE: usize = 500;

/// At most [`LONGEST`] characters.
pub(in crate::reading) fn bounded(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => text[..end].to_owned(),
        None => text.to_owned(),
    }
}

/// A text field, its encoded words decoded and its folds undone.
pub(in crate::reading) fn text(value: &[u8]) -> String {
    match MessageStream::new(value).parse_unstructured() {
        HeaderValue::Text(text) => bounded(text.trim()),
        _ => String::new(),
    }
}

/// The people that a field names; groups are taken apart.
pub(in crate::reading) fn people(value: &[u8]) -> Vec<Mailbox> {
    let HeaderValue::Address(address) = MessageStream::new(value).parse_address() else { return Vec::new() };
    let all = match address {
        Address::List(list) => list,
        Address::Group(groups) => groups.into_iter().flat_map(|group| group.addresses).collect(),
    };
    all.into_iter()
        .take(PEOPLE)
        .map(|one| Mailbox {
            name: bounded(one.name.as_deref().unwrap_or_default().trim()),
            address: bounded(one.address.as_deref().unwrap_or_default().trim()),
        })
        .filter(|one| !one.name.is_empty() || !one.address.is_empty())
        .collect()
}

/// A date as mails write it (RFC 5322 §3.3), or in any form that people can read.
pub(in crate::reading) fn date(value: &[u8]) -> Option<Moment> {
    let told = match MessageStream::new(value).parse_date() {
        HeaderValue::DateTime(date) => moment(&date),
        _ => None,
    };
    told.or_else(|| dates::date(std::str::from_utf8(value).ok()?))
}

pub(super) fn moment(date: &mail_parser::DateTime) -> Option<Moment> {
    date.is_valid().then(|| Moment(date.to_timestamp().saturating_mul(1000)))
}
