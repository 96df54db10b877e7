//! Which address comes first, and why.

mod any_reading;
mod likely;
mod ranked;
mod set_aside;
mod signs;

use intake::reading::{Found, Mailbox, Place, Reading, Source};
use intake::{Ours, Ranked, rank};

/// A mail with these addresses in its suspicious part.
fn mail(addresses: Vec<Found>) -> Reading {
    Reading { addresses, ..Reading::default() }
}

/// A list that somebody made.
fn list(addresses: &[&str]) -> Reading {
    let addresses = addresses.iter().map(|address| at(Place::Text, address, "")).collect();
    Reading { source: Source::List, addresses, ..Reading::default() }
}

fn at(place: Place, address: &str, text: &str) -> Found {
    Found {
        address: address.to_owned(),
        place,
        text: text.to_owned(),
        unwrapped: Vec::new(),
        domain_only: false,
        in_suspect: true,
        file: None,
        hidden: false,
    }
}

fn link(address: &str, text: &str) -> Found {
    at(Place::Link, address, text)
}

fn button(address: &str, text: &str) -> Found {
    at(Place::Button, address, text)
}

/// What somebody wrote above the suspicious part.
fn around(found: Found) -> Found {
    Found { in_suspect: false, ..found }
}

fn person(address: &str) -> Mailbox {
    Mailbox { name: String::new(), address: address.to_owned() }
}

/// Ranked for the people of `fabrikam.test`.
fn ranked(readings: &[&Reading]) -> Ranked {
    let (sites, brands) = (["fabrikam.test".to_owned()], ["Fabrikam".to_owned()]);
    rank(readings, Ours { sites: &sites, brands: &brands })
}

/// The candidates' addresses, the first first.
fn order(ranked: &Ranked) -> Vec<String> {
    ranked.candidates.iter().map(|candidate| candidate.target.as_sent()).collect()
}
