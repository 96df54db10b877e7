//! Would this be refused? Every limit is checked here before a byte is sent; advice is told apart from what stands in
//! the way.

use crate::services::phishfort::{BODY_LIMIT, MAX_FILES};
use domain::{Moment, Refusal, Target, TargetProblem};
use jiff::civil::{Date, Time};
use ledger::Evidence;

use crate::contract::{CaseId, DraftFields, FieldId, FileKind, Problem, ProblemCode, Wish};
use crate::view::size;
use crate::words::from_word;

/// Longest note that the form takes, in characters. Ours: PhishFort documents no limit of its own.
pub(crate) const NOTE_LIMIT: usize = 2000;

/// All that a check looks at.
pub(crate) struct Checked<'a> {
    pub fields: &'a DraftFields,
    pub target: &'a Result<Target, TargetProblem>,
    pub evidence: &'a [Evidence],
    /// Evidence whose bytes are missing or changed.
    pub damaged: &'a [String],
    pub body_bytes: u64,
    pub own_sites: &'a [String],
    pub has_key: bool,
    /// Earlier reports of the same target: case, and its number or the time.
    pub earlier: &'a [(CaseId, String)],
    pub now: Moment,
}

fn problem(code: ProblemCode, field: FieldId) -> Problem {
    Problem { code, field, evidence_id: None, case_id: None, count: None, limit: None, text: None }
}

/// What stands in the way of sending.
pub(crate) fn problems(checked: &Checked<'_>) -> Vec<Problem> {
    let mut found = Vec::new();
    found.extend(about_target(checked));
    match checked.target {
        Ok(Target::Phone(_)) => found.extend(about_call(checked)),
        Ok(Target::Ipv4(_)) => found.extend(about_address_on_ip(checked.fields)),
        _ => {}
    }
    let note = checked.fields.note.chars().count();
    if note > NOTE_LIMIT {
        found.push(counted(ProblemCode::NoteTooLong, FieldId::Note, note as u64, NOTE_LIMIT as u64));
    }
    let reporter = checked.fields.reported_by.trim();
    if !reporter.is_empty() && !matches!(Target::parse(reporter), Ok(Target::Email(_))) {
        found.push(problem(ProblemCode::ReporterUnreadable, FieldId::ReportedBy));
    }
    let odd = |c: char| c.is_whitespace() || c.is_control();
    if checked.fields.client_id.trim().chars().any(odd) {
        found.push(problem(ProblemCode::ClientUnreadable, FieldId::ClientId));
    }
    found.extend(about_files(checked));
    if !checked.has_key {
        found.push(problem(ProblemCode::KeyMissing, FieldId::Key));
    }
    found
}

fn counted(code: ProblemCode, field: FieldId, count: u64, limit: u64) -> Problem {
    Problem { count: Some(size(count)), limit: Some(size(limit)), ..problem(code, field) }
}

fn about_target(checked: &Checked<'_>) -> Option<Problem> {
    let target = match checked.target {
        Ok(target) => target,
        Err(unreadable) => {
            let code = match unreadable {
                TargetProblem::Missing => ProblemCode::TargetMissing,
                TargetProblem::Unreadable => ProblemCode::TargetUnreadable,
                TargetProblem::WebUnreadable => ProblemCode::WebUnreadable,
                TargetProblem::EmailUnreadable => ProblemCode::EmailUnreadable,
                TargetProblem::PhoneUnreadable => ProblemCode::PhoneUnreadable,
                TargetProblem::IpUnreadable => ProblemCode::IpUnreadable,
                TargetProblem::Ipv6 => ProblemCode::Ipv6,
                TargetProblem::Several => ProblemCode::SeveralTargets,
            };
            return Some(problem(code, FieldId::Target));
        }
    };
    let (code, text) = match domain::refusal(target, checked.own_sites)? {
        Refusal::OwnDomain(name) => (ProblemCode::OwnDomain, Some(name)),
        Refusal::MailProvider(name) => (ProblemCode::MailProvider, Some(name)),
        Refusal::SharedHost(name) => (ProblemCode::SharedHost, Some(name)),
        Refusal::PrivateAddress => (ProblemCode::PrivateAddress, None),
    };
    Some(Problem { text, ..problem(code, FieldId::Target) })
}

