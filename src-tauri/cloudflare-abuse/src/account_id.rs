//! Which account: a part of almost every path.

use std::fmt;

use http_kit::{Path, Segment};
use serde::{Deserialize, Serialize};

/// The id of an account: 1 to 32 ASCII letters and digits.
///
/// Page: "Abuse Reports", path parameter `account_id`, which promises no more than "at most 32 characters"; 32
/// hexadecimal digits in practice. That only letters and digits occur is **not documented**, and taken for granted
/// here, so that a mistyped id is noticed before it is sent.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct AccountId(Segment);

/// This is no account's id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("an account id has 1 to 32 letters and digits")]
pub struct BadAccountId;

impl AccountId {
    /// # Errors
    /// Anything but 1 to 32 ASCII letters and digits. Nothing is trimmed.
    pub fn new(raw: &str) -> Result<Self, BadAccountId> {
        let good = raw.len() <= 32 && raw.bytes().all(|byte| byte.is_ascii_alphanumeric());
        let segment = Segment::new(raw).map_err(|_| BadAccountId)?;
        if good { Ok(Self(segment)) } else { Err(BadAccountId) }
    }

    /// The id as the service writes it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// `/accounts/{id}`.
    pub(crate) fn path(&self) -> Path {
        Path::fixed("/accounts").push(&self.0)
    }

    /// `/accounts/{id}/abuse-reports`.
    pub(crate) fn reports(&self) -> Path {
        self.path().then("/abuse-reports")
    }
}

impl fmt::Display for AccountId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl TryFrom<String> for AccountId {
    type Error = BadAccountId;

    fn try_from(raw: String) -> Result<Self, BadAccountId> {
        Self::new(&raw)
    }
}

impl From<AccountId> for String {
    fn from(id: AccountId) -> Self {
        id.as_str().to_owned()
    }
}
