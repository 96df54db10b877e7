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
