//! The contract's whole list over Tauri: each command unpacks its host, calls the desk, and has no logic.

use std::sync::Arc;

use desk::contract::*;
use tauri::State;
use tauri::ipc::{Channel, Invoke};

use crate::host::Host;

/// From here on the window hears every notice.
#[tauri::command]
async fn notices_listen(host: State<'_, Arc<Host>>, channel: Channel<Notice>) -> Result<(), AppError> {
    host.listener.set(channel);
    Ok(())
}

macro_rules! over_tauri {
    ($($name:ident ( $($argument:ident : $type:ty),* ) -> $returns:ty;)*) => {
        $(
            #[tauri::command(rename_all = "snake_case")]
            async fn $name(host: State<'_, Arc<Host>>, $($argument: $type),*) -> Result<$returns, AppError> {
                desk::commands::$name(host.desk()?, $($argument),*).await
            }
        )*

        /// Answers every command of the contract.
        pub(crate) fn handler() -> impl Fn(Invoke) -> bool + Send + Sync + 'static {
            tauri::generate_handler![notices_listen, $($name),*]
        }

        #[cfg(test)]
        const NAMES: &[&str] = &["notices_listen", $(stringify!($name)),*];
    };
}
desk::commands!(over_tauri);

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a panic is how a test fails")]

    #[test]
    fn the_window_may_call_every_command_of_the_contract_and_nothing_else() {
        let capability: serde_json::Value = serde_json::from_str(include_str!("capabilities/window.json")).unwrap();
        let granted: Vec<_> =
            capability["permissions"].as_array().unwrap().iter().map(|one| one.as_str().unwrap()).collect();
        let wanted: Vec<_> = super::NAMES.iter().map(|name| format!("allow-{}", name.replace('_', "-"))).collect();
        assert_eq!(granted, wanted, "src-tauri/app/capabilities/window.json names exactly the contract's commands");
    }
}
