//! Named places at which a test stops the process dead, as a power cut would. Without the feature they are nothing.

/// Every fail point, in the order in which one send passes them.
pub const NAMES: [&str; 15] = [
    "before_evidence_copy",
    "after_evidence_copy",
    "after_evidence_sync",
    "after_evidence_row",
    "before_confirm",
    "after_confirm",
    "before_attempt",
    "after_attempt",
    "connecting",
    "mid_body",
    "after_last_byte",
    "before_outcome",
    "after_outcome",
    "before_look",
    "after_look",
];

#[cfg(feature = "fail-points")]
static ARMED: std::sync::OnceLock<String> = std::sync::OnceLock::new();

/// Arms one fail point for the rest of the process. False when there is no such point, or one is armed already.
#[cfg(feature = "fail-points")]
pub fn arm(name: &str) -> bool {
    NAMES.contains(&name) && ARMED.set(name.to_owned()).is_ok()
}

/// Passes a named place: the process dies here, without any clean-up, when that point is armed.
#[cfg(feature = "fail-points")]
pub fn pass(name: &str) {
    if ARMED.get().is_some_and(|armed| armed == name) {
        let me = rustix::process::getpid();
        // Nothing can be done when even that fails; abort ends the process as well, only less brutally.
        let _ = rustix::process::kill_process(me, rustix::process::Signal::KILL);
        std::process::abort();
    }
}

/// Passes a named place: nothing, outside tests.
#[cfg(not(feature = "fail-points"))]
#[inline]
pub fn pass(_name: &str) {}
