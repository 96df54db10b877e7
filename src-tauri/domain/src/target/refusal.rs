//! Targets that must not be reported, since it would hurt oneself or people who did nothing.

use std::net::Ipv4Addr;

use super::shared::{MAIL_PROVIDERS, SHARED_HOSTS};
use super::{Target, WebAddress};

/// Why a target is not reported. The names are hosts, as they may be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// One of our own sites or domains, or below one; the own site is named.
    OwnDomain(String),
    /// A mail provider's whole domain.
    MailProvider(String),
    /// A host shared by many sites, without the part that is the bad one.
    SharedHost(String),
    /// An address of a private network, of this computer, or of no computer.
    PrivateAddress,
}

/// Names that never leave a private network (RFC 6761, RFC 6762, RFC 8375, and the ICANN-reserved `internal`).
const PRIVATE_NAMES: [&str; 5] = ["localhost", "local", "internal", "lan", "home.arpa"];

/// Why this target is not reported, or none. `own_sites` are domains or web addresses as the person entered them; what
/// can't be read among them is passed over.
pub fn refusal(target: &Target, own_sites: &[String]) -> Option<Refusal> {
    if is_private(target) {
        return Some(Refusal::PrivateAddress);
    }
    if let Some(own) = own_sites.iter().find_map(|site| own_site(target, site)) {
        return Some(Refusal::OwnDomain(own));
    }
    let Target::Web(web) = target else { return None };
    if web.names_a_page() {
        return None;
    }
    let host = without_www(web.host());
    if is_mail_provider(host) {
        return Some(Refusal::MailProvider(host.to_owned()));
    }
    is_shared(host).then(|| Refusal::SharedHost(host.to_owned()))
}

/// Whether an own site, as the person entered it, can be read and so protects anything.
pub fn is_readable_site(site: &str) -> bool {
    Target::parse(site).is_ok()
}

/// Whether a host is a mail provider's own, `www.` or not.
#[must_use]
pub fn is_mail_provider(host: &str) -> bool {
    MAIL_PROVIDERS.contains(&without_www(host))
}

/// Whether a host belongs to everybody, `www.` or not: one on our list, or a public suffix.
#[must_use]
pub fn is_shared_host(host: &str) -> bool {
    is_shared(without_www(host))
}

fn without_www(host: &str) -> &str {
    host.strip_prefix("www.").unwrap_or(host)
}

/// A host on our list, or a public suffix: what people register or are given below it is theirs, it is not.
fn is_shared(host: &str) -> bool {
    SHARED_HOSTS.contains(&host) || psl::suffix(host.as_bytes()).is_some_and(|suffix| suffix == host.as_bytes())
}

/// The own site's name, if the target is it or lies below it.
fn own_site(target: &Target, site: &str) -> Option<String> {
    let Ok(own) = Target::parse(site) else { return None };
    match (&own, target) {
        (Target::Web(own), Target::Web(web)) if is_shared(without_www(own.host())) => {
            // Our page on a host that others share: the host itself is not ours, only what lies below our path.
            let inside = web.host() == own.host() && is_below(web, own) && own.names_a_page();
            inside.then(|| own.host().to_owned())
        }
        (Target::Web(own), Target::Web(_) | Target::Email(_)) => {
            let name = without_www(own.host());
            is_host_or_below(target.host()?, name).then(|| name.to_owned())
        }
        (Target::Ipv4(own), Target::Web(web)) => (web.host_ip()? == own.address()).then(|| own.address().to_string()),
        _ => (own.key() == target.key()).then(|| own.shown().text()),
    }
}

fn is_below(web: &WebAddress, own: &WebAddress) -> bool {
    let own = own.url().path().trim_end_matches('/');
    web.url().path().strip_prefix(own).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

fn is_host_or_below(host: &str, name: &str) -> bool {
    host.strip_suffix(name).is_some_and(|before| before.is_empty() || before.ends_with('.'))
}

fn is_private(target: &Target) -> bool {
    let ip = match target {
        Target::Ipv4(ip) => Some(ip.address()),
        Target::Web(web) => web.host_ip(),
        Target::Email(_) | Target::Phone(_) => None,
    };
    match ip {
        Some(ip) => is_private_ip(ip),
        None => target.host().is_some_and(|host| PRIVATE_NAMES.iter().any(|name| is_host_or_below(host, name))),
    }
}

/// Addresses behind which no stranger's computer can be (IANA's special-purpose registry). The three documentation
/// networks are let through: practice and training use them, and they belong to nobody.
fn is_private_ip(ip: Ipv4Addr) -> bool {
    let [a, b, c, _] = ip.octets();
    ip.is_private()
        || ip.is_loopback()
        || ip.is_link_local()
        || ip.is_multicast()
        || a == 0
        || (a == 100 && (64..=127).contains(&b))
        || (a == 192 && b == 0 && c == 0)
        || (a == 198 && (18..=19).contains(&b))
        || a >= 240
}
