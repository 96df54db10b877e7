//! Practice: enter, leave, start over, let time pass, and the six steps.

use std::sync::Arc;

use domain::State;
use http_kit::{Deadlines, Key, Path, Request};
use secrecy::SecretString;
use serde_json::{Value, json};

use super::{app_start, practice_week};
use crate::assemble::{open_practice, run};
use crate::bench::Bench;
use crate::contract::*;
use crate::desk::Practice;
use crate::{Desk, PRACTICE_KEY};

/// Where practice keeps its data: beside the real thing, a fresh folder each round.
fn folder(desk: &Desk, round: u32) -> std::path::PathBuf {
    desk.folder.join("practice").join(round.to_string())
}

/// Opens practice. The first time, it opens on a lived-in week. Everything that can fail is done before the window's
/// mode changes: an error leaves it where it was.
///
/// # Errors
/// `WaitForReports` while a real report is on its way or can still be undone; else as the ledger, the preferences and
/// the services of practice.
pub async fn practice_enter(desk: &Desk) -> Result<StartView, AppError> {
    let mut open = desk.practice.lock().await;
    if open.is_none() {
        none_on_its_way(&desk.real)?;
        let practice = prepare(desk, desk.preferences.read().practice_round).await?;
        desk.preferences.change_own(|own| own.practice = true)?;
        desk.real.end().await;
        step_in(desk, &mut open, practice);
    }
    drop(open);
    app_start(desk).await
}

/// Leaves practice for the real thing. Practice keeps its data for the next time.
///
/// # Errors
/// As the preferences, and then practice goes on.
pub async fn practice_leave(desk: &Desk) -> Result<StartView, AppError> {
    let mut open = desk.practice.lock().await;
    desk.preferences.change_own(|own| own.practice = false)?;
    if let Some(practice) = open.take() {
        put_away(&practice.bench).await;
        desk.set_bench(Arc::clone(&desk.real));
        run(&desk.real);
        desk.tell(Notice::CasesChanged { case_id: None });
    }
    drop(open);
    app_start(desk).await
}

/// Begins practice anew, with another lived-in week. The real thing is not touched meanwhile.
///
/// # Errors
/// `PracticeOnly` outside practice; else as [`practice_enter`], and then the old practice goes on.
pub async fn practice_reset(desk: &Desk) -> Result<StartView, AppError> {
    let mut open = desk.practice.lock().await;
    control_of(&desk.bench())?;
    let round = desk.preferences.read().practice_round;
    let fresh = prepare(desk, round + 1).await?;
    desk.preferences.change_own(|own| own.practice_round = round + 1)?;
    if let Some(old) = open.take() {
        put_away(&old.bench).await;
    }
    step_in(desk, &mut open, fresh);
    drop(open);
    // Made-up cases: what can't be removed is only in the way.
    let _ = std::fs::remove_dir_all(folder(desk, round));
    app_start(desk).await
}

/// Opens a round of practice with its week told, and nothing of it running yet.
async fn prepare(desk: &Desk, round: u32) -> Result<Practice, AppError> {
    let practice = open_practice(desk, &folder(desk, round)).await?;
    practice_week::live_in(desk, &practice.bench).await?;
    Ok(practice)
}

/// From here on the window is in this practice.
fn step_in(desk: &Desk, open: &mut Option<Practice>, practice: Practice) {
    run(&practice.bench);
    desk.set_bench(Arc::clone(&practice.bench));
    *open = Some(practice);
    desk.tell(Notice::CasesChanged { case_id: None });
}

async fn put_away(bench: &Bench) {
    bench.end().await;
    // Both only help the next start; made-up data is no reason to keep anybody in practice.
    let _ = bench.ledger.set_fact("left_practice", "1");
    let _ = bench.ledger.close();
}

fn none_on_its_way(bench: &Bench) -> Result<(), AppError> {
    let open = bench.ledger.open_submissions()?;
    match open.iter().any(|one| matches!(one.state, State::Sending | State::Queued)) {
        true => Err(AppError::new(ErrorCode::WaitForReports, "a real report is on its way")),
        false => Ok(()),
    }
}

