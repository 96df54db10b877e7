//! Reading in a process of its own, with a limit on time and memory.

use std::fs;

use intake::reading::{Cut, Reading, Unread};
use intake::{FileKind, read};

use crate::child;

/// Time of the processor, in seconds, for one file in a debug build on a busy machine. A file that needs it all is one
/// that never ends.
#[cfg(target_os = "linux")]
const SECONDS: u64 = 20;
/// Memory beside the tenfold of the file, in bytes.
#[cfg(target_os = "linux")]
const BESIDE: u64 = 256 * 1024 * 1024;

/// What becomes of a file.
pub(super) fn outcome(kind: FileKind, bytes: &[u8]) -> Result<Reading, Unread> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("file");
    fs::write(&path, bytes).unwrap();
    let job = format!("{}\n{}", word(kind), path.to_str().unwrap());
    let run = child::run("hostile::bounded::limited", &job);
    assert!(run.status.success(), "{}: {}", run.status, String::from_utf8_lossy(&run.stderr));
    serde_json::from_slice(&fs::read(format!("{}.json", path.display())).unwrap()).unwrap()
}

/// What was left out of a file that is read.
pub(super) fn cut(kind: FileKind, bytes: &[u8]) -> Vec<Cut> {
    outcome(kind, bytes).unwrap().cut
}

#[test]
fn limited() {
    let Some(job) = child::job() else { return };
    let (kind, path) = job.split_once('\n').unwrap();
    limit(fs::metadata(path).unwrap().len());
    let outcome = read(kind_of(kind), fs::File::open(path).unwrap()).unwrap();
    fs::write(format!("{path}.json"), serde_json::to_vec(&outcome).unwrap()).unwrap();
}

fn word(kind: FileKind) -> &'static str {
    match kind {
        FileKind::Email => "mail",
        FileKind::OutlookEmail => "outlook",
        _ => "text",
    }
}

fn kind_of(word: &str) -> FileKind {
    match word {
        "mail" => FileKind::Email,
        "outlook" => FileKind::OutlookEmail,
        _ => FileKind::Text,
    }
}

/// More memory is refused, which ends the process; so does more time.
#[cfg(target_os = "linux")]
fn limit(size: u64) {
    use rustix::process::{Resource, Rlimit, setrlimit};

    let status = fs::read_to_string("/proc/self/status").unwrap();
    let used = status.lines().find_map(|line| line.strip_prefix("VmSize:")).unwrap();
    let used = used.trim().trim_end_matches(" kB").parse::<u64>().unwrap() * 1024;
    let memory = Some(used + 10 * size + BESIDE);
    setrlimit(Resource::As, Rlimit { current: memory, maximum: memory }).unwrap();
    setrlimit(Resource::Cpu, Rlimit { current: Some(SECONDS), maximum: Some(SECONDS) }).unwrap();
}

/// Elsewhere the outcome is looked at, and the cost is not.
#[cfg(not(target_os = "linux"))]
fn limit(_size: u64) {}

/// The limits are none where they don't bite.
#[cfg(target_os = "linux")]
mod bites {
    use super::limit;
    use crate::child;

    #[test]
    fn too_much_memory_ends_the_process() {
        assert!(!child::run("hostile::bounded::bites::limited", "memory").status.success());
    }

    #[test]
    fn no_more_memory_than_allowed_does_not() {
        assert!(child::run("hostile::bounded::bites::limited", "little").status.success());
    }

    #[test]
    fn limited() {
        let Some(job) = child::job() else { return };
        limit(1024);
        let bytes = vec![1_u8; if job == "memory" { 400 << 20 } else { 100 << 20 }];
        assert_eq!(bytes.iter().step_by(4096).map(|byte| usize::from(*byte)).sum::<usize>(), bytes.len() / 4096);
    }
}
