//! Hosts that no phishing mail is about: standards, fonts, app stores, the pages of mail programs.
//!
//! Not here, whoever owns them: file shares, forms, site builders, shorteners, clouds. There phishing lives. Each list in
//! alphabetical order; a host stands for itself and all below it.

use url::Url;

/// Names in the markup of mails and pictures: nobody goes there.
const STANDARDS: [&str; 10] = [
    "dublincore.org",
    "ietf.org",
    "ns.adobe.com",
    "ogp.me",
    "openxmlformats.org",
    "purl.org",
    "schema.org",
    "schemas.microsoft.com",
    "w3.org",
    "xmlns.com",
];

/// Fonts, icons and scripts that pages load.
const LOADED: [&str; 12] = [
    "ajax.googleapis.com",
    "cdnjs.cloudflare.com",
    "code.jquery.com",
    "fonts.googleapis.com",
    "fonts.gstatic.com",
    "gstatic.com",
    "kit.fontawesome.com",
    "maxcdn.bootstrapcdn.com",
    "stackpath.bootstrapcdn.com",
    "unpkg.com",
    "use.fontawesome.com",
    "use.typekit.net",
];

/// Stores of apps: what stands there was looked at, and a footer names them.
const STORES: [&str; 5] =
    ["apps.apple.com", "apps.microsoft.com", "galaxystore.samsung.com", "itunes.apple.com", "play.google.com"];

/// Makers of scanners, named in the lines that those write into mails. Not the hosts on which they wrap links: what
/// such a one does not tell has to be looked at.
const SCANNERS: [&str; 11] = [
    "avast.com",
    "avg.com",
    "avira.com",
    "eset.com",
    "mailscanner.info",
    "symanteccloud.com",
    "www.barracuda.com",
    "www.mimecast.com",
    "www.proofpoint.com",
    "www.sophos.com",
    "www.trendmicro.com",
];

/// What mail programs and gateways write under or above a mail by themselves, with the beginning of the path.
const OWN_LINES: [(&str, &str); 12] = [
    ("aka.ms", "/AAb9ysg"),
    ("aka.ms", "/GetOutlookFor"),
    ("aka.ms", "/LearnAboutSenderIdentification"),
    ("aka.ms", "/o0ukef"),
    ("aka.ms", "/qtex0l"),
    ("aka.ms", "/safelinks"),
    ("aka.ms", "/weboutlook"),
    ("go.microsoft.com", "/fwlink"),
    ("go.onelink.me", "/107872968"),
    ("mail.onelink.me", "/107872968"),
    ("overview.mail.yahoo.com", "/"),
    ("support.google.com", "/mail"),
];

/// Whether an address is known good.
pub(crate) fn is_known_good(address: &str) -> bool {
    let Ok(url) = Url::parse(address).or_else(|_| Url::parse(&format!("https://{address}"))) else { return false };
    let Some(host) = url.host_str() else { return false };
    let at = |name: &&str| host.strip_suffix(*name).is_some_and(|before| before.is_empty() || before.ends_with('.'));
    let whole = STANDARDS.iter().chain(&LOADED).chain(&STORES).chain(&SCANNERS).any(at);
    let begins = |start: &str| url.path().get(..start.len()).is_some_and(|path| path.eq_ignore_ascii_case(start));
    // A user before the host deceives the eye: whoever writes that is not one of these.
    url.username().is_empty() && (whole || OWN_LINES.iter().any(|(name, start)| host == *name && begins(start)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn standards_fonts_stores_and_own_lines_are_known_good() {
        for address in [
            "http://www.w3.org/1999/xhtml",
            "https://fonts.googleapis.com/css?family=Roboto",
            "https://play.google.com/store/apps/details?id=x",
            "https://aka.ms/GetOutlookForiOS",
            "https://aka.ms/getoutlookforios",
            "w3.org",
            "www.avast.com",
            "https://go.onelink.me/107872968?pid=x",
        ] {
            assert!(is_known_good(address), "{address}");
        }
    }

    #[test]
    fn where_phishing_lives_is_not_known_good() {
        for address in [
            "https://aka.ms/evil",
            "https://go.onelink.me/evil",
            "https://protect-eu.mimecast.com/s/evil",
            "https://docs.google.com/forms/d/e/x/viewform",
            "https://firebasestorage.googleapis.com/v0/b/x",
            "https://w3.org.evil.example/",
            "https://notw3.org/",
            "https://play.google.com@evil.example/",
            "https://bit.ly/x",
        ] {
            assert!(!is_known_good(address), "{address}");
        }
    }

    #[test]
    fn the_lists_are_in_order() {
        for list in [&STANDARDS[..], &LOADED[..], &STORES[..], &SCANNERS[..]] {
            assert!(list.windows(2).all(|pair| pair[0] < pair[1]), "{list:?}");
        }
        assert!(OWN_LINES.windows(2).all(|pair| pair[0] < pair[1]));
    }
}
