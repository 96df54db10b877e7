//! Our sites as they reach the cache, against the played service.
#![allow(clippy::unwrap_used, reason = "a test says what went wrong by panicking")]

mod blocks;
mod limits;
mod lists;
mod one;
mod resuming;
mod troubles;

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use cloudflare_abuse::AccountId;
use domain::Moment;
use ledger::{Block, BlockQuery, Cache, ReceivedQuery, SitesMark};
use practice::SitesSwitches;
use practice::{ACCOUNT_ID, CfMitigationSeed, CfReceivedSeed, CfSwitches, Fault, FaultOrder, Options, Practice};
use tempfile::TempDir;

use super::sync::Synced;
use super::{Gate, SitesRun};
use crate::clock::{Clock, Sleep};
use crate::contract::Notice;
use crate::services::KeySource;
use crate::services::cloudflare::Cloudflare;

/// A clock that stands still until it is turned.
struct StillClock(Mutex<Moment>);

impl Clock for StillClock {
    fn now(&self) -> Moment {
        *self.0.lock().unwrap()
    }

    fn sleep_until(&self, _: Moment) -> Sleep<'_> {
        Box::pin(std::future::pending())
    }
}

struct Bed {
    practice: Practice,
    cloudflare: Cloudflare,
    cache: Cache,
    clock: Arc<StillClock>,
    run: Arc<SitesRun>,
    sending: tokio::sync::Mutex<()>,
    notices: Arc<Mutex<Vec<Notice>>>,
    folder: TempDir,
}

fn account() -> AccountId {
    AccountId::new(ACCOUNT_ID).unwrap()
}

fn cloudflare(practice: &Practice, clock: &Arc<StillClock>) -> Cloudflare {
    let http = http_kit::Client::loopback(&practice.cloudflare_url()).unwrap();
    Cloudflare::new(http, KeySource::Practice, Arc::clone(clock) as Arc<dyn Clock>, Some(account()))
}

impl Bed {
    async fn new() -> Self {
        let options = Options { tokens: vec![crate::PRACTICE_KEY.into()], ..Options::default() };
        let practice = Practice::start(options).await.unwrap();
        // A little ahead: what is seeded from here on was received before a sync begins.
        let now = Moment(practice.cloudflare().now().as_millisecond()) + Duration::from_secs(20);
        let clock = Arc::new(StillClock(Mutex::new(now)));
        let folder = tempfile::tempdir().unwrap();
        let notices = Arc::new(Mutex::new(Vec::new()));
        let heard = Arc::clone(&notices);
        let hear = Arc::new(move |notice| heard.lock().unwrap().push(notice));
        Self {
            cloudflare: cloudflare(&practice, &clock),
            cache: Cache::open(folder.path(), now).unwrap(),
            run: Arc::new(SitesRun::new(Arc::clone(&clock) as Arc<dyn Clock>, hear)),
            sending: tokio::sync::Mutex::default(),
            practice,
            clock,
            notices,
            folder,
        }
    }

    /// With so many reports that have so many blocks in all.
    async fn with(reports: usize, blocks: usize) -> Self {
        let bed = Self::new().await;
        bed.played().seed_many(reports, blocks);
        bed
    }

    /// As after a new start of the app.
    fn started_anew(self) -> Self {
        let Self { practice, cache, clock, run, sending, notices, folder, .. } = self;
        drop(cache);
        let cache = Cache::open(folder.path(), clock.now()).unwrap();
        Self { cloudflare: cloudflare(&practice, &clock), cache, practice, clock, run, sending, notices, folder }
    }

    fn played(&self) -> &practice::Cloudflare {
        self.practice.cloudflare()
    }

    fn sites(&self, change: impl FnOnce(&mut SitesSwitches)) {
        let mut switches = self.played().sites_switches();
        change(&mut switches);
        self.played().set_sites_switches(switches);
    }

    fn switch(&self, change: impl FnOnce(&mut CfSwitches)) {
        let mut switches = self.played().switches();
        change(&mut switches);
        self.played().set_switches(switches);
    }

    /// What the next question about this part of the path is answered with, so many times.
    fn answer(&self, status: u16, body: &str, about: Option<&str>, times: u32) {
        let fault =
            Fault::Status { status, body: Some(body.into()), content_type: None, retry_after: None, processed: false };
        self.played().fault(FaultOrder { fault, times, method: None, path_contains: about.map(str::to_owned) });
    }

    fn turn(&self, by: Duration) {
        *self.clock.0.lock().unwrap() = self.clock.now() + by;
        self.played().turn_clock(i64::try_from(by.as_millis()).unwrap());
    }

    async fn sync(&self) -> Synced {
        let running = self.run.begin(self.cloudflare.account()).unwrap();
        let gate = Gate { running: &running, sending: &self.sending };
        self.cloudflare.sync_sites(&self.cache, gate).await.unwrap()
    }

    fn mark(&self) -> SitesMark {
        self.cache.sites_mark(ACCOUNT_ID).unwrap()
    }

    fn following(&self) -> Option<String> {
        self.mark().following
    }

    /// Reports and blocks that are kept.
    fn kept(&self) -> (u32, u32) {
        let counts = self.cache.sites_counts(ACCOUNT_ID).unwrap();
        (counts.reports, counts.blocks)
    }

    fn block(&self, report: &str, id: &str) -> Block {
        self.cache.block(ACCOUNT_ID, report, id).unwrap().unwrap()
    }

    fn blocks_of(&self, report: &str) -> Vec<Block> {
        let query = BlockQuery { report_id: Some(report.into()), most: 1000, ..BlockQuery::default() };
        self.cache.blocks(ACCOUNT_ID, &query).unwrap().rows
    }

    /// Every report and block that is kept, against what the service has.
    fn assert_complete(&self) {
        let query = ReceivedQuery { most: 100_000, ..ReceivedQuery::default() };
        let kept = self.cache.received(ACCOUNT_ID, &query).unwrap().rows;
        let there = self.played().received();
        assert_eq!(kept.len(), there.len());
        for report in &there {
            let mut kept: Vec<_> = self.blocks_of(&report.id).into_iter().map(|one| (one.id, one.raw_status)).collect();
            let listed = report.mitigations.iter().map(|one| (one.id.clone(), one.status.clone()));
            let mut listed: Vec<_> = listed.collect();
            kept.sort();
            listed.sort();
            assert_eq!(kept, listed, "{}", report.id);
        }
    }

    /// How often each question came.
    fn counts(&self) -> BTreeMap<String, u64> {
        self.played().request_counts()
    }

    /// How many questions came.
    fn asked(&self) -> u64 {
        self.counts().values().sum()
    }

    /// The questions in the order of their coming, from this one on.
    fn questions(&self, from: u64) -> Vec<String> {
        let requests = self.played().requests();
        let from = requests.len() - (requests.len() - usize::try_from(from).unwrap());
        let text = |seen: &practice::SeenRequest| format!("{}?{}", seen.path, seen.query.clone().unwrap_or_default());
        requests[from..].iter().map(text).collect()
    }

    fn heard(&self, notice: &Notice) -> usize {
        self.notices.lock().unwrap().iter().filter(|heard| *heard == notice).count()
    }
}

/// A report about `shop.example` with these blocks, by status.
fn report(statuses: &[&str]) -> CfReceivedSeed {
    let block = |status: &&str| CfMitigationSeed { status: Some((*status).into()), ..CfMitigationSeed::default() };
    CfReceivedSeed {
        domain: "shop.example".into(),
        mitigations: statuses.iter().map(block).collect(),
        ..CfReceivedSeed::default()
    }
}
