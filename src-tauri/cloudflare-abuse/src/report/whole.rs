//! A whole report.

use super::{Category, CountryCode, Prepared, Sender, Text, Urls, members, written};
use crate::{AccountId, Kind};

/// A new report: one hostname, one kind. The service takes no files.
///
/// Page: "Submit an abuse report".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    sender: Sender,
    urls: Urls,
    category: Category,
    /// For the analyst. The only free text that every kind has, and that comes back when a report is read.
    pub comments: Option<Text<1, 2000>>,
    /// Country in which it was seen, or from which; the pages don't say.
    pub reported_country: Option<CountryCode>,
    /// Browser with which it was seen; the pages don't say more.
    pub reported_user_agent: Option<Text<1, 255>>,
}

/// The parts are good, and don't go together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadReport {
    /// The signature of a DMCA report must equal the sender's name, to the character.
    #[error("the signature is not the sender's name")]
    SignatureDiffers,
}

impl Report {
    /// A report without the optional fields.
    ///
    /// # Errors
    /// A signature that is not the sender's name.
    pub fn new(sender: Sender, urls: Urls, category: Category) -> Result<Self, BadReport> {
        if let Category::Dmca(dmca) = &category
            && dmca.signature != sender.name
        {
            return Err(BadReport::SignatureDiffers);
        }
        Ok(Self { sender, urls, category, comments: None, reported_country: None, reported_user_agent: None })
    }

    /// Who sends it.
    #[must_use]
    pub fn sender(&self) -> &Sender {
        &self.sender
    }

    /// What it is about.
    #[must_use]
    pub fn urls(&self) -> &Urls {
        &self.urls
    }

    /// What is reported.
    #[must_use]
    pub fn category(&self) -> &Category {
        &self.category
    }

    /// What kind it is.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.category.kind()
    }

    /// The report as it will be sent for an account. The same report always gives the same text.
    #[must_use]
    pub fn prepare(&self, account: &AccountId) -> Prepared {
        let body = members::write(&written::members(self));
        Prepared { account: account.clone(), kind: self.kind(), body }
    }
}
