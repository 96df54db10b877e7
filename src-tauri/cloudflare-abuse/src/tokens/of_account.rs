//! `GET /accounts/{account_id}/tokens/verify`.

use http_kit::{Answer, Request};

use crate::client::get;
use crate::{AccountId, Endpoint, Error, Lookup, TokenState};

/// Asks whether a token of an account is alive.
///
/// Page: "Verify Token" of account tokens. Whether the abuse endpoints take such tokens is **not documented**.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerifyAccountToken {
    /// The account that owns the token.
    pub account: AccountId,
}

impl Endpoint for VerifyAccountToken {
    type Response = TokenState;

    fn request(&self) -> Request {
        get(self.account.path().then("/tokens/verify"))
    }

    fn read(answer: &Answer) -> Result<TokenState, Error> {
        super::read(answer)
    }
}

impl Lookup for VerifyAccountToken {}
