//! "Would this be refused?": every known ground for a refusal, and what is done about it beforehand.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::ProblemCode;

/// Where a ground for a refusal comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RefusalSource {
    /// Cloudflare's answer to a report.
    CloudflareAnswer,
    /// Cloudflare's decision on a report that it took.
    CloudflareDenial,
    /// PhishFort's rules.
    Phishfort,
}

/// What is done about a ground for a refusal before anything is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RefusalCheck {
    /// It is checked, and stands in the way until it is mended.
    Blocks,
    /// What can be seen of it from here is checked, and told as advice.
    Advises,
    /// The app fills this in by itself, so it can't be wrong.
    CantHappen,
    /// It can't be known here, and the table says so instead of pretending.
    CantBeKnown,
}

/// One ground for a refusal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RefusalRow {
    /// Where it comes from.
    pub source: RefusalSource,
    /// The service's or the rule's name.
    pub name: String,
    /// What is done about it.
    pub check: RefusalCheck,
    /// What the person is told, where it is checked.
    pub problems: Vec<ProblemCode>,
}
