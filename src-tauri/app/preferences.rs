//! Preferences in the data folder, through Tauri's store.

use std::path::PathBuf;

use desk::PreferencesStore;
use serde_json::Value;
use tauri::AppHandle;
use tauri_plugin_store::StoreExt;

const NAME: &str = "preferences";

/// The file, and the app that owns the store.
pub(crate) struct StoreFile {
    app: AppHandle,
    path: PathBuf,
}

impl StoreFile {
    pub(crate) fn new(app: AppHandle, path: PathBuf) -> Self {
        Self { app, path }
    }
}

impl PreferencesStore for StoreFile {
    fn load(&self) -> Result<Option<Value>, String> {
        if !self.path.exists() {
            return Ok(None);
        }
        let store = self.app.store(&self.path).map_err(|error| error.to_string())?;
        if let Err(error) = store.reload() {
            // Put aside, so that the next save does not overwrite what could be mended by hand.
            let _ = std::fs::rename(&self.path, self.path.with_extension("unreadable.json"));
            return Err(error.to_string());
        }
        Ok(store.get(NAME))
    }

    fn save(&self, value: &Value) -> Result<(), String> {
        let store = self.app.store(&self.path).map_err(|error| error.to_string())?;
        store.set(NAME, value.clone());
        store.save().map_err(|error| error.to_string())
    }
}
