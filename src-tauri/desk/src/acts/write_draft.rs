//! Writing a report: begin, save as typed, put away, bring back.

use std::sync::{Arc, PoisonError};

use crate::services::phishfort::{BODY_LIMIT, MAX_FILES};
use cloudflare_abuse::AccountId;
use domain::{CaseId, DraftId, Reference, Target};
use ledger::{Actor, CaseNews, Draft, NewEvent, Side};
use serde_json::json;

use super::{brands, read_evidence};
use crate::Desk;
use crate::bench::Bench;
use crate::contract::*;
use crate::error::id;
use crate::filing::{self, Addresses, Ground};
use crate::found::{self, Found};
use crate::services::{Payload, phishfort as service};
use crate::view::{self, size};
use crate::words::word;
use crate::{compose, random};

/// A draft with everything that belongs to it, read once.
pub(crate) struct Whole {
    pub draft: Draft,
    pub fields: DraftFields,
    pub target: Result<Target, domain::TargetProblem>,
    pub evidence: Vec<ledger::Evidence>,
    pub reference: Reference,
    /// Who sends it, what is missing filled with the person's own.
    pub profile: ProfileView,
    pub account: Option<AccountId>,
    /// What PhishFort would get, whether it is told or not: the form shows how big it is.
    pub phishfort: Payload,
    pub body_bytes: u64,
    /// What was read in its evidence.
    pub found: Arc<Found>,
}

impl Whole {
    /// What Cloudflare's reports are made from.
    pub(crate) fn ground(&self) -> Ground<'_> {
        Ground {
            fields: &self.fields,
            target: self.target.as_ref().ok(),
            profile: &self.profile,
            reference: &self.reference,
            account: self.account.as_ref(),
        }
    }

    /// Everything that would leave, in the order of sending. What can't be written yet is left out.
    pub(crate) fn outgoing(&self) -> Vec<Outgoing> {
        let mut all = Vec::new();
        if self.fields.to_phishfort && self.target.is_ok() {
            all.push(Outgoing {
                service: Service::Phishfort,
                reference: self.reference.as_str().to_owned(),
                bytes: self.body_bytes,
                payload: self.phishfort.clone(),
            });
        }
        if self.fields.to_cloudflare {
            all.extend(filing::parts(self.ground()).iter().map(|part| Outgoing {
                service: Service::Cloudflare,
                reference: part.reference.as_str().to_owned(),
                bytes: part.prepared.body.len() as u64,
                payload: compose::filing(&self.fields, part),
            }));
        }
        all
    }
}

/// One request that would leave.
pub(crate) struct Outgoing {
    pub service: Service,
    pub reference: String,
    pub bytes: u64,
    pub payload: Payload,
}

pub(crate) fn whole(desk: &Desk, bench: &Bench, draft: Draft) -> Result<Whole, AppError> {
    let fields: DraftFields = serde_json::from_str(&draft.fields_json).map_err(ledger::LedgerError::from)?;
    let target = Target::parse(&fields.target);
    let evidence = bench.ledger.evidence_of(&draft.case_id)?;
    let reference =
        Reference::parse(&draft.reference).map_err(|error| AppError::new(ErrorCode::Unexpected, error.to_string()))?;
    let phishfort = compose::payload(&fields, target.as_ref().ok(), &evidence, &reference, draft.id.as_str());
    let body_bytes = service::report(&phishfort, bench.ledger.evidence_store()).body_bytes();
    let profile = desk.preferences.read().sender(&fields.profile_id);
    let account = bench.cloudflare.account();
    let found = read_evidence::found(desk, bench, &draft.case_id)?;
    Ok(Whole { draft, fields, target, evidence, reference, profile, account, phishfort, body_bytes, found })
}

