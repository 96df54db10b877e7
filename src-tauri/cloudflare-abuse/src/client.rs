//! An endpoint as a value, and the thin thing that sends it with a token.

use http_kit::{Answer, Deadlines, Exchange, Key, Path, Progress, Request, bearer};
use secrecy::SecretString;

use crate::{Allowance, Error};

/// Where the service is.
pub const BASE_URL: &str = "https://api.cloudflare.com/client/v4";
/// The one host that this crate's requests are meant for.
pub const HOST: &str = "api.cloudflare.com";
/// The header that carries the token, after the word `Bearer`.
pub const KEY_HEADER: &str = "authorization";

/// One operation of the service, as a value.
pub trait Endpoint {
    /// What a good answer holds.
    type Response;

    /// Everything that will be sent, but for the token.
    fn request(&self) -> Request;

    /// What an answer says.
    ///
    /// # Errors
    /// Every answer that is not a readable success.
    fn read(answer: &Answer) -> Result<Self::Response, Error>;
}

/// An operation that only reads, and so may be asked as often as one likes.
pub trait Lookup: Endpoint {}

/// An operation that changes something. It goes by [`Client::exchange`], since what became of it can't be told from an
/// answer alone.
pub trait Submission: Endpoint {}

/// What came of asking once, and what the answer told besides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told<T> {
    /// What was asked for, or why there is none.
    pub result: Result<T, Error>,
    /// The service's own time of the answer, milliseconds since 1970 UTC, when it told one.
    pub date: Option<i64>,
    /// How much may still be asked, when it told.
    pub allowance: Option<Allowance>,
}

/// A way to the service, and a token.
#[derive(Debug)]
pub struct Client {
    http: http_kit::Client,
    authorization: SecretString,
}

impl Client {
    /// A client over a way that is already checked: HTTPS to [`HOST`], or loopback. The token is an API token, of a
    /// user or of an account; the older Global API Key is not declared for these operations.
    #[must_use]
    pub fn new(http: http_kit::Client, token: SecretString) -> Self {
        Self { http, authorization: bearer(&token) }
    }

    /// Asks once, within the usual deadlines.
    pub async fn ask<L: Lookup + Sync>(&self, lookup: &L) -> Told<L::Response> {
        self.ask_within(lookup, &Deadlines::default()).await
    }

    /// Asks once, within these deadlines.
    pub async fn ask_within<L: Lookup + Sync>(&self, lookup: &L, deadlines: &Deadlines) -> Told<L::Response> {
        match self.http.send(&lookup.request(), self.key(), deadlines, |_| {}).await.result {
            Ok(answer) => Told { result: L::read(&answer), date: answer.date, allowance: Allowance::of(&answer) },
            Err(failure) => Told { result: Err(failure.into()), date: None, allowance: None },
        }
    }

    /// Sends a report or an appeal once and tells exactly what happened. Read the answer with its
    /// [`Endpoint::read`].
    pub async fn exchange<S: Submission + Sync>(
        &self,
        submission: &S,
        deadlines: &Deadlines,
        progress: impl FnMut(Progress) + Send,
    ) -> Exchange {
        self.http.send(&submission.request(), self.key(), deadlines, progress).await
    }

    fn key(&self) -> Key<'_> {
        Key { header: KEY_HEADER, secret: &self.authorization }
    }
}

/// A read.
pub(crate) fn get(path: Path) -> Request {
    Request::get(path).header("accept", "application/json")
}

/// Something that is sent, already written.
pub(crate) fn post(path: Path, body: &str) -> Request {
    Request::post(path).header("accept", "application/json").json(body.to_owned())
}
