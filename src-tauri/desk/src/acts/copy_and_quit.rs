//! The clipboard, and the end.

use domain::State;

use super::outbox_send_now;
use crate::Desk;
use crate::contract::{AppError, Done, QuitChoice};
use crate::outbox::dispatcher;

/// Puts text on the clipboard.
///
/// # Errors
/// As the desktop.
pub async fn text_copy(desk: &Desk, text: String) -> Result<Done, AppError> {
    desk.desktop.copy_text(text).await?;
    Ok(Done {})
}

/// Ends the app: after sending what still waits, or leaving it in the outbox.
///
/// # Errors
/// As the desktop, and the ledger's when sending.
pub async fn app_quit(desk: &Desk, how: QuitChoice) -> Result<Done, AppError> {
    let bench = desk.bench();
    if how == QuitChoice::SendNow {
        for waiting in bench.ledger.open_submissions()? {
            if waiting.state == State::Queued {
                outbox_send_now(desk, waiting.id.to_string()).await?;
            }
        }
        dispatcher::settle(&bench).await;
    }
    desk.desktop.quit(how).await?;
    Ok(Done {})
}
