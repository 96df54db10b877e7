//! Text without a mail around it: pasted, or from a file.

use domain::Target;

use super::finds::{Finds, Stand, found};
use super::mails::WORDS;
use crate::addresses::{Address, in_text};
use crate::reading::budget::Budget;
use crate::reading::forwarded::{self, Around};
use crate::reading::{Came, Place, Reading, Source, html};

/// Addresses of a list are tried one by one up to this many; more make no list that a person wrote.
const LIST: usize = 20_000;

pub(super) fn read(text: &str, budget: &mut Budget) -> Reading {
    let text = budget.take_text(text);
    if let Some(list) = listed(text, budget) {
        return Reading { source: Source::List, ..list };
    }
    if html::is_page(text) {
        let page = html::page(text, budget);
        let mut finds = Finds::default();
        finds.page(&page, Stand::whole(true), budget);
        return Reading {
            source: Source::Text,
            addresses: finds.list,
            words: page.seen(0, WORDS),
            ..Reading::default()
        };
    }
    let forward = forwarded::find(text, Around { subject: "", recipients: &[], sender: None, attached: false }, budget);
    let mut finds = Finds::default();
    let suspect = (forward.as_ref().map_or(0, |forward| forward.from), usize::MAX);
    finds.text(text, Place::Text, Stand { suspect, file: None }, budget);
    let mut reading = Reading {
        source: Source::Text,
        addresses: finds.list,
        words: text[forward.as_ref().map_or(0, |forward| forward.body)..].chars().take(WORDS).collect(),
        ..Reading::default()
    };
    if let Some(forward) = forward {
        reading.came = Came::Inline;
        reading.head = forward.told;
        reading.people = forward.people;
        reading.forwarded_by = forward.program;
    }
    reading
}

/// Nothing but addresses, between spaces, commas and line ends; bullets and numbers before them don't count.
fn listed(text: &str, budget: &mut Budget) -> Option<Reading> {
    let mut finds = Finds::default();
    let words = text.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '|' | '"'));
    for (count, word) in words.enumerate() {
        let word = word.trim_matches(|c| matches!(c, '<' | '>' | '\'' | '`'));
        let is_bullet = !word.contains(char::is_alphabetic) && word.trim_end_matches(['.', ')']).parse::<u32>().is_ok();
        if is_bullet || word.chars().all(|c| c.is_ascii_punctuation() || matches!(c, '•' | '–' | '—' | '·')) {
            continue;
        }
        if count > LIST || word.len() > 8192 || !budget.has_time() {
            return None;
        }
        let Ok(target @ Target::Web(_)) = Target::parse(word) else { return None };
        let address = in_text(word, 1).into_iter().next().unwrap_or_else(|| Address {
            address: target.as_sent(),
            unwrapped: Vec::new(),
            domain_only: false,
        });
        finds.keep(found(address, Place::Text, true, Stand::whole(true)), budget);
    }
    (!finds.list.is_empty()).then(|| Reading { addresses: finds.list, ..Reading::default() })
}