pub(crate) fn view(desk: &Desk, bench: &Bench, whole: &Whole) -> Result<DraftView, AppError> {
    let names = compose::sent_names(&whole.evidence, &whole.reference);
    let files = names.iter().flatten().count();
    let addresses = filing::addresses(whole.ground());
    Ok(DraftView {
        id: whole.draft.id.to_string(),
        case_id: whole.draft.case_id.to_string(),
        saved_at: whole.draft.saved_at.iso(),
        fields: whole.fields.clone(),
        target: whole.target.as_ref().ok().map(view::target),
        kind: domain::guess_kind(&whole.fields.target).map(view::kind),
        evidence: whole.evidence.iter().zip(names).map(|(one, name)| view::evidence(one, name)).collect(),
        size: SizeView {
            files: size(files as u64),
            files_max: size(MAX_FILES as u64),
            bytes: size(whole.body_bytes),
            bytes_limit: size(BODY_LIMIT),
        },
        clients: brands::clients(desk, bench)?,
        fills: filing::fills(whole.ground()),
        splits: splits(&addresses),
        repeated: size(addresses.repeated as u64),
        found: found::shown(&whole.found, &whole.fields, &whole.evidence),
    })
}

fn splits(addresses: &Addresses) -> Vec<SplitView> {
    let split = |group: &filing::Group| SplitView {
        hostname: domain::defang(&group.hostname),
        addresses: size(group.urls.len() as u64),
    };
    addresses.groups.iter().map(split).collect()
}

/// A report's draft that can still change.
///
/// # Errors
/// `NotFound`, also for an appeal; `TooLate` for one that was sent or deleted.
pub(crate) fn open_draft(bench: &Bench, draft_id: &str) -> Result<Draft, AppError> {
    let draft = open_file(bench, draft_id)?;
    of_a_report(bench, &draft.id)?;
    Ok(draft)
}

/// # Errors
/// `NotFound` for the draft of an appeal.
pub(crate) fn of_a_report(bench: &Bench, draft_id: &DraftId) -> Result<(), AppError> {
    match bench.ledger.side_of(draft_id)? {
        Side::Cases => Ok(()),
        Side::Sites => Err(AppError::new(ErrorCode::NotFound, "this is an appeal, no report")),
    }
}

/// A draft of either side that can still change.
///
/// # Errors
/// `NotFound`; `TooLate` for one that was sent or deleted.
pub(crate) fn open_file(bench: &Bench, draft_id: &str) -> Result<Draft, AppError> {
    let draft = bench.ledger.draft(&id(draft_id)?)?;
    if draft.sent_at.is_some() || draft.deleted_at.is_some() {
        return Err(AppError::new(ErrorCode::TooLate, "this draft was sent or deleted"));
    }
    Ok(draft)
}

/// The draft of a report, shown; none for an appeal, which is shown elsewhere.
pub(crate) fn draft_of(desk: &Desk, draft_id: &DraftId) -> Result<Option<DraftView>, AppError> {
    let bench = desk.bench();
    match bench.ledger.side_of(draft_id)? {
        Side::Cases => show(desk, &bench, draft_id).map(Some),
        Side::Sites => Ok(None),
    }
}

/// Reads a draft and shows it.
pub(crate) fn show(desk: &Desk, bench: &Bench, draft_id: &DraftId) -> Result<DraftView, AppError> {
    let whole = whole(desk, bench, bench.ledger.draft(draft_id)?)?;
    view(desk, bench, &whole)
}

/// A draft with these fields, not written down yet, and what the history says of it. Nothing is declared in it.
pub(crate) fn fresh(
    desk: &Desk,
    case: Option<CaseId>,
    fields: &mut DraftFields,
) -> Result<(Draft, NewEvent), AppError> {
    filing::without_statements(fields);
    let fields_json = serde_json::to_string(fields).map_err(ledger::LedgerError::from)?;
    Ok(blank(desk, case, fields_json))
}

/// A draft of either side that holds this, not written down yet, and what the history says of it.
pub(crate) fn blank(desk: &Desk, case: Option<CaseId>, fields_json: String) -> (Draft, NewEvent) {
    let now = desk.bench().now();
    let draft = Draft {
        id: random::draft_id(&*desk.random, now),
        case_id: case.unwrap_or_else(|| random::case_id(&*desk.random, now)),
        reference: random::reference(&*desk.random).as_str().to_owned(),
        fields_json,
        saved_at: now,
        sent_at: None,
        deleted_at: None,
    };
    let event = NewEvent {
        at: now,
        kind: "draft_made",
        actor: Actor::Person,
        submission_id: None,
        service: None,
        detail: json!({}),
    };
    (draft, event)
}

