//! How far the service is with an incident.

use std::fmt;

macro_rules! statuses {
    ($($(#[$doc:meta])* $name:ident = $word:literal,)*) => {
        /// The status of an incident. Nothing that was read calls a value final but `closed`; values that are not
        /// listed are to be expected and kept.
        #[derive(Debug, Clone, PartialEq, Eq, Hash)]
        pub enum Status {
            $($(#[$doc])* $name,)*
            /// A word that no page lists, as it came.
            Other(String),
        }

        impl Status {
            /// Every documented value.
            pub const KNOWN: [Self; 11] = [$(Self::$name),*];

            /// The service's word.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$name => $word,)*
                    Self::Other(word) => word,
                }
            }
        }

        impl From<&str> for Status {
            fn from(word: &str) -> Self {
                match word {
                    $($word => Self::$name,)*
                    other => Self::Other(other.to_owned()),
                }
            }
        }
    };
}

// From the pages "Data Structures" and "Incident Lifecycle".
statuses! {
    /// Reported; nobody has looked yet.
    PendingReview = "pending_review",
    /// Being reviewed; can last a while.
    CaseBuilding = "case_building",
    /// The takedown waits for approval; whose is not documented.
    ApprovalRequired = "approval_required",
    /// The takedown is approved.
    TakedownReady = "takedown_ready",
    /// Waiting for the client; may come at any point.
    ActionRequired = "action_required",
    /// Takedown begun.
    TakedownInProgress = "takedown_in_progress",
    /// Takedown completed.
    TakedownSuccess = "takedown_success",
    /// Tried and failed; whether it is tried again is not documented.
    TakedownAttemptFailed = "takedown_attempt_failed",
    /// On partners' blocklists; not an end.
    Blocklisted = "blocklisted",
    /// Being monitored.
    PreWeaponised = "pre_weaponised",
    /// Fully resolved.
    Closed = "closed",
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
