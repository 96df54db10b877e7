//! Evidence by the SHA-256 of its bytes: written once, never changed, never read by another name.

use std::fs::{self, File};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::{LedgerError, fail_point};

/// The folder of evidence files.
pub struct EvidenceStore {
    folder: PathBuf,
}

/// Bytes that are in the store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stored {
    /// SHA-256 in lower-case hex: also the file's name.
    pub sha256: String,
    /// How many bytes.
    pub size_bytes: u64,
}

impl EvidenceStore {
    pub(crate) fn open(folder: &Path) -> Result<Self, LedgerError> {
        fs::create_dir_all(folder)?;
        // What a process that was killed left half copied belongs to nobody.
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.extension().is_some_and(|extension| extension == "unfinished") {
                fs::remove_file(path)?;
            }
        }
        Ok(Self { folder: folder.into() })
    }

    /// Copies all bytes of `source` into the store and makes them durable before it returns.
    ///
    /// # Errors
    /// [`LedgerError::Storage`] when reading or writing fails; nothing stays behind.
    pub fn keep(&self, source: &mut dyn Read, unique: &str) -> Result<Stored, LedgerError> {
        fail_point::pass("before_evidence_copy");
        let unfinished = self.folder.join(format!("{unique}.unfinished"));
        let kept = self.copy(source, &unfinished);
        if kept.is_err() {
            // The first error is the one that tells; a second one about the remains would hide it.
            let _ = fs::remove_file(&unfinished);
        }
        kept
    }

    fn copy(&self, source: &mut dyn Read, unfinished: &Path) -> Result<Stored, LedgerError> {
        let mut target = File::options().write(true).create_new(true).open(unfinished)?;
        let mut hash = Sha256::new();
        let mut size_bytes = 0;
        let mut chunk = vec![0; 64 * 1024];
        loop {
            let read = source.read(&mut chunk)?;
            if read == 0 {
                break;
            }
            hash.update(&chunk[..read]);
            target.write_all(&chunk[..read])?;
            size_bytes += read as u64;
        }
        fail_point::pass("after_evidence_copy");
        target.sync_all()?;
        let sha256 = hex(&hash.finalize());
        let path = self.path(&sha256);
        // What lies there damaged is replaced: adding the file again is how a person mends it.
        if self.is_whole(&sha256)? {
            fs::remove_file(unfinished)?;
        } else {
            read_only(unfinished)?;
            fs::rename(unfinished, &path)?;
            File::open(&self.folder)?.sync_all()?;
        }
        fail_point::pass("after_evidence_sync");
        Ok(Stored { sha256, size_bytes })
    }

    /// Where the bytes with this hash lie. The hash must come from this store; anything else is no file here.
    pub fn path(&self, sha256: &str) -> PathBuf {
        let safe: String = sha256.chars().filter(char::is_ascii_hexdigit).collect();
        self.folder.join(safe)
    }

    /// Whether the stored bytes still are what their name says.
    ///
    /// # Errors
    /// [`LedgerError::Storage`] when they can't be read.
    pub fn is_whole(&self, sha256: &str) -> Result<bool, LedgerError> {
        let mut file = match File::open(self.path(sha256)) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(false),
            other => other?,
        };
        let mut hash = Sha256::new();
        let mut chunk = vec![0; 64 * 1024];
        loop {
            let read = file.read(&mut chunk)?;
            if read == 0 {
                return Ok(hex(&hash.finalize()) == sha256);
            }
            hash.update(&chunk[..read]);
        }
    }

    /// Bytes of all evidence together.
    pub fn size_bytes(&self) -> u64 {
        fs::read_dir(&self.folder)
            .into_iter()
            .flatten()
            .flatten()
            .filter_map(|entry| entry.metadata().ok())
            .map(|m| m.len())
            .sum()
    }
}

/// Lower-case hex.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// SHA-256 of a text, in lower-case hex.
pub fn sha256_of(text: &str) -> String {
    hex(&Sha256::digest(text.as_bytes()))
}

fn read_only(path: &Path) -> Result<(), LedgerError> {
    let mut permissions = fs::metadata(path)?.permissions();
    permissions.set_readonly(true);
    Ok(fs::set_permissions(path, permissions)?)
}
