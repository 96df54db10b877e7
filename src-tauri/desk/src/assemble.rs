//! Puts the real collaborators together, for both hosts.

use std::any::Any;
use std::collections::HashMap;
use std::future::Future;
use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex, RwLock};

use cloudflare_abuse::AccountId;
use ledger::Ledger;
use tokio::sync::Notify;

use crate::bench::{Bench, Line, Notices};
use crate::clock::Clock;
use crate::contract::{AppError, ErrorCode, Mode};
use crate::desk::{Desk, Practice};
use crate::desktop::Desktop;
use crate::outbox::{dispatcher, standing, wait};
use crate::preferences::{Kept, PreferencesStore};
use crate::random::Random;
use crate::reminders::Reminders;
use crate::services::cloudflare::Cloudflare;
use crate::services::cloudflare::received::SitesRun;
use crate::services::phishfort::PhishFort;
use crate::services::{Adapter, KeySource};
use crate::{acts, poller};

/// Where the played services are, and what keeps them alive.
pub struct PracticePlace {
    /// PhishFort's base address, `/v1` included.
    pub phishfort_url: String,
    /// Cloudflare's base address, `/client/v4` included.
    pub cloudflare_url: String,
    /// The account that practice plays at Cloudflare.
    pub cloudflare_account: String,
    /// Base address of the controls.
    pub control_url: String,
    /// Dropping it stops them.
    pub alive: Box<dyn Any + Send + Sync>,
}

/// Starts the played services, which keep their state in the folder given.
pub type StartPractice =
    Box<dyn Fn(PathBuf) -> Pin<Box<dyn Future<Output = Result<PracticePlace, String>> + Send>> + Send + Sync>;

/// All that a host brings.
pub struct Parts {
    /// Where everything is kept.
    pub folder: PathBuf,
    /// What time it is.
    pub clock: Arc<dyn Clock>,
    /// Where ids come from.
    pub random: Arc<dyn Random>,
    /// Who hears notices.
    pub notices: Notices,
    /// The desktop around.
    pub desktop: Arc<dyn Desktop>,
    /// Where preferences are kept.
    pub preferences: Box<dyn PreferencesStore>,
    /// Where keys are kept.
    pub vault: vault::Vault,
    /// Starts practice.
    pub start_practice: StartPractice,
    /// For tests: another PhishFort, on loopback. Everything else is refused.
    pub phishfort_url: Option<String>,
    /// For tests: another Cloudflare, on loopback. Everything else is refused.
    pub cloudflare_url: Option<String>,
}

/// Starts the product: opens the ledger, settles what the last run left, and begins to send and to ask for news.
///
/// # Errors
/// [`ErrorCode::StorageInUse`], [`ErrorCode::StorageNewer`], [`ErrorCode::StorageFailed`], and
/// [`ErrorCode::BadRequest`] for an address that is not loopback.
pub async fn assemble(parts: Parts) -> Result<Arc<Desk>, AppError> {
    let Parts {
        folder,
        clock,
        random,
        notices,
        desktop,
        preferences,
        vault,
        start_practice,
        phishfort_url,
        cloudflare_url,
    } = parts;
    let vault = Arc::new(vault);
    let reminders: Arc<Reminders> = Arc::default();
    let notices = reminders.hearing(notices);
    let way = |url: Option<String>, base, host| {
        let http = match url {
            Some(url) => http_kit::Client::loopback(&url),
            None => http_kit::Client::https(base, &[host]),
        };
        http.map_err(|error| AppError::new(ErrorCode::BadRequest, error.to_string()))
    };
    let keys = || KeySource::Vault(Arc::clone(&vault));
    let services = Services {
        phishfort: PhishFort::new(
            way(phishfort_url, phishfort::BASE_URL, phishfort::HOST)?,
            keys(),
            Arc::clone(&clock),
        ),
        cloudflare: Cloudflare::new(
            way(cloudflare_url, cloudflare_abuse::BASE_URL, cloudflare_abuse::HOST)?,
            keys(),
            Arc::clone(&clock),
            None,
        ),
    };
    let collaborators = Collaborators { clock: &clock, random: &random, notices: &notices };
    let real = bench(Mode::Real, &folder, &collaborators, services, None)?;
    let chosen = real.ledger.fact(acts::ACCOUNT)?;
    real.cloudflare.choose(chosen.and_then(|id| AccountId::new(&id).ok()));
    let preferences = Kept::load(preferences);
    let in_practice = preferences.read().practice;
    let desk = Arc::new(Desk {
        folder,
        clock,
        random,
        notices,
        desktop,
        preferences,
        reminders,
        vault,
        start_practice,
        current: RwLock::new(Arc::clone(&real)),
        real,
        practice: tokio::sync::Mutex::new(None),
        key_known: Mutex::default(),
        practice_failed: AtomicBool::new(false),
        open_draft: Mutex::new(None),
        window_listens: AtomicBool::new(false),
        files_waiting: Mutex::default(),
        last_found: Mutex::default(),
        unseen_fill: Mutex::default(),
    });
    // Practice that can't be opened is no reason to keep a person from their cases.
    let practising = in_practice && acts::practice_enter(&desk).await.is_ok();
    if !practising {
        run(&desk.real);
    }
    Reminders::start(&desk);
    desk.practice_failed.store(in_practice && !practising, std::sync::atomic::Ordering::Relaxed);
    Ok(desk)
}

