//! Every way of looking, over one stretch of text, and one trace where several ways found the same.

use std::ops::Range;

use super::people::{Names, People};
use super::view::View;
use super::{Trace, TraceKind, UrlPart, encoded, mail, opaque, token};

/// How a stretch is read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reading {
    /// How sure a name must be.
    pub(super) names: Names,
    /// Whether ids that nobody can read count.
    pub(super) ids: bool,
}

/// What was found, its place in the source. The kinds stand in the order in which they win over one another.
#[derive(Debug)]
pub(super) struct Find {
    pub(super) at: Range<usize>,
    pub(super) kind: TraceKind,
    pub(super) says: Option<String>,
    /// Whether what it stands in leads to a page, and not only to a person.
    pub(super) leads: bool,
}

/// Everything in one stretch, in order, none overlapping.
pub(super) fn finds(view: &View, people: &People, spared: &[&str], reading: Reading) -> Vec<Find> {
    let decoded = View::of(view.text()).percent_decoded();
    let text = decoded.text();
    let mut finds = Vec::new();
    let mut add = |at: Range<usize>, kind, says: Option<String>, leads| {
        finds.push(Find { at: view.source(&decoded.source(&at)), kind, says, leads });
    };
    let is_spared = |address: &str| spared.iter().any(|spared| spared.trim().eq_ignore_ascii_case(address.trim()));
    let kind_of = |at: &Range<usize>| match decoded.source(at).len() == at.len() {
        true => TraceKind::Address,
        // The signs of percent-encoding take more room than what they stand for.
        false => TraceKind::EncodedAddress,
    };
    for (at, says) in token::tokens(text) {
        add(at, TraceKind::Token, says, false);
    }
    let lower = lowered(text);
    let mut backwards: Vec<Range<usize>> = Vec::new();
    for (at, whose) in people.address_in(&lower) {
        let forwards = lower[at.clone()] == *whose;
        add(at.clone(), if forwards { kind_of(&at) } else { TraceKind::EncodedAddress }, Some(whose.to_owned()), false);
        backwards.extend((!forwards).then_some(at));
    }
    for at in mail::addresses(text) {
        // Backwards, a known one may look like another's.
        let is_known = backwards.iter().any(|known| known.start < at.end && at.start < known.end);
        let address = &text[at.clone()];
        if !is_known && !is_spared(address) {
            add(at.clone(), kind_of(&at), Some(address.to_owned()), false);
        }
    }
    for (at, hidden) in encoded::hidden_in(text, people) {
        if !is_spared(&hidden.says) {
            let kind = if hidden.is_name { TraceKind::Name } else { TraceKind::EncodedAddress };
            add(at, kind, Some(hidden.says), hidden.leads);
        }
    }
    for (at, whom) in people.names_in(text, reading.names) {
        add(at, TraceKind::Name, Some(whom.to_owned()), false);
    }
    if reading.ids {
        for at in opaque::ids(text) {
            add(at, TraceKind::Opaque, None, false);
        }
    }
    merged(finds)
}

/// Small letters where they take as many bytes as the large ones, so that places stay places.
fn lowered(text: &str) -> String {
    text.chars()
        .map(|c| {
            let mut lower = c.to_lowercase();
            match (lower.next(), lower.next()) {
                (Some(small), None) if small.len_utf8() == c.len_utf8() => small,
                _ => c,
            }
        })
        .collect()
}

/// Finds that overlap become one, which is what the surest of them is: what one way of looking cuts in half, nothing
/// shall leave behind.
fn merged(mut finds: Vec<Find>) -> Vec<Find> {
    finds.retain(|find| !find.at.is_empty());
    finds.sort_by_key(|find| (find.at.start, find.kind));
    let mut out: Vec<Find> = Vec::new();
    for find in finds {
        match out.last_mut() {
            Some(last) if find.at.start < last.at.end => {
                let end = last.at.end.max(find.at.end);
                let (start, leads) = (last.at.start, last.leads || find.leads);
                if find.kind < last.kind {
                    *last = find;
                }
                (last.at, last.leads) = (start..end, leads);
            }
            _ => out.push(find),
        }
    }
    out
}

/// A find as it is handed out.
pub(super) fn trace(text: &str, find: Find, part: Option<UrlPart>, removable: bool) -> Trace {
    let written = text.get(find.at.clone()).unwrap_or_default().to_owned();
    Trace { kind: find.kind, text: written, at: find.at, says: find.says, part, removable }
}
