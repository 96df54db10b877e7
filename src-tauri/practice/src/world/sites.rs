//! The account's own sites: reports about them taken in and seeded, mitigations moved, appeals processed.

use jiff::Timestamp;
use serde_json::Value;

use super::{World, random_text};
use crate::{
    CfAppealed, CfReceived, CfReceivedSeed, CfSiteNews, CfSiteStep, CfSwitches, IdStyle, SitesSwitches,
    cloudflare::{
        Ask, Ids, Refusal, Sites, appeal, bulk, change_some as change_some_of, lived_in, new_received,
        step as take_step,
    },
};

impl World {
    /// Looks at what is known, and at the switches that hold for all of Cloudflare.
    pub(crate) fn at_sites<T>(&self, at: impl FnOnce(&Sites, &CfSwitches, Timestamp) -> T) -> T {
        let now = self.clock.now();
        self.look(|inner| at(&inner.kept.cloudflare.sites, &inner.kept.cloudflare.switches, now))
    }

    /// Takes an appeal in, and answers the mitigations as they stand then; or refuses it.
    pub(crate) fn take_in_appeal(
        &self,
        report: &str,
        ask: &Ask,
        taken: impl FnOnce(Vec<String>, Timestamp) -> CfAppealed,
    ) -> Result<Vec<Value>, Refusal> {
        let now = self.clock.now();
        self.change(|inner| {
            let sites = &mut inner.kept.cloudflare.sites;
            let done = appeal(sites, report, ask, now)?;
            sites.appealed.push(taken(done.moved, now));
            Ok(done.shown)
        })
    }

    /// Puts reports there; answers their ids in the same order.
    pub(crate) fn seed_received(&self, seeds: Vec<CfReceivedSeed>) -> Vec<String> {
        let now = self.clock.now();
        self.change(|inner| self.receive_all(&mut inner.kept.cloudflare.sites, seeds, now))
    }

    /// Puts the lived-in account there, once; answers the ids of the reports that this call added.
    pub(crate) fn seed_sites(&self) -> Vec<String> {
        let now = self.clock.now();
        self.change(|inner| {
            let sites = &mut inner.kept.cloudflare.sites;
            if std::mem::replace(&mut sites.lived_in, true) {
                return Vec::new();
            }
            self.receive_all(sites, lived_in(now), now)
        })
    }

    pub(crate) fn seed_many(&self, reports: usize, mitigations: usize) {
        let now = self.clock.now();
        self.note(|inner| {
            let sites = &mut inner.kept.cloudflare.sites;
            sites.reports.extend(bulk(reports, mitigations, sites.numbered + 1, now));
            sites.numbered += reports as u64;
            sites.mitigations_numbered += mitigations as u64;
        });
    }

    fn receive_all(&self, sites: &mut Sites, seeds: Vec<CfReceivedSeed>, now: Timestamp) -> Vec<String> {
        let received = seeds.into_iter().map(|seed| {
            let at = self.receive(sites, seed, now);
            sites.reports[at].id.clone()
        });
        received.collect()
    }

    /// A new report; answers its place.
    fn receive(&self, sites: &mut Sites, seed: CfReceivedSeed, now: Timestamp) -> usize {
        sites.numbered += 1;
        let number = sites.numbered;
        let report = match self.id_style {
            IdStyle::Practice => format!("PRACTICE-IN-{number:04}"),
            IdStyle::Opaque => random_text(b"0123456789abcdef", 16),
        };
        let mut of_mitigation = || {
            sites.mitigations_numbered += 1;
            match self.id_style {
                IdStyle::Practice => format!("PRACTICE-BLOCK-{:04}", sites.mitigations_numbered),
                IdStyle::Opaque => random_text(b"0123456789abcdef", 32),
            }
        };
        let ids = Ids { report, number, of_mitigation: &mut of_mitigation };
        let received = new_received(seed, ids, now);
        sites.reports.push(received);
        sites.reports.len() - 1
    }

    pub(crate) fn next_site(&self, step: CfSiteStep) -> Option<CfSiteNews> {
        let now = self.clock.now();
        self.change(|inner| {
            take_step(&mut inner.kept.cloudflare.sites, step, now, |sites, seed| self.receive(sites, seed, now))
        })
    }

    pub(crate) fn change_some(&self, count: usize) -> Vec<(String, String)> {
        let now = self.clock.now();
        self.change(|inner| change_some_of(&mut inner.kept.cloudflare.sites, count, now))
    }

    pub(crate) fn set_mitigation(&self, report: &str, mitigation: &str, status: &str) -> bool {
        let now = self.clock.now();
        self.change(|inner| {
            let reports = inner.kept.cloudflare.sites.reports.iter_mut();
            let mut of_it = reports.filter(|one| one.id == report).flat_map(|one| &mut one.mitigations);
            let found = of_it.find(|one| one.id == mitigation);
            found.map(|one| one.set(status, now)).is_some()
        })
    }

    /// With the status that each mitigation has now.
    pub(crate) fn received(&self) -> Vec<CfReceived> {
        self.at_sites(|sites, _, now| {
            let mut reports = sites.reports.clone();
            for one in reports.iter_mut().flat_map(|report| &mut report.mitigations) {
                one.status = one.status_at(now).to_owned();
            }
            reports
        })
    }

    pub(crate) fn appealed(&self) -> Vec<CfAppealed> {
        self.look(|inner| inner.kept.cloudflare.sites.appealed.clone())
    }

    pub(crate) fn appeals_count(&self) -> usize {
        self.look(|inner| inner.kept.cloudflare.sites.appealed.len())
    }

    pub(crate) fn sites_switches(&self) -> SitesSwitches {
        self.look(|inner| inner.kept.cloudflare.sites.switches.clone())
    }

    pub(crate) fn set_sites_switches(&self, switches: SitesSwitches) {
        self.change(|inner| inner.kept.cloudflare.sites.switches = switches);
    }
}
