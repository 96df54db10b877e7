//! Proofpoint URL Defense, which has written addresses in three ways.

use std::str::Chars;

use data_encoding::BASE64URL_NOPAD;
use percent_encoding::percent_decode_str;
use url::Url;

use super::parts::{Inside, is_web, raw};

/// The letters that tell how many characters a run has: the first stands for two.
const RUN_LENGTHS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// By the version in the path.
pub(super) fn inside(url: &Url) -> Option<Inside> {
    let text = match url.path().split('/').nth(1)? {
        "v1" => percent_decode_str(raw(url, "u")?).decode_utf8().ok()?.into_owned(),
        "v2" => {
            // `-` stands for `%` and `_` for `/`; both, where they are themselves, were escaped before.
            let escaped = raw(url, "u")?.replace('-', "%").replace('_', "/");
            percent_decode_str(&escaped).decode_utf8().ok()?.into_owned()
        }
        "v3" => third(url.as_str())?,
        _ => return None,
    };
    is_web(&text).then_some(Inside::Address(text))
}

/// `…/v3/__ADDRESS__;BYTES!!…`: `*` in the address is the next character of the bytes, `**X` a run of them. No `__;`
/// stands in an address, since it is one of the characters that are taken out.
fn third(wrapper: &str) -> Option<String> {
    let (_, behind) = wrapper.split_once("/v3/__")?;
    let (address, rest) = behind.split_once("__;")?;
    let (taken, _) = rest.split_once('!')?;
    let taken = String::from_utf8(BASE64URL_NOPAD.decode(taken.trim_end_matches('=').as_bytes()).ok()?).ok()?;
    let address = percent_decode_str(address).decode_utf8().ok()?;
    put_back(&address, taken.chars())
}

fn put_back(address: &str, mut taken: Chars<'_>) -> Option<String> {
    let mut out = String::with_capacity(address.len());
    let mut letters = address.chars().peekable();
    while let Some(letter) = letters.next() {
        if letter != '*' {
            out.push(letter);
            continue;
        }
        let mut length = 1;
        if letters.next_if_eq(&'*').is_some() {
            let told = letters.next()?;
            length = 2 + RUN_LENGTHS.iter().position(|letter| char::from(*letter) == told)?;
        }
        for _ in 0..length {
            out.push(taken.next()?);
        }
    }
    Some(out)
}
