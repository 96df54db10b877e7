//! What Cloudflare's words about our sites stand for.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Names a block: the service's numbers of its report and of itself. Whether the second alone is unique is not
/// documented.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
pub struct BlockRef {
    /// The report that led to it.
    pub report_id: String,
    /// The mitigation.
    pub id: String,
}

/// How far a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum BlockStatus {
    /// It starts at its time.
    Pending,
    /// In force.
    Active,
    /// A review is open.
    InReview,
    /// It never took effect.
    Cancelled,
    /// Lifted.
    Removed,
    /// A word that we don't know: shown as it came.
    Other,
}

/// What Cloudflare did. Its words are free since autumn 2026.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "each is the service's word")]
pub enum BlockKind {
    AccountSuspend,
    CopyrightInterstitial,
    GeoBlock,
    LegalBlock,
    MalwareInterstitial,
    MisleadingInterstitial,
    NetworkBlock,
    PhishingInterstitial,
    PlayfairiteEnforce,
    R2TakedownAccount,
    R2TakedownBucket,
    R2TakedownObject,
    RateLimitCache,
    RedirectVideoStream,
    ZoneFint,
    RegistrarFreeze,
    RegistrarParking,
    StreamBlockAccount,
    UserSuspend,
    WorkersTakedownByZoneId,
    /// A word that we don't know: shown as it came.
    Other,
}

/// What a block is put on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum BlockScope {
    /// An address.
    UrlPattern,
    /// The whole domain.
    Zone,
    /// The whole account.
    Account,
    /// A rule.
    CustomExpression,
    /// A word that we don't know: shown as it came.
    Other,
}

/// How far Cloudflare is with a report about us. Neither word is described.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ReceivedStatus {
    /// Accepted.
    Accepted,
    /// Being reviewed.
    InReview,
    /// A word that we don't know: shown as it came.
    Other,
}

/// Whether a review may be asked for, and why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ReviewOffer {
    /// It may.
    Offered,
    /// Ours waits in the Outbox, or is on its way.
    OnItsWay,
    /// Ours was sent and its answer is lost.
    Unsure,
    /// A review is open already.
    AlreadyOpen,
    /// The block was cancelled before it started.
    Cancelled,
    /// The block was lifted.
    Lifted,
    /// Cloudflare does not show the block any more.
    Gone,
    /// Its status is a word that we don't know.
    UnknownStatus,
}
