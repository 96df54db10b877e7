//! What is reported: each kind with exactly the fields that the service has for it.

use super::{Agreed, Ips, Notify, NotifyOwner, Ports, Text, WhoisRequest};
use crate::Kind;

/// What is reported.
///
/// Page: "Submit an abuse report", the eight forms of its body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Category {
    /// Phishing.
    Phishing(Phishing),
    /// A trademark.
    Trademark(Trademark),
    /// Copyright.
    Dmca(Dmca),
    /// Anything else.
    General(General),
    /// Violent threats.
    Threat(Threat),
    /// Intimate images shared without consent.
    Ncsei(Ncsei),
    /// Child sexual abuse material.
    Children(Children),
    /// Registrant data of a domain at Cloudflare Registrar.
    RegistrarWhois(RegistrarWhois),
}

/// Phishing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phishing {
    /// What was seen, and how to see it.
    pub justification: Text<20, 5000>,
    /// The brand that is imitated. May be passed on to third parties.
    pub original_work: Option<Text<1, 255>>,
    /// What the host is told.
    pub host: Notify,
    /// What the site's owner is told.
    pub owner: Notify,
}

/// A trademark. Host and owner are always told, with the sender's name: such reports cannot be anonymous.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trademark {
    /// What was seen, and how to see it.
    pub justification: Text<1, 5000>,
    /// Registration number.
    pub number: Text<1, 1000>,
    /// Where it is registered.
    pub office: Text<1, 1000>,
    /// Inferred: the mark itself.
    pub symbol: Text<1, 1000>,
}

/// Copyright. Host and owner are always told, with the sender's name. All but the signature may be passed on to third
/// parties.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dmca {
    /// Must equal the sender's name. It affirms that the report is true, and accepts Cloudflare's policies for it.
    pub signature: Text<1, 255>,
    /// Name of the copyright holder.
    pub agent_name: Text<1, 60>,
    /// The work. One error speaks of 2000 characters; the field's own limit is 255.
    pub original_work: Text<1, 255>,
    /// Street and number.
    pub address1: Text<1, 100>,
    /// City.
    pub city: Text<1, 255>,
    /// State or province.
    pub state: Text<1, 255>,
    /// Country, in words.
    pub country: Text<1, 255>,
    /// That all three statements were agreed.
    pub agreed: Agreed,
}

/// Anything else, network abuse included.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct General {
    /// What was seen, and how to see it.
    pub justification: Text<1, 5000>,
    /// IP addresses that attacked.
    pub source_ips: Ips,
    /// IP addresses that were attacked.
    pub destination_ips: Ips,
    /// Ports and protocols.
    pub ports_protocols: Ports,
    /// What the host is told.
    pub host: Notify,
    /// What the site's owner is told.
    pub owner: Notify,
}

/// Violent threats.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Threat {
    /// What was seen, and how to see it.
    pub justification: Text<1, 5000>,
    /// What the host is told.
    pub host: Notify,
    /// What the site's owner is told.
    pub owner: Notify,
}

/// Intimate images shared without consent. There is no field for a description but the comments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ncsei {
    /// Whether the sender is the person shown.
    pub subject_is_submitter: bool,
    /// Country, in words. May be passed on to third parties.
    pub country: Option<Text<1, 255>>,
    /// What the host is told.
    pub host: Notify,
    /// What the site's owner is told.
    pub owner: NotifyOwner,
}

/// Child sexual abuse material.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Children {
    /// What was seen, and how to see it.
    pub justification: Text<1, 5000>,
    /// Country, in words. May be passed on to third parties.
    pub country: Option<Text<1, 255>>,
    /// What the host is told.
    pub host: Notify,
    /// What the site's owner is told.
    pub owner: NotifyOwner,
    /// What the National Center for Missing & Exploited Children is told.
    pub ncmec: Notify,
}

/// Registrant data of a domain at Cloudflare Registrar. There is no host to tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegistrarWhois {
    /// What the registrant is told.
    pub owner: NotifyOwner,
    /// What is asked for.
    pub request: WhoisRequest,
}

impl Category {
    /// What kind it is.
    #[must_use]
    pub fn kind(&self) -> Kind {
        match self {
            Self::Phishing(_) => Kind::Phishing,
            Self::Trademark(_) => Kind::Trademark,
            Self::Dmca(_) => Kind::Dmca,
            Self::General(_) => Kind::General,
            Self::Threat(_) => Kind::Threat,
            Self::Ncsei(_) => Kind::Ncsei,
            Self::Children(_) => Kind::Children,
            Self::RegistrarWhois(_) => Kind::RegistrarWhois,
        }
    }
}
