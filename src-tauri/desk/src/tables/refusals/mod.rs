//! Every ground for a refusal that the services' pages name, and what is done about it beforehand.
//!
//! The rows are made by a `match` over each service's own list, so that a new ground does not compile until somebody has
//! decided what to do about it.

mod phishfort;

use cloudflare_abuse::{DenialReason, ErrorKind};

use crate::contract::{ProblemCode as Code, RefusalCheck, RefusalRow, RefusalSource};
use phishfort::PhishfortRule;

use RefusalCheck::{Advises, Blocks, CantBeKnown, CantHappen};

type Verdict = (RefusalCheck, &'static [Code]);

/// The whole table: Cloudflare's answers, Cloudflare's decisions, PhishFort's rules.
pub(crate) fn refusals() -> Vec<RefusalRow> {
    let answers = ErrorKind::ALL.iter().map(|&kind| row(RefusalSource::CloudflareAnswer, kind.name(), answer(kind)));
    let denials = DenialReason::ALL.iter();
    let denials = denials.map(|why| row(RefusalSource::CloudflareDenial, why.as_str(), denial(why)));
    let rules = PhishfortRule::ALL.iter();
    let rules = rules.map(|rule| row(RefusalSource::Phishfort, &crate::words::word(rule), rule.verdict()));
    answers.chain(denials).chain(rules).collect()
}

fn row(source: RefusalSource, name: &str, (check, problems): Verdict) -> RefusalRow {
    RefusalRow { source, name: name.to_owned(), check, problems: problems.to_vec() }
}

/// What is done about an error of a submission.
fn answer(kind: ErrorKind) -> Verdict {
    match kind {
        // `act` stands in path and body from one value, `email2` repeats `email`, and a notification is chosen from the
        // words of its kind.
        ErrorKind::BadAct | ErrorKind::UnexpectedAct | ErrorKind::DiffEmail | ErrorKind::InvalidNotify => {
            (CantHappen, &[])
        }
        ErrorKind::BadName | ErrorKind::MustNotify => (Blocks, &[Code::FieldMissing]),
        ErrorKind::BadEmail => (Blocks, &[Code::FieldEmailUnreadable]),
        ErrorKind::BadUrls => (
            Blocks,
            &[
                Code::TargetMissing,
                Code::TargetUnreadable,
                Code::WebUnreadable,
                Code::CloudflareTakesWeb,
                Code::AddressUnreadable,
            ],
        ),
        ErrorKind::UrlNotValid => (Advises, &[Code::SplitByHost]),
        ErrorKind::UrlNotOrange => (Advises, &[Code::OnCloudflareUnknown, Code::NotOnCloudflare]),
        ErrorKind::Dedupe => (Blocks, &[Code::ReportedThisWeek]),
        ErrorKind::BadJust => (Blocks, &[Code::FieldMissing, Code::FieldTooShort, Code::FieldTooLong]),
        ErrorKind::BadComments => (Blocks, &[Code::CommentsTooLong]),
        ErrorKind::NoSig => (Blocks, &[Code::FieldMissing, Code::SignatureDiffers]),
        ErrorKind::NoAgree => (Blocks, &[Code::StatementMissing]),
        ErrorKind::NoOriginalWork
        | ErrorKind::BadAddress
        | ErrorKind::BadAgentName
        | ErrorKind::BadCity
        | ErrorKind::BadState
        | ErrorKind::BadCountry => (Blocks, &[Code::FieldMissing, Code::FieldTooLong]),
        ErrorKind::BadIp | ErrorKind::BadPortsProtocol => (Blocks, &[Code::ItemUnreadable, Code::ItemTwice]),
        ErrorKind::MaxIps => (Blocks, &[Code::TooManyItems]),
        // Thirty items of a port and a protocol stay below the 2000 characters in all, unless one is no such item.
        ErrorKind::PortsProtocol => (Blocks, &[Code::TooManyItems, Code::FieldTooLong, Code::ItemUnreadable]),
        ErrorKind::Db | ErrorKind::Email | ErrorKind::Internal | ErrorKind::Unknown => (CantBeKnown, &[]),
    }
}

/// What is done about a ground for turning a report down. The pages list the words and describe none of them.
fn denial(reason: &DenialReason) -> Verdict {
    match reason {
        DenialReason::UnableToConfirm => (Advises, &[Code::NoWayToSeeIt, Code::ThinStory, Code::OurSentence]),
        DenialReason::IncompleteReport | DenialReason::NoAbuseFound => (Advises, &[Code::ThinStory, Code::OurSentence]),
        DenialReason::NotOnCloudflare => (Advises, &[Code::OnCloudflareUnknown, Code::NotOnCloudflare]),
        DenialReason::DuplicateReport => (Advises, &[Code::ReportedBefore, Code::ReportedThisWeek]),
        DenialReason::MissingOriginalWork => (Advises, &[Code::OriginalWithoutAddress, Code::FieldMissing]),
        DenialReason::DirectUrlRequired => (Advises, &[Code::NoPath]),
        DenialReason::WrongReportCategory => (Advises, &[Code::PerhapsOtherKind]),
        DenialReason::ContentUnavailable => (Advises, &[Code::NoWayToSeeIt]),
        DenialReason::LawEnforcementReferralRequired => (Advises, &[Code::PoliceFirst]),
        DenialReason::DomainDisputeProcessRequired => (Advises, &[Code::PerhapsDispute]),
        // Nothing here ever opens a reported page, so nothing here knows what is on it now. Words of a later day
        // are as unknown.
        DenialReason::ContentRemoved | DenialReason::ReportDetailsMismatch | DenialReason::Other(_) => {
            (CantBeKnown, &[])
        }
    }
}

#[cfg(test)]
mod tests;
