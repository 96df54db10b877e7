//! The code that finds a submission again at the service, and the names of its files.

use std::fmt;

use sha2::{Digest, Sha256};

/// Crockford's base32: no I, L, O or U, so that a code read over the phone is the same code.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const PREFIX: &str = "TD-";
const LENGTH: usize = 10;

/// Longest name under which a file is sent, in characters, code and number included.
const LONGEST_NAME: usize = 100;

/// Names that Windows keeps for devices, with any extension. The analysts who save the files may use it.
const RESERVED: [&str; 4] = ["con", "prn", "aux", "nul"];

/// `TD-` and ten characters of Crockford's base32: 50 random bits.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Reference(String);

/// A text that is no reference code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a reference code")]
pub struct NotAReference;

impl Reference {
    /// What every code begins with.
    pub const PREFIX: &str = PREFIX;

    /// The code of the lowest 50 of these bits, which the caller draws from a good source of randomness.
    pub fn from_random(bits: u64) -> Self {
        let mut code = String::from(PREFIX);
        for place in (0..LENGTH).rev() {
            let digit = (bits >> (place * 5)) & 31;
            code.push(char::from(ALPHABET[usize::try_from(digit).unwrap_or(0)]));
        }
        Self(code)
    }

    /// The code of one of several submissions that a draft becomes: the same for the same part always, so that it can
    /// be shown before it is sent, and another one for every other part. `part` names the part within the draft.
    pub fn derived(&self, part: &str) -> Self {
        let hash = Sha256::new().chain_update(&self.0).chain_update([0]).chain_update(part).finalize();
        Self::from_random(hash.iter().take(8).fold(0, |bits, &byte| (bits << 8) | u64::from(byte)))
    }

    /// Reads a code as people write it down: small letters, and I, L or O for the digits that they look like, are
    /// understood.
    pub fn parse(text: &str) -> Result<Self, NotAReference> {
        let text = text.trim().to_ascii_uppercase();
        let digits = text.strip_prefix(PREFIX).ok_or(NotAReference)?;
        let meant: String = digits
            .chars()
            .map(|c| match c {
                'O' => '0',
                'I' | 'L' => '1',
                other => other,
            })
            .collect();
        let right = meant.len() == LENGTH && meant.bytes().all(|byte| ALPHABET.contains(&byte));
        if right { Ok(Self(format!("{PREFIX}{meant}"))) } else { Err(NotAReference) }
    }

    /// The code.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The last line of the comment that a service gets.
    pub fn comment_line(&self) -> String {
        format!("Reference: {}", self.0)
    }

    /// Whether a service's text carries this code.
    pub fn is_in(&self, text: &str) -> bool {
        text.to_ascii_uppercase().contains(&self.0)
    }

    /// The name under which a file is sent, as `TD-7K3M9Q2XAB_01_screenshot.png`. `ordinal` counts from 1. Whatever the
    /// name was, this one has only ASCII letters, digits, dot, dash and underscore, is at most 100 characters long,
    /// and keeps the extension in lower case.
    pub fn file_name(&self, ordinal: usize, name: &str) -> String {
        let prefix = format!("{}_{ordinal:02}_", self.0);
        let (stem, extension) = match name.trim().rsplit_once('.') {
            Some((stem, extension)) if !stem.is_empty() && is_extension(extension) => {
                (stem, format!(".{}", extension.to_ascii_lowercase()))
            }
            _ => (name, String::new()),
        };
        let room = LONGEST_NAME.saturating_sub(prefix.len() + extension.len());
        let stem = cut(&safe(stem), room).trim_end_matches(['.', '_']).to_owned();
        let stem = if stem.is_empty() || is_reserved(&stem) { format!("file{stem}") } else { stem };
        format!("{prefix}{stem}{extension}")
    }
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// One underscore for every run of characters that have no place in a name; no dots or dashes in front, since a name
/// that starts with one is hidden, or is taken for an option.
fn safe(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            'a'..='z' | 'A'..='Z' | '0'..='9' | '-' | '.' => out.push(c),
            _ if out.ends_with('_') => {}
            _ => out.push('_'),
        }
    }
    out.trim_start_matches(['.', '-', '_']).to_owned()
}

/// Both are ASCII by now, so that bytes are characters.
fn cut(text: &str, longest: usize) -> &str {
    &text[..text.len().min(longest)]
}

