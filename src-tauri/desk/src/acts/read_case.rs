//! One whole case: its timeline, its evidence, what was sent.

use domain::{CaseId, Moment, State, Target};
use ledger::{Actor, Bucket, Event, LedgerError, NewEvent, Submission};
use serde_json::{Value, json};

use super::decide::only;
use super::list_cases;
use super::write_draft::{begin, of_a_report};
use crate::Desk;
use crate::bench::Bench;
use crate::compose;
use crate::contract::*;
use crate::error::id;
use crate::outbox::told;
use crate::services::Payload;
use crate::view::{self, size};
use crate::words::{from_word, word};

/// Longest note of one's own, in characters.
const LONGEST_NOTE: usize = 5000;

pub(super) fn event(event: &Event) -> EventView {
    let detail = &event.detail;
    let text = |name: &str| detail[name].as_str().map(domain::visible);
    let number = |name: &str| detail[name].as_u64().map(size);
    fn known<T: serde::de::DeserializeOwned>(value: &Value) -> Option<T> {
        value.as_str().and_then(from_word)
    }
    EventView {
        at: event.at.iso(),
        kind: from_word(&event.kind).unwrap_or(EventKind::Other),
        service: event.service.as_deref().and_then(from_word),
        status: known(&detail["status"]),
        raw_status: text("raw_status"),
        denial: detail["denial"].as_str().map(view::denial),
        report_kind: known(&detail["report_kind"]),
        hostname: detail["hostname"].as_str().map(domain::defang),
        reason: known(&detail["reason"]),
        look: known(&detail["look"]),
        text: text("text"),
        number: text("number"),
        files: number("files"),
        bytes: number("bytes"),
        block: None,
        appeal: None,
    }
}

fn sent(bench: &Bench, submission: &Submission) -> Result<SentView, AppError> {
    let payload: Payload = serde_json::from_str(&submission.payload_json).map_err(LedgerError::from)?;
    let file = |file: ledger::SubmissionFile| SentFileView {
        name: file.sent_name,
        size_bytes: size(file.size_bytes),
        sha256: file.sha256,
    };
    Ok(SentView {
        submission: view::submission(bench, submission)?,
        preview: bench.line_of(submission).adapter.preview(
            &payload,
            bench.ledger.evidence_store(),
            &submission.reference,
        ),
        files: bench.ledger.submission_files(&submission.id)?.into_iter().map(file).collect(),
        message: submission.message.as_deref().map(domain::visible),
    })
}

/// Where one thing that was sent stands.
fn standing(bench: &Bench, one: &Submission) -> Result<StandingView, AppError> {
    let payload: Payload = serde_json::from_str(&one.payload_json).map_err(LedgerError::from)?;
    let shown = view::submission(bench, one)?;
    let denied = one.status.as_deref().and_then(from_word) == Some(CaseStatus::ReportDenied);
    Ok(StandingView {
        submission_id: shown.id,
        service: shown.service,
        report_kind: shown.report_kind,
        target: shown.target,
        addresses: shown.addresses,
        number: shown.number,
        status: one.status.as_deref().and_then(from_word).unwrap_or(CaseStatus::Other),
        raw_status: one.raw_status.clone(),
        denial: one.denial.as_deref().map(view::denial),
        raw_denial: one.denial.as_deref().map(domain::visible),
        needs_you: one.bucket == Some(Bucket::NeedsYou) && !bench.ledger.is_superseded(&one.id)?,
        can_settle: denied && one.bucket == Some(Bucket::NeedsYou) && payload.filing.is_some(),
        can_refresh: one.state == State::Accepted && one.remote_id.is_some(),
        refreshed_at: one.refreshed_at.map(Moment::iso),
    })
}

