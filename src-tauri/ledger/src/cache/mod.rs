//! `cache.db`: what the services said. It can be asked for again, but for the archive: blocks on our sites that the
//! service has forgotten since. So the file is set for speed, and yet migrated from version to version; what can't be
//! used is put aside and never deleted, and a new file takes its place.

mod aside;
mod filed;
mod filed_list;
mod mark;
mod open;
mod rescue;
mod schema;
mod sites;
mod walk;

pub use filed::{FiledReport, FiledRow};
pub use filed_list::{FiledCounts, FiledQuery, FiledStatus};
pub use mark::{FiledMarks, FiledWalk};
pub use open::Cache;
pub use sites::{
    Block, BlockChange, BlockChangeKind, BlockCounts, BlockList, BlockQuery, BlockRow, BlockScope, BlockSort,
    BlockStatus, BlocksPage, Cursor, DueReport, PendingBlock, ReceivedList, ReceivedPage, ReceivedQuery,
    ReceivedReport, ReceivedRow, ReceivedSort, ReceivedStatus, ReceivedWalk, ReminderMark, SitesCounts, SitesMark,
    SortOrder, WordCount,
};
pub use walk::Walk;
