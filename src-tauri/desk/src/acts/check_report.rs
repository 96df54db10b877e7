//! Holding a draft against everything that is known beforehand.

use domain::Target;

use super::write_draft::{self, Outgoing, Whole};
use super::{connect, personal, read_evidence};
use crate::Desk;
use crate::bench::Bench;
use crate::contract::*;
use crate::filing;
use crate::preflight::{self, Checked, Earlier, FiledBefore};
use crate::words::{from_word, word};

/// What stands in the way, and what would help.
pub(crate) struct Verdict {
    pub problems: Vec<Problem>,
    pub advice: Vec<Problem>,
    pub fingerprint: String,
    /// What would leave, and its payload as it would be frozen.
    pub outgoing: Vec<(Outgoing, String)>,
}

pub(crate) async fn judge(desk: &Desk, bench: &Bench, whole: &Whole) -> Result<Verdict, AppError> {
    let practice = bench.mode == Mode::Practice;
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
        has_key: !whole.fields.to_phishfort || practice || desk.has_key(Service::Phishfort, true).await,
        earlier: &earlier(bench, whole)?,
        now: bench.now(),
        filing: whole.ground(),
        has_cloudflare_key: !whole.fields.to_cloudflare || practice || desk.has_key(Service::Cloudflare, true).await,
        entitled: connect::filing(bench)?,
        filed_before: &filed_before(bench, whole)?,
        question: whole.found.question().map(|question| (question, whole.found.likely())),
    };
    let outgoing = whole.outgoing().into_iter().map(|one| {
        let json = serde_json::to_string(&one.payload).map_err(ledger::LedgerError::from)?;
        Ok((one, json))
    });
    let outgoing = outgoing.collect::<Result<Vec<_>, AppError>>()?;
    let all: Vec<&str> = outgoing.iter().map(|(_, json)| json.as_str()).collect();
    Ok(Verdict {
        problems: preflight::problems(&checked),
        advice: preflight::advice(&checked),
        fingerprint: ledger::sha256_of(&all.join("\n")),
        outgoing,
    })
}

/// What our account filed at Cloudflare for any of the addresses before: those that it has, or may have.
fn filed_before(bench: &Bench, whole: &Whole) -> Result<Vec<FiledBefore>, AppError> {
    let mut found = Vec::new();
    if !whole.fields.to_cloudflare {
        return Ok(found);
    }
    for url in filing::addresses(whole.ground()).urls() {
        for one in bench.ledger.submissions_naming(&word(&Service::Cloudflare), url)? {
            let at = one.accepted_at.unwrap_or(one.confirmed_at);
            found.push(FiledBefore {
                url: url.to_owned(),
                number: one.remote_id.unwrap_or(one.reference),
                case_id: Some(one.case_id.to_string()),
                denied: one.status.as_deref().and_then(from_word) == Some(CaseStatus::ReportDenied),
                at,
            });
        }
    }
    Ok(found)
}

/// Earlier reports of the same target to PhishFort: what this very case told is no news in it.
fn earlier(bench: &Bench, whole: &Whole) -> Result<Vec<Earlier>, AppError> {
    let Ok(target) = &whole.target else { return Ok(Vec::new()) };
    let sent = bench.ledger.submissions_for(&Target::key(target))?;
    let phishfort = word(&Service::Phishfort);
    let others = sent.into_iter().filter(|one| one.service == phishfort && one.case_id != whole.draft.case_id);
    let earlier = |one: ledger::Submission| Earlier {
        case_id: one.case_id.to_string(),
        number: one.remote_id.unwrap_or(one.reference),
        at: one.confirmed_at,
    };
    Ok(others.map(earlier).collect())
}

/// Checks a draft and shows exactly what would be sent.
///
/// # Errors
/// `NotFound`; `TooLate` for one that was sent or deleted.
pub async fn draft_check(desk: &Desk, draft_id: String) -> Result<CheckView, AppError> {
    let bench = desk.bench();
    let draft = write_draft::open_draft(&bench, &draft_id)?;
    read_evidence::seen(desk, &draft.id);
    let whole = write_draft::whole(desk, &bench, draft)?;
    let verdict = judge(desk, &bench, &whole).await?;
    let store = bench.ledger.evidence_store();
    let preview =
        |(one, _): &(Outgoing, String)| bench.line(one.service).adapter.preview(&one.payload, store, &one.reference);
    let previews = verdict.outgoing.iter().map(preview).collect();
    Ok(CheckView {
        draft: write_draft::view(desk, &bench, &whole)?,
        problems: verdict.problems,
        advice: verdict.advice,
        wanted: preflight::wanted(
            &whole.fields,
            whole.target.as_ref().ok(),
            &whole.evidence,
            &whole.found,
            &read_evidence::ours(desk, &bench).0,
        ),
        personal: personal::traces(desk, &whole),
        previews,
        fingerprint: verdict.fingerprint,
        undo_seconds: desk.preferences.read().undo_seconds,
    })
}
