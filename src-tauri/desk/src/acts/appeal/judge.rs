//! Holding an appeal against everything that is known beforehand.

use std::collections::BTreeMap;

use ledger::Draft;

use super::write::{fields_of, open_appeal};
use crate::Desk;
use crate::acts::sites;
use crate::appeals::{self, Ground};
use crate::bench::Bench;
use crate::contract::*;
use crate::services::{Appealing, Payload};

/// What stands in the way, and what would be sent.
pub(super) struct Verdict {
    pub fields: AppealFields,
    pub problems: Vec<AppealProblem>,
    pub payloads: Vec<(Payload, String)>,
    pub fingerprint: String,
}

pub(super) async fn judge(desk: &Desk, bench: &Bench, draft: &Draft) -> Result<Verdict, AppError> {
    let fields = fields_of(draft)?;
    let account = bench.cloudflare.account();
    let mut offers = BTreeMap::new();
    for one in &fields.reasons {
        offers.insert(one.block.clone(), sites::block_row(bench, &one.block)?.review);
    }
    let whole = fields.form != AppealForm::Blocks;
    // Asked when the dialog opened, and once more before the request leaves.
    let eligibility = if whole { sites::kept_eligibility(bench, &fields.report_id)? } else { None };
    let ground = Ground {
        fields: &fields,
        offers: &offers,
        eligibility,
        has_key: bench.mode == Mode::Practice || desk.has_key(Service::Cloudflare, true).await,
        account: account.as_ref(),
    };
    let problems = appeals::problems(&ground);
    let asks = account.as_ref().map(|account| appeals::asks(&fields, account)).unwrap_or_default();
    let mut payloads = Vec::new();
    for ask in asks {
        let payload = payload(bench, &fields, ask)?;
        let json = serde_json::to_string(&payload).map_err(ledger::LedgerError::from)?;
        payloads.push((payload, json));
    }
    let all: Vec<&str> = payloads.iter().map(|(_, json)| json.as_str()).collect();
    let fingerprint = ledger::sha256_of(&all.join("\n"));
    Ok(Verdict { fields, problems, payloads, fingerprint })
}

/// One request as a payload: the text of its body is frozen as it is.
fn payload(bench: &Bench, fields: &AppealFields, ask: Appealing) -> Result<Payload, AppError> {
    let subject = match ask.blocks.first() {
        Some(first) => sites::block_row(bench, &first.block)?.place.target.map(|target| target.exact),
        None => None,
    };
    let subject = match subject {
        Some(subject) => subject,
        None => sites::report_row(bench, ask.report_id())?.domain.exact,
    };
    Ok(Payload {
        wish: Wish::default(),
        kind: TargetKind::Web,
        subject,
        reported_by: None,
        client_id: None,
        comment: String::new(),
        boundary_seed: String::new(),
        files: Vec::new(),
        note: fields.note.trim().to_owned(),
        filing: None,
        appeal: Some(ask),
    })
}

/// Checks an appeal and shows exactly what would be sent.
///
/// # Errors
/// `NotFound`; `TooLate` for one that was sent or put away.
pub async fn appeal_check(desk: &Desk, draft_id: String) -> Result<AppealCheckView, AppError> {
    let bench = desk.bench();
    let draft = open_appeal(&bench, &draft_id)?;
    let verdict = judge(desk, &bench, &draft).await?;
    let adapter = &bench.line(Service::Cloudflare).adapter;
    let store = bench.ledger.evidence_store();
    let previews =
        verdict.payloads.iter().map(|(payload, _)| adapter.preview(payload, store, &draft.reference)).collect();
    Ok(AppealCheckView { problems: verdict.problems, previews, fingerprint: verdict.fingerprint })
}
