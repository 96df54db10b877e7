//! Names of the things we keep. They are made where randomness is at hand, and only checked here.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A text that is not an id: it has not the shape `xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an id")]
pub struct NotAnId;

/// Checks the shape of a UUID and gives it back in lower case, so that one id has one spelling.
fn uuid_shaped(text: &str) -> Result<String, NotAnId> {
    let right = text.len() == 36
        && text.bytes().enumerate().all(|(at, byte)| match at {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        });
    if right { Ok(text.to_ascii_lowercase()) } else { Err(NotAnId) }
}

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        ///
        /// UUID-shaped and in lower case, always: reading any other text fails, from JSON too.
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// Reads an id; any text that has not the shape of a UUID is refused.
            pub fn parse(text: &str) -> Result<Self, NotAnId> {
                uuid_shaped(text).map(Self)
            }

            /// The id as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl FromStr for $name {
            type Err = NotAnId;

            fn from_str(text: &str) -> Result<Self, NotAnId> {
                Self::parse(text)
            }
        }

        impl TryFrom<String> for $name {
            type Error = NotAnId;

            fn try_from(text: String) -> Result<Self, NotAnId> {
                Self::parse(&text)
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> String {
                id.0
            }
        }
    };
}

id! {
    /// A case.
    CaseId
}
id! {
    /// A draft.
    DraftId
}
id! {
    /// A piece of evidence in a draft or case; its bytes are known by their hash instead.
    EvidenceId
}
id! {
    /// A submission.
    SubmissionId
}
id! {
    /// An attempt to send a submission.
    AttemptId
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test says what went wrong by panicking")]

    use super::*;

    const ID: &str = "0197f3a2-1b2c-7d3e-8f40-5a6b7c8d9e0f";

    #[test]
    fn an_id_keeps_its_text_through_json() {
        let id = CaseId::parse(ID).unwrap();
        let json = serde_json::to_string(&id).unwrap();
        assert_eq!(json, format!("\"{ID}\""));
        assert_eq!(serde_json::from_str::<CaseId>(&json).unwrap(), id);
    }

    #[test]
    fn one_id_has_one_spelling() {
        assert_eq!(CaseId::parse(&ID.to_uppercase()).unwrap(), CaseId::parse(ID).unwrap());
    }

    #[test]
    fn what_is_not_shaped_like_a_uuid_is_refused() {
        for text in
            ["", "1", "../../etc/passwd", &ID[1..], &format!("{ID}0"), &ID.replace('-', "_"), &ID.replace('a', "g")]
        {
            assert_eq!(DraftId::parse(text), Err(NotAnId), "{text}");
            assert!(serde_json::from_str::<DraftId>(&format!("{text:?}")).is_err(), "{text}");
        }
    }
}
