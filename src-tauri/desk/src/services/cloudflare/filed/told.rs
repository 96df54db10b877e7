//! What Cloudflare tells of a filed report, as the cache keeps it: as it came, to be made harmless where it is shown.

use cloudflare_abuse::{Mail, Submitted, SubmittedRow};
use domain::Moment;
use ledger::FiledRow;
use serde::{Deserialize, Serialize};

use crate::contract::{ReportKind, TargetKind};

/// What a report says, beyond its row. Kept as JSON; fields are only ever added.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Told {
    pub urls: Vec<String>,
    /// The service's names and texts, in our order. Lists have a line an item.
    pub details: Vec<(String, String)>,
}

/// A mail about a report. Kept as JSON; fields are only ever added.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct ToldMail {
    /// As it came.
    pub sent_at: Option<String>,
    pub recipient: String,
    pub subject: String,
    pub body: String,
}

impl Told {
    pub(super) fn of(report: &Submitted) -> Self {
        let yes_or_no = |flag: Option<bool>| flag.map(|yes| if yes { "yes" } else { "no" }.to_owned());
        let lines = |items: &[String]| (!items.is_empty()).then(|| items.join("\n"));
        let submitter = report.row.submitter.clone().unwrap_or_default();
        let before = [
            ("justification", report.justification.clone()),
            ("original_work", report.original_work.clone()),
            ("agent_name", report.agent_name.clone()),
            ("ncsei_subject_representation", yes_or_no(report.ncsei_subject_representation)),
            ("source_ips", lines(&report.source_ips)),
            ("destination_ips", lines(&report.destination_ips)),
            ("ports_protocols", lines(&report.ports_protocols)),
            ("comments", report.comments.clone()),
            ("subtypes", lines(&report.subtypes)),
        ];
        let after = [
            ("name", submitter.name),
            ("email", submitter.email),
            ("company", submitter.company),
            ("telephone", submitter.telephone),
            ("title", report.title.clone()),
            ("host_notification", report.host_notification.clone()),
            ("owner_notification", report.owner_notification.clone()),
            ("ncmec_notification", report.ncmec_notification.clone()),
            ("reported_country", report.reported_country.clone()),
            ("reported_user_agent", report.reported_user_agent.clone()),
            ("dsa_attestation", yes_or_no(report.dsa_attestation)),
            ("court", report.court.clone()),
            ("udrp", report.udrp.clone()),
            ("urs", report.urs.clone()),
        ];
        let named = |(name, text): (&str, Option<String>)| Some((name.to_owned(), text?));
        let request = report.reg_who_request.iter().cloned();
        let details = before.into_iter().filter_map(named).chain(request).chain(after.into_iter().filter_map(named));
        Self { urls: report.urls.clone(), details: details.collect() }
    }
}

impl ToldMail {
    pub(in super::super) fn of(mail: Mail) -> Self {
        Self {
            sent_at: mail.sent_at,
            recipient: mail.recipient.unwrap_or_default(),
            subject: mail.subject.unwrap_or_default(),
            body: mail.body.unwrap_or_default(),
        }
    }
}

/// A report of the list as the cache keeps it, with the words that a person may look for it by.
pub(super) fn row(row: &SubmittedRow) -> FiledRow {
    let text = |word: Option<String>| word.unwrap_or_default();
    let raw_type = text(row.kind.as_ref().map(ToString::to_string));
    let domain = text(row.domain.clone());
    let unicode = text(crate::view::sent_target(&domain, TargetKind::Web).unicode.map(|name| domain::refang(&name)));
    let category = super::category(&raw_type).map_or("", search_words);
    FiledRow {
        id: row.id.clone(),
        cdate: row.cdate.as_deref().and_then(|text| Moment::parse_iso(text).ok()),
        raw_status: text(row.status.as_ref().map(ToString::to_string)),
        raw_denial: row.denial_reason.as_ref().map(ToString::to_string),
        submitter_email: row.submitter.as_ref().and_then(|submitter| submitter.email.clone()),
        words: format!("{category} {unicode}").trim().to_owned(),
        raw_type,
        domain,
    }
}

/// What a person may type to find the reports of a category: the list's own words are `PHISH` and `REG_WHO`.
pub(in super::super) fn search_words(kind: ReportKind) -> &'static str {
    match kind {
        ReportKind::Phishing => "phishing malware",
        ReportKind::Trademark => "trademark",
        ReportKind::Dmca => "copyright dmca",
        ReportKind::Threat => "threats harassment",
        ReportKind::Ncsei => "intimate images",
        ReportKind::Children => "child abuse",
        ReportKind::RegistrarWhois => "registrar whois domain owner",
        ReportKind::General => "general network",
    }
}