fn control_of(bench: &Bench) -> Result<&str, AppError> {
    bench.practice_control.as_deref().ok_or_else(|| AppError::new(ErrorCode::PracticeOnly, "this is not practice"))
}

/// Asks the controls of practice for something.
pub(crate) async fn control(bench: &Bench, path: &'static str, body: &Value) -> Result<Value, AppError> {
    let failed = |said: String| AppError::new(ErrorCode::Unexpected, said);
    let client = http_kit::Client::loopback(control_of(bench)?).map_err(|error| failed(error.to_string()))?;
    let request = Request::post(Path::fixed(path)).json(body.to_string());
    let secret = SecretString::from(PRACTICE_KEY);
    let exchange =
        client.send(&request, Key { header: "x-practice", secret: &secret }, &Deadlines::default(), |_| {}).await;
    let answer = exchange.result.map_err(|failure| failed(failure.to_string()))?;
    match answer.status {
        // Some controls have nothing to answer: 204.
        200..=299 => Ok(serde_json::from_slice(&answer.body).unwrap_or_default()),
        404 => Err(AppError::new(ErrorCode::NotKnownThere, "practice has no report that this could happen to")),
        status => Err(failed(format!("the controls of practice answered {status}"))),
    }
}

/// Makes time pass at the played Cloudflare, or makes the next report to it go wrong.
///
/// # Errors
/// `PracticeOnly`; `BadRequest` for a refusal without a known ground; `NotKnownThere` when nothing was reported that this
/// could happen to.
pub async fn practice_next_report(
    desk: &Desk,
    step: PracticeReportStep,
    denial: Option<DenialReason>,
) -> Result<Done, AppError> {
    let bench = desk.bench();
    let next = |step: &str| ("/cloudflare/next", json!({ "step": step, "denial_reason": denial, "report": null }));
    let fault = |fault: Value| {
        ("/fault", json!({ "fault": fault, "times": 1, "method": "POST", "path_contains": "/abuse-reports/abuse_" }))
    };
    let (path, body) = match (step, denial) {
        (PracticeReportStep::Accepted, _) => ("/cloudflare/next", json!({ "step": "accepted", "report": null })),
        (PracticeReportStep::Denied, None | Some(DenialReason::Other)) => {
            return Err(AppError::new(ErrorCode::BadRequest, "a refusal names one of the known grounds"));
        }
        (PracticeReportStep::Denied, Some(_)) => next("denied"),
        (PracticeReportStep::LoseAnswer, _) => fault(json!({ "kind": "drop_after" })),
        (PracticeReportStep::NotEntitled, _) => fault(json!({
            "kind": "status", "status": 401,
            "body": r#"{"result":"error","msg":"Not entitled to use feature: Abuse Report API","err_code":"unknown_err","error_code":"unknown_err"}"#
        })),
        (PracticeReportStep::SlowDown, _) => {
            fault(json!({ "kind": "status", "status": 429, "retry_after": { "seconds": 20 } }))
        }
    };
    control(&bench, path, &body).await?;
    if matches!(step, PracticeReportStep::Accepted | PracticeReportStep::Denied) {
        bench.ledger.set_fact("made_time_pass", "1")?;
        tell_news(&bench).await?;
    }
    Ok(Done {})
}

