//! What one send came to.

use crate::{Answer, Limit};

/// One send, told exactly.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exchange {
    /// Size of the body in bytes, as announced.
    pub bytes_total: u64,
    /// Bytes of the body that were handed to the connection. Fewer than `bytes_total`: the server cannot have had the
    /// whole body. Equal: it may have. Both are 0 for a request without a body, which tells nothing.
    pub bytes_handed: u64,
    /// The answer, whatever its status, or the way it failed.
    pub result: Result<Answer, Failure>,
}

/// How far a send is. The caller throttles.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// The connection is being opened. Told once, first.
    Connecting,
    /// The body is on its way.
    Handed {
        /// Bytes of the body handed to the connection so far.
        bytes: u64,
        /// Size of the body.
        total: u64,
    },
    /// The last byte of the body was handed over; from here on an unanswered send may have arrived. Told once, and
    /// not at all for a request without a body.
    LastByte,
}

/// How a send failed. Read together with [`Exchange::bytes_handed`]. No text in it holds an address or a key.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Failure {
    /// It could not be written as HTTP (a key with a line end in it, say). Nothing was opened.
    #[error("the request can't be written: {detail}")]
    Unsendable {
        /// Why.
        detail: String,
    },
    /// A file is gone, or is not of the announced size. The send ended before its last byte.
    #[error("{file_name} changed: {detail}")]
    FileChanged {
        /// The name that the receiver would have been told.
        file_name: String,
        /// Why.
        detail: String,
    },
    /// Name lookup, refusal, time to connect, TLS, or a proxy that said no. No byte of the body was handed over, so the
    /// server cannot have a request.
    #[error("not connected: {detail}")]
    NotConnected {
        /// In the words of the layer that failed.
        detail: String,
    },
    /// The connection ended, or spoke no HTTP, before an answer's head was read.
    #[error("the connection broke off: {detail}")]
    BrokeOff {
        /// In the words of the layer that failed.
        detail: String,
    },
    /// A deadline passed.
    #[error("no progress in time: {which}")]
    Deadline {
        /// Which of them.
        which: Limit,
        /// The answer's status, when its head had come.
        status: Option<u16>,
    },
    /// The answer's body went over [`Answer::BODY_CAP`]; the rest was not read.
    #[error("the answer ({status}) is too big")]
    TooBig {
        /// The answer's status.
        status: u16,
    },
    /// The answer's body was cut off.
    #[error("the answer ({status}) was cut off")]
    AnswerBroken {
        /// The answer's status.
        status: u16,
    },
}

impl Failure {
    /// The answer's status, where its head was read before the failure.
    #[must_use]
    pub fn status(&self) -> Option<u16> {
        match self {
            Self::TooBig { status } | Self::AnswerBroken { status } => Some(*status),
            Self::Deadline { status, .. } => *status,
            _ => None,
        }
    }
}
