//! A report about the account, as the service keeps and shows it.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::{
    CfMitigation, SitesSwitches,
    mitigation::{ACTIVE, IN_REVIEW, PENDING},
};
use crate::{CfMail, clock::iso};

/// A report that anyone made about the account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CfReceived {
    /// Opaque to clients.
    pub id: String,
    /// The word of lists: `PHISH`, `DMCA`, …, or any text.
    pub kind: String,
    /// What it is about.
    pub domain: String,
    /// `accepted`, `in_review`, or any text.
    pub status: String,
    /// When it was made.
    pub cdate: Timestamp,
    /// Its addresses.
    pub urls: Vec<String>,
    /// The other optional members: `justification`, `original_work`, `submitter`.
    pub details: Map<String, Value>,
    /// How many of the addresses were found abusive.
    pub accepted_url_count: u64,
    /// Whether it went to a host outside as well.
    pub external_host_notified: bool,
    /// Mails to the customer, oldest first.
    pub mails: Vec<CfMail>,
    /// What was done because of it, in the order of the making.
    pub mitigations: Vec<CfMitigation>,
    /// Appeals of the whole report so far.
    pub appeal_count: u32,
    /// Appeals of the whole report that there may be.
    pub max_appeals: u32,
    /// Since when an appeal of the whole report is undecided, if one is.
    pub appealed_at: Option<Timestamp>,
    /// The number of its making; orders reports of the same moment.
    pub(crate) number: u64,
    /// Its appeal was open from the start and not made here.
    #[serde(default)]
    pub(crate) appealed_by_seed: bool,
    /// Made in bulk: it does not outlive a restart.
    #[serde(skip)]
    pub(crate) in_memory_only: bool,
}

impl CfReceived {
    /// The other reports can't be appealed as a whole.
    pub(super) fn is_dmca(&self) -> bool {
        self.kind == "DMCA"
    }

    /// Whether there is something that an appeal could undo.
    pub(super) fn has_appealable(&self, now: Timestamp) -> bool {
        self.mitigations.iter().any(|mitigation| mitigation.is_appealable(now))
    }

    /// Whether the whole can be appealed.
    pub(super) fn is_appealable(&self, now: Timestamp) -> bool {
        self.is_dmca() && self.appealed_at.is_none() && self.appeal_count < self.max_appeals && self.has_appealable(now)
    }

    /// What lists of its mitigations show.
    pub(super) fn listed(&self, now: Timestamp, switches: &SitesSwitches) -> impl Iterator<Item = &CfMitigation> {
        self.mitigations.iter().filter(move |mitigation| mitigation.is_listed(now, switches))
    }

    /// Adds a mail to the customer. Subjects and bodies are our own.
    pub(super) fn mail(&mut self, about: &str, body: String, sent_at: Timestamp) {
        let subject = format!("[{}] Practice: {about}", self.id);
        self.mails.push(CfMail { subject, body, sent_at });
    }

    /// The one shape there is, in lists and alone.
    pub(super) fn shown(&self, now: Timestamp, switches: &SitesSwitches) -> Map<String, Value> {
        let mut fields = self.bare(now, switches);
        fields.insert("urls".into(), json!(self.urls));
        fields.extend(self.details.clone());
        fields
    }

    /// Its row, as far as a list shows it.
    pub(super) fn row(&self, now: Timestamp, switches: &SitesSwitches) -> Value {
        if switches.unreadable_rows.contains(&self.id) {
            return json!({ "practice": "unreadable" });
        }
        Value::Object(if switches.rows_are_bare { self.bare(now, switches) } else { self.shown(now, switches) })
    }

    fn bare(&self, now: Timestamp, switches: &SitesSwitches) -> Map<String, Value> {
        let seen = |one: &CfMitigation, status: &str| one.seen_at(now, switches) == status;
        let count = |status: &str| self.mitigations.iter().filter(|one| seen(one, status)).count();
        let always = [
            ("id", json!(self.id)),
            ("cdate", json!(iso(self.cdate))),
            ("domain", json!(self.domain)),
            ("type", json!(self.kind)),
            ("status", json!(self.status)),
            (
                "mitigation_summary",
                json!({
                    "accepted_url_count": self.accepted_url_count,
                    "active_count": count(ACTIVE),
                    "in_review_count": count(IN_REVIEW),
                    "pending_count": count(PENDING),
                    "external_host_notified": self.external_host_notified,
                }),
            ),
        ];
        always.map(|(name, value)| (name.to_owned(), value)).into_iter().collect()
    }
}
