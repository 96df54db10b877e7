//! The addresses of a draft, read, sorted by host, each once.

use std::collections::HashSet;

use cloudflare_abuse::Urls;
use domain::{Target, defang, visible};

use crate::contract::{ADDRESSES_MAX, DraftFields};

/// The addresses that one report names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Group {
    /// In lower case, in ASCII.
    pub hostname: String,
    /// Which of this host's reports it is, from 1.
    pub chunk: usize,
    /// As they are sent, in the order in which they were first given; at most [`ADDRESSES_MAX`].
    pub urls: Vec<String>,
}

/// What can be read of the addresses of a draft.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Addresses {
    /// One for every report, hosts in the order in which they were first given.
    pub groups: Vec<Group>,
    /// Addresses that were given again, in whichever spelling.
    pub repeated: u32,
    /// Lines that can't be read as web addresses, defanged.
    pub unreadable: Vec<String>,
}

impl Addresses {
    /// Every address, group by group.
    pub(crate) fn urls(&self) -> impl Iterator<Item = &str> {
        self.groups.iter().flat_map(|group| &group.urls).map(String::as_str)
    }

    /// The hosts, each once.
    pub(crate) fn hosts(&self) -> impl Iterator<Item = &str> {
        self.groups.iter().filter(|group| group.chunk == 1).map(|group| group.hostname.as_str())
    }
}

/// The target, where it is a web address, and the further lines. A line with several addresses between spaces is read
/// as several lines.
pub(crate) fn read(fields: &DraftFields, target: Option<&Target>) -> Addresses {
    let (mut repeated, mut unreadable) = (0, Vec::new());
    let mut hosts: Vec<(String, Vec<String>)> = Vec::new();
    let mut seen = HashSet::new();
    let mut take = |(url, hostname): (String, String)| {
        if !seen.insert(url.clone()) {
            repeated += 1;
            return;
        }
        match hosts.iter_mut().find(|(known, _)| *known == hostname) {
            Some((_, urls)) => urls.push(url),
            None => hosts.push((hostname, vec![url])),
        }
    };
    // An IPv4 target is no web address, but a line that is one can only be meant as the server to look at.
    if let Some(target @ Target::Web(_)) = target {
        match sent(target) {
            Some(address) => take(address),
            None => unreadable.push(target.shown().text()),
        }
    }
    for line in fields.more_addresses.lines().map(str::trim).filter(|line| !line.is_empty()) {
        match line_of(line) {
            Some(all) => all.into_iter().for_each(&mut take),
            None => unreadable.push(defang(&visible(line))),
        }
    }
    let groups = hosts.into_iter().flat_map(|(hostname, urls)| groups(&hostname, &urls)).collect();
    Addresses { groups, repeated, unreadable }
}

fn groups(hostname: &str, urls: &[String]) -> Vec<Group> {
    let group =
        |(at, urls): (usize, &[String])| Group { hostname: hostname.to_owned(), chunk: at + 1, urls: urls.to_vec() };
    urls.chunks(ADDRESSES_MAX as usize).enumerate().map(group).collect()
}

fn line_of(line: &str) -> Option<Vec<(String, String)>> {
    let one = |text: &str| Target::parse(text).ok().and_then(|target| sent(&target));
    match one(line) {
        Some(address) => Some(vec![address]),
        None => line.split_whitespace().map(one).collect(),
    }
}

/// The address as the client writes it, and its host. Two spellings of one address have one form.
fn sent(target: &Target) -> Option<(String, String)> {
    let url = match target {
        Target::Web(web) if web.is_bare_domain() => format!("https://{}/", web.host()),
        Target::Web(web) => web.as_sent(),
        Target::Ipv4(ip) => format!("https://{}/", ip.address()),
        Target::Email(_) | Target::Phone(_) => return None,
    };
    let urls = Urls::new([url]).ok()?;
    let url = urls.iter().next()?.to_owned();
    Some((url, urls.hostname().to_owned()))
}

/// The form in which two addresses are compared, and in which they are sent; none for what is no web address.
pub(crate) fn normal(address: &str) -> Option<String> {
    sent(&Target::parse(address).ok()?).map(|(url, _)| url)
}
