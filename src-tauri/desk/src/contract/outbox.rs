//! The outbox as the window sees it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    AppealSentView, AppealView, CaseId, DraftId, DraftView, Instant, ReportKind, Service, SubmissionId, TargetView,
    Wish,
};

/// Where a submission stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SubmissionState {
    /// The app closed inside the undo window; it waits for the person's Send.
    Held,
    /// Waits for its time; nothing has left this computer.
    Queued,
    /// On its way: bytes may be leaving.
    Sending,
    /// Surely not taken; goes out by itself at `due_at`.
    Deferred,
    /// Sent, and the answer is lost: being looked up.
    Unsure,
    /// Only the person can say what happens next; `reason` says why.
    NeedsPerson,
    /// The service has it; `number` is theirs.
    Accepted,
    /// The service refused it; the person must change something.
    Rejected,
    /// Taken back before anything left.
    Undone,
}

/// Why a submission stands where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SubmissionReason {
    /// The app closed before it was sent.
    AppClosed,
    /// The service can't be reached.
    Unreachable,
    /// The service asks to slow down.
    SlowDown,
    /// There is no key.
    KeyMissing,
    /// The service refused the key.
    KeyRefused,
    /// The account is not set up for filing reports; the key may be good.
    NotEntitled,
    /// The key lacks the right to file reports.
    NotPermitted,
    /// No account is chosen.
    AccountMissing,
    /// The connection broke off while sending; it surely or probably did not arrive.
    BrokeOff,
    /// Sent, but no answer came.
    NoAnswer,
    /// Sent, and the answer can't be read.
    UnreadableAnswer,
    /// Sent, and the service answered with a fault of its own.
    ServiceFailed,
    /// The app was ended while it was sending.
    EndedWhileSending,
    /// Looked for long enough, and not found.
    NotFoundThere,
    /// Found something that may be it: `candidates`.
    PerhapsFound,
    /// It could not be looked up for a day.
    CannotLook,
    /// The service has an open case for the same target already: `candidates`.
    AlreadyThere,
    /// The service refused it: `said` has its words.
    Refused,
    /// Too big for the service.
    TooBig,
    /// The service points elsewhere; nothing is followed.
    Redirected,
    /// The person said that it is there.
    PersonFound,
    /// Found by looking.
    FoundThere,
    /// A file's bytes are missing or changed on this disk.
    FileDamaged,
    /// Sent twice already without an answer.
    TooManyTries,
}

/// What a look at the service found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum LookResult {
    /// It is there.
    Exact,
    /// Something that may be it is there.
    Candidates,
    /// It is not there.
    Absent,
    /// The look failed; that says nothing.
    Error,
}

/// One look at the service.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LookView {
    /// When.
    pub at: Instant,
    /// What it found.
    pub result: LookResult,
}

/// Something at the service that may be our report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CandidateView {
    /// The service's number of it.
    pub number: String,
    /// When the service says that it was reported.
    pub at: Option<Instant>,
    /// Who the service says reported it.
    pub reported_by: Option<String>,
    /// The service's raw status.
    pub status: Option<String>,
}

/// One confirmed intention to tell one service one thing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SubmissionView {
    /// The submission.
    pub id: SubmissionId,
    /// Its case.
    pub case_id: CaseId,
    /// The draft that it was made from.
    pub draft_id: DraftId,
    /// Who is told.
    pub service: Service,
    /// What is asked for, of PhishFort.
    pub wish: Wish,
    /// Cloudflare: in which category.
    pub report_kind: Option<ReportKind>,
    /// An appeal: what it asks; then `wish` says nothing.
    pub appeal: Option<AppealSentView>,
    /// About what: the target, or the first of the addresses. For an appeal what the first block is on, or the domain.
    pub target: TargetView,
    /// How many addresses it names; for an appeal of blocks, how many blocks.
    pub addresses: u32,
    /// Where it stands.
    pub state: SubmissionState,
    /// Why.
    pub reason: Option<SubmissionReason>,
    /// The service's own words.
    pub said: Option<String>,
    /// The reference code.
    pub reference: String,
    /// When the person pressed Send.
    pub confirmed_at: Instant,
    /// When it goes, or goes again.
    pub due_at: Option<Instant>,
    /// Milliseconds until then, by the host's clock; 0 when it is due, none when nothing is due.
    pub due_in_ms: Option<u32>,
    /// Whether the undo clock stands still.
    pub paused: bool,
    /// When it was last sent, in a way that it may have arrived; none while nothing of it can have.
    pub sent_at: Option<Instant>,
    /// Every look since then.
    pub looks: Vec<LookView>,
    /// When the next look comes.
    pub next_look_at: Option<Instant>,
    /// What may be it.
    pub candidates: Vec<CandidateView>,
    /// Files in it.
    pub files: u32,
    /// Bytes of its request.
    pub bytes_total: u32,
    /// Bytes handed to the network so far, while it is being sent.
    pub bytes_handed: u32,
    /// The service's number, once accepted.
    pub number: Option<String>,
    /// Whether it can be taken back: nothing has left this computer.
    pub can_undo: bool,
    /// How many reports go back together when it is taken back, itself included; 0 when it can't be.
    pub undo_takes: u32,
}

/// Everything that is not settled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OutboxView {
    /// What needs the person comes first, then what is on its way, then what was refused.
    pub submissions: Vec<SubmissionView>,
    /// Services whose whole queue waits for a key, or for a right.
    pub paused: Vec<Service>,
}

/// What a Send became again when it was taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[allow(clippy::large_enum_variant, reason = "made once a click, and sent at once")]
pub enum UndoneView {
    /// A report.
    Draft {
        /// Its draft, open again.
        draft: DraftView,
    },
    /// An appeal.
    Appeal {
        /// It, open again.
        appeal: AppealView,
    },
}