/// Begins a draft with these fields, in a case of its own or in one that is there.
pub(crate) fn begin(desk: &Desk, case: Option<CaseId>, mut fields: DraftFields) -> Result<DraftView, AppError> {
    let bench = desk.bench();
    let (draft, event) = fresh(desk, case, &mut fields)?;
    bench.ledger.add_draft(&draft, &event)?;
    begun(desk, &bench, &draft, &fields)
}

/// A draft that was just written down, listed and shown.
pub(crate) fn begun(desk: &Desk, bench: &Bench, draft: &Draft, fields: &DraftFields) -> Result<DraftView, AppError> {
    describe(desk, bench, draft, fields)?;
    desk.tell(Notice::CasesChanged { case_id: Some(draft.case_id.to_string()) });
    show(desk, bench, &draft.id)
}

/// Keeps the words under which the case is listed and found.
fn describe(desk: &Desk, bench: &Bench, draft: &Draft, fields: &DraftFields) -> Result<(), AppError> {
    let target = Target::parse(&fields.target).ok();
    let brand = brands::brand(desk, bench, &fields.client_id)?;
    let key = target.as_ref().map(Target::key);
    let kind = target.as_ref().map(|target| word(&view::kind(target.kind())));
    let exact = target.as_ref().map_or_else(|| fields.target.clone(), Target::as_sent);
    // What was sent of this case before is found by its words too.
    let earlier: Vec<String> = (bench.ledger.submissions_of(&draft.case_id)?.into_iter())
        .flat_map(|one| [Some(one.reference), one.remote_id])
        .flatten()
        .collect();
    let more = &fields.more_addresses;
    let words = [
        exact.as_str(),
        &domain::defang(&exact),
        &brand,
        &fields.note,
        &draft.reference,
        &earlier.join(" "),
        more,
        &domain::defang(more),
    ];
    let search = words.join(" ");
    let news = CaseNews {
        typed: fields.target.trim(),
        target_kind: kind.as_deref(),
        target_key: key.as_deref(),
        brand: &brand,
        search: &search,
    };
    Ok(bench.ledger.describe_case(&draft.case_id, &news, Some(bench.now()))?)
}

/// Begins a draft, with the target where one is given. Reporter and client come from the preferences.
///
/// # Errors
/// As the ledger.
pub async fn draft_create(desk: &Desk, target: Option<String>) -> Result<DraftView, AppError> {
    let preferences = desk.preferences.read();
    let fields = DraftFields {
        target: target.unwrap_or_default(),
        profile_id: preferences.usual_profile(),
        reported_by: preferences.email,
        client_id: preferences.client_id,
        ..DraftFields::default()
    };
    begin(desk, None, fields)
}

/// Reads a draft, and remembers that the window shows it: what is dropped joins it. None closes it.
///
/// # Errors
/// `NotFound`; `TooLate` for one that was sent or deleted.
pub async fn draft_open(desk: &Desk, draft_id: Option<String>) -> Result<Option<DraftView>, AppError> {
    let wanted: Option<DraftId> = draft_id.as_deref().map(id).transpose()?;
    let bench = desk.bench();
    let view = match &wanted {
        Some(wanted) => {
            let draft = open_draft(&bench, wanted.as_str())?;
            read_evidence::catch_up(&bench, &draft.case_id).await?;
            read_evidence::seen(desk, wanted);
            Some(show(desk, &bench, wanted)?)
        }
        None => None,
    };
    *desk.open_draft.lock().unwrap_or_else(PoisonError::into_inner) = wanted;
    Ok(view)
}

