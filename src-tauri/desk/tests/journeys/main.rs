//! What a person goes through, against the played services over real HTTP, with a clock that the test turns.
#![allow(clippy::unwrap_used, missing_docs, reason = "a test says what went wrong by panicking")]

mod already_there;
mod bad_days;
mod case_list;
mod cloudflare;
mod filed;
mod happy;
mod limits;
mod lost_answers;
mod mails;
mod mending;
mod news;
mod old_ledger;
mod playing;
mod queue;
mod reminders;
mod restarts;
mod sites;
mod support;
mod undoing;
