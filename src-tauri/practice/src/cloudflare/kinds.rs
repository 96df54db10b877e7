//! The kinds of error that a submission can meet. On the wire only the text tells them apart, unless a switch says
//! otherwise: the values of `error_code` are undocumented.

use serde::{Deserialize, Serialize};

macro_rules! kinds {
    ($($(#[$said:meta])* $name:ident: $text:literal,)*) => {
        /// An error kind, by the name that the published schema gives it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
        pub enum ErrorKind {
            $($(#[$said])* $name,)*
        }

        impl ErrorKind {
            /// All of them.
            pub const ALL: &[ErrorKind] = &[$(ErrorKind::$name,)*];

            /// Its name.
            pub fn name(self) -> &'static str {
                match self { $(Self::$name => stringify!($name),)* }
            }

            /// The answer's `msg`; it never says which field is meant. In our words, with the schema's meaning.
            pub fn text(self) -> &'static str {
                match self { $(Self::$name => $text,)* }
            }
        }
    };
}

kinds! {
    /// No such type.
    BadActError: "The report has an invalid type",
    /// Path and body name different types.
    UnexpectedActError: "The report has the wrong type",
    /// A required field is missing.
    BadNameError: "A required field is missing",
    /// Not an e-mail address.
    BadEmailError: "The e-mail address is invalid",
    /// `email2` differs from `email`.
    DiffEmailError: "The e-mail addresses differ",
    /// A URL that is none, has no hostname, or another scheme.
    BadUrlsError: "Invalid URL, or its scheme is not http or https, or it has no hostname",
    /// More than one hostname.
    UrlNotvalidError: "The URLs have more than 1 hostname; file a separate report for each",
    /// Not on Cloudflare.
    UrlNotOrangeError: "A URL has a domain that is not active on Cloudflare",
    /// Reported within the last seven days.
    DedupeError: "You already submitted this URL in the last 7 days",
    /// The justification's size.
    BadJustError: "Describe the infringement in 1 to 5000 characters",
    /// The comment's size.
    BadCommentsError: "Comments must not have more than 2000 characters",
    /// The original work's size.
    NoOriginalWorkError: "The original work must have 1 to 2000 characters",
    /// Signature and name differ.
    NoSigError: "The signature must match your name",
    /// The statements were not agreed to.
    NoAgreeError: "You must be bound by 512(f), act in good faith, and have the authority to act",
    /// Nobody is to be told.
    MustNotifyError: "Pick at least one party to notify",
    /// A value that this type's field does not have.
    InvalidNotifyError: "A notification has an invalid value",
    /// `address1`.
    BadAddressError: "The address has an invalid size",
    /// `agent_name`.
    BadAgentNameError: "The copyright holder's name has an invalid size",
    /// `city`.
    BadCityError: "The city has an invalid size",
    /// `state`.
    BadStateError: "The state has an invalid size",
    /// `country`.
    BadCountryError: "The country has an invalid size",
    /// Not an IP address, or the same one twice.
    BadIPError: "Invalid IP address",
    /// More than 30.
    MaxIPsError: "Too many IP addresses",
    /// Not a port and protocol, or the same one twice.
    BadPortsProtocolError: "Invalid port and protocol",
    /// Too long, or too many.
    PortsProtocolError: "The ports and protocols have an invalid size",
    /// Cloudflare's side: its database.
    DBError: "Reading from or writing to the database failed",
    /// Cloudflare's side: the confirmation mail.
    EmailError: "The confirmation e-mail could not be sent",
    /// Cloudflare's side.
    InternalError: "Internal error",
    /// Cloudflare's side; here also what has no kind of its own, then with 400.
    UnknownError: "An unexpected error occurred",
}

impl ErrorKind {
    /// 500 where the fault is on Cloudflare's side, else 400.
    pub fn usual_status(self) -> u16 {
        match self {
            Self::DBError | Self::EmailError | Self::InternalError | Self::UnknownError => 500,
            _ => 400,
        }
    }
}
