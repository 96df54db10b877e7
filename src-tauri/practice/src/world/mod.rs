//! Everything that a started practice knows, behind one lock; nothing here awaits, so each change is whole.

mod incidents;
mod reports;
mod requests;
mod sites;

use std::{
    collections::VecDeque,
    hash::{BuildHasher, RandomState},
    path::PathBuf,
    sync::{Mutex, MutexGuard, PoisonError},
};

use axum::body::Body;
use futures_util::StreamExt;
use tokio::sync::watch;

use crate::{
    IdStyle, Options, SeenRequest, StartError, Switches,
    clock::{Clock, iso},
    cloudflare::{self, Rates},
    faults::FaultQueue,
    kept::Kept,
    phishfort,
    service::Service,
};
use requests::Counted;

/// The state, its clock, and those who wait for it to change.
pub(crate) struct World {
    pub(crate) clock: Clock,
    changed: watch::Sender<()>,
    kept_in: Option<PathBuf>,
    replies_by_themselves: bool,
    id_style: IdStyle,
    inner: Mutex<Inner>,
}

#[derive(Default)]
struct Inner {
    kept: Kept,
    keys: Vec<String>,
    tokens: Vec<String>,
    rates: Rates,
    requests: VecDeque<SeenRequest>,
    request_count: u64,
    counted: Counted,
    unexpected: Vec<String>,
    faults: FaultQueue,
    keeping_failed: Option<String>,
    stopped: bool,
}

impl World {
    pub(crate) fn new(options: Options) -> Result<Self, StartError> {
        let kept = options.kept_in.as_deref().map(Kept::read).transpose()?.unwrap_or_default();
        let clock = Clock::default();
        clock.set_offset_ms(kept.clock_offset_ms);
        Ok(Self {
            clock,
            changed: watch::Sender::new(()),
            kept_in: options.kept_in,
            replies_by_themselves: options.replies_by_themselves,
            id_style: options.id_prefix,
            inner: Mutex::new(Inner { kept, keys: options.keys, tokens: options.tokens, ..Inner::default() }),
        })
    }

    fn lock(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Looks without changing.
    fn look<T>(&self, at: impl FnOnce(&Inner) -> T) -> T {
        at(&self.lock())
    }

    /// Changes what is not kept, and tells those who wait.
    fn note<T>(&self, change: impl FnOnce(&mut Inner) -> T) -> T {
        let result = change(&mut self.lock());
        self.changed.send_replace(());
        result
    }

    /// Changes what is kept, writes it down, and tells those who wait.
    fn change<T>(&self, change: impl FnOnce(&mut Inner) -> T) -> T {
        self.note(|inner| {
            let result = change(inner);
            inner.kept.clock_offset_ms = self.clock.offset_ms();
            // A stopped practice may have a successor that owns the file now.
            if let Some(path) = self.kept_in.as_deref().filter(|_| !inner.stopped) {
                inner.keeping_failed = inner.kept.write(path).err().map(|error| error.to_string());
            }
            result
        })
    }

    /// Waits until it is so.
    pub(crate) async fn until(&self, is_so: impl Fn(&Self) -> bool) {
        let mut changed = self.changed.subscribe();
        // We hold the sender: the channel can't close.
        while !is_so(self) && changed.changed().await.is_ok() {}
    }

    pub(crate) fn keeping_failed(&self) -> Option<String> {
        self.look(|inner| inner.keeping_failed.clone())
    }

    pub(crate) fn stop(&self) {
        self.note(|inner| inner.stopped = true);
    }

    pub(crate) fn is_stopped(&self) -> bool {
        self.look(|inner| inner.stopped)
    }

    pub(crate) fn key_number(&self, key: &[u8]) -> Option<usize> {
        self.look(|inner| inner.keys.iter().position(|known| known.as_bytes() == key))
    }

    pub(crate) fn set_keys(&self, keys: Vec<String>) {
        self.note(|inner| inner.keys = keys);
    }

    pub(crate) fn switches(&self) -> Switches {
        self.look(|inner| inner.kept.switches.clone())
    }

    pub(crate) fn date_skew_ms(&self, service: Service) -> i64 {
        self.look(|inner| match service {
            Service::PhishFort => inner.kept.switches.date_skew_ms,
            Service::Cloudflare => inner.kept.cloudflare.switches.date_skew_ms,
        })
    }

    pub(crate) fn set_switches(&self, switches: Switches) {
        self.change(|inner| inner.kept.switches = switches);
    }

    /// Turns the clock; news that are due by then come at once.
    pub(crate) fn turn_clock(&self, ms: i64) -> String {
        self.clock.turn(ms);
        self.change(|_| ());
        self.bring_news();
        iso(self.clock.now())
    }

    /// Moves incidents and reports on that have waited long enough, where replies come by themselves.
    pub(crate) fn bring_news(&self) {
        let now = self.clock.now();
        let due = self.replies_by_themselves && {
            let kept = &mut self.lock().kept;
            let incidents_moved = phishfort::bring_news(&mut kept.incidents, now);
            cloudflare::decide_by_age(&mut kept.cloudflare.reports, now) || incidents_moved
        };
        if due {
            self.change(|_| ());
        }
    }

    /// Back to the first start; keys and tokens stay.
    pub(crate) fn reset(&self) {
        self.clock.set_offset_ms(0);
        self.change(|inner| {
            let (keys, tokens) = (std::mem::take(&mut inner.keys), std::mem::take(&mut inner.tokens));
            *inner = Inner { keys, tokens, stopped: inner.stopped, ..Inner::default() };
        });
    }

    /// Reads the rest of a refused body and throws it away, so that the client can finish and see the answer.
    /// Dropping the body instead closes the connection under the upload.
    pub(crate) fn let_flow(&self, body: Body) {
        if self.switches().refusals_let_the_body_flow {
            tokio::spawn(
                body.into_data_stream().take_while(|piece| std::future::ready(piece.is_ok())).for_each(|_| async {}),
            );
        }
    }
}

/// Text of these letters, never the same twice in practice: from the standard library's randomly keyed hash, which is
/// randomness enough for ids that protect nothing.
fn random_text(letters: &[u8], length: u8) -> String {
    let random = RandomState::new();
    let letter = |place: u8| letters[(random.hash_one(place) % letters.len() as u64) as usize];
    (0..length).map(|place| char::from(letter(place))).collect()
}
