//! A mail (RFC 5322, MIME) taken apart. The parts are cut here, with limits on every step, and not by a general parser:
//! those nest and copy without bound. Fields and encodings are read by `mail-parser`.

mod about;
mod parts;

use std::io::Cursor;

use super::budget::{Budget, DEPTH, TEXT};
use super::heads::{self, Fields};
use super::letter::{Body, Letter, Piece};
use super::{Cut, Unread, html, msg, text, transfer};
use crate::sniff::{Content, sniff};
use about::{About, Disposition};

/// Multiparts within multiparts of the outermost mail, and of each mail in it. Every level is searched through once.
const NESTED: usize = 12;
const NESTED_INSIDE: usize = 6;

/// `depth` counts the mails around this one.
pub(super) fn letter(bytes: &[u8], depth: usize, budget: &mut Budget) -> Result<Letter, Unread> {
    let (fields, body) = Fields::split(beginning(bytes));
    if fields.is_empty() {
        return Err(Unread::Damaged);
    }
    if fields.cut {
        budget.note(Cut::Text);
    }
    let said = heads::said(&fields);
    let mut letter = Letter { head: said.head, recipients: said.recipients, mailer: said.mailer, ..Letter::default() };
    let mut walk = Walk { letter: &mut letter, depth, budget };
    walk.entity(&fields, body, Around::default(), 0);
    Ok(letter)
}

/// Without what may stand before the head: a byte order mark, empty lines, the line that mailbox files put there.
fn beginning(bytes: &[u8]) -> &[u8] {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let start = bytes.iter().position(|byte| !matches!(byte, b'\r' | b'\n')).unwrap_or(bytes.len());
    let bytes = &bytes[start..];
    if bytes.starts_with(b"From ") || bytes.starts_with(b">From ") {
        let end = bytes.iter().position(|byte| *byte == b'\n').map_or(bytes.len(), |end| end + 1);
        return &bytes[end..];
    }
    bytes
}

/// The multipart around a part.
#[derive(Debug, Default, Clone, Copy)]
struct Around {
    /// Parts without a type of their own are mails.
    digest: bool,
    /// Parts after the first belong to it, as pictures do.
    related: bool,
}

struct Walk<'a> {
    letter: &'a mut Letter,
    depth: usize,
    budget: &'a mut Budget,
}

impl Walk<'_> {
    fn entity(&mut self, fields: &Fields<'_>, body: &[u8], around: Around, nested: usize) {
        if !self.budget.take_part() {
            return;
        }
        let mut about = about::about(fields);
        if about.media_type.is_empty() {
            about.media_type = if around.digest { "message/rfc822" } else { "text/plain" }.to_owned();
        }
        if about.media_type.starts_with("multipart") && self.multipart(&about, body, nested) {
            return;
        }
        self.leaf(about, body, around);
    }

    /// False where no boundary is found, so that it is one part.
    fn multipart(&mut self, about: &About, body: &[u8], nested: usize) -> bool {
        if nested >= if self.depth == 0 { NESTED } else { NESTED_INSIDE } {
            self.budget.note(Cut::Depth);
            return true;
        }
        let most = super::budget::PARTS;
        let found = parts::parts(body, about.boundary.as_bytes(), most)
            .or_else(|| parts::parts(body, parts::shown_boundary(body)?, most));
        let Some(found) = found else { return false };
        let around =
            Around { digest: about.media_type == "multipart/digest", related: about.media_type == "multipart/related" };
        for part in found {
            let (fields, body) = Fields::split(part);
            // Without a field about it, all of a part is what it says, even where a line looks like a field.
            let body = if fields.is_about_a_part() { body } else { part };
            self.entity(&fields, body, around, nested + 1);
        }
        true
    }

    fn leaf(&mut self, about: About, body: &[u8], around: Around) {
        if self.is_text_to_read(&about) {
            self.text(&about, body);
        } else {
            self.piece(about, body, around);
        }
    }

    /// A named text is a file, but where it is the first of all: some programs name the very text.
    fn is_text_to_read(&self, about: &About) -> bool {
        let is_text = matches!(
            about.media_type.as_str(),
            "text/plain" | "text/html" | "text" | "text/x-amp-html" | "text/enriched" | "application/xhtml+xml"
        ) || about.media_type.starts_with("multipart");
        is_text
            && about.disposition != Disposition::Attachment
            && (about.name.is_empty() || self.letter.bodies.is_empty() && self.letter.pieces.is_empty())
    }

    fn text(&mut self, about: &About, body: &[u8]) {
        // Encoded text is up to three times as long as what it says.
        let body = if body.len() > 3 * TEXT {
            self.budget.note(Cut::Text);
            &body[..3 * TEXT]
        } else {
            body
        };
        let bytes = transfer::decoded(&about.encoding, body);
        let html = about.media_type.contains("html");
        let mut decoded = match about.charset.is_empty() && html {
            true => text::of_page(&bytes),
            false => text::in_charset(&bytes, &about.charset),
        };
        if about.cut_lines {
            decoded = decoded.replace(" \r\n", "").replace(" \n", "");
        }
        let html = html || !about.typed && html::is_page(&decoded);
        let kept = self.budget.take_text(&decoded);
        if !kept.trim().is_empty() {
            let text = if kept.len() == decoded.len() { decoded } else { kept.to_owned() };
            self.letter.bodies.push(Body { html, text });
        }
    }

    fn piece(&mut self, about: About, body: &[u8], around: Around) {
        let bytes = transfer::decoded(&about.encoding, body).into_owned();
        let letter = self.mail_in(&about.media_type, &bytes).map(Box::new);
        let is_picture = about.media_type.starts_with("image/");
        let inline = is_picture
            && match about.disposition {
                Disposition::Inline => true,
                Disposition::Attachment => around.related && about.has_id,
                Disposition::Untold => around.related || about.has_id,
            };
        self.letter.pieces.push(Piece { name: about.name, media_type: about.media_type, bytes, inline, letter });
    }

    /// The mail that a file is, by what it says or by its content: many are sent under another type.
    fn mail_in(&mut self, media_type: &str, bytes: &[u8]) -> Option<Letter> {
        let told = matches!(media_type, "message/rfc822" | "message/global" | "message/news");
        let content = sniff(&mut Cursor::new(bytes)).unwrap_or(Content::Other);
        let outlook = content == Content::OutlookMail;
        if !told && !outlook && content != Content::Mail {
            return None;
        }
        if self.depth + 1 >= DEPTH {
            self.budget.note(Cut::Depth);
            return None;
        }
        if !self.budget.has_time() {
            return None;
        }
        let read = if outlook {
            msg::letter(bytes, self.depth + 1, self.budget)
        } else {
            letter(bytes, self.depth + 1, self.budget)
        };
        read.inspect_err(|_| self.budget.note(Cut::Damaged)).ok()
    }
}
