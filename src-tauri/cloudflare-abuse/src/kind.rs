//! The eight kinds of reports, and the other words that lists have for them.

use serde::{Deserialize, Serialize};

/// What kind of report, as it is filed.
///
/// Page: "Submit an abuse report", `report_param` and `act`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Phishing. That malware belongs here too is not documented.
    Phishing,
    /// A trademark.
    Trademark,
    /// Copyright.
    Dmca,
    /// Anything else, network abuse with addresses and ports included.
    General,
    /// Violent threats.
    Threat,
    /// Intimate images shared without consent.
    Ncsei,
    /// Child sexual abuse material.
    Children,
    /// A request for registrant data, or wrong WHOIS data, for a domain at Cloudflare Registrar.
    RegistrarWhois,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 8] = [
        Self::Phishing,
        Self::Trademark,
        Self::Dmca,
        Self::General,
        Self::Threat,
        Self::Ncsei,
        Self::Children,
        Self::RegistrarWhois,
    ];

    /// The word of the path and of the member `act`.
    #[must_use]
    pub fn act(self) -> &'static str {
        match self {
            Self::Phishing => "abuse_phishing",
            Self::Trademark => "abuse_trademark",
            Self::Dmca => "abuse_dmca",
            Self::General => "abuse_general",
            Self::Threat => "abuse_threat",
            Self::Ncsei => "abuse_ncsei",
            Self::Children => "abuse_children",
            Self::RegistrarWhois => "abuse_registrar_whois",
        }
    }

    /// The kind that a word of the path names.
    #[must_use]
    pub fn from_act(act: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.act() == act)
    }

    /// What lists are likely to call it. No page ties the two sets of words together: each pair is **inferred** from
    /// the names, [`ListType::Emer`] for children with the least ground. A general report may also be listed as
    /// [`ListType::Network`], so a search that must not miss one asks for no type.
    #[must_use]
    pub fn list_type(self) -> ListType {
        match self {
            Self::Phishing => ListType::Phish,
            Self::Trademark => ListType::Tm,
            Self::Dmca => ListType::Dmca,
            Self::General => ListType::Gen,
            Self::Threat => ListType::Threat,
            Self::Ncsei => ListType::Ncsei,
            Self::Children => ListType::Emer,
            Self::RegistrarWhois => ListType::RegWho,
        }
    }
}

open_words! {
    /// What kind of report, as lists call it.
    ///
    /// Page: "List submitted reports" and "List abuse reports", `type`.
    ListType {
        /// Phishing.
        Phish = "PHISH",
        /// General.
        Gen = "GEN",
        /// Threats.
        Threat = "THREAT",
        /// Copyright.
        Dmca = "DMCA",
        /// Inferred: children.
        Emer = "EMER",
        /// Trademark.
        Tm = "TM",
        /// Registrar.
        RegWho = "REG_WHO",
        /// Intimate images.
        Ncsei = "NCSEI",
        /// Network abuse. Inferred: a general report with addresses or ports.
        Network = "NETWORK",
    }
}

impl ListType {
    /// The kind that it is likely to be, inferred as in [`Kind::list_type`].
    #[must_use]
    pub fn kind(&self) -> Option<Kind> {
        match self {
            Self::Network => Some(Kind::General),
            word => Kind::ALL.into_iter().find(|kind| kind.list_type() == *word),
        }
    }
}
