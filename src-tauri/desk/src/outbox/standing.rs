//! Where a case stands while its submission is in the outbox.

use ledger::{Bucket, Standing};

const fn standing(bucket: Bucket, status: &'static str) -> Standing<'static> {
    Standing { bucket, status, raw_status: None }
}

/// On its way, or about to be.
pub(crate) const SENDING: Standing<'static> = standing(Bucket::Waiting, "sending");
/// Not sent, and the person must do something.
pub(crate) const NOT_SENT: Standing<'static> = standing(Bucket::NeedsYou, "not_sent");
/// Sent, the answer lost.
pub(crate) const UNSURE: Standing<'static> = standing(Bucket::NeedsYou, "unsure");
/// Taken back.
pub(crate) const DRAFT: Standing<'static> = standing(Bucket::Draft, "draft");
/// Accepted a moment ago: nothing else is known yet.
pub(crate) const ACCEPTED: Standing<'static> = standing(Bucket::Waiting, "pending_review");
