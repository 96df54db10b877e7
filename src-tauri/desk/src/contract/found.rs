//! What was found in a draft's evidence. It was read here: nothing was opened, asked or looked up.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{DraftView, EvidenceId, Instant, TargetView};

/// What was found in all files of a draft together.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FoundView {
    /// What the person has to choose, while nothing is entered as suspicious.
    pub question: Option<FoundQuestion>,
    /// Web addresses that may be reported, the most suspicious first; at most 50.
    pub addresses: Vec<FoundAddressView>,
    /// How many more there are.
    pub more: u32,
    /// What is not proposed, and why; at most 50.
    pub set_aside: Vec<SetAsideView>,
    /// The sender's e-mail address, where that may be reported.
    pub sender: Option<TargetView>,
    /// Every file that was read, or could not be.
    pub mails: Vec<MailView>,
}

/// What the person has to choose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FoundQuestion {
    /// Several addresses are about equally likely: the first `addresses` that are `likely`.
    WhichAddress,
    /// There is no web address to report: the sender's e-mail address is offered.
    ReportSender,
}

/// A web address that may be reported.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FoundAddressView {
    /// The address.
    pub target: TargetView,
    /// The file in which its best place is.
    pub evidence_id: EvidenceId,
    /// Its best place.
    pub place: FoundPlace,
    /// It is the one link that the mail is about.
    pub main: bool,
    /// The attached file in which it stands, where it is one.
    pub file: Option<String>,
    /// The text that people see instead of it, defanged; none where it is the address itself or a picture.
    pub text: Option<String>,
    /// Mail gateways and redirects whose wrapper was taken off, the outermost first.
    pub unwrapped: Vec<String>,
    /// The wrapper told the domain alone.
    pub domain_only: bool,
    /// What speaks against it.
    pub signs: Vec<SignView>,
    /// How often it stands there.
    pub times: u32,
    /// It is among those that the person has to choose from.
    pub likely: bool,
    /// It is what is reported now.
    pub chosen: bool,
    /// It is among the further addresses.
    pub added: bool,
}

/// Where an address stood.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FoundPlace {
    /// Where a form sends what is typed into it.
    Form,
    /// Where the page goes by itself.
    Refresh,
    /// A link that looks like a button.
    Button,
    /// A link around a picture.
    PictureLink,
    /// A link in the text.
    Link,
    /// Text alone.
    Text,
    /// The subject.
    Subject,
    /// A list of addresses.
    List,
}

/// What makes an address suspicious. Seen in the file alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SignView {
    /// Which.
    pub code: SignCode,
    /// The brand, or the domain that the link's text names, defanged.
    pub text: Option<String>,
}

/// What makes an address suspicious.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SignCode {
    /// The link's text names another domain: `text`.
    TextNamesOther,
    /// Its name contains the brand `text`, and is not ours.
    HasBrand,
    /// Its name looks like the brand `text`.
    LooksLikeBrand,
    /// Letters outside ASCII in its name.
    Punycode,
    /// A user name before the host.
    UserInAddress,
    /// The host is an IP address.
    IpHost,
    /// Nobody sees it in the mail.
    Hidden,
    /// A form sends to it what is typed.
    TakesInput,
}

/// An address that is not proposed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SetAsideView {
    /// The address.
    pub target: TargetView,
    /// Why.
    pub why: SetAsideReason,
}

/// Why an address is not proposed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SetAsideReason {
    /// One of our own sites.
    Ours,
    /// A mail provider's own site.
    MailProvider,
    /// Known good: a standard, a font, an app store, a page of a mail program.
    KnownGood,
    /// A host that everybody uses, without a page on it.
    SharedHost,
    /// A private network, or this computer.
    Private,
    /// Loaded by the mail, and never clicked.
    Loaded,
}

