//! From what went wrong below to what the window hears.

use ledger::LedgerError;

use crate::contract::{AppError, ErrorCode};
use crate::poller::Refresh;
use crate::services::Trouble;

impl From<LedgerError> for AppError {
    fn from(error: LedgerError) -> Self {
        let code = match &error {
            LedgerError::Newer { .. } => ErrorCode::StorageNewer,
            LedgerError::InUse => ErrorCode::StorageInUse,
            LedgerError::Damaged(_) => ErrorCode::StorageDamaged,
            LedgerError::Storage(_) => ErrorCode::StorageFailed,
            LedgerError::Stale => ErrorCode::TooLate,
            LedgerError::NotFound => ErrorCode::NotFound,
            LedgerError::Forbidden(_) | LedgerError::Sql(_) | LedgerError::Unreadable(_) => ErrorCode::Unexpected,
        };
        Self::new(code, error.to_string())
    }
}

impl From<Trouble> for AppError {
    fn from(trouble: Trouble) -> Self {
        match trouble {
            Trouble::KeyMissing => Self::new(ErrorCode::KeyMissing, ""),
            Trouble::AccountMissing => Self::new(ErrorCode::AccountMissing, ""),
            Trouble::NotEntitled(said) | Trouble::NotPermitted(said) => Self::new(ErrorCode::NotPermitted, said),
            Trouble::KeyRefused(said) => Self::new(ErrorCode::KeyRefused, said),
            Trouble::Unreachable(detail) => Self::new(ErrorCode::Unreachable, detail),
            Trouble::SlowDown(_) => Self::new(ErrorCode::SlowDown, ""),
            Trouble::NotKnown => Self::new(ErrorCode::NotKnownThere, ""),
            Trouble::Failed(said) => Self::new(ErrorCode::ServiceFailed, said),
        }
    }
}

impl From<Refresh> for AppError {
    fn from(refresh: Refresh) -> Self {
        match refresh {
            Refresh::Service(trouble) => trouble.into(),
            Refresh::Ledger(error) => error.into(),
        }
    }
}

/// An id of the contract that is no id of ours names nothing.
pub(crate) fn id<T: std::str::FromStr>(text: &str) -> Result<T, AppError> {
    text.parse().map_err(|_| AppError::new(ErrorCode::NotFound, "no such id"))
}
