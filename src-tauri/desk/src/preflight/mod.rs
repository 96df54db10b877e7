//! Would this be refused? Every limit is checked here before a byte is sent; advice is told apart from what stands in
//! the way. `tables/refusals.rs` says for every known ground of a refusal which check speaks of it.

mod cloudflare;
mod hints;
mod phishfort;
mod target;
mod wanted;

use domain::{Moment, Target, TargetProblem};
use ledger::Evidence;

use crate::contract::{Ability, CaseId, DraftFields, FieldId, FoundQuestion, Problem, ProblemCode};
use crate::filing::{Addresses, Ground, counted, normal, problem, read};

pub(crate) use wanted::wanted;

/// Longest note that the form takes, in characters. Ours: PhishFort documents no limit of its own.
pub(crate) const NOTE_LIMIT: usize = 2000;

/// An address that our account filed at Cloudflare before, here or elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FiledBefore {
    /// The address, in any spelling.
    pub url: String,
    /// Cloudflare's number of the report, or the time where it has none yet.
    pub number: String,
    /// Our case, where we filed it.
    pub case_id: Option<CaseId>,
    pub at: Moment,
    /// It was refused: what it named may be reported again, better.
    pub denied: bool,
}

/// An earlier report of the same target, in another case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Earlier {
    pub case_id: CaseId,
    /// The service's number of it, or ours where it has none yet.
    pub number: String,
    pub at: Moment,
}

/// All that a check looks at.
pub(crate) struct Checked<'a> {
    pub fields: &'a DraftFields,
    pub target: &'a Result<Target, TargetProblem>,
    pub evidence: &'a [Evidence],
    /// Evidence whose bytes are missing or changed.
    pub damaged: &'a [String],
    pub body_bytes: u64,
    pub own_sites: &'a [String],
    /// Whether there is a key for PhishFort.
    pub has_key: bool,
    /// Earlier reports of the same target to PhishFort, in other cases; the newest first.
    pub earlier: &'a [Earlier],
    pub now: Moment,
    /// What Cloudflare's reports are made from; looked at only where Cloudflare is told.
    pub filing: Ground<'a>,
    pub has_cloudflare_key: bool,
    /// Whether this account may file reports, as far as anybody knows.
    pub entitled: Ability,
    /// What our account filed at Cloudflare before.
    pub filed_before: &'a [FiledBefore],
    /// How many web addresses of the evidence could be the one, and whether a mail has none at all: what is asked while
    /// none is entered.
    pub question: Option<(FoundQuestion, usize)>,
}

/// A draft with its addresses read once.
struct Draft<'a> {
    checked: &'a Checked<'a>,
    addresses: Addresses,
}

impl<'a> Draft<'a> {
    fn of(checked: &'a Checked<'a>) -> Self {
        Self { checked, addresses: read(checked.fields, checked.target.as_ref().ok()) }
    }

    /// The addresses beside the target.
    fn others(&self) -> impl Iterator<Item = &str> {
        let target = self.checked.target.as_ref().ok().filter(|target| matches!(target, Target::Web(_)));
        let target = target.and_then(|target| normal(&target.as_sent()));
        self.addresses.urls().filter(move |url| Some(*url) != target.as_deref())
    }
}

/// What stands in the way of sending.
pub(crate) fn problems(checked: &Checked<'_>) -> Vec<Problem> {
    let draft = Draft::of(checked);
    let fields = checked.fields;
    let mut found = target::problems(&draft);
    let note = fields.note.chars().count();
    if note > NOTE_LIMIT {
        found.push(counted(ProblemCode::NoteTooLong, FieldId::Note, note, NOTE_LIMIT));
    }
    if fields.to_phishfort {
        found.extend(phishfort::problems(checked));
    }
    if fields.to_cloudflare {
        found.extend(cloudflare::problems(&draft));
    }
    if !fields.to_phishfort && !fields.to_cloudflare {
        found.push(problem(ProblemCode::NobodyTold, FieldId::Recipients));
    }
    found
}

/// What would make the reports stronger, or is worth knowing.
pub(crate) fn advice(checked: &Checked<'_>) -> Vec<Problem> {
    let draft = Draft::of(checked);
    let mut found = target::advice(&draft);
    if checked.fields.to_phishfort {
        found.extend(phishfort::advice(&draft));
    }
    if checked.fields.to_cloudflare {
        found.extend(cloudflare::advice(&draft));
    }
    found
}

#[cfg(test)]
pub(crate) mod tests;
