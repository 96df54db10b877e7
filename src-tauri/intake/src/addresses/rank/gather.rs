//! From addresses as they stand in readings to each address once, weighed or set aside.

use std::collections::HashMap;

use domain::{Refusal, Target};

use super::{Ours, SetAside, Sign, Why};
use crate::addresses::looks_like::Brands;
use crate::addresses::{known_good, signs, weigh, words, wrappers};
use crate::reading::{Found, Place, Reading, Source};

/// Networks in which profiles stand that mails link to in their footers.
const SOCIAL: [&str; 10] = [
    "facebook.com",
    "instagram.com",
    "linkedin.com",
    "pinterest.com",
    "threads.net",
    "tiktok.com",
    "twitter.com",
    "x.com",
    "xing.com",
    "youtube.com",
];

/// What was found, each address once, in the order of their first places.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    pub(super) weighed: Vec<Weighed>,
    pub(super) set_aside: Vec<SetAside>,
}

/// An address that may be reported, and what it weighs.
#[derive(Debug)]
pub(super) struct Weighed {
    pub(super) target: Target,
    /// Where it weighs most.
    pub(super) at: (usize, usize),
    pub(super) place: Place,
    pub(super) times: u32,
    pub(super) signs: Vec<Sign>,
    /// Of its best place, what it is and what it says included.
    pub(super) score: i32,
    /// Of its best place and text alone: how much it is made to be clicked.
    pub(super) prominence: i32,
    /// Where it stood first.
    pub(super) first: (usize, usize),
    /// Of the place that is told.
    told: i32,
    all_hidden: bool,
}

pub(super) fn gather(readings: &[&Reading], ours: Ours<'_>) -> Gathered {
    let brands = Brands::of(ours);
    let mut gathered = Gathered::default();
    let mut seen: HashMap<String, Option<usize>> = HashMap::new();
    let around = Around::of(readings, ours);
    for (of, reading) in readings.iter().enumerate() {
        for (nth, found) in reading.addresses.iter().enumerate() {
            let Ok(target @ Target::Web(_)) = Target::parse(&found.address) else { continue };
            if found.place == Place::Loaded {
                continue;
            }
            let target = behind_ours(&target, ours).unwrap_or(target);
            let slot = seen.entry(target.key()).or_insert_with(|| match why_not(&target, ours) {
                Some(why) => {
                    gathered.set_aside.push(SetAside { target: target.clone(), why });
                    None
                }
                None => {
                    gathered.weighed.push(Weighed::new(target.clone(), (of, nth), &brands, &around));
                    Some(gathered.weighed.len() - 1)
                }
            });
            if let Some(slot) = *slot {
                gathered.weighed[slot].stands(found, (of, nth), reading);
            }
        }
    }
    gathered.set_aside.extend(loaded(readings, ours, &mut seen));
    for weighed in &mut gathered.weighed {
        weighed.close();
    }
    gathered
}

/// Where a redirect on one of our own sites leads to a stranger's: what a phisher uses it for.
fn behind_ours(target: &Target, ours: Ours<'_>) -> Option<Target> {
    let is_ours = |target: &Target| matches!(domain::refusal(target, ours.sites), Some(Refusal::OwnDomain(_)));
    let behind = is_ours(target).then(|| wrappers::behind_redirect(&target.as_sent()))??;
    Target::parse(&behind.address).ok().filter(|behind| !is_ours(behind))
}

/// What is loaded and never linked: apart at the end, so that a picture from a bad site does not hide the link to it.
fn loaded(readings: &[&Reading], ours: Ours<'_>, seen: &mut HashMap<String, Option<usize>>) -> Vec<SetAside> {
    let places = readings.iter().flat_map(|reading| &reading.addresses).filter(|found| found.place == Place::Loaded);
    let targets = places.filter_map(|found| Target::parse(&found.address).ok()).filter(|target| match target {
        Target::Web(_) => seen.insert(target.key(), None).is_none(),
        _ => false,
    });
    targets.map(|target| SetAside { why: why_not(&target, ours).unwrap_or(Why::Loaded), target }).collect()
}

/// Why an address is not proposed, wherever it stands.
fn why_not(target: &Target, ours: Ours<'_>) -> Option<Why> {
    match domain::refusal(target, ours.sites) {
        Some(Refusal::OwnDomain(_)) => Some(Why::Ours),
        Some(Refusal::MailProvider(_)) => Some(Why::MailProvider),
        Some(Refusal::SharedHost(_)) => Some(Why::SharedHost),
        Some(Refusal::PrivateAddress) => Some(Why::Private),
        // A provider's own pages are what its mails and programs link to; what its users make stands elsewhere.
        None if target.host().is_some_and(domain::is_mail_provider) => Some(Why::MailProvider),
        None => known_good::is_known_good(&target.as_sent()).then_some(Why::KnownGood),
    }
}

impl Weighed {
    fn new(target: Target, first: (usize, usize), brands: &Brands, around: &Around) -> Self {
        let signs = signs::of_address(&target, brands);
        let score = of_address(&target, &signs, brands, around);
        Self {
            target,
            at: first,
            place: Place::Loaded,
            times: 0,
            signs,
            score,
            prominence: i32::MIN,
            first,
            told: i32::MIN,
            all_hidden: true,
        }
    }

