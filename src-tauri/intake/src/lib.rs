#![doc = include_str!("../README.md")]
#![deny(missing_docs)]

pub mod addresses;
mod cfb;
mod judge;
mod kind;
mod mail;
mod ooxml;
mod open;
mod picture;
mod pixels;
mod plain;
pub mod reading;
mod sniff;
mod text;
mod window;

pub use addresses::{Candidate, Likely, Ours, Ranked, SetAside, Sign, Why, rank};
pub use judge::{Judged, judge};
pub use kind::{FileKind, OCTET_STREAM, TypeProblem};
pub use open::{LARGEST_BYTES, Opened, Refused, open};
pub use picture::{NoPicture, Picture, picture};
pub use pixels::png_of;
pub use reading::{Reading, Unread, attachment, read, read_text};
pub use text::{TextPreview, text};
