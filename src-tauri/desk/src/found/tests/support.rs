//! Readings as a mail would give them, and what is ours.

use domain::{EvidenceId, Moment};
use intake::Ours;
use intake::reading::{Found as Address, Head, Hop, Mailbox, Place, Reading, Source};

use crate::contract::{ClientView, DraftFields};
use crate::found::{Found, Ground, Read, fill};

pub(super) const BAD: &str = "https://acme-login.example/secure/verify?id=4711";

pub(super) fn link(address: &str, place: Place, text: &str) -> Address {
    Address {
        address: address.into(),
        place,
        text: text.into(),
        unwrapped: Vec::new(),
        domain_only: false,
        in_suspect: true,
        file: None,
        hidden: false,
    }
}

pub(super) fn mailbox(name: &str, address: &str) -> Mailbox {
    Mailbox { name: name.into(), address: address.into() }
}

/// A mail of somebody who poses as Acme, with these addresses in it.
pub(super) fn mail(addresses: Vec<Address>) -> Reading {
    Reading {
        source: Source::Mail,
        head: Head {
            from: Some(mailbox("Acme Billing", "billing@acme-support.example")),
            subject: "Your Acme account will be closed today".into(),
            date: Some(Moment::parse_iso("2026-11-23T08:12:40Z").unwrap()),
            first_hop: Some(Hop {
                from: "mail.acme-support.example".into(),
                ip: Some("203.0.113.25".into()),
                by: "mx.customer.example".into(),
                at: None,
            }),
            has_way: true,
            ..Head::default()
        },
        people: vec![mailbox("Kim Sample", "kim@customer.example")],
        addresses,
        ..Reading::default()
    }
}

/// What the person entered once, in Settings.
pub(super) struct Settings {
    pub sites: Vec<String>,
    pub brands: Vec<String>,
    pub clients: Vec<ClientView>,
    pub usual_client: String,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            sites: vec!["acme.example".into(), "shop.acme.example".into()],
            brands: vec!["Acme".into(), "Acme Pay".into()],
            clients: Vec::new(),
            usual_client: String::new(),
        }
    }
}

impl Settings {
    pub(super) fn found(&self, readings: impl IntoIterator<Item = Reading>) -> Found {
        let read = |(at, reading): (u32, Reading)| Read {
            evidence_id: EvidenceId::parse(&format!("0197f3a2-0000-7000-8000-{at:012x}")).unwrap(),
            name: format!("mail-{at}.eml"),
            facts: Ok(reading),
        };
        let reads = (1_u32..).zip(readings).map(read).collect();
        Found::of(reads, Ours { sites: &self.sites, brands: &self.brands })
    }

    /// A draft's fields after filling, and whether there is something to check.
    pub(super) fn filled(&self, mut fields: DraftFields, found: &Found) -> (DraftFields, bool) {
        let ground = Ground {
            sites: &self.sites,
            brands: &self.brands,
            clients: &self.clients,
            usual_client: &self.usual_client,
        };
        let filled = fill(&mut fields, found, ground);
        (fields, filled)
    }
}