/// Saves what is filled in, right or wrong.
///
/// # Errors
/// `NotFound`; `TooLate` for one that was sent or deleted meanwhile.
pub async fn draft_save(desk: &Desk, draft_id: String, mut fields: DraftFields) -> Result<DraftView, AppError> {
    let draft_id: DraftId = id(&draft_id)?;
    let bench = desk.bench();
    let draft = bench.ledger.draft(&draft_id)?;
    of_a_report(&bench, &draft_id)?;
    let before: DraftFields = serde_json::from_str(&draft.fields_json).map_err(ledger::LedgerError::from)?;
    read_evidence::keep_unseen(desk, &draft_id, &mut fields);
    filing::drop_stale_statements(&before, &mut fields);
    keep_fields(desk, &bench, &draft, &fields)?;
    show(desk, &bench, &draft_id)
}

/// Writes what the person filled in, and lists the case by it.
///
/// # Errors
/// `TooLate` for a draft that was sent or deleted meanwhile.
fn keep_fields(desk: &Desk, bench: &Bench, draft: &Draft, fields: &DraftFields) -> Result<(), AppError> {
    let json = serde_json::to_string(fields).map_err(ledger::LedgerError::from)?;
    bench.ledger.save_draft(&draft.id, &json, bench.now())?;
    kept(desk, bench, draft, fields)
}

fn kept(desk: &Desk, bench: &Bench, draft: &Draft, fields: &DraftFields) -> Result<(), AppError> {
    describe(desk, bench, draft, fields)?;
    desk.tell(Notice::CasesChanged { case_id: Some(draft.case_id.to_string()) });
    Ok(())
}

/// How often a change of ours is made anew when the person saves something else in the same instant.
const TRIES: usize = 5;

/// Changes a draft for the person, never over what they save meanwhile: the change is then made again, of what is there
/// now. Answers what `change` answered last, and the fields before and after.
///
/// # Errors
/// `TooLate` for a draft that was sent or deleted; `DraftChanged` where the person is faster each time; as `change`.
pub(crate) fn alter<T>(
    desk: &Desk,
    bench: &Bench,
    draft_id: &str,
    mut change: impl FnMut(&Draft, &mut DraftFields) -> Result<T, AppError>,
) -> Result<(T, DraftFields, DraftFields), AppError> {
    for _ in 0..TRIES {
        let draft = open_draft(bench, draft_id)?;
        let before: DraftFields = serde_json::from_str(&draft.fields_json).map_err(ledger::LedgerError::from)?;
        let mut after = before.clone();
        let answer = change(&draft, &mut after)?;
        if after == before {
            return Ok((answer, before, after));
        }
        filing::drop_stale_statements(&before, &mut after);
        let json = serde_json::to_string(&after).map_err(ledger::LedgerError::from)?;
        if bench.ledger.save_draft_over(&draft.id, &draft.fields_json, &json, bench.now())? {
            kept(desk, bench, &draft, &after)?;
            return Ok((answer, before, after));
        }
    }
    Err(AppError::new(ErrorCode::DraftChanged, "the draft changes faster than it can be filled in"))
}

/// Puts a draft away. Nothing is lost: it can be brought back.
///
/// # Errors
/// As [`draft_save`].
pub async fn draft_delete(desk: &Desk, draft_id: String) -> Result<Done, AppError> {
    mark(desk, &draft_id, true)?;
    Ok(Done {})
}

/// Brings a deleted draft back.
///
/// # Errors
/// As [`draft_save`].
pub async fn draft_restore(desk: &Desk, draft_id: String) -> Result<DraftView, AppError> {
    let draft_id = mark(desk, &draft_id, false)?;
    show(desk, &desk.bench(), &draft_id)
}

fn mark(desk: &Desk, draft_id: &str, deleted: bool) -> Result<DraftId, AppError> {
    let draft_id: DraftId = id(draft_id)?;
    let bench = desk.bench();
    of_a_report(&bench, &draft_id)?;
    bench.ledger.mark_draft_deleted(&draft_id, deleted.then(|| bench.now()))?;
    desk.tell(Notice::CasesChanged { case_id: None });
    Ok(draft_id)
}
