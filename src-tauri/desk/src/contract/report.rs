//! Drafts: what the person types, what is wrong with it, and exactly what a service would receive.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    CaseId, DraftId, EvidenceView, FoundView, Instant, PersonalView, Problem, ProfileId, ReportField, ReportKind,
    Service, TargetKind, TargetView, WantedView,
};

/// What should happen to the target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Wish {
    /// Take it down: it is harmful now.
    #[default]
    Takedown,
    /// Watch it: suspicious, not harmful yet.
    Monitor,
}

/// Everything a person fills in for a report. Saved as typed; a draft may be as wrong as it likes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct DraftFields {
    /// What is suspicious, as typed: a web address or domain, an e-mail address, a phone number, an IPv4 address.
    pub target: String,
    /// What should happen.
    pub wish: Wish,
    /// What the analyst should know.
    pub note: String,
    /// E-mail address that gets PhishFort's status mails; empty for none.
    pub reported_by: String,
    /// PhishFort's id of the brand or client that the report is for; empty for the account's own.
    pub client_id: String,
    /// Phone only: the number that was called or written to.
    pub phone_received_on: String,
    /// Phone only: the day of the call or message, `YYYY-MM-DD`.
    pub phone_date: String,
    /// Phone only: the time of day, `HH:MM`.
    pub phone_time: String,
    /// Phone only: the time zone of day and time, as `Europe/Zurich` or `UTC+1`.
    pub phone_zone: String,
    /// IPv4 only: a harmful web address that is served from it.
    pub ip_address_on_it: String,
    /// Whether PhishFort is told.
    pub to_phishfort: bool,
    /// Whether Cloudflare is told.
    pub to_cloudflare: bool,
    /// Cloudflare: what is wrong.
    pub report_kind: ReportKind,
    /// More web addresses of the same thing, one a line. Cloudflare gets all of them, a report a host; PhishFort finds
    /// them in the note.
    pub more_addresses: String,
    /// The sender profile that fills what it can; empty for the person's own name and address.
    pub profile_id: ProfileId,
    /// Cloudflare: what was filled in by hand. A field that is not here has its [`FillView`]; one that is here and empty
    /// was emptied by hand.
    #[ts(type = "{ [key in ReportField]?: string }")]
    pub answers: BTreeMap<ReportField, String>,
}

impl Default for DraftFields {
    /// An empty form: PhishFort is told, Cloudflare isn't. Drafts of before Cloudflare mean just that.
    fn default() -> Self {
        Self {
            target: String::new(),
            wish: Wish::default(),
            note: String::new(),
            reported_by: String::new(),
            client_id: String::new(),
            phone_received_on: String::new(),
            phone_date: String::new(),
            phone_time: String::new(),
            phone_zone: String::new(),
            ip_address_on_it: String::new(),
            to_phishfort: true,
            to_cloudflare: false,
            report_kind: ReportKind::default(),
            more_addresses: String::new(),
            profile_id: String::new(),
            answers: BTreeMap::new(),
        }
    }
}

/// Where a text comes from that nobody typed into its field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FillSource {
    /// The sender profile.
    Profile,
    /// The note, so that it is typed once.
    Note,
    /// A plain sentence of ours, to be bettered.
    Suggested,
    /// The safest lawful choice.
    Safest,
}

/// What stands in a field of the Cloudflare report until something else is filled in. Never a declaration.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FillView {
    /// Which field.
    pub field: ReportField,
    /// Its text, or the word of a choice.
    pub value: String,
    /// Where it comes from.
    pub from: FillSource,
}

/// One report that Cloudflare would get.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SplitView {
    /// The host, defanged.
    pub hostname: String,
    /// Addresses in it.
    pub addresses: u32,
}

/// How much of PhishFort's limits a report uses.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SizeView {
    /// Files that would be sent.
    pub files: u32,
    /// Most files one report takes: 12.
    pub files_max: u32,
    /// Bytes of the whole request body, to the byte.
    pub bytes: u32,
    /// The body must be smaller than this many bytes: 10,485,760.
    pub bytes_limit: u32,
}

/// A report being written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DraftView {
    /// The draft.
    pub id: DraftId,
    /// The case it belongs to.
    pub case_id: CaseId,
    /// When it was last saved.
    pub saved_at: Instant,
    /// What is filled in.
    pub fields: DraftFields,
    /// The target as it was understood; none while it can't be read.
    pub target: Option<TargetView>,
    /// What kind of target the text looks like, even when it can't be read yet.
    pub kind: Option<TargetKind>,
    /// Its evidence, in the order in which it would be sent.
    pub evidence: Vec<EvidenceView>,
    /// Size of the request as it stands.
    pub size: SizeView,
    /// The brands or clients that can be chosen.
    pub clients: Vec<ClientView>,
    /// Cloudflare: what stands in its fields by itself.
    pub fills: Vec<FillView>,
    /// Cloudflare: the reports that the addresses become, one a host, and one for every 250 addresses.
    pub splits: Vec<SplitView>,
    /// Cloudflare: addresses that were given more than once, and are sent once.
    pub repeated: u32,
    /// What was found in its evidence.
    pub found: FoundView,
}

/// A brand or client that PhishFort lets us report for (their sub-client).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ClientView {
    /// PhishFort's id of it.
    pub id: String,
    /// Its name where PhishFort or the person gave one; the id otherwise.
    pub name: String,
}

/// One part of a request: a JSON member, or a form field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PartView {
    /// The service's name of it.
    pub name: String,
    /// Its text; for a file, the name it is sent under.
    pub value: String,
    /// For a file: its media type.
    pub media_type: Option<String>,
    /// For a file: its size.
    pub size_bytes: Option<u32>,
}

/// Exactly what a service would receive, without the key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PreviewView {
    /// Who would get it.
    pub service: Service,
    /// Cloudflare: the category.
    pub report_kind: Option<ReportKind>,
    /// The target, or the first of the addresses.
    pub target: TargetView,
    /// How many addresses it names.
    pub addresses: u32,
    /// `POST`.
    pub method: String,
    /// The whole address that it goes to.
    pub url: String,
    /// Its headers; the key is shown as dots.
    pub headers: Vec<PartView>,
    /// Its parts, in order.
    pub parts: Vec<PartView>,
    /// Bytes of the body.
    pub bytes: u32,
    /// The reference code that finds it again.
    pub reference: String,
    /// The comment as the service gets it, reference line included.
    pub comment: String,
}

/// A draft, held against everything that is known beforehand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CheckView {
    /// The draft as it was checked.
    pub draft: DraftView,
    /// What stands in the way; empty when it can be sent.
    pub problems: Vec<Problem>,
    /// What would make it stronger, or is worth knowing.
    pub advice: Vec<Problem>,
    /// What PhishFort's handbook asks for, and what of it is there; empty where PhishFort is not told.
    pub wanted: Vec<WantedView>,
    /// What points at the victim in what would be sent.
    pub personal: Vec<PersonalView>,
    /// What would be sent, a request each, in the order of sending. What can't be written yet is left out.
    pub previews: Vec<PreviewView>,
    /// Names this very state of the draft: sending it needs this back.
    pub fingerprint: String,
    /// Seconds between Send and sending; 0 when undo is off, -1 when it waits for Send now.
    pub undo_seconds: i32,
}
