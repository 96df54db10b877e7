//! What holds within a pair of braces.

/// What the text of a group is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Text,
    /// Markup of the mail's own HTML (`\*\htmltag`).
    Tag,
    /// Nothing that is shown.
    Skipped,
    Fonts,
    /// What a field does: `HYPERLINK "…"`.
    Instruction,
    /// What a field shows.
    Result,
}

/// The state of a group; one that opens within it begins with a copy.
#[derive(Debug, Clone, Copy)]
pub(super) struct Group {
    pub kind: Kind,
    /// What stands here is for programs that know RTF only (`\htmlrtf`).
    pub rtf_only: bool,
    /// How many characters stand behind `\u` for programs that don't know it.
    pub stand_ins: u8,
    /// Code page of its bytes.
    pub page: u32,
    /// This very group began a link.
    pub in_link: bool,
}

impl Group {
    pub(super) fn within(self) -> Self {
        Self { in_link: false, ..self }
    }
}

/// What a word makes of the group that it begins; `optional` where `\*` stands before it: what is unknown is then
/// passed over.
pub(super) fn begun_by(word: &[u8], optional: bool) -> Option<Kind> {
    Some(match word {
        b"htmltag" => Kind::Tag,
        b"fonttbl" => Kind::Fonts,
        b"fldinst" => Kind::Instruction,
        b"fldrslt" => Kind::Result,
        b"mhtmltag" | b"colortbl" | b"stylesheet" | b"info" | b"pict" | b"object" | b"header" | b"headerl"
        | b"headerr" | b"headerf" | b"footer" | b"footerl" | b"footerr" | b"footerf" | b"pntext" | b"pntxta"
        | b"pntxtb" | b"listtext" | b"xmlnstbl" => Kind::Skipped,
        _ if optional => Kind::Skipped,
        _ => return None,
    })
}