fn is_extension(text: &str) -> bool {
    (1..=10).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

fn is_reserved(stem: &str) -> bool {
    let base = stem.split('.').next().unwrap_or_default().to_ascii_lowercase();
    let port = base.strip_prefix("com").or_else(|| base.strip_prefix("lpt"));
    RESERVED.contains(&base.as_str())
        || port.is_some_and(|number| number.len() == 1 && number.as_bytes()[0].is_ascii_digit())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test says what went wrong by panicking")]

    use proptest::prelude::*;

    use super::*;

    fn code() -> Reference {
        Reference::parse("TD-7K3M9Q2XAB").unwrap()
    }

    #[test]
    fn the_line_and_the_name_carry_the_code() {
        assert_eq!(code().comment_line(), "Reference: TD-7K3M9Q2XAB");
        assert_eq!(code().file_name(1, "screenshot.png"), "TD-7K3M9Q2XAB_01_screenshot.png");
        assert_eq!(code().file_name(12, "Zürich Rechnung (2).PDF"), "TD-7K3M9Q2XAB_12_Z_rich_Rechnung_2.pdf");
    }

    #[test]
    fn no_name_is_dangerous() {
        for (name, sent) in [
            ("../../etc/passwd", "etc_passwd"),
            ("..\\..\\boot.ini", "boot.ini"),
            ("", "file"),
            ("....", "file"),
            (".png", "png"),
            ("CON.txt", "fileCON.txt"),
            ("com1", "filecom1"),
            ("a\u{202E}gnp.exe", "a_gnp.exe"),
            ("x.png\r\nX-Evil: 1", "x.png_X-Evil_1"),
            ("note.txt:stream", "note.txt_stream"),
            ("写真.jpg", "file.jpg"),
            ("a\"b';.eml", "a_b.eml"),
            ("-rf.txt", "rf.txt"),
        ] {
            assert_eq!(code().file_name(3, name), format!("TD-7K3M9Q2XAB_03_{sent}"), "{name:?}");
        }
    }

    #[test]
    fn a_code_written_down_by_hand_is_understood() {
        assert_eq!(Reference::parse(" td-oil0000000 ").unwrap().as_str(), "TD-0110000000");
        for text in ["", "TD-", "TD-7K3M9Q2XA", "TD-7K3M9Q2XABC", "TD-7K3M9Q2XAU", "7K3M9Q2XAB", "TD-7K3M9Q2XÄB"] {
            assert_eq!(Reference::parse(text), Err(NotAReference), "{text}");
        }
    }

    #[test]
    fn a_part_has_a_code_of_its_own_and_always_the_same() {
        let part = code().derived("cloudflare/abuse_phishing/evil.example/1");
        assert_eq!(part, code().derived("cloudflare/abuse_phishing/evil.example/1"));
        assert_eq!(Reference::parse(part.as_str()), Ok(part.clone()));
        assert_ne!(part, code());
        assert_ne!(part, code().derived("cloudflare/abuse_phishing/evil.example/2"));
        assert_ne!(part, Reference::from_random(1).derived("cloudflare/abuse_phishing/evil.example/1"));
    }

    #[test]
    fn the_derivation_never_changes() {
        // A stored submission and a draft that was prepared anew must agree, whatever version of the app wrote them.
        assert_eq!(code().derived("").as_str(), "TD-PB7M9RGP4N");
    }

    #[test]
    fn the_code_is_found_in_a_service_s_text() {
        assert!(code().is_in("… seen.\nReference: td-7k3m9q2xab"));
        assert!(!code().is_in("Reference: TD-7K3M9Q2XA"));
    }

    proptest! {
        #[test]
        fn fifty_bits_make_one_code_and_no_other(bits in 0_u64..(1 << 50), other in 0_u64..(1 << 50)) {
            let made = Reference::from_random(bits);
            prop_assert_eq!(Reference::parse(made.as_str()), Ok(made.clone()));
            prop_assert_eq!(bits == other, made == Reference::from_random(other));
        }

        #[test]
        fn every_name_is_safe(ordinal in 1_usize..=12, name in ".*", bits: u64) {
            let code = Reference::from_random(bits);
            let sent = code.file_name(ordinal, &name);
            prop_assert!(sent.len() <= LONGEST_NAME);
            prop_assert!(sent.bytes().all(|b| b.is_ascii_alphanumeric() || b"._-".contains(&b)));
            let prefix = format!("{code}_{ordinal:02}_");
            prop_assert!(sent.starts_with(&prefix) && sent.len() > prefix.len());
            prop_assert!(!sent.ends_with('.'));
        }
    }
}
