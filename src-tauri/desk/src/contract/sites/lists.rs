//! The two lists: what is asked of them, and their pages.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::contract::{
    BlockKind, BlockRef, BlockScope, BlockStatus, Instant, ReceivedStatus, ReportKind, ReviewOffer, TargetView,
};

/// A way to order rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SortOrder {
    /// Smallest, earliest or first in the alphabet first.
    #[default]
    Ascending,
    /// The other way round.
    Descending,
}

/// What blocks are sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum BlockSort {
    /// What presses most first: those that are about to start by the time left, then those in force, those under
    /// review, and the rest, each newest first.
    #[default]
    Clock,
    /// The address or domain.
    Place,
    /// What Cloudflare did.
    Kind,
    /// What it is put on.
    Scope,
    /// Its status.
    Status,
    /// When it starts or started.
    EffectiveDate,
}

/// What reports about us are sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ReceivedSort {
    /// When Cloudflare received it.
    #[default]
    ReceivedAt,
    /// Its number.
    Id,
    /// The domain.
    Domain,
    /// The category.
    Kind,
    /// Its status.
    Status,
}

/// Which blocks to list. What is empty asks for all.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct BlocksRequest {
    /// Words in the address, the domain or a number.
    pub search: String,
    /// Only those that stand so.
    pub status: Option<BlockStatus>,
    /// Only those of this kind, in the service's word.
    pub raw_kind: Option<String>,
    /// Only those that are put on this.
    pub scope: Option<BlockScope>,
    /// Only those of this report.
    pub report_id: Option<String>,
    /// Only those that start at or after this moment.
    pub starts_from: Option<Instant>,
    /// Only those that start before this moment.
    pub starts_before: Option<Instant>,
    /// By what they are sorted.
    pub sort: BlockSort,
    /// In which order. The clock has its own.
    pub order: SortOrder,
    /// `next` of the page before; none for the first.
    pub after: Option<String>,
}

/// Which reports about us to list. What is empty asks for all.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ReceivedRequest {
    /// Words in the domain, the addresses or the number.
    pub search: String,
    /// Only those about this domain, exactly.
    pub domain: String,
    /// Only those of this category, in the service's word.
    pub raw_type: Option<String>,
    /// Only those that stand so.
    pub status: Option<ReceivedStatus>,
    /// Only those with a block that stands so.
    pub block_status: Option<BlockStatus>,
    /// Only those received at or after this moment.
    pub received_from: Option<Instant>,
    /// Only those received before this moment.
    pub received_before: Option<Instant>,
    /// By what they are sorted.
    pub sort: ReceivedSort,
    /// In which order.
    pub order: SortOrder,
    /// `next` of the page before; none for the first.
    pub after: Option<String>,
}

/// What a block is on, as far as its report tells it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PlaceView {
    /// The address or domain; none where the report names neither.
    pub target: Option<TargetView>,
    /// How many addresses the report names, where it is not told which of them the block is on; else 0, and `target`
    /// is exact. Then `target` is the domain.
    pub one_of: u32,
    /// What it is put on.
    pub scope: BlockScope,
    /// The service's word for that.
    pub raw_scope: String,
    /// The service's number of that. What it holds is not documented.
    pub entity_id: String,
}

/// One block in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BlockRow {
    /// The block.
    pub block: BlockRef,
    /// What it is on.
    pub place: PlaceView,
    /// What Cloudflare did.
    pub kind: BlockKind,
    /// The service's word for that.
    pub raw_kind: String,
    /// How far it is.
    pub status: BlockStatus,
    /// The service's word for that.
    pub raw_status: String,
    /// When it starts or started; none where the service's time can't be read.
    pub effective_at: Option<Instant>,
    /// The service's own text of that time.
    pub raw_effective: String,
    /// Milliseconds until it starts, by the host's clock; only for what is about to start within 49 days, and 0 once the
    /// time is past.
    pub starts_in_ms: Option<u32>,
    /// When we first saw it so.
    pub since: Instant,
    /// When a read of its report stopped showing it; none while Cloudflare shows it.
    pub gone_at: Option<Instant>,
    /// Whether a review may be asked for.
    pub review: ReviewOffer,
    /// When we last asked for a review of it, and it was sent or waits to be.
    pub asked_at: Option<Instant>,
    /// Whether a review was decided against us: it was open, and the block is in force again.
    pub kept: bool,
    /// Whether its report is a DMCA report: then the whole report can be answered as well.
    pub dmca: bool,
}

/// How many blocks there are under the same search and filters, the status filter left out.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[allow(missing_docs, reason = "each counts the status of that name")]
pub struct BlockCounts {
    pub all: u32,
    pub pending: u32,
    pub active: u32,
    pub in_review: u32,
    pub cancelled: u32,
    pub removed: u32,
    pub other: u32,
}

/// One of the service's words that occur, for a filter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WordCount {
    /// The word as it came.
    pub word: String,
    /// How often it occurs, whatever the filters.
    pub count: u32,
}

/// A page of blocks: 100 rows at most.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BlocksView {
    /// The rows.
    pub rows: Vec<BlockRow>,
    /// How many there are in all pages.
    pub total: u32,
    /// Asks for the page after this one.
    pub next: Option<String>,
    /// Counts for the filter of statuses.
    pub counts: BlockCounts,
    /// The kinds that occur, most frequent first.
    pub kinds: Vec<WordCount>,
}

/// One report about us in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReceivedRow {
    /// Cloudflare's number of it.
    pub id: String,
    /// When Cloudflare received it; none where its time can't be read.
    pub received_at: Option<Instant>,
    /// The domain it is about.
    pub domain: TargetView,
    /// Its category, where we know the service's word.
    pub report_kind: Option<ReportKind>,
    /// The service's word for the category.
    pub raw_type: String,
    /// How far it is.
    pub status: ReceivedStatus,
    /// The service's word for that.
    pub raw_status: String,
    /// Addresses that it names.
    pub addresses: u32,
    /// Addresses that Cloudflare accepted.
    pub accepted_addresses: u32,
    /// Blocks about to start.
    pub pending: u32,
    /// Blocks in force.
    pub active: u32,
    /// Blocks under review.
    pub in_review: u32,
    /// Blocks that we keep of it, those that are over included.
    pub blocks: u32,
    /// Whether Cloudflare told the host outside as well.
    pub host_notified: bool,
    /// Whether it is a DMCA report.
    pub dmca: bool,
}

/// A page of reports about us: 100 rows at most.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReceivedView {
    /// The rows.
    pub rows: Vec<ReceivedRow>,
    /// How many there are in all pages.
    pub total: u32,
    /// Asks for the page after this one.
    pub next: Option<String>,
    /// The categories that occur, most frequent first.
    pub kinds: Vec<WordCount>,
}
