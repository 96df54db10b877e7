//! An incident as the service keeps it, and the two shapes in which it shows it.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::rules;
use crate::{SentFile, Switches, clock::iso};

/// What was asked for: the last part of the report's path.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Action {
    /// A takedown.
    #[serde(rename = "tkd")]
    Takedown,
    /// Monitoring.
    #[serde(rename = "monitor")]
    Monitor,
}

/// What was reported.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A web address or domain.
    #[default]
    Url,
    /// An e-mail address.
    Email,
    /// A phone number.
    Phone,
    /// An IPv4 address.
    Ipv4,
}

impl Kind {
    /// The service's own word in `incidentType`.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Url => "domain",
            Self::Email => "email",
            Self::Phone => "phone",
            Self::Ipv4 => "ipv4",
        }
    }
}

/// One line of an incident's history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Entry {
    pub(crate) message: String,
    pub(crate) at: Timestamp,
    /// Written by the service itself and not by an analyst.
    pub(crate) auto: bool,
}

/// An incident of the played service.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Incident {
    /// Opaque to clients.
    pub id: String,
    /// Takedown or monitoring.
    pub action: Action,
    /// What kind of thing was reported.
    pub kind: Kind,
    /// What was reported, as it was sent.
    pub subject: String,
    /// Any text: the service's eleven values, or one never seen before.
    pub status: String,
    /// When it was reported.
    pub reported_at: Timestamp,
    /// Whose status mails it is.
    pub reported_by: Option<String>,
    /// The brand it was reported for.
    pub client_id: Option<String>,
    /// The number of its making; orders incidents of the same moment.
    pub(crate) number: u64,
    /// Came by a report and not by a seed: only then the visibility lag and the news by themselves hold for it.
    pub(crate) by_report: bool,
    pub(crate) history: Vec<Entry>,
    pub(crate) attachments: Vec<SentFile>,
    pub(crate) takedown_began_at: Option<Timestamp>,
    pub(crate) taken_down_at: Option<Timestamp>,
}

/// An incident to be put there as if it had been reported long ago.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Seed {
    /// What was reported.
    pub subject: String,
    /// What kind of thing it is.
    #[serde(default)]
    pub kind: Kind,
    /// Takedown when left out.
    #[serde(default)]
    pub action: Option<Action>,
    /// Any text; `pending_review` when left out.
    #[serde(default)]
    pub status: Option<String>,
    /// When it was reported; now when left out.
    #[serde(default)]
    pub timestamp: Option<Timestamp>,
    /// Its id; a new one when left out.
    #[serde(default)]
    pub id: Option<String>,
    /// Who reported it.
    #[serde(default)]
    pub reported_by: Option<String>,
    /// For which brand.
    #[serde(default)]
    pub client_id: Option<String>,
    /// What happened to it, oldest first.
    #[serde(default)]
    pub history: Vec<SeedEntry>,
}

/// One line of a seeded incident's history.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SeedEntry {
    /// What it says.
    pub message: String,
    /// When.
    pub timestamp: Timestamp,
}

/// A fresh incident, under review, with the one line that the service writes itself.
pub(crate) fn new_incident(id: String, number: u64, seed: Seed, now: Timestamp) -> Incident {
    let reported_at = seed.timestamp.unwrap_or(now);
    let created = Entry { message: "Incident created".into(), at: reported_at, auto: true };
    let told = seed.history.into_iter().map(|e| Entry { message: e.message, at: e.timestamp, auto: false });
    let history: Vec<Entry> = std::iter::once(created).chain(told).collect();
    let status = seed.status.unwrap_or_else(|| "pending_review".into());
    let taken_down_at = history.last().filter(|_| status == "takedown_success").map(|entry| entry.at);
    Incident {
        id: seed.id.unwrap_or(id),
        action: seed.action.unwrap_or(Action::Takedown),
        kind: seed.kind,
        subject: seed.subject,
        status,
        reported_at,
        reported_by: seed.reported_by,
        client_id: seed.client_id,
        number,
        by_report: false,
        history,
        attachments: Vec::new(),
        takedown_began_at: None,
        taken_down_at,
    }
}

