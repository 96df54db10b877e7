//! What is wrong with the reports, by the table of kinds: every limit of the service's own schema.

use cloudflare_abuse::{CountryCode, Email};
use domain::{Refusal, Target, defang};

use super::lists::BadList;
use super::{Ground, addresses, category, comments, lists, value};
use crate::contract::{FieldId, FieldRule, FieldShape, Problem, ProblemCode as Code, ReportField as Field};
use crate::tables::{self, COMMENTS_MAX};

/// A problem without particulars.
pub(crate) fn problem(code: Code, field: FieldId) -> Problem {
    let (report_field, evidence_id, case_id) = (None, None, None);
    Problem { code, field, report_field, evidence_id, case_id, count: None, limit: None, text: None, at: None }
}

/// A problem of so many where so many may be.
pub(crate) fn counted(code: Code, field: FieldId, count: usize, limit: usize) -> Problem {
    Problem { count: Some(number(count)), limit: Some(number(limit)), ..problem(code, field) }
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// What stands in the way of filing, addresses first, then field by field. Empty exactly when
/// [`parts`](super::parts) has something, once an account is chosen.
pub(crate) fn problems(ground: Ground<'_>) -> Vec<Problem> {
    let mut found = about_addresses(ground);
    for rule in &tables::rule(ground.fields.report_kind).fields {
        let wrong = about_field(ground, rule);
        found.extend(wrong.map(|one| Problem { report_field: Some(rule.field), ..one }));
    }
    found
}

fn about_addresses(ground: Ground<'_>) -> Vec<Problem> {
    let all = addresses(ground);
    let mut found = Vec::new();
    match ground.target {
        None if ground.fields.target.trim().is_empty() => found.push(problem(Code::TargetMissing, FieldId::Target)),
        None => found.push(problem(Code::TargetUnreadable, FieldId::Target)),
        Some(_) if all.groups.is_empty() && all.unreadable.is_empty() => {
            found.push(problem(Code::CloudflareTakesWeb, FieldId::Target));
        }
        Some(_) => {}
    }
    let target_host = ground.target.and_then(Target::host);
    for host in all.hosts().filter(|host| is_off_the_net(host)) {
        let field = if target_host == Some(host) { FieldId::Target } else { FieldId::MoreAddresses };
        found.push(Problem { text: Some(defang(host)), ..problem(Code::NotOnCloudflare, field) });
    }
    for line in all.unreadable {
        found.push(Problem { text: Some(line), ..problem(Code::AddressUnreadable, FieldId::MoreAddresses) });
    }
    found
}

/// Whether no name stands there that could be active at Cloudflare: an IP address, or a name of a private network.
fn is_off_the_net(host: &str) -> bool {
    match Target::parse(&format!("https://{host}/")) {
        Ok(Target::Web(web)) if web.host_ip().is_some() => true,
        Ok(target) => domain::refusal(&target, &[]) == Some(Refusal::PrivateAddress),
        Err(_) => true,
    }
}

fn about_field(ground: Ground<'_>, rule: &FieldRule) -> Option<Problem> {
    let here = |code| Some(problem(code, FieldId::Report));
    if rule.field == Field::Comments {
        let whole = comments(ground, ground.reference).chars().count();
        let most = COMMENTS_MAX as usize;
        return (whole > most).then(|| counted(Code::CommentsTooLong, FieldId::Report, whole, most));
    }
    let Some(text) = value(ground, rule.field) else {
        let code = if rule.shape == FieldShape::Tick { Code::StatementMissing } else { Code::FieldMissing };
        return rule.required.then(|| problem(code, FieldId::Report));
    };
    match rule.shape {
        FieldShape::Tick if category::ticked(ground, rule.field) => None,
        FieldShape::Tick => here(Code::StatementMissing),
        // A word that is none of the choices is as good as no choice.
        FieldShape::Choice if category::choice(ground, rule.field).is_some() => None,
        FieldShape::Choice => here(Code::FieldMissing),
        FieldShape::Several => about_list(rule, lists::elements(&text)),
        FieldShape::Lines if rule.field == Field::PortsProtocols => about_list(rule, lists::ports(&text)),
        FieldShape::Lines => about_list(rule, lists::ips(&text)),
        FieldShape::Line | FieldShape::Text => about_text(ground, rule, &text),
    }
}

fn about_text(ground: Ground<'_>, rule: &FieldRule, text: &str) -> Option<Problem> {
    let code = match rule.field {
        Field::ReportedCountry => return CountryCode::new(text).is_err().then(|| at_report(Code::CountryUnreadable)),
        _ if text.chars().count() > rule.max as usize => Code::FieldTooLong,
        _ if text.chars().count() < rule.min as usize => Code::FieldTooShort,
        Field::Email => return Email::new(text).is_err().then(|| at_report(Code::FieldEmailUnreadable)),
        Field::Signature => {
            let differs = value(ground, Field::Name).as_deref() != Some(text);
            return differs.then(|| at_report(Code::SignatureDiffers));
        }
        _ => return None,
    };
    let limit = if code == Code::FieldTooLong { rule.max } else { rule.min };
    Some(counted(code, FieldId::Report, text.chars().count(), limit as usize))
}

fn about_list<T>(rule: &FieldRule, read: Result<T, BadList>) -> Option<Problem> {
    let with = |code, item: String| Problem { text: Some(defang(&item)), ..at_report(code) };
    Some(match read.err()? {
        BadList::Unreadable(item) => with(Code::ItemUnreadable, item),
        BadList::Twice(item) => with(Code::ItemTwice, item),
        BadList::TooMany(count) => counted(Code::TooManyItems, FieldId::Report, count, rule.most as usize),
        BadList::TooLong(count) => counted(Code::FieldTooLong, FieldId::Report, count, rule.max as usize),
    })
}

fn at_report(code: Code) -> Problem {
    problem(code, FieldId::Report)
}
