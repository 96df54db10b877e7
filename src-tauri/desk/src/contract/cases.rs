//! Cases: the list, one whole case, and the words of the services as they came.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    AppealReason, BlockStatus, CaseId, DenialReason, DraftId, EvidenceView, Instant, PreviewView, ReportKind, Service,
    SubmissionId, SubmissionView, TargetView, Wish,
};

/// Which cases are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CaseFilter {
    /// All but drafts that were deleted.
    #[default]
    All,
    /// Those that wait for the person.
    NeedsYou,
    /// Those that wait for a service.
    Waiting,
    /// Those that are over.
    Done,
    /// Those that were never sent.
    Drafts,
}

/// What to list.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct CasesRequest {
    /// Words in the address, brand, number, reference or note; empty for all.
    pub search: String,
    /// Which cases.
    pub filter: CaseFilter,
    /// Only those with news within so many days; 0 for all.
    pub within_days: u32,
    /// `next` of the page before; none for the first.
    pub after: Option<String>,
}

/// Where a case stands, on our own scale. `raw` beside it has the service's own word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CaseStatus {
    /// Not sent yet.
    Draft,
    /// In the outbox.
    Sending,
    /// In the outbox, not sent: it waits for the person, or was refused.
    NotSent,
    /// Sent, the answer lost.
    Unsure,
    /// PhishFort: reported, nobody has looked yet.
    PendingReview,
    /// PhishFort: being worked on.
    CaseBuilding,
    /// PhishFort: waits for approval.
    ApprovalRequired,
    /// PhishFort: takedown approved.
    TakedownReady,
    /// PhishFort asks something.
    ActionRequired,
    /// PhishFort: being taken down.
    TakedownInProgress,
    /// PhishFort: down.
    TakedownSuccess,
    /// PhishFort: the takedown failed.
    TakedownAttemptFailed,
    /// PhishFort: on blocklists.
    Blocklisted,
    /// PhishFort: being watched.
    PreWeaponised,
    /// PhishFort: closed.
    Closed,
    /// Cloudflare: sent, no decision yet.
    ReportSubmitted,
    /// Cloudflare: accepted. What they do about it is not told here.
    ReportAccepted,
    /// Cloudflare: refused.
    ReportDenied,
    /// A word that we don't know: shown as it came.
    Other,
}

/// One row of the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CaseRow {
    /// The case.
    pub id: CaseId,
    /// Its draft, where it was never sent.
    pub draft_id: Option<DraftId>,
    /// What it is about; none for an empty draft.
    pub target: Option<TargetView>,
    /// What was typed, where it can't be read as a target.
    pub typed: String,
    /// Brand or client.
    pub brand: String,
    /// Who was told.
    pub sent_to: Vec<Service>,
    /// Where it stands: of all that was sent, what presses most.
    pub status: CaseStatus,
    /// The service's own word for it.
    pub raw_status: Option<String>,
    /// Cloudflare's ground, where that is a refusal.
    pub denial: Option<DenialReason>,
    /// The service's own word for that ground.
    pub raw_denial: Option<String>,
    /// Whose status it is; none for a draft.
    pub status_of: Option<Service>,
    /// Whether it waits for the person.
    pub needs_you: bool,
    /// The service's number.
    pub number: Option<String>,
    /// When something last happened.
    pub news_at: Instant,
}

/// How many cases each filter holds under the same search.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[allow(missing_docs, reason = "each counts the filter of that name")]
pub struct FilterCounts {
    pub all: u32,
    pub needs_you: u32,
    pub waiting: u32,
    pub done: u32,
    pub drafts: u32,
}

/// A page of cases: 100 rows at most.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CasesView {
    /// The rows, newest news first.
    pub rows: Vec<CaseRow>,
    /// How many there are in all pages.
    pub total: u32,
    /// Asks for the page after this one.
    pub next: Option<String>,
    /// Counts for the filters.
    pub counts: FilterCounts,
    /// When the services were last asked for news.
    pub refreshed_at: Option<Instant>,
}

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum EventKind {
    /// The case began.
    DraftMade,
    /// The person pressed Send.
    Confirmed,
    /// It was taken back in time.
    Undone,
    /// It was kept back, since the app closed.
    Held,
    /// It was sent.
    Sent,
    /// It did not leave, and is tried again.
    Deferred,
    /// The service has it.
    Accepted,
    /// The service refused it.
    Rejected,
    /// The answer was lost.
    AnswerLost,
    /// We looked at the service.
    Looked,
    /// It was found there.
    Found,
    /// It needs the person.
    NeedsPerson,
    /// The person decided to send again.
    SendAgain,
    /// The status changed.
    StatusChanged,
    /// The service wrote something.
    ServiceSaid,
    /// The person read a refusal and wants nothing more of it.
    Settled,
    /// The person wrote a note.
    NoteAdded,
    /// Something personal was taken out of what would be sent; `text` is how it was before.
    PersonalRemoved,
    /// Our sites: a block was seen for the first time.
    BlockSeen,
    /// Our sites: a block's status changed.
    BlockChanged,
    /// Our sites: Cloudflare does not show the block any more.
    BlockGone,
    /// Our sites: Cloudflare shows the block again.
    BlockBack,
    /// Our sites: Cloudflare's answer to our appeal did not name this block.
    BlockNotNamed,
    /// Something newer than this version knows.
    Other,
}

