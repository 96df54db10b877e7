//! `GET /accounts/{account_id}/abuse-reports/submitted/{report_id}`: one report that the account sent.

use http_kit::{Answer, Request};
use serde_json::{Map, Value};

use crate::client::get;
use crate::error::result;
use crate::tolerant::{flag, lines, member};
use crate::{AccountId, Endpoint, Error, Lookup, ReportId, SubmittedRow};

/// Asks for one report that the account sent, with what it said.
///
/// Page: "Get submitted report". **Not documented**: whether texts come back exactly as they were sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadSubmitted {
    /// The account that sent it.
    pub account: AccountId,
    /// The report.
    pub report_id: ReportId,
}

/// One report that the account sent, with what it said. Lists are read from arrays and from lines alike: what is sent
/// as one string comes back as an array.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Submitted {
    /// What lists tell as well.
    pub row: SubmittedRow,
    /// The reported addresses.
    pub urls: Vec<String>,
    /// A statement under the EU's Digital Services Act; the API has no field to send it.
    pub dsa_attestation: Option<bool>,
    /// The copyright holder.
    pub agent_name: Option<String>,
    /// Additional comments.
    pub comments: Option<String>,
    /// `on` or absent; the API has no field to send it.
    pub court: Option<String>,
    /// IP addresses that were attacked.
    pub destination_ips: Vec<String>,
    /// What the host is told.
    pub host_notification: Option<String>,
    /// What was described.
    pub justification: Option<String>,
    /// What NCMEC is told.
    pub ncmec_notification: Option<String>,
    /// Whether the sender is the person shown.
    pub ncsei_subject_representation: Option<bool>,
    /// The original work, or the brand.
    pub original_work: Option<String>,
    /// What the site's owner is told.
    pub owner_notification: Option<String>,
    /// Ports and protocols.
    pub ports_protocols: Vec<String>,
    /// What a registrar request said: names and values, texts as they are and everything else as JSON.
    pub reg_who_request: Vec<(String, String)>,
    /// Country, two letters.
    pub reported_country: Option<String>,
    /// Browser.
    pub reported_user_agent: Option<String>,
    /// IP addresses that attacked.
    pub source_ips: Vec<String>,
    /// Finer kinds; the API has no field to send them.
    pub subtypes: Vec<String>,
    /// The sender's title.
    pub title: Option<String>,
    /// `on` or absent; the API has no field to send it.
    pub udrp: Option<String>,
    /// `on` or absent; the API has no field to send it.
    pub urs: Option<String>,
}

impl Submitted {
    fn from_object(report: &Map<String, Value>) -> Option<Self> {
        let text = |name| member(report, name);
        Some(Self {
            row: SubmittedRow::from_object(report)?,
            urls: lines(report, "urls"),
            dsa_attestation: flag(report, "dsa_attestation"),
            agent_name: text("agent_name"),
            comments: text("comments"),
            court: text("court"),
            destination_ips: lines(report, "destination_ips"),
            host_notification: text("host_notification"),
            justification: text("justification"),
            ncmec_notification: text("ncmec_notification"),
            ncsei_subject_representation: flag(report, "ncsei_subject_representation"),
            original_work: text("original_work"),
            owner_notification: text("owner_notification"),
            ports_protocols: ports(report),
            reg_who_request: request(report),
            reported_country: text("reported_country"),
            reported_user_agent: text("reported_user_agent"),
            source_ips: lines(report, "source_ips"),
            subtypes: lines(report, "subtypes"),
            title: text("title"),
            udrp: text("udrp"),
            urs: text("urs"),
        })
    }
}

/// Ports are sent with commas between them, so a string of them may come back with commas too.
fn ports(report: &Map<String, Value>) -> Vec<String> {
    let lines = lines(report, "ports_protocols");
    let items = lines.iter().flat_map(|line| line.split(',')).map(str::trim).filter(|item| !item.is_empty());
    items.map(str::to_owned).collect()
}

fn request(report: &Map<String, Value>) -> Vec<(String, String)> {
    let members = report.get("reg_who_request").and_then(Value::as_object).into_iter().flatten();
    let told = members.filter(|(_, value)| !value.is_null());
    told.map(|(name, value)| (name.clone(), value.as_str().map_or_else(|| value.to_string(), str::to_owned))).collect()
}

impl Endpoint for ReadSubmitted {
    type Response = Submitted;

    fn request(&self) -> Request {
        get(self.account.reports().then("/submitted").push(&self.report_id.0))
    }

    fn read(answer: &Answer) -> Result<Submitted, Error> {
        let result = result(answer)?;
        let report = result.as_object().and_then(Submitted::from_object);
        report.ok_or_else(|| Error::unreadable("result.id", answer))
    }
}

impl Lookup for ReadSubmitted {}
