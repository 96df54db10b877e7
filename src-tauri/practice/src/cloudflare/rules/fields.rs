//! The table of fields: to which types each belongs, where it is required, its form, and the kinds of error it gives.

use super::super::{Act, ErrorKind};
use Act::{Children, Dmca, General, Ncsei, Phishing, RegistrarWhois, Threat, Trademark};
use ErrorKind as Kind;

/// What a field's value must be.
#[derive(Clone, Copy, Debug)]
pub(super) enum Form {
    /// Text of so many characters, both ends included.
    Text {
        least: usize,
        most: usize,
    },
    Email,
    /// Exactly what the other field says.
    SameAs(&'static str),
    /// One of the words that this type's field has.
    Notification,
    Urls,
    Ips,
    Ports,
    /// The integer 1.
    Agree,
    Bool,
    RegistrarRequest,
}

/// One field of the submissions.
#[derive(Debug)]
pub(super) struct Field {
    pub(super) name: &'static str,
    /// The types that require it.
    pub(super) needed: &'static [Act],
    /// The types that may have it besides.
    optional: &'static [Act],
    pub(super) form: Form,
    /// What its absence is.
    pub(super) missing: Kind,
    /// What a value that does not fit is.
    pub(super) wrong: Kind,
}

const ALL: &[Act] = &Act::ALL;
const NONE: &[Act] = &[];
const HOSTED: &[Act] = &[Dmca, Trademark, General, Phishing, Children, Threat, Ncsei];
const JUSTIFIED: &[Act] = &[Trademark, General, Phishing, Children, Threat];

const fn up_to(most: usize) -> Form {
    Form::Text { least: 1, most }
}

const fn needed(name: &'static str, needed: &'static [Act], form: Form, missing: Kind, wrong: Kind) -> Field {
    Field { name, needed, optional: NONE, form, missing, wrong }
}

const fn optional(name: &'static str, optional: &'static [Act], form: Form, wrong: Kind) -> Field {
    Field { name, needed: NONE, optional, form, missing: Kind::BadNameError, wrong }
}

/// In the order in which they are judged; `act` is judged before all of them.
pub(super) static FIELDS: [Field; 31] = [
    needed("act", ALL, up_to(30), Kind::BadActError, Kind::BadActError),
    needed("name", ALL, up_to(255), Kind::BadNameError, Kind::BadNameError),
    needed("email", ALL, Form::Email, Kind::BadNameError, Kind::BadEmailError),
    needed("email2", ALL, Form::SameAs("email"), Kind::BadNameError, Kind::DiffEmailError),
    needed("urls", ALL, Form::Urls, Kind::BadUrlsError, Kind::BadUrlsError),
    needed("owner_notification", ALL, Form::Notification, Kind::MustNotifyError, Kind::InvalidNotifyError),
    needed("host_notification", HOSTED, Form::Notification, Kind::MustNotifyError, Kind::InvalidNotifyError),
    needed("ncmec_notification", &[Children], Form::Notification, Kind::MustNotifyError, Kind::InvalidNotifyError),
    needed("justification", JUSTIFIED, up_to(5000), Kind::BadJustError, Kind::BadJustError),
    Field {
        name: "original_work",
        needed: &[Dmca],
        optional: &[Phishing],
        form: up_to(255),
        missing: Kind::NoOriginalWorkError,
        wrong: Kind::NoOriginalWorkError,
    },
    needed("signature", &[Dmca], Form::SameAs("name"), Kind::NoSigError, Kind::NoSigError),
    needed("agree", &[Dmca], Form::Agree, Kind::NoAgreeError, Kind::NoAgreeError),
    needed("agent_name", &[Dmca], up_to(60), Kind::BadNameError, Kind::BadAgentNameError),
    needed("address1", &[Dmca], up_to(100), Kind::BadNameError, Kind::BadAddressError),
    needed("city", &[Dmca], up_to(255), Kind::BadNameError, Kind::BadCityError),
    needed("state", &[Dmca], up_to(255), Kind::BadNameError, Kind::BadStateError),
    Field {
        name: "country",
        needed: &[Dmca],
        optional: &[Children, Ncsei],
        form: up_to(255),
        missing: Kind::BadNameError,
        wrong: Kind::BadCountryError,
    },
    needed("trademark_number", &[Trademark], up_to(1000), Kind::BadNameError, Kind::UnknownError),
    needed("trademark_office", &[Trademark], up_to(1000), Kind::BadNameError, Kind::UnknownError),
    needed("trademark_symbol", &[Trademark], up_to(1000), Kind::BadNameError, Kind::UnknownError),
    optional("source_ips", &[General], Form::Ips, Kind::BadIPError),
    optional("destination_ips", &[General], Form::Ips, Kind::BadIPError),
    optional("ports_protocols", &[General], Form::Ports, Kind::BadPortsProtocolError),
    needed("ncsei_subject_representation", &[Ncsei], Form::Bool, Kind::BadNameError, Kind::UnknownError),
    // Optional in the schema, whose notes call parts of it required for every such request.
    needed("reg_who_request", &[RegistrarWhois], Form::RegistrarRequest, Kind::BadNameError, Kind::UnknownError),
    optional("comments", ALL, up_to(2000), Kind::BadCommentsError),
    optional("company", ALL, up_to(100), Kind::UnknownError),
    optional("tele", ALL, up_to(20), Kind::UnknownError),
    optional("title", ALL, up_to(255), Kind::UnknownError),
    optional("reported_country", ALL, Form::Text { least: 2, most: 2 }, Kind::UnknownError),
    optional("reported_user_agent", ALL, up_to(255), Kind::UnknownError),
];

impl Field {
    pub(super) fn belongs_to(&self, act: Act) -> bool {
        self.needed.contains(&act) || self.optional.contains(&act)
    }

    /// A lower bound of this type's own.
    pub(super) fn least_for(&self, act: Act) -> Option<usize> {
        (self.name == "justification" && act == Phishing).then_some(20)
    }

    /// The words that a notification field has in this type.
    pub(super) fn notifications(&self, act: Act) -> &'static [&'static str] {
        match (self.name, act) {
            (_, Dmca | Trademark) => &["send"],
            ("owner_notification", Children | Ncsei | RegistrarWhois) => &["send", "send-anon", "none"],
            _ => &["send", "send-anon"],
        }
    }
}
