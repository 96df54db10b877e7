//! Every member of a golden result held against what was read.

use std::fmt::Debug;

use domain::Moment;
use intake::reading::{Head, Mailbox};

use super::golden::Case;
use super::told::{Seen, sign, word};

/// What is not as it should be: the file, the member, what was wanted and what was said.
pub(crate) struct Misses<'a> {
    name: &'a str,
    pub(crate) lines: Vec<String>,
}

impl<'a> Misses<'a> {
    pub(crate) fn new(name: &'a str) -> Self {
        Self { name, lines: Vec::new() }
    }

    fn same<T: PartialEq + Debug>(&mut self, member: &str, wanted: Option<T>, said: T) {
        if let Some(wanted) = wanted
            && wanted != said
        {
            self.lines.push(format!("{}: {member}: wanted {wanted:?}, got {said:?}", self.name));
        }
    }

    fn holds<T: PartialEq + Debug>(&mut self, member: &str, wanted: &[T], said: &[T]) {
        for one in wanted.iter().filter(|one| !said.contains(one)) {
            self.lines.push(format!("{}: {member}: wanted {one:?}, got {said:?}", self.name));
        }
    }
}

/// What the first candidate is beside its address. Only asked where the first is the right one.
pub(crate) fn first(case: &Case, seen: &Seen) -> Vec<String> {
    let mut misses = Misses::new(&case.name);
    let Some(first) = seen.ranked.candidates.first().filter(|_| seen.first() == case.golden.first) else {
        return misses.lines;
    };
    let golden = &case.golden;
    let found = &seen.reading.addresses[first.at.1];
    misses.same("place", golden.place.clone(), word(first.place));
    misses.same("main", golden.main, first.main);
    misses.holds("signs", &golden.signs, &first.signs.iter().map(|one| sign(one).to_owned()).collect::<Vec<_>>());
    misses.same("file", golden.file.clone().map(Some), found.file.clone());
    misses.same("domain_only", golden.domain_only, found.domain_only);
    if let Some(wanted) = &golden.unwrapped {
        let names_all = wanted.len() == found.unwrapped.len()
            && wanted.iter().zip(&found.unwrapped).all(|(word, name)| name.contains(word.as_str()));
        misses.same("unwrapped", (!names_all).then_some(wanted), &found.unwrapped);
    }
    misses.lines
}

/// What the reading says beside its addresses.
pub(crate) fn rest(case: &Case, seen: &Seen) -> Vec<String> {
    let (golden, reading) = (&case.golden, &seen.reading);
    let mut misses = Misses::new(&case.name);
    misses.same("source", golden.source.clone(), word(reading.source));
    misses.same("came", golden.came.clone(), word(reading.came));
    misses.same("forwarded_by", golden.forwarded_by.clone(), word(reading.forwarded_by));
    misses.holds("people", &golden.people, &reading.people.iter().map(|one| one.address.clone()).collect::<Vec<_>>());
    let names: Vec<String> = reading.attachments.iter().map(|one| one.name.clone()).collect();
    misses.same("attachments", golden.attachments.clone(), names);
    if let Some(wanted) = &golden.words {
        let said = reading.words.split_whitespace().collect::<Vec<_>>().join(" ");
        misses.same("words", (!said.contains(wanted)).then_some(wanted), &said);
    }
    head(case, &reading.head, &mut misses);
    misses.lines
}

fn head(case: &Case, head: &Head, misses: &mut Misses<'_>) {
    let golden = &case.golden;
    let address = |mailbox: &Option<Mailbox>| mailbox.as_ref().map(|one| one.address.clone());
    misses.same("from", golden.from.clone(), address(&head.from));
    let name = head.from.as_ref().map(|one| one.name.clone());
    misses.same("from_name", golden.from_name.clone(), name.unwrap_or_default());
    misses.same("reply_to", golden.reply_to.clone(), address(&head.reply_to));
    misses.same("subject", golden.subject.clone(), head.subject.clone());
    let date = golden.date.as_ref().map(|date| date.as_ref().map(|date| Moment::parse_iso(date).unwrap().iso()));
    misses.same("date", date, head.date.map(Moment::iso));
    misses.same("has_way", golden.has_way, head.has_way);
    let ip = head.first_hop.as_ref().and_then(|hop| hop.ip.clone());
    misses.same("first_hop_ip", golden.first_hop_ip.clone(), ip);
    let checks = head.checks.iter().map(|one| (one.method.clone(), one.result.clone())).collect();
    misses.same("checks", golden.checks.clone(), checks);
}
