//! Notifications outside the window, where the desktop shows any.

use std::time::Duration;

use notify_rust::Notification;
#[cfg(target_os = "linux")]
use tauri::async_runtime::{JoinHandle, spawn_blocking};
#[cfg(target_os = "linux")]
use tokio::sync::Mutex;

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
    static MARKUP: Markup = Markup(Mutex::const_new(Answer::Unasked));
    let taken = MARKUP.is_taken(|| notify_rust::get_capabilities().ok()).await;
    let body = if taken { without_markup(&body) } else { body };
    let shown = Notification::new()
        .appname(APP_NAME)
        .summary(&title)
        .body(&body)
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

/// Whether this desktop takes the body of a notification for markup, asked until it says so.
#[cfg(target_os = "linux")]
struct Markup(Mutex<Answer>);

#[cfg(target_os = "linux")]
enum Answer {
    Unasked,
    /// Kept where nobody waits any more: a desktop that hangs is not asked a second time, on a second thread.
    Awaited(JoinHandle<Option<Vec<String>>>),
    Known(bool),
}

#[cfg(target_os = "linux")]
impl Markup {
    /// Yes where the desktop can't say: an `&amp;` too much is better than a link that somebody else put there.
    async fn is_taken(&self, capabilities: fn() -> Option<Vec<String>>) -> bool {
        let mut answer = self.0.lock().await;
        if let Answer::Unasked = *answer {
            *answer = Answer::Awaited(spawn_blocking(capabilities));
        }
        let told = match &mut *answer {
            Answer::Known(taken) => return *taken,
            Answer::Awaited(asked) => asked.await.ok().flatten(),
            Answer::Unasked => None,
        };
        let taken = told.map(|all| all.iter().any(|one| one == "body-markup"));
        *answer = taken.map_or(Answer::Unasked, Answer::Known);
        taken.unwrap_or(true)
    }
}

/// The body of a notification is markup to most desktops on Linux, its title never is: texts of others stay texts.
#[cfg(target_os = "linux")]
fn without_markup(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test says what went wrong by panicking")]

    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::sync::mpsc;

    use super::*;

    fn unasked() -> Markup {
        Markup(Mutex::new(Answer::Unasked))
    }

    #[tokio::test]
    async fn a_desktop_is_asked_once_whether_it_takes_markup() {
        static ASKED: AtomicUsize = AtomicUsize::new(0);
        let (with, without) = (unasked(), unasked());
        for _ in 0..2 {
            assert!(with.is_taken(|| Some(vec!["body".into(), "body-markup".into()])).await);
            let plain = || {
                ASKED.fetch_add(1, Ordering::SeqCst);
                Some(vec!["body".into()])
            };
            assert!(!without.is_taken(plain).await);
        }
        assert_eq!(ASKED.load(Ordering::SeqCst), 1);
    }

    #[tokio::test]
    async fn one_that_can_t_say_is_taken_to_read_markup_until_it_can() {
        let markup = unasked();
        assert!(markup.is_taken(|| None).await);
        assert!(!markup.is_taken(|| Some(vec![])).await);
    }

    #[tokio::test]
    async fn one_that_hangs_keeps_one_thread_and_its_answer_counts_when_it_comes() {
        static ASKED: AtomicUsize = AtomicUsize::new(0);
        static ANSWER: std::sync::Mutex<Option<mpsc::Receiver<()>>> = std::sync::Mutex::new(None);
        let (answer, hears) = mpsc::channel();
        *ANSWER.lock().unwrap() = Some(hears);
        let hangs = || {
            ASKED.fetch_add(1, Ordering::SeqCst);
            ANSWER.lock().unwrap().take().unwrap().recv().unwrap();
            Some(vec![])
        };
        let markup = unasked();
        for _ in 0..2 {
            let waited = tokio::time::timeout(Duration::from_millis(1), markup.is_taken(hangs)).await;
            assert!(waited.is_err());
        }
        answer.send(()).unwrap();
        assert!(!markup.is_taken(hangs).await);
        assert_eq!(ASKED.load(Ordering::SeqCst), 1);
    }

    #[test]
    fn what_looks_like_markup_is_shown_as_it_stands() {
        let hostile = r#"<a href="https://evil.example">x</a> <img src=1> &lt; a&b"#;
        let shown = without_markup(hostile);
        assert!(!shown.contains(['<', '>']), "{shown}");
        assert_eq!(shown.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"), hostile);
    }
}
