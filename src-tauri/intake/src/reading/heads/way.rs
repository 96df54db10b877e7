//! The way that a mail took, and the checks on it, as the mail states them.

use mail_parser::parsers::MessageStream;
use mail_parser::{HeaderValue, Host};

use super::fields::Fields;
use super::values::{bounded, moment};
use crate::reading::{AuthCheck, Hop};

/// Checks that are kept.
const CHECKS: usize = 40;
/// The methods of RFC 8601's registry that tell something about the sender.
const METHODS: [&str; 8] = ["spf", "dkim", "dmarc", "arc", "bimi", "compauth", "sender-id", "dkim-adsp"];

/// The lowest `Received`: each station writes above those before it.
pub(super) fn first_hop(fields: &Fields<'_>) -> Option<Hop> {
    let lowest = fields.all("received").next_back()?;
    let HeaderValue::Received(told) = MessageStream::new(&lowest).parse_received() else {
        return Some(Hop::default());
    };
    // Exim puts the IP address first, and the name that the sender gave itself behind it.
    let (named, ip) = match &told.from {
        Some(Host::IpAddr(ip)) => (told.helo.as_ref().or(told.from.as_ref()), told.from_ip.or(Some(*ip))),
        from => (from.as_ref(), told.from_ip),
    };
    Some(Hop {
        from: named.map(host).unwrap_or_default(),
        ip: ip.map(|ip| ip.to_string()),
        by: told.by.as_ref().map(host).unwrap_or_default(),
        at: told.date.as_ref().and_then(moment),
    })
}

fn host(host: &Host<'_>) -> String {
    match host {
        Host::Name(name) => bounded(name),
        Host::IpAddr(ip) => ip.to_string(),
    }
}

/// `Authentication-Results`, and `Received-SPF` where no check of that kind is told there.
pub(super) fn checks(fields: &Fields<'_>) -> Vec<AuthCheck> {
    let mut checks: Vec<AuthCheck> = Vec::new();
    for value in fields.all("authentication-results") {
        let text = without_comments(&String::from_utf8_lossy(&value));
        let mut parts = text.split(';');
        let first = parts.next().unwrap_or_default();
        // Some servers leave their own name out and begin with a check.
        let by = match check(first, "") {
            Some(one) => {
                checks.push(one);
                String::new()
            }
            None => bounded(first.split_whitespace().next().unwrap_or_default()),
        };
        checks.extend(parts.filter_map(|part| check(part, &by)).take(CHECKS.saturating_sub(checks.len())));
        if checks.len() >= CHECKS {
            break;
        }
    }
    if !checks.iter().any(|check| check.method == "spf")
        && let Some(value) = fields.first("received-spf")
    {
        let text = String::from_utf8_lossy(&value).trim_start().to_ascii_lowercase();
        let result: String = text.chars().take_while(char::is_ascii_alphabetic).take(20).collect();
        if !result.is_empty() {
            checks.push(AuthCheck { method: "spf".to_owned(), result, by: String::new() });
        }
    }
    checks
}

/// `spf=pass smtp.mailfrom=…`: the first word is the check.
fn check(part: &str, by: &str) -> Option<AuthCheck> {
    let (method, rest) = part.trim_start().split_once('=')?;
    let method = method.split('/').next()?.trim().to_ascii_lowercase();
    let result: String = rest.trim_start().chars().take_while(|c| c.is_ascii_alphanumeric()).take(20).collect();
    (METHODS.contains(&method.as_str()) && !result.is_empty()).then(|| AuthCheck {
        method,
        result: result.to_ascii_lowercase(),
        by: by.to_owned(),
    })
}

/// What stands in round brackets is for people, and may itself look like a check.
fn without_comments(text: &str) -> String {
    let mut depth = 0_u32;
    text.chars()
        .filter(|c| match c {
            '(' => {
                depth += 1;
                false
            }
            ')' => {
                depth = depth.saturating_sub(1);
                false
            }
            _ => depth == 0,
        })
        .collect()
}
