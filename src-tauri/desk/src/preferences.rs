//! Preferences that are no secret. A host says where they are kept; what can't be read falls back to defaults, once said.

use std::sync::{Mutex, PoisonError};

use domain::Moment;
use serde::{Deserialize, Serialize};

use crate::contract::{AppError, ClientView, ErrorCode, PreferencesChange, ProfileView, Theme};

/// Where preferences are kept, as one JSON value.
pub trait PreferencesStore: Send + Sync {
    /// What is kept; none when nothing was kept yet.
    ///
    /// # Errors
    /// The reason in words, when something is there that can't be read. A host then puts it aside, so that saving does
    /// not overwrite what could still be mended by hand.
    fn load(&self) -> Result<Option<serde_json::Value>, String>;
    /// Keeps it.
    ///
    /// # Errors
    /// The reason in words.
    fn save(&self, value: &serde_json::Value) -> Result<(), String>;
}

/// The preferences themselves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[allow(missing_docs, reason = "each is the field of that name in PreferencesView")]
pub struct Preferences {
    pub name: String,
    pub email: String,
    pub brands: Vec<String>,
    pub own_sites: Vec<String>,
    pub undo_seconds: i32,
    pub theme: Theme,
    pub zoom_percent: u32,
    pub client_id: String,
    pub clients: Vec<ClientView>,
    pub set_up: bool,
    pub profiles: Vec<ProfileView>,
    pub profile_id: String,
    pub reminders: bool,
    /// When reminders were last switched on: what started before that was missed on purpose. 1970 while they always
    /// were on.
    pub reminders_since: Moment,
    /// Whether the window was in practice when it was last open.
    pub practice: bool,
    /// Which practice folder is in use: starting over begins a fresh one.
    pub practice_round: u32,
}

impl Default for Preferences {
    fn default() -> Self {
        Self {
            name: String::new(),
            email: String::new(),
            brands: Vec::new(),
            own_sites: Vec::new(),
            undo_seconds: 10,
            theme: Theme::System,
            zoom_percent: 100,
            client_id: String::new(),
            clients: Vec::new(),
            set_up: false,
            profiles: Vec::new(),
            profile_id: String::new(),
            reminders: true,
            reminders_since: Moment(0),
            practice: false,
            practice_round: 1,
        }
    }
}

/// The undo windows that can be chosen, in seconds; 0 asks instead, -1 waits for Send now.
const UNDO_SECONDS: [i32; 7] = [-1, 0, 5, 10, 30, 60, 120];

fn tidy(lines: Vec<String>) -> Vec<String> {
    let mut tidy: Vec<String> = Vec::new();
    for line in lines {
        let line = line.trim().to_owned();
        if !line.is_empty() && !tidy.contains(&line) {
            tidy.push(line);
        }
    }
    tidy
}

/// Profiles with their texts trimmed, each id once.
fn tidy_profiles(profiles: Vec<ProfileView>) -> Vec<ProfileView> {
    let mut tidy: Vec<ProfileView> = Vec::new();
    for mut profile in profiles {
        for text in [
            &mut profile.id,
            &mut profile.label,
            &mut profile.name,
            &mut profile.email,
            &mut profile.company,
            &mut profile.telephone,
            &mut profile.title,
            &mut profile.address1,
            &mut profile.city,
            &mut profile.state,
            &mut profile.country,
            &mut profile.rights_holder,
            &mut profile.trademark_symbol,
            &mut profile.trademark_number,
            &mut profile.trademark_office,
        ] {
            *text = text.trim().to_owned();
        }
        if !profile.id.is_empty() && tidy.iter().all(|known| known.id != profile.id) {
            tidy.push(profile);
        }
    }
    tidy
}

