//! Saving, fetching and forgetting keys.

use std::collections::HashMap;
use std::fmt;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use secrecy::{ExposeSecret, SecretString};

use crate::os_store::OsStore;
use crate::store::{KeyStore, StoreProblem};
use crate::thread::StoreThread;

/// How long the operating system's key store may take to answer.
pub const DEADLINE: Duration = Duration::from_secs(5);

/// Longest key, in UTF-16 units: what Windows takes. The same everywhere, so that a key that works on one computer
/// works on all.
const LONGEST_UTF16: usize = 1280;

/// Shortest key, in characters, of which the last four are told: of a shorter one they would be too much.
const SHORTEST_WITH_TAIL: usize = 12;

/// Where a saved key is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kept {
    /// In the key store: it was read back and is the same.
    InStore,
    /// In memory until the app ends, since the key store has this problem.
    UntilQuit(StoreProblem),
}

/// Why a key was not saved at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum NotKept {
    /// There is nothing in it.
    #[error("the key is empty")]
    Empty,
    /// It is longer than the key stores take.
    #[error("the key is too long")]
    TooLong,
}

/// A key in memory, and why it is not in the store.
struct UntilQuit {
    key: SecretString,
    problem: StoreProblem,
}

/// The keys of this run of the app. An account names whose key it is, as `phishfort`.
pub struct Vault {
    until_quit: Mutex<HashMap<String, UntilQuit>>,
    store: Option<StoreThread>,
    problem: Mutex<Option<StoreProblem>>,
}

impl Vault {
    /// Over the operating system's key store.
    pub fn system() -> Self {
        Self::over(OsStore, DEADLINE)
    }

    /// Over a given store that must answer within `deadline`. The store is asked on a thread of its own.
    pub fn over(store: impl KeyStore + 'static, deadline: Duration) -> Self {
        Self { store: Some(StoreThread::start(store, deadline)), ..Self::memory() }
    }

    /// Without a key store: every key is kept until the app ends.
    pub fn memory() -> Self {
        Self { until_quit: Mutex::default(), store: None, problem: Mutex::default() }
    }

    /// Keeps a key: in the store, where it can be read back as it was, and otherwise in memory until the app ends. In
    /// the second case the store may still have an older key, which then comes back with the next start; and a store
    /// that hung in the middle of saving may finish it later.
    pub async fn save(&self, account: &str, key: SecretString) -> Result<Kept, NotKept> {
        check_length(&key)?;
        let (name, copy) = (account.to_owned(), key.clone());
        match self.ask(move |store| set_and_read_back(store, &name, &copy)).await {
            Ok(()) => {
                self.memory_keys().remove(account);
                Ok(Kept::InStore)
            }
            Err(problem) => {
                self.memory_keys().insert(account.to_owned(), UntilQuit { key, problem });
                Ok(Kept::UntilQuit(problem))
            }
        }
    }

    /// The key of an account, fetched anew: for one send, then dropped. None where there is none, and where the store
    /// can't tell: [`Vault::store_problem`] says which of the two it was.
    pub async fn get(&self, account: &str) -> Option<SecretString> {
        if let Some(key) = self.memory_keys().get(account).map(|kept| kept.key.clone()) {
            return Some(key);
        }
        let name = account.to_owned();
        self.ask(move |store| store.get(&name)).await.ok().flatten()
    }

    /// Where the key of an account is; none where there is none.
    pub async fn place(&self, account: &str) -> Option<Kept> {
        if let Some(problem) = self.memory_keys().get(account).map(|kept| kept.problem) {
            return Some(Kept::UntilQuit(problem));
        }
        self.get(account).await.map(|_| Kept::InStore)
    }

    /// The last four characters of a key, where it has at least twelve.
    pub async fn tail(&self, account: &str) -> Option<String> {
        let key = self.get(account).await?;
        // EXPOSE: four characters let the person tell which of their keys it is.
        let shown = key.expose_secret();
        let start = shown.char_indices().rev().nth(3).map_or(0, |(at, _)| at);
        (shown.chars().count() >= SHORTEST_WITH_TAIL).then(|| shown[start..].to_owned())
    }

    /// Removes the key of an account from memory and store. On a problem the store may still have it.
    pub async fn forget(&self, account: &str) -> Result<(), StoreProblem> {
        let was_here = self.memory_keys().remove(account).is_some();
        let name = account.to_owned();
        match self.ask(move |store| store.delete(&name)).await {
            // Where there is no store, the memory was all there was.
            Err(StoreProblem::Missing) if was_here || self.store.is_none() => Ok(()),
            other => other,
        }
    }

    /// Asks the store whether it can be used, without touching a key.
    pub async fn check(&self) -> Option<StoreProblem> {
        self.ask(|store| store.check()).await.err()
    }

    /// What was wrong with the store when it was last asked; none where nothing was, or it was never asked.
    pub fn store_problem(&self) -> Option<StoreProblem> {
        match self.store {
            Some(_) => *self.problem.lock().unwrap_or_else(PoisonError::into_inner),
            None => Some(StoreProblem::Missing),
        }
    }

    /// The operating system's key store, as people know it.
    pub fn store_name(&self) -> &'static str {
        OsStore::name()
    }

    /// Asks the store and remembers how it went.
    async fn ask<T, Q>(&self, question: Q) -> Result<T, StoreProblem>
    where
        T: Send + 'static,
        Q: FnOnce(&mut dyn KeyStore) -> Result<T, StoreProblem> + Send + 'static,
    {
        let Some(store) = &self.store else { return Err(StoreProblem::Missing) };
        let answer = store.ask(question).await;
        *self.problem.lock().unwrap_or_else(PoisonError::into_inner) = answer.as_ref().err().copied();
        answer
    }

    fn memory_keys(&self) -> MutexGuard<'_, HashMap<String, UntilQuit>> {
        self.until_quit.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for Vault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Vault").field("store_problem", &self.store_problem()).finish_non_exhaustive()
    }
}

/// A key as it was pasted, without what surrounds or splits it (spaces, line ends); none for text that can't be a key.
pub fn tidy(pasted: &SecretString) -> Option<SecretString> {
    // EXPOSE: judged and copied once, into a buffer of the exact size, so that no other copy is left behind.
    let pasted = pasted.expose_secret();
    let kept = || pasted.chars().filter(|c| !c.is_whitespace());
    let length = kept().map(char::len_utf8).sum();
    if !(8..=500).contains(&length) || !kept().all(|c| c.is_ascii_graphic()) {
        return None;
    }
    let mut tidy = String::with_capacity(length);
    tidy.extend(kept());
    Some(SecretString::from(tidy))
}

fn check_length(key: &SecretString) -> Result<(), NotKept> {
    // EXPOSE: its length is measured; nothing of it is kept.
    match key.expose_secret().encode_utf16().count() {
        0 => Err(NotKept::Empty),
        units if units > LONGEST_UTF16 => Err(NotKept::TooLong),
        _ => Ok(()),
    }
}

fn set_and_read_back(store: &mut dyn KeyStore, account: &str, key: &SecretString) -> Result<(), StoreProblem> {
    store.set(account, key)?;
    let back = store.get(account)?;
    // EXPOSE: compared with what was saved, since some stores cut or change what they are given.
    if back.is_some_and(|back| back.expose_secret() == key.expose_secret()) {
        return Ok(());
    }
    // What came back is not the key: it must not come back at the next start either.
    let _ = store.delete(account);
    Err(StoreProblem::Failed)
}

#[cfg(test)]
mod tests;
