//! What goes wrong, as the window hears it: a stable code, and what the words need. The words are the window's.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Why a command did not do what it was asked. The window has words for every code; a code without words does not compile.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ErrorCode {
    /// No such case, draft, evidence or submission: it was removed, or belongs to the other mode.
    NotFound,
    /// The arguments can't be read; `message` says which.
    BadRequest,
    /// The report can't be sent as it stands: `problems` says what to mend.
    NotReady,
    /// The draft changed after it was checked: check again.
    DraftChanged,
    /// The report is on its way or done, so this can't be done to it any more.
    TooLate,
    /// There is no key for this service, so nothing can be asked of it.
    KeyMissing,
    /// The service refused the key.
    KeyRefused,
    /// No Cloudflare account is chosen.
    AccountMissing,
    /// What was typed can't be the id of an account.
    AccountUnlikely,
    /// The key lacks the right to do this.
    NotPermitted,
    /// What was pasted doesn't look like a key.
    KeyUnlikely,
    /// The service could not be reached; nothing was sent.
    Unreachable,
    /// The service asks to slow down.
    SlowDown,
    /// The service answered with an error or with something that can't be read.
    ServiceFailed,
    /// The service doesn't know this case.
    NotKnownThere,
    /// This needs a window or a desktop, and there is none.
    NoWindow,
    /// A file dialog is open already.
    DialogOpen,
    /// The clipboard holds no picture.
    NothingToPaste,
    /// The pasted text is longer than a case keeps: 1,000,000 characters.
    TextTooLong,
    /// There is no such file in the mail any more.
    AttachmentGone,
    /// This file has no picture or text to show.
    NoPreview,
    /// The disk is full or the data folder can't be written.
    StorageFailed,
    /// Another copy of the app uses the data folder.
    StorageInUse,
    /// The data is damaged; copies of the last days lie beside it.
    StorageDamaged,
    /// The data was written by a newer version of the app.
    StorageNewer,
    /// Only in practice.
    PracticeOnly,
    /// Practice needs no key and keeps none.
    PracticeNoKey,
    /// Reports are being sent, or can still be undone: practice has to wait for them.
    WaitForReports,
    /// A fault of ours; `message` has what is known of it.
    Unexpected,
}

/// The one error shape of the contract.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AppError {
    /// What went wrong.
    pub code: ErrorCode,
    /// Details for a disclosure and for logs: the service's own words, or the system's. Never a key.
    pub message: String,
    /// For [`ErrorCode::NotReady`]: everything to mend.
    pub problems: Vec<super::Problem>,
}

impl AppError {
    /// An error with this code and these details.
    pub fn new(code: ErrorCode, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), problems: Vec::new() }
    }
}

impl std::fmt::Display for AppError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?}: {}", self.code, self.message)
    }
}

impl std::error::Error for AppError {}
