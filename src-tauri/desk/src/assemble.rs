//! Puts the real collaborators together, for both hosts.

use std::any::Any;
use std::collections::HashMap;
use std::future::Future;
use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex, RwLock};

use ledger::Ledger;
use tokio::sync::Notify;

use crate::bench::{Bench, Notices};
use crate::clock::Clock;
use crate::contract::{AppError, ErrorCode, Mode};
use crate::desk::{Desk, Practice};
use crate::desktop::Desktop;
use crate::outbox::{dispatcher, standing, wait};
use crate::preferences::{Kept, PreferencesStore};
use crate::random::Random;
use crate::services::phishfort::{KeySource, PhishFort};
use crate::{acts, poller};

/// Where the played services are, and what keeps them alive.
pub struct PracticePlace {
    /// PhishFort's base address, `/v1` included.
    pub phishfort_url: String,
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
}

/// Starts the product: opens the ledger, settles what the last run left, and begins to send and to ask for news.
///
/// # Errors
/// [`ErrorCode::StorageInUse`], [`ErrorCode::StorageNewer`], [`ErrorCode::StorageFailed`], and
/// [`ErrorCode::BadRequest`] for an address that is not loopback.
pub async fn assemble(parts: Parts) -> Result<Arc<Desk>, AppError> {
    let Parts { folder, clock, random, notices, desktop, preferences, vault, start_practice, phishfort_url } = parts;
    let vault = Arc::new(vault);
    let http = match phishfort_url {
        Some(url) => http_kit::Client::loopback(&url),
        None => http_kit::Client::https(phishfort::BASE_URL, &[phishfort::HOST]),
    };
    let http = http.map_err(|error| AppError::new(ErrorCode::BadRequest, error.to_string()))?;
    let keys = KeySource::Vault(Arc::clone(&vault));
    let collaborators = Collaborators { clock: &clock, random: &random, notices: &notices };
    let real = bench(Mode::Real, &folder, &collaborators, PhishFort::new(http, keys, Arc::clone(&clock)), None)?;
    let preferences = Kept::load(preferences);
    let in_practice = preferences.read().practice;
    let desk = Arc::new(Desk {
        folder,
        clock,
        random,
        notices,
        desktop,
        preferences,
        vault,
        start_practice,
        current: RwLock::new(Arc::clone(&real)),
        real,
        practice: tokio::sync::Mutex::new(None),
        key_known: Mutex::new(None),
        practice_failed: AtomicBool::new(false),
        open_draft: Mutex::new(None),
    });
    // Practice that can't be opened is no reason to keep a person from their cases.
    let practising = in_practice && acts::practice_enter(&desk).await.is_ok();
    if !practising {
        run(&desk.real);
    }
    desk.practice_failed.store(in_practice && !practising, std::sync::atomic::Ordering::Relaxed);
    Ok(desk)
}

pub(crate) struct Collaborators<'a> {
    pub clock: &'a Arc<dyn Clock>,
    pub random: &'a Arc<dyn Random>,
    pub notices: &'a Notices,
}

/// Opens one mode's data and settles what its last run left.
fn bench(
    mode: Mode,
    folder: &Path,
    with: &Collaborators<'_>,
    phishfort: PhishFort,
    practice_control: Option<String>,
) -> Result<Arc<Bench>, AppError> {
    let now = with.clock.now();
    let ledger = Ledger::open(folder, now)?;
    ledger.recover(now, dispatcher::last_alive(folder), &standing::UNSURE, &standing::NOT_SENT)?;
    Ok(Arc::new(Bench {
        mode,
        ledger,
        phishfort,
        clock: Arc::clone(with.clock),
        random: Arc::clone(with.random),
        notices: Arc::clone(with.notices),
        wake: Notify::new(),
        stop: Notify::new(),
        stopping: AtomicBool::new(false),
        workers: Mutex::default(),
        busy: tokio::sync::Mutex::new(()),
        offline: AtomicBool::new(false),
        paused_for_key: AtomicBool::new(false),
        key_is_new: AtomicBool::new(false),
        storage_failing: AtomicBool::new(false),
        left_alone: Mutex::default(),
        handed: Mutex::new(HashMap::new()),
        tries: Mutex::new(HashMap::new()),
        checked: Mutex::default(),
        unseen: Mutex::default(),
        practice_control,
    }))
}

/// Begins to send and to ask for news.
pub(crate) fn run(bench: &Arc<Bench>) {
    bench.stopping.store(false, std::sync::atomic::Ordering::SeqCst);
    // What waited for a key is tried once: there may be one by now. A ledger that fails here fails again where it is told.
    let _ = wait::resume_after_key(bench, false);
    let workers = vec![tokio::spawn(dispatcher::run(Arc::clone(bench))), tokio::spawn(poller::run(Arc::clone(bench)))];
    *bench.workers.lock().unwrap_or_else(std::sync::PoisonError::into_inner) = workers;
}

/// Opens practice: its services, its own data, no key. Nothing of it runs yet.
pub(crate) async fn open_practice(desk: &Desk, folder: &Path) -> Result<Practice, AppError> {
    let failed = |said: String| AppError::new(ErrorCode::Unexpected, said);
    std::fs::create_dir_all(folder).map_err(ledger::LedgerError::from)?;
    let place = (desk.start_practice)(folder.join("services.json")).await.map_err(failed)?;
    let http = http_kit::Client::loopback(&place.phishfort_url).map_err(|error| failed(error.to_string()))?;
    let phishfort = PhishFort::new(http, KeySource::Practice, Arc::clone(&desk.clock));
    let collaborators = Collaborators { clock: &desk.clock, random: &desk.random, notices: &desk.notices };
    let bench = bench(Mode::Practice, folder, &collaborators, phishfort, Some(place.control_url))?;
    Ok(Practice { bench, _services: place.alive })
}
