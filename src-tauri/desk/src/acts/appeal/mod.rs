//! Asking Cloudflare to review blocks: begin, write, prove, check, send.

mod judge;
mod proof;
mod send;
mod write;

pub use judge::appeal_check;
pub use proof::{appeal_proof_paste, appeal_proof_pick, appeal_proof_remove};
pub(crate) use send::APPEAL;
pub use send::appeal_send;
pub use write::{appeal_begin, appeal_begin_report, appeal_discard, appeal_open, appeal_save};

pub(crate) use write::{begin_rest, show};
