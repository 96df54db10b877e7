#![doc = include_str!("../README.md")]
#![deny(missing_docs)]

mod acts;
mod appeals;
mod assemble;
mod bench;
mod calendar;
mod clock;
mod compose;
pub mod contract;
mod desk;
mod desktop;
mod error;
mod filing;
mod found;
mod outbox;
mod poller;
mod preferences;
mod preflight;
mod random;
mod reminders;
mod services;
mod tables;
mod view;
mod words;

pub use assemble::{Parts, PracticePlace, StartPractice, assemble};
pub use bench::Notices;
pub use clock::{Clock, Sleep, SystemClock};
pub use desk::Desk;
pub use desktop::{Asked, Desktop, NoDesktop};
pub use preferences::{Preferences, PreferencesStore};
pub use random::{Random, SystemRandom};
pub use vault::Vault;

pub(crate) use tables::{guide, kinds, refusals};

/// The commands of the contract, as plain functions: what both hosts call.
pub mod commands {
    pub use crate::acts::*;
}

#[cfg(feature = "fail-points")]
pub use ledger::fail_point;

/// A picture from a clipboard, as PNG: for hosts whose desktop gives bare pixels (RGBA, 8 bits each).
pub use intake::png_of;

/// The word that practice takes for a key. No secret: it opens nothing but the played services on this machine.
pub const PRACTICE_KEY: &str = "practice";