fn about_call(checked: &Checked<'_>) -> Vec<Problem> {
    let fields = checked.fields;
    let number = fields.phone_received_on.trim();
    let date = fields.phone_date.trim();
    let time = fields.phone_time.trim();
    let mut found = Vec::new();
    if number.is_empty() {
        found.push(problem(ProblemCode::PhoneReceivedOnMissing, FieldId::PhoneReceivedOn));
    } else if !matches!(Target::parse(number), Ok(Target::Phone(_))) {
        found.push(problem(ProblemCode::PhoneReceivedOnUnreadable, FieldId::PhoneReceivedOn));
    }
    // A day is "ahead" only when it is so in every time zone.
    let latest = Moment(checked.now.millis() + 14 * 3_600_000).iso();
    match date.parse::<Date>() {
        _ if date.is_empty() => found.push(problem(ProblemCode::PhoneDateMissing, FieldId::PhoneDate)),
        Ok(day) if day.to_string().as_str() <= &latest[..10] => {}
        _ => found.push(problem(ProblemCode::PhoneDateUnreadable, FieldId::PhoneDate)),
    }
    match time.parse::<Time>() {
        _ if time.is_empty() => found.push(problem(ProblemCode::PhoneTimeMissing, FieldId::PhoneTime)),
        Ok(_) => {}
        Err(_) => found.push(problem(ProblemCode::PhoneTimeUnreadable, FieldId::PhoneTime)),
    }
    if fields.phone_zone.trim().is_empty() {
        found.push(problem(ProblemCode::PhoneZoneMissing, FieldId::PhoneZone));
    }
    found
}

fn about_address_on_ip(fields: &DraftFields) -> Option<Problem> {
    let address = fields.ip_address_on_it.trim();
    if address.is_empty() {
        return Some(problem(ProblemCode::IpAddressMissing, FieldId::IpAddressOnIt));
    }
    let readable = matches!(Target::parse(address), Ok(Target::Web(_)));
    (!readable).then(|| problem(ProblemCode::IpAddressUnreadable, FieldId::IpAddressOnIt))
}

fn about_files(checked: &Checked<'_>) -> Vec<Problem> {
    let mut found = Vec::new();
    let sent: Vec<_> = checked.evidence.iter().filter(|one| one.send).collect();
    if sent.len() > MAX_FILES {
        found.push(counted(ProblemCode::TooManyFiles, FieldId::Evidence, sent.len() as u64, MAX_FILES as u64));
    }
    if checked.body_bytes >= BODY_LIMIT {
        found.push(counted(ProblemCode::TooBig, FieldId::Evidence, checked.body_bytes, BODY_LIMIT));
    }
    for one in sent {
        let id = one.id.to_string();
        let code = match &one.problem {
            _ if checked.damaged.contains(&id) => ProblemCode::FileDamaged,
            Some(_) => ProblemCode::FileNotTaken,
            None => continue,
        };
        found.push(Problem { evidence_id: Some(id), text: Some(one.name.clone()), ..problem(code, FieldId::Evidence) });
    }
    found
}

/// What would make the report stronger, or is worth knowing. What PhishFort asks for, by kind, stands in its handbook.
pub(crate) fn advice(checked: &Checked<'_>) -> Vec<Problem> {
    let mut found = Vec::new();
    for (case_id, text) in checked.earlier.iter().take(1) {
        let mut one = problem(ProblemCode::ReportedBefore, FieldId::Target);
        one.case_id = Some(case_id.clone());
        one.text = Some(text.clone());
        found.push(one);
    }
    let sends = |kinds: &[FileKind]| {
        let is = |one: &&Evidence| from_word::<FileKind>(&one.kind).is_some_and(|kind| kinds.contains(&kind));
        checked.evidence.iter().filter(|one| one.send).any(|one| is(&one))
    };
    match checked.target {
        Ok(Target::Web(web)) => {
            if checked.fields.wish == Wish::Takedown && !web.names_a_page() {
                found.push(problem(ProblemCode::NoPath, FieldId::Target));
            }
            if !sends(&[FileKind::Png, FileKind::Jpeg, FileKind::Pdf]) {
                found.push(problem(ProblemCode::NoPicture, FieldId::Evidence));
            }
        }
        Ok(Target::Email(_)) if !sends(&[FileKind::Email, FileKind::OutlookEmail]) => {
            found.push(problem(ProblemCode::NoOriginalMail, FieldId::Evidence));
        }
        _ => {}
    }
    if checked.fields.note.trim().is_empty() {
        found.push(problem(ProblemCode::NoNote, FieldId::Note));
    }
    if checked.fields.reported_by.trim().is_empty() {
        found.push(problem(ProblemCode::NoReporter, FieldId::ReportedBy));
    }
    found
}
