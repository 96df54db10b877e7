//! The outbox: never lost, never twice. Its law is written in `docs/ARCHITECTURE.md`; the schema of the ledger forbids
//! what this code must not do.

pub(crate) mod classify;
pub(crate) mod dispatcher;
pub(crate) mod look;
pub(crate) mod pace;
pub(crate) mod send;
pub(crate) mod standing;
pub(crate) mod wait;
