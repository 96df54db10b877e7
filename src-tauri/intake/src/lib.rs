#![doc = include_str!("../README.md")]
#![deny(missing_docs)]

mod cfb;
mod judge;
mod kind;
mod mail;
mod ooxml;
mod open;
mod picture;
mod pixels;
mod plain;
mod sniff;
mod text;
mod window;

pub use judge::{Judged, judge};
pub use kind::{FileKind, OCTET_STREAM, TypeProblem};
pub use open::{LARGEST_BYTES, Opened, Refused, open};
pub use picture::{NoPicture, Picture, picture};
pub use pixels::png_of;
pub use text::{TextPreview, text};
