//! Reading what was added: mails and texts say what to report. Read once, off the threads that answer the window, and
//! kept beside the evidence.

use std::fs::File;
use std::sync::{Arc, PoisonError};
use std::time::Duration;

use domain::{CaseId, DraftId, EvidenceId};
use intake::{Ours, Reading, Unread};
use ledger::{Evidence, Facts, Side};

use super::brands;
use super::write_draft::alter;
use crate::Desk;
use crate::bench::Bench;
use crate::contract::{AppError, DraftFields, FileKind, Mode, UnreadReason};
use crate::found::{self, Found, Read};
use crate::words::{from_word, word};

/// How long the window waits for one file. Reading bounds itself; this is for what nobody thought of.
const LONGEST_WAIT: Duration = Duration::from_secs(10);

/// Reads what was just added, and fills the draft where nothing is filled in yet. Whether there is something to check
/// now: a target, or a choice to make.
///
/// # Errors
/// As the ledger. What can't be read is kept with its reason, and is no error.
pub(crate) async fn read_added(desk: &Desk, draft_id: &DraftId, added: &[String]) -> Result<bool, AppError> {
    let bench = desk.bench();
    // The proof of an appeal is for the case alone.
    if bench.ledger.side_of(draft_id)? == Side::Sites {
        return Ok(false);
    }
    let mut read = 0;
    for id in added.iter().filter_map(|id| EvidenceId::parse(id).ok()) {
        read += usize::from(read_one(&bench, &bench.ledger.evidence(&id)?).await?);
    }
    if read == 0 {
        return Ok(false);
    }
    fill(desk, &bench, draft_id)
}

/// Reads what was added when nobody came to read it: before this could be done, or just before the app ended.
///
/// # Errors
/// As the ledger.
pub(crate) async fn catch_up(bench: &Arc<Bench>, case_id: &CaseId) -> Result<(), AppError> {
    let known = bench.ledger.readings_of(case_id)?;
    for one in bench.ledger.evidence_of(case_id)? {
        if known.iter().all(|reading| reading.evidence_id != one.id) {
            read_one(bench, &one).await?;
        }
    }
    Ok(())
}

/// What was read in the case that was last asked about, ranked. A draft is saved every half second while somebody types.
#[derive(Debug, Default)]
pub(crate) struct LastFound {
    kept: Vec<ledger::Reading>,
    sites: Vec<String>,
    brands: Vec<String>,
    found: Arc<Found>,
}

/// Own sites and brands as entered. Practice is played against a made-up company where none are.
pub(crate) fn ours(desk: &Desk, bench: &Bench) -> (Vec<String>, Vec<String>) {
    let preferences = desk.preferences.read();
    match (bench.mode, preferences.own_sites.as_slice(), preferences.brands.as_slice()) {
        (Mode::Practice, [], []) => (vec!["acme.example".into()], vec!["Acme".into()]),
        _ => (preferences.own_sites, preferences.brands),
    }
}

/// Everything that was read in a case, its addresses ranked by what is the person's own now.
pub(crate) fn found(desk: &Desk, bench: &Bench, case_id: &CaseId) -> Result<Arc<Found>, AppError> {
    let kept = bench.ledger.readings_of(case_id)?;
    let (sites, brands) = ours(desk, bench);
    let mut last = desk.last_found.lock().unwrap_or_else(PoisonError::into_inner);
    if last.kept == kept && last.sites == sites && last.brands == brands {
        return Ok(Arc::clone(&last.found));
    }
    let read = |one: ledger::Reading| Read {
        evidence_id: one.evidence_id,
        name: one.name,
        facts: match one.facts {
            // Facts of a version that told them otherwise are as good as none: the file itself is still there.
            Facts::Json(json) => serde_json::from_str::<Reading>(&json).map_err(|_| UnreadReason::Damaged),
            Facts::Unread(why) => Err(from_word(&why).unwrap_or(UnreadReason::Damaged)),
        },
    };
    let ours = Ours { sites: &sites, brands: &brands };
    let found = Arc::new(Found::of(kept.iter().cloned().map(read).collect(), ours));
    *last = LastFound { kept, sites, brands, found: Arc::clone(&found) };
    Ok(found)
}

