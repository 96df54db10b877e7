//! What is reported, whoever is told: whether it can be read, and whether it is ours or everybody's.

use domain::{Refusal, Target, TargetProblem};

use super::Draft;
use crate::compose::takes_evidence;
use crate::contract::{FieldId, FoundQuestion, Problem, ProblemCode, ReportKind, Wish};
use crate::filing::problem;

pub(super) fn problems(draft: &Draft<'_>) -> Vec<Problem> {
    let checked = draft.checked;
    let mut found = Vec::new();
    match checked.target {
        Ok(target) => found.extend(refused(target, checked.own_sites, FieldId::Target)),
        Err(TargetProblem::Missing) => found.push(missing(checked.question)),
        Err(unreadable) => found.push(problem(code(*unreadable), FieldId::Target)),
    }
    let others = draft.others().filter_map(|url| Target::parse(url).ok());
    let mut others: Vec<_> =
        others.filter_map(|other| refused(&other, checked.own_sites, FieldId::MoreAddresses)).collect();
    // Many pages of one site of ours are one mistake. What Cloudflare would say of private addresses names them.
    others.dedup();
    others.retain(|one| one.code != ProblemCode::PrivateAddress || !checked.fields.to_cloudflare);
    found.extend(others);
    found
}

/// Nothing is entered: what was found in the evidence says what to do about it.
fn missing(question: Option<(FoundQuestion, usize)>) -> Problem {
    match question {
        Some((FoundQuestion::WhichAddress, count)) => {
            let count = u32::try_from(count).ok();
            Problem { count, ..problem(ProblemCode::TargetUnchosen, FieldId::Target) }
        }
        Some((FoundQuestion::ReportSender, _)) => problem(ProblemCode::TargetNotFound, FieldId::Target),
        None => problem(ProblemCode::TargetMissing, FieldId::Target),
    }
}

fn code(unreadable: TargetProblem) -> ProblemCode {
    match unreadable {
        TargetProblem::Missing => ProblemCode::TargetMissing,
        TargetProblem::Unreadable => ProblemCode::TargetUnreadable,
        TargetProblem::WebUnreadable => ProblemCode::WebUnreadable,
        TargetProblem::EmailUnreadable => ProblemCode::EmailUnreadable,
        TargetProblem::PhoneUnreadable => ProblemCode::PhoneUnreadable,
        TargetProblem::IpUnreadable => ProblemCode::IpUnreadable,
        TargetProblem::Ipv6 => ProblemCode::Ipv6,
        TargetProblem::Several => ProblemCode::SeveralTargets,
    }
}

/// Why reporting it would hurt us, or people who did nothing.
fn refused(target: &Target, own_sites: &[String], field: FieldId) -> Option<Problem> {
    let (code, text) = match domain::refusal(target, own_sites)? {
        Refusal::OwnDomain(name) if field == FieldId::MoreAddresses => (ProblemCode::AddressIsOurs, Some(name)),
        Refusal::OwnDomain(name) => (ProblemCode::OwnDomain, Some(name)),
        Refusal::MailProvider(name) => (ProblemCode::MailProvider, Some(name)),
        Refusal::SharedHost(name) => (ProblemCode::SharedHost, Some(name)),
        Refusal::PrivateAddress => (ProblemCode::PrivateAddress, None),
    };
    Some(Problem { text, ..problem(code, field) })
}

pub(super) fn advice(draft: &Draft<'_>) -> Vec<Problem> {
    let checked = draft.checked;
    let fields = checked.fields;
    let mut found = Vec::new();
    if let Some(earlier) = checked.earlier.first().filter(|_| fields.to_phishfort) {
        found.push(Problem {
            case_id: Some(earlier.case_id.clone()),
            text: Some(earlier.number.clone()),
            at: Some(earlier.at.iso()),
            ..problem(ProblemCode::ReportedBefore, FieldId::Target)
        });
    }
    // Who owns a domain is asked of the domain; everything else is seen on a page.
    let page_wanted = (fields.to_phishfort && fields.wish == Wish::Takedown)
        || (fields.to_cloudflare && fields.report_kind != ReportKind::RegistrarWhois);
    if let Ok(Target::Web(web)) = checked.target
        && page_wanted
        && takes_evidence(fields)
        && !web.names_a_page()
    {
        found.push(problem(ProblemCode::NoPath, FieldId::Target));
    }
    found
}
