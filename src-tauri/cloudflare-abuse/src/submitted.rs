//! Reports that the account itself sent.

mod detail;
mod emails;
mod list;
mod row;

pub use detail::{ReadSubmitted, Submitted};
pub use emails::SubmittedEmails;
pub use list::ListSubmitted;
pub use row::{SubmittedRow, SubmittedStatus, Submitter};
