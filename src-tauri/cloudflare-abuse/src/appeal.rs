//! `POST /accounts/{account_id}/abuse-reports/{report_id}/mitigations/appeal`: asking for a review.

use http_kit::{Answer, Request};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::client::post;
use crate::counter_notice::CounterNotice;
use crate::error::success;
use crate::report::members;
use crate::{AccountId, Endpoint, Error, Mitigation, ReportId, Submission};

closed_words! {
    /// Why one mitigation should go. The meanings are inferred from the names; no free text can be added.
    AppealReason {
        /// The reported content is gone.
        Removed = "removed",
        /// It was no abuse.
        Misclassified = "misclassified",
    }
}

/// An appeal against what a report led to.
///
/// Page: "Request review on mitigations". **Not documented**: how many mitigations one appeal may name, what happens
/// when only some of them are good, and which states may be appealed. Asking again while a review is open changes
/// nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appeal {
    /// The account that the report is about.
    pub account: AccountId,
    /// The report.
    pub report_id: ReportId,
    /// What is asked.
    pub ask: Ask,
}

/// The two forms of an appeal: chosen mitigations of any report, or a whole DMCA report. Never both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ask {
    /// A review of chosen mitigations.
    Mitigations(Appealed),
    /// DMCA reports only: the content is gone.
    ContentRemoved,
    /// DMCA reports only: the content is lawful, with the statements that the law asks for.
    CounterNotice(Box<CounterNotice>),
}

/// Mitigations with a reason each: at least one, none twice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appealed(Vec<(String, AppealReason)>);

/// These mitigations can't be appealed together.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadAppeals {
    /// There is none.
    #[error("no mitigation is named")]
    None,
    /// One has no number.
    #[error("a mitigation has no number")]
    NoId,
    /// One is there twice.
    #[error("{0} is named twice")]
    Twice(String),
}

impl Appealed {
    /// # Errors
    /// No mitigation, one without a number, one named twice.
    pub fn new(chosen: impl IntoIterator<Item = (String, AppealReason)>) -> Result<Self, BadAppeals> {
        let mut all: Vec<(String, AppealReason)> = Vec::new();
        for (id, reason) in chosen {
            if id.trim().is_empty() {
                return Err(BadAppeals::NoId);
            }
            if all.iter().any(|(known, _)| *known == id) {
                return Err(BadAppeals::Twice(id));
            }
            all.push((id, reason));
        }
        if all.is_empty() { Err(BadAppeals::None) } else { Ok(Self(all)) }
    }

    /// The mitigations, in the order they were given.
    #[must_use]
    pub fn chosen(&self) -> &[(String, AppealReason)] {
        &self.0
    }
}

/// An appeal as it will be sent, to the byte.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreparedAppeal {
    /// The account that the report is about.
    pub account: AccountId,
    /// The report.
    pub report_id: ReportId,
    /// The JSON text.
    pub body: String,
}

impl Appeal {
    /// The appeal as it will be sent. The same appeal always gives the same text.
    #[must_use]
    pub fn prepare(&self) -> PreparedAppeal {
        let members = match &self.ask {
            Ask::Mitigations(Appealed(all)) => {
                let one = |(id, reason): &(String, AppealReason)| json!({ "id": id, "reason": reason.as_str() });
                vec![("appeals", all.iter().map(one).collect::<Value>())]
            }
            Ask::ContentRemoved => vec![("type", "content_removed".into())],
            Ask::CounterNotice(notice) => vec![("type", "counter_notice".into()), ("data", notice.data())],
        };
        let (account, report_id) = (self.account.clone(), self.report_id.clone());
        PreparedAppeal { account, report_id, body: members::write(&members) }
    }
}

impl PreparedAppeal {
    /// The members of the body in their order: texts as they are, everything else as JSON. Empty for a body that is no
    /// JSON object, which [`Appeal::prepare`] never makes.
    #[must_use]
    pub fn fields(&self) -> Vec<(String, String)> {
        members::read(&self.body)
    }
}

impl Endpoint for PreparedAppeal {
    /// The mitigations in their new state. Compare them with those that were asked for.
    type Response = Vec<Mitigation>;

    fn request(&self) -> Request {
        let path = self.account.reports().push(&self.report_id.0).then("/mitigations/appeal");
        post(path, &self.body)
    }

    /// Any 2xx that is no error. `result` is not among the members that the schema requires, so without one the list is
    /// empty, and the mitigations are to be read again.
    fn read(answer: &Answer) -> Result<Vec<Mitigation>, Error> {
        match success(answer)?.get("result") {
            Some(Value::Array(rows)) => {
                Ok(rows.iter().filter_map(|row| Mitigation::from_row(row.as_object()?)).collect())
            }
            None | Some(Value::Null) => Ok(Vec::new()),
            Some(_) => Err(Error::unreadable("result", answer)),
        }
    }
}

impl Submission for PreparedAppeal {}
