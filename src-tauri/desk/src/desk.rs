//! The desk: every collaborator of the product in one place.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use domain::{DraftId, State};

use crate::assemble::StartPractice;
use crate::bench::{Bench, Notices};
use crate::clock::Clock;
use crate::contract::{AppError, DraftView, EvidenceId, Mode, Notice, RefusedFile, Service};
use crate::desktop::Desktop;
use crate::preferences::Kept;
use crate::random::Random;
use crate::reminders::Reminders;

/// The started product.
pub struct Desk {
    pub(crate) folder: PathBuf,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) random: Arc<dyn Random>,
    pub(crate) notices: Notices,
    pub(crate) desktop: Arc<dyn Desktop>,
    pub(crate) preferences: Kept,
    pub(crate) reminders: Arc<Reminders>,
    pub(crate) vault: Arc<vault::Vault>,
    pub(crate) start_practice: StartPractice,
    pub(crate) real: Arc<Bench>,
    /// Practice while it is open, with what keeps its services alive.
    pub(crate) practice: tokio::sync::Mutex<Option<Practice>>,
    pub(crate) current: RwLock<Arc<Bench>>,
    /// Practice was open last time and could not be opened now; told once.
    pub(crate) practice_failed: AtomicBool,
    /// Whether there is a key, as far as was asked: a locked key store would else ask for its password again and again.
    pub(crate) key_known: Mutex<HashMap<Service, bool>>,
    /// The draft that the window shows: files that are dropped join it.
    pub(crate) open_draft: Mutex<Option<DraftId>>,
    /// Whether the window listens: before that, whatever it is told is lost.
    pub(crate) window_listens: AtomicBool,
    /// What was read in the case that was last asked about.
    pub(crate) last_found: Mutex<crate::acts::LastFound>,
    /// What was filled in and not read by the window yet.
    pub(crate) unseen_fill: Mutex<Option<crate::acts::UnseenFill>>,
    /// Files that the app was opened with, until it is known where they go.
    pub(crate) files_waiting: Mutex<Vec<PathBuf>>,
}

/// An open practice.
pub(crate) struct Practice {
    pub bench: Arc<Bench>,
    pub _services: Box<dyn std::any::Any + Send + Sync>,
}

/// What became of dropped files.
#[derive(Debug, Clone, serde::Serialize)]
pub struct Dropped {
    /// The draft of a report that they belong to now; none where they became proof of an appeal.
    pub draft: Option<DraftView>,
    /// What was added.
    pub added: Vec<EvidenceId>,
    /// What is suspicious was filled in, or can be chosen.
    pub filled: bool,
    /// What was not.
    pub refused: Vec<RefusedFile>,
}

impl Desk {
    /// The bench of the mode that the window is in.
    pub(crate) fn bench(&self) -> Arc<Bench> {
        Arc::clone(&self.current.read().unwrap_or_else(PoisonError::into_inner))
    }

    pub(crate) fn set_bench(&self, bench: Arc<Bench>) {
        *self.current.write().unwrap_or_else(PoisonError::into_inner) = bench;
        *self.open_draft.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }

    /// Whether there is a key for a service. Only a "no" is asked about again, and only where it would stop a report.
    pub(crate) async fn has_key(&self, service: Service, ask_again: bool) -> bool {
        let known = self.key_known.lock().unwrap_or_else(PoisonError::into_inner).get(&service).copied();
        match known {
            Some(true) => true,
            Some(false) if !ask_again => false,
            _ => {
                let account = self.bench().line(service).adapter.key_account();
                let has = self.vault.get(account).await.is_some();
                self.set_key_known(service, has);
                has
            }
        }
    }

    pub(crate) fn set_key_known(&self, service: Service, known: bool) {
        self.key_known.lock().unwrap_or_else(PoisonError::into_inner).insert(service, known);
    }

    pub(crate) fn tell(&self, notice: Notice) {
        (self.notices)(notice);
    }

    /// Which mode the window is in.
    pub fn mode(&self) -> Mode {
        match self.bench().mode {
            Mode::Real if !self.preferences.read().set_up => Mode::Choosing,
            mode => mode,
        }
    }

