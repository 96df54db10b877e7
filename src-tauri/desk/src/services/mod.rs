//! Our words for a service. One adapter a service: nowhere else is a service named in a branch.

mod adapter;
pub(crate) mod cloudflare;
pub(crate) mod phishfort;

use domain::Moment;
use serde::{Deserialize, Serialize};

pub(crate) use adapter::{Adapter, Doing, Heard, KeySource, Reading, observed, retry_at};

use crate::contract::{
    AppealForm, BlockReason, CandidateView, CaseStatus, ClientView, ReportKind, SiteFlag, TargetKind, Wish,
};

/// All that one submission sends, frozen at the moment of confirming it. Kept as JSON; fields are only ever added.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Payload {
    pub wish: Wish,
    pub kind: TargetKind,
    /// The target as it is sent.
    pub subject: String,
    pub reported_by: Option<String>,
    pub client_id: Option<String>,
    /// Note, details and reference line.
    pub comment: String,
    /// Frozen as well, so that what is shown, counted and sent is the same to the byte.
    pub boundary_seed: String,
    pub files: Vec<PayloadFile>,
    /// The note as typed, for the case page.
    pub note: String,
    /// Cloudflare only: the report, written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub filing: Option<Filing>,
    /// Cloudflare only: the appeal, written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub appeal: Option<Appealing>,
}

/// A report to Cloudflare, frozen: its body is the text that goes on the wire.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Filing {
    pub kind: ReportKind,
    pub prepared: cloudflare_abuse::Prepared,
    pub hostname: String,
    /// The addresses in it, as sent.
    pub urls: Vec<String>,
    /// E-mail address of whoever reports.
    pub submitter: String,
}

/// An appeal to Cloudflare, frozen: its body is the text that goes on the wire.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Appealing {
    pub form: AppealForm,
    pub prepared: cloudflare_abuse::PreparedAppeal,
    /// The blocks in it; empty for a whole report.
    pub blocks: Vec<BlockReason>,
}

impl Appealing {
    /// The service's number of the report that it is about.
    pub(crate) fn report_id(&self) -> &str {
        self.prepared.report_id.as_str()
    }
}

/// One file of a payload.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct PayloadFile {
    pub sha256: String,
    pub size_bytes: u64,
    pub media_type: String,
    pub sent_name: String,
}

/// Why a service could not be asked, or did not answer what was asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Trouble {
    KeyMissing,
    AccountMissing,
    KeyRefused(String),
    /// The account is not set up for it.
    NotEntitled(String),
    /// The key lacks the right.
    NotPermitted(String),
    Unreachable(String),
    SlowDown(Option<Moment>),
    NotKnown,
    Failed(String),
}

/// What a service knew of the target before a send. Kept with the attempt.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Baseline {
    /// Ids of everything that it has for the target.
    pub known: Vec<String>,
    /// Of those, what is still open.
    pub open: Vec<CandidateView>,
    /// The service's own time.
    pub server_at: Option<Moment>,
    /// The service lets nobody ask: then a lost answer can't be settled by looking.
    #[serde(default)]
    pub unavailable: bool,
    /// For an appeal of blocks: how far each was, in the service's word.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub blocks: Vec<(String, String)>,
    /// For an appeal of a whole report: appeals so far, where that was told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub appeals: Option<u64>,
    /// For an appeal of a whole report: whether one was open, where that was told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub open_appeal: Option<bool>,
}

/// What a look for a submission found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Sighting {
    Exact { number: String, url: Option<String> },
    Candidates(Vec<CandidateView>),
    Absent,
    Trouble(Trouble),
}

/// How a service tells that it has a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Receipt {
    pub number: String,
    pub url: Option<String>,
    pub message: Option<String>,
    /// Of an appeal: the blocks that the answer names.
    pub named: Option<Vec<String>>,
}

/// What was observed of one send: all that the classification looks at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Observed {
    pub bytes_handed: u64,
    pub handed_all: bool,
    pub seen: Seen,
    /// The service's own time of the answer.
    pub server_at: Option<Moment>,
    pub request_id: Option<String>,
}

/// How a send ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Seen {
    /// No connection, or nothing that could be put on one.
    NotConnected(String),
    /// Nothing was opened: the service has to be left in peace, until then where it is known.
    HeldBack(Option<Moment>),
    /// A file of it changed on disk while it was read.
    FileChanged(String),
    /// The connection ended, or a deadline passed, before an answer's head.
    NoAnswer(String),
    /// A status with whatever could be read of its body.
    Answered {
        status: u16,
        receipt: Option<Receipt>,
        said: Option<String>,
        retry_at: Option<Moment>,
        /// Who or what was barred, where the answer tells it more exactly than its status.
        barred: Option<Barred>,
    },
}

/// What was barred by an answer of 401 or 403.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Barred {
    Key,
    Account,
    Right,
}

/// News of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct News {
    pub status: CaseStatus,
    pub raw_status: Option<String>,
    /// The service's word for why it refused.
    pub denial: Option<String>,
    /// What the service says of the page; none where it says nothing of pages.
    pub flags: Option<Vec<SiteFlag>>,
    /// What the service wrote: when, and what. Oldest first.
    pub history: Vec<(Option<Moment>, String)>,
}

/// Who a key belongs to.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Account {
    pub name: Option<String>,
    pub clients: Vec<ClientView>,
}
