//! What the host tells the window by itself. Few, small, and no data that could be read instead.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{CaseId, DraftId, ErrorCode, RefusedFile, SubmissionId};

/// Something changed: the window re-reads what it shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Notice {
    /// A case changed, or all may have.
    CasesChanged {
        /// Which; none for all.
        case_id: Option<CaseId>,
    },
    /// A submission changed.
    OutboxChanged {
        /// Which.
        submission_id: SubmissionId,
    },
    /// Bytes are leaving; at most ten a second, and a last one.
    Upload {
        /// Which submission.
        submission_id: SubmissionId,
        /// Bytes handed to the network.
        bytes_handed: u32,
        /// Bytes in all.
        bytes_total: u32,
    },
    /// The list of reports filed at Cloudflare changed.
    FiledChanged,
    /// Reports about our sites, blocks on them, or what we asked about them changed.
    SitesChanged,
    /// A refresh of our sites began, went on or ended; at most five a second, and a last one.
    SitesSync,
    /// A connection or its key changed.
    ConnectionChanged,
    /// Preferences changed, or the system's theme did.
    PreferencesChanged,
    /// Files are held over the window.
    FilesOver {
        /// How many.
        count: u32,
    },
    /// They left again, or were dropped.
    FilesLeft,
    /// Dropped files are being read.
    FilesReading {
        /// How many.
        count: u32,
    },
    /// Dropped files were read, or could not be.
    FilesDropped {
        /// The draft that they belong to now; none when there is none.
        draft_id: Option<DraftId>,
        /// How many were added.
        added: u32,
        /// What is suspicious was filled in, or can be chosen: the report can be checked.
        filled: bool,
        /// What was not.
        refused: Vec<RefusedFile>,
        /// Why nothing could be added at all.
        failed: Option<ErrorCode>,
    },
    /// The window was asked to close: it saves what is being typed, asks where reports are not sent yet, and quits.
    QuitAsked {
        /// How many confirmed reports have not been sent, or are being sent; 0 needs no question.
        count: u32,
    },
}
