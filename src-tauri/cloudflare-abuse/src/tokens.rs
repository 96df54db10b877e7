//! Is the token alive?

mod of_account;
mod of_user;

use http_kit::Answer;

pub use of_account::VerifyAccountToken;
pub use of_user::VerifyUserToken;

use crate::Error;
use crate::error::result;
use crate::tolerant::{member, word};

open_words! {
    /// Whether a token is alive.
    TokenStatus {
        /// It may be used.
        Active = "active",
        /// It was switched off.
        Disabled = "disabled",
        /// Its time is over.
        Expired = "expired",
    }
}

/// What the service tells about a token: never which permissions it has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TokenState {
    /// The token's id, which is no secret.
    pub id: Option<String>,
    /// Whether it is alive.
    pub status: TokenStatus,
    /// When it ends, RFC 3339, as it came.
    pub expires_on: Option<String>,
    /// When it begins, RFC 3339, as it came.
    pub not_before: Option<String>,
}

fn read(answer: &Answer) -> Result<TokenState, Error> {
    let result = result(answer)?;
    let token = result.as_object().ok_or_else(|| Error::unreadable("result", answer))?;
    let status = word(token, "status").ok_or_else(|| Error::unreadable("result.status", answer))?;
    Ok(TokenState {
        id: member(token, "id"),
        status,
        expires_on: member(token, "expires_on"),
        not_before: member(token, "not_before"),
    })
}
