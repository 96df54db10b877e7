//! The contract's whole list over JSON, and what only a desktop can do else: drop files, show notifications, save files.

use std::sync::Arc;

use desk::Desk;
use desk::contract::*;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

fn bad(message: String) -> Value {
    json!({ "code": "bad_request", "message": message, "problems": [] })
}

/// An argument by its name; one that is left out is `null`, as for the window.
fn argument<T: DeserializeOwned>(arguments: &Value, name: &str) -> Result<T, Value> {
    serde_json::from_value(arguments[name].clone()).map_err(|error| bad(format!("{name}: {error}")))
}

fn answered<T: serde::Serialize>(outcome: Result<T, AppError>) -> Result<Value, Value> {
    match outcome {
        Ok(view) => serde_json::to_value(view).map_err(|error| bad(error.to_string())),
        Err(error) => Err(json!(error)),
    }
}

macro_rules! over_json {
    ($($name:ident ( $($argument:ident : $type:ty),* ) -> $returns:ty;)*) => {
        /// Calls a command by its name.
        pub(crate) async fn call(desk: &Arc<Desk>, command: &str, arguments: Value) -> Result<Value, Value> {
            match command {
                $(stringify!($name) => {
                    $(let $argument: $type = argument(&arguments, stringify!($argument))?;)*
                    let outcome: Result<$returns, AppError> = desk::commands::$name(desk, $($argument),*).await;
                    answered(outcome)
                })*
                "files_open" => answered(desk.open_files(crate::paths(&arguments["paths"])).await),
                "files_drop" => {
                    let paths = crate::paths(&arguments["paths"]);
                    answered(match arguments["draft_id"].as_str() {
                        Some(draft_id) => desk.add_files(draft_id.to_owned(), paths).await,
                        None => desk.drop_files(paths).await,
                    })
                }
                other => Err(bad(format!("there is no command {other}"))),
            }
        }
    };
}
desk::commands!(over_json);

/// Every command in a line, the drop included.
pub(crate) fn listing() -> Vec<String> {
    let mut lines = desk::contract::listing();
    lines.push("files_drop(draft_id: string | null, paths: Array<string>) -> Dropped  (this host only: plays a drop on the window)".into());
    lines.push("files_open(paths: Array<string>) -> null  (this host only: plays a start with files)".into());
    lines.push("desktop_seen() -> { notifications: Array<{ title: string, body: string }>, files: Array<{ name: string, text: string }> }  (this host only: what the desktop was told to show and to save)".into());
    lines
}