/// Makes time pass for our own sites at the played Cloudflare, or makes the next appeal go wrong.
///
/// # Errors
/// `PracticeOnly`; `NotKnownThere` when there is no block that this could happen to.
pub async fn practice_next_site(desk: &Desk, step: PracticeSiteStep) -> Result<Done, AppError> {
    let bench = desk.bench();
    let next = |step: &str| ("/cloudflare/sites/next", json!({ "step": step }));
    let (path, body) = match step {
        PracticeSiteStep::NewBlock => next("new_block"),
        PracticeSiteStep::BlockStarts => next("block_starts"),
        PracticeSiteStep::ReviewLifted => next("review_lifted"),
        PracticeSiteStep::ReviewKept => next("review_kept"),
        PracticeSiteStep::PartAnswer => next("part_answer"),
        PracticeSiteStep::LoseAnswer => (
            "/fault",
            json!({ "fault": { "kind": "drop_after" }, "times": 1, "method": "POST", "path_contains": "/mitigations/appeal" }),
        ),
    };
    control(&bench, path, &body).await?;
    if !matches!(step, PracticeSiteStep::LoseAnswer | PracticeSiteStep::PartAnswer) {
        bench.ledger.set_fact("made_time_pass", "1")?;
        tell_news(&bench).await?;
        super::sites::refresh_now(&bench).await?;
    }
    Ok(Done {})
}

/// Makes time pass at the played services, or makes the next report go wrong.
///
/// # Errors
/// `PracticeOnly`; `NotKnownThere` when nothing was reported that this could happen to.
pub async fn practice_next(desk: &Desk, step: PracticeStep) -> Result<Done, AppError> {
    let bench = desk.bench();
    let next = |step: &str| ("/next", json!({ "step": step, "incident": null }));
    let fault = |fault: Value| {
        ("/fault", json!({ "fault": fault, "times": 1, "method": "POST", "path_contains": "/incident/" }))
    };
    let (path, body) = match step {
        PracticeStep::Accepted => next("accepted"),
        PracticeStep::Question => next("question"),
        PracticeStep::TakenDown => next("taken_down"),
        PracticeStep::Failed => next("failed"),
        PracticeStep::LoseAnswer => fault(json!({ "kind": "drop_after" })),
        PracticeStep::RefuseKey => fault(json!({
            "kind": "status", "status": 401,
            "body": r#"{"statusCode":401,"error":"Unauthorized","message":"Practice refused the key once"}"#
        })),
        PracticeStep::SlowDown => fault(json!({ "kind": "status", "status": 429, "retry_after": { "seconds": 20 } })),
        PracticeStep::Unreachable => {
            // Nothing of it arrives: the look before sending is what fails.
            (
                "/fault",
                json!({ "fault": { "kind": "drop_before" }, "times": 1, "method": "GET", "path_contains": "/incident/subject/" }),
            )
        }
    };
    control(&bench, path, &body).await?;
    bench.ledger.set_fact("made_time_pass", "1")?;
    tell_news(&bench).await?;
    Ok(Done {})
}

/// The news are there now: asked for at once, so that the window shows what the person just made happen.
async fn tell_news(bench: &Arc<Bench>) -> Result<(), AppError> {
    for submission in bench.ledger.followed_submissions(bench.now(), 20)? {
        if crate::poller::refresh(bench, &submission).await.is_err() {
            break;
        }
    }
    Ok(())
}

/// The six steps, and which are done.
///
/// # Errors
/// When the ledger can't be read.
pub async fn practice_checklist(desk: &Desk) -> Result<ChecklistView, AppError> {
    let bench = desk.bench();
    let ledger = &bench.ledger;
    let own = |kind: &str, made_up: &str| -> Result<bool, AppError> {
        let made_up: u32 = ledger.fact(made_up)?.and_then(|count| count.parse().ok()).unwrap_or(0);
        Ok(ledger.count_events(kind)? > made_up)
    };
    let steps = [
        (ChecklistStep::AddEvidence, ledger.count_evidence()? > practice_week::evidence_count(ledger)?),
        (ChecklistStep::SendReport, own("accepted", "week_accepted")? || own("found", "week_found")?),
        (ChecklistStep::UndoOnce, own("undone", "week_undone")?),
        (ChecklistStep::MakeTimePass, ledger.fact("made_time_pass")?.is_some()),
        (ChecklistStep::AnswerLost, own("answer_lost", "week_answer_lost")?),
        (ChecklistStep::ConnectForReal, ledger.fact("left_practice")?.is_some()),
    ];
    let item = |(step, done)| ChecklistItem { step, done };
    Ok(ChecklistView { steps: steps.into_iter().map(item).collect() })
}
