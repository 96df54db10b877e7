//! The second host of the contract: the same functions as the window's, asked over JSON lines. Tests drive it; it is
//! never shipped.

mod arguments;
mod commands;
mod desktop;
mod preferences;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::{Arc, Mutex, PoisonError};

use desk::{Desk, Parts, PracticePlace, StartPractice, SystemClock, SystemRandom, Vault};
use practice::{IdStyle, Options, Practice};
use serde_json::{Value, json};
use tokio::io::{AsyncBufReadExt, BufReader};

use crate::arguments::{Arguments, USAGE};
use crate::desktop::RecordingDesktop;
use crate::preferences::PreferencesFile;

/// Standard output, a whole line at a time.
#[derive(Clone, Default)]
struct Output(Arc<Mutex<()>>);

impl Output {
    fn line(&self, value: &Value) {
        self.text(&value.to_string());
    }

    fn text(&self, text: &str) {
        let _whole_lines = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let mut out = std::io::stdout().lock();
        // Nobody reads any more: the input ends soon as well.
        let _ = writeln!(out, "{text}").and_then(|()| out.flush());
    }
}

#[tokio::main]
async fn main() -> ExitCode {
    let output = Output::default();
    let arguments = match Arguments::read(std::env::args().skip(1)) {
        Ok(arguments) => arguments,
        Err(wrong) => return refuse(&format!("{wrong}\n\n{USAGE}")),
    };
    if arguments.list {
        commands::listing().iter().for_each(|line| output.text(line));
        return ExitCode::SUCCESS;
    }
    if arguments.fail_points {
        desk::fail_point::NAMES.iter().for_each(|name| output.text(name));
        return ExitCode::SUCCESS;
    }
    if let Some(point) = &arguments.fail_at
        && !desk::fail_point::arm(point)
    {
        return refuse(&format!("there is no point {point}"));
    }
    let Some(folder) = arguments.data.clone() else { return refuse(USAGE) };
    rustix::process::umask(rustix::fs::Mode::RWXG | rustix::fs::Mode::RWXO);
    let desktop = Arc::new(RecordingDesktop::new(output.clone()));
    match start(&arguments, folder, &output, &desktop).await {
        Ok(desk) => {
            serve(desk, desktop, output).await;
            ExitCode::SUCCESS
        }
        Err(error) => {
            output.line(&json!({ "error": error }));
            ExitCode::FAILURE
        }
    }
}

fn refuse(why: &str) -> ExitCode {
    eprintln!("{why}");
    ExitCode::from(2)
}

async fn start(
    arguments: &Arguments,
    folder: PathBuf,
    output: &Output,
    desktop: &Arc<RecordingDesktop>,
) -> Result<Arc<Desk>, desk::contract::AppError> {
    let notices = output.clone();
    let desk = desk::assemble(Parts {
        preferences: Box::new(PreferencesFile::new(&folder)),
        folder,
        clock: Arc::new(SystemClock),
        random: Arc::new(SystemRandom),
        notices: Arc::new(move |notice| notices.line(&json!({ "notice": notice }))),
        desktop: Arc::clone(desktop) as Arc<dyn desk::Desktop>,
        vault: if arguments.system_vault { Vault::system() } else { Vault::memory() },
        start_practice: start_practice(output.clone()),
        phishfort_url: arguments.phishfort.clone(),
        cloudflare_url: arguments.cloudflare.clone(),
    })
    .await?;
    if arguments.practice {
        desk::commands::practice_enter(&desk).await?;
    }
    Ok(desk)
}

/// Practice as the app has it, but that nothing happens in it by itself; its controls are told, so that a test can
/// turn its time and order its faults.
fn start_practice(output: Output) -> StartPractice {
    Box::new(move |kept_in: PathBuf| {
        let output = output.clone();
        Box::pin(async move {
            let options = Options {
                kept_in: Some(kept_in),
                keys: vec![desk::PRACTICE_KEY.into()],
                tokens: vec![desk::PRACTICE_KEY.into()],
                replies_by_themselves: false,
                id_prefix: IdStyle::Practice,
            };
            let practice = Practice::start(options).await.map_err(|error| error.to_string())?;
            let place = PracticePlace {
                phishfort_url: practice.phishfort_url(),
                cloudflare_url: practice.cloudflare_url(),
                cloudflare_account: practice::ACCOUNT_ID.into(),
                control_url: practice.control_url(),
                alive: Box::new(practice),
            };
            output.line(&json!({ "practice": {
                "phishfort": place.phishfort_url, "cloudflare": place.cloudflare_url, "control": place.control_url
            } }));
            Ok(place)
        })
    })
}

async fn serve(desk: Arc<Desk>, desktop: Arc<RecordingDesktop>, output: Output) {
    let mut lines = BufReader::new(tokio::io::stdin()).lines();
    let mut asked = tokio::task::JoinSet::new();
    while let Ok(Some(line)) = lines.next_line().await {
        if line.trim().is_empty() {
            continue;
        }
        let (desk, desktop, output) = (Arc::clone(&desk), Arc::clone(&desktop), output.clone());
        // A slow command does not hold up the next: the window asks several things at once too.
        asked.spawn(async move { output.line(&answer(&desk, &desktop, &line).await) });
    }
    asked.join_all().await;
    desk.close().await;
}

async fn answer(desk: &Arc<Desk>, desktop: &RecordingDesktop, line: &str) -> Value {
    let bad = |message: String| json!({ "code": "bad_request", "message": message, "problems": [] });
    let request: Value = match serde_json::from_str(line) {
        Ok(request) => request,
        Err(error) => return json!({ "id": null, "error": bad(error.to_string()) }),
    };
    let id = request["id"].clone();
    let Some(command) = request["command"].as_str() else {
        return json!({ "id": id, "error": bad("a request names its command".into()) });
    };
    if command == "desktop_seen" {
        return json!({ "id": id, "ok": desktop.seen() });
    }
    let arguments = request.get("args").cloned().unwrap_or_else(|| json!({}));
    match commands::call(desk, command, arguments).await {
        Ok(value) => json!({ "id": id, "ok": value }),
        Err(error) => json!({ "id": id, "error": error }),
    }
}

/// The paths of an argument, for the one command that plays a drop.
pub(crate) fn paths(value: &Value) -> Vec<PathBuf> {
    value.as_array().into_iter().flatten().filter_map(Value::as_str).map(|path| Path::new(path).to_owned()).collect()
}
