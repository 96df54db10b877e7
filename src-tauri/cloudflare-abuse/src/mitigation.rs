//! `GET /accounts/{account_id}/abuse-reports/{report_id}/mitigations`: what was done to the account's own sites.

use http_kit::{Answer, Request};
use serde_json::{Map, Value};

use crate::client::get;
use crate::query::{Sort, asking, each, paging, sorting};
use crate::tolerant::{member, word};
use crate::{AccountId, Endpoint, Error, Lookup, Page, Paged, ReportId};

open_words! {
    /// How far a mitigation is. Which states may be appealed is **not documented**.
    MitigationStatus {
        /// It will begin at its effective date.
        Pending = "pending",
        /// In effect.
        Active = "active",
        /// A review is open.
        InReview = "in_review",
        /// It never took effect.
        Cancelled = "cancelled",
        /// Lifted.
        Removed = "removed",
    }
}

open_words! {
    /// What a mitigation is put on.
    EntityType {
        /// Addresses of a form.
        UrlPattern = "url_pattern",
        /// The account.
        Account = "account",
        /// A zone.
        Zone = "zone",
        /// An expression; since autumn 2026.
        CustomExpression = "custom_expression",
    }
}

closed_words! {
    /// What mitigations can be sorted by.
    MitigationProperty {
        /// Its kind.
        Type = "type",
        /// When it begins.
        EffectiveDate = "effective_date",
        /// How far it is.
        Status = "status",
        /// What it is put on.
        EntityType = "entity_type",
    }
}

/// Asks for one page of the mitigations that a report against the account led to.
///
/// Page: "List abuse report mitigations". Default and maximum of `per_page` are **not documented**, nor whether a
/// submitter may read those of a report about somebody else (supposed: no).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListMitigations {
    /// The account that the report is about.
    pub account: AccountId,
    /// The report.
    pub report_id: ReportId,
    /// Number of the page, from 1.
    pub page: Option<u32>,
    /// Rows a page.
    pub per_page: Option<u32>,
    /// In which order.
    pub sort: Option<Sort<MitigationProperty>>,
    /// Only these kinds; free words.
    pub types: Vec<String>,
    /// Only those that begin after this time, RFC 3339.
    pub effective_after: Option<String>,
    /// Only those that begin before this time, RFC 3339.
    pub effective_before: Option<String>,
    /// Only this state.
    pub status: Option<MitigationStatus>,
    /// Only those that are put on this.
    pub entity_type: Option<EntityType>,
}

/// What Cloudflare did to a URL, a zone or the account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mitigation {
    /// The service's number.
    pub id: String,
    /// What was done, such as `phishing_interstitial`. A free word since autumn 2026: shown as it came.
    pub kind: Option<String>,
    /// How far it is.
    pub status: Option<MitigationStatus>,
    /// When it begins, RFC 3339, as it came.
    pub effective_date: Option<String>,
    /// What it is put on.
    pub entity_type: Option<EntityType>,
    /// Which one of those; what it holds is not documented.
    pub entity_id: Option<String>,
}

impl ListMitigations {
    /// All of them, from the first page on.
    #[must_use]
    pub fn new(account: AccountId, report_id: ReportId) -> Self {
        Self {
            account,
            report_id,
            page: None,
            per_page: None,
            sort: None,
            types: Vec::new(),
            effective_after: None,
            effective_before: None,
            status: None,
            entity_type: None,
        }
    }
}

impl Mitigation {
    pub(crate) fn from_row(row: &Map<String, Value>) -> Option<Self> {
        Some(Self {
            id: member(row, "id")?,
            kind: member(row, "type"),
            status: word(row, "status"),
            effective_date: member(row, "effective_date"),
            entity_type: word(row, "entity_type"),
            entity_id: member(row, "entity_id"),
        })
    }
}

impl Endpoint for ListMitigations {
    type Response = Page<Mitigation>;

    fn request(&self) -> Request {
        let mut pairs = paging(self.page, self.per_page);
        pairs.push(sorting(self.sort.as_ref()));
        pairs.extend(each("type", &self.types));
        pairs.push(("effective_after", self.effective_after.clone()));
        pairs.push(("effective_before", self.effective_before.clone()));
        pairs.push(("status", self.status.as_ref().map(ToString::to_string)));
        pairs.push(("entity_type", self.entity_type.as_ref().map(ToString::to_string)));
        asking(get(self.account.reports().push(&self.report_id.0).then("/mitigations")), pairs)
    }

    fn read(answer: &Answer) -> Result<Page<Mitigation>, Error> {
        Page::read(answer, Some("mitigations"), Mitigation::from_row)
    }
}

impl Lookup for ListMitigations {}

impl Paged for ListMitigations {
    type Row = Mitigation;

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
