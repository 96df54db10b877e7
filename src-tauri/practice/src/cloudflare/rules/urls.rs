//! `urls`: addresses of one hostname, one a line.

use std::collections::BTreeSet;

use super::{Broken, ErrorKind};
use crate::addresses::host_of;

/// Addresses in one report.
const MOST: usize = 250;

pub(super) fn check(urls: &str) -> Result<(), Broken> {
    let broken = |why: String| Broken::new(ErrorKind::BadUrlsError, why);
    let lines: Vec<&str> = urls.split('\n').collect();
    if lines.len() > MOST {
        return Err(broken(format!("{} URLs", lines.len())));
    }
    let mut hosts = BTreeSet::new();
    for (at, line) in lines.iter().enumerate() {
        hosts.insert(hostname(line).ok_or_else(|| broken(format!("URL {} is not one", at + 1)))?);
    }
    let unique: BTreeSet<&&str> = lines.iter().collect();
    if unique.len() < lines.len() {
        return Err(broken("a URL comes twice".into()));
    }
    if hosts.len() > 1 {
        return Err(Broken::new(ErrorKind::UrlNotvalidError, format!("{} hostnames", hosts.len())));
    }
    Ok(())
}

/// The hostname of a URL, in lower case; `None` when it is no URL of the kinds that are taken. ASCII only, since an
/// encoding that is not recognised is among the documented errors; blank lines and `\r` are no URLs either.
pub(in crate::cloudflare) fn hostname(url: &str) -> Option<String> {
    let (scheme, rest) = url.split_once("://")?;
    let known = scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https");
    let readable = url.chars().all(|c| c.is_ascii_graphic());
    let host = host_of(rest);
    (known && readable && !host.is_empty()).then(|| host.trim_end_matches('.').to_ascii_lowercase())
}
