//! Asks for news of accepted reports, politely: one at a time, the one not asked for longest first.

mod appeals;
pub(crate) mod sites;

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use domain::Moment;
use ledger::{Actor, Bucket, LedgerError, NewEvent, Standing, Submission};
use serde_json::json;

use crate::bench::Bench;
use crate::contract::{CaseStatus, Mode, Notice, Service};
use crate::outbox::told;
use crate::services::cloudflare::asks_something;
use crate::services::{News, Payload, Trouble};
use crate::words::word;

/// A first look that comes later than this after the answer says nothing about how long a report takes to appear.
const TELLING_LOOK: Duration = Duration::from_secs(900);
/// How often the list of what was filed is asked for by itself.
const FILED_EVERY: Duration = Duration::from_secs(1800);
const PRACTICE_FILED_EVERY: Duration = Duration::from_secs(60);
/// Cases that one round asks about.
const ROUND: u32 = 20;

fn pause(mode: Mode) -> Duration {
    // Practice is made of minutes; the real thing of days, and nobody publishes how often may be asked.
    Duration::from_secs(if mode == Mode::Practice { 8 } else { 300 })
}

/// Runs until the bench ends.
pub(crate) async fn run(bench: Arc<Bench>) {
    while !bench.stopping.load(Ordering::SeqCst) {
        let round = bench.now() + pause(bench.mode);
        let until = sites::next_wake(&bench).map_or(round, |wake| wake.min(round));
        tokio::select! {
            () = bench.clock.sleep_until(until) => {}
            // Something was taken whose outcome can be read at once.
            () = bench.ask_now.notified() => {}
            () = bench.stopped() => return,
        }
        let before = bench.now() - pause(bench.mode);
        let mut silent = Vec::new();
        for submission in bench.ledger.followed_submissions(before, ROUND).unwrap_or_default() {
            if silent.contains(&submission.service) {
                continue;
            }
            if bench.stopping.load(Ordering::SeqCst) {
                return;
            }
            let refreshed = tokio::select! {
                refreshed = refresh(&bench, &submission) => refreshed,
                () = bench.stopped() => return,
            };
            match refreshed {
                Ok(()) => {}
                // One service that can't be asked is no reason to leave the other unasked.
                Err(Refresh::Service(trouble)) if stops_the_round(&trouble) => {
                    silent.push(submission.service.clone());
                }
                Err(Refresh::Service(_)) => {}
                Err(Refresh::Ledger(_)) => break,
            }
        }
        tokio::select! {
            () = async {
                follow_filed(&bench).await;
                sites::follow(&bench).await;
            } => {}
            () = bench.stopped() => return,
        }
    }
}

/// Brings the list of what the account filed up to date: seldom, and only where an account is chosen. What goes wrong is
/// kept beside the list, and told there.
async fn follow_filed(bench: &Bench) {
    let every = if bench.mode == Mode::Practice { PRACTICE_FILED_EVERY } else { FILED_EVERY };
    let due = bench.filed_asked_at().is_none_or(|at| bench.now().since(at) >= every);
    if !due || bench.cloudflare.account().is_none() || bench.line(Service::Cloudflare).is_paused() {
        return;
    }
    bench.note_filed_asked();
    if let Ok(asked) = bench.cloudflare.sync(&bench.cache, bench.now(), false).await
        && asked.changed > 0
    {
        bench.tell(Notice::FiledChanged);
    }
}

/// Whether asking the same service for more is no use now.
fn stops_the_round(trouble: &Trouble) -> bool {
    !matches!(trouble, Trouble::NotKnown | Trouble::Failed(_) | Trouble::NotPermitted(_) | Trouble::NotEntitled(_))
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
    if submission.kind == crate::acts::APPEAL {
        return appeals::refresh(bench, submission).await;
    }
    let line = bench.line_of(submission);
    learn_appearance(bench, submission, number).await;
    let payload: Payload = serde_json::from_str(&submission.payload_json).map_err(LedgerError::from)?;
    let news = line.adapter.news(&payload, number).await;
    bench.set_offline(line, matches!(&news, Err(Trouble::Unreachable(_))));
    if let Err(trouble) = &news
        && !stops_the_round(trouble)
    {
        // It was asked, so that the others get their turn.
        bench.ledger.record_asked(submission, bench.now())?;
    }
    let news = news.map_err(Refresh::Service)?;
    if write_down(bench, submission, &news, bench.now())? {
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
    let appeared = bench.line_of(submission).adapter.appeared(&payload, number).await;
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

fn bucket(status: CaseStatus, denial: Option<&str>) -> Bucket {
    match status {
        CaseStatus::ActionRequired => Bucket::NeedsYou,
        CaseStatus::ReportDenied if asks_something(denial) => Bucket::NeedsYou,
        // What is done about an accepted report is not told, so nothing more is waited for.
        CaseStatus::TakedownSuccess | CaseStatus::Closed | CaseStatus::ReportAccepted | CaseStatus::ReportDenied => {
            Bucket::Done
        }
        _ => Bucket::Waiting,
    }
}

/// True when anything changed that the window shows.
pub(crate) fn write_down(
    bench: &Bench,
    submission: &Submission,
    news: &News,
    now: Moment,
) -> Result<bool, LedgerError> {
    let submission = &bench.ledger.submission(&submission.id)?;
    let case_id = &submission.case_id;
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
    // A report that was just filed stands as it does by itself: only what comes after that is news.
    let first = submission.raw_status.is_none() && submission.status.as_deref() == Some(status.as_str());
    let same = news.raw_status == submission.raw_status && news.denial == submission.denial;
    if !(same || first && news.flags.is_none()) || submission.status.as_deref() != Some(status.as_str()) {
        let payload: Payload = serde_json::from_str(&submission.payload_json)?;
        let detail = json!({ "status": status, "raw_status": news.raw_status, "denial": news.denial });
        events.push(event(None, "status_changed", told(&payload, detail)));
    }
    let flags = news.flags.as_ref().map(serde_json::to_string).transpose()?;
    let standing = Standing {
        bucket: bucket(news.status, news.denial.as_deref()),
        status: &status,
        raw_status: news.raw_status.as_deref(),
        denial: news.denial.as_deref(),
    };
    let changed = !events.is_empty() || flags.as_ref().is_some_and(|flags| *flags != case.flags_json);
    bench.ledger.record_news(submission, &standing, flags.as_deref(), now, &events)?;
    Ok(changed)
}