/// Who could still be told of it: a service that holds nothing of it, or refused some of what it was told.
fn can_tell(fields: &DraftFields, left: &[&Submission]) -> Vec<Service> {
    let web = matches!(Target::parse(&fields.target), Ok(Target::Web(_)));
    // What nobody may keep pictures of is no matter for a takedown desk that asks for them.
    let with_evidence = compose::takes_evidence(fields);
    let refused = |one: &&&Submission| {
        one.state == State::Rejected || one.status.as_deref() == Some(word(&CaseStatus::ReportDenied).as_str())
    };
    let told = |service: Service| left.iter().filter(move |one| one.service == word(&service));
    let holds =
        |service: Service| told(service).next().is_some() && !told(service).any(|one| refused(&one) && !one.settled);
    let could = |service: Service| match service {
        Service::Phishfort => with_evidence,
        Service::Cloudflare => web,
    };
    [Service::Phishfort, Service::Cloudflare].into_iter().filter(|one| could(*one) && !holds(*one)).collect()
}

pub(crate) fn show(bench: &Bench, case_id: &CaseId) -> Result<CaseView, AppError> {
    let case = bench.ledger.case(case_id)?;
    let draft = bench.ledger.draft_of_case(case_id)?;
    let fields: DraftFields = serde_json::from_str(&draft.fields_json).map_err(LedgerError::from)?;
    let submissions = bench.ledger.submissions_of(case_id)?;
    let left: Vec<_> = submissions.iter().filter(|one| one.state != State::Undone).collect();
    let open = left.iter().filter(|one| one.state != State::Accepted);
    let mut in_order = left.clone();
    in_order.reverse();
    in_order.sort_by_key(|one| one.service != word(&Service::Phishfort));
    let can_tell = if left.is_empty() { Vec::new() } else { can_tell(&fields, &left) };
    let draft_id = (draft.sent_at.is_none() && draft.deleted_at.is_none()).then(|| draft.id.to_string());
    // Practice is no part of the real dashboard, so nothing of it is opened there.
    let can_open = bench.mode != Mode::Practice
        && case.service_url.as_deref().and_then(crate::services::phishfort::dashboard_url).is_some();
    Ok(CaseView {
        row: list_cases::row(bench, &case)?,
        wish: fields.wish,
        note: fields.note,
        reported_by: fields.reported_by,
        timeline: bench.ledger.events(case_id)?.iter().map(event).collect(),
        evidence: bench.ledger.evidence_of(case_id)?.iter().map(|one| view::evidence(one, None)).collect(),
        sent: left.iter().map(|one| sent(bench, one)).collect::<Result<_, _>>()?,
        open: open.map(|one| view::submission(bench, one)).collect::<Result<_, _>>()?,
        standings: in_order.iter().map(|one| standing(bench, one)).collect::<Result<_, _>>()?,
        draft_id,
        can_tell,
        flags: serde_json::from_str(&case.flags_json).unwrap_or_default(),
        can_open,
        can_refresh: left.iter().any(|one| one.state == State::Accepted && one.remote_id.is_some()),
        refreshed_at: case.refreshed_at.map(Moment::iso),
    })
}

/// The case that is meant.
///
/// # Errors
/// `NotFound`, also for the file of an appeal: that is no case.
pub(super) fn case_of(bench: &Bench, case_id: &str) -> Result<CaseId, AppError> {
    let case_id: CaseId = id(case_id)?;
    of_a_report(bench, &bench.ledger.draft_of_case(&case_id)?.id)?;
    Ok(case_id)
}

/// One whole case.
///
/// # Errors
/// `NotFound`.
pub async fn case_read(desk: &Desk, case_id: String) -> Result<CaseView, AppError> {
    let bench = desk.bench();
    show(&bench, &case_of(&bench, &case_id)?)
}

/// Adds a note of one's own to the timeline. It is sent nowhere.
///
/// # Errors
/// `BadRequest` for an empty or endless note.
pub async fn case_note(desk: &Desk, case_id: String, text: String) -> Result<CaseView, AppError> {
    let bench = desk.bench();
    let case_id = case_of(&bench, &case_id)?;
    let text = text.trim();
    if text.is_empty() || text.chars().count() > LONGEST_NOTE {
        return Err(AppError::new(ErrorCode::BadRequest, "a note has between 1 and 5,000 characters"));
    }
    let event = NewEvent {
        at: bench.now(),
        kind: "note_added",
        actor: Actor::Person,
        submission_id: None,
        service: None,
        detail: json!({ "text": text }),
    };
    bench.ledger.add_event(&case_id, &event)?;
    desk.tell(Notice::CasesChanged { case_id: Some(case_id.to_string()) });
    show(&bench, &case_id)
}

