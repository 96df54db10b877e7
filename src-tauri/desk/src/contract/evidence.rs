//! Evidence as the window sees it: ids and descriptions, never paths.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{DraftView, EvidenceId};

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "each is the kind of that name")]
pub enum FileKind {
    Png,
    Jpeg,
    Pdf,
    Email,
    OutlookEmail,
    Text,
    Csv,
    Word,
    Excel,
    Other,
}

/// Why PhishFort would not take a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FileProblem {
    /// A type that is not on PhishFort's list.
    TypeNotTaken,
    /// Its name says one type and its content another.
    Disguised,
    /// Alone it is as big as a whole request may be, or bigger.
    TooBig,
}

/// One piece of evidence of a draft or case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EvidenceView {
    /// The evidence.
    pub id: EvidenceId,
    /// Its name here; it can be changed.
    pub name: String,
    /// The name it is sent under, reference code in front; none when it is not sent.
    pub sent_name: Option<String>,
    /// What it is, by its content.
    pub kind: FileKind,
    /// Its media type as sent; `application/octet-stream` for a type that PhishFort does not take.
    pub media_type: String,
    /// Its size.
    pub size_bytes: u32,
    /// SHA-256 of its bytes, in hex.
    pub sha256: String,
    /// Whether it goes to PhishFort, or stays with the case only.
    pub send: bool,
    /// Why PhishFort would not take it.
    pub problem: Option<FileProblem>,
    /// Whether there is a picture to show.
    pub has_picture: bool,
    /// Whether there is text to show.
    pub has_text: bool,
}

/// Why a file was not added.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RefusedReason {
    /// A folder.
    Folder,
    /// A link to another file.
    Link,
    /// A pipe, a device or another thing that is not a file.
    NotAFile,
    /// Nothing in it.
    Empty,
    /// Bigger than a case keeps: 100 MB.
    TooBig,
    /// It can't be opened or read.
    Unreadable,
    /// The very same bytes are here already.
    AlreadyHere,
    /// The report was sent or deleted while the file was read.
    ReportGone,
    /// Files are switched off: no picture of this kind of abuse is ever kept here.
    EvidenceOff,
    /// It could not be kept: the disk is full, or the data folder can't be written.
    NotKept,
}

/// A file that was not added.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RefusedFile {
    /// Its name.
    pub name: String,
    /// Why.
    pub reason: RefusedReason,
}

/// What became of files that were dropped, picked or pasted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AddedView {
    /// The draft with what was added.
    pub draft: DraftView,
    /// What was added; empty when the dialog was cancelled.
    pub added: Vec<EvidenceId>,
    /// What is suspicious was filled in from it, or can be chosen.
    pub filled: bool,
    /// What was not.
    pub refused: Vec<RefusedFile>,
}

/// Where a piece of evidence moves in the order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// One place towards the front.
    Up,
    /// One place towards the end.
    Down,
}

/// A picture, decoded and scaled on the host so that the page needs no image address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PictureView {
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
    /// RGBA, 8 bits each, row by row, in base64.
    pub rgba_base64: String,
    /// Pixels across in the file itself.
    pub full_width: u32,
    /// Pixels down in the file itself.
    pub full_height: u32,
}

/// A file's text, what can't be seen made visible, addresses defanged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TextView {
    /// The text.
    pub text: String,
    /// Whether the file goes on after it.
    pub cut: bool,
}
