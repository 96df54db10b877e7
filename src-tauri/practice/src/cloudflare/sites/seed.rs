//! Reports about the account that are put there, and what a fresh one is.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{
    CfMitigation, CfReceived,
    mitigation::{ACTIVE, IN_REVIEW, PENDING},
};
use crate::CfMail;

/// A report to be put there as if anyone had made it. Only the domain is needed.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CfReceivedSeed {
    /// What it is about.
    pub domain: String,
    /// Its addresses; the domain's first page when left out.
    #[serde(default)]
    pub urls: Vec<String>,
    /// The word of lists, or any text; `PHISH` when left out.
    #[serde(default, rename = "type")]
    pub kind: Option<String>,
    /// Any text; `accepted` when left out.
    #[serde(default)]
    pub status: Option<String>,
    /// When it was made; now when left out.
    #[serde(default)]
    pub cdate: Option<Timestamp>,
    /// Its id; a new one when left out.
    #[serde(default)]
    pub id: Option<String>,
    /// The other optional members: `justification`, `original_work`, `submitter`.
    #[serde(default)]
    pub details: Map<String, Value>,
    /// How many addresses were found abusive; all of them when left out.
    #[serde(default)]
    pub accepted_url_count: Option<u64>,
    /// Whether it went to a host outside as well.
    #[serde(default)]
    pub external_host_notified: bool,
    /// Mails to the customer, oldest first.
    #[serde(default)]
    pub mails: Vec<CfMail>,
    /// What was done because of it.
    #[serde(default)]
    pub mitigations: Vec<CfMitigationSeed>,
    /// Appeals of the whole report so far.
    #[serde(default)]
    pub appeal_count: u32,
    /// Appeals of the whole report that there may be; 2 when left out.
    #[serde(default)]
    pub max_appeals: Option<u32>,
    /// Since when an appeal of the whole report is undecided.
    #[serde(default)]
    pub appealed_at: Option<Timestamp>,
}

/// A mitigation of such a report.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CfMitigationSeed {
    /// Any text; `phishing_interstitial` when left out.
    #[serde(rename = "type")]
    pub kind: Option<String>,
    /// Any text; `active` when left out.
    pub status: Option<String>,
    /// When it takes effect; when left out a day from now for a pending one, the report's date for the others.
    pub effective_date: Option<Timestamp>,
    /// How that is written, readable or not; in UTC with milliseconds when left out.
    pub effective_text: Option<String>,
    /// Any text; `url_pattern` when left out.
    pub entity_type: Option<String>,
    /// Any text; the report's first address when left out.
    pub entity_id: Option<String>,
    /// Its id; a new one when left out.
    pub id: Option<String>,
    /// Since when its review is open; for one that is in review since it took effect, when left out.
    pub asked_at: Option<Timestamp>,
    /// When it was cancelled or lifted; for such a one now, when left out.
    pub resolved_at: Option<Timestamp>,
}

/// What makes new ids: one for a report, given its number, and one for each mitigation.
pub(crate) struct Ids<'w> {
    pub(crate) report: String,
    pub(crate) number: u64,
    pub(crate) of_mitigation: &'w mut dyn FnMut() -> String,
}

/// A fresh report.
pub(crate) fn new_received(seed: CfReceivedSeed, ids: Ids<'_>, now: Timestamp) -> CfReceived {
    let cdate = seed.cdate.unwrap_or(now);
    let urls = if seed.urls.is_empty() { vec![format!("https://{}/", seed.domain)] } else { seed.urls };
    let place = urls.first().cloned().unwrap_or_default();
    let of_mitigation = ids.of_mitigation;
    let made = seed.mitigations.into_iter().map(|seed| new_mitigation(seed, &place, of_mitigation, cdate, now));
    CfReceived {
        mitigations: made.collect(),
        id: seed.id.unwrap_or(ids.report),
        kind: seed.kind.unwrap_or_else(|| "PHISH".into()),
        domain: seed.domain,
        status: seed.status.unwrap_or_else(|| "accepted".into()),
        cdate,
        details: seed.details,
        accepted_url_count: seed.accepted_url_count.unwrap_or(urls.len() as u64),
        external_host_notified: seed.external_host_notified,
        urls,
        mails: seed.mails,
        appeal_count: seed.appeal_count,
        max_appeals: seed.max_appeals.unwrap_or(2),
        appealed_at: seed.appealed_at,
        number: ids.number,
        appealed_by_seed: seed.appealed_at.is_some(),
        in_memory_only: false,
    }
}

fn new_mitigation(
    seed: CfMitigationSeed,
    place: &str,
    new_id: &mut dyn FnMut() -> String,
    cdate: Timestamp,
    now: Timestamp,
) -> CfMitigation {
    let status = seed.status.unwrap_or_else(|| ACTIVE.into());
    let tomorrow = now.saturating_add(SignedDuration::from_hours(24)).unwrap_or(now);
    let effective_date = seed.effective_date.unwrap_or(if status == PENDING { tomorrow } else { cdate });
    let mut made = CfMitigation {
        id: seed.id.unwrap_or_else(new_id),
        kind: seed.kind.unwrap_or_else(|| "phishing_interstitial".into()),
        asked_at: seed.asked_at.or_else(|| (status == IN_REVIEW).then_some(effective_date)),
        status,
        effective_date,
        effective_text: seed.effective_text,
        entity_type: seed.entity_type.unwrap_or_else(|| "url_pattern".into()),
        entity_id: seed.entity_id.unwrap_or_else(|| place.to_owned()),
        resolved_at: seed.resolved_at,
        before_appeal: None,
        asked_by_seed: false,
    };
    made.asked_by_seed = made.asked_at.is_some();
    if made.is_resolved() {
        made.resolved_at = made.resolved_at.or(Some(now));
    }
    made
}
