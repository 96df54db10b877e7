//! Files that a person asked for, written where they chose.

use std::ffi::OsString;
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

/// Writes a file whole or not at all: under another name beside it first, and then in its place. What it replaces keeps
/// its permissions, and a link that was chosen stays one.
///
/// # Errors
/// The system's; nothing is left behind then, and what was there is as it was.
pub(crate) fn write_whole(chosen: &Path, bytes: &[u8]) -> io::Result<()> {
    let path = fs::canonicalize(chosen).unwrap_or_else(|_| chosen.to_owned());
    let mut name = OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(format!(".{}.unfinished", std::process::id()));
    let unfinished = path.with_file_name(name);
    // Never through a link that somebody put there, nor over a file of another name.
    let file = OpenOptions::new().write(true).create_new(true).open(&unfinished)?;
    let written = put_in_place(file, &unfinished, &path, bytes);
    if written.is_err() {
        // What can't be removed either can't be helped.
        let _ = fs::remove_file(&unfinished);
    }
    written
}

fn put_in_place(mut file: fs::File, unfinished: &Path, path: &Path, bytes: &[u8]) -> io::Result<()> {
    file.write_all(bytes)?;
    if let Ok(replaced) = fs::metadata(path) {
        file.set_permissions(replaced.permissions())?;
    }
    file.sync_all()?;
    // Windows renames no open file.
    drop(file);
    fs::rename(unfinished, path)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test says what went wrong by panicking")]

    use super::*;

    fn names(folder: &Path) -> Vec<OsString> {
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name()).collect()
    }

    #[test]
    fn a_file_is_written_and_nothing_lies_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("blocks.ics");
        for bytes in [&b"first"[..], b"second, and longer", b""] {
            write_whole(&path, bytes).unwrap();
            assert_eq!(fs::read(&path).unwrap(), bytes);
            assert_eq!(names(folder.path()), ["blocks.ics"]);
        }
    }

    #[test]
    fn where_it_can_t_be_written_nothing_changes() {
        let folder = tempfile::tempdir().unwrap();
        assert!(write_whole(&folder.path().join("missing/blocks.ics"), b"x").is_err());
        let taken = folder.path().join("taken");
        fs::create_dir_all(taken.join("full")).unwrap();
        assert!(write_whole(&taken, b"x").is_err(), "a folder is not replaced");
        assert_eq!(names(folder.path()), ["taken"]);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_a_link_and_permissions_stay() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let folder = tempfile::tempdir().unwrap();
        let (real, link) = (folder.path().join("real.ics"), folder.path().join("link.ics"));
        fs::write(&real, "old").unwrap();
        fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).unwrap();
        symlink(&real, &link).unwrap();
        write_whole(&link, b"new").unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read(&real).unwrap(), b"new");
        assert_eq!(fs::metadata(&real).unwrap().permissions().mode() & 0o777, 0o640);
    }
}
