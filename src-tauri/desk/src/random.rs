//! Randomness as a collaborator: ids and reference codes.

use domain::{CaseId, DraftId, EvidenceId, Moment, Reference, SubmissionId};

/// Where random bytes come from.
pub trait Random: Send + Sync {
    /// Ten fresh random bytes.
    fn bytes(&self) -> [u8; 10];
}

/// The system's randomness.
#[derive(Debug, Default)]
pub struct SystemRandom;

impl Random for SystemRandom {
    fn bytes(&self) -> [u8; 10] {
        let mut bytes = [0; 10];
        // Without the system's randomness ids would collide; there is nothing sensible to go on with.
        getrandom::fill(&mut bytes).expect("the system gives random bytes");
        bytes
    }
}

/// A UUID of version 7: sorted by time.
fn uuid(random: &dyn Random, now: Moment) -> String {
    uuid::Builder::from_unix_timestamp_millis(now.millis().unsigned_abs(), &random.bytes()).into_uuid().to_string()
}

macro_rules! fresh {
    ($($name:ident -> $id:ident),*) => {$(
        /// A fresh id.
        pub(crate) fn $name(random: &dyn Random, now: Moment) -> $id {
            $id::parse(&uuid(random, now)).expect("a UUID is an id")
        }
    )*};
}
fresh!(case_id -> CaseId, draft_id -> DraftId, evidence_id -> EvidenceId, submission_id -> SubmissionId);

/// A fresh reference code: 50 random bits.
pub(crate) fn reference(random: &dyn Random) -> Reference {
    let bytes = random.bytes();
    let mut bits = 0_u64;
    for byte in bytes.iter().take(7) {
        bits = bits << 8 | u64::from(*byte);
    }
    Reference::from_random(bits)
}
