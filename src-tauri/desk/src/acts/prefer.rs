//! Reading and changing preferences.

use crate::Desk;
use crate::contract::{AppError, Notice, PreferencesChange, PreferencesView};
use crate::preferences::Preferences;

fn view(desk: &Desk, preferences: Preferences) -> PreferencesView {
    let Preferences {
        name,
        email,
        brands,
        own_sites,
        undo_seconds,
        theme,
        zoom_percent,
        client_id,
        clients,
        set_up,
        profiles,
        profile_id,
        reminders,
        reminders_since: _,
        practice: _,
        practice_round: _,
    } = preferences;
    let unreadable_sites = own_sites.iter().filter(|site| !domain::is_readable_site(site)).cloned().collect();
    PreferencesView {
        unreadable_sites,
        name,
        email,
        brands,
        own_sites,
        undo_seconds,
        theme,
        system_theme: desk.desktop.system_theme(),
        zoom_percent,
        client_id,
        clients,
        set_up,
        profiles,
        profile_id,
        reminders,
    }
}

/// The preferences as they are.
///
/// # Errors
/// None at present.
pub async fn preferences_read(desk: &Desk) -> Result<PreferencesView, AppError> {
    Ok(view(desk, desk.preferences.read()))
}

/// Changes what is given, and keeps it at once.
///
/// # Errors
/// `BadRequest` for a value that can't be chosen; `StorageFailed` when it can't be kept, and nothing changes then.
pub async fn preferences_save(desk: &Desk, change: PreferencesChange) -> Result<PreferencesView, AppError> {
    let changed = desk.preferences.change(change, desk.clock.now())?;
    desk.tell(Notice::PreferencesChanged);
    Ok(view(desk, changed))
}
