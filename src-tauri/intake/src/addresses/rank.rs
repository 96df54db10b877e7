//! The order of suspicion, and why.

mod gather;
mod order;

use domain::Target;

use crate::reading::{Place, Reading};

/// What is the person's own.
#[derive(Debug, Clone, Copy, Default)]
pub struct Ours<'a> {
    /// Own sites and domains, as entered.
    pub sites: &'a [String],
    /// Brand names, as entered.
    pub brands: &'a [String],
}

/// The addresses of one or several readings, held against what is ours.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ranked {
    /// What may be reported, the most suspicious first; each address once.
    pub candidates: Vec<Candidate>,
    /// What is not proposed, each once, and why.
    pub set_aside: Vec<SetAside>,
    /// How sure the first place is.
    pub likely: Likely,
}

/// How sure the first place is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Likely {
    /// There is no candidate.
    #[default]
    None,
    /// The first is the one.
    One,
    /// The first so many are about as likely, or nothing speaks for them, be it one alone; a person has to choose.
    Several(usize),
    /// A list that a person made: all of them are meant.
    All,
}

/// An address that may be reported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// The address.
    pub target: Target,
    /// The reading in which its best place is, and which of that reading's addresses it is there.
    pub at: (usize, usize),
    /// Its best place.
    pub place: Place,
    /// It is the one link that the mail is about.
    pub main: bool,
    /// How often it stands in all readings together.
    pub times: u32,
    /// What speaks against it, the strongest first.
    pub signs: Vec<Sign>,
}

/// What makes an address suspicious. Seen in the mail alone: nothing was looked up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sign {
    /// The link's text names another domain, this one.
    TextNamesOther(String),
    /// Its name contains one of our brands without being ours.
    HasBrand(String),
    /// Its name looks like one of our brands.
    LooksLikeBrand(String),
    /// Its name has letters outside ASCII, or is punycode.
    Punycode,
    /// A user name stands before the host.
    UserInAddress,
    /// The host is an IP address.
    IpHost,
    /// Nobody sees it in the mail.
    Hidden,
    /// A form sends to it what is typed.
    TakesInput,
}

/// An address that is not proposed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetAside {
    /// The address.
    pub target: Target,
    /// Why.
    pub why: Why,
}

/// Why an address is not proposed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Why {
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

/// Ranks the addresses of all readings of a case together. What does not read as a web address is passed over.
#[must_use]
pub fn rank(readings: &[&Reading], ours: Ours<'_>) -> Ranked {
    let gathered = gather::gather(readings, ours);
    order::ordered(readings, gathered)
}
