use std::fs;
use std::io::Read;
use std::path::Path;

use intake::{LARGEST_BYTES, Refused, open};
use tempfile::tempdir;

fn refused(path: &Path) -> Refused {
    open(path).expect_err("this must not be opened")
}

#[test]
fn an_ordinary_file_is_opened_with_its_size_and_name() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("shot 1.png");
    fs::write(&path, b"abc").unwrap();
    let mut opened = open(&path).unwrap();
    assert_eq!((opened.size, opened.name.as_str()), (3, "shot 1.png"));
    let mut bytes = Vec::new();
    opened.file.read_to_end(&mut bytes).unwrap();
    assert_eq!(bytes, b"abc");
}

#[test]
fn what_is_read_is_what_was_opened_even_if_another_file_takes_its_place() {
    let folder = tempdir().unwrap();
    let (path, other) = (folder.path().join("a.txt"), folder.path().join("b.txt"));
    fs::write(&path, "as chosen").unwrap();
    fs::write(&other, "as swapped in").unwrap();
    let mut opened = open(&path).unwrap();
    fs::rename(&other, &path).unwrap();
    let mut text = String::new();
    opened.file.read_to_string(&mut text).unwrap();
    assert_eq!(text, "as chosen");
}

#[test]
fn a_folder_an_empty_file_and_a_missing_one_are_refused() {
    let folder = tempdir().unwrap();
    assert_eq!(refused(folder.path()), Refused::Folder);
    assert_eq!(refused(Path::new("/")), Refused::Folder);
    let empty = folder.path().join("empty.txt");
    fs::write(&empty, b"").unwrap();
    assert_eq!(refused(&empty), Refused::Empty);
    assert_eq!(refused(&folder.path().join("gone.txt")), Refused::Unreadable);
    assert_eq!(refused(Path::new("")), Refused::Unreadable);
}

#[test]
fn a_hundred_megabytes_are_kept_and_one_byte_more_is_not() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("big.bin");
    let file = fs::File::create(&path).unwrap();
    file.set_len(LARGEST_BYTES).unwrap();
    assert_eq!(open(&path).unwrap().size, LARGEST_BYTES);
    file.set_len(LARGEST_BYTES + 1).unwrap();
    assert_eq!(refused(&path), Refused::TooBig);
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::symlink;

    use super::*;

    #[test]
    fn a_link_is_refused_wherever_it_points() {
        let folder = tempdir().unwrap();
        fs::write(folder.path().join("real.txt"), b"x").unwrap();
        for (name, to) in [("file", "real.txt"), ("folder", "."), ("nowhere", "gone"), ("itself", "itself")] {
            let link = folder.path().join(name);
            symlink(to, &link).unwrap();
            assert_eq!(refused(&link), Refused::Link, "{name}");
        }
    }

    #[test]
    fn a_pipe_is_refused_without_waiting_for_a_writer() {
        let folder = tempdir().unwrap();
        let pipe = folder.path().join("pipe");
        rustix::fs::mkfifoat(rustix::fs::CWD, &pipe, rustix::fs::Mode::RUSR).unwrap();
        assert_eq!(refused(&pipe), Refused::NotAFile);
    }

    #[test]
    fn devices_sockets_and_files_of_the_system_are_refused() {
        let folder = tempdir().unwrap();
        let socket = folder.path().join("socket");
        let _listening = std::os::unix::net::UnixListener::bind(&socket).unwrap();
        assert_eq!(refused(&socket), Refused::NotAFile);
        assert_eq!(refused(Path::new("/dev/zero")), Refused::NotAFile);
        #[cfg(target_os = "linux")]
        assert_eq!(refused(Path::new("/proc/self/status")), Refused::Empty);
    }

    #[test]
    fn a_name_that_deceives_is_shown_as_it_is() {
        let folder = tempdir().unwrap();
        let path = folder.path().join("invoice\u{202E}fdp\n.exe");
        fs::write(&path, b"x").unwrap();
        assert_eq!(open(&path).unwrap().name, "invoice⟨U+202E⟩fdp .exe");
    }
}
