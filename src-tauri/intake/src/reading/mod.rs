//! What a mail or a text says, as plain values: who wrote it, how it came, every address in it and where it stood.
//! Nothing is opened, asked or looked up.

mod assemble;
mod budget;
mod dates;
mod eml;
mod forwarded;
mod heads;
mod html;
mod letter;
mod msg;
mod text;
mod transfer;

use std::io::{self, Read};

use domain::Moment;
use serde::{Deserialize, Serialize};

use crate::FileKind;

pub use budget::LARGEST_READ;

/// What a file said. Ranking what it found is [`crate::rank`]'s: that changes with the person's own sites and brands.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Reading {
    /// What was read.
    pub source: Source,
    /// The head of the suspicious mail itself: of the innermost attached mail, or what an inline forward tells of it.
    pub head: Head,
    /// How the suspicious mail came to us.
    pub came: Came,
    /// The program that forwarded it inline, where that can be told.
    pub forwarded_by: MailProgram,
    /// Every web address, in the order in which they stand; wrappers of mail gateways are taken off, `hxxp` and `[.]`
    /// are undone, tracking parts are kept.
    pub addresses: Vec<Found>,
    /// The files in it that can be taken out, by their place.
    pub attachments: Vec<Attachment>,
    /// Whom it was sent to, and who forwarded it: people whose addresses are nobody's business.
    pub people: Vec<Mailbox>,
    /// The file's own sender tells us of something suspicious, and did not write it.
    pub told: bool,
    /// The beginning of its text, for recognising a brand; at most 4,000 characters.
    pub words: String,
    /// What was not read, since a limit was met. Empty as a rule.
    pub cut: Vec<Cut>,
}

/// What kind of thing was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// A mail (RFC 5322).
    #[default]
    Mail,
    /// A mail as Outlook saves it (MS-OXMSG).
    OutlookMail,
    /// A text with words around its addresses.
    Text,
    /// Nothing but addresses, between spaces, commas or line ends.
    List,
}

/// How the suspicious mail came to us.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Came {
    /// It is the file itself.
    #[default]
    Itself,
    /// It was attached to another mail, so that its own head is whole.
    Attached,
    /// It was forwarded inside another mail's text: its own head is lost, and only what that text tells of it is known.
    Inline,
}

/// Mail programs that can be told by what they leave behind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "each is the program of that name")]
pub enum MailProgram {
    Gmail,
    Outlook,
    AppleMail,
    Thunderbird,
    Yahoo,
    #[default]
    Unknown,
}

/// What stands at the top of a mail. What it does not say is empty or none.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Head {
    /// Who wrote it, as it claims.
    pub from: Option<Mailbox>,
    /// Where answers go, if not to the sender.
    pub reply_to: Option<Mailbox>,
    /// Its subject, decoded.
    pub subject: String,
    /// When it was written, as it claims.
    pub date: Option<Moment>,
    /// The first station that it passed: the lowest `Received`.
    pub first_hop: Option<Hop>,
    /// What the mail states about its own checks, the topmost first.
    pub checks: Vec<AuthCheck>,
    /// Whether it has the marks of its way (`Received`): without them it is a copy, or was forwarded.
    pub has_way: bool,
}

/// A name and an e-mail address. Either may be empty; neither is checked.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mailbox {
    /// The name as it is shown.
    pub name: String,
    /// The address.
    pub address: String,
}

/// One station of a mail's way, as the station wrote it down.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hop {
    /// How the sender named itself.
    pub from: String,
    /// The sender's IP address.
    pub ip: Option<String>,
    /// Who took it.
    pub by: String,
    /// When.
    pub at: Option<Moment>,
}

/// A check that a receiving server made, as the mail states it (RFC 8601). Anybody can write such a line.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuthCheck {
    /// `spf`, `dkim`, `dmarc`, …
    pub method: String,
    /// `pass`, `fail`, …
    pub result: String,
    /// The server that says so.
    pub by: String,
}

/// A web address as it stood in a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Found {
    /// The address itself, whole.
    pub address: String,
    /// Where it stood.
    pub place: Place,
    /// For a link, the text that people see; empty for a picture.
    pub text: String,
    /// The gateway or redirect whose wrapper was taken off; the outermost first.
    pub unwrapped: Vec<String>,
    /// The wrapper told no more than the domain: the rest of the address is known to nobody here.
    pub domain_only: bool,
    /// Whether it stands in the suspicious mail, and not in what somebody wrote above or around it.
    pub in_suspect: bool,
    /// The attached file in which it stands, where it is one.
    pub file: Option<String>,
    /// It stands where nobody sees it: in a hidden part, or behind text without size.
    pub hidden: bool,
}

/// Where an address stood.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// Where a form sends what is typed into it.
    Form,
    /// Where the page goes by itself.
    Refresh,
    /// A link that looks like a button.
    Button,
    /// A link around a picture.
    PictureLink,
    /// A link in the text.
    Link,
    /// Text alone.
    Text,
    /// The subject.
    Subject,
    /// A picture that is loaded from there, or another thing that nobody clicks.
    Loaded,
}

/// A file inside a mail.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attachment {
    /// Its place, for [`attachment`].
    pub at: u32,
    /// Its name as it can be shown.
    pub name: String,
    /// Its size in bytes.
    pub size: u64,
    /// It is a mail.
    pub is_mail: bool,
    /// It is a picture that the mail shows in its text, such as a logo.
    pub inline: bool,
}

/// What was not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cut {
    /// Mails within mails, deeper than anybody sends them.
    Depth,
    /// More parts than anybody sends.
    Parts,
    /// More text than anybody reads.
    Text,
    /// More addresses than anybody follows.
    Addresses,
    /// It took too long.
    Time,
    /// A part is damaged.
    Damaged,
}

/// Why nothing was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum Unread {
    /// Bigger than [`LARGEST_READ`].
    #[error("too big to be read")]
    TooBig,
    /// It says it is a mail, and is none, or is damaged beyond reading.
    #[error("damaged")]
    Damaged,
    /// A kind of file in which nothing is looked for.
    #[error("not a kind that is read")]
    NotRead,
}

/// Reads a mail, an Outlook mail or a text; any other kind is [`Unread::NotRead`]. Bounded in time and memory whatever
/// the bytes are; what a limit left out is told in [`Reading::cut`].
///
/// # Errors
/// `Err` only when the file can't be read; what can't be understood is [`Unread`].
pub fn read(kind: FileKind, file: impl Read) -> io::Result<Result<Reading, Unread>> {
    if !matches!(kind, FileKind::Email | FileKind::OutlookEmail | FileKind::Text) {
        return Ok(Err(Unread::NotRead));
    }
    let mut bytes = Vec::new();
    file.take(LARGEST_READ + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LARGEST_READ {
        return Ok(Err(Unread::TooBig));
    }
    Ok(match kind {
        FileKind::OutlookEmail => assemble::outlook(&bytes),
        FileKind::Email => assemble::mail(&bytes),
        _ => Ok(read_text(&text::decoded(&bytes))),
    })
}

/// Reads a text that was pasted, or that a file held. Headers saved as text are read as a mail.
#[must_use]
pub fn read_text(text: &str) -> Reading {
    assemble::text(text)
}

/// The bytes of a file inside a mail, by its place; none where there is no such file.
#[must_use]
pub fn attachment(kind: FileKind, bytes: &[u8], at: u32) -> Option<Vec<u8>> {
    assemble::attachment(kind, bytes, at)
}
