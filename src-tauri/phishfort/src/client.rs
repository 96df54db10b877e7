//! An endpoint as a value, and the thin thing that sends it with a key.

use http_kit::{Answer, Deadlines, Exchange, Key, Path, Progress, Request};
use secrecy::SecretString;

use crate::{Error, Report};

/// Where the service is.
pub const BASE_URL: &str = "https://capi.phishfort.com/v1";
/// The one host that this crate's requests are meant for.
pub const HOST: &str = "capi.phishfort.com";
/// The header that carries the key.
pub const KEY_HEADER: &str = "x-api-key";

/// One operation of the service, as a value.
pub trait Endpoint {
    /// What a good answer holds.
    type Response;

    /// Everything that will be sent, but for the key.
    fn request(&self) -> Request;

    /// What an answer says.
    ///
    /// # Errors
    /// Every answer that is not a readable success.
    fn read(answer: &Answer) -> Result<Self::Response, Error>;
}

/// An operation that only reads, and so may be asked as often as one likes. A report is none: it goes by
/// [`Client::exchange`], since what became of it can't be told from an answer alone.
pub trait Lookup: Endpoint {}

/// A way to the service, and a key.
#[derive(Debug)]
pub struct Client {
    http: http_kit::Client,
    key: SecretString,
}

impl Client {
    /// A client over a way that is already checked: HTTPS to [`HOST`], or loopback.
    #[must_use]
    pub fn new(http: http_kit::Client, key: SecretString) -> Self {
        Self { http, key }
    }

    /// Asks once, within the usual deadlines.
    ///
    /// # Errors
    /// Every answer that is not a readable success, and every way to get none.
    pub async fn send<L: Lookup + Sync>(&self, lookup: &L) -> Result<L::Response, Error> {
        self.send_within(lookup, &Deadlines::default()).await
    }

    /// Asks once, within these deadlines.
    ///
    /// # Errors
    /// As [`Client::send`].
    pub async fn send_within<L: Lookup + Sync>(&self, lookup: &L, deadlines: &Deadlines) -> Result<L::Response, Error> {
        let exchange = self.http.send(&lookup.request(), self.key(), deadlines, |_| {}).await;
        L::read(&exchange.result?)
    }

    /// Asks once, and tells the service's own time of the answer as well, in milliseconds since 1970.
    ///
    /// # Errors
    /// As [`Client::send`].
    pub async fn send_dated<L: Lookup + Sync>(&self, lookup: &L) -> Result<(L::Response, Option<i64>), Error> {
        let exchange = self.http.send(&lookup.request(), self.key(), &Deadlines::default(), |_| {}).await;
        let answer = exchange.result?;
        Ok((L::read(&answer)?, answer.date))
    }

    /// Files a report once and tells exactly what happened. Read the answer with `Report::read`.
    pub async fn exchange(
        &self,
        report: &Report,
        deadlines: &Deadlines,
        progress: impl FnMut(Progress) + Send,
    ) -> Exchange {
        self.http.send(&report.request(), self.key(), deadlines, progress).await
    }

    fn key(&self) -> Key<'_> {
        Key { header: KEY_HEADER, secret: &self.key }
    }
}

/// A read with the headers of the service's samples.
pub(crate) fn get(path: Path) -> Request {
    Request::get(path).header("accept", "application/json")
}
