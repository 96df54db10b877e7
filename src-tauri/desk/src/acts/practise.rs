//! Practice: enter, leave, start over, let time pass, and the six steps.

use http_kit::{Deadlines, Key, Path, Request};
use secrecy::SecretString;
use serde_json::{Value, json};

use super::{app_start, practice_week};
use crate::assemble::{open_practice, run};
use crate::bench::Bench;
use crate::contract::*;
use crate::preferences::Preferences;
use crate::{Desk, PRACTICE_KEY};

/// Where practice keeps its data: beside the real thing, a fresh folder each round.
fn folder(desk: &Desk, round: u32) -> std::path::PathBuf {
    desk.folder.join("practice").join(round.to_string())
}

/// Opens practice. The first time, it opens on a lived-in week.
///
/// # Errors
/// `TooLate` while a real report is on its way; else as the ledger and the services of practice.
pub async fn practice_enter(desk: &Desk) -> Result<StartView, AppError> {
    let mut open = desk.practice.lock().await;
    if open.is_none() {
        not_sending(&desk.real)?;
        let practice = open_practice(desk, &folder(desk, desk.preferences.read().practice_round)).await?;
        desk.real.end();
        let bench = std::sync::Arc::clone(&practice.bench);
        desk.set_bench(std::sync::Arc::clone(&bench));
        *open = Some(practice);
        practice_week::live_in(desk, &bench).await?;
    }
    drop(open);
    desk.preferences.keep(Preferences { practice: true, ..desk.preferences.read() })?;
    desk.tell(Notice::CasesChanged { case_id: None });
    app_start(desk).await
}

fn not_sending(bench: &Bench) -> Result<(), AppError> {
    let sending = bench.ledger.open_submissions()?.iter().any(|one| one.state == domain::State::Sending);
    if sending { Err(AppError::new(ErrorCode::TooLate, "a report is being sent")) } else { Ok(()) }
}

/// Leaves practice for the real thing. Practice keeps its data for the next time.
///
/// # Errors
/// As the preferences.
pub async fn practice_leave(desk: &Desk) -> Result<StartView, AppError> {
    if let Some(practice) = desk.practice.lock().await.take() {
        practice.bench.end();
        practice.bench.ledger.set_fact("left_practice", "1")?;
        practice.bench.ledger.close()?;
        desk.set_bench(std::sync::Arc::clone(&desk.real));
        run(&desk.real);
    }
    desk.preferences.keep(Preferences { practice: false, ..desk.preferences.read() })?;
    desk.tell(Notice::CasesChanged { case_id: None });
    app_start(desk).await
}

/// Begins practice anew, with another lived-in week.
///
/// # Errors
/// `PracticeOnly` outside practice.
pub async fn practice_reset(desk: &Desk) -> Result<StartView, AppError> {
    control_of(&desk.bench())?;
    practice_leave(desk).await?;
    let now = desk.preferences.read();
    let old = folder(desk, now.practice_round);
    desk.preferences.keep(Preferences { practice_round: now.practice_round + 1, ..now })?;
    // Made-up cases: what can't be removed is only in the way.
    let _ = std::fs::remove_dir_all(old);
    practice_enter(desk).await
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
        200 => Ok(serde_json::from_slice(&answer.body).unwrap_or_default()),
        404 => Err(AppError::new(ErrorCode::NotKnownThere, "practice has no report that this could happen to")),
        status => Err(failed(format!("the controls of practice answered {status}"))),
    }
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
    // The news are there now: asked for at once, so that the window shows what the person just made happen.
    for submission in bench.ledger.followed_submissions(bench.now(), 20)? {
        if crate::poller::refresh(&bench, &submission).await.is_err() {
            break;
        }
    }
    Ok(Done {})
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
