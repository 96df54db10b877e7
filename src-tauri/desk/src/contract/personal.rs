//! What points at the victim in what would be sent.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{EvidenceId, FieldId, ReportField};

/// Something personal in what would be sent. It stays in the case whatever is done about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PersonalView {
    /// Names it while the report says the same.
    pub id: String,
    /// What it is.
    pub kind: PersonalKind,
    /// Where it stands: the target, the further addresses, the note, a field of the Cloudflare report, a file.
    pub field: FieldId,
    /// Which field of the Cloudflare report.
    pub report_field: Option<ReportField>,
    /// Which file.
    pub evidence_id: Option<EvidenceId>,
    /// As it stands there, defanged; for a file, whom it names.
    pub text: String,
    /// What it says once decoded, defanged.
    pub says: Option<String>,
    /// The part of an address in which it stands.
    pub part: Option<AddressPart>,
    /// Whether it can be taken out so that the report still works.
    pub removable: bool,
}

/// What is personal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PersonalKind {
    /// An e-mail address.
    Address,
    /// An e-mail address in a writing that people can't read: `says` has it.
    EncodedAddress,
    /// The name of somebody who got or forwarded the mail.
    Name,
    /// A signed token (JWT), which may say who somebody is.
    Token,
    /// A long id that nobody can read, and that may stand for one person.
    Opaque,
    /// A mail that goes along and names whom it was sent to.
    NamesRecipient,
}

/// A part of a web address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AddressPart {
    /// Before the host.
    User,
    /// The host itself.
    Host,
    /// The path: without it the page is not found.
    Path,
    /// After `?`.
    Query,
    /// After `#`.
    Fragment,
}
