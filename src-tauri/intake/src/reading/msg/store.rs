//! The storages and streams of a compound file, read by bounded steps.

use std::io::{Cursor, Read};

use ::cfb::{CompoundFile, OpenOptions, Stream};

use super::guard;
use crate::reading::budget::{Budget, DEPTH};
use crate::reading::{Cut, Unread};

/// Bytes that are asked for at once. A step that fails is tried again in the small ones of [`BUFFER`], so that what
/// stands before a damaged place is kept.
const STEP: usize = 64 * 1024;
const BUFFER: usize = 1024;
/// Entries of one storage that are looked at.
const ENTRIES: usize = 20_000;

/// How many times its own size may be copied out of a file.
const COPIES: usize = DEPTH;

/// An open compound file.
pub(super) struct Store<'a> {
    file: CompoundFile<Cursor<&'a [u8]>>,
    /// Streams of an honest file do not overlap, so that together they are no longer than the file.
    left: usize,
    /// The same for copies: one is made at each depth of mails within mails.
    left_to_copy: usize,
}

/// An entry of a storage.
pub(super) struct Entry {
    pub name: String,
    pub is_storage: bool,
}

impl<'a> Store<'a> {
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, Unread> {
        if !guard::is_sane(bytes) {
            return Err(Unread::Damaged);
        }
        let file = OpenOptions::new().max_buffer_size(BUFFER).open_with(Cursor::new(bytes));
        Ok(Self { file: file.map_err(|_| Unread::Damaged)?, left: bytes.len(), left_to_copy: COPIES * bytes.len() })
    }

    pub(super) fn has_storage(&self, path: &str) -> bool {
        self.file.is_storage(path)
    }

    pub(super) fn has_stream(&self, path: &str) -> bool {
        self.file.is_stream(path)
    }

    /// What lies in a storage, in the order of the file.
    pub(super) fn entries(&self, path: &str) -> Vec<Entry> {
        if !self.has_storage(path) {
            return Vec::new();
        }
        let Ok(entries) = self.file.read_storage(path) else { return Vec::new() };
        entries.take(ENTRIES).map(|e| Entry { name: e.name().to_owned(), is_storage: e.is_storage() }).collect()
    }

    /// The names of the storages that begin so, by their number.
    pub(super) fn numbered(&self, path: &str, prefix: &str) -> Vec<String> {
        let mut found: Vec<String> = self
            .entries(path)
            .into_iter()
            .filter(|entry| entry.is_storage && entry.name.starts_with(prefix))
            .map(|entry| entry.name)
            .collect();
        found.sort();
        found
    }

    /// The bytes of a stream, at most so many; what is missing of them is noted as damage. None where there is no such
    /// stream.
    pub(super) fn read(&mut self, path: &str, longest: usize, budget: &mut Budget) -> Option<Vec<u8>> {
        let bytes = self.beginning(path, longest.min(self.left), budget)?;
        self.left -= bytes.len();
        if self.left == 0 {
            budget.note(Cut::Damaged);
        }
        Some(bytes)
    }

    /// All of a stream that is read again to be copied; none where more was copied than honest mails need.
    pub(super) fn copy(&mut self, path: &str, budget: &mut Budget) -> Option<Vec<u8>> {
        let bytes = self.beginning(path, self.left_to_copy, budget)?;
        self.left_to_copy = self.left_to_copy.checked_sub(bytes.len()).filter(|left| *left > 0)?;
        Some(bytes)
    }

    fn beginning(&mut self, path: &str, longest: usize, budget: &mut Budget) -> Option<Vec<u8>> {
        if !self.has_stream(path) || !budget.has_time() {
            return None;
        }
        let (bytes, whole) = match self.file.open_stream(path) {
            Ok(mut stream) => read_steps(&mut stream, longest),
            Err(_) => (Vec::new(), false),
        };
        if !whole {
            budget.note(Cut::Damaged);
        }
        Some(bytes)
    }
}

/// The beginning of a stream, and whether nothing failed on the way.
fn read_steps(stream: &mut Stream<Cursor<&[u8]>>, longest: usize) -> (Vec<u8>, bool) {
    let mut bytes = Vec::new();
    let mut step = vec![0; STEP];
    let mut most = STEP;
    while bytes.len() < longest {
        let wanted = most.min(longest - bytes.len());
        match stream.read(&mut step[..wanted]) {
            Ok(0) => break,
            Ok(count) => bytes.extend_from_slice(&step[..count]),
            Err(_) if most > BUFFER => most = BUFFER,
            Err(_) => return (bytes, false),
        }
    }
    (bytes, true)
}
