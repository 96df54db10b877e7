#![doc = include_str!("../README.md")]
#![deny(missing_docs)]

mod answer;
mod bearer;
mod client;
mod deadlines;
mod exchange;
mod handed;
/// Reading JSON that may be anything, and saying where it stopped making sense.
pub mod json;
mod multipart;
mod path;
mod request;
mod send;
mod wire;

pub use answer::{Answer, RetryAfter};
pub use bearer::bearer;
pub use bytes::Bytes;
pub use client::{BaseRefused, Client, Key};
pub use deadlines::{Deadlines, Limit};
pub use exchange::{Exchange, Failure, Progress};
pub use multipart::{Boundary, FileSource, Multipart, Part};
pub use path::{Path, Segment, SegmentRefused, escape_segment};
pub use request::{Body, Method, Request};
