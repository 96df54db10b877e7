//! What points at the victim of a phishing mail: found in a web address and in free text, and taken out of what is sent.
//!
//! A link in a phishing mail often carries whom it was sent to, and a report that quotes it tells the service, the host,
//! and sometimes the phisher who was attacked and who reported it (`users.md`, "Links in reports leak victims").
//! This module points such traces out. It decides nothing: what is taken out is the person's choice, and the original
//! stays in the case. What cannot be read by anybody (a token in a database of the phisher's) can only be suspected:
//! see [`TraceKind::Opaque`].

mod address;
mod encoded;
mod mail;
mod opaque;
mod people;
mod prose;
mod scan;
mod split;
mod token;
mod view;
mod without;
mod words;

use std::ops::Range;

use people::People;
use view::View;

/// Somebody whose address and name must not leave by accident. Either may be empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Person<'a> {
    /// As a mail states it: `Kim Sample`, `Sample, Kim`. What names a mailbox (`Acme Support`) counts as no name.
    pub name: &'a str,
    /// The e-mail address.
    pub address: &'a str,
}

/// What kind of trace it is. The order is that in which one wins where two overlap.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TraceKind {
    /// A signed token (JWT), which says of whom it speaks to everybody who decodes it.
    Token,
    /// An e-mail address as it is.
    Address,
    /// An e-mail address in percent-encoding, base64, base32 or hex, nested or backwards.
    EncodedAddress,
    /// A person's name, a word of it, or the part of their address before the `@`.
    Name,
    /// A long id that nobody can read: it may stand for the person, the mail or the click, or for nobody.
    Opaque,
}

/// A part of a web address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum UrlPart {
    /// User name and password before the host.
    User,
    /// The host name.
    Host,
    /// The path.
    Path,
    /// The query behind the `?`.
    Query,
    /// What stands behind the `#`.
    Fragment,
}

/// Something that points at a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trace {
    /// What it is.
    pub kind: TraceKind,
    /// Where in the text as it was given, in bytes; on character boundaries.
    pub at: Range<usize>,
    /// As it stands there.
    pub text: String,
    /// Whom it names: an e-mail address, the person's name, the claim of a token. None where nobody can tell.
    pub says: Option<String>,
    /// The part of the web address that it stands in; none in free text.
    pub part: Option<UrlPart>,
    /// Whether it can be taken out so that the report still works: a page is found by its host and path.
    pub removable: bool,
}

/// The traces in a web address as it is sent, in order, none overlapping.
pub fn in_address(address: &str, people: &[Person<'_>]) -> Vec<Trace> {
    let people = People::of(people, &[]);
    address::finds_in(&View::of(address), &people)
        .into_iter()
        .map(|placed| scan::trace(address, placed.find, Some(placed.part), placed.removable))
        .collect()
}

/// The traces in free text such as a note, in order, none overlapping; web addresses in it, defanged ones too, are read
/// as addresses. `spare` are e-mail addresses that belong there: the reported sender's, the reporter's own.
///
/// All of them can be taken out, since words work without. An id that nobody can read is pointed out only where a web
/// address works without it as well.
pub fn in_text(text: &str, people: &[Person<'_>], spare: &[&str]) -> Vec<Trace> {
    let people = People::of(people, spare);
    prose::finds_in(text, &people, spare).into_iter().map(|(find, part)| scan::trace(text, find, part, true)).collect()
}

/// The address without those of these traces that are removable and stand in it: a parameter goes with its name, a
/// fragment without parameters goes whole, user name and password go together. None if nothing changes, or if the rest
/// is no web address any more.
pub fn address_without(address: &str, traces: &[Trace]) -> Option<String> {
    without::address_without(address, traces)
}

/// The text with `[removed]` for each of these traces that stands in it.
pub fn text_without(text: &str, traces: &[Trace]) -> String {
    without::text_without(text, traces)
}

#[cfg(test)]
mod tests;
