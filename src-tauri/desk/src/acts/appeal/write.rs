//! Writing an appeal: begin, save as typed, put away.

use std::sync::PoisonError;

use domain::{CaseId, DraftId};
use ledger::{Draft, LedgerError, NewEvent, Side};

use crate::acts::sites;
use crate::acts::write_draft::{blank, open_file};
use crate::bench::Bench;
use crate::contract::*;
use crate::error::id;
use crate::{Desk, view};

/// Most blocks in one appeal. How many one request may name is not documented; a dialog of more than this helps nobody.
const BLOCKS_MAX: usize = 100;

fn bad(why: &str) -> AppError {
    AppError::new(ErrorCode::BadRequest, why)
}

/// An appeal that can still change.
///
/// # Errors
/// `NotFound` for what is no appeal; `TooLate` for one that was sent or put away.
pub(crate) fn open_appeal(bench: &Bench, draft_id: &str) -> Result<Draft, AppError> {
    let draft_id: DraftId = id(draft_id)?;
    if bench.ledger.side_of(&draft_id)? != Side::Sites {
        return Err(AppError::new(ErrorCode::NotFound, "this is no appeal"));
    }
    open_file(bench, draft_id.as_str())
}

pub(crate) fn fields_of(draft: &Draft) -> Result<AppealFields, LedgerError> {
    Ok(serde_json::from_str(&draft.fields_json)?)
}

/// A draft of an appeal, not written down yet, and what the history says of it.
fn fresh(desk: &Desk, case: Option<CaseId>, fields: &AppealFields) -> Result<(Draft, NewEvent), AppError> {
    let fields_json = serde_json::to_string(fields).map_err(LedgerError::from)?;
    Ok(blank(desk, case, fields_json))
}

/// What of an appeal was taken back while the rest has left: a draft of the same file that holds just that.
pub(crate) fn begin_rest(
    desk: &Desk,
    bench: &Bench,
    case_id: &CaseId,
    draft_id: &DraftId,
    report_ids: &[String],
) -> Result<(Draft, NewEvent), AppError> {
    let mut fields = fields_of(&bench.ledger.draft(draft_id)?)?;
    fields.reasons.retain(|one| report_ids.contains(&one.block.report_id));
    fields.begun.retain(|block| report_ids.contains(&block.report_id));
    fresh(desk, Some(case_id.clone()), &fields)
}

/// The open draft that asks just this, or a new one.
async fn begin(desk: &Desk, fields: AppealFields) -> Result<AppealView, AppError> {
    let bench = desk.bench();
    let blocks = |fields: &AppealFields| {
        let mut all = fields.begun.clone();
        all.sort();
        all
    };
    for draft in bench.ledger.open_appeals()? {
        // One that can't be read is left alone: a newer version may have written it.
        let Ok(open) = fields_of(&draft) else { continue };
        let same = open.form == fields.form && open.report_id == fields.report_id && blocks(&open) == blocks(&fields);
        if same {
            return ask_and_show(&bench, &draft).await;
        }
    }
    let (draft, event) = fresh(desk, None, &fields)?;
    bench.ledger.add_appeal(&draft, &event)?;
    ask_and_show(&bench, &draft).await
}

/// Begins an appeal of these blocks, or goes on with the open one.
///
/// # Errors
/// `BadRequest` for no block, too many, or one twice; `NotFound` for one that is not kept.
pub async fn appeal_begin(desk: &Desk, blocks: Vec<BlockRef>) -> Result<AppealView, AppError> {
    if blocks.is_empty() || blocks.len() > BLOCKS_MAX {
        return Err(bad("an appeal is about 1 to 100 blocks"));
    }
    let mut once = blocks.clone();
    once.sort();
    once.dedup();
    if once.len() != blocks.len() {
        return Err(bad("a block is named twice"));
    }
    let bench = desk.bench();
    for block in &blocks {
        sites::block_row(&bench, block)?;
    }
    let reasons = blocks.iter().map(|block| BlockReason { block: block.clone(), reason: None }).collect();
    begin(desk, AppealFields { reasons, begun: blocks, ..AppealFields::default() }).await
}

