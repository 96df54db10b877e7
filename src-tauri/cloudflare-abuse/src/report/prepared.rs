//! `POST /accounts/{account_id}/abuse-reports/{act}`: a report as it is sent.

use http_kit::{Answer, Request};
use serde::{Deserialize, Serialize};

use super::members;
use crate::client::post;
use crate::error::success;
use crate::tolerant::text;
use crate::{AccountId, Endpoint, Error, Kind, Submission};

/// A report as it will be sent, to the byte: what a person confirms is kept as this and never written anew.
///
/// Page: "Submit an abuse report". **Not documented**: an idempotency key, a limit of its own, the values of the error
/// codes. The same URL within 7 days is refused, so a report that was sent twice may look like one that was refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Prepared {
    /// The account that files it.
    pub account: AccountId,
    /// What kind, which is a part of the path as well.
    pub kind: Kind,
    /// The JSON text.
    pub body: String,
}

/// The service has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accepted {
    /// The report's public id (`abuse_rand`): the key to everything that comes later.
    pub report_id: String,
    /// The type that the service took it for.
    pub act: Option<String>,
}

impl Prepared {
    /// The members of the body in their order: texts as they are, everything else as JSON. Empty for a body that is no
    /// JSON object, which [`crate::Report::prepare`] never makes.
    #[must_use]
    pub fn fields(&self) -> Vec<(String, String)> {
        members::read(&self.body)
    }
}

impl Endpoint for Prepared {
    type Response = Accepted;

    fn request(&self) -> Request {
        post(self.account.reports().then("/").then(self.kind.act()), &self.body)
    }

    /// Any 2xx that is no error and has an id that can be read. The answer has no envelope; one would be read too.
    fn read(answer: &Answer) -> Result<Accepted, Error> {
        let body = success(answer)?;
        let envelopes = [Some(&body), body.get("result")];
        let member = |name| envelopes.into_iter().flatten().find_map(|object| text(object.get(name)?));
        let report_id = member("abuse_rand").ok_or_else(|| Error::unreadable("abuse_rand", answer))?;
        let request = body.get("request");
        Ok(Accepted { report_id, act: request.and_then(|request| text(request.get("act")?)) })
    }
}

impl Submission for Prepared {}
