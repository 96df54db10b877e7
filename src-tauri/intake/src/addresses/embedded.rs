//! Addresses within links that are no web addresses themselves: a script that goes somewhere, a page within a link, an
//! app's own scheme around an address.

use data_encoding::{BASE64, BASE64_NOPAD, BASE64URL_NOPAD};
use percent_encoding::percent_decode_str;

use super::found::as_browsers_read;
use super::known_good;
use super::scan::{self, Span};

/// Longest link that is looked into, in bytes.
const LONGEST: usize = 256 * 1024;
/// Schemes of apps that open the web address within.
const OPENERS: [&str; 7] =
    ["googlechrome", "googlechromes", "microsoft-edge", "ms-excel", "ms-powerpoint", "ms-word", "view-source"];

/// The first web address within such a link; none where there is none, and for schemes that are not looked into.
pub(super) fn address(scheme: &str, href: &str) -> Option<String> {
    let inside = href.get(scheme.len() + 1..).filter(|inside| inside.len() <= LONGEST)?;
    match scheme {
        "javascript" | "vbscript" => first(&percent_decode_str(inside).decode_utf8_lossy()),
        "data" => first(&page(inside)?),
        _ if OPENERS.contains(&scheme) => first(inside),
        _ => None,
    }
}

/// The text of a `data:` link (RFC 2397), where it is a page.
fn page(inside: &str) -> Option<String> {
    let (head, body) = inside.split_once(',')?;
    let head = head.to_ascii_lowercase();
    if !["text/html", "application/xhtml", "image/svg"].iter().any(|kind| head.starts_with(kind)) {
        return None;
    }
    let plain = percent_decode_str(body);
    if !head.ends_with("base64") {
        return Some(plain.decode_utf8_lossy().into_owned());
    }
    let bytes: Vec<u8> = plain.filter(|byte| !byte.is_ascii_whitespace()).collect();
    base64(&bytes).map(|page| String::from_utf8_lossy(&page).into_owned())
}

/// Base64 in either alphabet, padded or not.
pub(super) fn base64(bytes: &[u8]) -> Option<Vec<u8>> {
    let bare = bytes.strip_suffix(b"==").or_else(|| bytes.strip_suffix(b"=")).unwrap_or(bytes);
    BASE64_NOPAD.decode(bare).or_else(|_| BASE64URL_NOPAD.decode(bare)).or_else(|_| BASE64.decode(bytes)).ok()
}

/// The first address that is not known good: a page names its standard before it names its aim.
fn first(text: &str) -> Option<String> {
    let mut found = None;
    scan::addresses(text, |span| {
        if let Span::Whole(address) = span {
            found = as_browsers_read(address).filter(|address| !known_good::is_known_good(address));
        }
        found.is_none()
    });
    found
}
