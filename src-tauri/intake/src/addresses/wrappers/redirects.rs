//! Redirects of well-known sites: pages that lead on to whatever address they are told.

use percent_encoding::percent_decode_str;
use url::Url;

use super::Wrapper;
use super::parts::{Inside, address_in, parameter, raw, rest_of_query, with_fragment};
use crate::addresses::known_good;

/// A redirect on a well-known site that is not named in [`ALL`].
pub(super) const OPEN: &str = "Open redirect";
/// The words in a path that say that it leads on.
const LEADS_ON: [&str; 14] = [
    "away",
    "click",
    "dereferrer",
    "exit",
    "goto",
    "leave",
    "link",
    "linkout",
    "out",
    "redir",
    "redirect",
    "redirector",
    "track",
    "url",
];
/// The parameters in which redirects take their aim.
const AIMS: [&str; 16] = [
    "adurl",
    "dest",
    "destination",
    "goto",
    "link",
    "next",
    "q",
    "r",
    "redir",
    "redirect",
    "redirect_url",
    "redirecturl",
    "target",
    "to",
    "u",
    "url",
];

/// In the order of the alphabet.
pub(super) const ALL: &[Wrapper] = &[
    Wrapper { name: "Bing redirect", hosts: &["bing.com"], inside: bing },
    Wrapper { name: "DuckDuckGo redirect", hosts: &["duckduckgo.com"], inside: |url| parameter(url, &["uddg"]) },
    Wrapper {
        name: "Facebook redirect",
        hosts: &["facebook.com", "instagram.com", "messenger.com"],
        inside: |url| {
            let leads_on = ["l.", "lm."].iter().any(|start| url.host_str().is_some_and(|host| host.starts_with(start)));
            let path = url.path();
            let leads_on = leads_on || path == "/l.php" || path.starts_with("/flx/warn");
            if leads_on { parameter(url, &["u"]) } else { None }
        },
    },
    Wrapper {
        name: "GMX and WEB.DE dereferrer",
        hosts: &["deref-gmx.com", "deref-gmx.net", "deref-mail.com", "deref-web.de"],
        inside: |url| parameter(url, &["redirectUrl"]),
    },
    Wrapper {
        name: "Google Ads redirect",
        hosts: &["doubleclick.net", "googleadservices.com", "googlesyndication.com"],
        inside: |url| rest_of_query(url, "adurl").or_else(|| parameter(url, &["adurl"])).or_else(|| whole_query(url)),
    },
    Wrapper { name: "Google AMP", hosts: &["cdn.ampproject.org", "google.*"], inside: amp },
    Wrapper { name: "Google redirect", hosts: &["google.*"], inside: google },
    Wrapper {
        name: "LinkedIn redirect",
        hosts: &["linkedin.com"],
        inside: |url| {
            let path = url.path();
            if path.starts_with("/redir/") || path.starts_with("/safety/go") { parameter(url, &["url"]) } else { None }
        },
    },
    Wrapper {
        name: "Microsoft Teams link page",
        hosts: &["statics.teams.cdn.office.net", "statics.teams.microsoft.com"],
        inside: |url| parameter(url, &["url"]),
    },
    Wrapper {
        name: "Outlook link page",
        hosts: &["outlook.live.com", "outlook.office.com", "outlook.office365.com"],
        inside: |url| if url.path().ends_with("/safelink.html") { parameter(url, &["url"]) } else { None },
    },
    Wrapper { name: "Slack redirect", hosts: &["slack-redir.net"], inside: |url| parameter(url, &["url"]) },
    Wrapper {
        name: "Yahoo redirect",
        hosts: &["r.search.yahoo.com"],
        inside: |url| {
            let aim = url.path().split('/').find_map(|segment| segment.strip_prefix("RU="))?;
            address_in(aim).map(Inside::Address)
        },
    },
    Wrapper {
        name: "YouTube redirect",
        hosts: &["youtube.com"],
        inside: |url| if url.path() == "/redirect" { parameter(url, &["q"]) } else { None },
    },
];

/// A page on a host that is known good, or is everybody's, that leads on. Elsewhere the address within may be there to
/// mislead, and the page itself be the bad one.
pub(super) fn open(url: &Url, host: &str) -> Option<Inside> {
    let trusted = domain::is_shared_host(host) || known_good::is_known_good(url.as_str());
    if trusted { leads_on(url) } else { None }
}

/// Where a page leads whose path says that it leads on, and whose query says where.
pub(super) fn leads_on(url: &Url) -> Option<Inside> {
    let path = url.path().to_ascii_lowercase();
    let says_so = path.split('/').any(|part| LEADS_ON.contains(&part.split('.').next().unwrap_or_default()));
    if says_so { parameter(url, &AIMS) } else { None }
}

/// `u=a1` and the address in base64.
fn bing(url: &Url) -> Option<Inside> {
    if !url.path().starts_with("/ck/") {
        return None;
    }
    address_in(raw(url, "u")?.strip_prefix("a1")?).map(Inside::Address)
}

fn google(url: &Url) -> Option<Inside> {
    match url.path() {
        "/url" => parameter(url, &["q", "url"]),
        "/aclk" | "/pagead/aclk" => parameter(url, &["adurl"]),
        "/translate" => parameter(url, &["u"]),
        _ => None,
    }
}

/// `/amp/s/evil.example/x`, or in Google's cache `/c/s/evil.example/x`; without the `s` it is not encrypted.
fn amp(url: &Url) -> Option<Inside> {
    let path = ["/amp/", "/c/", "/v/"].iter().find_map(|start| url.path().strip_prefix(start))?;
    let (scheme, rest) = match path.strip_prefix("s/") {
        Some(rest) => ("https", rest),
        None => ("http", path),
    };
    let rest = percent_decode_str(rest).decode_utf8().ok()?;
    let host = rest.split('/').next()?;
    let query = url.query().map(|query| format!("?{query}")).unwrap_or_default();
    let is_host = host.contains('.') && !host.contains([':', '@']);
    is_host.then(|| Inside::Address(format!("{scheme}://{rest}{query}")))
}

/// `…?https://evil.example/`.
fn whole_query(url: &Url) -> Option<Inside> {
    address_in(&with_fragment(url, url.query()?)).map(Inside::Address)
}