    /// How many confirmed reports wait inside their undo window or are on their way: what a host asks about before the
    /// window closes.
    pub fn waiting_to_be_sent(&self) -> u32 {
        let open = self.bench().ledger.open_submissions().unwrap_or_default();
        let waits = open.iter().filter(|one| matches!(one.state, State::Queued | State::Sending)).count();
        crate::view::size(waits as u64)
    }

    /// Takes files that the app was opened with: as a drop, once the window listens and a mode is chosen.
    ///
    /// # Errors
    /// As [`Desk::drop_files`].
    pub async fn open_files(&self, paths: Vec<PathBuf>) -> Result<(), AppError> {
        if crate::acts::can_take(self) {
            self.drop_files(paths).await?;
        } else {
            crate::acts::wait(self, paths);
            // A window that listens already shows how many wait; one that began to in this instant takes them now.
            self.tell(Notice::FilesLeft);
            crate::acts::take_waiting(self).await;
        }
        Ok(())
    }

    /// Takes dropped files in: into the draft that the window shows, or into a fresh one. The window hears the outcome
    /// as a notice. Before a mode is chosen they wait, since nobody knows whose data they are.
    ///
    /// # Errors
    /// When no draft can be made; what is wrong with single files is in the notice.
    pub async fn drop_files(&self, paths: Vec<PathBuf>) -> Result<Dropped, AppError> {
        if self.window_listens.load(Ordering::SeqCst) && self.mode() == Mode::Choosing {
            crate::acts::wait(self, paths);
            self.tell(Notice::FilesLeft);
            return Ok(Dropped { draft: None, added: Vec::new(), filled: false, refused: Vec::new() });
        }
        self.tell(Notice::FilesReading { count: crate::view::size(paths.len() as u64) });
        let open = self.open_draft.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let draft_id = match open {
            Some(id) => Ok(id.to_string()),
            None => crate::acts::draft_create(self, None).await.map(|draft| draft.id),
        };
        match draft_id {
            Ok(draft_id) => self.add_files(draft_id, paths).await,
            Err(error) => {
                self.tell_dropped(None, &Err(error.clone()));
                Err(error)
            }
        }
    }

    /// Takes files into a named draft, as a drop on the window that shows it.
    ///
    /// # Errors
    /// As [`Desk::drop_files`].
    pub async fn add_files(&self, draft_id: String, paths: Vec<PathBuf>) -> Result<Dropped, AppError> {
        let outcome = self.taken_in(&draft_id, paths).await;
        self.tell_dropped(Some(draft_id), &outcome);
        outcome
    }

    async fn taken_in(&self, draft_id: &str, paths: Vec<PathBuf>) -> Result<Dropped, AppError> {
        let taken = crate::acts::take_paths(self, draft_id, paths).await?;
        // The files are in, whatever reading them comes to: what is not read now is read when the draft is opened.
        let filled = crate::acts::read_added(self, &taken.draft_id, &taken.added).await.unwrap_or(false);
        let draft = crate::acts::draft_of(self, &taken.draft_id)?;
        Ok(Dropped { draft, added: taken.added, filled, refused: taken.refused })
    }

    fn tell_dropped(&self, draft_id: Option<String>, outcome: &Result<Dropped, AppError>) {
        let (added, filled, refused, failed): (_, _, Vec<RefusedFile>, _) = match outcome {
            Ok(view) => (view.added.len(), view.filled, view.refused.clone(), None),
            Err(error) => (0, false, Vec::new(), Some(error.code)),
        };
        self.tell(Notice::FilesDropped { draft_id, added: crate::view::size(added as u64), filled, refused, failed });
    }

    /// Ends the product in good order: nothing more is sent, and the next start knows that this end was meant.
    pub async fn close(&self) {
        // All at once: nothing is sent while something else still comes to its end.
        tokio::join!(self.reminders.end(), close(&self.real), async {
            if let Some(practice) = self.practice.lock().await.as_ref() {
                close(&practice.bench).await;
            }
        });
    }
}

async fn close(bench: &Bench) {
    bench.end().await;
    // An end without the mark only makes the next start check once more.
    let _ = bench.ledger.close();
}
