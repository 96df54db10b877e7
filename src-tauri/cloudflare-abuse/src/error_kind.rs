//! Why a report was refused, in the names of the service's schema.

macro_rules! error_kinds {
    ($($(#[$doc:meta])* $variant:ident = $name:literal,)*) => {
        /// The kinds of refusals that the schema of "Submit an abuse report" names. It gives them texts and **no
        /// codes**: of the values of `error_code` only `unknown_err` is documented. So a kind is told only where a code
        /// spells its name, and every other code stays unknown.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum ErrorKind {
            $($(#[$doc])* $variant,)*
        }

        impl ErrorKind {
            /// Every kind.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// Its name in the schema.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                }
            }
        }
    };
}

error_kinds! {
    /// An invalid type.
    BadAct = "BadActError",
    /// The report has another type than its path.
    UnexpectedAct = "UnexpectedActError",
    /// A required field is missing.
    BadName = "BadNameError",
    /// An invalid e-mail address.
    BadEmail = "BadEmailError",
    /// The two e-mail addresses differ.
    DiffEmail = "DiffEmailError",
    /// An invalid URL, a wrong scheme, no hostname, the field missing, or an encoding that was not recognised.
    BadUrls = "BadUrlsError",
    /// More than one hostname in one report.
    UrlNotValid = "UrlNotvalidError",
    /// A domain that is not active on Cloudflare.
    UrlNotOrange = "UrlNotOrangeError",
    /// The URL was already submitted in the last 7 days.
    Dedupe = "DedupeError",
    /// The justification must have 1 to 5000 characters.
    BadJust = "BadJustError",
    /// Comments over 2000 characters.
    BadComments = "BadCommentsError",
    /// The original work must have 1 to 2000 characters by this error's text, 255 by the field's own limit.
    NoOriginalWork = "NoOriginalWorkError",
    /// The signature must match the name.
    NoSig = "NoSigError",
    /// The three statements must be agreed.
    NoAgree = "NoAgreeError",
    /// At least one party must be notified.
    MustNotify = "MustNotifyError",
    /// An invalid notification value.
    InvalidNotify = "InvalidNotifyError",
    /// The address has an invalid size.
    BadAddress = "BadAddressError",
    /// The copyright holder's name has an invalid size.
    BadAgentName = "BadAgentNameError",
    /// The city has an invalid size.
    BadCity = "BadCityError",
    /// The state has an invalid size.
    BadState = "BadStateError",
    /// The country has an invalid size.
    BadCountry = "BadCountryError",
    /// An invalid IP address.
    BadIp = "BadIPError",
    /// Too many IP addresses.
    MaxIps = "MaxIPsError",
    /// An invalid port or protocol.
    BadPortsProtocol = "BadPortsProtocolError",
    /// Ports and protocols of an invalid size.
    PortsProtocol = "PortsProtocolError",
    /// On Cloudflare's side.
    Db = "DBError",
    /// On Cloudflare's side: the confirmation mail could not be sent.
    Email = "EmailError",
    /// On Cloudflare's side.
    Internal = "InternalError",
    /// On Cloudflare's side.
    Unknown = "UnknownError",
}

impl ErrorKind {
    /// The kind that a code spells, whatever its case and separators, with `error` shortened to `err` or not:
    /// `DedupeError`, `dedupe_error` and `DEDUPE_ERR` are all one. `None` for every other code.
    #[must_use]
    pub fn of(code: &str) -> Option<Self> {
        let wanted = stem(code)?;
        Self::ALL.iter().copied().find(|kind| stem(kind.name()).is_some_and(|known| known == wanted))
    }
}

/// Without the ending, `email` or `internal` could mean anything; so the ending must be there.
fn stem(name: &str) -> Option<String> {
    let letters: String = name.chars().filter(char::is_ascii_alphanumeric).collect();
    let letters = letters.to_ascii_lowercase();
    letters.strip_suffix("error").or_else(|| letters.strip_suffix("err")).map(str::to_owned)
}
