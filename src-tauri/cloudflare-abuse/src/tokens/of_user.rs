//! `GET /user/tokens/verify`.

use http_kit::{Answer, Path, Request};

use crate::client::get;
use crate::{Endpoint, Error, Lookup, TokenState};

/// Asks whether a token of a user is alive. A token of an account is refused here.
///
/// Page: "Verify Token" of user tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VerifyUserToken;

impl Endpoint for VerifyUserToken {
    type Response = TokenState;

    fn request(&self) -> Request {
        get(Path::fixed("/user/tokens/verify"))
    }

    fn read(answer: &Answer) -> Result<TokenState, Error> {
        super::read(answer)
    }
}

impl Lookup for VerifyUserToken {}