    /// Counts one place, and keeps the best.
    fn stands(&mut self, found: &Found, at: (usize, usize), reading: &Reading) {
        self.times += 1;
        self.all_hidden &= found.hidden;
        if found.place == Place::Form && !self.signs.contains(&Sign::TakesInput) {
            self.signs.push(Sign::TakesInput);
        }
        let named = signs::named_instead(&self.target, &found.text).map(Sign::TextNamesOther);
        let named = named.filter(|_| found.place != Place::Text && found.place != Place::Subject);
        let prominence = prominence(found, reading) + named.as_ref().map_or(0, weigh::sign);
        if let Some(named) = named
            && !self.signs.iter().any(|sign| matches!(sign, Sign::TextNamesOther(_)))
        {
            self.signs.push(named);
        }
        self.prominence = self.prominence.max(prominence);
        // Of a button in the mail and the same in its attachment, the mail's own is told.
        let told = prominence - if found.file.is_some() { weigh::IN_FILE } else { 0 };
        if told > self.told {
            (self.told, self.place, self.at) = (told, found.place, at);
        }
    }

    fn close(&mut self) {
        if self.all_hidden {
            self.signs.push(Sign::Hidden);
        }
        let again = self.times.saturating_sub(1).min(weigh::TIMES_AT_MOST);
        self.score += self.prominence + weigh::AGAIN * i32::try_from(again).unwrap_or_default();
        self.signs = signs::in_order(std::mem::take(&mut self.signs));
    }
}

/// How much a place is made to be clicked.
fn prominence(found: &Found, reading: &Reading) -> i32 {
    // In a text that people wrote or pasted there is nothing around the suspicious part.
    let inside = found.in_suspect || matches!(reading.source, Source::Text | Source::List);
    let parts = [
        (inside, weigh::IN_SUSPECT),
        (found.place < Place::Text && words::is_call(&found.text), weigh::CALL),
        // What was made a button is no foot of anything, whatever it says.
        (matches!(found.place, Place::PictureLink | Place::Link) && words::is_foot(&found.text), weigh::FOOT),
        (found.file.is_some(), weigh::IN_FILE),
        (found.hidden, weigh::sign(&Sign::Hidden)),
        (named_in_passing(found), weigh::IN_PASSING),
    ];
    weigh::place(found.place) + sum(&parts)
}

/// A name alone in the text, as `example.com` in a sentence: people write so of sites that they speak of.
fn named_in_passing(found: &Found) -> bool {
    let bare = matches!(Target::parse(&found.address), Ok(Target::Web(web)) if web.is_bare_domain());
    bare && matches!(found.place, Place::Text | Place::Subject)
}

/// What an address weighs wherever it stands.
fn of_address(target: &Target, signs: &[Sign], brands: &Brands, around: &Around) -> i32 {
    let host = target.host().unwrap_or_default();
    let domain = signs::site_domain(host).to_owned();
    let sent = target.as_sent();
    let path =
        sent.split_once("://").map_or(sent.as_str(), |(_, rest)| rest).split_once('/').map_or("", |(_, path)| path);
    let social = SOCIAL.contains(&domain.as_str());
    let parts = [
        // Our brand in a stranger's path is the phisher's choice, and so is what stands beside it.
        (words::is_foot_path(path) && !brands.in_path(path), weigh::FOOT_IN_ADDRESS),
        (social, weigh::SOCIAL),
        (domain::is_shared_host(host) && !social, weigh::ON_SHARED_HOST),
        (around.people.contains(&domain), weigh::OF_PEOPLE),
        (around.senders.contains(&domain), weigh::OF_SENDER),
        (brands.in_path(path), weigh::BRAND_IN_PATH),
        (around.stands_before(host, &domain), weigh::OTHER_DOMAIN_BEFORE),
    ];
    sum(&parts) + signs.iter().map(weigh::sign).sum::<i32>()
}

fn sum(parts: &[(bool, i32)]) -> i32 {
    parts.iter().filter(|(is_so, _)| *is_so).map(|(_, weight)| weight).sum()
}

/// Whose mails these are, by their domains. A mail provider's is nobody's.
struct Around {
    people: Vec<String>,
    /// Without those that are ours: they are forged.
    senders: Vec<String>,
}

/// Labels that end a domain, and are no name of a computer.
const ENDINGS: [&str; 3] = ["com", "net", "org"];

impl Around {
    /// Whether the domain of somebody in these mails, or one of the usual endings, stands before a host's own domain.
    fn stands_before(&self, host: &str, domain: &str) -> bool {
        let Some(before) = host.strip_suffix(domain).map(|before| format!(".{before}")) else { return false };
        let whole = |other: &String| before.contains(&format!(".{other}."));
        self.people.iter().chain(&self.senders).any(whole)
            || before.trim_matches('.').split('.').skip(1).any(|label| ENDINGS.contains(&label))
    }

    fn of(readings: &[&Reading], ours: Ours<'_>) -> Self {
        let domain = |address: &str| {
            let host = Target::parse(address).ok()?.host()?.to_owned();
            (!domain::is_mail_provider(&host)).then(|| signs::site_domain(&host).to_owned())
        };
        let is_ours = |address: &str| {
            Target::parse(address)
                .is_ok_and(|target| matches!(domain::refusal(&target, ours.sites), Some(Refusal::OwnDomain(_))))
        };
        let people = readings.iter().flat_map(|reading| &reading.people);
        let senders = readings.iter().filter_map(|reading| reading.head.from.as_ref());
        let senders = senders.filter(|sender| !is_ours(&sender.address));
        Self {
            people: people.filter_map(|person| domain(&person.address)).collect(),
            senders: senders.filter_map(|sender| domain(&sender.address)).collect(),
        }
    }
}
