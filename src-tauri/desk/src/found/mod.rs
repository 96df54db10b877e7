//! From what was read in the evidence of a case to what the form holds and shows. Pure: it asks nobody, and the same
//! files always fill the same.

mod brand;
mod fill;
mod note;
mod shown;

use domain::{EvidenceId, Refusal, Target, refusal};
use intake::{Likely, Ours, Ranked, Reading};

use crate::contract::{FoundQuestion, UnreadReason};

pub(crate) use fill::{Ground, fill};
pub(crate) use shown::shown;

/// A piece of evidence that was read, or could not be.
#[derive(Debug, Clone)]
pub(crate) struct Read {
    pub evidence_id: EvidenceId,
    /// Its name, as people read it.
    pub name: String,
    pub facts: Result<Reading, UnreadReason>,
}

/// Everything that was read in a case, its addresses ranked.
#[derive(Debug, Clone, Default)]
pub(crate) struct Found {
    pub reads: Vec<Read>,
    pub ranked: Ranked,
    /// The sender's e-mail address, where it may be reported.
    pub sender: Option<Target>,
}

impl Found {
    pub(crate) fn of(reads: Vec<Read>, ours: Ours<'_>) -> Self {
        let readings: Vec<&Reading> = reads.iter().filter_map(|read| read.facts.as_ref().ok()).collect();
        let ranked = intake::rank(&readings, ours);
        let sender = readings.iter().find_map(|reading| sender(reading, ours.sites));
        Self { reads, ranked, sender }
    }

    pub(crate) fn readings(&self) -> impl Iterator<Item = &Reading> {
        self.reads.iter().filter_map(|read| read.facts.as_ref().ok())
    }

    /// The mail that the case is about: the one with the first address, else the first that has a sender or a subject.
    pub(crate) fn mail(&self) -> Option<&Reading> {
        let is_mail = |reading: &&Reading| reading.head.from.is_some() || !reading.head.subject.is_empty();
        let first = self.ranked.candidates.first().and_then(|first| self.readings().nth(first.at.0));
        first.filter(is_mail).or_else(|| self.readings().find(is_mail))
    }

    /// What the person has to choose while nothing is entered.
    pub(crate) fn question(&self) -> Option<FoundQuestion> {
        match self.ranked.likely {
            Likely::Several(_) => Some(FoundQuestion::WhichAddress),
            Likely::None if self.sender.is_some() => Some(FoundQuestion::ReportSender),
            Likely::None | Likely::One | Likely::All => None,
        }
    }

    /// How many of the first candidates are to be chosen from.
    pub(crate) fn likely(&self) -> usize {
        match self.ranked.likely {
            Likely::None => 0,
            Likely::One => 1,
            Likely::Several(count) => count,
            Likely::All => self.ranked.candidates.len(),
        }
    }
}

/// Whether an address is of somebody whom the mail was sent to, or who forwarded it.
pub(crate) fn is_of_people(reading: &Reading, address: &str) -> bool {
    reading.people.iter().any(|person| person.address.trim().eq_ignore_ascii_case(address.trim()))
}

/// The sender as a target: not one of ours, and nobody who got the mail. Who writes to people in their own name forges it.
fn sender(reading: &Reading, own_sites: &[String]) -> Option<Target> {
    let head = &reading.head;
    let claimed = [&head.from, &head.reply_to].into_iter().flatten();
    let claimed = claimed.filter(|mailbox| !is_of_people(reading, &mailbox.address));
    let mut readable = claimed.filter_map(|mailbox| Target::parse(&mailbox.address).ok());
    readable.find(|target| {
        matches!(target, Target::Email(_)) && !matches!(refusal(target, own_sites), Some(Refusal::OwnDomain(_)))
    })
}

#[cfg(test)]
mod tests;
