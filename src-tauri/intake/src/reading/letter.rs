//! One mail taken apart, whatever it was written in, before anything is made of it.

use super::{Head, Mailbox};

/// A mail's parts. Mails within it are letters of their own.
#[derive(Debug, Clone, Default)]
pub(super) struct Letter {
    pub head: Head,
    /// Everybody it was sent to, by any field that says so.
    pub recipients: Vec<Mailbox>,
    /// The program that wrote it, as it says itself (`X-Mailer`, `User-Agent`); empty where it doesn't.
    pub mailer: String,
    /// The texts to read, in their order. Where a mail tells the same in two forms, both are here: links differ.
    pub bodies: Vec<Body>,
    /// Every file in it, mails included, in their order.
    pub pieces: Vec<Piece>,
}

/// A text of a mail, decoded.
#[derive(Debug, Clone)]
pub(super) struct Body {
    pub html: bool,
    pub text: String,
}

/// A file in a mail.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    /// Its name as written, or empty.
    pub name: String,
    /// In lower case, without parameters; empty where none is told.
    pub media_type: String,
    pub bytes: Vec<u8>,
    /// It belongs to the text, as a picture does that is shown in it.
    pub inline: bool,
    /// Where it is a mail and could be read.
    pub letter: Option<Box<Letter>>,
}
