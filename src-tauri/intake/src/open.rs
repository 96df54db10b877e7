//! Opening what was dropped: once, without following a link, and only if it is an ordinary file.

use std::fs::{File, FileType};
use std::io;
use std::path::Path;

/// Biggest file that is kept with a case: 100 MB.
pub const LARGEST_BYTES: u64 = 100 * 1024 * 1024;

/// An ordinary file, open for reading. Everything later is read from this handle and never by its path again, so that
/// nobody can put another file in its place.
#[derive(Debug)]
pub struct Opened {
    /// The handle, at the beginning of the file.
    pub file: File,
    /// Its size in bytes when it was opened; it may grow, so a copy has to be bounded too.
    pub size: u64,
    /// Its name as it can be shown: what can't be seen is written out.
    pub name: String,
}

/// Why a path is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum Refused {
    /// A folder.
    #[error("a folder")]
    Folder,
    /// A link to another file.
    #[error("a link")]
    Link,
    /// A pipe, a device or another thing that is not a file.
    #[error("not a file")]
    NotAFile,
    /// Nothing in it.
    #[error("empty")]
    Empty,
    /// Bigger than [`LARGEST_BYTES`].
    #[error("too big")]
    TooBig,
    /// It is not there, or can't be opened or read.
    #[error("can't be read")]
    Unreadable,
}

/// Opens a path that the person dropped or picked. Only its last part is checked for being a link: the folders above
/// were the person's choice.
pub fn open(path: &Path) -> Result<Opened, Refused> {
    // Looked at before it is opened, since opening alone sets some devices off.
    let before = std::fs::symlink_metadata(path).map_err(|_| Refused::Unreadable)?;
    ordinary(before.file_type())?;
    let file = open_without_following(path)?;
    // What counts is what was opened: it may be another thing than a moment ago.
    let opened = file.metadata().map_err(|_| Refused::Unreadable)?;
    ordinary(opened.file_type())?;
    match opened.len() {
        0 => Err(Refused::Empty),
        size if size > LARGEST_BYTES => Err(Refused::TooBig),
        size => Ok(Opened { file, size, name: shown_name(path) }),
    }
}

fn ordinary(kind: FileType) -> Result<(), Refused> {
    match kind {
        _ if kind.is_symlink() => Err(Refused::Link),
        _ if kind.is_dir() => Err(Refused::Folder),
        _ if kind.is_file() => Ok(()),
        _ => Err(Refused::NotAFile),
    }
}

fn shown_name(path: &Path) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
    domain::visible(&name).replace(['\n', '\t'], " ")
}

/// A pipe put in the file's place must not make the app wait: hence without blocking.
#[cfg(unix)]
fn open_without_following(path: &Path) -> Result<File, Refused> {
    use rustix::fs::{Mode, OFlags};
    use rustix::io::Errno;

    let flags = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC;
    match rustix::fs::open(path, flags, Mode::empty()) {
        Ok(handle) => Ok(File::from(handle)),
        Err(Errno::LOOP) => Err(Refused::Link),
        Err(Errno::NXIO) => Err(Refused::NotAFile),
        Err(error) => Err(reason(&error.into())),
    }
}

/// Untested. The link itself is opened, and its kind read from the handle.
#[cfg(windows)]
fn open_without_following(path: &Path) -> Result<File, Refused> {
    use std::os::windows::fs::OpenOptionsExt;

    const FILE_FLAG_OPEN_REPARSE_POINT: u32 = 0x0020_0000;
    let mut options = std::fs::OpenOptions::new();
    options.read(true).custom_flags(FILE_FLAG_OPEN_REPARSE_POINT);
    options.open(path).map_err(|error| reason(&error))
}

fn reason(error: &io::Error) -> Refused {
    match error.kind() {
        io::ErrorKind::IsADirectory => Refused::Folder,
        _ => Refused::Unreadable,
    }
}
