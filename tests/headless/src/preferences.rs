//! Preferences in a file of the data folder.

use std::path::{Path, PathBuf};

use desk::PreferencesStore;
use serde_json::Value;

/// The file.
pub(crate) struct PreferencesFile(PathBuf);

impl PreferencesFile {
    pub(crate) fn new(folder: &Path) -> Self {
        Self(folder.join("preferences.json"))
    }
}

impl PreferencesStore for PreferencesFile {
    fn load(&self) -> Result<Option<Value>, String> {
        match std::fs::read_to_string(&self.0) {
            Ok(text) => serde_json::from_str(&text).map(Some).map_err(|error| {
                // Put aside, as the window's host does.
                let _ = std::fs::rename(&self.0, self.0.with_extension("unreadable.json"));
                error.to_string()
            }),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error.to_string()),
        }
    }

    fn save(&self, value: &Value) -> Result<(), String> {
        let unfinished = self.0.with_extension("unfinished");
        std::fs::write(&unfinished, value.to_string()).map_err(|error| error.to_string())?;
        std::fs::rename(unfinished, &self.0).map_err(|error| error.to_string())
    }
}
