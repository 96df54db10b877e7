//! Mail gateways that rewrite every link, so that a click passes them first.

use url::Url;

use super::Wrapper;
use super::parts::{Inside, address_in, domain, last_segment, parameter, raw};
use super::proofpoint;

/// In the order of the alphabet.
pub(super) const ALL: &[Wrapper] = &[
    Wrapper {
        name: "Barracuda Link Protection",
        hosts: &["linkprotect.cudasvc.com"],
        inside: |url| parameter(url, &["a"]),
    },
    Wrapper {
        name: "Check Point Harmony Email",
        hosts: &["protect.checkpoint.com", "url.avanan.click"],
        inside: between_underscores,
    },
    Wrapper { name: "Cisco Secure Email", hosts: &["secure-web.cisco.com"], inside: last_segment },
    Wrapper { name: "EdgePilot", hosts: &["link.edgepilot.com"], inside: |url| parameter(url, &["u"]) },
    Wrapper {
        name: "Hornetsecurity ATP",
        hosts: &["atpscan.global.hornetsecurity.com"],
        inside: |url| parameter(url, &["u"]),
    },
    Wrapper { name: "INKY", hosts: &["inky.com"], inside: |url| domain(url, "domain") },
    Wrapper { name: "Libraesva URLSand", hosts: &["urlsand.esvalabs.com"], inside: |url| parameter(url, &["u"]) },
    Wrapper {
        name: "Microsoft Safe Links",
        hosts: &[
            "safelinks.protection.office365.us",
            "safelinks.protection.outlook.com",
            "safelinks.protection.outlook.us",
            "safelinks.protection.partner.outlook.cn",
        ],
        inside: |url| parameter(url, &["url"]),
    },
    Wrapper {
        name: "Mimecast URL Protect",
        hosts: &["mimecast.com", "mimecastprotect.com"],
        inside: |url| if url.path().starts_with("/s/") { domain(url, "domain") } else { None },
    },
    Wrapper {
        name: "Proofpoint URL Defense",
        hosts: &["urldefense.com", "urldefense.proofpoint.com", "urldefense.us"],
        inside: proofpoint::inside,
    },
    Wrapper { name: "Sophos Email", hosts: &["protection.sophos.com"], inside: sophos },
    Wrapper {
        name: "Symantec Click-time Protection",
        hosts: &["clicktime.symantec.com"],
        inside: |url| parameter(url, &["u"]),
    },
    Wrapper { name: "TitanHQ Link Lock", hosts: &["linklock.titanhq.com"], inside: |url| parameter(url, &["url"]) },
    Wrapper {
        name: "Trellix URL protection",
        hosts: &["protect.fireeye.com", "protect2.fireeye.com"],
        inside: |url| parameter(url, &["u"]),
    },
    Wrapper {
        name: "Trend Micro clicktime",
        hosts: &["trendmicro.com"],
        inside: |url| if url.path().contains("/wis/clicktime/") { parameter(url, &["url"]) } else { None },
    },
    Wrapper { name: "Zix Link Protection", hosts: &["link.zixcentral.com"], inside: |url| parameter(url, &["u"]) },
];

/// `u` is the address in base64, `d` its domain alone.
fn sophos(url: &Url) -> Option<Inside> {
    raw(url, "u").and_then(address_in).map(Inside::Address).or_else(|| domain(url, "d"))
}

/// `/v2/___https://evil.example/x___.token`. Later versions leave one slash of the two, or shift the letters, which is
/// then no address and stays as it is.
fn between_underscores(url: &Url) -> Option<Inside> {
    let (_, behind) = url.as_str().split_once("/___")?;
    let (address, _) = behind.rsplit_once("___.").unwrap_or((behind.trim_end_matches('_'), ""));
    address_in(address).map(Inside::Address)
}
