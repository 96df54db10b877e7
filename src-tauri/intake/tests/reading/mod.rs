//! Reading mails and texts: what they say, and what no mail may do to who reads it.

mod any_mail;
mod asked;
mod attached;
mod bodies;
mod checks;
mod dates;
mod decoys;
mod forwards;
mod heads;
mod heavy;
mod pages;
mod pasted;
mod scripts;
mod told;

use intake::reading::{Found, Place, Reading};
use intake::{FileKind, read};

/// Reads a mail; its lines may end in `\n`.
pub(crate) fn mail(text: impl AsRef<[u8]>) -> Reading {
    read(FileKind::Email, text.as_ref()).unwrap().unwrap()
}

/// A mail with ordinary fields and this HTML.
pub(crate) fn html_mail(html: &str) -> Reading {
    mail(format!("{HEAD}Content-Type: text/html; charset=utf-8\n\n{html}"))
}

/// A mail with this subject and this plain text.
pub(crate) fn text_mail(subject: &str, text: &str) -> Reading {
    mail(format!(
        "From: Ann <ann@staff.example>\nTo: abuse@staff.example\nSubject: {subject}\nMIME-Version: 1.0\n\
         Content-Type: text/plain; charset=utf-8\n\n{text}"
    ))
}

/// Fields that every mail has.
pub(crate) const HEAD: &str =
    "From: Bank <care@evil.test>\nTo: ann@staff.example\nSubject: Your account\nMIME-Version: 1.0\n";

/// The addresses that are not merely loaded, with their places.
pub(crate) fn led(reading: &Reading) -> Vec<(Place, &str)> {
    let led = reading.addresses.iter().filter(|found| found.place != Place::Loaded);
    led.map(|found| (found.place, found.address.as_str())).collect()
}

/// The one find with this address.
pub(crate) fn found<'a>(reading: &'a Reading, address: &str) -> &'a Found {
    let mut all = reading.addresses.iter().filter(|found| found.address == address);
    let first = all.next().unwrap_or_else(|| panic!("{address} is not among {:?}", reading.addresses));
    assert!(all.next().is_none(), "{address} was found twice");
    first
}
