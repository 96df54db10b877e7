//! Reports that anyone made against the account's own sites.

mod detail;
mod emails;
mod list;
mod row;

pub use detail::ReadReceived;
pub use emails::ReceivedEmails;
pub use list::ListReceived;
pub use row::{MitigationSummary, Received, ReceivedStatus};
