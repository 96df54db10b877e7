//! The kinds of report that Cloudflare takes: one table drives every form, and every check of one.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A kind of report to Cloudflare, in the order of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ReportKind {
    /// Phishing or malware.
    #[default]
    Phishing,
    /// Our trademark is misused.
    Trademark,
    /// Our work was copied.
    Dmca,
    /// Threats or harassment.
    Threat,
    /// Intimate images without consent.
    Ncsei,
    /// Child sexual abuse material.
    Children,
    /// Who owns a domain: asking for it, or saying that it is wrong.
    RegistrarWhois,
    /// Something else.
    General,
}

impl ReportKind {
    /// All of them, in the order of the form.
    pub const ALL: [Self; 8] = [
        Self::Phishing,
        Self::Trademark,
        Self::Dmca,
        Self::Threat,
        Self::Ncsei,
        Self::Children,
        Self::RegistrarWhois,
        Self::General,
    ];
}

/// A field of a report to Cloudflare that a person may fill in. What repeats another field (`email2`, `act`) is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "each is the service's field of that name; KindRule tells what it takes")]
pub enum ReportField {
    Justification,
    OriginalWork,
    AgentName,
    TrademarkSymbol,
    TrademarkNumber,
    TrademarkOffice,
    SubjectRepresentation,
    WhoisRequestType,
    WhoisElements,
    WhoisLegalBasis,
    WhoisRequestorType,
    WhoisAuthorization,
    SourceIps,
    DestinationIps,
    PortsProtocols,
    Name,
    Email,
    Company,
    Telephone,
    Title,
    Address1,
    City,
    State,
    Country,
    HostNotification,
    OwnerNotification,
    NcmecNotification,
    ReportedCountry,
    ReportedUserAgent,
    Comments,
    /// DMCA: bound by 17 U.S.C. 512(f).
    DmcaLiability,
    /// DMCA: a good-faith belief about the material.
    DmcaGoodFaith,
    /// DMCA: the authority to act.
    DmcaAuthority,
    /// DMCA: the full name, typed by hand.
    Signature,
    /// Domain owner: made in good faith.
    WhoisGoodFaith,
    /// Domain owner: what is learned is processed lawfully.
    WhoisLawfulProcessing,
}

/// How a field is filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FieldShape {
    /// One line.
    Line,
    /// Several lines of text.
    Text,
    /// A list, one a line.
    Lines,
    /// One of `choices`.
    Choice,
    /// One or more of `choices`, kept with a space between them.
    Several,
    /// A statement that is read and ticked: `yes`, or nothing.
    Tick,
}

/// What can be chosen in a [`FieldShape::Choice`] or [`FieldShape::Several`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "each is the service's word")]
pub enum FieldChoice {
    /// Tell them nothing.
    None,
    /// Tell them without our details.
    SendAnon,
    /// Tell them with our details.
    Send,
    Yes,
    No,
    Disclosure,
    InvalidWhois,
    Government,
    Corporation,
    Individual,
    RegistrantName,
    RegistrantOrganization,
    RegistrantEmail,
    RegistrantPhone,
    RegistrantAddress,
    RegistrantAddressCountry,
    RegistrantAddressPostalCode,
    AdminName,
    AdminOrganization,
    AdminEmail,
    AdminPhone,
    AdminAddress,
    TechName,
    TechOrganization,
    TechEmail,
    TechPhone,
    TechAddress,
}

/// Where in the form a field stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FieldGroup {
    /// What is wrong.
    Story,
    /// Technical details of an attack; folded away.
    Network,
    /// Who reports it; a sender profile fills it.
    Sender,
    /// Who is told.
    Told,
    /// What helps Cloudflare see it; folded away.
    More,
    /// What the person declares.
    Statements,
}

/// What one field of one kind takes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FieldRule {
    /// Which.
    pub field: ReportField,
    /// How it is filled in.
    pub shape: FieldShape,
    /// Where it stands.
    pub group: FieldGroup,
    /// Whether it must be there.
    pub required: bool,
    /// Fewest characters, once it is there.
    pub min: u32,
    /// Most characters; 0 for choices and ticks.
    pub max: u32,
    /// Most items of a list; 0 elsewhere.
    pub most: u32,
    /// What can be chosen, the safest lawful one first; it is what stands there until another is chosen, where the field
    /// says who is told.
    pub choices: Vec<FieldChoice>,
    /// Cloudflare warns that it may pass this on, to the Lumen Database for instance.
    pub passed_on: bool,
}

/// One kind of report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct KindRule {
    /// Which.
    pub kind: ReportKind,
    /// The service's word for it, in the path and in `act`.
    pub act: String,
    /// Its fields, in the order of the form.
    pub fields: Vec<FieldRule>,
    /// Whether files are looked after in a case of this kind; where not, the evidence tray is off.
    pub evidence: bool,
    /// Whether the report always goes out with our name.
    pub always_named: bool,
}

/// The most addresses in one report; all of them on one host.
pub const ADDRESSES_MAX: u32 = 250;
