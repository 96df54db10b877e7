//! Files that a person has lying about, made byte by byte.

use std::path::PathBuf;

use super::TestDesk;

pub(crate) const PNG: &[u8] = include_bytes!("../../../samples/login-page.png");
pub(crate) const MAIL: &[u8] = include_bytes!("../../../samples/forwarded.eml");
/// What begins as a JPEG and a PDF do: intake looks no deeper for what only has to be sent.
pub(crate) const JPEG: &[u8] = b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0\xff\xd9";
pub(crate) const PDF: &[u8] = b"%PDF-1.4\n%%EOF\n";
pub(crate) const PROGRAM: &[u8] = b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0\xb8\0\0\0";

/// A text of exactly so many bytes, told apart from every other by its first line.
pub(crate) fn text(about: &str, bytes: usize) -> Vec<u8> {
    let mut text = format!("{about}\n").into_bytes();
    assert!(text.len() <= bytes.max(1), "{about} is longer than {bytes}");
    text.resize(bytes, b'.');
    text
}

impl TestDesk {
    /// Puts a file where the person has it.
    pub(crate) fn file(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.lying_about.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    }
}
