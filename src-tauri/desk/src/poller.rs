//! Asks for news of accepted reports, politely: one at a time, the one not asked for longest first.

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use domain::{CaseId, Moment};
use ledger::{Actor, Bucket, LedgerError, NewEvent, Standing, Submission};
use serde_json::json;

use crate::bench::Bench;
use crate::contract::{CaseStatus, Mode};
use crate::services::{News, Payload, Trouble};
use crate::words::{from_word, word};

/// A first look that comes later than this after the answer says nothing about how long a report takes to appear.
const TELLING_LOOK: Duration = Duration::from_secs(900);
/// Cases that one round asks about.
const ROUND: u32 = 20;

fn pause(mode: Mode) -> Duration {
    // Practice is made of minutes; the real thing of days, and nobody publishes how often may be asked.
    Duration::from_secs(if mode == Mode::Practice { 8 } else { 300 })
}

/// Runs until the bench ends.
pub(crate) async fn run(bench: Arc<Bench>) {
    while !bench.stopping.load(Ordering::SeqCst) {
        tokio::select! {
            () = bench.clock.sleep_until(bench.now() + pause(bench.mode)) => {}
            () = bench.stopped() => return,
        }
        let before = bench.now() - pause(bench.mode);
        for submission in bench.ledger.followed_submissions(before, ROUND).unwrap_or_default() {
            if bench.stopping.load(Ordering::SeqCst) {
                return;
            }
            let refreshed = tokio::select! {
                refreshed = refresh(&bench, &submission) => refreshed,
                () = bench.stopped() => return,
            };
            match refreshed {
                Ok(()) | Err(Refresh::Service(Trouble::NotKnown | Trouble::Failed(_))) => {}
                Err(_) => break,
            }
        }
    }
}

/// Why a refresh brought nothing.
#[derive(Debug)]
pub(crate) enum Refresh {
    Service(Trouble),
    Ledger(LedgerError),
}

impl From<LedgerError> for Refresh {
    fn from(error: LedgerError) -> Self {
        Self::Ledger(error)
    }
}

/// Asks for news of one accepted report and writes them down.
pub(crate) async fn refresh(bench: &Arc<Bench>, submission: &Submission) -> Result<(), Refresh> {
    let Some(number) = &submission.remote_id else { return Ok(()) };
    learn_appearance(bench, submission, number).await;
    let news = bench.phishfort.news(number).await;
    match &news {
        Err(Trouble::Unreachable(_)) => bench.set_offline(true),
        _ => bench.set_offline(false),
    }
    if let Err(Trouble::NotKnown | Trouble::Failed(_)) = &news {
        // It was asked, so that the others get their turn.
        bench.ledger.record_asked(&submission.case_id, bench.now())?;
    }
    let news = news.map_err(Refresh::Service)?;
    if write_down(bench, &submission.case_id, submission, &news, bench.now())? {
        bench.tell_changed(submission);
    }
    Ok(())
}

/// How long reports take to appear decides how long an absent one is waited for.
async fn learn_appearance(bench: &Bench, submission: &Submission, number: &str) {
    let (None, Some(accepted), Ok(payload)) =
        (submission.appeared_ms, submission.accepted_at, serde_json::from_str::<Payload>(&submission.payload_json))
    else {
        return;
    };
    let appeared = bench.phishfort.appeared(&payload, number).await;
    let mut unseen = bench.unseen.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    let now = bench.now();
    if appeared == Ok(false) {
        unseen.insert(submission.id.clone(), now);
    } else if appeared == Ok(true) {
        let took = now.since(accepted);
        // It appeared between the last look that missed it and this one. When that was long, it only says when we looked.
        let last_missed = unseen.remove(&submission.id).unwrap_or(accepted);
        let tells = now.since(last_missed) <= TELLING_LOOK;
        let took = if tells { i64::try_from(took.as_millis()).unwrap_or(i64::MAX) } else { 0 };
        // Learning is no duty: when it can't be kept, the default window stands.
        let _ = bench.ledger.record_appearance(&submission.id, took);
    }
}

fn bucket(status: CaseStatus) -> Bucket {
    match status {
        CaseStatus::ActionRequired => Bucket::NeedsYou,
        CaseStatus::TakedownSuccess | CaseStatus::Closed => Bucket::Done,
        _ => Bucket::Waiting,
    }
}

/// True when anything changed that the window shows.
pub(crate) fn write_down(
    bench: &Bench,
    case_id: &CaseId,
    submission: &Submission,
    news: &News,
    now: Moment,
) -> Result<bool, LedgerError> {
    let case = bench.ledger.case(case_id)?;
    let event = |at: Option<Moment>, kind, detail| NewEvent {
        at: at.unwrap_or(now),
        kind,
        actor: Actor::Service,
        submission_id: Some(submission.id.clone()),
        service: Some(submission.service.clone()),
        detail,
    };
    let known = bench.ledger.events(case_id)?;
    let is_known = |at: Option<Moment>, text: &str| {
        known.iter().any(|event| {
            event.kind == "service_said" && event.detail["text"] == text && at.is_none_or(|at| event.at == at)
        })
    };
    let mut events: Vec<NewEvent> = (news.history.iter())
        .filter(|(at, text)| !is_known(*at, text))
        .map(|(at, text)| event(*at, "service_said", json!({ "text": text })))
        .collect();
    let status = word(&news.status);
    if news.raw_status != case.raw_status || from_word::<CaseStatus>(&case.status) != Some(news.status) {
        events.push(event(None, "status_changed", json!({ "status": status, "raw_status": news.raw_status })));
    }
    let flags = serde_json::to_string(&news.flags)?;
    let standing = Standing { bucket: bucket(news.status), status: &status, raw_status: news.raw_status.as_deref() };
    let changed = !events.is_empty() || flags != case.flags_json;
    bench.ledger.record_news(case_id, &standing, &flags, now, &events)?;
    Ok(changed)
}
