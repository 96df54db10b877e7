//! Addresses that mail gateways and redirects wrapped around others, taken off without asking anybody.

mod gateways;
mod parts;
mod proofpoint;
mod redirects;

use url::Url;

use super::found::{Address, as_browsers_read, as_web};
use parts::Inside;

/// Wrappers in wrappers that are taken off: a gateway each for sender, receiver and forwarder, and redirects within.
const DEEPEST: usize = 6;

/// One kind of wrapper.
struct Wrapper {
    /// As it is shown.
    name: &'static str,
    /// Its hosts, each with everything below it; `google.*` is that name under any public suffix.
    hosts: &'static [&'static str],
    /// What it tells; none where an address on such a host is no wrapper, or is malformed.
    inside: fn(&Url) -> Option<Inside>,
}

/// The address behind the wrappers. One that is none, or that does not say what it hides, stays as it is.
pub(super) fn unwrapped(address: &str) -> Address {
    let mut found = Address { address: address.to_owned(), unwrapped: Vec::new(), domain_only: false };
    while found.unwrapped.len() < DEEPEST && !found.domain_only {
        let Some((name, next, domain_only)) = next(&found.address) else { break };
        if next == found.address {
            break;
        }
        found.address = next;
        found.unwrapped.push(name.to_owned());
        found.domain_only = domain_only;
    }
    found
}

/// Where a redirect on a site leads that is trusted for reasons of its own, such as one of ours; none where it is none.
pub(super) fn behind_redirect(address: &str) -> Option<Address> {
    match redirects::leads_on(&Url::parse(address).ok()?)? {
        Inside::Address(text) => Some(unwrapped(&as_browsers_read(&text)?)),
        Inside::Domain(_) => None,
    }
}

fn next(address: &str) -> Option<(&'static str, String, bool)> {
    let url = Url::parse(address).ok()?;
    let host = url.host_str()?.trim_end_matches('.');
    let known = gateways::ALL.iter().chain(redirects::ALL).find_map(|wrapper| {
        let inside = wrapper.hosts.iter().any(|pattern| is_at(host, pattern)).then(|| (wrapper.inside)(&url))??;
        Some((wrapper.name, inside))
    });
    let (name, inside) = known.or_else(|| Some((redirects::OPEN, redirects::open(&url, host)?)))?;
    match inside {
        Inside::Address(text) => Some((name, as_browsers_read(&text)?, false)),
        Inside::Domain(text) => Some((name, as_web(&text)?, true)),
    }
}

fn is_at(host: &str, pattern: &str) -> bool {
    match pattern.strip_suffix(".*") {
        Some(name) => domain::registrable_domain(host).and_then(|domain| domain.split('.').next()) == Some(name),
        None => host.strip_suffix(pattern).is_some_and(|before| before.is_empty() || before.ends_with('.')),
    }
}
