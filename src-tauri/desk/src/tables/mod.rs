//! The tables that the desk owns and the window is given: kinds of report, the guide, grounds for a refusal.

mod guide;
mod kinds;
mod refusals;

pub(crate) use guide::guide;
pub(crate) use kinds::{COMMENTS_MAX, kinds, rule};
pub(crate) use refusals::refusals;
