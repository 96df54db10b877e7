//! The system's own file dialogs: one at a time.

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};

use desk::contract::{AppError, ErrorCode};
use rfd::AsyncFileDialog;
use tauri::{AppHandle, Manager};

use crate::window::MAIN;

/// Whether a dialog is open.
#[derive(Default)]
pub(crate) struct Dialogs(AtomicBool);

/// An open dialog; dropping it says that it is closed.
struct Open<'a>(&'a AtomicBool);

impl Drop for Open<'_> {
    fn drop(&mut self) {
        self.0.store(false, Ordering::SeqCst);
    }
}

impl Dialogs {
    fn open(&self) -> Result<Open<'_>, AppError> {
        match self.0.swap(true, Ordering::SeqCst) {
            true => Err(AppError::new(ErrorCode::DialogOpen, "a dialog is open already")),
            false => Ok(Open(&self.0)),
        }
    }

    /// Asks for files; empty when cancelled.
    pub(crate) async fn files(&self, app: &AppHandle) -> Result<Vec<PathBuf>, AppError> {
        let _open = self.open()?;
        let picked = over_window(app).set_title("Choose files").pick_files().await;
        Ok(picked.unwrap_or_default().iter().map(|file| file.path().to_owned()).collect())
    }

    /// Asks for a folder; none when cancelled.
    pub(crate) async fn folder(&self, app: &AppHandle) -> Result<Option<PathBuf>, AppError> {
        let _open = self.open()?;
        let picked = over_window(app).set_title("Choose a folder").pick_folder().await;
        Ok(picked.map(|folder| folder.path().to_owned()))
    }

    /// Asks where to save a file; none when cancelled. The dialog itself asks before a file that is there is replaced.
    pub(crate) async fn save(&self, app: &AppHandle, suggested_name: &str) -> Result<Option<PathBuf>, AppError> {
        let _open = self.open()?;
        let chosen = over_window(app).set_title("Save").set_file_name(suggested_name).save_file().await;
        Ok(chosen.map(|file| file.path().to_owned()))
    }
}

fn over_window(app: &AppHandle) -> AsyncFileDialog {
    let dialog = AsyncFileDialog::new();
    match app.get_webview_window(MAIN) {
        Some(window) => dialog.set_parent(&window),
        None => dialog,
    }
}
