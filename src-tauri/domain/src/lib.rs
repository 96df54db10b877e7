#![doc = include_str!("../README.md")]
#![deny(missing_docs)]

pub mod defang;
pub mod ids;
pub mod invisible;
pub mod moment;
pub mod personal;
pub mod reference;
pub mod submission;
pub mod target;

pub use defang::{defang, refang};
pub use ids::{AttemptId, CaseId, DraftId, EvidenceId, SubmissionId};
pub use invisible::visible;
pub use moment::Moment;
pub use reference::Reference;
pub use submission::State;
pub use target::{
    Kind, Refusal, Shown, Target, TargetProblem, Warning, guess_kind, host_in_unicode, is_mail_provider,
    is_readable_site, is_shared_host, refusal, registrable_domain,
};
