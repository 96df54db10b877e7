//! Where wrappers keep what they hide.

use percent_encoding::percent_decode_str;
use url::Url;

use crate::addresses::embedded::base64;

/// What a wrapper tells.
pub(super) enum Inside {
    /// The whole address.
    Address(String),
    /// Its domain; the rest is known to the gateway alone.
    Domain(String),
}

/// The address in the first of these parameters that has one.
pub(super) fn parameter(url: &Url, names: &[&str]) -> Option<Inside> {
    let value = |name: &&str| percent_decode_str(raw(url, name)?).decode_utf8().ok();
    // Once always, whatever it looks like: some escape no more than what would break the wrapper.
    names.iter().find_map(|name| address_in(&value(name)?)).map(Inside::Address)
}

/// The address in a parameter that is the last one and not escaped at all: everything behind it is its own.
pub(super) fn rest_of_query(url: &Url, name: &str) -> Option<Inside> {
    let value = raw(url, name).filter(|value| is_web(value) && value.contains('?'))?;
    let begun = url.query()?.find(value)?;
    Some(Inside::Address(with_fragment(url, &url.query()?[begun..])))
}

/// What stands at the end of a wrapper's query, with the fragment, which is then the address's own.
pub(super) fn with_fragment(url: &Url, address: &str) -> String {
    match url.fragment() {
        Some(fragment) => format!("{address}#{fragment}"),
        None => address.to_owned(),
    }
}

/// The domain in a parameter.
pub(super) fn domain(url: &Url, name: &str) -> Option<Inside> {
    let value = percent_decode_str(raw(url, name)?).decode_utf8().ok()?.into_owned();
    let plain = value.contains('.') && !value.contains(['/', '@', ':', '?', '#']);
    plain.then_some(Inside::Domain(value))
}

/// A parameter of the query as it is written. `+` is no space: addresses have none.
pub(super) fn raw<'u>(url: &'u Url, name: &str) -> Option<&'u str> {
    let pairs = url.query()?.split('&').filter_map(|pair| pair.split_once('='));
    pairs.into_iter().find(|(key, value)| key.eq_ignore_ascii_case(name) && !value.is_empty()).map(|(_, value)| value)
}

/// The address that a value is, as it stands, escaped up to twice, or in base64.
pub(super) fn address_in(value: &str) -> Option<String> {
    let mut text = value.to_owned();
    for _ in 0..3 {
        if is_web(&text) {
            return Some(text);
        }
        text = percent_decode_str(&text).decode_utf8().ok()?.into_owned();
    }
    let decoded = String::from_utf8(base64(text.as_bytes())?).ok()?;
    is_web(&decoded).then_some(decoded)
}

/// Whether a text is a web address with all its slashes, or with the one that some gateways leave.
pub(super) fn is_web(text: &str) -> bool {
    let lower = text.get(..9).unwrap_or(text).to_ascii_lowercase();
    let rest = lower.strip_prefix("https:/").or_else(|| lower.strip_prefix("http:/"));
    rest.is_some_and(|rest| !rest.is_empty() && rest != "/")
}

/// The address that stands at the end of the path, one segment (`/https%3A%2F%2Fevil.example%2F`).
pub(super) fn last_segment(url: &Url) -> Option<Inside> {
    let segment = url.path().rsplit('/').next()?;
    address_in(segment).map(Inside::Address)
}
