//! The shell: the window, the commands, the desktop around it. The only room that knows Tauri, and it decides nothing.

mod commands;
mod desktop;
mod dialogs;
mod hardening;
mod host;
mod notify;
mod opening;
mod preferences;
mod save;
mod theme;
mod window;

use std::ffi::OsString;
use std::path::Path;
use std::sync::Arc;

use tauri::{Manager, RunEvent};
use tauri_plugin_window_state::StateFlags;

use crate::host::Host;

/// Starts the app and comes back when its window is closed.
pub fn run() {
    hardening::before_anything();
    // The driver of the tests waits for ever when a second start hands over to a first one that is just ending.
    let driven = std::env::var_os("TAURI_WEBVIEW_AUTOMATION").is_some();
    let mut builder = tauri::Builder::default();
    if !driven {
        builder = builder.plugin(tauri_plugin_single_instance::init(|app, arguments, folder| {
            let arguments = arguments.into_iter().map(OsString::from);
            opening::open(app, opening::named(arguments, Path::new(&folder)));
            window::focus(app);
        }));
    }
    let state = StateFlags::SIZE | StateFlags::POSITION | StateFlags::MAXIMIZED;
    let app = builder
        .manage(opening::Early::default())
        .plugin(tauri_plugin_store::Builder::default().build())
        .plugin(tauri_plugin_window_state::Builder::default().with_state_flags(state).build())
        .invoke_handler(commands::handler())
        .setup(|app| {
            let host = Arc::new(Host::start(app.handle()));
            app.manage(host);
            let folder = std::env::current_dir().unwrap_or_default();
            opening::open(app.handle(), opening::named(std::env::args_os(), &folder));
            opening::open_early(app.handle());
            window::open(app.handle())?;
            Ok(())
        })
        .build(tauri::generate_context!());
    match app {
        Ok(app) => app.run(|app, event| match event {
            #[cfg(target_os = "macos")]
            RunEvent::Opened { urls } => {
                opening::open(app, urls.iter().filter_map(opening::path_of).collect());
                window::focus(app);
            }
            RunEvent::Exit => app.state::<Arc<Host>>().close(),
            _ => {}
        }),
        Err(error) => {
            // There is no window to say it in.
            eprintln!("Takedown Desk can't start: {error}");
            std::process::exit(1);
        }
    }
}
