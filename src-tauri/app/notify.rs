//! Notifications outside the window, where the desktop shows any.

use std::time::Duration;

use notify_rust::Notification;

/// The name that the desktop puts to them.
const APP_NAME: &str = "Takedown Desk";
/// A desktop that takes longer does not work: nothing of ours waits for it.
const PATIENCE: Duration = Duration::from_secs(5);

/// Hands a notification over; what went wrong in words, a desktop that does not answer included.
pub(crate) async fn show(title: String, body: String) -> Result<(), String> {
    tokio::time::timeout(PATIENCE, hand_over(title, body))
        .await
        .unwrap_or_else(|_| Err("the desktop's notifications did not answer".into()))
}

/// The name of the installed icon and desktop file.
#[cfg(target_os = "linux")]
const DESKTOP_ENTRY: &str = "takedown-desk";

#[cfg(target_os = "linux")]
async fn hand_over(title: String, body: String) -> Result<(), String> {
    let shown = Notification::new()
        .appname(APP_NAME)
        .summary(&title)
        .body(&without_markup(&body))
        .icon(DESKTOP_ENTRY)
        .hint(notify_rust::Hint::DesktopEntry(DESKTOP_ENTRY.into()))
        .show_async()
        .await;
    shown.map(drop).map_err(|error| error.to_string())
}

/// Untested there.
#[cfg(not(target_os = "linux"))]
async fn hand_over(title: String, body: String) -> Result<(), String> {
    let show = move || Notification::new().appname(APP_NAME).summary(&title).body(&body).show().map(drop);
    let shown = tauri::async_runtime::spawn_blocking(show).await;
    shown.map_err(|error| error.to_string())?.map_err(|error| error.to_string())
}

/// The body of a notification is markup to most desktops on Linux, its title never is: texts of others stay texts.
#[cfg(target_os = "linux")]
fn without_markup(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn what_looks_like_markup_is_shown_as_it_stands() {
        let hostile = r#"<a href="https://evil.example">x</a> <img src=1> &lt; a&b"#;
        let shown = without_markup(hostile);
        assert!(!shown.contains(['<', '>']), "{shown}");
        assert_eq!(shown.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"), hostile);
    }
}
