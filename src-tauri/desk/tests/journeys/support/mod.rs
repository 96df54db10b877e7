//! A whole product in a temporary folder: the desk, the played services, a clock that the test turns.

mod clock;
mod cloudflare;
mod files;
mod hosts;
mod moves;
mod sites;

use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use desk::contract::*;
use desk::{Clock, Desk, Parts, PracticePlace, StartPractice, commands};
use domain::Moment;
use practice::{ACCOUNT_ID, Cloudflare, IdStyle, Options, PhishFort, Practice};
use tempfile::TempDir;
use tokio::runtime::Runtime;
use tokio::sync::{Notify, watch};
use vault::Vault;

pub(crate) use clock::ManualClock;
pub(crate) use cloudflare::*;
pub(crate) use files::*;
pub(crate) use hosts::{FakeDesktop, Kept, Keys, Seeded};
pub(crate) use moves::*;
pub(crate) use sites::*;

/// A key that must never turn up anywhere but in the key store and in one header.
pub(crate) const KEY: &str = "pf-canary-7d1f0c5e9b3a4826";

/// The same for Cloudflare.
pub(crate) const TOKEN: &str = "cf-canary-2e94b1f7c05d4a68";

/// An address of this machine at which nobody listens: the lowest port is never given out.
pub(crate) const NOBODY: &str = "http://127.0.0.1:1/v1";

/// A key as it comes from the window.
pub(crate) fn key(text: &str) -> KeyText {
    serde_json::from_value(text.into()).unwrap()
}

/// How a run of the app ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum End {
    /// In good order.
    Closed,
    /// In the middle of whatever it was doing.
    Killed,
}

/// What a test wants otherwise than usual.
pub(crate) struct Wanted {
    pub(crate) undo_seconds: i32,
    pub(crate) key: bool,
    /// Cloudflare's token is saved, its account chosen, and the person has a name.
    pub(crate) cloudflare: bool,
    /// Another address than the played PhishFort's.
    pub(crate) elsewhere: Option<String>,
}

impl Default for Wanted {
    fn default() -> Self {
        Self { undo_seconds: 10, key: true, cloudflare: false, elsewhere: None }
    }
}

pub(crate) struct TestDesk {
    desk: Option<Arc<Desk>>,
    /// The app's own: what runs in it dies with it, as with a process.
    runtime: Option<Runtime>,
    pub(crate) folder: TempDir,
    /// Files that the person has lying about.
    pub(crate) lying_about: TempDir,
    pub(crate) practice: Practice,
    pub(crate) clock: Arc<ManualClock>,
    pub(crate) keys: Keys,
    pub(crate) preferences: Kept,
    pub(crate) desktop: Arc<FakeDesktop>,
    pub(crate) heard: Arc<Mutex<Vec<Notice>>>,
    random: Arc<Seeded>,
    pub(crate) address: String,
    /// The services of practice mode, each time it was entered.
    pub(crate) played: Arc<Mutex<Vec<PhishFort>>>,
    /// The door of practice: closed, entering waits in front of it.
    pub(crate) door: Arc<Door>,
}

/// Whether practice may open, and who stands there.
pub(crate) struct Door {
    pub(crate) open: watch::Sender<bool>,
    pub(crate) knocked: Notify,
}

impl Default for Door {
    fn default() -> Self {
        Self { open: watch::Sender::new(true), knocked: Notify::new() }
    }
}

impl Deref for TestDesk {
    type Target = Desk;

    fn deref(&self) -> &Desk {
        self.desk.as_ref().unwrap()
    }
}

impl TestDesk {
    pub(crate) async fn new() -> Self {
        Self::with(Wanted::default()).await
    }

    pub(crate) async fn with(wanted: Wanted) -> Self {
        let options = Options { keys: vec![KEY.into()], tokens: vec![TOKEN.into()], ..Options::default() };
        let practice = Practice::start(options).await.unwrap();
        let now = Moment(practice.phishfort().now().as_millisecond());
        let mut desk = Self {
            desk: None,
            runtime: None,
            folder: tempfile::tempdir().unwrap(),
            lying_about: tempfile::tempdir().unwrap(),
            address: wanted.elsewhere.unwrap_or_else(|| practice.phishfort_url()),
            practice,
            clock: Arc::new(ManualClock::starting_at(now)),
            keys: Keys::default(),
            preferences: Kept::default(),
            desktop: Arc::default(),
            heard: Arc::default(),
            random: Arc::new(Seeded::new(7)),
            played: Arc::default(),
            door: Arc::default(),
        };
        desk.start().await;
        let change = PreferencesChange {
            name: wanted.cloudflare.then(|| "Jo Example".into()),
            email: Some("jo@acme.example".into()),
            own_sites: Some(vec!["acme.example".into()]),
            undo_seconds: Some(wanted.undo_seconds),
            set_up: Some(true),
            ..PreferencesChange::default()
        };
        commands::preferences_save(&desk, change).await.unwrap();
        if wanted.key {
            commands::connection_save_key(&desk, Service::Phishfort, key(KEY)).await.unwrap();
        }
        if wanted.cloudflare {
            commands::connection_save_key(&desk, Service::Cloudflare, key(TOKEN)).await.unwrap();
            commands::connection_choose_account(&desk, ACCOUNT_ID.into()).await.unwrap();
        }
        desk
    }

