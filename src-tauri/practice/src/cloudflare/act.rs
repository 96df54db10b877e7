//! The eight report types, and the words that lists use for them.

use serde::{Deserialize, Serialize};

/// A report type: the last segment of a submission's path, repeated in its `act`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Act {
    /// Copyright.
    #[serde(rename = "abuse_dmca")]
    Dmca,
    /// Trademark.
    #[serde(rename = "abuse_trademark")]
    Trademark,
    /// Anything else, network abuse included.
    #[serde(rename = "abuse_general")]
    General,
    /// Phishing and malware.
    #[serde(rename = "abuse_phishing")]
    Phishing,
    /// Child sexual abuse material.
    #[serde(rename = "abuse_children")]
    Children,
    /// Violent threats.
    #[serde(rename = "abuse_threat")]
    Threat,
    /// Registrant data of a domain at Cloudflare's registrar.
    #[serde(rename = "abuse_registrar_whois")]
    RegistrarWhois,
    /// Intimate images shared without consent.
    #[serde(rename = "abuse_ncsei")]
    Ncsei,
}

impl Act {
    /// All of them, in the order of the fact sheet's table.
    pub const ALL: [Act; 8] = [
        Act::Dmca,
        Act::Trademark,
        Act::General,
        Act::Phishing,
        Act::Children,
        Act::Threat,
        Act::RegistrarWhois,
        Act::Ncsei,
    ];

    /// As it stands in path and body.
    pub fn word(self) -> &'static str {
        match self {
            Self::Dmca => "abuse_dmca",
            Self::Trademark => "abuse_trademark",
            Self::General => "abuse_general",
            Self::Phishing => "abuse_phishing",
            Self::Children => "abuse_children",
            Self::Threat => "abuse_threat",
            Self::RegistrarWhois => "abuse_registrar_whois",
            Self::Ncsei => "abuse_ncsei",
        }
    }

    /// As lists call it. Which word belongs to which type is inferred from the names; a guess for children.
    pub fn list_type(self) -> &'static str {
        match self {
            Self::Dmca => "DMCA",
            Self::Trademark => "TM",
            Self::General => "GEN",
            Self::Phishing => "PHISH",
            Self::Children => "EMER",
            Self::Threat => "THREAT",
            Self::RegistrarWhois => "REG_WHO",
            Self::Ncsei => "NCSEI",
        }
    }

    pub(super) fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|act| act.word() == word)
    }
}
