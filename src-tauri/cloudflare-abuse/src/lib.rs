#![doc = include_str!("../README.md")]
#![deny(missing_docs)]

#[macro_use]
mod words;

mod account_id;
mod accounts;
mod allowance;
mod appeal;
mod client;
mod counter_notice;
mod denial;
mod eligibility;
mod error;
mod error_kind;
mod kind;
mod mail;
mod mitigation;
mod page;
mod pager;
mod query;
mod received;
mod report;
mod report_id;
mod submitted;
mod tokens;
mod tolerant;

pub use account_id::{AccountId, BadAccountId};
pub use accounts::{Account, AccountKind, ListAccounts};
pub use allowance::Allowance;
pub use appeal::{Appeal, AppealReason, Appealed, Ask, BadAppeals, PreparedAppeal};
pub use client::{BASE_URL, Client, Endpoint, HOST, KEY_HEADER, Lookup, Submission, Told};
pub use counter_notice::{CounterNotice, Sworn};
pub use denial::DenialReason;
pub use eligibility::{Eligibility, Eligible};
pub use error::Error;
pub use error_kind::ErrorKind;
pub use kind::{Kind, ListType};
pub use mail::Mail;
pub use mitigation::{EntityType, ListMitigations, Mitigation, MitigationProperty, MitigationStatus};
pub use page::{Page, PageInfo};
pub use pager::{MAX_PAGES, Paged, Pager};
pub use query::{Order, ReportProperty, Sort};
pub use received::{ListReceived, MitigationSummary, ReadReceived, Received, ReceivedEmails, ReceivedStatus};
pub use report::{
    Accepted, Affirmed, Agreed, BadCountryCode, BadElements, BadEmail, BadIps, BadPorts, BadReport, BadText, BadUrls,
    Category, Children, CountryCode, DataElement, DataElements, Dmca, Email, General, Ips, Ncsei, Notify, NotifyOwner,
    Phishing, Ports, Prepared, RegistrarWhois, Report, RequestType, RequestorType, Sender, Text, Threat, Trademark,
    Urls, WhoisRequest,
};
pub use report_id::{BadReportId, ReportId};
pub use submitted::{
    ListSubmitted, ReadSubmitted, Submitted, SubmittedEmails, SubmittedRow, SubmittedStatus, Submitter,
};
pub use tokens::{TokenState, TokenStatus, VerifyAccountToken, VerifyUserToken};
