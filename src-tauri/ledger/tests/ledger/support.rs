//! A ledger in a folder of its own, and the few moves that every test makes.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use domain::{CaseId, DraftId, Moment, State, SubmissionId};
use ledger::{
    Actor, AttemptId, Bucket, Choice, Closing, Draft, Ledger, LedgerError, LookResult, NewEvent, NewLook,
    NewSubmission, Opening, Outcome, Standing, Step, Submission, SubmissionFile,
};
use rusqlite::Connection;
use tempfile::TempDir;

pub(crate) const NOW: Moment = Moment(1_795_000_000_000);
pub(crate) const SENDING: Standing<'static> = standing(Bucket::Waiting, "sending");
pub(crate) const UNSURE: Standing<'static> = standing(Bucket::NeedsYou, "unsure");
pub(crate) const HELD: Standing<'static> = standing(Bucket::NeedsYou, "not_sent");

pub(crate) const fn standing(bucket: Bucket, status: &'static str) -> Standing<'static> {
    Standing { bucket, status, raw_status: None, denial: None }
}

/// An id that no other test of this process has.
pub(crate) fn fresh() -> String {
    static NEXT: AtomicU64 = AtomicU64::new(1);
    format!("0197f3a2-0000-7000-8000-{:012x}", NEXT.fetch_add(1, Ordering::Relaxed))
}

pub(crate) fn seconds(seconds: i64) -> Moment {
    Moment(NOW.millis() + seconds * 1000)
}

pub(crate) fn event(kind: &'static str) -> NewEvent {
    NewEvent { at: NOW, kind, actor: Actor::App, submission_id: None, service: None, detail: serde_json::json!({}) }
}

/// A ledger, and the folder that it lies in.
pub(crate) struct Bed {
    pub(crate) ledger: Ledger,
    folder: TempDir,
}

impl Bed {
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        Self { ledger: Ledger::open(folder.path(), NOW).unwrap(), folder }
    }

    /// In memory's own file system: for tests that write thousands of times and ask nothing about the disk.
    pub(crate) fn quick() -> Self {
        let shared = Path::new("/dev/shm");
        let folder = if shared.is_dir() { tempfile::tempdir_in(shared) } else { tempfile::tempdir() }.unwrap();
        Self { ledger: Ledger::open(folder.path(), NOW).unwrap(), folder }
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Ends without saying so, as a killed process does, and opens again.
    pub(crate) fn killed(self) -> Self {
        let Self { ledger, folder } = self;
        drop(ledger);
        Self { ledger: Ledger::open(folder.path(), NOW).unwrap(), folder }
    }

    /// Another way into the same file, past all code of ours: only the file's own rules hold there.
    pub(crate) fn sql(&self) -> Connection {
        Connection::open(self.path("ledger.db")).unwrap()
    }

    pub(crate) fn draft(&self) -> Draft {
        let draft = Draft {
            id: DraftId::parse(&fresh()).unwrap(),
            case_id: CaseId::parse(&fresh()).unwrap(),
            reference: "TD-7K3M9Q2XAB".into(),
            fields_json: "{}".into(),
            saved_at: NOW,
            sent_at: None,
            deleted_at: None,
        };
        self.ledger.add_draft(&draft, &event("draft_made")).unwrap();
        draft
    }

    pub(crate) fn new_submission(&self, draft: &Draft, due_at: Option<Moment>) -> NewSubmission {
        NewSubmission {
            id: SubmissionId::parse(&fresh()).unwrap(),
            case_id: draft.case_id.clone(),
            draft_id: draft.id.clone(),
            service: "phishfort".into(),
            kind: "takedown".into(),
            target_kind: "web".into(),
            target_key: "web:acme-login.example".into(),
            reference: draft.reference.clone(),
            payload_json: r#"{"subject":"https://acme-login.example"}"#.into(),
            bytes_total: 70,
            confirmed_at: NOW,
            due_at,
            files: vec![SubmissionFile {
                sha256: "a".repeat(64),
                size_bytes: 5,
                media_type: "text/plain".into(),
                sent_name: "TD-7K3M9Q2XAB_01_note.txt".into(),
            }],
            addresses: vec!["https://acme-login.example/".into()],
            host: None,
            blocks: Vec::new(),
        }
    }

    pub(crate) fn confirm(&self, draft: &Draft, due_at: Option<Moment>) -> Result<Submission, LedgerError> {
        let new = self.new_submission(draft, due_at);
        let id = new.id.clone();
        self.ledger.confirm(&draft.id, &[(new, event("confirmed"))], &SENDING, NOW)?;
        self.ledger.submission(&id)
    }

    /// Takes one back, as the person's Undo does; tells whether its draft is open again.
    pub(crate) fn take_back(&self, submission: &Submission) -> Result<bool, LedgerError> {
        self.take_all_back(&[submission])
    }

    /// Takes several back in one step; a fresh draft stands by for what can't be opened again.
    pub(crate) fn take_all_back(&self, all: &[&Submission]) -> Result<bool, LedgerError> {
        let rest = Draft {
            id: DraftId::parse(&fresh()).unwrap(),
            case_id: all[0].case_id.clone(),
            reference: "TD-7K3M9Q2XAC".into(),
            fields_json: "{}".into(),
            saved_at: NOW,
            sent_at: None,
            deleted_at: None,
        };
        let steps: Vec<_> = all.iter().map(|one| (*one, Step::to(State::Undone, NOW))).collect();
        self.ledger.take_back(&steps, (&rest, ledger::Side::Cases, &event("draft_made")))
    }

    /// A confirmed submission that is due.
    pub(crate) fn queued(&self) -> Submission {
        self.confirm(&self.draft(), Some(NOW)).unwrap()
    }

    pub(crate) fn read(&self, submission: &Submission) -> Submission {
        self.ledger.submission(&submission.id).unwrap()
    }

    pub(crate) fn open(&self, before: &Submission) -> Result<(AttemptId, Submission), LedgerError> {
        let opening = Opening { baseline_json: "{}", server_at: None };
        self.ledger.open_attempt(before, &opening, &Step::to(State::Sending, NOW))
    }

    /// Closes an attempt with this outcome and goes where the outbox goes with it.
    pub(crate) fn close(&self, sending: &Submission, attempt: AttemptId, outcome: Outcome) -> Submission {
        let to = match outcome {
            Outcome::Accepted => State::Accepted,
            Outcome::Rejected => State::Rejected,
            Outcome::NotSent | Outcome::Deferred => State::Deferred,
            Outcome::Maybe | Outcome::ProbablyNot => State::Unsure,
        };
        let closing =
            Closing { outcome, detail: "", bytes_handed: 0, http_status: None, server_at: None, request_id: None };
        self.ledger.close_attempt(sending, attempt, &closing, &Step::to(to, NOW)).unwrap()
    }

    /// Sends once, with this outcome.
    pub(crate) fn sent(&self, queued: &Submission, outcome: Outcome) -> Submission {
        let (attempt, sending) = self.open(queued).unwrap();
        self.close(&sending, attempt, outcome)
    }

    /// Back into the queue, as the state machine lets it: the attempt's own rule is still to be met.
    pub(crate) fn queue_again(&self, submission: &Submission) -> Submission {
        let mut step = Step::to(State::Queued, NOW);
        step.due_at = Some(NOW);
        self.ledger.step(submission, &step).unwrap()
    }

    pub(crate) fn send_again(&self, submission: &Submission) -> Submission {
        self.ledger.decide(submission, Choice::SendAgain, None, &Step::to(State::Queued, NOW)).unwrap()
    }

    pub(crate) fn look(
        &self,
        submission: &Submission,
        result: LookResult,
        proves: bool,
        to: State,
    ) -> Result<Submission, LedgerError> {
        let attempt = self.ledger.last_attempt(&submission.id).unwrap().unwrap().id;
        let look = NewLook { at: NOW, query: "q".into(), result, proves, detail: serde_json::json!({}) };
        self.ledger.record_look(submission, attempt, &look, &Step::to(to, NOW))
    }
}

/// The words of a refusal by the schema; anything else fails the test.
#[track_caller]
pub(crate) fn forbidden<T: std::fmt::Debug>(outcome: Result<T, LedgerError>) -> String {
    match outcome {
        Err(LedgerError::Forbidden(said)) => said,
        other => panic!("the schema should have forbidden this: {other:?}"),
    }
}
