//! What a report must and must not contain. Stricter than the real service may be wherever its answer is
//! undocumented, so that a client which relies on luck is found out here.

use std::net::Ipv4Addr;

use super::{Kind, Refusal, body::Form};
use crate::addresses::{host_of, is_domain, is_email};

const KNOWN: [&str; 6] = ["url", "incidentType", "subject", "reportedBy", "clientId", "comment"];

/// What is reported, once the fields have passed.
#[derive(Debug)]
pub(super) struct Target {
    pub(super) kind: Kind,
    pub(super) subject: String,
}

/// Judges all fields and says what is reported.
pub(super) fn judge(form: &Form) -> Result<Target, Refusal> {
    // An unknown field's fate is undocumented; a misspelt one must not pass as if it had meant something.
    if let Some(unknown) = form.fields.keys().find(|name| !KNOWN.contains(&name.as_str())) {
        return Err(Refusal::bad(format!("\"{unknown}\" is not allowed")));
    }
    // Undocumented: an empty comment is let through, since only `null` is forbidden.
    if let Some((name, _)) = form.fields.iter().find(|(name, value)| *name != "comment" && value.is_empty()) {
        return Err(Refusal::bad(format!("\"{name}\" is not allowed to be empty")));
    }
    if form.fields.get("reportedBy").is_some_and(|address| !is_email(address)) {
        return Err(Refusal::bad("\"reportedBy\" must be a valid email"));
    }
    let field = |name: &str| form.fields.get(name).map(String::as_str);
    match (field("url"), field("subject"), field("incidentType")) {
        (None, None, None) => Err(Refusal::bad("\"value\" must contain at least one of [url, subject]")),
        (None, None, Some(_)) => Err(Refusal::bad("\"subject\" is required when \"incidentType\" is used")),
        (Some(_), Some(_), _) => Err(Refusal::bad("\"url\" and \"subject\" must not be used together")),
        (Some(_), None, Some(_)) => Err(Refusal::bad("\"incidentType\" is not allowed with \"url\"")),
        (Some(url), None, None) if is_address(url) => Ok(Target { kind: Kind::Url, subject: url.to_owned() }),
        (Some(_), None, None) => Err(Refusal::bad("\"url\" must be a valid URL or domain")),
        (None, Some(subject), incident_type) => {
            let kind = match incident_type {
                Some("email") => Kind::Email,
                Some("phone") => Kind::Phone,
                Some("ipv4") => Kind::Ipv4,
                // The trap of the fact sheet: also what a domain sent as `subject` meets.
                _ => {
                    let why = "When \"subject\" is used, \"incidentType\" must be one of [email, phone, ipv4]";
                    return Err(Refusal::bad(why));
                }
            };
            match kind_fits(kind, subject) {
                true => Ok(Target { kind, subject: subject.to_owned() }),
                false => Err(Refusal::bad(format!("\"subject\" must be a valid {}", kind.word()))),
            }
        }
    }
}

fn kind_fits(kind: Kind, subject: &str) -> bool {
    match kind {
        Kind::Url => is_address(subject),
        Kind::Email => is_email(subject),
        Kind::Phone => is_e164(subject),
        Kind::Ipv4 => subject.parse::<Ipv4Addr>().is_ok(),
    }
}

/// A plus, then up to 15 digits, the first not 0; no blanks, no brackets.
fn is_e164(number: &str) -> bool {
    let Some(digits) = number.strip_prefix('+') else { return false };
    (2..=15).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit()) && !digits.starts_with('0')
}

/// A full http(s) URL, or a domain alone. A domain with a path but no scheme is neither.
fn is_address(text: &str) -> bool {
    if text.contains(|c: char| c.is_whitespace() || c.is_control()) {
        return false;
    }
    match text.split_once("://") {
        None => is_domain(text),
        Some((scheme, rest)) => {
            let known = scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https");
            let host = host_of(rest);
            known && (is_domain(host) || host.parse::<Ipv4Addr>().is_ok() || is_bracketed_v6(host))
        }
    }
}

/// The domain inside an address, for the incident's own fields.
pub(super) fn domain_of(text: &str) -> &str {
    text.split_once("://").map_or(text, |(_, rest)| host_of(rest))
}

/// Whether something that matters stands behind the domain.
pub(super) fn has_path(text: &str) -> bool {
    let rest = text.split_once("://").map_or(text, |(_, rest)| rest);
    rest.find(['/', '?', '#']).is_some_and(|at| &rest[at..] != "/")
}

fn is_bracketed_v6(host: &str) -> bool {
    let inner = host.strip_prefix('[').and_then(|h| h.strip_suffix(']'));
    inner.is_some_and(|inner| inner.parse::<std::net::Ipv6Addr>().is_ok())
}