/// One entry of the timeline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EventView {
    /// When.
    pub at: Instant,
    /// What.
    pub kind: EventKind,
    /// Which service.
    pub service: Option<Service>,
    /// For status changes: the new status.
    pub status: Option<CaseStatus>,
    /// For status changes: the service's own word.
    pub raw_status: Option<String>,
    /// For Cloudflare's refusals: why.
    pub denial: Option<DenialReason>,
    /// Cloudflare: the category.
    pub report_kind: Option<ReportKind>,
    /// Where a case has several reports: the host that this one is about, defanged.
    pub hostname: Option<String>,
    /// Why, for what went wrong.
    pub reason: Option<super::SubmissionReason>,
    /// For looks: what was found.
    pub look: Option<super::LookResult>,
    /// A note, or the service's own words.
    pub text: Option<String>,
    /// The service's number.
    pub number: Option<String>,
    /// Files that were sent.
    pub files: Option<u32>,
    /// Bytes that were sent.
    pub bytes: Option<u32>,
    /// Our sites: where the block stands from then on; its own word is in `raw_status`.
    pub block: Option<BlockStatus>,
    /// Our sites: why we asked for a review.
    pub appeal: Option<AppealReason>,
}

/// What PhishFort says of the page, as named flags; unknown ones come as they are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SiteFlag {
    /// The service's name of the flag.
    pub name: String,
    /// Whether it is set.
    pub set: bool,
}

/// One whole case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CaseView {
    /// Its row.
    pub row: CaseRow,
    /// What was asked for.
    pub wish: Wish,
    /// The note as typed.
    pub note: String,
    /// Who gets the status mails.
    pub reported_by: String,
    /// Newest first.
    pub timeline: Vec<EventView>,
    /// All evidence of the case.
    pub evidence: Vec<EvidenceView>,
    /// What was sent, or will be (`sent_at` tells), word for word, newest first.
    pub sent: Vec<SentView>,
    /// Submissions that are not settled.
    pub open: Vec<SubmissionView>,
    /// Where each thing that was sent stands, PhishFort first.
    pub standings: Vec<StandingView>,
    /// A draft that goes on in this case.
    pub draft_id: Option<DraftId>,
    /// Who could still be told, or told again.
    pub can_tell: Vec<Service>,
    /// What the service says of the page.
    pub flags: Vec<SiteFlag>,
    /// Whether its page at the service can be opened: host and scheme are the service's own.
    pub can_open: bool,
    /// Whether the service can be asked for news.
    pub can_refresh: bool,
    /// When the service was last asked.
    pub refreshed_at: Option<Instant>,
}

/// Where one thing that was sent stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StandingView {
    /// The submission.
    pub submission_id: SubmissionId,
    /// Who was told.
    pub service: Service,
    /// Cloudflare: the category.
    pub report_kind: Option<ReportKind>,
    /// The target, or the first of the addresses.
    pub target: TargetView,
    /// How many addresses it names.
    pub addresses: u32,
    /// The service's number.
    pub number: Option<String>,
    /// Where it stands.
    pub status: CaseStatus,
    /// The service's own word for it.
    pub raw_status: Option<String>,
    /// Cloudflare's ground for a refusal.
    pub denial: Option<DenialReason>,
    /// The service's own word for that.
    pub raw_denial: Option<String>,
    /// Whether it waits for the person.
    pub needs_you: bool,
    /// Whether the person may say that there is nothing more to do about it.
    pub can_settle: bool,
    /// Whether the service can be asked about it.
    pub can_refresh: bool,
    /// When the service was last asked.
    pub refreshed_at: Option<Instant>,
}

/// A submission word for word: sent where its `sent_at` says when, about to be else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SentView {
    /// The submission.
    pub submission: SubmissionView,
    /// Exactly what was sent.
    pub preview: PreviewView,
    /// Its files, by hash.
    pub files: Vec<SentFileView>,
    /// The service's message with its answer.
    pub message: Option<String>,
}

/// A file as it was sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SentFileView {
    /// The name it was sent under.
    pub name: String,
    /// Its size.
    pub size_bytes: u32,
    /// SHA-256 of its bytes, in hex.
    pub sha256: String,
}
