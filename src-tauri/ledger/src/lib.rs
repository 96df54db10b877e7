#![doc = include_str!("../README.md")]

mod appeal;
mod attempt;
mod backup;
mod cache;
mod case;
mod decision;
mod draft;
mod error;
mod event;
mod evidence;
mod fact;
pub mod fail_point;
mod look;
mod open;
mod outbox;
mod reading;
mod recover;
mod schema;
mod standing;
mod step;
mod store;
mod submission;

pub use appeal::SubmissionBlock;
pub use attempt::{Attempt, AttemptId, Outcome};
pub use cache::{
    Block, BlockChange, BlockChangeKind, BlockCounts, BlockList, BlockQuery, BlockRow, BlockScope, BlockSort,
    BlockStatus, BlocksPage, Cache, Cursor, DueReport, FiledCounts, FiledMarks, FiledQuery, FiledReport, FiledRow,
    FiledStatus, FiledWalk, PendingBlock, ReceivedList, ReceivedPage, ReceivedQuery, ReceivedReport, ReceivedRow,
    ReceivedSort, ReceivedStatus, ReceivedWalk, ReminderMark, SitesCounts, SitesMark, SortOrder, Walk, WordCount,
};
pub use case::{Bucket, BucketCounts, CaseFile, CaseNews, CaseQuery};
pub use decision::Choice;
pub use draft::{Draft, Side};
pub use error::LedgerError;
pub use event::{Actor, Event, NewEvent};
pub use evidence::{Evidence, NewEvidence};
pub use look::{Look, LookResult, NewLook};
pub use open::Ledger;
pub use outbox::{Closing, Opening};
pub use reading::{Facts, Reading};
pub use recover::Recovered;
pub use standing::Standing;
pub use step::Step;
pub use store::{EvidenceStore, Stored, sha256_of};
pub use submission::{NewSubmission, Submission, SubmissionFile};

/// SQLite's version, as compiled in.
pub fn sqlite_version() -> &'static str {
    rusqlite::version()
}
