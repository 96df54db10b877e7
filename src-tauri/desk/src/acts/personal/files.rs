//! Files that go along and point at a person: mails by whom they were sent to, texts by what they say, all by their names.

use std::collections::HashSet;

use domain::Target;
use domain::personal::{self, TraceKind};
use intake::Reading;
use intake::reading::Source;
use ledger::Evidence;

use super::spotted::{Around, Spot, Spotted, harmless, id, kind};
use crate::acts::write_draft::Whole;
use crate::compose::takes_evidence;
use crate::contract::{FieldId, FileKind, PersonalKind, PersonalView};
use crate::words::from_word;

/// How many of the people that a file names are told.
const TOLD: usize = 5;

pub(super) fn spotted(whole: &Whole, around: &Around) -> Vec<Spotted> {
    if !whole.fields.to_phishfort || !takes_evidence(&whole.fields) {
        return Vec::new();
    }
    let sent: Vec<&Evidence> = whole.evidence.iter().filter(|one| one.send).collect();
    let contents = sent.iter().filter_map(|one| content(whole, around, one));
    contents.chain(sent.iter().flat_map(|one| name(around, one))).collect()
}

/// Whom a file names. A web page can be judged without it; where a mail itself is what is reported, its head is the
/// evidence.
fn content(whole: &Whole, around: &Around, file: &Evidence) -> Option<Spotted> {
    let read = whole.found.reads.iter().find(|read| read.evidence_id == file.id)?;
    let named = match &read.facts {
        Ok(reading) => told(reading, around),
        // Whom a mail names that could not be read, nobody knows.
        Err(_) => {
            let mail = matches!(from_word(&file.kind), Some(FileKind::Email | FileKind::OutlookEmail));
            mail.then(|| vec![file.name.clone()])?
        }
    };
    let mut seen = HashSet::new();
    let named: Vec<String> =
        named.into_iter().filter(|one| !one.trim().is_empty() && seen.insert(one.to_lowercase())).take(TOLD).collect();
    (!named.is_empty()).then(|| Spotted {
        view: PersonalView {
            id: id(&format!("file {}", file.id)),
            kind: PersonalKind::NamesRecipient,
            field: FieldId::Evidence,
            report_field: None,
            evidence_id: Some(file.id.to_string()),
            text: harmless(&named.join(", ")),
            says: None,
            part: None,
            removable: matches!(whole.target, Ok(Target::Web(_))),
        },
        place: Spot::File(file.id.clone()),
    })
}

fn told(reading: &Reading, around: &Around) -> Vec<String> {
    if !matches!(reading.source, Source::Text | Source::List) {
        let of_ours = |address: &str| around.people.iter().any(|(_, known)| known == address);
        return reading.people.iter().map(|one| one.address.clone()).filter(|one| of_ours(one)).collect();
    }
    let in_text = around.in_text(&reading.words);
    let in_addresses = reading.addresses.iter().flat_map(|found| around.in_address(&found.address));
    // An id may be nobody's; a file is not left out for that.
    let naming = in_text.into_iter().chain(in_addresses).filter(|trace| trace.kind != TraceKind::Opaque);
    naming.map(|trace| trace.says.unwrap_or(trace.text)).collect()
}

/// What the name of a file says, which goes along with it.
fn name(around: &Around, file: &Evidence) -> Vec<Spotted> {
    // With its ending, an address would be one of another domain.
    let (stem, ending) = file.name.rsplit_once('.').unwrap_or((&file.name, ""));
    let traces: Vec<_> = around.in_text(stem).into_iter().filter(|trace| trace.kind != TraceKind::Opaque).collect();
    let without = [&personal::text_without(stem, &traces), ending].join(".").trim_end_matches('.').to_owned();
    let view = traces.first().map(|trace| PersonalView {
        id: id(&format!("name {} {}", file.id, file.name)),
        kind: kind(trace.kind),
        field: FieldId::Evidence,
        report_field: None,
        evidence_id: Some(file.id.to_string()),
        text: harmless(&file.name),
        says: trace.says.as_deref().map(harmless),
        part: None,
        removable: without != file.name,
    });
    view.map(|view| Spotted { view, place: Spot::FileName(file.id.clone(), without) }).into_iter().collect()
}
