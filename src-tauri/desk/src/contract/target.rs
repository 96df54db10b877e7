//! How a target is shown: never as a link, always defanged, what deceives the eye named.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The four kinds of target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TargetKind {
    /// A web address or a bare domain.
    Web,
    /// An e-mail address.
    Email,
    /// A phone number.
    Phone,
    /// An IPv4 address.
    Ipv4,
}

/// Something about an address that deceives the eye.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TargetWarning {
    /// Letters outside the Latin alphabet, or look-alikes, in its name: `unicode` has it as it looks.
    LookAlikeLetters,
    /// Characters that can't be seen, or that turn the reading direction, were in what was typed.
    HiddenCharacters,
    /// A user name before the host, which can make the host look like another.
    UserInAddress,
}

/// A target, ready to be shown: `before` + `domain` + `after` is the defanged text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TargetView {
    /// Its kind.
    pub kind: TargetKind,
    /// Defanged text before the registrable domain.
    pub before: String,
    /// The registrable domain, defanged; the whole text for a phone number or an IP address.
    pub domain: String,
    /// Defanged text after the domain.
    pub after: String,
    /// The name as it looks in Unicode, defanged, where that differs.
    pub unicode: Option<String>,
    /// What deceives the eye.
    pub warnings: Vec<TargetWarning>,
    /// The real thing, as it is sent: for the second copy act alone, never shown as a link.
    pub exact: String,
}
