//! `GET /incidents`: incidents, page by page.

use http_kit::{Answer, Path, Request};
use serde_json::Value;

use crate::client::get;
use crate::error::success;
use crate::tolerant::text;
use crate::{Endpoint, Error, Incident, Lookup, Status};

/// Asks for one page. What is left out does not limit.
///
/// Page: "Incidents" of the service's API pages. **Not documented**: the order, how long a cursor lives, what
/// happens when incidents change between two pages, the largest page, and whether leaving out `client_id` includes
/// sub-clients. There is no filter by change: dates select on creation.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct List {
    /// Only this brand or client.
    pub client_id: Option<String>,
    /// Reported after this time: ISO 8601 with milliseconds and `Z`.
    pub from_date: Option<String>,
    /// Reported before this time, likewise.
    pub to_date: Option<String>,
    /// Only this status; several at once are not documented.
    pub status: Option<Status>,
    /// Incidents a page. Left out, the service takes 5000, more than an answer may hold here: set it.
    pub limit: Option<u32>,
    /// [`Page::next`] of the page before.
    pub cursor: Option<String>,
}

/// One page.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// In the service's order.
    pub incidents: Vec<Incident>,
    /// Rows that were no objects. One bad row does not lose the others.
    pub unreadable: usize,
    /// The cursor of the page after; `None` ends the list. A cursor that comes again is for the caller to notice.
    pub next: Option<String>,
}

impl Endpoint for List {
    type Response = Page;

    fn request(&self) -> Request {
        let limit = self.limit.map(|limit| limit.to_string());
        let pairs = [
            ("clientId", self.client_id.as_deref()),
            ("fromDate", self.from_date.as_deref()),
            ("toDate", self.to_date.as_deref()),
            ("status", self.status.as_ref().map(Status::as_str)),
            ("limit", limit.as_deref()),
            ("cursor", self.cursor.as_deref()),
        ];
        let given = pairs.into_iter().filter_map(|(name, value)| Some((name, value?)));
        given.fold(get(Path::fixed("/incidents")), |request, (name, value)| request.query(name, value))
    }

    fn read(answer: &Answer) -> Result<Page, Error> {
        let body = success(answer)?;
        // A bare array is read too: for single incidents both forms are met.
        let rows = body.get("data").unwrap_or(&body).as_array().ok_or_else(|| Error::unreadable("data", answer))?;
        let incidents: Vec<_> = rows.iter().filter_map(Value::as_object).map(Incident::from_object).collect();
        let next = body.get("paging").and_then(|paging| paging.get("next")).and_then(text);
        Ok(Page { unreadable: rows.len() - incidents.len(), incidents, next })
    }
}

impl Lookup for List {}
