//! What the service's words stand for, as far as they are known, and the numbers that the schema gives them.

/// How far a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BlockStatus {
    /// It will start at its time.
    Pending,
    /// In force.
    Active,
    /// A review is open.
    InReview,
    /// It never took effect.
    Cancelled,
    /// Lifted.
    Removed,
    /// A word that is none of these.
    Other,
}

/// What a block is put on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BlockScope {
    /// An address.
    UrlPattern,
    /// The whole domain.
    Zone,
    /// The whole account.
    Account,
    /// A rule.
    CustomExpression,
    /// A word that is none of these.
    Other,
}

/// How far the service is with a report about us.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ReceivedStatus {
    /// Accepted.
    Accepted,
    /// Being reviewed.
    InReview,
    /// A word that is none of these.
    Other,
}

impl BlockStatus {
    /// What the service's word stands for.
    pub fn of(raw_status: &str) -> Self {
        match raw_status {
            "pending" => Self::Pending,
            "active" => Self::Active,
            "in_review" => Self::InReview,
            "cancelled" => Self::Cancelled,
            "removed" => Self::Removed,
            _ => Self::Other,
        }
    }

    /// Column `status_no`.
    pub(super) fn number(self) -> u8 {
        self as u8
    }
}

impl BlockScope {
    /// What the service's word stands for.
    pub fn of(raw_scope: &str) -> Self {
        match raw_scope {
            "url_pattern" => Self::UrlPattern,
            "zone" => Self::Zone,
            "account" => Self::Account,
            "custom_expression" => Self::CustomExpression,
            _ => Self::Other,
        }
    }

    /// Column `scope_no`.
    pub(super) fn number(self) -> u8 {
        self as u8
    }
}

impl ReceivedStatus {
    /// What the service's word stands for.
    pub fn of(raw_status: &str) -> Self {
        match raw_status {
            "accepted" => Self::Accepted,
            "in_review" => Self::InReview,
            _ => Self::Other,
        }
    }

    /// Column `status_no`.
    pub(super) fn number(self) -> u8 {
        self as u8
    }
}
