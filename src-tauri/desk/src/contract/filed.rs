//! Reports that our account filed at Cloudflare, through this app or elsewhere.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{CaseId, Instant, ReportField, ReportKind, TargetView};

/// Where a filed report stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FiledStatus {
    /// No decision yet.
    Submitted,
    /// Cloudflare took it up.
    Accepted,
    /// Refused.
    Denied,
    /// A word that we don't know: shown as it came.
    Other,
}

/// Why Cloudflare refused a report. The service gives the words and no descriptions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "each is the service's word")]
pub enum DenialReason {
    UnableToConfirm,
    IncompleteReport,
    NotOnCloudflare,
    DuplicateReport,
    ContentRemoved,
    ReportDetailsMismatch,
    NoAbuseFound,
    MissingOriginalWork,
    DirectUrlRequired,
    WrongReportCategory,
    ContentUnavailable,
    LawEnforcementReferralRequired,
    DomainDisputeProcessRequired,
    /// A word that we don't know: shown as it came.
    Other,
}

/// Whether what was filed can be followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Following {
    /// Nobody asked yet.
    NotAsked,
    /// It works.
    Works,
    /// There is no token.
    NoKey,
    /// No account is chosen.
    NoAccount,
    /// The token was refused.
    KeyRefused,
    /// The token may not read reports.
    NotPermitted,
    /// The account has no such list.
    NoSuchList,
    /// Cloudflare can't be reached.
    Unreachable,
    /// Cloudflare asks to slow down.
    SlowDown,
    /// Cloudflare answered with an error or with something that can't be read.
    Failed,
}

/// Which filed reports are shown.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct FiledRequest {
    /// Words in the domain, number or category; empty for all.
    pub search: String,
    /// Only those that stand so.
    pub status: Option<FiledStatus>,
    /// `next` of the page before; none for the first.
    pub after: Option<String>,
}

/// One filed report in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FiledRow {
    /// Cloudflare's number of it.
    pub id: String,
    /// When it was filed; none where the service's time can't be read.
    pub filed_at: Option<Instant>,
    /// The domain it is about, defanged.
    pub domain: String,
    /// Its category, where we know the service's word.
    pub report_kind: Option<ReportKind>,
    /// The service's word for the category.
    pub raw_type: String,
    /// Where it stands.
    pub status: FiledStatus,
    /// The service's word for that.
    pub raw_status: String,
    /// Why it was refused.
    pub denial: Option<DenialReason>,
    /// The service's word for that.
    pub raw_denial: Option<String>,
    /// Our case, where we filed it; none when it was filed elsewhere.
    pub case_id: Option<CaseId>,
}

/// How many filed reports there are under the same search.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[allow(missing_docs, reason = "each counts the status of that name")]
pub struct FiledCounts {
    pub all: u32,
    pub submitted: u32,
    pub accepted: u32,
    pub denied: u32,
}

/// A page of filed reports: 100 rows at most, newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FiledView {
    /// The rows.
    pub rows: Vec<FiledRow>,
    /// How many there are in all pages.
    pub total: u32,
    /// Asks for the page after this one.
    pub next: Option<String>,
    /// Counts for the filters.
    pub counts: FiledCounts,
    /// When Cloudflare was last asked and answered.
    pub refreshed_at: Option<Instant>,
    /// Whether Cloudflare can be asked, as of the last time.
    pub following: Following,
    /// The service's own words, when something is wrong.
    pub said: Option<String>,
}

/// One detail of a filed report as Cloudflare tells it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FiledDetail {
    /// Our field of it, where it is one.
    pub field: Option<ReportField>,
    /// The service's name of it.
    pub name: String,
    /// Its text.
    pub value: String,
}

/// A mail that Cloudflare sent to whoever filed the report. Text, never markup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FiledEmail {
    /// When.
    pub sent_at: Option<Instant>,
    /// To whom.
    pub recipient: String,
    /// Its subject.
    pub subject: String,
    /// Its text, defanged.
    pub body: String,
}

/// One filed report, read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FiledReportView {
    /// Its row.
    pub row: FiledRow,
    /// The addresses in it.
    pub addresses: Vec<TargetView>,
    /// Everything else that Cloudflare tells of it.
    pub details: Vec<FiledDetail>,
    /// The mails, newest first.
    pub emails: Vec<FiledEmail>,
    /// When it was last read at Cloudflare; none while only the list told of it.
    pub read_at: Option<Instant>,
    /// Whether it could be read just now; else this is what we had.
    pub following: Following,
    /// The service's own words, when something is wrong.
    pub said: Option<String>,
}
