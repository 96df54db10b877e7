//! An Outlook mail (MS-OXMSG) taken apart: a compound file in which each property of the mail is a stream, each
//! recipient and each attachment a storage, and an attached mail a storage that holds the same again.

mod attached;
mod codepage;
mod guard;
mod head;
mod properties;
mod rtf;
mod saved;
mod store;

use super::budget::{Budget, TEXT};
use super::letter::{Body, Letter};
use super::{Cut, LARGEST_READ, Unread, text};
use codepage::WESTERN;
use properties::{Before, Properties};
use store::Store;

const BODY: u16 = 0x1000;
const BODY_RTF: u16 = 0x1009;
const BODY_HTML: u16 = 0x1013;

/// `depth` counts the mails around this one.
pub(super) fn letter(bytes: &[u8], depth: usize, budget: &mut Budget) -> Result<Letter, Unread> {
    let mut store = Store::open(bytes)?;
    if !store.has_stream("/__properties_version1.0") {
        return Err(Unread::Damaged);
    }
    if !budget.take_part() {
        return Ok(Letter::default());
    }
    Ok(message(&mut store, "", Before::Mail, depth, budget))
}

/// The mail in a storage.
fn message(store: &mut Store, path: &str, before: Before, depth: usize, budget: &mut Budget) -> Letter {
    let about = Properties::read(store, path, before, WESTERN, budget);
    let mut letter = head::read(store, &about, budget);
    letter.bodies = bodies(store, &about, budget);
    attached::read(store, &about, &mut letter, depth, budget);
    letter
}

/// The texts: the plain one, and the one with markup. RTF is asked only where no HTML is: Outlook keeps them alike.
fn bodies(store: &mut Store, about: &Properties, budget: &mut Budget) -> Vec<Body> {
    let mut bodies = Vec::new();
    let plain = about.text(store, BODY, 2 * TEXT + 2, budget);
    keep(Body { html: false, text: plain }, &mut bodies, budget);
    if let Some(html) = html(store, about, budget) {
        keep(Body { html: true, text: html }, &mut bodies, budget);
    } else if let Some(body) = from_rtf(store, about, budget) {
        keep(body, &mut bodies, budget);
    }
    bodies
}

fn keep(body: Body, bodies: &mut Vec<Body>, budget: &mut Budget) {
    let text = budget.take_text(&body.text);
    if !text.trim().is_empty() {
        bodies.push(Body { html: body.html, text: text.to_owned() });
    }
}

/// The HTML, which is bytes as they came through the internet; other programs write it as a text.
fn html(store: &mut Store, about: &Properties, budget: &mut Budget) -> Option<String> {
    let html = match about.binary(store, BODY_HTML, TEXT + 1, budget) {
        Some(bytes) => match about.internet_codepage() {
            Some(page) => codepage::decoded(&bytes, page),
            None => text::decoded(&bytes),
        },
        None => about.text(store, BODY_HTML, 2 * TEXT + 2, budget),
    };
    (!html.trim().is_empty()).then_some(html)
}

fn from_rtf(store: &mut Store, about: &Properties, budget: &mut Budget) -> Option<Body> {
    let packed = about.binary(store, BODY_RTF, LARGEST_READ as usize, budget)?;
    let Some(unpacked) = rtf::unpacked(&packed, TEXT) else {
        budget.note(Cut::Damaged);
        return None;
    };
    if unpacked.more {
        budget.note(Cut::Text);
    }
    if !unpacked.whole {
        budget.note(Cut::Damaged);
    }
    Some(rtf::body(&unpacked.rtf, TEXT))
}
