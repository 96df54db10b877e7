//! What PhishFort would refuse, and what it asks for in its handbook.

use domain::{Moment, Target};
use jiff::civil::{Date, Time};
use ledger::Evidence;
use phishfort::{BODY_LIMIT, MAX_FILES};

use super::{Checked, Draft};
use crate::compose::takes_evidence;
use crate::contract::{DraftFields, FieldId, FileKind, Problem, ProblemCode};
use crate::filing::{counted, problem};
use crate::words::from_word;

pub(super) fn problems(checked: &Checked<'_>) -> Vec<Problem> {
    let mut found = Vec::new();
    match checked.target {
        Ok(Target::Phone(_)) => found.extend(about_call(checked)),
        Ok(Target::Ipv4(_)) => found.extend(about_address_on_ip(checked.fields)),
        _ => {}
    }
    let reporter = checked.fields.reported_by.trim();
    if !reporter.is_empty() && !matches!(Target::parse(reporter), Ok(Target::Email(_))) {
        found.push(problem(ProblemCode::ReporterUnreadable, FieldId::ReportedBy));
    }
    let odd = |c: char| c.is_whitespace() || c.is_control();
    if checked.fields.client_id.trim().chars().any(odd) {
        found.push(problem(ProblemCode::ClientUnreadable, FieldId::ClientId));
    }
    if takes_evidence(checked.fields) {
        found.extend(about_files(checked));
    }
    if !checked.has_key {
        found.push(problem(ProblemCode::KeyMissing, FieldId::Key));
    }
    found
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
        found.push(counted(ProblemCode::TooManyFiles, FieldId::Evidence, sent.len(), MAX_FILES));
    }
    if checked.body_bytes >= BODY_LIMIT {
        let bytes = |bytes| usize::try_from(bytes).unwrap_or(usize::MAX);
        found.push(counted(ProblemCode::TooBig, FieldId::Evidence, bytes(checked.body_bytes), bytes(BODY_LIMIT)));
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

/// What PhishFort asks for, by kind of target.
pub(super) fn advice(draft: &Draft<'_>) -> Vec<Problem> {
    let checked = draft.checked;
    let mut found = Vec::new();
    let sends = |kinds: &[FileKind]| {
        let is = |one: &&Evidence| from_word::<FileKind>(&one.kind).is_some_and(|kind| kinds.contains(&kind));
        checked.evidence.iter().filter(|one| one.send).any(|one| is(&one))
    };
    match checked.target {
        // Where nobody may keep the pictures, nobody is asked for one.
        _ if !takes_evidence(checked.fields) => {}
        Ok(Target::Web(_)) if !sends(&[FileKind::Png, FileKind::Jpeg, FileKind::Pdf]) => {
            found.push(problem(ProblemCode::NoPicture, FieldId::Evidence));
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
    let others = draft.others().count();
    if others > 0 {
        let count = u32::try_from(others).ok();
        found.push(Problem { count, ..problem(ProblemCode::OthersInNote, FieldId::MoreAddresses) });
    }
    found
}
