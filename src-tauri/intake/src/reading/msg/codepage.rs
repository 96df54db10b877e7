//! The numbers by which Windows knows its encodings (MS-OXCMSG, `PidTagInternetCodepage`).

use encoding_rs::{self as enc, Encoding};

/// What Western Windows uses, and what is taken for every number that is unknown here.
pub(super) const WESTERN: u32 = 1252;

/// The encoding of a number.
pub(super) fn encoding(number: u32) -> &'static Encoding {
    match number {
        874 => enc::WINDOWS_874,
        932 => enc::SHIFT_JIS,
        936 => enc::GBK,
        949 | 51949 => enc::EUC_KR,
        950 => enc::BIG5,
        1200 => enc::UTF_16LE,
        1201 => enc::UTF_16BE,
        1250 => enc::WINDOWS_1250,
        1251 => enc::WINDOWS_1251,
        1253 => enc::WINDOWS_1253,
        1254 | 28599 => enc::WINDOWS_1254,
        1255 => enc::WINDOWS_1255,
        1256 => enc::WINDOWS_1256,
        1257 => enc::WINDOWS_1257,
        1258 => enc::WINDOWS_1258,
        866 => enc::IBM866,
        10000 => enc::MACINTOSH,
        10007 => enc::X_MAC_CYRILLIC,
        20866 => enc::KOI8_R,
        21866 => enc::KOI8_U,
        28592 => enc::ISO_8859_2,
        28593 => enc::ISO_8859_3,
        28594 => enc::ISO_8859_4,
        28595 => enc::ISO_8859_5,
        28596 => enc::ISO_8859_6,
        28597 => enc::ISO_8859_7,
        28598 => enc::ISO_8859_8,
        38598 => enc::ISO_8859_8_I,
        28603 => enc::ISO_8859_13,
        28605 => enc::ISO_8859_15,
        50220..=50222 => enc::ISO_2022_JP,
        20932 | 51932 => enc::EUC_JP,
        51936 => enc::GBK,
        54936 => enc::GB18030,
        65001 => enc::UTF_8,
        _ => enc::WINDOWS_1252,
    }
}

/// Bytes as text. Programs other than Outlook write UTF-8 whatever number they state, and no other encoding looks like
/// UTF-8 by chance; only the one of seven bits would.
pub(super) fn decoded(bytes: &[u8], number: u32) -> String {
    let encoding = encoding(number);
    if encoding != enc::ISO_2022_JP
        && let Ok(text) = std::str::from_utf8(bytes)
    {
        return text.trim_start_matches('\u{FEFF}').to_owned();
    }
    encoding.decode(bytes).0.into_owned()
}

/// The code page of a font's character set in RTF (`\fcharset`); none where it says nothing of its own.
pub(super) fn of_character_set(number: i32) -> Option<u32> {
    Some(match number {
        0 => WESTERN,
        77 => 10000,
        128 => 932,
        129 => 949,
        134 => 936,
        136 => 950,
        161 => 1253,
        162 => 1254,
        163 => 1258,
        177 => 1255,
        178 => 1256,
        186 => 1257,
        204 => 1251,
        222 => 874,
        238 => 1250,
        _ => return None,
    })
}
