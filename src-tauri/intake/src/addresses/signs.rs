//! What about an address is suspicious in itself.

use domain::Target;

use super::found::in_text;
use super::looks_like::{Brands, Likeness};
use super::rank::Sign;
use super::{weigh, words};

/// Addresses in a link's text that are looked at.
const NAMED_AT_MOST: usize = 4;

/// The signs of the address itself, wherever it stands.
pub(super) fn of_address(target: &Target, brands: &Brands) -> Vec<Sign> {
    let Target::Web(web) = target else { return Vec::new() };
    let host = web.host();
    let mut signs = Vec::new();
    match brands.in_host(host) {
        Some(Likeness::Has(brand)) => signs.push(Sign::HasBrand(brand)),
        Some(Likeness::Looks(brand)) => signs.push(Sign::LooksLikeBrand(brand)),
        None => {}
    }
    if host.split('.').any(|label| label.starts_with("xn--")) {
        signs.push(Sign::Punycode);
    }
    if target.shown().warnings.contains(&domain::Warning::UserInAddress) {
        signs.push(Sign::UserInAddress);
    }
    if web.host_ip().is_some() {
        signs.push(Sign::IpHost);
    }
    signs
}

/// The other domain that a link's text names, so that people believe it leads there. A text that names the link's own
/// as well is none.
pub(crate) fn named_instead(target: &Target, text: &str) -> Option<String> {
    let own = site_domain(target.host()?);
    let named: Vec<String> = in_text(words::beginning(text), NAMED_AT_MOST)
        .iter()
        .filter_map(|named| Target::parse(&named.address).ok())
        .filter_map(|named| Some(site_domain(named.host()?).to_owned()))
        .collect();
    if named.iter().any(|domain| domain == own) {
        return None;
    }
    named.into_iter().next()
}

/// The strongest first; each once.
pub(super) fn in_order(mut signs: Vec<Sign>) -> Vec<Sign> {
    signs.sort_by_key(|sign| std::cmp::Reverse(weigh::sign(sign)));
    signs.dedup();
    signs
}

/// The registrable domain, or the host where it has none.
pub(crate) fn site_domain(host: &str) -> &str {
    let ip = host.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    if ip { host } else { domain::registrable_domain(host).unwrap_or(host) }
}
