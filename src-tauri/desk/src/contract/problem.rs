//! What stands in the way of sending, and what would make a report stronger.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{CaseId, EvidenceId, Instant, ReportField};

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
    /// Several addresses were found, and none is chosen; `count` of them.
    TargetUnchosen,
    /// No web address was found in the mail.
    TargetNotFound,
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
    /// When what it names happened.
    pub at: Option<Instant>,
}
