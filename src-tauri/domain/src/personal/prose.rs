//! Traces in free text, the web addresses in it read as addresses.

use std::ops::Range;

use super::address;
use super::people::{Names, People};
use super::scan::{Find, Reading, finds};
use super::view::View;
use super::without::REMOVED;
use super::{TraceKind, UrlPart};

/// What begins a web address, defanged or not, in small letters.
const SCHEMES: [&str; 4] = ["https://", "http://", "hxxps://", "hxxp://"];

/// How often a text is read again without what was found: what stood glued to it can be read only then.
const MOST_ROUNDS: usize = 4;

/// What is found in a text, and in which part of a web address where it stands in one. `spared` are addresses that
/// belong in the text; in a web address they point at somebody all the same.
pub(super) fn finds_in(text: &str, people: &People, spared: &[&str]) -> Vec<(Find, Option<UrlPart>)> {
    let mut out: Vec<(Find, Option<UrlPart>)> = Vec::new();
    for _ in 0..MOST_ROUNDS {
        let view = View::with_instead(text, out.iter().map(|(find, _)| find.at.clone()), REMOVED);
        let mut more = finds_once(&view.refanged(), people, spared);
        // Words work without anything; but an address in them must go on naming its page.
        more.retain(|(find, part)| find.kind != TraceKind::Opaque || !matches!(part, Some(UrlPart::Path)));
        if more.is_empty() {
            break;
        }
        out.append(&mut more);
        out.sort_by_key(|(find, _)| find.at.start);
    }
    out
}

fn finds_once(view: &View, people: &People, spared: &[&str]) -> Vec<(Find, Option<UrlPart>)> {
    let mut out = Vec::new();
    let mut done = 0;
    let links = web_addresses(view.text());
    for link in links.into_iter().map(Some).chain([None]) {
        let between = done..link.as_ref().map_or(view.text().len(), |link| link.start);
        let reading = Reading { names: Names::Prose, ids: false };
        out.extend(finds(&view.part(&between), people, spared, reading).into_iter().map(|find| (find, None)));
        if let Some(link) = link {
            let found = address::finds_in(&view.part(&link), people);
            out.extend(found.into_iter().map(|placed| (placed.find, Some(placed.part))));
            done = link.end;
        }
    }
    out
}

/// Where web addresses with a scheme stand.
fn web_addresses(text: &str) -> Vec<Range<usize>> {
    let lower = text.to_ascii_lowercase();
    let mut out: Vec<Range<usize>> = Vec::new();
    for (at, _) in lower.match_indices("://") {
        let before = &lower[..at + 3];
        let Some(scheme) = SCHEMES.iter().find(|scheme| before.ends_with(*scheme)) else { continue };
        let start = at + 3 - scheme.len();
        // One within another belongs to it.
        if out.last().is_some_and(|last| start < last.end) {
            continue;
        }
        let ends = |c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '`' | '|' | '“' | '”' | '«' | '»');
        let end = text[at + 3..].find(ends).map_or(text.len(), |len| at + 3 + len);
        let link = text[start..end].trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', ')', ']', '}']);
        if link.len() > scheme.len() {
            out.push(start..start + link.len());
        }
    }
    out
}
