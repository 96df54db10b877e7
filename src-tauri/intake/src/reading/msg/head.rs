//! Who wrote it, to whom, and how it came. A mail from outside keeps its head as it was; of one from within the same
//! house there are only Outlook's own properties.

use super::properties::{Before, Properties, SHORT};
use super::store::Store;
use crate::reading::budget::Budget;
use crate::reading::heads;
use crate::reading::letter::Letter;
use crate::reading::{Cut, Mailbox};

const HEADERS: u16 = 0x007D;
/// Bytes of the head that are read.
const LONGEST_HEAD: usize = 1024 * 1024;
const RECIPIENTS: usize = 1000;

const SUBJECT: u16 = 0x0037;
const SUBJECT_WITHOUT_PREFIX: u16 = 0x0E1D;
const REPLY_NAMES: u16 = 0x0050;
const SENT: u16 = 0x0039;
const DELIVERED: u16 = 0x0E06;
/// The addresses by which the internet knows the sender, then those that may be a path within Exchange.
const FROM_ADDRESS: [u16; 4] = [0x5D02, 0x5D01, 0x0065, 0x0C1F];
const FROM_NAME: [u16; 2] = [0x0042, 0x0C1A];
const RECIPIENT_ADDRESS: [u16; 3] = [0x39FE, 0x3003, 0x3001];
const RECIPIENT_NAME: [u16; 1] = [0x3001];

/// The head and the recipients.
pub(super) fn read(store: &mut Store, about: &Properties, budget: &mut Budget) -> Letter {
    let headers = about.text(store, HEADERS, LONGEST_HEAD, budget);
    let said = heads::of(mail_head(&headers).as_bytes());
    let mut letter = Letter { head: said.head, recipients: said.recipients, mailer: said.mailer, ..Letter::default() };
    let head = &mut letter.head;
    if head.subject.trim().is_empty() {
        head.subject = about.first_text(store, &[SUBJECT, SUBJECT_WITHOUT_PREFIX], budget);
    }
    if head.from.is_none() {
        head.from = mailbox(store, about, &FROM_ADDRESS, &FROM_NAME, budget);
    }
    if head.reply_to.is_none() {
        let names = about.text(store, REPLY_NAMES, SHORT, budget);
        head.reply_to = heads::people(names.as_bytes()).into_iter().find(|one| one.address.contains('@'));
    }
    head.date = head.date.or_else(|| about.time(SENT)).or_else(|| about.time(DELIVERED));
    recipients(store, about, &mut letter.recipients, budget);
    letter
}

/// Without the line that Outlook puts above it, and with the empty line that ends a head.
fn mail_head(headers: &str) -> String {
    let headers = headers.trim_start();
    let headers = match headers.split_once('\n') {
        Some((first, rest)) if first.starts_with("Microsoft Mail Internet Headers") => rest,
        _ => headers,
    };
    format!("{}\r\n\r\n", headers.trim_end())
}

fn recipients(store: &mut Store, about: &Properties, all: &mut Vec<Mailbox>, budget: &mut Budget) {
    for storage in store.numbered(&about.path, "__recip_version1.0_#") {
        if all.len() >= RECIPIENTS {
            budget.note(Cut::Parts);
            return;
        }
        if !budget.has_time() {
            return;
        }
        let path = format!("{}/{storage}", about.path);
        let of = Properties::read(store, &path, Before::Other, about.codepage, budget);
        if let Some(one) = mailbox(store, &of, &RECIPIENT_ADDRESS, &RECIPIENT_NAME, budget)
            && !all.iter().any(|known| known.address.eq_ignore_ascii_case(&one.address))
        {
            all.push(one);
        }
    }
}

/// A name and the first of several addresses that is one: Exchange has paths (`/o=…`) in their place.
fn mailbox(
    store: &mut Store,
    of: &Properties,
    addresses: &[u16],
    names: &[u16],
    budget: &mut Budget,
) -> Option<Mailbox> {
    let address = addresses
        .iter()
        .map(|id| of.text(store, *id, SHORT, budget).trim().to_owned())
        .find(|address| address.contains('@'))
        .unwrap_or_default();
    let name = of.first_text(store, names, budget).trim().to_owned();
    let one = Mailbox { name: heads::bounded(&name), address: heads::bounded(&address) };
    (one != Mailbox::default()).then_some(one)
}
