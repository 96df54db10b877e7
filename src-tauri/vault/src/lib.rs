#![doc = include_str!("../README.md")]
#![deny(missing_docs)]

mod os_store;
mod store;
mod thread;
mod vault;

pub use os_store::{NAMESPACE, OsStore};
pub use store::{KeyStore, StoreProblem};
pub use vault::{DEADLINE, Kept, NotKept, Vault, tidy};