impl Preferences {
    fn change(&mut self, change: PreferencesChange, now: Moment) -> Result<(), AppError> {
        let bad = |what: &str| Err(AppError::new(ErrorCode::BadRequest, what));
        if change.undo_seconds.is_some_and(|seconds| !UNDO_SECONDS.contains(&seconds)) {
            return bad("undo_seconds is one of -1, 0, 5, 10, 30, 60, 120");
        }
        if change.zoom_percent.is_some_and(|percent| !(80..=200).contains(&percent)) {
            return bad("zoom_percent lies between 80 and 200");
        }
        let PreferencesChange {
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
        } = change;
        self.name = name.map_or_else(|| self.name.clone(), |name| name.trim().into());
        self.email = email.map_or_else(|| self.email.clone(), |email| email.trim().into());
        self.brands = brands.map_or_else(|| self.brands.clone(), tidy);
        self.own_sites = own_sites.map_or_else(|| self.own_sites.clone(), tidy);
        self.undo_seconds = undo_seconds.unwrap_or(self.undo_seconds);
        self.theme = theme.unwrap_or(self.theme);
        self.zoom_percent = zoom_percent.unwrap_or(self.zoom_percent);
        self.client_id = client_id.map_or_else(|| self.client_id.clone(), |id| id.trim().into());
        self.clients = clients.unwrap_or_else(|| self.clients.clone());
        self.set_up = set_up.unwrap_or(self.set_up);
        self.profiles = profiles.map_or_else(|| self.profiles.clone(), tidy_profiles);
        self.profile_id = profile_id.unwrap_or_else(|| self.profile_id.clone());
        if reminders == Some(true) && !self.reminders {
            self.reminders_since = now;
        }
        self.reminders = reminders.unwrap_or(self.reminders);
        Ok(())
    }

    /// The profile that a new report begins with: the one that was chosen for it, else the first; empty where there is
    /// none.
    pub(crate) fn usual_profile(&self) -> String {
        let chosen = self.profiles.iter().find(|profile| profile.id == self.profile_id);
        chosen.or_else(|| self.profiles.first()).map(|profile| profile.id.clone()).unwrap_or_default()
    }

    /// Who sends a report: the profile of this id, or the person. What a profile lacks of name and address is the
    /// person's own.
    pub(crate) fn sender(&self, id: &str) -> ProfileView {
        let found = self.profiles.iter().find(|profile| profile.id == id);
        let mut profile = found.cloned().unwrap_or_default();
        if profile.name.is_empty() {
            profile.name.clone_from(&self.name);
        }
        if profile.email.is_empty() {
            profile.email.clone_from(&self.email);
        }
        profile
    }
}

/// The preferences in memory, and where they are kept.
pub(crate) struct Kept {
    store: Box<dyn PreferencesStore>,
    now: Mutex<Preferences>,
    reset: Mutex<bool>,
}

impl Kept {
    pub(crate) fn load(store: Box<dyn PreferencesStore>) -> Self {
        let (preferences, reset) = match store.load() {
            Ok(None) => (Preferences::default(), false),
            Ok(Some(value)) => {
                serde_json::from_value(value).map_or_else(|_| (Preferences::default(), true), |read| (read, false))
            }
            Err(_) => (Preferences::default(), true),
        };
        Self { store, now: Mutex::new(preferences), reset: Mutex::new(reset) }
    }

    pub(crate) fn read(&self) -> Preferences {
        self.now.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Whether they fell back to defaults: true once, then false.
    pub(crate) fn take_reset(&self) -> bool {
        std::mem::take(&mut *self.reset.lock().unwrap_or_else(PoisonError::into_inner))
    }

    pub(crate) fn change(&self, change: PreferencesChange, now: Moment) -> Result<Preferences, AppError> {
        self.keep(|next| next.change(change, now))
    }

    /// Changes what is the app's own and not the person's.
    pub(crate) fn change_own(&self, change: impl FnOnce(&mut Preferences)) -> Result<Preferences, AppError> {
        self.keep(|next| {
            change(next);
            Ok(())
        })
    }

    /// Changes and keeps them in one go: two changes at once both stay.
    fn keep(&self, change: impl FnOnce(&mut Preferences) -> Result<(), AppError>) -> Result<Preferences, AppError> {
        let mut now = self.now.lock().unwrap_or_else(PoisonError::into_inner);
        let mut next = now.clone();
        change(&mut next)?;
        let value = serde_json::to_value(&next).map_err(|e| AppError::new(ErrorCode::Unexpected, e.to_string()))?;
        self.store.save(&value).map_err(|said| AppError::new(ErrorCode::StorageFailed, said))?;
        now.clone_from(&next);
        Ok(next)
    }
}

#[cfg(test)]
mod tests;
