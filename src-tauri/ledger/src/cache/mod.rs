//! `cache.db`: what the services said. Everything in it can be asked for again, so it is set for speed, and a file that
//! is damaged or of another version is no reason to stop: it is made anew.

mod filed;
mod filed_list;
mod mark;
mod open;
mod walk;

pub use filed::{FiledReport, FiledRow};
pub use filed_list::{FiledCounts, FiledQuery, FiledStatus};
pub use mark::{FiledMarks, FiledWalk};
pub use open::Cache;
pub use walk::Walk;
