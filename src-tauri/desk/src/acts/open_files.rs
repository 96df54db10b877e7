//! Files that the app was opened with: they wait until the window listens and it is known which data they join.

use std::path::PathBuf;
use std::sync::PoisonError;

use crate::Desk;
use crate::contract::{AppError, Done, Mode};

/// The window listens. What the app was opened with arrives now as a drop does; while no mode is chosen it goes on
/// waiting, and the window asks again once one is.
///
/// # Errors
/// None at present: what becomes of the files is told as a notice.
pub async fn app_ready(desk: &Desk) -> Result<Done, AppError> {
    desk.window_listens.store(true, std::sync::atomic::Ordering::SeqCst);
    take_waiting(desk).await;
    Ok(Done {})
}

/// Whether files can be taken in now.
pub(crate) fn can_take(desk: &Desk) -> bool {
    desk.window_listens.load(std::sync::atomic::Ordering::SeqCst) && desk.mode() != Mode::Choosing
}

/// Keeps files until they can be taken in.
pub(crate) fn wait(desk: &Desk, paths: Vec<PathBuf>) {
    desk.files_waiting.lock().unwrap_or_else(PoisonError::into_inner).extend(paths);
}

pub(crate) fn waiting(desk: &Desk) -> usize {
    desk.files_waiting.lock().unwrap_or_else(PoisonError::into_inner).len()
}

/// Takes in what waits, if that can be now.
pub(crate) async fn take_waiting(desk: &Desk) {
    if !can_take(desk) {
        return;
    }
    let paths = std::mem::take(&mut *desk.files_waiting.lock().unwrap_or_else(PoisonError::into_inner));
    // What became of each is told as a notice; where nothing could be kept at all, they go on waiting.
    if !paths.is_empty() && desk.drop_files(paths.clone()).await.is_err() {
        wait(desk, paths);
    }
}
