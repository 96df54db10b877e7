//! E-mail addresses behind an encoding: hex, base32, base64 in both alphabets, nested, inside a longer text.

use std::ops::Range;
use std::sync::LazyLock;

use data_encoding::{BASE32_NOPAD, BASE64URL_NOPAD, Encoding, HEXLOWER_PERMISSIVE};

use super::mail;
use super::people::{Names, People};
use super::view::View;

/// Base64 for names of files and addresses, as careless encoders write it too: they leave bits behind.
static CARELESS: LazyLock<Option<Encoding>> = LazyLock::new(|| {
    let mut encoding = BASE64URL_NOPAD.specification();
    encoding.check_trailing_bits = false;
    encoding.encoding().ok()
});

/// The shortest run worth decoding: `a@b.cd` in base64.
const SHORTEST: usize = 8;
/// The longest run that is decoded, in bytes; nobody sends a longer address.
const LONGEST: usize = 16_384;
/// How deep an encoding in an encoding is followed.
const DEEPEST: usize = 3;

/// What stood behind an encoding.
pub(super) struct Hidden {
    pub(super) says: String,
    pub(super) is_name: bool,
    /// It stands within a web address that somebody is led to.
    pub(super) leads: bool,
}

/// The runs in a text that hide somebody: the whole run each, and what it says.
pub(super) fn hidden_in(text: &str, people: &People) -> Vec<(Range<usize>, Hidden)> {
    runs(text).filter_map(|at| Some((at.clone(), read(&text[at], people, 0)?))).collect()
}

/// What a code says, if it is a readable text in base64 or hex: then it is no secret.
pub(super) fn readable(code: &str) -> Option<String> {
    let hex = || HEXLOWER_PERMISSIVE.decode(code.as_bytes()).ok();
    hex().and_then(|bytes| whole_text(&bytes)).or_else(|| base64(code).and_then(|bytes| whole_text(&bytes)))
}

/// Whether a decoded text is a web address.
pub(super) fn leads_to_a_page(text: &str) -> bool {
    ["https://", "http://"].iter().any(|scheme| {
        text.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)) && text.len() > scheme.len()
    })
}

/// The maximal runs of characters that the encodings use.
fn runs(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let is_code = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '/' | '-' | '_' | '=');
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + text[at..].find(is_code)?;
        let end = text[start..].find(|c| !is_code(c)).map_or(text.len(), |len| start + len);
        at = end;
        Some(start..end)
    })
    .filter(|run| (SHORTEST..=LONGEST).contains(&run.len()))
}

/// Whom a run names, read in every way.
fn read(run: &str, people: &People, depth: usize) -> Option<Hidden> {
    let clean = |bytes: &[u8]| whole_text(bytes).and_then(|text| in_clean(&text, people, depth));
    let pieces = || {
        let parts = run.split(['+', '/', '-', '_', '=']).filter(move |part| part.len() < run.len());
        std::iter::once(run.trim_matches('=')).chain(parts).filter(|part| part.len() >= SHORTEST)
    };
    for piece in pieces() {
        if let Some(found) = base64(piece).and_then(|bytes| clean(&bytes)) {
            return Some(found);
        }
        if let Some(found) = BASE32_NOPAD.decode(piece.to_ascii_uppercase().as_bytes()).ok().and_then(|b| clean(&b)) {
            return Some(found);
        }
    }
    for piece in run.split(|c: char| !c.is_ascii_hexdigit()).filter(|piece| piece.len() >= SHORTEST) {
        // A digit that belongs to what stands before shifts all others.
        for start in 0..2 {
            let even = &piece[start..start + (piece.len() - start) / 2 * 2];
            let bytes = HEXLOWER_PERMISSIVE.decode(even.as_bytes()).unwrap_or_default();
            if let Some(found) = clean(&bytes).or_else(|| in_noise(&bytes, people)) {
                return Some(found);
            }
        }
    }
    // What is glued before it shifts the groups of four.
    (0..4).find_map(|start| in_noise(&base64(run.get(start..)?)?, people))
}

/// Base64 in either alphabet; characters too many at the end are left out.
fn base64(run: &str) -> Option<Vec<u8>> {
    let mut run = run.trim_end_matches('=').replace('+', "-").replace('/', "_");
    run.retain(|c| c != '=');
    if run.len() % 4 == 1 {
        run.pop();
    }
    CARELESS.as_ref()?.decode(run.as_bytes()).ok()
}

/// Bytes as text, where all of them are: random bytes hardly ever are.
fn whole_text(bytes: &[u8]) -> Option<String> {
    let text = std::str::from_utf8(bytes).ok()?;
    let readable = !text.chars().any(|c| c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\0'));
    (!text.is_empty() && readable).then(|| text.to_owned())
}

/// Whom a readable text names; percent-encoding and further layers taken off.
fn in_clean(text: &str, people: &People, depth: usize) -> Option<Hidden> {
    let view = View::of(text).percent_decoded();
    let text = view.text();
    let leads = leads_to_a_page(text);
    if let Some((_, whose)) = people.address_in(&text.to_lowercase()).next() {
        return Some(Hidden { says: whose.to_owned(), is_name: false, leads });
    }
    if let Some(at) = mail::addresses(text).into_iter().next() {
        return Some(Hidden { says: text[at].to_owned(), is_name: false, leads });
    }
    let deeper = (depth < DEEPEST).then(|| runs(text).find_map(|at| read(&text[at], people, depth + 1))).flatten();
    let deeper = deeper.map(|hidden| Hidden { leads: leads || hidden.leads, ..hidden });
    deeper.or_else(|| {
        let (_, whom) = people.names_in(text, Names::Any).into_iter().next()?;
        Some(Hidden { says: whom.to_owned(), is_name: true, leads })
    })
}

/// A known address among bytes that are no text; any other would be found in noise too.
fn in_noise(bytes: &[u8], people: &People) -> Option<Hidden> {
    let lower = String::from_utf8_lossy(bytes).to_lowercase();
    let (_, whose) = people.address_in(&lower).next()?;
    Some(Hidden { says: whose.to_owned(), is_name: false, leads: false })
}
