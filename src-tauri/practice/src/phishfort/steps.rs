//! *What happens next?* How an incident goes on: by a person's or a test's wish, or by itself.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Action, Entry, Incident, Kind};

/// What happens next to an incident.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// One step on the good way: `pending_review` → `case_building` → `takedown_in_progress`; for monitoring,
    /// `pending_review` → `pre_weaponised`.
    Accepted,
    /// PhishFort needs something from the client: `action_required`.
    Question,
    /// `takedown_success`.
    TakenDown,
    /// `takedown_attempt_failed`.
    Failed,
}

/// How long a new incident waits until it is looked at, and until its takedown begins.
const ACCEPTED_AFTER_MS: i64 = 15_000;
const BEGUN_AFTER_MS: i64 = 40_000;

/// Takes one step.
pub(crate) fn advance(incident: &mut Incident, step: Step, now: Timestamp) {
    let (status, message) = match step {
        Step::Accepted => accepted(incident),
        Step::Question => ("action_required", question(incident.kind)),
        Step::TakenDown => ("takedown_success", "The content has been removed. Takedown successful."),
        Step::Failed => ("takedown_attempt_failed", "The provider declined to remove the content."),
    };
    incident.status = status.to_owned();
    incident.history.push(Entry { message: message.to_owned(), at: now, auto: false });
    if matches!(status, "takedown_in_progress" | "takedown_success") && incident.takedown_began_at.is_none() {
        incident.takedown_began_at = Some(now);
    }
    if step == Step::TakenDown {
        incident.taken_down_at = Some(now);
    }
}

fn accepted(incident: &Incident) -> (&'static str, &'static str) {
    match (incident.action, incident.status.as_str(), incident.takedown_began_at) {
        (Action::Monitor, ..) => ("pre_weaponised", "The incident has been placed in monitoring."),
        (_, "pending_review", _) | (_, "action_required", None) => {
            ("case_building", "An analyst is reviewing the incident and gathering evidence.")
        }
        _ => ("takedown_in_progress", "A takedown request has been sent to the provider."),
    }
}

fn question(kind: Kind) -> &'static str {
    match kind {
        Kind::Url => "Please send a screenshot that shows the whole address bar with the date and time.",
        Kind::Email => "Please send the original e-mail as an .eml file; a forwarded copy has lost its headers.",
        Kind::Phone => "Please tell us the number that was called, and the date, time and time zone of the call.",
        Kind::Ipv4 => "Please send a full address on this IP that shows the harmful content.",
    }
}

/// Moves reported incidents on by their age. Says whether anything changed.
pub(crate) fn bring_news(incidents: &mut [Incident], now: Timestamp) -> bool {
    let mut changed = false;
    for incident in incidents.iter_mut().filter(|incident| incident.by_report) {
        for (from, after_ms) in [("pending_review", ACCEPTED_AFTER_MS), ("case_building", BEGUN_AFTER_MS)] {
            let age_ms = now.as_millisecond() - incident.reported_at.as_millisecond();
            if incident.status == from && age_ms >= after_ms {
                advance(incident, Step::Accepted, now);
                changed = true;
            }
        }
    }
    changed
}