impl Incident {
    /// Whether nothing more is to be expected. Only `closed` is documented as an end; the two outcomes are taken for
    /// one here, so that *What happens next?* goes to a case that still waits.
    pub(crate) fn is_at_an_end(&self) -> bool {
        ["closed", "takedown_success", "takedown_attempt_failed"].contains(&self.status.as_str())
    }

    /// Whether lists and lookups show it yet.
    pub(crate) fn is_visible(&self, now: Timestamp, switches: &Switches) -> bool {
        let age_ms = now.as_millisecond() - self.reported_at.as_millisecond();
        !self.by_report || age_ms >= i64::try_from(switches.visibility_lag_ms).unwrap_or(i64::MAX)
    }

    /// Whether a lookup by this text finds it. Exact text only: whether `https://x/` and `x` find the same incident
    /// at the real service is unknown.
    pub(crate) fn answers_to(&self, text: &str) -> bool {
        self.subject == text || (self.kind == Kind::Url && rules::domain_of(&self.subject) == text)
    }

    /// The shape in lists: the fields of a basic incident, absent where the sheet says they may be.
    pub(crate) fn basic(&self, switches: &Switches) -> Map<String, Value> {
        let domain = rules::domain_of(&self.subject);
        let is_url = self.kind == Kind::Url;
        let goes_deeper = is_url && rules::has_path(&self.subject);
        let resolved = is_url && !goes_deeper && switches.subject_resolved;
        let shown = if resolved { domain } else { self.subject.as_str() };
        let last_entry = self.history.iter().map(|entry| entry.at).max();
        let optional = [
            ("clientId", self.client_id.clone()),
            ("domain", goes_deeper.then(|| domain.to_owned())),
            ("url", (is_url && shown != domain).then(|| self.subject.clone())),
            ("lastHistoryUpdateTimestamp", last_entry.map(iso)),
            ("burnStartedTimestamp", self.takedown_began_at.map(iso)),
            ("takedownTimestamp", self.taken_down_at.map(iso)),
            ("reportedBy", self.reported_by.clone()),
        ];
        let always = [
            ("id", self.id.as_str()),
            ("safeDomain", "practice.example"),
            ("subject", shown),
            ("incidentType", self.kind.word()),
            ("source", "PRACTICE"),
            ("status", &self.status),
            ("timestamp", &iso(self.reported_at)),
            ("incidentClass", "n/a"),
        ];
        let mut fields = Map::new();
        fields.extend(always.map(|(name, value)| (name.to_owned(), json!(value))));
        fields.extend(optional.into_iter().filter_map(|(name, value)| Some((name.to_owned(), json!(value?)))));
        fields
    }

    /// The shape of a single incident. The entries of `attachments` and the type of `waitForClient` are our own
    /// reading: nobody has described them.
    pub(crate) fn detailed(&self, switches: &Switches) -> Map<String, Value> {
        let removed = self.status == "takedown_success";
        let history: Vec<Value> = self.history.iter().map(Entry::shown).collect();
        let attachments: Vec<Value> = self.attachments.iter().map(attachment).collect();
        let state = json!({
            "unresponsive": false, "warningBanner": false, "responsive": !removed, "contentRemoved": removed,
            "redirect": false, "inconclusive": false,
            "timestamp": self.history.iter().map(|entry| entry.at).max().map(iso),
        });
        let mut fields = self.basic(switches);
        fields.insert("incidentState".into(), state);
        fields.insert("history".into(), history.into());
        fields.insert("attachments".into(), attachments.into());
        fields.insert("waitForClient".into(), (self.status == "action_required").into());
        if self.kind == Kind::Url {
            fields.insert("registrar".into(), json!({ "name": "Practice Registrar" }));
        }
        fields
    }
}

impl Entry {
    fn shown(&self) -> Value {
        let kind = if self.auto { "info/auto" } else { "info" };
        json!({ "message": self.message, "timestamp": iso(self.at), "type": kind })
    }
}

fn attachment(file: &SentFile) -> Value {
    json!({ "name": file.name, "mimeType": file.mime, "size": file.size_bytes })
}