pub(crate) struct Collaborators<'a> {
    pub clock: &'a Arc<dyn Clock>,
    pub random: &'a Arc<dyn Random>,
    pub notices: &'a Notices,
}

/// The services of one mode.
struct Services {
    phishfort: PhishFort,
    cloudflare: Cloudflare,
}

/// Opens one mode's data and settles what its last run left.
fn bench(
    mode: Mode,
    folder: &Path,
    with: &Collaborators<'_>,
    services: Services,
    practice_control: Option<String>,
) -> Result<Arc<Bench>, AppError> {
    let now = with.clock.now();
    let ledger = Ledger::open(folder, now)?;
    ledger.recover(now, dispatcher::last_alive(folder), &standing::UNSURE, &standing::NOT_SENT)?;
    let phishfort = Arc::new(services.phishfort);
    let cloudflare = Arc::new(services.cloudflare);
    Ok(Arc::new(Bench {
        mode,
        cache: ledger::Cache::open(folder, now)?,
        ledger,
        lines: [
            Line::new(Arc::clone(&phishfort) as Arc<dyn Adapter>),
            Line::new(Arc::clone(&cloudflare) as Arc<dyn Adapter>),
        ],
        phishfort,
        cloudflare,
        clock: Arc::clone(with.clock),
        random: Arc::clone(with.random),
        notices: Arc::clone(with.notices),
        wake: Notify::new(),
        ask_now: Notify::new(),
        stop: Notify::new(),
        stopping: AtomicBool::new(false),
        workers: Mutex::default(),
        busy: tokio::sync::Mutex::new(()),
        storage_failing: AtomicBool::new(false),
        left_alone: Mutex::default(),
        handed: Mutex::new(HashMap::new()),
        tries: Mutex::new(HashMap::new()),
        filed_asked: Mutex::default(),
        sites: Arc::new(SitesRun::new(Arc::clone(with.clock), Arc::clone(with.notices))),
        sites_asked: Mutex::default(),
        unseen: Mutex::default(),
        practice_control,
    }))
}

/// Begins to send and to ask for news.
pub(crate) fn run(bench: &Arc<Bench>) {
    bench.stopping.store(false, std::sync::atomic::Ordering::SeqCst);
    // What waited for a key is tried once: there may be one by now. A ledger that fails here fails again where it is told.
    for line in &bench.lines {
        let _ = wait::resume_after_key(bench, line, false);
    }
    let workers = vec![tokio::spawn(dispatcher::run(Arc::clone(bench))), tokio::spawn(poller::run(Arc::clone(bench)))];
    *bench.workers.lock().unwrap_or_else(std::sync::PoisonError::into_inner) = workers;
}

/// Opens practice: its services, its own data, no key. Nothing of it runs yet.
pub(crate) async fn open_practice(desk: &Desk, folder: &Path) -> Result<Practice, AppError> {
    let failed = |said: String| AppError::new(ErrorCode::Unexpected, said);
    std::fs::create_dir_all(folder).map_err(ledger::LedgerError::from)?;
    let place = (desk.start_practice)(folder.join("services.json")).await.map_err(failed)?;
    let way = |url: &str| http_kit::Client::loopback(url).map_err(|error| failed(error.to_string()));
    let services = Services {
        phishfort: PhishFort::new(way(&place.phishfort_url)?, KeySource::Practice, Arc::clone(&desk.clock)),
        cloudflare: Cloudflare::new(
            way(&place.cloudflare_url)?,
            KeySource::Practice,
            Arc::clone(&desk.clock),
            AccountId::new(&place.cloudflare_account).ok(),
        ),
    };
    let collaborators = Collaborators { clock: &desk.clock, random: &desk.random, notices: &desk.notices };
    let bench = bench(Mode::Practice, folder, &collaborators, services, Some(place.control_url))?;
    Ok(Practice { bench, _services: place.alive })
}