/// The person has read a refusal and wants nothing more of it.
///
/// # Errors
/// `NotFound`; `TooLate` for what is no refusal.
pub async fn case_settle(desk: &Desk, submission_id: String) -> Result<CaseView, AppError> {
    let bench = desk.bench();
    let one = bench.ledger.submission(&id(&submission_id)?)?;
    if !standing(&bench, &one)?.can_settle {
        return Err(AppError::new(ErrorCode::TooLate, "nothing here waits for this"));
    }
    let payload: Payload = serde_json::from_str(&one.payload_json).map_err(LedgerError::from)?;
    let event = NewEvent {
        at: bench.now(),
        kind: "settled",
        actor: Actor::Person,
        submission_id: Some(one.id.clone()),
        service: Some(one.service.clone()),
        detail: told(&payload, json!({ "denial": one.denial })),
    };
    let after = bench.ledger.settle(&one.id, &event)?;
    bench.tell_changed(&after);
    show(&bench, &after.case_id)
}

/// Goes on with a case for one service: its draft, with only what that service has not been told or has refused.
fn tell(desk: &Desk, bench: &Bench, case_id: CaseId, service: Service) -> Result<DraftView, AppError> {
    let sent = bench.ledger.submissions_of(&case_id)?;
    let left: Vec<&Submission> = sent.iter().filter(|one| one.state != State::Undone).collect();
    let newest = left.first().copied();
    let draft = match newest {
        Some(one) => bench.ledger.draft(&one.draft_id)?,
        None => bench.ledger.draft_of_case(&case_id)?,
    };
    let mut fields: DraftFields = serde_json::from_str(&draft.fields_json).map_err(LedgerError::from)?;
    if !can_tell(&fields, &left).contains(&service) {
        return Err(AppError::new(ErrorCode::TooLate, "this service has it, or does not take it"));
    }
    let mut refused = Vec::new();
    for one in sent.iter().filter(|one| one.service == word(&service) && one.state != State::Undone) {
        let denied = one.status.as_deref() == Some(word(&CaseStatus::ReportDenied).as_str());
        if (denied || one.state == State::Rejected) && !one.settled && !bench.ledger.is_superseded(&one.id)? {
            let payload: Payload = serde_json::from_str(&one.payload_json).map_err(LedgerError::from)?;
            refused.extend(payload.filing);
        }
    }
    fields.to_phishfort = service == Service::Phishfort;
    fields.to_cloudflare = service == Service::Cloudflare;
    if fields.to_cloudflare && !refused.is_empty() {
        only(&mut fields, &refused);
    }
    begin(desk, Some(case_id), fields)
}

/// Begins a report about the same thing with the same words. With a service: in the same case, for that service alone.
/// Without: in the same case when the last one was refused, with the same evidence then; in a case of its own else.
///
/// # Errors
/// `NotFound`.
pub async fn case_report_again(desk: &Desk, case_id: String, service: Option<Service>) -> Result<DraftView, AppError> {
    let bench = desk.bench();
    let case_id = case_of(&bench, &case_id)?;
    let draft = bench.ledger.draft_of_case(&case_id)?;
    if let Some(service) = service {
        return tell(desk, &bench, case_id, service);
    }
    let fields: DraftFields = serde_json::from_str(&draft.fields_json).map_err(LedgerError::from)?;
    let last = bench.ledger.submissions_of(&case_id)?.into_iter().next();
    let damaged = |one: &Submission| one.reason.as_deref().and_then(from_word) == Some(SubmissionReason::FileDamaged);
    let refused = last.is_some_and(|one| one.state == State::Rejected || damaged(&one));
    begin(desk, refused.then_some(case_id), fields)
}
