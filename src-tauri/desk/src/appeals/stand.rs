//! How a block stands for the person: what may be asked, and when it is decided.

use domain::State;
use ledger::Submission;

use crate::contract::{BlockStatus, ReviewOffer};
use crate::words::from_word;

/// The service's word on our scale; a word that we don't know is `Other`.
pub(crate) fn block_status(raw: &str) -> BlockStatus {
    from_word(raw).unwrap_or(BlockStatus::Other)
}

/// Whether nothing more comes of a block.
pub(super) fn is_resolved(status: BlockStatus) -> bool {
    matches!(status, BlockStatus::Cancelled | BlockStatus::Removed)
}

/// Which of our requests about a block still speaks for it: the newest that the service has, or may get.
pub(crate) fn ask_of(asked: &[Submission]) -> Option<&Submission> {
    asked.iter().find(|one| !matches!(one.state, State::Rejected | State::Undone))
}

/// Whether a review may be asked for. Which states the API takes is not documented: these are the ones that the
/// dashboard offers it in (sheet §8). `shown`: whether `status` shows what became of `ask`.
pub(crate) fn offer(status: BlockStatus, gone: bool, ask: Option<&Submission>, shown: bool) -> ReviewOffer {
    match ask.map(|one| one.state) {
        Some(State::Queued | State::Held | State::Deferred | State::Sending) => return ReviewOffer::OnItsWay,
        Some(State::Unsure) => return ReviewOffer::Unsure,
        Some(State::NeedsPerson) if ask.is_some_and(may_have_left) => return ReviewOffer::Unsure,
        Some(State::NeedsPerson) => return ReviewOffer::OnItsWay,
        Some(State::Accepted) if !shown => return ReviewOffer::AlreadyOpen,
        _ => {}
    }
    match status {
        BlockStatus::Cancelled => ReviewOffer::Cancelled,
        BlockStatus::Removed => ReviewOffer::Lifted,
        _ if gone => ReviewOffer::Gone,
        BlockStatus::InReview => ReviewOffer::AlreadyOpen,
        BlockStatus::Pending | BlockStatus::Active => ReviewOffer::Offered,
        BlockStatus::Other => ReviewOffer::UnknownStatus,
    }
}

fn may_have_left(one: &Submission) -> bool {
    one.status.as_deref() == Some(crate::outbox::standing::UNSURE.status)
}
