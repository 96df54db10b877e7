//! What a host brings, played: a key store, preferences, a desktop, randomness.

use std::collections::{HashMap, VecDeque};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use desk::contract::{AppError, ErrorCode};
use desk::{Asked, Desktop, PreferencesStore, Random};
use secrecy::SecretString;
use serde_json::Value;
use vault::{KeyStore, StoreProblem};

/// A key store that outlives the app, and counts how often a key was asked of it.
#[derive(Clone, Default)]
pub(crate) struct Keys {
    keys: Arc<Mutex<HashMap<String, SecretString>>>,
    asked: Arc<AtomicUsize>,
}

impl Keys {
    pub(crate) fn asked(&self) -> usize {
        self.asked.load(Ordering::SeqCst)
    }
}

impl KeyStore for Keys {
    fn check(&mut self) -> Result<(), StoreProblem> {
        Ok(())
    }

    fn set(&mut self, account: &str, key: &SecretString) -> Result<(), StoreProblem> {
        self.keys.lock().unwrap().insert(account.to_owned(), key.clone());
        Ok(())
    }

    fn get(&mut self, account: &str) -> Result<Option<SecretString>, StoreProblem> {
        self.asked.fetch_add(1, Ordering::SeqCst);
        Ok(self.keys.lock().unwrap().get(account).cloned())
    }

    fn delete(&mut self, account: &str) -> Result<(), StoreProblem> {
        self.keys.lock().unwrap().remove(account);
        Ok(())
    }
}

/// Preferences that outlive the app.
#[derive(Clone, Default)]
pub(crate) struct Kept(Arc<Mutex<Option<Value>>>);

impl PreferencesStore for Kept {
    fn load(&self) -> Result<Option<Value>, String> {
        Ok(self.0.lock().unwrap().clone())
    }

    fn save(&self, value: &Value) -> Result<(), String> {
        *self.0.lock().unwrap() = Some(value.clone());
        Ok(())
    }
}

/// A desktop that answers what the test laid out, and remembers what it was told.
#[derive(Default)]
pub(crate) struct FakeDesktop {
    pub(crate) picks: Mutex<VecDeque<Vec<PathBuf>>>,
    pub(crate) clipboard: Mutex<Option<Vec<u8>>>,
    pub(crate) opened: Mutex<Vec<String>>,
    pub(crate) copied: Mutex<Vec<String>>,
    pub(crate) folder: Mutex<Option<PathBuf>>,
    pub(crate) quits: AtomicUsize,
    /// Titles and bodies of the notifications that it took.
    pub(crate) notified: Mutex<Vec<(String, String)>>,
    /// Whether it takes none, and how many it did not.
    pub(crate) refuses: AtomicBool,
    pub(crate) refused: AtomicUsize,
    /// Files that were saved: the name suggested, the bytes.
    pub(crate) saved: Mutex<Vec<(String, Vec<u8>)>>,
}

impl Desktop for FakeDesktop {
    fn pick_files(&self) -> Asked<'_, Vec<PathBuf>> {
        Box::pin(async { Ok(self.picks.lock().unwrap().pop_front().unwrap_or_default()) })
    }

    fn pick_folder(&self) -> Asked<'_, Option<PathBuf>> {
        Box::pin(async { Ok(self.folder.lock().unwrap().clone()) })
    }

    fn clipboard_picture(&self) -> Asked<'_, Option<Vec<u8>>> {
        Box::pin(async { Ok(self.clipboard.lock().unwrap().clone()) })
    }

    fn copy_text(&self, text: String) -> Asked<'_, ()> {
        Box::pin(async move {
            self.copied.lock().unwrap().push(text);
            Ok(())
        })
    }

    fn notify(&self, title: String, body: String) -> Asked<'_, ()> {
        Box::pin(async move {
            if self.refuses.load(Ordering::SeqCst) {
                self.refused.fetch_add(1, Ordering::SeqCst);
                return Err(AppError::new(ErrorCode::NoWindow, "no notifications today"));
            }
            self.notified.lock().unwrap().push((title, body));
            Ok(())
        })
    }

    fn save_file(&self, suggested_name: String, bytes: Vec<u8>) -> Asked<'_, Option<String>> {
        Box::pin(async move {
            self.saved.lock().unwrap().push((suggested_name.clone(), bytes));
            Ok(Some(suggested_name))
        })
    }

    fn open_page(&self, address: String) -> Asked<'_, ()> {
        Box::pin(async move {
            self.opened.lock().unwrap().push(address);
            Ok(())
        })
    }

    fn quit(&self, _how: desk::contract::QuitChoice) -> Asked<'_, ()> {
        Box::pin(async {
            self.quits.fetch_add(1, Ordering::SeqCst);
            Ok(())
        })
    }
}

/// Numbers that look random and come the same way each time (SplitMix64).
pub(crate) struct Seeded(AtomicU64);

impl Seeded {
    pub(crate) fn new(seed: u64) -> Self {
        Self(AtomicU64::new(seed))
    }

    fn next(&self) -> u64 {
        const STEP: u64 = 0x9E37_79B9_7F4A_7C15;
        let mut z = self.0.fetch_add(STEP, Ordering::SeqCst).wrapping_add(STEP);
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }
}

impl Random for Seeded {
    fn bytes(&self) -> [u8; 10] {
        let mut bytes = [0; 10];
        bytes[..8].copy_from_slice(&self.next().to_le_bytes());
        bytes[8..].copy_from_slice(&self.next().to_le_bytes()[..2]);
        bytes
    }
}