/// Begins an answer to a whole DMCA report, or goes on with the open one. What a counter-notice says of the sender comes
/// from the usual profile; the statements and the signature never do.
///
/// # Errors
/// `BadRequest` for another form or another kind of report; `NotFound`.
pub async fn appeal_begin_report(desk: &Desk, report_id: String, form: AppealForm) -> Result<AppealView, AppError> {
    let bench = desk.bench();
    let row = sites::report_row(&bench, &report_id)?;
    if form == AppealForm::Blocks || !row.dmca {
        return Err(bad("only a DMCA report is answered as a whole"));
    }
    let mut fields = AppealFields { form, report_id: report_id.clone(), ..AppealFields::default() };
    if form == AppealForm::CounterNotice {
        let preferences = desk.preferences.read();
        let sender = preferences.sender(&preferences.usual_profile());
        fields.notice = CounterNoticeFields {
            full_name: sender.name,
            company: sender.company,
            street_address: sender.address1,
            city: sender.city,
            state: sender.state,
            country: sender.country,
            phone_number: sender.telephone,
            email: sender.email,
            urls: sites::addresses_of(&bench, &report_id)?.join("\n"),
            ..CounterNoticeFields::default()
        };
    }
    begin(desk, fields).await
}

/// Reads an appeal, and remembers that the window shows it: what is dropped becomes its proof. None closes it.
///
/// # Errors
/// `NotFound` for what is no appeal; `TooLate` for one that was sent or put away.
pub async fn appeal_open(desk: &Desk, draft_id: Option<String>) -> Result<Option<AppealView>, AppError> {
    let bench = desk.bench();
    let draft = draft_id.as_deref().map(|draft_id| open_appeal(&bench, draft_id)).transpose()?;
    *desk.open_draft.lock().unwrap_or_else(PoisonError::into_inner) = draft.as_ref().map(|draft| draft.id.clone());
    match draft {
        Some(draft) => Ok(Some(ask_and_show(&bench, &draft).await?)),
        None => Ok(None),
    }
}

/// Saves what is filled in, right or wrong. Form and report stay what they were, and no block comes that was not there:
/// one can only be left out, or come back.
///
/// # Errors
/// `NotFound` for what is no appeal; `TooLate` for one that was sent or put away; `BadRequest` for another form, report or
/// block.
pub async fn appeal_save(desk: &Desk, draft_id: String, mut fields: AppealFields) -> Result<AppealView, AppError> {
    let bench = desk.bench();
    let draft = open_appeal(&bench, &draft_id)?;
    let before = fields_of(&draft)?;
    let same = fields.form == before.form && fields.report_id == before.report_id;
    if !same || !fields.reasons.iter().all(|one| before.begun.contains(&one.block)) {
        return Err(bad("an appeal stays about what it was begun for"));
    }
    fields.begun = before.begun;
    let json = serde_json::to_string(&fields).map_err(LedgerError::from)?;
    bench.ledger.save_draft(&draft.id, &json, bench.now())?;
    show(&bench, &draft.id)
}

/// Puts an appeal away that was not sent. Its row stays in the ledger.
///
/// # Errors
/// `NotFound` for what is no appeal; `TooLate` for one that was sent or put away.
pub async fn appeal_discard(desk: &Desk, draft_id: String) -> Result<Done, AppError> {
    let bench = desk.bench();
    let draft = open_appeal(&bench, &draft_id)?;
    bench.ledger.mark_draft_deleted(&draft.id, Some(bench.now()))?;
    Ok(Done {})
}

/// An appeal as it stands, after asking Cloudflare whether a whole report can be answered.
async fn ask_and_show(bench: &Bench, draft: &Draft) -> Result<AppealView, AppError> {
    let fields = fields_of(draft)?;
    let asked = match fields.form {
        AppealForm::Blocks => None,
        AppealForm::ContentRemoved | AppealForm::CounterNotice => {
            Some(sites::ask_eligibility(bench, &fields.report_id).await?)
        }
    };
    let view = show(bench, &draft.id)?;
    Ok(match asked {
        Some(asked) => AppealView { following: asked.following, said: asked.said, ..view },
        None => view,
    })
}

/// An appeal as it stands, from what we have: its blocks as they stand now.
pub(crate) fn show(bench: &Bench, draft_id: &DraftId) -> Result<AppealView, AppError> {
    let draft = bench.ledger.draft(draft_id)?;
    let fields = fields_of(&draft)?;
    let blocks = fields.begun.iter().map(|block| sites::block_row(bench, block)).collect::<Result<_, _>>()?;
    let whole = fields.form != AppealForm::Blocks;
    let report = if whole { Some(sites::report_row(bench, &fields.report_id)?) } else { None };
    let eligibility = if whole { sites::kept_eligibility(bench, &fields.report_id)? } else { None };
    let proof = bench.ledger.evidence_of(&draft.case_id)?;
    Ok(AppealView {
        draft_id: draft.id.to_string(),
        case_id: draft.case_id.to_string(),
        fields,
        blocks,
        report,
        eligibility,
        following: Following::Works,
        said: None,
        proof: proof.iter().map(|one| view::evidence(one, None)).collect(),
        saved_at: draft.saved_at.iso(),
    })
}
