//! The one window: local content only, no way out of it, files dropped anywhere on it.

use std::sync::Arc;

use desk::contract::Notice;
use tauri::webview::NewWindowResponse;
use tauri::{AppHandle, DragDropEvent, Manager, Url, WebviewUrl, WebviewWindow, WebviewWindowBuilder, WindowEvent};

use crate::host::Host;

/// The window's name.
pub(crate) const MAIN: &str = "main";

/// Only the page that is compiled in. Windows serves it under a name of its own.
fn is_our_own(url: &Url) -> bool {
    url.scheme() == "tauri" || (cfg!(windows) && url.host_str() == Some("tauri.localhost"))
}

/// Opens the window.
pub(crate) fn open(app: &AppHandle) -> tauri::Result<()> {
    let window = WebviewWindowBuilder::new(app, MAIN, WebviewUrl::default())
        // What the web view keeps for itself is no data of the person's.
        .data_directory(app.path().app_cache_dir()?.join("webview"))
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
        // The page saves what is being typed and asks about what was not sent. Without one there is nothing to wait for.
        WindowEvent::CloseRequested { api, .. } if host.listener.listens() => {
            api.prevent_close();
            let waiting = host.desk().map_or(0, |desk| desk.waiting_to_be_sent());
            let _ = window.set_focus();
            host.listener.tell(Notice::QuitAsked { count: waiting });
            if waiting == 0 {
                end_anyway(app.clone());
            }
        }
        _ => {}
    }
}

/// How long the page has for saving what is being typed.
const LAST_WORDS: std::time::Duration = std::time::Duration::from_secs(3);

/// A page that hangs must not keep its window open.
fn end_anyway(app: AppHandle) {
    tauri::async_runtime::spawn(async move {
        tokio::time::sleep(LAST_WORDS).await;
        app.exit(0);
    });
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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a panic is how a test fails")]

    use super::*;

    #[test]
    fn the_window_goes_nowhere_but_to_its_own_page() {
        for own in ["tauri://localhost", "tauri://localhost/index.html"] {
            assert!(is_our_own(&own.parse().unwrap()), "{own}");
        }
        for other in [
            "https://acme-login.example/",
            "file:///etc/passwd",
            "http://localhost:1420/",
            "data:text/html,x",
            "https://tauri.localhost.evil.example/",
            "about:blank",
            #[cfg(not(windows))]
            "http://tauri.localhost/",
        ] {
            assert!(!is_our_own(&other.parse().unwrap()), "{other}");
        }
    }

    #[test]
    fn the_page_may_load_nothing_from_outside_and_no_plugin_is_opened_to_it() {
        let configured: serde_json::Value = serde_json::from_str(include_str!("../../tauri.conf.json")).unwrap();
        let app = &configured["app"];
        assert_eq!(
            app["security"]["csp"],
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; \
             connect-src ipc: http://ipc.localhost; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; \
             object-src 'none'; require-trusted-types-for 'script'"
        );
        assert_eq!(app["withGlobalTauri"], false);
        assert_eq!(app["security"]["freezePrototype"], true);
        assert_eq!(app["security"]["assetProtocol"]["enable"], false);
        assert_eq!(app["security"]["capabilities"], serde_json::json!(["window"]));
    }
}
