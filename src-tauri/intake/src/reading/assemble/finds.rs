//! Addresses collected from texts and pages.

use super::parts::parts;
use crate::addresses::{Address, in_text};
use crate::reading::budget::{ADDRESSES, Budget};
use crate::reading::html::Page;
use crate::reading::{Cut, Found, Place};

/// Where a text stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stand<'a> {
    /// From which place of the text on, and up to which, it is the suspicious mail's.
    pub suspect: (usize, usize),
    pub file: Option<&'a str>,
}

impl Stand<'_> {
    /// All of the text belongs to the suspicious mail, or nothing of it.
    pub(super) fn whole(suspect: bool) -> Self {
        Self { suspect: (0, if suspect { usize::MAX } else { 0 }), file: None }
    }

    fn is_suspect(self, at: usize) -> bool {
        at >= self.suspect.0 && at < self.suspect.1
    }

    /// A part of a text, cut where the suspicious mail begins and where it ends.
    fn parts(self, text: &str, from: usize, to: usize) -> [(usize, usize); 3] {
        let first = floor(text, self.suspect.0.clamp(from, to));
        let second = floor(text, self.suspect.1.clamp(first, to)).max(first);
        [(from, first), (first, second), (second, to)]
    }
}

/// What was found so far.
#[derive(Debug, Default)]
pub(super) struct Finds {
    pub list: Vec<Found>,
}

impl Finds {
    pub(super) fn text(&mut self, text: &str, place: Place, stand: Stand<'_>, budget: &mut Budget) {
        for (from, to) in stand.parts(text, 0, text.len()) {
            for address in self.searched(&text[from..to], budget) {
                let found = found(address, place, stand.is_suspect(from), stand);
                self.keep(found, budget);
            }
        }
    }

    pub(super) fn page(&mut self, page: &Page, stand: Stand<'_>, budget: &mut Budget) {
        let mut links = page.links.iter().enumerate().peekable();
        for run in &page.runs {
            while let Some((_, link)) = links.next_if(|(at, link)| link.at <= run.from || run.link == Some(*at)) {
                self.link(link, stand, budget);
            }
            for (from, to) in stand.parts(&page.text, run.from, run.to) {
                let own = run.link.and_then(|link| page.links.get(link)).map(|link| &link.address);
                for address in self.searched(&page.text[from..to], budget) {
                    // A link's text is no find of its own unless it names another site.
                    if own.is_some_and(|own| same_host(&own.address, &address.address)) {
                        continue;
                    }
                    let in_suspect = stand.is_suspect(from);
                    let found = Found { hidden: run.hidden, ..found(address, Place::Text, in_suspect, stand) };
                    self.keep(found, budget);
                }
            }
        }
        for (_, link) in links {
            self.link(link, stand, budget);
        }
    }

    fn link(&mut self, link: &crate::reading::html::Link, stand: Stand<'_>, budget: &mut Budget) {
        let in_suspect = stand.is_suspect(link.at);
        let found = Found {
            text: link.text.clone(),
            hidden: link.hidden,
            ..found(link.address.clone(), link.place, in_suspect, stand)
        };
        self.keep(found, budget);
    }

    pub(super) fn keep(&mut self, found: Found, budget: &mut Budget) {
        if self.list.len() >= ADDRESSES {
            budget.note(Cut::Addresses);
            return;
        }
        self.list.push(found);
    }

    fn searched(&self, text: &str, budget: &mut Budget) -> Vec<Address> {
        // One more than fits tells that there are more.
        let most = match ADDRESSES - self.list.len() {
            0 => 0,
            left => left + 1,
        };
        let mut found = Vec::new();
        for part in parts(text) {
            let left = most - found.len();
            let may_hold = part.contains(['.', ':', '[', '(', '{', '\u{3002}', '\u{FF0E}', '\u{2024}']);
            if left == 0 || may_hold && !budget.has_time() {
                break;
            }
            if may_hold {
                found.extend(in_text(part, left));
            }
        }
        found
    }
}

pub(super) fn found(address: Address, place: Place, in_suspect: bool, stand: Stand<'_>) -> Found {
    Found {
        address: address.address,
        place,
        text: String::new(),
        unwrapped: address.unwrapped,
        domain_only: address.domain_only,
        in_suspect,
        file: stand.file.map(str::to_owned),
        hidden: false,
    }
}

fn same_host(one: &str, other: &str) -> bool {
    let host =
        |text: &str| url::Url::parse(text).ok()?.host_str().map(|host| host.trim_start_matches("www.").to_owned());
    match (host(one), host(other)) {
        (Some(one), Some(other)) => one == other,
        _ => one == other,
    }
}

/// The place, or the one before it where a character begins.
pub(super) fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
