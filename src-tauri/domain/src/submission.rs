//! The states of a submission, and which may follow which (`outbox.md` §1).

use std::fmt;

/// Where a submission stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum State {
    /// The app ended inside the undo window: it waits for the person's Send.
    Held,
    /// Waits for its time; nothing has left.
    Queued,
    /// An attempt is open: bytes may be leaving.
    Sending,
    /// Surely not taken; goes back into the queue when it is due.
    Deferred,
    /// Sent, and the answer is lost: being looked up.
    Unsure,
    /// Only the person can say what happens next.
    NeedsPerson,
    /// The service has it. An end.
    Accepted,
    /// The service refused it. An end.
    Rejected,
    /// Taken back before anything left. An end.
    Undone,
}

/// A word that is no state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a submission's state")]
pub struct NotAState;

impl State {
    /// Every state.
    pub const ALL: [Self; 9] = [
        Self::Held,
        Self::Queued,
        Self::Sending,
        Self::Deferred,
        Self::Unsure,
        Self::NeedsPerson,
        Self::Accepted,
        Self::Rejected,
        Self::Undone,
    ];

    /// The word under which it is stored. Changing one needs a migration of the ledger.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Held => "held",
            Self::Queued => "queued",
            Self::Sending => "sending",
            Self::Deferred => "deferred",
            Self::Unsure => "unsure",
            Self::NeedsPerson => "needs_person",
            Self::Accepted => "accepted",
            Self::Rejected => "rejected",
            Self::Undone => "undone",
        }
    }

    /// Reads a stored word.
    pub fn parse(word: &str) -> Result<Self, NotAState> {
        Self::ALL.into_iter().find(|state| state.as_str() == word).ok_or(NotAState)
    }

    /// Whether the law lets `next` follow this state.
    ///
    /// `Unsure → Queued` and `NeedsPerson → Queued` are let through here, and need more than this: that it is proven
    /// absent, or that the person decided to send again. The ledger's own constraints ask for that.
    pub fn may_become(self, next: Self) -> bool {
        use State::*;
        match self {
            Held => matches!(next, Queued | Undone),
            // Held when the app ended inside the undo window; the person when the look before sending found a case.
            Queued => matches!(next, Sending | Held | Deferred | NeedsPerson | Undone),
            Deferred => matches!(next, Queued | NeedsPerson | Undone),
            // Never back into the queue: what left may have arrived.
            Sending => matches!(next, Accepted | Rejected | Deferred | Unsure | NeedsPerson),
            Unsure => matches!(next, Accepted | NeedsPerson | Queued),
            // Undone only when no attempt may have arrived, which the ledger asks for as well.
            NeedsPerson => matches!(next, Accepted | Unsure | Queued | Undone),
            Accepted | Rejected | Undone => false,
        }
    }

    /// Whether the person can still take it back.
    pub fn can_undo(self) -> bool {
        self.may_become(Self::Undone)
    }
}

impl fmt::Display for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use State::*;
    use proptest::prelude::*;

    use super::*;

    /// The picture of `outbox.md` §1, row by row.
    const LAW: [(State, &[State]); 9] = [
        (Held, &[Queued, Undone]),
        (Queued, &[Sending, Held, Deferred, NeedsPerson, Undone]),
        (Sending, &[Accepted, Rejected, Deferred, Unsure, NeedsPerson]),
        (Deferred, &[Queued, NeedsPerson, Undone]),
        (Unsure, &[Accepted, NeedsPerson, Queued]),
        (NeedsPerson, &[Accepted, Unsure, Queued, Undone]),
        (Accepted, &[]),
        (Rejected, &[]),
        (Undone, &[]),
    ];

    #[test]
    fn the_law_holds_for_every_pair() {
        for (from, allowed) in LAW {
            for next in State::ALL {
                assert_eq!(from.may_become(next), allowed.contains(&next), "{from} -> {next}");
            }
        }
    }

    /// Of what needs the person, the ledger's own constraints let only that be taken back which nothing was sent of.
    #[test]
    fn only_what_may_not_have_left_can_be_taken_back() {
        let undoable: Vec<_> = State::ALL.into_iter().filter(|state| state.can_undo()).collect();
        assert_eq!(undoable, [Held, Queued, Deferred, NeedsPerson]);
    }

    #[test]
    fn every_state_keeps_its_word() {
        for state in State::ALL {
            assert_eq!(State::parse(state.as_str()), Ok(state));
        }
        assert_eq!(State::parse("Queued"), Err(NotAState));
    }

    proptest! {
        #[test]
        fn no_walk_leaves_an_end_or_sends_again_without_asking(steps in prop::collection::vec(0_usize..9, 0..60)) {
            let mut walk = vec![Queued];
            for step in steps {
                let (now, next) = (walk[walk.len() - 1], State::ALL[step]);
                if now.may_become(next) {
                    prop_assert!(!matches!(now, Accepted | Rejected | Undone));
                    walk.push(next);
                }
            }
            // Between two sends lies a refusal before processing, a look that found nothing, or the person's word.
            let sends: Vec<_> = (0..walk.len()).filter(|at| walk[*at] == Sending).collect();
            for pair in sends.windows(2) {
                let between = &walk[pair[0]..pair[1]];
                let asked = between.iter().any(|state| matches!(state, Deferred | Unsure | NeedsPerson));
                prop_assert!(asked, "{between:?}");
            }
        }
    }
}
