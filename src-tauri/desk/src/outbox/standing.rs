//! Where a submission stands while it is in the outbox.

use ledger::{Bucket, Standing};

const fn standing(bucket: Bucket, status: &'static str) -> Standing<'static> {
    Standing { bucket, status, raw_status: None, denial: None }
}

/// On its way, or about to be.
pub(crate) const SENDING: Standing<'static> = standing(Bucket::Waiting, "sending");
/// Not sent, and the person must do something.
pub(crate) const NOT_SENT: Standing<'static> = standing(Bucket::NeedsYou, "not_sent");
/// Sent, the answer lost.
pub(crate) const UNSURE: Standing<'static> = standing(Bucket::NeedsYou, "unsure");
