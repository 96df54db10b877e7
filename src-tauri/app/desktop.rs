//! The desktop around the window, as the desk asks for it.

use std::path::PathBuf;

use desk::contract::{AppError, ErrorCode, QuitChoice, Theme};
use desk::{Asked, Desktop};
use tauri::{AppHandle, Manager};
use tokio::sync::oneshot;

use crate::dialogs::Dialogs;
use crate::theme::SystemTheme;
use crate::window::MAIN;
use crate::{notify, save};

/// The real desktop.
pub(crate) struct WindowDesktop {
    app: AppHandle,
    dialogs: Dialogs,
    theme: SystemTheme,
}

impl WindowDesktop {
    pub(crate) fn new(app: AppHandle, theme: SystemTheme) -> Self {
        Self { app, dialogs: Dialogs::default(), theme }
    }

    /// Does something on the main thread, where the desktop's libraries live, and brings back what it says.
    async fn on_main<T: Send + 'static>(
        &self,
        ask: impl FnOnce(oneshot::Sender<T>) + Send + 'static,
    ) -> Result<T, AppError> {
        let (answer, heard) = oneshot::channel();
        let failed = |said: String| AppError::new(ErrorCode::Unexpected, said);
        self.app.run_on_main_thread(move || ask(answer)).map_err(|error| failed(error.to_string()))?;
        heard.await.map_err(|_| failed("the desktop did not answer".into()))
    }
}

impl Desktop for WindowDesktop {
    fn pick_files(&self) -> Asked<'_, Vec<PathBuf>> {
        Box::pin(self.dialogs.files(&self.app))
    }

    fn pick_folder(&self) -> Asked<'_, Option<PathBuf>> {
        Box::pin(self.dialogs.folder(&self.app))
    }

    fn save_file(&self, suggested_name: String, bytes: Vec<u8>) -> Asked<'_, Option<String>> {
        Box::pin(async move {
            let Some(path) = self.dialogs.save(&self.app, &suggested_name).await? else { return Ok(None) };
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            // A disk may be slow, or far away.
            let written = tauri::async_runtime::spawn_blocking(move || save::write_whole(&path, &bytes)).await;
            written
                .map_err(|error| AppError::new(ErrorCode::Unexpected, error.to_string()))?
                .map_err(|error| AppError::new(ErrorCode::StorageFailed, error.to_string()))?;
            Ok(Some(name))
        })
    }

    fn notify(&self, title: String, body: String) -> Asked<'_, ()> {
        let failed = |said| AppError::new(ErrorCode::NoWindow, said);
        Box::pin(async move { notify::show(title, body).await.map_err(failed) })
    }

    fn clipboard_picture(&self) -> Asked<'_, Option<Vec<u8>>> {
        Box::pin(self.on_main(clipboard::read_picture))
    }

    fn copy_text(&self, text: String) -> Asked<'_, ()> {
        Box::pin(self.on_main(move |answer| clipboard::write_text(&text, answer)))
    }

    fn open_page(&self, address: String) -> Asked<'_, ()> {
        Box::pin(async move {
            open::that_detached(address).map_err(|error| AppError::new(ErrorCode::NoWindow, error.to_string()))
        })
    }

    fn quit(&self, _how: QuitChoice) -> Asked<'_, ()> {
        Box::pin(async move {
            self.app.exit(0);
            Ok(())
        })
    }

    fn system_theme(&self) -> Option<Theme> {
        if let Some(told) = self.theme.now() {
            return Some(told);
        }
        match self.app.get_webview_window(MAIN)?.theme().ok()? {
            tauri::Theme::Dark => Some(Theme::Dark),
            tauri::Theme::Light => Some(Theme::Light),
            _ => None,
        }
    }

    fn engine(&self) -> String {
        let name = if cfg!(target_os = "linux") { "WebKitGTK" } else { "WebView" };
        tauri::webview_version().map_or_else(|_| name.into(), |version| format!("{name} {version}"))
    }
}

/// WebKitGTK gives the page an empty clipboard for pictures, so it is read here.
#[cfg(target_os = "linux")]
mod clipboard {
    use gtk::gdk::SELECTION_CLIPBOARD;
    use tokio::sync::oneshot::Sender;

    pub(super) fn read_picture(answer: Sender<Option<Vec<u8>>>) {
        gtk::Clipboard::get(&SELECTION_CLIPBOARD).request_image(move |_, picture| {
            let png = picture.and_then(|picture| picture.save_to_bufferv("png", &[]).ok());
            // Nobody waits any more when the window closed meanwhile.
            let _ = answer.send(png);
        });
    }

    pub(super) fn write_text(text: &str, answer: Sender<()>) {
        let clipboard = gtk::Clipboard::get(&SELECTION_CLIPBOARD);
        clipboard.set_text(text);
        // What was copied outlives the app.
        clipboard.store();
        let _ = answer.send(());
    }
}

/// Untested there.
#[cfg(not(target_os = "linux"))]
mod clipboard {
    use tokio::sync::oneshot::Sender;

    pub(super) fn read_picture(answer: Sender<Option<Vec<u8>>>) {
        let picture = arboard::Clipboard::new().and_then(|mut clipboard| clipboard.get_image()).ok();
        let _ = answer.send(picture.and_then(|picture| desk::png_of(&picture.bytes, picture.width, picture.height)));
    }

    pub(super) fn write_text(text: &str, answer: Sender<()>) {
        if let Ok(mut clipboard) = arboard::Clipboard::new() {
            let _ = clipboard.set_text(text);
        }
        let _ = answer.send(());
    }
}