/// Whether it is of a kind that is read, and now is.
async fn read_one(bench: &Arc<Bench>, evidence: &Evidence) -> Result<bool, AppError> {
    let Some(kind) = kind(evidence) else { return Ok(false) };
    let path = bench.ledger.evidence_store().path(&evidence.sha256);
    let reading = tokio::task::spawn_blocking(move || File::open(path).and_then(|file| intake::read(kind, file)));
    let facts = match tokio::time::timeout(LONGEST_WAIT, reading).await {
        Err(_) => Err(UnreadReason::TooLong),
        Ok(Ok(Ok(Ok(reading)))) => Ok(reading),
        Ok(Ok(Ok(Err(Unread::TooBig)))) => Err(UnreadReason::TooBig),
        // A fault of the reader's own is told like damage: the file is kept whole, and sent whole.
        Ok(Ok(Ok(Err(Unread::Damaged | Unread::NotRead))) | Ok(Err(_)) | Err(_)) => Err(UnreadReason::Damaged),
    };
    let facts = match facts {
        Ok(reading) => Facts::Json(serde_json::to_string(&reading).map_err(ledger::LedgerError::from)?),
        Err(why) => Facts::Unread(word(&why)),
    };
    bench.ledger.keep_reading(&evidence.id, &facts, bench.now())?;
    Ok(true)
}

/// The kind by content: headers saved under another ending are read as what they are.
pub(super) fn kind(evidence: &Evidence) -> Option<intake::FileKind> {
    match from_word(&evidence.kind)? {
        FileKind::Email => Some(intake::FileKind::Email),
        FileKind::OutlookEmail => Some(intake::FileKind::OutlookEmail),
        FileKind::Text => Some(intake::FileKind::Text),
        _ => None,
    }
}

fn fill(desk: &Desk, bench: &Arc<Bench>, draft_id: &DraftId) -> Result<bool, AppError> {
    let (sites, own_brands) = ours(desk, bench);
    let clients = brands::clients(desk, bench)?;
    let usual_client = desk.preferences.read().client_id;
    let ground = found::Ground { sites: &sites, brands: &own_brands, clients: &clients, usual_client: &usual_client };
    let filled = alter(desk, bench, draft_id.as_str(), |draft, fields| {
        Ok(found::fill(fields, &*found(desk, bench, &draft.case_id)?, ground))
    });
    let (filled, before, after) = filled?;
    if before != after {
        let unseen = UnseenFill { draft_id: draft_id.clone(), before, after };
        *desk.unseen_fill.lock().unwrap_or_else(PoisonError::into_inner) = Some(unseen);
    }
    Ok(filled)
}

/// What was filled in and not read by the window yet.
#[derive(Debug)]
pub(crate) struct UnseenFill {
    draft_id: DraftId,
    before: DraftFields,
    after: DraftFields,
}

/// The window has read this draft, and with it what was filled in.
pub(crate) fn seen(desk: &Desk, draft_id: &DraftId) {
    let mut unseen = desk.unseen_fill.lock().unwrap_or_else(PoisonError::into_inner);
    unseen.take_if(|fill| fill.draft_id == *draft_id);
}

/// Keeps what was filled in from being emptied by a save that left the window before it could know of it: a field that the
/// window sends as it was before the filling was not touched there.
pub(crate) fn keep_unseen(desk: &Desk, draft_id: &DraftId, fields: &mut DraftFields) {
    let mut unseen = desk.unseen_fill.lock().unwrap_or_else(PoisonError::into_inner);
    let Some(UnseenFill { before, after, .. }) = unseen.take_if(|fill| fill.draft_id == *draft_id) else { return };
    let pairs = [
        (&mut fields.target, before.target, after.target),
        (&mut fields.more_addresses, before.more_addresses, after.more_addresses),
        (&mut fields.note, before.note, after.note),
        (&mut fields.client_id, before.client_id, after.client_id),
    ];
    for (now, before, after) in pairs {
        if *now == before {
            *now = after;
        }
    }
}
