//! What the window needs first, and the numbers beside its places.

use std::sync::atomic::Ordering;

use ledger::CaseQuery;

use super::{list_outbox, open_files, preferences_read};
use crate::Desk;
use crate::contract::*;
use crate::view::size;

/// Everything before the first frame.
///
/// # Errors
/// When the ledger can't be read.
pub async fn app_start(desk: &Desk) -> Result<StartView, AppError> {
    let bench = desk.bench();
    let open = bench.ledger.open_submissions()?;
    Ok(StartView {
        mode: desk.mode(),
        preferences: preferences_read(desk).await?,
        preferences_reset: desk.preferences.take_reset(),
        ended_badly: bench.ledger.ended_badly(),
        version: env!("CARGO_PKG_VERSION").into(),
        held: size(open.iter().filter(|one| one.state == domain::State::Held).count() as u64),
        practice_failed: desk.practice_failed.swap(false, Ordering::Relaxed),
        files_waiting: size(open_files::waiting(desk) as u64),
    })
}

/// The numbers beside the places.
///
/// # Errors
/// When the ledger can't be read.
pub async fn app_counts(desk: &Desk) -> Result<CountsView, AppError> {
    use domain::State::{Held, NeedsPerson, Rejected, Unsure};
    let bench = desk.bench();
    let cases = bench.ledger.count_cases(&CaseQuery::default())?;
    let open = list_outbox::unsettled(&bench)?;
    let waiting = open.iter().filter(|one| matches!(one.state, Held | NeedsPerson | Rejected | Unsure)).count();
    Ok(CountsView {
        cases: cases.all(),
        needs_you: cases.needs_you,
        outbox: size(open.len() as u64),
        outbox_needs_you: size(waiting as u64),
        offline: bench.is_offline(),
        connected: bench.mode == Mode::Practice
            || desk.has_key(Service::Phishfort, false).await
            || desk.has_key(Service::Cloudflare, false).await,
        real_waiting: match bench.mode {
            Mode::Practice => size(list_outbox::unsettled(&desk.real)?.len() as u64),
            _ => 0,
        },
        storage_failing: bench.storage_failing.load(Ordering::Relaxed),
        // The archive is no reason to show no number at all.
        sites_needs_you: super::sites::offered(&bench).unwrap_or_default(),
    })
}

fn megabytes(bytes: u64) -> String {
    format!("{:.1}", bytes as f64 / 1_048_576.0)
}

/// What About and Storage tell.
///
/// # Errors
/// None at present.
pub async fn app_about(desk: &Desk) -> Result<AboutView, AppError> {
    let ledger = &desk.bench().ledger;
    Ok(AboutView {
        version: env!("CARGO_PKG_VERSION").into(),
        data_folder: desk.bench().ledger.folder().display().to_string(),
        evidence_mb: megabytes(ledger.evidence_store().size_bytes()),
        ledger_mb: megabytes(ledger.size_bytes()),
        sqlite: ledger::sqlite_version().into(),
        engine: desk.desktop.engine(),
    })
}
