#![doc = include_str!("../README.md")]
#![deny(missing_docs)]

mod client;
mod dashboard;
mod error;
mod incident;
mod list;
mod media_type;
mod report;
mod status;
mod subject;
mod tolerant;
mod whoami;

pub use client::{BASE_URL, Client, Endpoint, HOST, KEY_HEADER, Lookup};
pub use dashboard::{DASHBOARD_HOST, dashboard_url};
pub use error::Error;
pub use incident::{ById, HistoryEntry, Incident};
pub use list::{List, Page};
pub use media_type::{ACCEPTED_TYPES, media_type_of};
pub use report::{About, Accepted, Action, Attachment, BODY_LIMIT, MAX_FILES, Report};
pub use status::Status;
pub use subject::BySubject;
pub use whoami::{Account, SubClient, WhoAmI};
