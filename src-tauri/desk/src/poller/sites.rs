//! Our sites, followed by themselves: all of them seldom, and what is about to change when it is time.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use cloudflare_abuse::AccountId;
use domain::Moment;
use ledger::LedgerError;

use crate::bench::Bench;
use crate::contract::{Following, Mode, Notice, Service};
use crate::services::Trouble;
use crate::services::cloudflare::received::{Gate, Running};
use crate::words::from_word;

/// How often our sites are brought up to date by themselves.
const EVERY: Duration = Duration::from_secs(1800);
const PRACTICE_EVERY: Duration = Duration::from_secs(60);
/// A block that starts within so long is looked at more often: it may be called off, or put off.
const SOON: Duration = Duration::from_secs(2 * 3600);
const SOON_EVERY: Duration = Duration::from_secs(300);
const PRACTICE_SOON_EVERY: Duration = Duration::from_secs(10);
/// A block is looked at so long after its start: clocks differ, and the service may need a moment.
const AFTER_START: Duration = Duration::from_secs(2);
/// Reports that are read in one round because of a block that starts soon.
const ROUND: usize = 20;

/// Begins to bring our sites up to date, on a task of its own; tells whether it did: not while that goes on already.
/// [`crate::services::cloudflare::received::SitesRun::ended`] waits for the end.
pub(crate) fn start(bench: &Arc<Bench>) -> bool {
    let Some(running) = bench.sites.begin(bench.cloudflare.account()) else { return false };
    bench.note_sites_asked();
    let task = tokio::spawn(run(Arc::clone(bench), running));
    bench.join_at_end(task);
    true
}

async fn run(bench: Arc<Bench>, running: Running) {
    let gate = Gate { running: &running, sending: &bench.busy };
    let outcome = tokio::select! {
        outcome = bench.cloudflare.sync_sites(&bench.cache, gate) => outcome,
        () = bench.stopped() => return,
    };
    match outcome {
        Ok(synced) => heard(&bench, synced.changed, synced.trouble.as_ref()),
        Err(error) => running.failed(error.into()),
    }
}

/// Tells the window what asking brought.
fn heard(bench: &Bench, changed: u32, trouble: Option<&Trouble>) {
    let line = bench.line(Service::Cloudflare);
    match trouble {
        Some(Trouble::Unreachable(_)) => bench.set_offline(line, true),
        // It was not asked at all.
        Some(Trouble::KeyMissing | Trouble::AccountMissing | Trouble::SlowDown(_)) => {}
        _ => bench.set_offline(line, false),
    }
    if changed > 0 {
        bench.tell(Notice::SitesChanged);
    }
}

/// Brings our sites up to date where that is due, and looks at what starts soon. What goes wrong is kept beside the
/// lists, and told there.
pub(super) async fn follow(bench: &Arc<Bench>) {
    let Some(account) = bench.cloudflare.account() else { return };
    if bench.line(Service::Cloudflare).is_paused() || bench.cloudflare.sync_waits_until().is_some() {
        return;
    }
    // What is kept can't be read: whoever looks at it is told.
    if is_due(bench, &account).unwrap_or(false) {
        start(bench);
        bench.sites.ended().await;
    }
    let _ = look_at_what_starts_soon(bench, &account).await;
}

fn is_due(bench: &Bench, account: &AccountId) -> Result<bool, LedgerError> {
    let mark = bench.cache.sites_mark(account.as_str())?;
    let following = mark.following.as_deref().and_then(from_word::<Following>);
    // What was broken off for a while goes on as soon as it can; what a person stopped, or must mend, does not.
    let goes_on = matches!(following, Some(Following::SlowDown | Following::Unreachable | Following::Failed));
    let stopped_at = bench.sites.stopped_at(account);
    if stopped_at.is_none() && (following.is_none() || mark.unfinished && goes_on) {
        return Ok(true);
    }
    let every = if bench.mode == Mode::Practice { PRACTICE_EVERY } else { EVERY };
    Ok(stopped_at.or(bench.sites_asked_at()).is_none_or(|at| at > bench.now() || bench.now().since(at) >= every))
}

/// When the poller should look again for the sake of our sites; none where its usual round will do.
pub(super) fn next_wake(bench: &Bench) -> Option<Moment> {
    let now = bench.now();
    let account = bench.cloudflare.account()?;
    let pending = bench.cache.pending_blocks(Some(account.as_str())).unwrap_or_default();
    let starts = pending.iter().map(|block| block.effective_at + AFTER_START).find(|at| *at > now);
    let goes_on = bench.cloudflare.sync_waits_until();
    starts.into_iter().chain(goes_on).min()
}

/// Reads the reports again whose blocks start soon, or should have started since they were read.
async fn look_at_what_starts_soon(bench: &Arc<Bench>, account: &AccountId) -> Result<(), LedgerError> {
    let due = start_soon(bench, account)?;
    let mut changed = 0;
    for report_id in &due {
        if bench.cloudflare.sync_waits_until().is_some() {
            break;
        }
        let read = bench.cloudflare.read_blocks_of(&bench.cache, account, report_id).await?;
        changed += read.changed;
        match &read.trouble {
            None => {}
            Some(trouble) if super::stops_the_round(trouble) => {
                heard(bench, changed, Some(trouble));
                return Ok(());
            }
            // It was looked at all the same.
            Some(_) => bench.cache.note_unread(account.as_str(), report_id, bench.now())?,
        }
    }
    if !due.is_empty() {
        heard(bench, changed, None);
    }
    Ok(())
}

/// The reports whose blocks are to be read again for that, the soonest first, and last those that could not be read when
/// they were last tried.
fn start_soon(bench: &Bench, account: &AccountId) -> Result<Vec<String>, LedgerError> {
    let now = bench.now();
    let every = if bench.mode == Mode::Practice { PRACTICE_SOON_EVERY } else { SOON_EVERY };
    let (mut known, mut due, mut failing) = (BTreeSet::new(), Vec::new(), Vec::new());
    for block in bench.cache.pending_blocks(Some(account.as_str()))? {
        if block.effective_at > now + SOON || due.len() >= ROUND {
            break;
        }
        if known.contains(&block.report_id) {
            continue;
        }
        let Some(report) = bench.cache.received_report(account.as_str(), &block.report_id)? else { continue };
        let Some(looked_at) = report.read_at.max(report.tried_at) else { continue };
        let starts = block.effective_at + AFTER_START;
        let has_started = starts <= now && looked_at < starts;
        if looked_at <= now && now.since(looked_at) < every && !has_started {
            continue;
        }
        known.insert(block.report_id.clone());
        if report.tried_at.is_some() { &mut failing } else { &mut due }.push(block.report_id);
    }
    due.extend(failing);
    due.truncate(ROUND);
    Ok(due)
}
