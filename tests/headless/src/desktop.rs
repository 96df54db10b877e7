//! A desktop without a screen: what it is told to show or save is kept, and told in a line, so that a test can wait for
//! it and ask for it. Everything else it has not, and says so.

use std::sync::{Mutex, PoisonError};

use desk::{Asked, Desktop};
use serde_json::{Value, json};

use crate::Output;

/// What it was told.
#[derive(Default)]
struct Seen {
    notifications: Vec<Value>,
    files: Vec<Value>,
}

/// The desktop.
pub(crate) struct RecordingDesktop {
    output: Output,
    seen: Mutex<Seen>,
}

impl RecordingDesktop {
    pub(crate) fn new(output: Output) -> Self {
        Self { output, seen: Mutex::default() }
    }

    /// Everything so far: `notifications` with title and body, `files` with name and text, each in its order.
    pub(crate) fn seen(&self) -> Value {
        let seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        json!({ "notifications": seen.notifications, "files": seen.files })
    }

    fn record(&self, kind: &str, value: Value, into: impl FnOnce(&mut Seen) -> &mut Vec<Value>) {
        into(&mut self.seen.lock().unwrap_or_else(PoisonError::into_inner)).push(value.clone());
        self.output.line(&json!({ "desktop": { kind: value } }));
    }
}

impl Desktop for RecordingDesktop {
    fn notify(&self, title: String, body: String) -> Asked<'_, ()> {
        self.record("notification", json!({ "title": title, "body": body }), |seen| &mut seen.notifications);
        Box::pin(async { Ok(()) })
    }

    fn save_file(&self, suggested_name: String, bytes: Vec<u8>) -> Asked<'_, Option<String>> {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        self.record("file", json!({ "name": suggested_name, "text": text }), |seen| &mut seen.files);
        Box::pin(async { Ok(Some(suggested_name)) })
    }
}
