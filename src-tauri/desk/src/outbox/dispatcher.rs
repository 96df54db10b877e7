//! The dispatcher: does what is due, one submission at a time, and sleeps until the next is.

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use domain::{Moment, State, SubmissionId};
use ledger::{LedgerError, Submission};

use super::{look, send, standing};
use crate::bench::Bench;

/// How often the dispatcher leaves its mark on disk while an undo window is open: so exactly is known at the next
/// start which windows had ended.
const HEARTBEAT: Duration = Duration::from_secs(1);
/// After the ledger failed, nothing is sent for so long.
const AFTER_FAULT: Duration = Duration::from_secs(5);

/// What is to be done, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Job {
    Send(SubmissionId),
    Look(SubmissionId),
}

/// Runs until the bench ends.
pub(crate) async fn run(bench: Arc<Bench>) {
    loop {
        // Registered before the ledger is asked: a change in between wakes us at once.
        let mut woken = std::pin::pin!(bench.wake.notified());
        woken.as_mut().enable();
        if bench.stopping.load(Ordering::SeqCst) {
            return;
        }
        let now = bench.now();
        heartbeat(&bench, now);
        let until = match next(&bench, now) {
            Ok(Some((at, job))) if at <= now => {
                do_guarded(&bench, &job).await;
                continue;
            }
            Ok(Some((at, _))) => at,
            Ok(None) => now + Duration::from_secs(3600),
            Err(_) => now + AFTER_FAULT,
        };
        let until = if undo_window_is_open(&bench, now) { until.min(now + HEARTBEAT) } else { until };
        tokio::select! {
            () = woken => {}
            () = bench.clock.sleep_until(until) => {}
        }
    }
}

/// Does everything that is due now, for tests and for quitting with "send now".
pub(crate) async fn settle(bench: &Arc<Bench>) {
    while let Ok(Some((at, job))) = next(bench, bench.now()) {
        if at > bench.now() {
            return;
        }
        do_guarded(bench, &job).await;
    }
}

/// Does one job on a task of its own: a panic in it is caught, and what it left half done becomes unsure.
async fn do_guarded(bench: &Arc<Bench>, job: &Job) {
    let _one_at_a_time = bench.busy.lock().await;
    let (task_bench, task_job) = (Arc::clone(bench), job.clone());
    let work = tokio::spawn(async move {
        match &task_job {
            Job::Send(id) => send::send(&task_bench, id).await,
            Job::Look(id) => look::look(&task_bench, id).await,
        }
    });
    let abort = work.abort_handle();
    let outcome = tokio::select! {
        outcome = work => outcome,
        () = bench.stop.notified() => {
            abort.abort();
            return;
        }
    };
    let (Job::Send(id) | Job::Look(id)) = job;
    match outcome {
        Ok(Ok(())) => {}
        Ok(Err(_)) => bench.clock.sleep_until(bench.now() + AFTER_FAULT).await,
        Err(_) => {
            if let Ok(submission) = bench.ledger.submission(id)
                && submission.state == State::Sending
                && bench.ledger.interrupt(&submission, bench.now(), &standing::UNSURE).is_ok()
            {
                bench.tell_changed(&submission);
            }
            bench.clock.sleep_until(bench.now() + AFTER_FAULT).await;
        }
    }
}

/// The job that is due first.
fn next(bench: &Bench, now: Moment) -> Result<Option<(Moment, Job)>, LedgerError> {
    let paused = bench.paused_for_key.load(Ordering::Relaxed);
    let due = |submission: &Submission| match submission.state {
        State::Queued | State::Deferred if paused || submission.paused_left_ms.is_some() => None,
        State::Queued | State::Deferred => Some((submission.due_at?, Job::Send(submission.id.clone()))),
        State::Unsure | State::NeedsPerson => Some((submission.next_look_at?, Job::Look(submission.id.clone()))),
        _ => None,
    };
    let open = bench.ledger.open_submissions()?;
    // Of everything that is due, the oldest goes first; else the one that is due soonest.
    let jobs: Vec<_> = open.iter().filter_map(due).collect();
    let overdue = jobs.iter().find(|(at, _)| *at <= now).cloned();
    Ok(overdue.or_else(|| jobs.into_iter().min_by_key(|(at, _)| *at)))
}

fn undo_window_is_open(bench: &Bench, now: Moment) -> bool {
    let open = bench.ledger.open_submissions().unwrap_or_default();
    open.iter().any(|one| one.state == State::Queued && one.due_at.is_some_and(|due| due > now))
}

fn heartbeat(bench: &Bench, now: Moment) {
    // Without it the next start holds more back than it must, which is the safe side.
    let _ = std::fs::write(bench.ledger.folder().join("alive"), now.millis().to_string());
}

/// When the app was last seen alive.
pub(crate) fn last_alive(folder: &std::path::Path) -> Option<Moment> {
    std::fs::read_to_string(folder.join("alive")).ok()?.trim().parse().ok().map(Moment)
}
