//! What a part says about itself.

use mail_parser::parsers::MessageStream;
use mail_parser::{ContentType, HeaderValue};

use crate::reading::heads::{Fields, bounded};

/// Bytes of a field about a part that are read: a parser compares every attribute with every other.
const FIELD: usize = 4 * 1024;

/// A part's description.
#[derive(Debug, Default)]
pub(super) struct About {
    /// `text/plain`, in lower case; empty where none is told.
    pub media_type: String,
    /// It tells a type at all.
    pub typed: bool,
    pub charset: String,
    pub boundary: String,
    /// Its lines were cut for sending, and a blank before a line end is of no meaning (RFC 3676 §4).
    pub cut_lines: bool,
    /// Its file name as written, or empty.
    pub name: String,
    /// `base64` and so on, in lower case.
    pub encoding: String,
    pub disposition: Disposition,
    /// The text may show it by this name.
    pub has_id: bool,
}

/// How a part wants to be shown.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) enum Disposition {
    #[default]
    Untold,
    Inline,
    Attachment,
}

/// Reads the fields about a part.
pub(super) fn about(fields: &Fields<'_>) -> About {
    let kind = structured(fields, "content-type");
    let disposition = structured(fields, "content-disposition");
    let attribute = |of: &Option<ContentType<'static>>, name: &str| {
        of.as_ref().and_then(|of| of.attribute(name)).map(bounded).unwrap_or_default()
    };
    let named = [attribute(&disposition, "filename"), attribute(&kind, "name")];
    About {
        typed: kind.is_some(),
        media_type: kind.as_ref().map(media_type).unwrap_or_default(),
        charset: attribute(&kind, "charset"),
        boundary: attribute(&kind, "boundary"),
        cut_lines: attribute(&kind, "delsp").eq_ignore_ascii_case("yes"),
        name: named.into_iter().find(|name| !name.trim().is_empty()).unwrap_or_default(),
        encoding: fields.first("content-transfer-encoding").map(|value| word(&value)).unwrap_or_default(),
        disposition: match disposition.as_ref().map(ContentType::ctype) {
            Some("attachment") => Disposition::Attachment,
            Some("inline") => Disposition::Inline,
            _ => Disposition::Untold,
        },
        has_id: fields.first("content-id").is_some() || fields.first("content-location").is_some(),
    }
}

fn media_type(of: &ContentType<'_>) -> String {
    bounded(&match of.subtype() {
        Some(sub) => format!("{}/{sub}", of.ctype()).to_ascii_lowercase(),
        None => of.ctype().to_ascii_lowercase(),
    })
}

fn structured(fields: &Fields<'_>, name: &str) -> Option<ContentType<'static>> {
    let mut value = fields.first(name)?;
    if value.len() > FIELD {
        value.truncate(FIELD);
        value.push(b'\n');
    }
    match MessageStream::new(&value).parse_content_type().into_owned() {
        HeaderValue::ContentType(of) => Some(of),
        _ => None,
    }
}

/// The first word, which is all that a transfer encoding is.
fn word(value: &[u8]) -> String {
    let text = String::from_utf8_lossy(value);
    let word = text.split([';', '(']).next().unwrap_or_default().trim().trim_matches('"').to_ascii_lowercase();
    bounded(&word)
}
