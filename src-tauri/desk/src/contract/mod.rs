//! What the window may ask and be told: requests, views, codes, notices, and the list of commands. Free of Tauri.
//!
//! A command is a plain function of [`commands`](mod@crate::commands); both hosts take the whole list from the
//! macro in `list.rs`. Times are ISO 8601 in UTC. Sizes are bytes in `u32`: nothing here is bigger than 4 GiB.

mod appeal;
mod cases;
mod error;
mod evidence;
mod filed;
mod found;
mod guide;
mod kinds;
mod list;
mod notice;
mod outbox;
mod personal;
mod problem;
mod refusal;
mod report;
mod settings;
mod sites;
mod target;
mod typescript;
mod wanted;

pub use appeal::*;
pub use cases::*;
pub use error::*;
pub use evidence::*;
pub use filed::*;
pub use found::*;
pub use guide::*;
pub use kinds::*;
pub use notice::*;
pub use outbox::*;
pub use personal::*;
pub use problem::*;
pub use refusal::*;
pub use report::*;
pub use settings::*;
pub use sites::*;
pub use target::*;
pub use typescript::{listing, typescript};
pub use wanted::*;

/// A moment: ISO 8601 in UTC, with milliseconds.
pub type Instant = String;
/// Names a case.
pub type CaseId = String;
/// Names a draft.
pub type DraftId = String;
/// Names a piece of evidence within a case.
pub type EvidenceId = String;
/// Names a submission.
pub type SubmissionId = String;
/// Names a sender profile.
pub type ProfileId = String;
