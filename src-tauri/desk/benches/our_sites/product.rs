//! Our own reading: the product as it is put together for a host, asked through the commands that a window has.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;

use desk::contract::*;
use desk::{Desk, NoDesktop, Parts, SystemClock, SystemRandom, Vault, commands};
use practice::ACCOUNT_ID;
use tempfile::TempDir;

use crate::kept::Preferences;
use crate::measured::percentile_ms;
use crate::played::{Played, TOKEN};

/// Pages that are turned before the deep one is measured.
const DEEP: usize = 100;

/// How a list answered.
pub(crate) struct Asked {
    pub(crate) what: &'static str,
    pub(crate) p50_ms: f64,
    pub(crate) p95_ms: f64,
    /// Rows in all pages.
    pub(crate) rows: u32,
}

/// The product, on a folder of its own.
pub(crate) struct Started {
    desk: Arc<Desk>,
    _folder: TempDir,
}

impl Started {
    pub(crate) async fn new(played: &Played) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let parts = Parts {
            folder: folder.path().to_owned(),
            clock: Arc::new(SystemClock),
            random: Arc::new(SystemRandom),
            notices: Arc::new(|_| {}),
            desktop: Arc::new(NoDesktop),
            preferences: Box::new(Preferences::default()),
            vault: Vault::memory(),
            start_practice: Box::new(|_: PathBuf| Box::pin(async { Err("no practice here".to_owned()) })),
            phishfort_url: Some("http://127.0.0.1:1/v1".into()),
            cloudflare_url: Some(played.url()),
        };
        let desk = desk::assemble(parts).await.unwrap();
        let token = serde_json::from_value(TOKEN.into()).unwrap();
        commands::connection_save_key(&desk, Service::Cloudflare, token).await.unwrap();
        commands::connection_choose_account(&desk, ACCOUNT_ID.into()).await.unwrap();
        Self { desk, _folder: folder }
    }

    /// Brings everything up to date; answers how many blocks there are then.
    pub(crate) async fn refresh(&self) -> usize {
        let state = commands::sites_refresh(&self.desk).await.unwrap();
        assert_eq!((state.following, state.unfinished), (Following::Works, false), "{:?}", state.said);
        state.blocks as usize
    }

    /// Asks each list so often.
    pub(crate) async fn lists(&self, times: usize) -> Vec<Asked> {
        let usual = BlocksRequest::default;
        let of = |status| BlocksRequest { status: Some(status), ..usual() };
        let word = |word: &str| BlocksRequest { search: word.into(), ..usual() };
        let by = |sort| BlocksRequest { sort, ..usual() };
        let mut lists = vec![
            ("first page, by the clock", usual()),
            ("only those in force", of(BlockStatus::Active)),
            ("only those that were lifted", of(BlockStatus::Removed)),
            ("one kind", BlocksRequest { raw_kind: Some("legal_block".into()), ..usual() }),
            ("a word that finds some", word("site-123")),
            ("a word that finds all", word("acme")),
            ("a word that finds none", word("nowhere")),
            ("by address", by(BlockSort::Place)),
            ("by kind", by(BlockSort::Kind)),
        ];
        let mut deep = usual();
        for _ in 0..DEEP {
            let next = self.blocks(&deep).await.next;
            let Some(next) = next else { break };
            deep.after = Some(next);
        }
        lists.push(("the page after the 100th, by the clock", deep));
        let mut asked = Vec::new();
        for (what, request) in lists {
            let (mut took, mut rows) = (Vec::with_capacity(times), 0);
            for _ in 0..times {
                let began = Instant::now();
                rows = self.blocks(&request).await.total;
                took.push(began.elapsed());
            }
            asked.push(Asked {
                what,
                p50_ms: percentile_ms(&mut took, 50),
                p95_ms: percentile_ms(&mut took, 95),
                rows,
            });
        }
        asked.push(self.reports(times).await);
        asked
    }

    async fn blocks(&self, request: &BlocksRequest) -> BlocksView {
        commands::sites_blocks(&self.desk, request.clone()).await.unwrap()
    }

    async fn reports(&self, times: usize) -> Asked {
        let (mut took, mut rows) = (Vec::with_capacity(times), 0);
        for _ in 0..times {
            let began = Instant::now();
            rows = commands::sites_reports(&self.desk, ReceivedRequest::default()).await.unwrap().total;
            took.push(began.elapsed());
        }
        let (p50_ms, p95_ms) = (percentile_ms(&mut took, 50), percentile_ms(&mut took, 95));
        Asked { what: "reports about us, first page", p50_ms, p95_ms, rows }
    }

    pub(crate) async fn close(self) {
        self.desk.close().await;
    }
}
