//! The operating system's key store: Secret Service on Linux, Credential Manager on Windows, Keychain on macOS.

use keyring::{Entry, Error};
use secrecy::{ExposeSecret, SecretString};

use crate::store::{KeyStore, StoreProblem};

/// The name under which our keys stand in the key store. Builds for development have their own, so that they neither
/// read nor overwrite the keys of the app that people work with.
pub const NAMESPACE: &str = if cfg!(debug_assertions) { "takedown-desk-dev" } else { "takedown-desk" };

/// The operating system's key store. Its calls block, without limit where the store is locked.
#[derive(Debug, Clone, Copy, Default)]
pub struct OsStore;

impl OsStore {
    /// The store's name, as people know it.
    pub const fn name() -> &'static str {
        if cfg!(target_os = "windows") {
            "Windows Credential Manager"
        } else if cfg!(target_os = "macos") {
            "Keychain"
        } else {
            "this computer's password store"
        }
    }

    fn entry(&mut self, account: &str) -> Result<Entry, StoreProblem> {
        self.check()?;
        Entry::new(NAMESPACE, account).map_err(|error| problem(&error))
    }
}

impl KeyStore for OsStore {
    fn check(&mut self) -> Result<(), StoreProblem> {
        // A set-up that fails says "platform failure" for no session bus as well as for a bus without a store.
        match Entry::store_status() {
            Ok(()) => Ok(()),
            Err(Error::NoStorageAccess(_)) => Err(StoreProblem::NoAnswer),
            Err(_) => Err(StoreProblem::Missing),
        }
    }

    fn set(&mut self, account: &str, key: &SecretString) -> Result<(), StoreProblem> {
        // EXPOSE: the key store is where the key is meant to go.
        self.entry(account)?.set_password(key.expose_secret()).map_err(|error| problem(&error))
    }

    fn get(&mut self, account: &str) -> Result<Option<SecretString>, StoreProblem> {
        match self.entry(account)?.get_password() {
            Ok(key) => Ok(Some(SecretString::from(key))),
            Err(Error::NoEntry) => Ok(None),
            Err(error) => Err(problem(&error)),
        }
    }

    fn delete(&mut self, account: &str) -> Result<(), StoreProblem> {
        match self.entry(account)?.delete_credential() {
            Ok(()) | Err(Error::NoEntry) => Ok(()),
            Err(error) => Err(problem(&error)),
        }
    }
}

/// Takes nothing of the error along but its kind: see [`StoreProblem`].
fn problem(error: &Error) -> StoreProblem {
    match error {
        Error::NoDefaultStore => StoreProblem::Missing,
        // Locked, or its question for the password was closed.
        Error::NoStorageAccess(_) => StoreProblem::NoAnswer,
        _ => StoreProblem::Failed,
    }
}
