//! Our sites: the reports that the service received about them, and its blocks. Everything is kept by account and stays
//! when another one is chosen; each call names the account it is about. Words of the service stand as they came.

mod account;
mod block;
mod block_list;
mod counts;
mod cursor;
mod history;
mod listing;
mod reading;
mod reminder;
mod report;
mod report_list;
mod walk;
mod words;

pub use block::{Block, BlockRow, BlocksPage};
pub use block_list::{BlockList, BlockQuery, BlockSort};
pub use counts::{BlockCounts, SitesCounts, WordCount};
pub use cursor::{Cursor, SortOrder};
pub use history::{BlockChange, BlockChangeKind};
pub use reading::DueReport;
pub use reminder::{PendingBlock, ReminderMark};
pub use report::{ReceivedPage, ReceivedReport, ReceivedRow};
pub use report_list::{ReceivedList, ReceivedQuery, ReceivedSort};
pub use walk::{ReceivedWalk, SitesMark};
pub use words::{BlockScope, BlockStatus, ReceivedStatus};
