//! Whether PhishFort takes a file: its name and its content must say the same.

use std::io::{self, Read, Seek};

use crate::kind::{FileKind, OCTET_STREAM, TypeProblem, taken};
use crate::sniff::sniff;

/// What a file turned out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Judged {
    /// What it is by its content; among texts, what its name says.
    pub kind: FileKind,
    /// The media type under which it is sent; [`OCTET_STREAM`] where there is a problem.
    pub media_type: &'static str,
    /// Why PhishFort would not take it.
    pub problem: Option<TypeProblem>,
}

/// Judges a file by the extension of its name and by parts of its content: at most about 2 MB are read, wherever they
/// lie. Fails only when the file can't be read.
pub fn judge(name: &str, mut file: impl Read + Seek) -> io::Result<Judged> {
    let content = sniff(&mut file)?;
    let extension = match name.trim().rsplit_once('.') {
        Some((_, extension)) => extension.to_ascii_lowercase(),
        None => String::new(),
    };
    let refused = |problem| Judged { kind: content.kind(), media_type: OCTET_STREAM, problem: Some(problem) };
    Ok(match taken(&extension) {
        None => refused(TypeProblem::TypeNotTaken),
        Some(taken) if taken.contents.contains(&content) => {
            Judged { kind: taken.kind, media_type: taken.media_type, problem: None }
        }
        Some(_) => refused(TypeProblem::Disguised),
    })
}
