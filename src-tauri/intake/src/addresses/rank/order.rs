//! The order, the one link that the mail is about, and how sure the first place is.

use std::cmp::Reverse;

use domain::Target;

use super::gather::{Gathered, Weighed};
use super::{Candidate, Likely, Ranked};
use crate::addresses::{signs, weigh};
use crate::reading::{Place, Reading, Source};

pub(super) fn ordered(readings: &[&Reading], gathered: Gathered) -> Ranked {
    let Gathered { mut weighed, set_aside } = gathered;
    let told = readings.iter().filter(|reading| !reading.addresses.is_empty());
    let list = told.clone().count() > 0 && told.clone().all(|reading| reading.source == Source::List);
    if !list {
        weighed.sort_by_key(|one| (Reverse(one.score), one.place, one.first));
    }
    let likely = match (weighed.len(), list) {
        (2.., true) => Likely::All,
        _ => likely(&weighed),
    };
    let main = if list { None } else { main(&weighed) };
    let candidates = weighed.into_iter().enumerate().map(|(nth, one)| Candidate {
        target: one.target,
        at: one.at,
        place: one.place,
        main: main == Some(nth),
        times: one.times,
        signs: one.signs,
    });
    Ranked { candidates: candidates.collect(), set_aside, likely }
}

/// Which one the mail is about: what is made to be clicked the most, whatever its name looks like.
fn main(weighed: &[Weighed]) -> Option<usize> {
    let clicked = weighed.iter().enumerate().filter(|(_, one)| one.place < Place::Text);
    let inside = clicked.filter(|(_, one)| one.prominence >= weigh::CREDIBLE);
    inside.max_by_key(|(_, one)| (one.prominence, Reverse(one.first))).map(|(nth, _)| nth)
}

fn likely(weighed: &[Weighed]) -> Likely {
    let Some(top) = weighed.first() else { return Likely::None };
    let near: Vec<&Weighed> = weighed.iter().take_while(|one| top.score - one.score < weigh::MARGIN).collect();
    let one_site = near.iter().all(|one| site(&one.target) == site(&top.target));
    // What nothing speaks for is shown and never filled in, even if it is alone.
    if one_site && top.score >= weigh::CREDIBLE { Likely::One } else { Likely::Several(near.len()) }
}

/// What belongs together: a domain, or on a host that everybody uses the page.
fn site(target: &Target) -> String {
    let host = target.host().unwrap_or_default();
    if domain::is_shared_host(host) { target.key() } else { signs::site_domain(host).to_owned() }
}
