//! The heart of the outbox: what an observed send means. A pure and total function.

use ledger::Outcome;

use crate::contract::SubmissionReason;
use crate::services::{Barred, Observed, Seen};

/// What a send means for the submission.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Verdict {
    pub outcome: Outcome,
    /// Why it is not accepted.
    pub reason: Option<SubmissionReason>,
}

const fn verdict(outcome: Outcome, reason: SubmissionReason) -> Verdict {
    Verdict { outcome, reason: Some(reason) }
}

impl Verdict {
    /// The same where an earlier try may have arrived: a refusal of this one says nothing about that one, and may well
    /// be because of it, since Cloudflare refuses what it has already. So it is looked for.
    pub(crate) fn after(self, lost_before: bool) -> Self {
        match (self.outcome, self.reason) {
            (Outcome::Rejected, Some(SubmissionReason::Refused)) if lost_before => {
                Self { outcome: Outcome::Maybe, ..self }
            }
            _ => self,
        }
    }
}

/// The classification table. Whatever is not certain is `maybe`: looked up, never sent again by itself.
pub(crate) fn classify(observed: &Observed) -> Verdict {
    use Outcome::{Deferred, Maybe, NotSent, ProbablyNot, Rejected};
    use SubmissionReason as Why;
    match &observed.seen {
        Seen::NotConnected(_) => verdict(NotSent, Why::Unreachable),
        Seen::HeldBack(_) => verdict(Deferred, Why::SlowDown),
        Seen::FileChanged(_) => verdict(ProbablyNot, Why::FileDamaged),
        Seen::NoAnswer(_) if observed.handed_all => verdict(Maybe, Why::NoAnswer),
        Seen::NoAnswer(_) => verdict(ProbablyNot, Why::BrokeOff),
        Seen::Answered { status, receipt, barred, .. } => match status {
            200..=299 if receipt.is_some() => Verdict { outcome: Outcome::Accepted, reason: None },
            200..=299 => verdict(Maybe, Why::UnreadableAnswer),
            300..=399 => verdict(Rejected, Why::Redirected),
            401 | 403 => match barred {
                Some(Barred::Account) => verdict(Rejected, Why::NotEntitled),
                Some(Barred::Right) => verdict(Rejected, Why::NotPermitted),
                Some(Barred::Key) | None => verdict(Rejected, Why::KeyRefused),
            },
            408 | 425 => verdict(ProbablyNot, Why::BrokeOff),
            409 => verdict(Maybe, Why::ServiceFailed),
            413 => verdict(Rejected, Why::TooBig),
            429 => verdict(Deferred, Why::SlowDown),
            400..=499 => verdict(Rejected, Why::Refused),
            521 | 522 | 523 | 525 | 526 => verdict(ProbablyNot, Why::ServiceFailed),
            _ => verdict(Maybe, Why::ServiceFailed),
        },
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::services::Receipt;

    fn answered(status: u16, readable: bool) -> Observed {
        let receipt = readable.then(|| Receipt { number: "A1".into(), url: None, message: None, named: None });
        seen(Seen::Answered { status, receipt, said: None, retry_at: None, barred: None }, true)
    }

    fn seen(seen: Seen, handed_all: bool) -> Observed {
        Observed { bytes_handed: 0, handed_all, seen, server_at: None, request_id: None }
    }

    #[test]
    fn every_row_of_the_table_is_as_the_law_says() {
        use Outcome::{Accepted, Deferred, Maybe, NotSent, ProbablyNot, Rejected};
        let rows = [
            (seen(Seen::NotConnected(String::new()), false), NotSent),
            (seen(Seen::HeldBack(None), false), Deferred),
            (seen(Seen::NoAnswer(String::new()), false), ProbablyNot),
            (seen(Seen::NoAnswer(String::new()), true), Maybe),
            (answered(200, true), Accepted),
            (answered(201, true), Accepted),
            (answered(200, false), Maybe),
            (answered(204, false), Maybe),
            (answered(307, false), Rejected),
            (answered(400, false), Rejected),
            (answered(401, false), Rejected),
            (answered(403, false), Rejected),
            (answered(404, false), Rejected),
            (answered(408, false), ProbablyNot),
            (answered(409, false), Maybe),
            (answered(413, false), Rejected),
            (answered(415, false), Rejected),
            (answered(422, false), Rejected),
            (answered(425, false), ProbablyNot),
            (answered(429, false), Deferred),
            (answered(500, false), Maybe),
            (answered(502, false), Maybe),
            (answered(503, false), Maybe),
            (answered(504, false), Maybe),
            (answered(520, false), Maybe),
            (answered(521, false), ProbablyNot),
            (answered(522, false), ProbablyNot),
            (answered(523, false), ProbablyNot),
            (answered(524, false), Maybe),
            (answered(525, false), ProbablyNot),
            (answered(526, false), ProbablyNot),
            (answered(599, false), Maybe),
        ];
        for (observed, outcome) in rows {
            assert_eq!(classify(&observed).outcome, outcome, "{observed:?}");
        }
    }

    #[test]
    fn a_refusal_after_a_lost_try_settles_nothing_and_everything_else_stands() {
        for status in 100..=599 {
            let verdict = classify(&answered(status, true));
            assert_eq!(verdict.after(false), verdict);
            let refused = verdict == super::verdict(Outcome::Rejected, SubmissionReason::Refused);
            let expected = if refused { Outcome::Maybe } else { verdict.outcome };
            assert_eq!(verdict.after(true), Verdict { outcome: expected, ..verdict }, "{status}");
        }
    }

    proptest! {
        #[test]
        fn only_a_readable_yes_is_accepted_and_only_certainty_is_sent_again(status: u16, readable: bool) {
            let verdict = classify(&answered(status, readable));
            prop_assert_eq!(verdict.outcome == Outcome::Accepted, readable && (200..300).contains(&status));
            if matches!(verdict.outcome, Outcome::NotSent | Outcome::Deferred) {
                prop_assert_eq!(status, 429, "only a refusal before processing goes out again by itself");
            }
            prop_assert_eq!(verdict.reason.is_none(), verdict.outcome == Outcome::Accepted);
        }
    }
}
