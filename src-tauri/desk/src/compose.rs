//! From a draft to what would be sent: one place, so that what is counted, shown and sent is the same.

use domain::{Reference, Target, visible};
use ledger::Evidence;

use crate::contract::{DraftFields, TargetKind};
use crate::services::{Payload, PayloadFile};
use crate::view;

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

/// The comment: note, details, and the line that finds the report again.
pub(crate) fn comment(fields: &DraftFields, kind: Option<TargetKind>, reference: &Reference) -> String {
    let blocks = [filled(&fields.note), filled(&details(fields, kind).join("\n")), Some(reference.comment_line())];
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

/// The whole payload. While the target can't be read, its text stands in for it, so that the size is nearly right.
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
        comment: comment(fields, kind, reference),
        boundary_seed: boundary_seed.to_owned(),
        files: evidence.iter().zip(names).filter_map(file).collect(),
        note: fields.note.trim().to_owned(),
    }
}
