//! The list and the reports as they reach the cache, against the played service.
#![allow(clippy::unwrap_used, reason = "a test says what went wrong by panicking")]

mod reading;
mod walking;

use std::sync::Arc;
use std::time::Duration;

use cloudflare_abuse::AccountId;
use domain::Moment;
use ledger::{Cache, FiledMarks, FiledQuery, FiledReport};
use practice::{ACCOUNT_ID, CfSeed, CfSwitches, Fault, FaultOrder, Options, Practice};
use tempfile::TempDir;

use super::Asked;
use crate::clock::SystemClock;
use crate::services::KeySource;
use crate::services::cloudflare::Cloudflare;

/// Any moment: walks are told what time it is.
const NOW: Moment = Moment(1_795_000_000_000);
const DAY: Duration = Duration::from_secs(24 * 3600);

struct Bed {
    practice: Practice,
    cloudflare: Cloudflare,
    cache: Cache,
    _folder: TempDir,
}

impl Bed {
    async fn new() -> Self {
        let options = Options { tokens: vec![crate::PRACTICE_KEY.into()], ..Options::default() };
        let practice = Practice::start(options).await.unwrap();
        let http = http_kit::Client::loopback(&practice.cloudflare_url()).unwrap();
        let account = AccountId::new(ACCOUNT_ID).unwrap();
        let folder = tempfile::tempdir().unwrap();
        Self {
            cloudflare: Cloudflare::new(http, KeySource::Practice, Arc::new(SystemClock), Some(account)),
            cache: Cache::open(folder.path(), NOW).unwrap(),
            practice,
            _folder: folder,
        }
    }

    /// So many reports, the newest last, as filed elsewhere. Answers their numbers.
    fn seed(&self, count: i64) -> Vec<String> {
        let begin = self.practice.cloudflare().now();
        let seed = |n: i64| CfSeed {
            urls: vec![format!("https://site-{n}.example/a")],
            cdate: Some(begin - jiff::SignedDuration::from_secs(count - n)),
            ..CfSeed::default()
        };
        self.practice.cloudflare().seed((0..count).map(seed).collect())
    }

    fn switch(&self, change: impl FnOnce(&mut CfSwitches)) {
        let mut switches = self.practice.cloudflare().switches();
        change(&mut switches);
        self.practice.cloudflare().set_switches(switches);
    }

    /// What the next question is answered with.
    fn answer(&self, status: u16, body: &str) {
        let fault =
            Fault::Status { status, body: Some(body.into()), content_type: None, retry_after: None, processed: false };
        self.practice.cloudflare().fault(FaultOrder { fault, times: 1, method: None, path_contains: None });
    }

    async fn sync(&self, now: Moment, whole: bool) -> Asked {
        self.cloudflare.sync(&self.cache, now, whole).await.unwrap()
    }

    async fn read(&self, id: &str) -> Asked {
        self.cloudflare.read_filed(&self.cache, id, NOW).await.unwrap()
    }

    fn marks(&self) -> FiledMarks {
        self.cache.filed_marks().unwrap()
    }

    fn kept(&self) -> Vec<FiledReport> {
        self.cache.filed(&FiledQuery { most: 10_000, ..FiledQuery::default() }).unwrap()
    }

    /// Questions that came since these many.
    fn asked_since(&self, before: usize) -> Vec<String> {
        let requests = self.practice.cloudflare().requests();
        requests[before..]
            .iter()
            .map(|seen| format!("{}?{}", seen.path, seen.query.clone().unwrap_or_default()))
            .collect()
    }

    fn asked(&self) -> usize {
        self.practice.cloudflare().requests().len()
    }
}
