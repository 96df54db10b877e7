//! This very test binary as a process of its own: limits and filters that can't be taken off again hold for it alone.

use std::process::{Command, Output};

const JOB: &str = "TD_INTAKE_TEST_JOB";

/// Runs one test in a new process, with a job for it.
pub(crate) fn run(test: &str, job: &str) -> Output {
    // On Linux this is the very file that runs, even if another build has taken its place meanwhile.
    let own = if cfg!(target_os = "linux") { "/proc/self/exe".into() } else { std::env::current_exe().unwrap() };
    Command::new(own).args(["--exact", test, "--nocapture", "--test-threads=1"]).env(JOB, job).output().unwrap()
}

/// The job of this process; none where it was not started by [`run`].
pub(crate) fn job() -> Option<String> {
    std::env::var(JOB).ok()
}
