//! What only a desktop can do: dialogs, the clipboard, the browser. A host without one refuses, plainly.

use std::future::Future;
use std::path::PathBuf;
use std::pin::Pin;

use crate::contract::{AppError, ErrorCode, QuitChoice, Theme};

/// A boxed answer, so that a desktop can be chosen at run time.
pub type Asked<'a, T> = Pin<Box<dyn Future<Output = Result<T, AppError>> + Send + 'a>>;

fn no_window<T: Send + 'static>() -> Asked<'static, T> {
    Box::pin(async { Err(AppError::new(ErrorCode::NoWindow, "this host has no desktop")) })
}

/// The desktop around the window. Every default refuses with [`ErrorCode::NoWindow`].
pub trait Desktop: Send + Sync {
    /// Asks for files; empty when cancelled. Never two dialogs at once: the second is [`ErrorCode::DialogOpen`].
    fn pick_files(&self) -> Asked<'_, Vec<PathBuf>> {
        no_window()
    }
    /// Asks for a folder; none when cancelled.
    fn pick_folder(&self) -> Asked<'_, Option<PathBuf>> {
        no_window()
    }
    /// Asks where to save a file and writes it there, whole or not at all; the name that it got, none when cancelled. A
    /// file that is there already is written over only after the person agreed to that.
    fn save_file(&self, _suggested_name: String, _bytes: Vec<u8>) -> Asked<'_, Option<String>> {
        no_window()
    }
    /// Shows a notification outside the window, and comes back within seconds. That it was taken says nothing about
    /// whether anybody sees it. Plain text: what looks like markup is shown as it stands.
    fn notify(&self, _title: String, _body: String) -> Asked<'_, ()> {
        no_window()
    }
    /// The clipboard's picture as PNG bytes; none when it holds no picture.
    fn clipboard_picture(&self) -> Asked<'_, Option<Vec<u8>>> {
        no_window()
    }
    /// Puts text on the clipboard.
    fn copy_text(&self, _text: String) -> Asked<'_, ()> {
        no_window()
    }
    /// Opens a page in the browser. Only ever called with an address of a service's own dashboard.
    fn open_page(&self, _address: String) -> Asked<'_, ()> {
        no_window()
    }
    /// Ends the app.
    fn quit(&self, _how: QuitChoice) -> Asked<'_, ()> {
        no_window()
    }
    /// What the system shows now, where it can be told.
    fn system_theme(&self) -> Option<Theme> {
        None
    }
    /// Name and version of the web view; empty where there is none.
    fn engine(&self) -> String {
        String::new()
    }
}

/// No desktop at all.
#[derive(Debug, Default)]
pub struct NoDesktop;

impl Desktop for NoDesktop {}
