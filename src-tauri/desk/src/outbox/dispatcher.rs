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
    /// Its undo clock was stopped, and nobody let it go on.
    GoOn(SubmissionId),
    /// It says that it is being sent, and nobody sends it: its worker was ended, or could not write down how it went.
    Mend(SubmissionId),
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
        let open = bench.ledger.open_submissions();
        let until = match open.as_deref().map(|open| next(&bench, open, now)) {
            Ok(Some((at, job))) if at <= now => {
                do_guarded(&bench, &job).await;
                continue;
            }
            Ok(Some((at, _))) => at,
            Ok(None) => now + Duration::from_secs(3600),
            Err(_) => now + AFTER_FAULT,
        };
        let undoable = open.is_ok_and(|open| undo_window_is_open(&open, now));
        let until = if undoable { until.min(now + HEARTBEAT) } else { until };
        tokio::select! {
            () = woken => {}
            () = bench.clock.sleep_until(until) => {}
        }
    }
}

/// Does everything that is due now, for tests and for quitting with "send now".
pub(crate) async fn settle(bench: &Arc<Bench>) {
    while let Ok(open) = bench.ledger.open_submissions() {
        match next(bench, &open, bench.now()) {
            Some((at, job)) if at <= bench.now() => do_guarded(bench, &job).await,
            _ => return,
        }
    }
}

/// Does one job on a task of its own: a panic in it is caught, and what it left half done becomes unsure.
async fn do_guarded(bench: &Arc<Bench>, job: &Job) {
    let _one_at_a_time = tokio::select! {
        held = bench.busy.lock() => held,
        () = bench.stopped() => return,
    };
    let (task_bench, task_job) = (Arc::clone(bench), job.clone());
    let mut work = tokio::spawn(async move {
        match &task_job {
            Job::Send(id) => send::send(&task_bench, id).await,
            Job::Look(id) => look::look(&task_bench, id).await,
            Job::GoOn(id) => go_on(&task_bench, id),
            Job::Mend(id) => mend(&task_bench, id),
        }
    });
    let outcome = tokio::select! {
        outcome = &mut work => outcome,
        () = bench.stopped() => {
            work.abort();
            // Waited for, so that nothing of it still writes when the next one takes over.
            let _ = work.await;
            return;
        }
    };
    // The ledger failed, or the worker panicked: what it left half done is mended later, and the others go on.
    let (Job::Send(id) | Job::Look(id) | Job::GoOn(id) | Job::Mend(id)) = job;
    match outcome {
        Ok(Ok(())) => {
            bench.set_storage_failing(false);
            bench.forget_faults(id);
        }
        Ok(Err(LedgerError::Storage(_) | LedgerError::Sql(_))) => {
            bench.set_storage_failing(true);
            bench.leave_alone(id);
        }
        Ok(Err(_)) | Err(_) => bench.leave_alone(id),
    }
}

/// Lets an undo clock run on that was stopped and forgotten.
fn go_on(bench: &Bench, id: &SubmissionId) -> Result<(), LedgerError> {
    let submission = bench.ledger.submission(id)?;
    if let (State::Queued, Some(left)) = (submission.state, submission.paused_left_ms) {
        let due = bench.now() + Duration::from_millis(left.unsigned_abs());
        bench.ledger.pause(&submission, None, Some(due))?;
        bench.tell_changed(&submission);
    }
    Ok(())
}

/// Only one job is done at a time, so what still says "sending" here is sent by nobody: it becomes unsure.
fn mend(bench: &Bench, id: &SubmissionId) -> Result<(), LedgerError> {
    let submission = bench.ledger.submission(id)?;
    if submission.state == State::Sending {
        bench.ledger.interrupt(&submission, bench.now(), &standing::UNSURE)?;
        bench.tell_changed(&submission);
    }
    Ok(())
}

/// The job that is due first.
fn next(bench: &Bench, open: &[Submission], now: Moment) -> Option<(Moment, Job)> {
    let due = |submission: &Submission| match submission.state {
        State::Queued if submission.paused_left_ms.is_some() => {
            Some((submission.due_at?, Job::GoOn(submission.id.clone())))
        }
        State::Queued | State::Deferred if bench.line_of(submission).is_paused() => None,
        State::Queued | State::Deferred => Some((submission.due_at?, Job::Send(submission.id.clone()))),
        State::Sending => Some((now, Job::Mend(submission.id.clone()))),
        State::Unsure | State::NeedsPerson => Some((submission.next_look_at?, Job::Look(submission.id.clone()))),
        _ => None,
    };
    // Of everything that is due, the oldest goes first; else the one that is due soonest.
    let later =
        |submission: &Submission, at: Moment| bench.left_alone_until(&submission.id).map_or(at, |until| until.max(at));
    let jobs: Vec<_> = open.iter().filter_map(|one| due(one).map(|(at, job)| (later(one, at), job))).collect();
    let overdue = jobs.iter().find(|(at, _)| *at <= now).cloned();
    overdue.or_else(|| jobs.into_iter().min_by_key(|(at, _)| *at))
}

fn undo_window_is_open(open: &[Submission], now: Moment) -> bool {
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