/// What a file says of itself. Texts are as they stand, what can't be seen made visible, addresses defanged; nothing of
/// it is checked by anybody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MailView {
    /// The file.
    pub evidence_id: EvidenceId,
    /// Its name here.
    pub name: String,
    /// What was read.
    pub source: ReadSource,
    /// Why nothing was read.
    pub unread: Option<UnreadReason>,
    /// How the suspicious mail came to us.
    pub came: Came,
    /// The program that forwarded it, where that can be told.
    pub forwarded_by: MailProgram,
    /// Who wrote it, as it claims.
    pub from: Option<MailboxView>,
    /// Where answers go, if not to the sender.
    pub reply_to: Option<MailboxView>,
    /// Its subject; empty where it has none.
    pub subject: String,
    /// When it was written, as it claims.
    pub date: Option<Instant>,
    /// The first station of its way.
    pub first_hop: Option<HopView>,
    /// What it states about checks of its sender.
    pub checks: Vec<AuthCheckView>,
    /// It has its full head, with the marks of its way.
    pub whole_head: bool,
    /// The files in it.
    pub attachments: Vec<AttachmentView>,
    /// What was not read, since a limit was met.
    pub cut: Vec<ReadLimit>,
}

/// What kind of thing was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ReadSource {
    /// A mail.
    Mail,
    /// A mail as Outlook saves it.
    OutlookMail,
    /// A text with words around its addresses.
    Text,
    /// Nothing but addresses.
    List,
}

/// How the suspicious mail came to us.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Came {
    /// It is the file itself.
    Itself,
    /// It was attached to another mail: its head is whole.
    Attached,
    /// It was forwarded inside another mail's text: its head is lost.
    Inline,
}

/// Mail programs that can be told by what they leave behind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "each is the program of that name")]
pub enum MailProgram {
    Gmail,
    Outlook,
    AppleMail,
    Thunderbird,
    Yahoo,
    Unknown,
}

/// Why nothing was read in a file. The file itself is kept whole in any case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum UnreadReason {
    /// Bigger than 40 MB.
    TooBig,
    /// It says it is a mail, and is none, or is damaged beyond reading.
    Damaged,
    /// Reading it took too long.
    TooLong,
}

/// What was not read in a file that was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ReadLimit {
    /// Mails within mails, deeper than 8.
    Depth,
    /// More than 500 parts.
    Parts,
    /// More than 8 MB of text.
    Text,
    /// More than 2,000 addresses.
    Addresses,
    /// It took longer than 5 seconds.
    Time,
    /// A part is damaged.
    Damaged,
}

/// A name and an e-mail address, as a mail claims them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MailboxView {
    /// The name; may be empty, and may lie.
    pub name: String,
    /// The address, defanged; may be empty.
    pub address: String,
    /// The address as a target, while it can be read.
    pub target: Option<TargetView>,
}

/// A station of a mail's way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct HopView {
    /// How the sender named itself, defanged; may be empty.
    pub from: String,
    /// The sender's IP address, defanged.
    pub ip: Option<String>,
    /// Who took it, defanged; may be empty.
    pub by: String,
    /// When.
    pub at: Option<Instant>,
}

/// A check of the sender, as the mail states it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AuthCheckView {
    /// `spf`, `dkim`, `dmarc`, …
    pub method: String,
    /// `pass`, `fail`, …
    pub result: String,
    /// Who says so, defanged; may be empty.
    pub by: String,
}

/// A file inside a mail.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AttachmentView {
    /// Its place, for taking it out.
    pub at: u32,
    /// Its name.
    pub name: String,
    /// Its size.
    pub size_bytes: u32,
    /// It is a mail.
    pub is_mail: bool,
    /// It belongs to the mail's text, as a logo does.
    pub inline: bool,
    /// A file of this name and size is among the evidence already.
    pub taken: bool,
}

/// What became of a pasted text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TakenTextView {
    /// The draft that has it now.
    pub draft: DraftView,
    /// Something was filled in from it.
    pub filled: bool,
    /// The text as evidence; none where it was nothing but addresses, or is there already.
    pub kept: Option<EvidenceId>,
}
