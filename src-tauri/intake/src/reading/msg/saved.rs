//! An embedded mail as a file of its own, so that it can be sent as evidence.

use std::io::{self, Cursor, ErrorKind, Write};

use ::cfb::{CompoundFile, Version};

use super::store::Store;
use crate::reading::budget::Budget;

/// Entries that are copied, and storages within storages.
const ENTRIES: usize = 10_000;
const DEEPEST: usize = 40;
const PROPERTIES: &str = "__properties_version1.0";
/// Where names stand for properties that have no fixed number; a file has one for all its mails.
const NAMES: &str = "/__nameid_version1.0";
/// A mail of its own has 8 more bytes before its first property than an embedded one (MS-OXMSG §2.4.1).
const EMBEDDED_HEAD: usize = 24;

/// The file; empty where it can't be made.
pub(super) fn as_file(store: &mut Store, path: &str, budget: &mut Budget) -> Vec<u8> {
    let Ok(file) = CompoundFile::create_with_version(Version::V3, Cursor::new(Vec::new())) else {
        return Vec::new();
    };
    let mut copy = Copy { file, entries: 0 };
    let made = copy.storage(store, path, "", 0, budget).and_then(|()| {
        if store.has_storage(NAMES) {
            copy.file.create_storage(NAMES)?;
            copy.storage(store, NAMES, NAMES, 0, budget)?;
        }
        copy.file.flush()
    });
    made.map(|()| copy.file.into_inner().into_inner()).unwrap_or_default()
}

struct Copy {
    file: CompoundFile<Cursor<Vec<u8>>>,
    entries: usize,
}

impl Copy {
    fn storage(
        &mut self,
        store: &mut Store,
        from: &str,
        to: &str,
        depth: usize,
        budget: &mut Budget,
    ) -> io::Result<()> {
        for entry in store.entries(from) {
            self.entries += 1;
            if self.entries > ENTRIES || depth > DEEPEST || !budget.has_time() {
                return Err(ErrorKind::QuotaExceeded.into());
            }
            let source = format!("{from}/{}", entry.name);
            let target = format!("{to}/{}", entry.name);
            if entry.is_storage {
                self.file.create_storage(&target)?;
                self.storage(store, &source, &target, depth + 1, budget)?;
                continue;
            }
            let mut bytes = store.copy(&source, budget).ok_or(ErrorKind::QuotaExceeded)?;
            if target == format!("/{PROPERTIES}") && bytes.len() >= EMBEDDED_HEAD {
                bytes.splice(EMBEDDED_HEAD..EMBEDDED_HEAD, [0; 8]);
            }
            self.file.create_stream(&target)?.write_all(&bytes)?;
        }
        Ok(())
    }
}
