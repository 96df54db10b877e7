//! The contract's words as text, for the ledger: the same word in Rust, SQL and on the wire.

use serde::Serialize;
use serde::de::DeserializeOwned;

/// The word that stands for a value on the wire.
pub(crate) fn word<T: Serialize>(value: &T) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => word,
        other => unreachable!("only enums without payload have a word, not {other:?}"),
    }
}

/// The value that a stored word stands for; none for a word of a newer version.
pub(crate) fn from_word<T: DeserializeOwned>(word: &str) -> Option<T> {
    serde_json::from_value(serde_json::Value::String(word.to_owned())).ok()
}
