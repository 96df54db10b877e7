//! One whole case: its timeline, its evidence, what was sent.

use domain::{CaseId, Moment, State};
use ledger::{Actor, Event, LedgerError, NewEvent, Submission};
use serde_json::{Value, json};

use super::list_cases;
use super::write_draft::begin;
use crate::Desk;
use crate::bench::Bench;
use crate::contract::*;
use crate::error::id;
use crate::services::{Payload, phishfort as service};
use crate::view::{self, size};
use crate::words::from_word;

/// Longest note of one's own, in characters.
const LONGEST_NOTE: usize = 5000;

fn event(event: &Event) -> EventView {
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
        reason: known(&detail["reason"]),
        look: known(&detail["look"]),
        text: text("text"),
        number: text("number"),
        files: number("files"),
        bytes: number("bytes"),
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
        preview: service::preview(&payload, bench.ledger.evidence_store(), &submission.reference),
        files: bench.ledger.submission_files(&submission.id)?.into_iter().map(file).collect(),
        message: submission.message.as_deref().map(domain::visible),
    })
}

pub(crate) fn show(bench: &Bench, case_id: &CaseId) -> Result<CaseView, AppError> {
    let case = bench.ledger.case(case_id)?;
    let draft = bench.ledger.draft_of_case(case_id)?;
    let fields: DraftFields = serde_json::from_str(&draft.fields_json).map_err(LedgerError::from)?;
    let submissions = bench.ledger.submissions_of(case_id)?;
    let left: Vec<_> = submissions.iter().filter(|one| one.state != State::Undone).collect();
    let open = left.iter().filter(|one| one.state != State::Accepted);
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
        flags: serde_json::from_str(&case.flags_json).unwrap_or_default(),
        can_open,
        can_refresh: case.number.is_some(),
        refreshed_at: case.refreshed_at.map(Moment::iso),
    })
}

/// One whole case.
///
/// # Errors
/// `NotFound`.
pub async fn case_read(desk: &Desk, case_id: String) -> Result<CaseView, AppError> {
    show(&desk.bench(), &id(&case_id)?)
}

/// Adds a note of one's own to the timeline. It is sent nowhere.
///
/// # Errors
/// `BadRequest` for an empty or endless note.
pub async fn case_note(desk: &Desk, case_id: String, text: String) -> Result<CaseView, AppError> {
    let case_id: CaseId = id(&case_id)?;
    let bench = desk.bench();
    bench.ledger.case(&case_id)?;
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

/// Begins a report about the same thing with the same words: in the same case when the last one was refused, with the
/// same evidence then; in a case of its own else.
///
/// # Errors
/// `NotFound`.
pub async fn case_report_again(desk: &Desk, case_id: String) -> Result<DraftView, AppError> {
    let case_id: CaseId = id(&case_id)?;
    let bench = desk.bench();
    let draft = bench.ledger.draft_of_case(&case_id)?;
    let fields: DraftFields = serde_json::from_str(&draft.fields_json).map_err(LedgerError::from)?;
    let last = bench.ledger.submissions_of(&case_id)?.into_iter().next();
    let damaged = |one: &Submission| one.reason.as_deref().and_then(from_word) == Some(SubmissionReason::FileDamaged);
    let refused = last.is_some_and(|one| one.state == State::Rejected || damaged(&one));
    begin(desk, refused.then_some(case_id), &fields)
}
