//! Holding a draft against everything that is known beforehand.

use domain::Target;

use super::write_draft::{self, Whole};
use crate::Desk;
use crate::bench::Bench;
use crate::contract::*;
use crate::preflight::{self, Checked};
use crate::services::phishfort as service;

/// What stands in the way, and what would help.
pub(crate) struct Verdict {
    pub problems: Vec<Problem>,
    pub advice: Vec<Problem>,
    pub fingerprint: String,
    pub payload_json: String,
}

pub(crate) async fn judge(desk: &Desk, bench: &Bench, whole: &Whole) -> Result<Verdict, AppError> {
    let mut damaged = Vec::new();
    for one in whole.evidence.iter().filter(|one| one.send) {
        if !bench.ledger.evidence_store().is_whole(&one.sha256)? {
            damaged.push(one.id.to_string());
        }
    }
    let checked = Checked {
        fields: &whole.fields,
        target: &whole.target,
        evidence: &whole.evidence,
        damaged: &damaged,
        body_bytes: whole.body_bytes,
        own_sites: &desk.preferences.read().own_sites,
        has_key: bench.mode == Mode::Practice || desk.has_key(true).await,
        earlier: &earlier(bench, whole)?,
        now: bench.now(),
    };
    let payload_json = serde_json::to_string(&whole.payload).map_err(ledger::LedgerError::from)?;
    Ok(Verdict {
        problems: preflight::problems(&checked),
        advice: preflight::advice(&checked),
        fingerprint: ledger::sha256_of(&payload_json),
        payload_json,
    })
}

/// Earlier reports of the same target: the case, and its number or when it was confirmed.
fn earlier(bench: &Bench, whole: &Whole) -> Result<Vec<(CaseId, String)>, AppError> {
    let Ok(target) = &whole.target else { return Ok(Vec::new()) };
    let sent = bench.ledger.submissions_for(&Target::key(target))?;
    Ok(sent
        .into_iter()
        .map(|one| (one.case_id.to_string(), one.remote_id.unwrap_or_else(|| one.confirmed_at.iso())))
        .collect())
}

/// Checks a draft and shows exactly what would be sent.
///
/// # Errors
/// `NotFound`; `TooLate` for one that was sent or deleted.
pub async fn draft_check(desk: &Desk, draft_id: String) -> Result<CheckView, AppError> {
    let bench = desk.bench();
    let draft = write_draft::open_draft(&bench, &draft_id)?;
    let whole = write_draft::whole(&bench, draft)?;
    let verdict = judge(desk, &bench, &whole).await?;
    let preview = whole
        .target
        .is_ok()
        .then(|| service::preview(&whole.payload, bench.ledger.evidence_store(), whole.reference.as_str()));
    Ok(CheckView {
        draft: write_draft::view(desk, &bench, &whole)?,
        problems: verdict.problems,
        advice: verdict.advice,
        preview,
        fingerprint: verdict.fingerprint,
        undo_seconds: desk.preferences.read().undo_seconds,
    })
}
