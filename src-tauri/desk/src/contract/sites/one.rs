//! How our sites stand, and one block or report with all that is known of it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::contract::{
    BlockRow, EventView, EvidenceView, FiledDetail, FiledEmail, Following, Instant, PreviewView, ReceivedRow,
    SubmissionView, TargetView,
};

/// How far a refresh is. It reads the list of reports, and then the blocks of each report that changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct SyncView {
    /// Reports of the list that were read.
    pub reports_read: u32,
    /// Reports in the list; 0 while nobody said.
    pub reports_total: u32,
    /// Reports whose blocks were read in this refresh.
    pub lists_read: u32,
    /// Reports whose blocks are to be read in this refresh, the read ones included.
    pub lists_total: u32,
    /// Whether it was told to stop, and only what was asked already is still awaited.
    pub stopping: bool,
}

/// How our sites stand, and how their list is followed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SitesView {
    /// Blocks that we keep.
    pub blocks: u32,
    /// Reports that we keep.
    pub reports: u32,
    /// Blocks for which a review may be asked.
    pub offered: u32,
    /// Blocks that are about to start.
    pub pending: u32,
    /// Whether Cloudflare can be asked, as of the last time.
    pub following: Following,
    /// The service's own words, when something is wrong.
    pub said: Option<String>,
    /// When a refresh last came to its end.
    pub refreshed_at: Option<Instant>,
    /// The refresh that runs.
    pub sync: Option<SyncView>,
    /// Whether a refresh was broken off: the next goes on where it stopped.
    pub unfinished: bool,
    /// Until when Cloudflare asks to be left in peace.
    pub waits_until: Option<Instant>,
    /// Whether reminders are shown on the desktop.
    pub reminders: bool,
    /// Whether the desktop did not take a reminder that is due: it is tried again.
    pub reminders_failing: bool,
}

/// One block with all that is known of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BlockView {
    /// Its row.
    pub row: BlockRow,
    /// The report that led to it.
    pub report: ReceivedRow,
    /// The addresses that the report names.
    pub addresses: Vec<TargetView>,
    /// What was reported, and by whom.
    pub details: Vec<FiledDetail>,
    /// What happened, newest first.
    pub timeline: Vec<EventView>,
    /// What we asked, newest first.
    pub asked: Vec<AskedView>,
}

/// One time that we asked for a review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AskedView {
    /// The request.
    pub submission: SubmissionView,
    /// Our own note, which was not sent.
    pub note: String,
    /// Our own proof, which was not sent.
    pub proof: Vec<EvidenceView>,
    /// Exactly what was sent, or will be.
    pub preview: PreviewView,
}

/// Whether a DMCA report can be answered as a whole, as Cloudflare tells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EligibilityView {
    /// Whether it can be appealed.
    pub appealable: bool,
    /// Whether an appeal is open; none where Cloudflare did not say.
    pub has_open_appeal: Option<bool>,
    /// Whether there is a block that can be appealed.
    pub has_appealable_blocks: Option<bool>,
    /// Appeals so far.
    pub appeal_count: Option<u32>,
    /// Appeals at most.
    pub max_appeals: Option<u32>,
}

/// One report about us with all that is known of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReceivedReportView {
    /// Its row.
    pub row: ReceivedRow,
    /// The addresses that it names.
    pub addresses: Vec<TargetView>,
    /// What was reported, and by whom.
    pub details: Vec<FiledDetail>,
    /// The mails that Cloudflare sent us about it, newest first.
    pub emails: Vec<FiledEmail>,
    /// For DMCA reports: whether the whole can be answered; none where Cloudflare did not say.
    pub eligibility: Option<EligibilityView>,
    /// What happened to it as a whole, newest first.
    pub timeline: Vec<EventView>,
    /// What we asked about it as a whole, newest first.
    pub asked: Vec<AskedView>,
    /// When it was last read at Cloudflare; none while only the list told of it.
    pub read_at: Option<Instant>,
    /// Whether it could be read just now; else this is what we had.
    pub following: Following,
    /// The service's own words, when something is wrong.
    pub said: Option<String>,
}

/// A file that was saved where the person chose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SavedView {
    /// Its name; none when the dialog was cancelled.
    pub name: Option<String>,
    /// How many entries it holds.
    pub entries: u32,
}
