//! Our own sites: the blocks on them, asking for a review, and what becomes of it.

mod apart;
mod appealing;
mod archive;
mod bad_days;
mod followed_up;
mod following;
mod lost_answers;
mod not_offered;
mod part_answers;
mod practising;
mod restarts;
mod together;
mod undoing;
mod whole_report;
