//! What PhishFort's answers mean for us: which incident is ours, which may be, what is news.

use domain::{Moment, Reference, Target};
use http_kit::{Body, Part};
use phishfort::{Incident, Status};

use super::{Baseline, CandidateView, CaseStatus, News, PartView, Payload, Sighting, SiteFlag, status};

/// How far PhishFort's clock may lie behind ours when only ours is known.
const SKEW: std::time::Duration = std::time::Duration::from_secs(120);

/// A report that is being looked for.
pub(super) struct Search<'a> {
    pub payload: &'a Payload,
    pub baseline: &'a Baseline,
    pub reference: &'a str,
    pub sent_at: Moment,
}

impl Search<'_> {
    /// Whether an incident is our report, may be it, or is nothing of ours.
    pub(super) fn judge(&self, incident: &Incident) -> Option<Sighting> {
        let number = incident.id.clone()?;
        let known = self.baseline.known.contains(&number);
        let exact = Sighting::Exact { number, url: None };
        // Our own code is proof even for what was there before a second send: then the first one had arrived.
        if incident.mentions(self.reference) {
            return Some(exact);
        }
        // Another code is another report of ours.
        if known || incident.mentions(Reference::PREFIX) || !self.same_subject(incident) {
            return None;
        }
        let ours = match (&self.payload.reported_by, &incident.reported_by) {
            (Some(ours), Some(theirs)) => ours.eq_ignore_ascii_case(theirs.trim()),
            _ => false,
        };
        let after = incident
            .timestamp
            .as_deref()
            .and_then(|at| Moment::parse_iso(at).ok())
            .is_some_and(|at| at >= self.sent_at - SKEW);
        if ours && after { Some(exact) } else { candidate(incident).map(|one| Sighting::Candidates(vec![one])) }
    }

    fn same_subject(&self, incident: &Incident) -> bool {
        let Ok(target) = Target::parse(&self.payload.subject) else { return false };
        [&incident.subject, &incident.url, &incident.domain]
            .into_iter()
            .flatten()
            .any(|theirs| target.same_subject(theirs))
    }
}

/// Whether PhishFort still works on it. A status that we don't know is not called over.
pub(super) fn is_open(incident: &Incident) -> bool {
    !matches!(incident.status, Some(Status::Closed | Status::TakedownSuccess))
}

pub(super) fn candidate(incident: &Incident) -> Option<CandidateView> {
    Some(CandidateView {
        number: incident.id.clone()?,
        at: incident.timestamp.as_deref().and_then(|at| Moment::parse_iso(at).ok()).map(Moment::iso),
        reported_by: incident.reported_by.clone(),
        status: incident.status.as_ref().map(|status| status.as_str().to_owned()),
    })
}

pub(super) fn news(incident: &Incident) -> News {
    let raw = incident.status.as_ref();
    let entry = |entry: &phishfort::HistoryEntry| {
        let at = entry.timestamp.as_deref().and_then(|at| Moment::parse_iso(at).ok());
        entry.message.clone().map(|message| (at, message))
    };
    let mut history: Vec<_> = incident.history.iter().filter_map(entry).collect();
    history.sort_by_key(|(at, _)| *at);
    News {
        status: raw.map_or(CaseStatus::Other, status),
        raw_status: raw.map(|raw| raw.as_str().to_owned()),
        denial: None,
        flags: Some(incident.state.iter().map(|(name, set)| SiteFlag { name: name.clone(), set: *set }).collect()),
        history,
    }
}

pub(super) fn text_part(name: &str, value: &str) -> PartView {
    PartView { name: name.into(), value: value.into(), media_type: None, size_bytes: None }
}

/// The body's members or form fields, in their order.
pub(super) fn parts(body: &Body) -> Vec<PartView> {
    match body {
        Body::None => Vec::new(),
        Body::Json(text) => match serde_json::from_slice(text) {
            Ok(serde_json::Value::Object(members)) => {
                members.iter().map(|(name, value)| text_part(name, value.as_str().unwrap_or_default())).collect()
            }
            _ => Vec::new(),
        },
        Body::Multipart(multipart) => multipart.parts.iter().map(form_part).collect(),
    }
}

fn form_part(part: &Part) -> PartView {
    match part {
        Part::Text { name, value } => text_part(name, value),
        Part::File { name, file_name, media_type, size, .. } => PartView {
            name: name.clone(),
            value: file_name.clone(),
            media_type: Some(media_type.clone()),
            size_bytes: Some(crate::view::size(*size)),
        },
    }
}
