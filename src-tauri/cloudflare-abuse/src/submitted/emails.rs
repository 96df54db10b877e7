//! `GET /accounts/{account_id}/abuse-reports/submitted/{report_id}/emails`: what the sender of a report was written.

use http_kit::{Answer, Request};

use crate::client::get;
use crate::query::{asking, paging};
use crate::{AccountId, Endpoint, Error, Lookup, Mail, Page, Paged, ReportId, mail};

/// Asks for one page of the mails that Cloudflare sent to the sender of a report; not those to the site's owner or
/// host. A report that is not known gives 400, and so [`Error::Refused`].
///
/// Page: "List submitted report emails".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SubmittedEmails {
    /// The account that sent the report.
    pub account: AccountId,
    /// The report.
    pub report_id: ReportId,
    /// Number of the page, from 1.
    pub page: Option<u32>,
    /// Rows a page, at most 100; 20 where it is left out.
    pub per_page: Option<u32>,
}

impl SubmittedEmails {
    /// All of them, from the first page on.
    #[must_use]
    pub fn new(account: AccountId, report_id: ReportId) -> Self {
        Self { account, report_id, page: None, per_page: None }
    }
}

impl Endpoint for SubmittedEmails {
    type Response = Page<Mail>;

    fn request(&self) -> Request {
        let path = self.account.reports().then("/submitted").push(&self.report_id.0).then("/emails");
        asking(get(path), paging(self.page, self.per_page))
    }

    fn read(answer: &Answer) -> Result<Page<Mail>, Error> {
        mail::read(answer)
    }
}

impl Lookup for SubmittedEmails {}

impl Paged for SubmittedEmails {
    type Row = Mail;

    fn page(&self) -> u32 {
        self.page.unwrap_or(1)
    }

    fn at(self, page: u32) -> Self {
        Self { page: Some(page), ..self }
    }

    fn rows_a_page(&self) -> Option<u32> {
        mail::rows_a_page(self.per_page)
    }
}
