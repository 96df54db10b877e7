//! What has to be so before the first file is opened and the first thread runs.

/// Files for this person only; no core dump that could hold a key; a web view that draws on every Linux machine.
#[cfg(target_os = "linux")]
pub(crate) fn before_anything() {
    use rustix::process::{DumpableBehavior, Resource, Rlimit, set_dumpable_behavior, setrlimit, umask};
    umask(rustix::fs::Mode::RWXG | rustix::fs::Mode::RWXO);
    // Each of these only hardens: where the system refuses, the app is as it would be without.
    let _ = setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) });
    let _ = set_dumpable_behavior(DumpableBehavior::NotDumpable);
    restart_with_safe_renderer();
}

/// Untested there: Windows and macOS keep a user's files to that user by default.
#[cfg(not(target_os = "linux"))]
pub(crate) fn before_anything() {}

/// WebKitGTK shows a blank window on some graphics drivers unless this is set, and it must be set before the process
/// has threads; so the process becomes itself again with it.
#[cfg(target_os = "linux")]
fn restart_with_safe_renderer() {
    use std::os::unix::process::CommandExt;
    const SAFE: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";
    if std::env::var_os(SAFE).is_some() {
        return;
    }
    if let Ok(me) = std::env::current_exe() {
        let error = std::process::Command::new(me).args(std::env::args_os().skip(1)).env(SAFE, "1").exec();
        eprintln!("Takedown Desk goes on with the default renderer: {error}");
    }
}
