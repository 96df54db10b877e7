//! Asking Cloudflare to review blocks: what the person fills in, what is wrong with it, and what would be sent.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    BlockRef, BlockRow, CaseId, DraftId, EligibilityView, EvidenceId, EvidenceView, Following, Instant, PreviewView,
    ReceivedRow, RefusedFile,
};

/// The documented forms of an appeal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AppealForm {
    /// A review of chosen blocks, each with a reason.
    #[default]
    Blocks,
    /// A whole DMCA report: the content is gone.
    ContentRemoved,
    /// A whole DMCA report: the content is lawful.
    CounterNotice,
}

/// Why a block should go. No free text can be added.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AppealReason {
    /// The reported content is gone.
    Removed,
    /// It was no abuse.
    Misclassified,
}

/// A block, and why it should go.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BlockReason {
    /// The block.
    pub block: BlockRef,
    /// Why; none while nothing is chosen.
    pub reason: Option<AppealReason>,
}

/// The legal statement of a counter-notice, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
#[allow(missing_docs, reason = "each is the service's field of that name")]
pub struct CounterNoticeFields {
    pub full_name: String,
    pub company: String,
    pub street_address: String,
    pub city: String,
    pub state: String,
    pub country: String,
    pub zip_code: String,
    pub phone_number: String,
    pub email: String,
    /// The contested addresses, one a line.
    pub urls: String,
    pub counter_notice_response: String,
    /// Ticked by the person, never by us.
    pub perjury_attestation: bool,
    /// Ticked by the person, never by us.
    pub jurisdiction_consent: bool,
    /// Typed by the person, never by us.
    pub signature: String,
}

/// Everything a person fills in for an appeal. Saved as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct AppealFields {
    /// Which form. Fixed when it is begun.
    pub form: AppealForm,
    /// For blocks: which, and why. A block that it was begun for can be left out, and put back.
    pub reasons: Vec<BlockReason>,
    /// For blocks: all that it was begun for, those that were left out included. Fixed when it is begun.
    pub begun: Vec<BlockRef>,
    /// For a whole report: which. Fixed when it is begun.
    pub report_id: String,
    /// A private note: whether it is really gone, and who confirmed it. It is not sent.
    pub note: String,
    /// For a counter-notice.
    pub notice: CounterNoticeFields,
}

/// A field of the dialog, for placing a problem.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "each is the field of that name")]
pub enum AppealField {
    Reasons,
    Note,
    FullName,
    Company,
    StreetAddress,
    City,
    State,
    Country,
    ZipCode,
    PhoneNumber,
    Email,
    Urls,
    CounterNoticeResponse,
    PerjuryAttestation,
    JurisdictionConsent,
    Signature,
}

/// What stands in the way of sending an appeal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AppealProblemCode {
    /// No reason is chosen for `block`.
    ReasonMissing,
    /// No review of `block` can be asked for now: its row says why.
    NotOffered,
    /// No block is left.
    NoBlocks,
    /// Cloudflare says that this report can't be answered as a whole.
    NotEligible,
    /// Cloudflare has an open appeal for this report already.
    AppealOpen,
    /// The note has `count` characters; at most `limit` can be kept.
    NoteTooLong,
    /// The field is empty.
    Missing,
    /// The e-mail address can't be read.
    EmailUnreadable,
    /// `text` is no web address.
    UrlUnreadable,
    /// The addresses are on `count` different hosts: a report covers one.
    SeveralHosts,
    /// `text` is there twice.
    UrlTwice,
    /// `count` addresses; at most `limit`.
    TooManyUrls,
    /// The statement has to be read and ticked.
    NotTicked,
    /// There is no token.
    KeyMissing,
    /// No account is chosen.
    AccountMissing,
}

/// One thing that stands in the way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AppealProblem {
    /// What.
    pub code: AppealProblemCode,
    /// Where.
    pub field: Option<AppealField>,
    /// About which block.
    pub block: Option<BlockRef>,
    /// What was typed, defanged.
    pub text: Option<String>,
    /// How many there are.
    pub count: Option<u32>,
    /// How many there may be.
    pub limit: Option<u32>,
}

/// An appeal being written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AppealView {
    /// Its draft.
    pub draft_id: DraftId,
    /// The file that it is kept in: note, proof, what was sent.
    pub case_id: CaseId,
    /// What is filled in.
    pub fields: AppealFields,
    /// The blocks, as they stand now, in the order of `fields.begun`.
    pub blocks: Vec<BlockRow>,
    /// For a whole report: it.
    pub report: Option<ReceivedRow>,
    /// For a whole report: whether it can be answered; none where Cloudflare did not say.
    pub eligibility: Option<EligibilityView>,
    /// For a whole report: how asking Cloudflare went.
    pub following: Following,
    /// The service's own words, when something is wrong.
    pub said: Option<String>,
    /// Our own proof. It is not sent: Cloudflare takes no files.
    pub proof: Vec<EvidenceView>,
    /// When it was last saved.
    pub saved_at: Instant,
}

/// An appeal after proof was added.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AppealProofView {
    /// The appeal.
    pub appeal: AppealView,
    /// What was added; empty when the dialog was cancelled.
    pub added: Vec<EvidenceId>,
    /// What was not.
    pub refused: Vec<RefusedFile>,
}

/// Whether an appeal can be sent, and exactly what would be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AppealCheckView {
    /// What stands in the way.
    pub problems: Vec<AppealProblem>,
    /// The requests, one a report.
    pub previews: Vec<PreviewView>,
    /// Names what was checked: sending asks for it.
    pub fingerprint: String,
}

/// What was asked of a report about us.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AppealSentView {
    /// In which form.
    pub form: AppealForm,
    /// About which report.
    pub report_id: String,
    /// The blocks, with a reason each.
    pub blocks: Vec<BlockReason>,
}
