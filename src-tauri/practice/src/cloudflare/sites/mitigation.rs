//! A mitigation: what the service did to an address, a zone or the account.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::SitesSwitches;
use crate::clock::iso;

pub(super) const PENDING: &str = "pending";
pub(super) const ACTIVE: &str = "active";
pub(super) const IN_REVIEW: &str = "in_review";
pub(super) const CANCELLED: &str = "cancelled";
pub(super) const REMOVED: &str = "removed";

/// All of them, as the filters know them.
pub(super) const STATUSES: [&str; 5] = [PENDING, ACTIVE, IN_REVIEW, CANCELLED, REMOVED];

/// A mitigation of the played service.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CfMitigation {
    /// Opaque to clients. Whether the real ones are unique beyond their report is unknown.
    pub id: String,
    /// `phishing_interstitial`, …, or any text.
    pub kind: String,
    /// `pending`, `active`, `in_review`, `cancelled`, `removed`, or any text. A pending one becomes active by itself.
    pub status: String,
    /// When it takes effect.
    pub effective_date: Timestamp,
    /// How that is written; none: in UTC with milliseconds.
    pub effective_text: Option<String>,
    /// `url_pattern`, `zone`, `account`, `custom_expression`, or any text.
    pub entity_type: String,
    /// Which one of those; what the real one holds is unknown.
    pub entity_id: String,
    /// Since when a review is open, if one is.
    pub asked_at: Option<Timestamp>,
    /// When it was cancelled or lifted.
    pub resolved_at: Option<Timestamp>,
    /// Its status before the last appeal moved it, and when that was.
    #[serde(default)]
    pub(crate) before_appeal: Option<(String, Timestamp)>,
    /// Its review was open from the start and not asked for here.
    #[serde(default)]
    pub(crate) asked_by_seed: bool,
}

impl CfMitigation {
    /// Its status at this moment. Nothing has to happen for a pending one to begin, so that a clock which is turned by
    /// weeks in one go finds the same as one that ran.
    pub(crate) fn status_at(&self, now: Timestamp) -> &str {
        if self.status == PENDING && self.effective_date <= now { ACTIVE } else { &self.status }
    }

    /// Its status as reading shows it, which may lag behind an appeal.
    pub(super) fn seen_at(&self, now: Timestamp, switches: &SitesSwitches) -> &str {
        let lag = SignedDuration::from_millis(i64::try_from(switches.visibility_lag_ms).unwrap_or(i64::MAX));
        match &self.before_appeal {
            Some((before, moved_at)) if now.duration_since(*moved_at) < lag => before,
            _ => self.status_at(now),
        }
    }

    /// Whether an appeal could undo it.
    pub(super) fn is_appealable(&self, now: Timestamp) -> bool {
        [PENDING, ACTIVE].contains(&self.status_at(now))
    }

    /// Whether it is over.
    pub(super) fn is_resolved(&self) -> bool {
        [CANCELLED, REMOVED].contains(&self.status.as_str())
    }

    /// Whether lists still show it.
    pub(super) fn is_listed(&self, now: Timestamp, switches: &SitesSwitches) -> bool {
        let over_for = self.resolved_at.filter(|_| self.is_resolved()).map(|at| now.duration_since(at));
        let limit = switches.resolved_listed_days.map(|days| SignedDuration::from_hours(i64::from(days) * 24));
        over_for.zip(limit).is_none_or(|(over_for, limit)| over_for < limit)
    }

    /// Sets it so, from now on.
    pub(crate) fn set(&mut self, status: &str, now: Timestamp) {
        self.status = status.to_owned();
        self.asked_at = (status == IN_REVIEW).then_some(now);
        self.resolved_at = self.is_resolved().then_some(now);
        self.before_appeal = None;
        self.asked_by_seed = false;
    }

    /// The shape in lists, and with the status of now in the answers to appeals.
    pub(super) fn shown(&self, status: &str, switches: &SitesSwitches) -> Value {
        if switches.unreadable_rows.contains(&self.id) {
            return json!({ "practice": "unreadable" });
        }
        json!({
            "id": self.id,
            "type": self.kind,
            "status": status,
            "effective_date": self.effective_text.clone().unwrap_or_else(|| iso(self.effective_date)),
            "entity_type": self.entity_type,
            "entity_id": self.entity_id,
        })
    }
}
