//! What the vault asks of a key store.

use secrecy::SecretString;

/// What is wrong with a key store. Never holds a store's own words: some errors carry the secret's bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum StoreProblem {
    /// There is none.
    #[error("there is no key store")]
    Missing,
    /// It does not answer: locked, waiting for its password, or stuck.
    #[error("the key store does not answer")]
    NoAnswer,
    /// It refused, failed, or gave back something else than it was given.
    #[error("the key store failed")]
    Failed,
}

/// A place for keys by account. Calls may block for as long as they like: the vault never makes one on a thread that
/// somebody else needs.
pub trait KeyStore: Send {
    /// Whether it can be used at all, asked without touching a key.
    fn check(&mut self) -> Result<(), StoreProblem>;

    /// Keeps a key, in place of an earlier one.
    fn set(&mut self, account: &str, key: &SecretString) -> Result<(), StoreProblem>;

    /// The key of an account; none where there is none.
    fn get(&mut self, account: &str) -> Result<Option<SecretString>, StoreProblem>;

    /// Removes the key of an account; no problem where there is none.
    fn delete(&mut self, account: &str) -> Result<(), StoreProblem>;
}
