#![allow(clippy::unwrap_used, reason = "a test says what went wrong by panicking")]

use std::sync::Arc;

use serde_json::{Value, json};

use super::*;

/// Keeps the last value.
#[derive(Clone, Default)]
struct Store(Arc<Mutex<Option<Value>>>);

impl PreferencesStore for Store {
    fn load(&self) -> Result<Option<Value>, String> {
        Ok(self.0.lock().unwrap().clone())
    }

    fn save(&self, value: &Value) -> Result<(), String> {
        *self.0.lock().unwrap() = Some(value.clone());
        Ok(())
    }
}

fn reminders(on: bool) -> PreferencesChange {
    PreferencesChange { reminders: Some(on), ..PreferencesChange::default() }
}

#[test]
fn reminders_are_on_until_somebody_switches_them_off_and_that_is_kept() {
    let store = Store::default();
    let kept = Kept::load(Box::new(store.clone()));
    assert!(kept.read().reminders);
    assert!(!kept.change(reminders(false), Moment(1000)).unwrap().reminders);
    let again = Kept::load(Box::new(store.clone()));
    assert!(!again.read().reminders && !again.take_reset());
}

#[test]
fn what_was_kept_before_there_were_reminders_is_read_with_them_on() {
    let store = Store(Arc::new(Mutex::new(Some(json!({ "name": "Jo", "undo_seconds": 30 })))));
    let kept = Kept::load(Box::new(store));
    assert_eq!((kept.read().reminders, kept.read().reminders_since), (true, Moment(0)));
    assert!(!kept.take_reset());
}

#[test]
fn only_switching_them_on_counts_as_a_new_beginning() {
    let kept = Kept::load(Box::new(Store::default()));
    for (change, at, since) in [
        (reminders(true), 1000, 0),
        (reminders(false), 2000, 0),
        (PreferencesChange::default(), 3000, 0),
        (reminders(true), 4000, 4000),
        (reminders(true), 5000, 4000),
    ] {
        assert_eq!(kept.change(change, Moment(at)).unwrap().reminders_since, Moment(since), "at {at}");
    }
}
