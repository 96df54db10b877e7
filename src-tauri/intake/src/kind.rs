//! The types that PhishFort takes, by extension (`phishfort-api.md` §5).

use crate::sniff::Content;

/// The media type of everything that PhishFort does not take.
pub const OCTET_STREAM: &str = "application/octet-stream";

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
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

impl FileKind {
    /// Whether [`crate::picture`] can show it.
    pub fn has_picture(self) -> bool {
        matches!(self, Self::Png | Self::Jpeg)
    }

    /// Whether [`crate::text`] can show it.
    pub fn has_text(self) -> bool {
        matches!(self, Self::Email | Self::Text | Self::Csv)
    }
}

/// Why PhishFort would not take a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TypeProblem {
    /// Its extension is not on their list.
    TypeNotTaken,
    /// Its extension is, and its content is something else.
    Disguised,
}

/// A type on PhishFort's list.
pub(crate) struct Taken {
    pub(crate) kind: FileKind,
    pub(crate) media_type: &'static str,
    /// The contents that may bear this extension.
    pub(crate) contents: &'static [Content],
}

/// The type that an extension (in lower case, without its dot) stands for. The media types are the sheet's, to the
/// letter: common guessers get some of them wrong.
pub(crate) fn taken(extension: &str) -> Option<Taken> {
    let of = |kind, media_type, contents| Some(Taken { kind, media_type, contents });
    match extension {
        "png" => of(FileKind::Png, "image/png", &[Content::Png]),
        "jpg" | "jpeg" => of(FileKind::Jpeg, "image/jpeg", &[Content::Jpeg]),
        "pdf" => of(FileKind::Pdf, "application/pdf", &[Content::Pdf]),
        "eml" => of(FileKind::Email, "message/rfc822", &[Content::Mail]),
        "msg" => of(FileKind::OutlookEmail, "application/vnd.ms-outlook", &[Content::OutlookMail]),
        // Headers saved as text are a mail in all but their name.
        "txt" => of(FileKind::Text, "text/plain", &[Content::Text, Content::Mail]),
        "csv" => of(FileKind::Csv, "text/csv", &[Content::Text, Content::Mail]),
        "doc" => of(FileKind::Word, "application/msword", &[Content::OldWord]),
        "docx" => of(
            FileKind::Word,
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            &[Content::Word],
        ),
        "xls" => of(FileKind::Excel, "application/vnd.ms-excel", &[Content::OldExcel]),
        "xlsx" => {
            of(FileKind::Excel, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", &[Content::Excel])
        }
        _ => None,
    }
}
