//! Form fields and files, and their exact size on the wire before any file is opened.
//!
//! Our own encoder, because the size must be known and shown to the byte before sending.

use std::fmt;
use std::path::PathBuf;

use bytes::Bytes;

/// What stands between the parts. Deterministic, so that the same intention gives the same bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Boundary(String);

impl Boundary {
    /// A boundary from a seed, of which letters and digits count.
    ///
    /// The seed must be unknown to whoever wrote the files (an id drawn after they were chosen): a file that contains
    /// its own boundary would be read as more parts than were sent.
    #[must_use]
    pub fn from_seed(seed: &str) -> Self {
        // RFC 2046 allows 70 characters.
        let seed: String = seed.chars().filter(char::is_ascii_alphanumeric).take(48).collect();
        Self(format!("----TakedownDesk{seed}"))
    }

    /// The boundary as the `Content-Type` header names it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Where a file's bytes are.
#[derive(Clone, PartialEq, Eq)]
pub enum FileSource {
    /// Streamed from here, in small chunks.
    Disk(PathBuf),
    /// Already in memory.
    Bytes(Bytes),
}

/// Neither a path nor file contents belong into logs.
impl fmt::Debug for FileSource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Disk(_) => f.write_str("Disk"),
            Self::Bytes(bytes) => write!(f, "Bytes({} bytes)", bytes.len()),
        }
    }
}

/// One field or file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// A text field. The value goes as it is, line ends included.
    Text {
        /// Field name.
        name: String,
        /// UTF-8 text.
        value: String,
    },
    /// A file.
    File {
        /// Field name; may repeat.
        name: String,
        /// The name that the receiver is told.
        file_name: String,
        /// The exact MIME type to declare.
        media_type: String,
        /// Announced size in bytes. A source of another size fails the send.
        size: u64,
        /// Where the bytes are.
        source: FileSource,
    },
}

impl Part {
    /// The lines between the boundary and the content, without the boundary.
    pub(crate) fn head(&self) -> String {
        match self {
            Self::Text { name, .. } => format!("Content-Disposition: form-data; name=\"{}\"\r\n\r\n", quoted(name)),
            Self::File { name, file_name, media_type, .. } => format!(
                "Content-Disposition: form-data; name=\"{}\"; filename=\"{}\"\r\nContent-Type: {}\r\n\r\n",
                quoted(name),
                quoted(file_name),
                quoted(media_type)
            ),
        }
    }

    fn content_length(&self) -> u64 {
        match self {
            Self::Text { value, .. } => value.len() as u64,
            Self::File { size, .. } => *size,
        }
    }
}

/// A `multipart/form-data` body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Multipart {
    /// What stands between the parts.
    pub boundary: Boundary,
    /// In the order they are sent.
    pub parts: Vec<Part>,
}

impl Multipart {
    /// Exact size in bytes: every field, every file by its announced size, and all that stands between them.
    #[must_use]
    pub fn content_length(&self) -> u64 {
        let parts = self.parts.iter().map(|part| {
            self.opening().len() as u64 + part.head().len() as u64 + part.content_length() + LINE_END.len() as u64
        });
        parts.sum::<u64>() + self.closing().len() as u64
    }

    pub(crate) fn opening(&self) -> String {
        format!("--{}\r\n", self.boundary.as_str())
    }

    pub(crate) fn closing(&self) -> String {
        format!("--{}--\r\n", self.boundary.as_str())
    }
}

pub(crate) const LINE_END: &str = "\r\n";

/// A value made safe inside a part's header.
///
/// The form-data rule of the WHATWG escapes the quote and both line ends. We escape the other control characters too,
/// since header parsers refuse them, and the backslash, which some parsers take for an escape and others don't.
fn quoted(raw: &str) -> String {
    let mut out = String::with_capacity(raw.len());
    for c in raw.chars() {
        if c.is_ascii_control() || matches!(c, '"' | '\\') {
            out += &format!("%{:02X}", u32::from(c));
        } else {
            out.push(c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hostile_file_name_stays_inside_its_quotes() {
        assert_eq!(quoted("a\".png\r\nX-Evil: 1\\"), "a%22.png%0D%0AX-Evil: 1%5C");
    }

    #[test]
    fn a_boundary_keeps_to_what_the_standard_allows() {
        let boundary = Boundary::from_seed(&"0198c3d2-\"\r\n é".repeat(30));
        assert!(boundary.as_str().len() <= 70);
        assert!(boundary.as_str().bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-'));
    }
}