    /// Starts the app on its folder.
    pub(crate) async fn start(&mut self) {
        let parts = self.parts();
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
        self.desk = Some(runtime.spawn(desk::assemble(parts)).await.unwrap().unwrap());
        self.runtime = Some(runtime);
    }

    /// What the app is put together from.
    pub(crate) fn parts(&self) -> Parts {
        let heard = Arc::clone(&self.heard);
        Parts {
            folder: self.folder.path().to_owned(),
            clock: Arc::clone(&self.clock) as Arc<dyn Clock>,
            random: Arc::clone(&self.random) as Arc<dyn desk::Random>,
            notices: Arc::new(move |notice| heard.lock().unwrap().push(notice)),
            desktop: Arc::clone(&self.desktop) as Arc<dyn desk::Desktop>,
            preferences: Box::new(self.preferences.clone()),
            vault: Vault::over(self.keys.clone(), Duration::from_secs(5)),
            start_practice: self.start_practice(),
            phishfort_url: Some(self.address.clone()),
            cloudflare_url: Some(self.practice.cloudflare_url()),
        }
    }

    /// Practice as a host brings it, but that it can be looked into.
    fn start_practice(&self) -> StartPractice {
        let (played, door) = (Arc::clone(&self.played), Arc::clone(&self.door));
        Box::new(move |kept_in: PathBuf| {
            let (played, door) = (Arc::clone(&played), Arc::clone(&door));
            Box::pin(async move {
                door.knocked.notify_one();
                drop(door.open.subscribe().wait_for(|open| *open).await);
                let options = Options {
                    kept_in: Some(kept_in),
                    keys: vec![desk::PRACTICE_KEY.into()],
                    tokens: vec![desk::PRACTICE_KEY.into()],
                    replies_by_themselves: false,
                    id_prefix: IdStyle::Practice,
                };
                let practice = Practice::start(options).await.map_err(|error| error.to_string())?;
                played.lock().unwrap().push(practice.phishfort().clone());
                Ok(PracticePlace {
                    phishfort_url: practice.phishfort_url(),
                    cloudflare_url: practice.cloudflare_url(),
                    cloudflare_account: practice::ACCOUNT_ID.into(),
                    control_url: practice.control_url(),
                    alive: Box::new(practice),
                })
            })
        })
    }

    /// Ends the app, and starts it again on the same folder.
    pub(crate) async fn restart(&mut self, end: End) {
        self.end(end).await;
        self.start().await;
    }

    pub(crate) async fn end(&mut self, end: End) {
        let desk = self.desk.take().unwrap();
        if end == End::Closed {
            desk.close().await;
        }
        drop(desk);
        let runtime = self.runtime.take().unwrap();
        tokio::task::spawn_blocking(move || runtime.shutdown_timeout(Duration::from_secs(10))).await.unwrap();
    }

    pub(crate) fn phishfort(&self) -> &PhishFort {
        self.practice.phishfort()
    }

    pub(crate) fn cloudflare(&self) -> &Cloudflare {
        self.practice.cloudflare()
    }

    /// What time it is in the test.
    pub(crate) fn time(&self) -> Moment {
        self.clock.now()
    }

    /// Turns the clocks at once, and waits for nothing.
    pub(crate) fn jump(&self, seconds: u64) {
        self.turn_to(self.clock.now() + Duration::from_secs(seconds));
    }

    /// Lets time pass as it would: everything that falls due on the way happens at its time.
    pub(crate) async fn pass(&self, seconds: u64) {
        let until = self.clock.now() + Duration::from_secs(seconds);
        loop {
            self.clock.idle().await;
            match self.clock.next_wake() {
                Some(next) if next <= until => self.turn_to(next),
                _ => break,
            }
        }
        self.turn_to(until);
        self.clock.idle().await;
    }

    fn turn_to(&self, at: Moment) {
        self.practice.phishfort().turn_clock(at.millis() - self.clock.now().millis());
        self.clock.turn_to(at);
    }

    /// Lets everything that is due now happen.
    pub(crate) async fn idle(&self) {
        self.clock.idle().await;
    }

    pub(crate) fn files(folder: &Path) -> Vec<PathBuf> {
        let mut found = Vec::new();
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            if entry.path().is_dir() { found.extend(Self::files(&entry.path())) } else { found.push(entry.path()) }
        }
        found
    }
}

impl Drop for TestDesk {
    /// What must hold after every journey, whatever it was about.
    fn drop(&mut self) {
        self.desk = None;
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
        if std::thread::panicking() {
            return;
        }
        assert_eq!(self.practice.phishfort().unexpected(), [""; 0], "a request that the service doesn't know");
        for played in self.played.lock().unwrap().iter() {
            assert_eq!(played.unexpected(), [""; 0], "a request that practice doesn't know");
        }
        let heard = serde_json::to_string(&*self.heard.lock().unwrap()).unwrap();
        let files = Self::files(self.folder.path());
        for secret in [KEY, TOKEN] {
            assert!(!heard.contains(secret), "a key is in a notice");
            for file in &files {
                let bytes = std::fs::read(file).unwrap_or_default();
                let there = bytes.windows(secret.len()).any(|window| window == secret.as_bytes());
                assert!(!there, "a key is in {}", file.display());
            }
        }
    }
}
