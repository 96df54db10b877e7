//! Preferences that are kept for as long as a measurement runs.

use std::sync::Mutex;

use desk::PreferencesStore;
use serde_json::Value;

#[derive(Default)]
pub(crate) struct Preferences(Mutex<Option<Value>>);

impl PreferencesStore for Preferences {
    fn load(&self) -> Result<Option<Value>, String> {
        Ok(self.0.lock().unwrap().clone())
    }

    fn save(&self, value: &Value) -> Result<(), String> {
        *self.0.lock().unwrap() = Some(value.clone());
        Ok(())
    }
}
