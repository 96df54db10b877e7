//! Reminders of blocks that are about to start, on the desktop: a day and an hour before, once each. They come only while
//! the app runs; the calendar file is what tells of a start without it.
//!
//! "Once each, in order, none lost" is held so:
//!
//! - What was given is noted in the archive after the desktop took it. An app that dies in between gives it again:
//!   rather twice than never.
//! - What falls due while the machine sleeps or the app is closed is given at the next look, in the order in which it
//!   fell due, with the time that is truly left. Both marks of a block that are late together are one notification, and
//!   both are noted: two would say the same at the same moment.
//! - A start that passed with a mark not given is told too, as one that was due.
//! - Only what our archive holds to be pending is told of: a review, a cancelled block, a moved start take back what was
//!   not given yet.

pub(crate) mod due;
pub(crate) mod place;
pub(crate) mod words;
mod worker;

#[cfg(test)]
mod tests;

pub(crate) use worker::Reminders;
