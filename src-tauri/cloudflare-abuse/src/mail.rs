//! Mails that the service sent about a report.

use http_kit::Answer;
use serde_json::{Map, Value};

use crate::tolerant::member;
use crate::{Error, Page};

/// A mail that the service sent about a report. Its texts come from outside; whether `body` is HTML is **not
/// documented**: data, never markup.
///
/// Page: "List emails" of abuse reports and of submitted reports.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mail {
    /// The service's number.
    pub id: String,
    /// Subject line.
    pub subject: Option<String>,
    /// Content.
    pub body: Option<String>,
    /// Whom it was sent to.
    pub recipient: Option<String>,
    /// When, RFC 3339, as it came.
    pub sent_at: Option<String>,
}

/// Rows that a page of mails has where nothing else is asked for, and the most that may be.
const USUAL_ROWS: u32 = 20;
const MOST_ROWS: u32 = 100;

/// Rows that every page of mails but the last has.
pub(crate) fn rows_a_page(per_page: Option<u32>) -> Option<u32> {
    Some(per_page.unwrap_or(USUAL_ROWS)).filter(|rows| *rows <= MOST_ROWS)
}

pub(crate) fn read(answer: &Answer) -> Result<Page<Mail>, Error> {
    Page::read(answer, Some("emails"), mail)
}

fn mail(row: &Map<String, Value>) -> Option<Mail> {
    Some(Mail {
        id: member(row, "id")?,
        subject: member(row, "subject"),
        body: member(row, "body"),
        recipient: member(row, "recipient"),
        sent_at: member(row, "sent_at"),
    })
}
