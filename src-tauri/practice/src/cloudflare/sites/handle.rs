//! Our sites in the hands of a program that links this crate.

use std::collections::BTreeMap;

use super::{CfAppealed, CfReceived, CfReceivedSeed, CfSiteNews, CfSiteStep, SitesSwitches};
use crate::Cloudflare;

impl Cloudflare {
    /// Every report about the account, in the order of their making, with everything that was done as it stands now.
    pub fn received(&self) -> Vec<CfReceived> {
        self.world.received()
    }

    /// Every appeal that was truly processed, oldest first.
    pub fn appealed(&self) -> Vec<CfAppealed> {
        self.world.appealed()
    }

    /// Puts the lived-in account there: reports of every type, mitigations of every state, kind and place. A second
    /// call adds nothing. Answers the reports' ids in order.
    pub fn seed_sites(&self) -> Vec<String> {
        self.world.seed_sites()
    }

    /// Puts reports there as if anyone had made them; answers their ids in order.
    pub fn seed_received(&self, reports: Vec<CfReceivedSeed>) -> Vec<String> {
        self.world.seed_received(reports)
    }

    /// Puts so many reports there with so many mitigations in all, unevenly spread and always the same ones. They live
    /// in memory only, whatever the state's file.
    pub fn seed_many(&self, reports: usize, mitigations: usize) {
        self.world.seed_many(reports, mitigations);
    }

    /// Resolves so many open mitigations, each of another report as far as there are enough, and each call others than
    /// the last. Answers the ids of report and mitigation.
    pub fn change_some(&self, count: usize) -> Vec<(String, String)> {
        self.world.change_some(count)
    }

    /// Sets a mitigation's status, to any text. Says whether there is such a one.
    pub fn set_mitigation(&self, report: &str, mitigation: &str, status: &str) -> bool {
        self.world.set_mitigation(report, mitigation, status)
    }

    /// Takes a step with the account's own sites; `None` where nothing waits for it.
    pub fn next_site(&self, step: CfSiteStep) -> Option<CfSiteNews> {
        self.world.next_site(step)
    }

    /// How it behaves towards the account's own sites where the documentation leaves that open.
    pub fn sites_switches(&self) -> SitesSwitches {
        self.world.sites_switches()
    }

    /// Changes that.
    pub fn set_sites_switches(&self, switches: SitesSwitches) {
        self.world.set_sites_switches(switches);
    }

    /// How often each `METHOD /path?query` came for Cloudflare since the last reset, without the oldest ones being
    /// forgotten. Beyond 50,000 different ones new ones are not counted.
    pub fn request_counts(&self) -> BTreeMap<String, u64> {
        self.world.request_counts()
    }

    /// Waits until so many appeals were processed since the last reset.
    pub async fn until_appealed(&self, count: usize) {
        self.world.until(|world| world.appeals_count() >= count).await;
    }
}
