//! Reads again what the fuzz targets begin with, and what they ever found.

use std::fs;
use std::path::{Path, PathBuf};

#[path = "../../fuzz/held.rs"]
pub(crate) mod held;

#[test]
fn the_seeds_of_mail_hold() {
    replay("mail", held::mail);
}

#[test]
fn the_seeds_of_msg_hold() {
    replay("msg", held::outlook);
}

#[test]
fn the_seeds_of_text_hold() {
    replay("text", held::text);
}

fn replay(target: &str, holds: fn(&[u8])) {
    let fuzz = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz");
    let seeds = files(&fuzz.join("corpus").join(target));
    assert!(seeds.len() >= 20, "{target} has {} seeds", seeds.len());
    for file in seeds.into_iter().chain(files(&fuzz.join("crashes").join(target))) {
        let bytes = fs::read(&file).unwrap();
        let held = std::panic::catch_unwind(|| holds(&bytes));
        assert!(held.is_ok(), "{}", file.display());
    }
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| !file.ends_with(".gitkeep"));
    files.sort();
    files
}
