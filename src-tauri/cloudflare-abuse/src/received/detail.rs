//! `GET /accounts/{account_id}/abuse-reports/{report_id}`: one report against the account.

use http_kit::{Answer, Request};

use crate::client::get;
use crate::error::result;
use crate::{AccountId, Endpoint, Error, Lookup, Received, ReportId};

/// Asks for one report against the account. The same shape as in the list.
///
/// Page: "Get abuse report".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadReceived {
    /// The account that it is about.
    pub account: AccountId,
    /// The report.
    pub report_id: ReportId,
}

impl Endpoint for ReadReceived {
    type Response = Received;

    fn request(&self) -> Request {
        get(self.account.reports().push(&self.report_id.0))
    }

    fn read(answer: &Answer) -> Result<Received, Error> {
        let result = result(answer)?;
        let report = result.as_object().and_then(Received::from_object);
        report.ok_or_else(|| Error::unreadable("result.id", answer))
    }
}

impl Lookup for ReadReceived {}
