//! `GET /accounts/{account_id}/abuse-reports`: the reports against the account.

use http_kit::{Answer, Request};

use crate::client::get;
use crate::query::{asking, paging, sorting};
use crate::{
    AccountId, Endpoint, Error, ListType, Lookup, MitigationStatus, Page, Paged, Received, ReceivedStatus,
    ReportProperty, Sort,
};

/// Asks for one page of the reports against the account. What is left out does not limit. Unlike the list of submitted
/// reports, each filter takes one value.
///
/// Page: "List abuse reports". **Not documented**: default and maximum of `per_page`, the order without `sort`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListReceived {
    /// The account that they are about.
    pub account: AccountId,
    /// Number of the page, from 1.
    pub page: Option<u32>,
    /// Rows a page.
    pub per_page: Option<u32>,
    /// In which order.
    pub sort: Option<Sort<ReportProperty>>,
    /// Only those about this domain.
    pub domain: Option<String>,
    /// Only those made after this time, RFC 3339.
    pub created_after: Option<String>,
    /// Only those made before this time, RFC 3339.
    pub created_before: Option<String>,
    /// Only those in this state.
    pub status: Option<ReceivedStatus>,
    /// Only those of this kind.
    pub kind: Option<ListType>,
    /// Only those with any mitigation in this state.
    pub mitigation_status: Option<MitigationStatus>,
}

impl ListReceived {
    /// All of them, from the first page on.
    #[must_use]
    pub fn new(account: AccountId) -> Self {
        Self {
            account,
            page: None,
            per_page: None,
            sort: None,
            domain: None,
            created_after: None,
            created_before: None,
            status: None,
            kind: None,
            mitigation_status: None,
        }
    }
}

impl Endpoint for ListReceived {
    type Response = Page<Received>;

    fn request(&self) -> Request {
        let mut pairs = paging(self.page, self.per_page);
        pairs.push(sorting(self.sort.as_ref()));
        pairs.push(("domain", self.domain.clone()));
        pairs.push(("created_after", self.created_after.clone()));
        pairs.push(("created_before", self.created_before.clone()));
        pairs.push(("status", self.status.as_ref().map(ToString::to_string)));
        pairs.push(("type", self.kind.as_ref().map(ToString::to_string)));
        pairs.push(("mitigation_status", self.mitigation_status.as_ref().map(ToString::to_string)));
        asking(get(self.account.reports()), pairs)
    }

    fn read(answer: &Answer) -> Result<Page<Received>, Error> {
        Page::read(answer, Some("reports"), Received::from_object)
    }
}

impl Lookup for ListReceived {}

impl Paged for ListReceived {
    type Row = Received;

    fn page(&self) -> u32 {
        self.page.unwrap_or(1)
    }

    fn at(self, page: u32) -> Self {
        Self { page: Some(page), ..self }
    }

    fn rows_a_page(&self) -> Option<u32> {
        None
    }
}
