//! From a draft to what would be sent: one place, so that what is counted, shown and sent is the same.

use domain::{Reference, Target, visible};
use ledger::Evidence;

use crate::contract::{DraftFields, TargetKind};
use crate::filing::{self, Part};
use crate::services::{Filing, Payload, PayloadFile};
use crate::{tables, view};

/// Most further addresses that PhishFort finds in the note.
const ADDRESSES_IN_NOTE: usize = 20;

/// Whether files are looked after in a case like this: in two of Cloudflare's kinds nobody may keep the pictures, and
/// whoever else is told gets none either.
pub(crate) fn takes_evidence(fields: &DraftFields) -> bool {
    tables::rule(fields.report_kind).evidence
}

fn filled(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// What an analyst needs beside the note, by kind of target: PhishFort has no fields for it, so it goes into the comment.
fn details(fields: &DraftFields, kind: Option<TargetKind>) -> Vec<String> {
    let mut lines = Vec::new();
    match kind {
        Some(TargetKind::Phone) => {
            if let Some(number) = filled(&fields.phone_received_on) {
                lines.push(format!("Called or written to: {number}"));
            }
            let when = [&fields.phone_date, &fields.phone_time, &fields.phone_zone];
            let when: Vec<_> = when.into_iter().filter_map(|part| filled(part)).collect();
            if !when.is_empty() {
                lines.push(format!("When: {}", when.join(" ")));
            }
        }
        Some(TargetKind::Ipv4) => {
            if let Some(address) = filled(&fields.ip_address_on_it) {
                lines.push(format!("Harmful address on it: {address}"));
            }
        }
        _ => {}
    }
    lines
}

/// Addresses beside the target: PhishFort takes one a report, and its analysts should know of the others.
fn others(fields: &DraftFields, target: Option<&Target>) -> Option<String> {
    let read = filing::read(fields, target);
    let own = target.map(Target::as_sent).and_then(|own| filing::normal(&own));
    let others: Vec<&str> = read.urls().filter(|url| Some(*url) != own.as_deref()).collect();
    let more = others.len().saturating_sub(ADDRESSES_IN_NOTE);
    let shown = others.iter().take(ADDRESSES_IN_NOTE).map(|url| (*url).to_owned());
    let lines: Vec<String> = shown.chain((more > 0).then(|| format!("and {more} more"))).collect();
    (!lines.is_empty()).then(|| format!("More addresses of the same:\n{}", lines.join("\n")))
}

/// The comment: note, details, and the line that finds the report again.
fn comment(fields: &DraftFields, target: Option<&Target>, reference: &Reference) -> String {
    let kind = target.map(|target| view::kind(target.kind()));
    let details = filled(&details(fields, kind).join("\n"));
    let blocks = [filled(&fields.note), details, others(fields, target), Some(reference.comment_line())];
    blocks.into_iter().flatten().collect::<Vec<_>>().join("\n\n")
}

/// The names under which evidence is sent, in order; none for what stays with the case.
pub(crate) fn sent_names(evidence: &[Evidence], reference: &Reference) -> Vec<Option<String>> {
    let mut ordinal = 0;
    let mut name = |one: &Evidence| {
        one.send.then(|| {
            ordinal += 1;
            reference.file_name(ordinal, &visible(&one.name))
        })
    };
    evidence.iter().map(&mut name).collect()
}

/// What PhishFort gets. While the target can't be read, its text stands in for it, so that the size is nearly right.
pub(crate) fn payload(
    fields: &DraftFields,
    target: Option<&Target>,
    evidence: &[Evidence],
    reference: &Reference,
    boundary_seed: &str,
) -> Payload {
    let kind = target.map(|target| view::kind(target.kind()));
    let names = sent_names(evidence, reference);
    let file = |(one, name): (&Evidence, Option<String>)| {
        name.map(|sent_name| PayloadFile {
            sha256: one.sha256.clone(),
            size_bytes: one.size_bytes,
            media_type: one.media_type.clone(),
            sent_name,
        })
    };
    Payload {
        wish: fields.wish,
        kind: kind.unwrap_or(TargetKind::Web),
        subject: target.map_or_else(|| fields.target.trim().to_owned(), Target::as_sent),
        reported_by: filled(&fields.reported_by),
        client_id: filled(&fields.client_id),
        comment: comment(fields, target, reference),
        boundary_seed: boundary_seed.to_owned(),
        files: if takes_evidence(fields) { evidence.iter().zip(names).filter_map(file).collect() } else { Vec::new() },
        note: fields.note.trim().to_owned(),
        filing: None,
        appeal: None,
    }
}

/// One of Cloudflare's reports as a payload: the text of its body is frozen as it is.
pub(crate) fn filing(fields: &DraftFields, part: &Part) -> Payload {
    Payload {
        wish: fields.wish,
        kind: TargetKind::Web,
        subject: part.urls.first().cloned().unwrap_or_default(),
        reported_by: Some(part.submitter.clone()),
        client_id: filled(&fields.client_id),
        comment: part.comments.clone(),
        boundary_seed: String::new(),
        files: Vec::new(),
        note: fields.note.trim().to_owned(),
        filing: Some(Filing {
            kind: fields.report_kind,
            prepared: part.prepared.clone(),
            hostname: part.hostname.clone(),
            urls: part.urls.clone(),
            submitter: part.submitter.clone(),
        }),
        appeal: None,
    }
}
