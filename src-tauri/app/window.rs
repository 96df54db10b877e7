//! The one window: local content only, no way out of it, files dropped anywhere on it.

use std::sync::Arc;

use desk::contract::Notice;
use tauri::webview::NewWindowResponse;
use tauri::{AppHandle, DragDropEvent, Manager, Url, WebviewUrl, WebviewWindow, WebviewWindowBuilder, WindowEvent};

use crate::host::Host;

/// The window's name.
pub(crate) const MAIN: &str = "main";

/// Only the page that is compiled in.
fn is_our_own(url: &Url) -> bool {
    url.scheme() == "tauri" || url.host_str() == Some("tauri.localhost")
}

/// Opens the window.
pub(crate) fn open(app: &AppHandle) -> tauri::Result<()> {
    let window = WebviewWindowBuilder::new(app, MAIN, WebviewUrl::default())
        .title("Takedown Desk")
        .inner_size(1280.0, 800.0)
        .min_inner_size(900.0, 600.0)
        .on_navigation(is_our_own)
        .on_new_window(|_url, _features| NewWindowResponse::Deny)
        .build()?;
    let (handle, app) = (window.clone(), app.clone());
    window.on_window_event(move |event| heard(&app, &handle, event));
    Ok(())
}

/// Brings the window to the front: a second start does that instead of opening a second one.
pub(crate) fn focus(app: &AppHandle) {
    if let Some(window) = app.get_webview_window(MAIN) {
        // Each of these may be refused by a window manager, and none is worth failing for.
        let _ = window.unminimize();
        let _ = window.show();
        let _ = window.set_focus();
    }
}

fn heard(app: &AppHandle, window: &WebviewWindow, event: &WindowEvent) {
    let host = Arc::clone(&app.state::<Arc<Host>>());
    match event {
        WindowEvent::DragDrop(dragged) => drag(&host, dragged),
        WindowEvent::ThemeChanged(_) => host.listener.tell(Notice::PreferencesChanged),
        WindowEvent::CloseRequested { api, .. } => {
            let waiting = host.desk().map_or(0, |desk| desk.waiting_to_be_sent());
            if waiting > 0 {
                api.prevent_close();
                let _ = window.set_focus();
                host.listener.tell(Notice::QuitAsked { count: waiting });
            }
        }
        _ => {}
    }
}

fn drag(host: &Arc<Host>, event: &DragDropEvent) {
    let count = |paths: &[std::path::PathBuf]| u32::try_from(paths.len()).unwrap_or(u32::MAX);
    match event {
        DragDropEvent::Enter { paths, .. } if !paths.is_empty() => {
            host.listener.tell(Notice::FilesOver { count: count(paths) });
        }
        DragDropEvent::Leave => host.listener.tell(Notice::FilesLeft),
        DragDropEvent::Drop { paths, .. } => {
            host.listener.tell(Notice::FilesLeft);
            let (host, paths) = (Arc::clone(host), paths.clone());
            tauri::async_runtime::spawn(async move {
                if let Ok(desk) = host.desk()
                    && !paths.is_empty()
                {
                    // What became of each file is told as a notice.
                    let _ = desk.drop_files(paths).await;
                }
            });
        }
        _ => {}
    }
}
