//! Files that can't be used: put aside beside the new one, since what they hold may be the only copy.

use std::fs;
use std::path::{Path, PathBuf};

use domain::Moment;
use rusqlite::Connection;

use crate::LedgerError;

/// Damaged files without an archive that are kept: they may help to find the cause, and no more than that.
const KEPT: usize = 3;

/// Why a file is put aside, and so how it is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Why {
    /// Damaged, or of something else; nothing of an archive can be read in it.
    Damaged,
    /// Damaged, and blocks can be read in it that the service may have forgotten. Kept until a person removes it.
    Archive,
    /// Written by a newer version of the app. Kept until a person removes it.
    Newer,
}

impl Why {
    fn word(self) -> &'static str {
        match self {
            Self::Damaged => "damaged",
            Self::Archive => "archive",
            Self::Newer => "newer",
        }
    }

    /// What a damaged file is worth. A page of blocks that can't be read says that there were some.
    pub(super) fn of_damaged(connection: &Connection) -> Self {
        let held = connection.query_row("SELECT EXISTS (SELECT 1 FROM block)", [], |row| row.get::<_, bool>(0));
        match held.map_err(LedgerError::from) {
            Ok(true) => Self::Archive,
            Err(LedgerError::Damaged(_)) if connection.prepare("SELECT 1 FROM block").is_ok() => Self::Archive,
            _ => Self::Damaged,
        }
    }
}

/// The file and what SQLite keeps beside it. A log that stayed would be played into the new file.
fn all_of(path: &Path) -> [PathBuf; 3] {
    ["", "-wal", "-shm"].map(|end| PathBuf::from(format!("{}{end}", path.display())))
}

/// Renames the cache in `folder`, its log included, and tells what it is called now. Nobody may have it open.
pub(super) fn put(folder: &Path, why: Why, now: Moment) -> Result<PathBuf, LedgerError> {
    let mut at = now.millis();
    let free = loop {
        let name = folder.join(format!("cache-{}-{at}.db", why.word()));
        if !name.exists() {
            break name;
        }
        at += 1;
    };
    for (from, to) in all_of(&folder.join("cache.db")).into_iter().zip(all_of(&free)) {
        match fs::rename(from, to) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
    }
    if why == Why::Damaged {
        forget_oldest(folder)?;
    }
    Ok(free)
}

fn forget_oldest(folder: &Path) -> Result<(), LedgerError> {
    let mut damaged = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let at = name.strip_prefix("cache-damaged-").and_then(|rest| rest.strip_suffix(".db"));
        if let Some(at) = at.and_then(|at| at.parse::<i64>().ok()) {
            damaged.push((at, path));
        }
    }
    damaged.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
    for (_, old) in damaged.into_iter().skip(KEPT) {
        for file in all_of(&old) {
            match fs::remove_file(file) {
                Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error.into()),
                _ => {}
            }
        }
    }
    Ok(())
}
