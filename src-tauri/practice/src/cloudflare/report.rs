//! A submitted report as the service keeps it, and the two shapes in which it shows it.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::{CfSwitches, rules::urls::hostname};
use crate::clock::iso;

/// A submitted report of the played service.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CfReport {
    /// What the submission's answer calls `abuse_rand`; opaque to clients.
    pub id: String,
    /// The word of lists: `PHISH`, `GEN`, …, or one never seen before.
    pub kind: String,
    /// The hostname of its URLs.
    pub hostname: String,
    /// Any text: `submitted`, `accepted`, `denied`, or one never seen before.
    pub status: String,
    /// Any text, where it was denied.
    pub denial_reason: Option<String>,
    /// When it was submitted.
    pub cdate: Timestamp,
    /// Its URLs.
    pub urls: Vec<String>,
    /// The optional members of the detail, as the service shows them: `comments`, `justification`, `submitter`, ….
    pub details: Map<String, Value>,
    /// Mails to the submitter, oldest first.
    pub mails: Vec<CfMail>,
    /// The number of its making; orders reports of the same moment.
    pub(crate) number: u64,
    /// Came by a submission and not by a seed: only then the visibility lag and the news by themselves hold for it.
    pub(crate) by_report: bool,
}

/// A mail to the submitter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CfMail {
    /// Its subject.
    pub subject: String,
    /// Plain text.
    pub body: String,
    /// When it was sent.
    pub sent_at: Timestamp,
}

/// A report to be put there as if it had been submitted elsewhere, or long ago.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CfSeed {
    /// Its URLs, of one hostname.
    pub urls: Vec<String>,
    /// The word of lists, or any text; `PHISH` when left out.
    #[serde(default, rename = "type")]
    pub kind: Option<String>,
    /// Any text; `submitted` when left out.
    #[serde(default)]
    pub status: Option<String>,
    /// Any text.
    #[serde(default)]
    pub denial_reason: Option<String>,
    /// When it was submitted; now when left out.
    #[serde(default)]
    pub cdate: Option<Timestamp>,
    /// Its id; a new one when left out.
    #[serde(default)]
    pub id: Option<String>,
    /// What its submitter wrote.
    #[serde(default)]
    pub comments: Option<String>,
    /// Any other optional members of the detail, as the service shows them.
    #[serde(default)]
    pub details: Map<String, Value>,
    /// Mails to the submitter, oldest first.
    #[serde(default)]
    pub mails: Vec<CfMail>,
}

/// A fresh report, undecided unless the seed says otherwise.
pub(crate) fn new_report(id: String, number: u64, seed: CfSeed, now: Timestamp) -> CfReport {
    let mut details = seed.details;
    if let Some(comments) = seed.comments {
        details.insert("comments".into(), comments.into());
    }
    CfReport {
        id: seed.id.unwrap_or(id),
        kind: seed.kind.unwrap_or_else(|| "PHISH".into()),
        hostname: seed.urls.first().and_then(|url| hostname(url)).unwrap_or_default(),
        status: seed.status.unwrap_or_else(|| "submitted".into()),
        denial_reason: seed.denial_reason,
        cdate: seed.cdate.unwrap_or(now),
        urls: seed.urls,
        details,
        mails: seed.mails,
        number,
        by_report: false,
    }
}

/// Adds a mail to the submitter. Subjects and bodies are our own.
pub(crate) fn mail(report: &mut CfReport, about: &str, body: String, sent_at: Timestamp) {
    let subject = format!("[{}] Practice abuse {about}", report.id);
    report.mails.push(CfMail { subject, body, sent_at });
}

/// The optional members of the detail, from a submission's body: lists that were text come back as arrays.
pub(crate) fn details_of(body: &Map<String, Value>) -> Map<String, Value> {
    const AS_SENT: [&str; 12] = [
        "agent_name",
        "comments",
        "host_notification",
        "justification",
        "ncmec_notification",
        "ncsei_subject_representation",
        "original_work",
        "owner_notification",
        "reg_who_request",
        "reported_country",
        "reported_user_agent",
        "title",
    ];
    const LISTS: [(&str, char); 3] = [("source_ips", '\n'), ("destination_ips", '\n'), ("ports_protocols", ',')];
    const SUBMITTER: [(&str, &str); 4] =
        [("company", "company"), ("email", "email"), ("name", "name"), ("tele", "telephone")];

    let sent = |name: &str| body.get(name).cloned();
    let as_sent = AS_SENT.iter().filter_map(|name| Some(((*name).to_owned(), sent(name)?)));
    let lists = LISTS.iter().filter_map(|(name, between)| {
        let items = body.get(*name)?.as_str()?.split(*between);
        Some(((*name).to_owned(), items.map(str::trim).collect::<Vec<_>>().into()))
    });
    let submitter = SUBMITTER.iter().filter_map(|(from, to)| Some(((*to).to_owned(), sent(from)?)));
    let submitter = [("submitter".to_owned(), Value::Object(submitter.collect()))];
    as_sent.chain(lists).chain(submitter).collect()
}

impl CfReport {
    /// Whether a decision is still to come.
    pub(crate) fn is_undecided(&self) -> bool {
        self.status == "submitted"
    }

    pub(crate) fn is_visible(&self, now: Timestamp, switches: &CfSwitches) -> bool {
        let age_ms = now.as_millisecond() - self.cdate.as_millisecond();
        !self.by_report || age_ms >= i64::try_from(switches.visibility_lag_ms).unwrap_or(i64::MAX)
    }

    /// What stands in `domain`.
    pub(super) fn domain<'r>(&'r self, switches: &CfSwitches) -> &'r str {
        let last_two = self.hostname.rmatch_indices('.').nth(1).map(|(at, _)| &self.hostname[at + 1..]);
        last_two.filter(|_| switches.domain_drops_subdomain).unwrap_or(&self.hostname)
    }

    /// The shape in lists.
    pub(super) fn listed(&self, switches: &CfSwitches) -> Map<String, Value> {
        let always = [
            ("id", json!(self.id)),
            ("cdate", json!(iso(self.cdate))),
            ("denial_reason", json!(self.denial_reason)),
            ("domain", json!(self.domain(switches))),
            ("status", json!(self.status)),
            ("type", json!(self.kind)),
        ];
        let mut fields: Map<String, Value> = always.map(|(name, value)| (name.to_owned(), value)).into_iter().collect();
        if let Some(submitter) = self.details.get("submitter") {
            fields.insert("submitter".into(), submitter.clone());
        }
        fields
    }

    /// The shape of a single report.
    pub(super) fn detailed(&self, switches: &CfSwitches) -> Map<String, Value> {
        let mut fields = self.listed(switches);
        fields.insert("dsa_attestation".into(), false.into());
        fields.insert("urls".into(), switches.list(self.urls.iter().map(|url| json!(url)).collect()));
        // After the required ones, so that a seed can say otherwise.
        fields.extend(self.details.clone());
        if !switches.echo_comments {
            fields.remove("comments");
        }
        fields
    }

    /// The mail at this place, as lists show it.
    pub(super) fn mail_shown(&self, place: usize, mail: &CfMail, switches: &CfSwitches) -> Value {
        let recipient = self.details.get("submitter").and_then(|submitter| submitter.get("email"));
        let body = if switches.mails_as_html { format!("<p>{}</p>", mail.body) } else { mail.body.clone() };
        json!({
            "id": format!("{}-{}", self.id, place + 1),
            "subject": mail.subject,
            "body": body,
            "recipient": recipient.and_then(Value::as_str).unwrap_or("unknown@brand.example"),
            "sent_at": iso(mail.sent_at),
        })
    }
}
