//! Drafts: what the person types, what is wrong with it, and exactly what a service would receive.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    CaseId, DraftId, EvidenceId, EvidenceView, Instant, ProfileId, ReportField, ReportKind, Service, TargetKind,
    TargetView,
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
}

/// A brand or client that PhishFort lets us report for (their sub-client).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ClientView {
    /// PhishFort's id of it.
    pub id: String,
    /// Its name where PhishFort or the person gave one; the id otherwise.
    pub name: String,
}

/// A field of the report form, for placing a problem.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "each is the field of that name")]
pub enum FieldId {
    Target,
    Note,
    ReportedBy,
    ClientId,
    PhoneReceivedOn,
    PhoneDate,
    PhoneTime,
    PhoneZone,
    IpAddressOnIt,
    Evidence,
    Key,
    /// Who should hear it.
    Recipients,
    /// What is wrong, for Cloudflare.
    ReportKind,
    MoreAddresses,
    /// A field of the Cloudflare report: `report_field` says which.
    Report,
    /// Cloudflare's token.
    CloudflareKey,
    /// Cloudflare's account.
    CloudflareAccount,
}

/// What stands in the way of sending, or would make the report stronger.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ProblemCode {
    /// Nothing to report was typed.
    TargetMissing,
    /// It is none of the four kinds, or not wholly typed.
    TargetUnreadable,
    /// A web address that can't be read.
    WebUnreadable,
    /// An e-mail address that can't be read.
    EmailUnreadable,
    /// A phone number that is not in international form.
    PhoneUnreadable,
    /// An IPv4 address that can't be read.
    IpUnreadable,
    /// An IPv6 address: PhishFort does not take them.
    Ipv6,
    /// More than one target was typed.
    SeveralTargets,
    /// One of our own sites or domains; `text` names it.
    OwnDomain,
    /// A mail provider's whole domain; `text` names it.
    MailProvider,
    /// A host shared by many sites, without the part that is the bad one; `text` names it.
    SharedHost,
    /// An address of a private network, of this computer, or of no computer.
    PrivateAddress,
    /// The note is longer than `limit` characters; `count` of them.
    NoteTooLong,
    /// The reporter's e-mail address can't be read.
    ReporterUnreadable,
    /// The brand or client id has characters that can't stand in one.
    ClientUnreadable,
    /// The other phone number is missing.
    PhoneReceivedOnMissing,
    /// The other phone number can't be read.
    PhoneReceivedOnUnreadable,
    /// The day is missing.
    PhoneDateMissing,
    /// The day can't be read, or lies ahead.
    PhoneDateUnreadable,
    /// The time of day is missing.
    PhoneTimeMissing,
    /// The time of day can't be read.
    PhoneTimeUnreadable,
    /// The time zone is missing.
    PhoneZoneMissing,
    /// A harmful web address on the IP is missing.
    IpAddressMissing,
    /// The harmful web address on the IP can't be read.
    IpAddressUnreadable,
    /// More than `limit` files; `count` of them.
    TooManyFiles,
    /// The request would have `count` bytes; it must stay below `limit`.
    TooBig,
    /// A file that is marked to be sent can't be: `evidence_id` says which, its view says why.
    FileNotTaken,
    /// A file's bytes are missing or changed on disk: `evidence_id` says which.
    FileDamaged,
    /// There is no key for the service yet.
    KeyMissing,
    /// Advice: nobody gets PhishFort's status mails.
    NoReporter,
    /// Advice: no picture of what a visitor sees.
    NoPicture,
    /// Advice: no original mail with its headers.
    NoOriginalMail,
    /// Advice: nothing says what is wrong with it.
    NoNote,
    /// Advice: we reported the same target before; `text` is the case's number or time, `case_id` the case.
    ReportedBefore,
    /// Advice: the domain alone, where the exact page would be stronger.
    NoPath,
    /// Nobody is ticked to be told.
    NobodyTold,
    /// PhishFort takes this kind of target, Cloudflare web addresses only.
    CloudflareTakesWeb,
    /// One of the further addresses can't be read; `text` has it.
    AddressUnreadable,
    /// One of the further addresses is our own; `text` names the site.
    AddressIsOurs,
    /// A field of the Cloudflare report is empty.
    FieldMissing,
    /// It has `count` characters and needs `limit`.
    FieldTooShort,
    /// It has `count` characters and may have `limit`.
    FieldTooLong,
    /// A list has `count` items and may have `limit`.
    TooManyItems,
    /// A list names the same twice; `text` has it.
    ItemTwice,
    /// An item of a list can't be read; `text` has it.
    ItemUnreadable,
    /// An e-mail address can't be read.
    FieldEmailUnreadable,
    /// A country is not told by its two letters.
    CountryUnreadable,
    /// A statement is not ticked.
    StatementMissing,
    /// The signature is not the name.
    SignatureDiffers,
    /// The comments have `count` characters with the reference line, and may have `limit`.
    CommentsTooLong,
    /// The address is one of a network or computer, which can't be on Cloudflare; `text` has it.
    NotOnCloudflare,
    /// There is no token for Cloudflare.
    CloudflareKeyMissing,
    /// No Cloudflare account is chosen.
    CloudflareAccountMissing,
    /// Cloudflare took this very address from us within seven days, and would refuse it; `text` is the number or time,
    /// `case_id` the case.
    ReportedThisWeek,
    /// Advice: Cloudflare said that this account may not file reports.
    NotEntitledYet,
    /// Advice: nobody here can tell whether the site is on Cloudflare.
    OnCloudflareUnknown,
    /// Advice: the addresses become `count` reports, one a host.
    SplitByHost,
    /// Advice: more than 250 addresses on a host; they become `count` reports.
    SplitBySize,
    /// Advice: `count` addresses were given more than once and are sent once.
    SentOnce,
    /// Advice: PhishFort gets the first address as its target and the `count` others in the note.
    OthersInNote,
    /// Advice: `count` files stay with PhishFort and in the case, since Cloudflare takes none.
    FilesStay,
    /// Advice: the words of what was seen are our own plain sentence.
    OurSentence,
    /// Advice: what was seen is told in few words.
    ThinStory,
    /// Advice: the original work is not told by its address.
    OriginalWithoutAddress,
    /// Advice: nothing says from where or with what the page was seen.
    NoWayToSeeIt,
    /// Advice: another category fits what was written better.
    PerhapsOtherKind,
    /// Advice: the owner of the site is told our name.
    OwnerHearsName,
    /// Advice: this goes to the police first.
    PoliceFirst,
    /// Advice: a name in a domain without harm is a matter for a domain dispute.
    PerhapsDispute,
}

/// One thing to mend, or one piece of advice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Problem {
    /// What it is.
    pub code: ProblemCode,
    /// Where it is mended.
    pub field: FieldId,
    /// Which field of the Cloudflare report, where it is one.
    pub report_field: Option<ReportField>,
    /// The file that it is about.
    pub evidence_id: Option<EvidenceId>,
    /// An earlier case that it is about.
    pub case_id: Option<CaseId>,
    /// How many there are.
    pub count: Option<u32>,
    /// How many there may be.
    pub limit: Option<u32>,
    /// What it names.
    pub text: Option<String>,
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
    /// What would be sent, a request each, in the order of sending. What can't be written yet is left out.
    pub previews: Vec<PreviewView>,
    /// Names this very state of the draft: sending it needs this back.
    pub fingerprint: String,
    /// Seconds between Send and sending; 0 when undo is off, -1 when it waits for Send now.
    pub undo_seconds: i32,
}
