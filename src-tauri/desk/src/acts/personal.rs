//! What points at the victim in what would be sent, and taking it out. What was taken out stays in the case: in its
//! history, and in the evidence as it came.

use std::collections::HashSet;

use domain::Target;
use domain::personal::{self, Person, Trace, TraceKind, UrlPart};
use intake::reading::Mailbox;
use ledger::{Actor, NewEvent, sha256_of};
use serde_json::json;

use super::write_draft::{Whole, keep_fields, open_draft, show, whole};
use crate::Desk;
use crate::compose::takes_evidence;
use crate::contract::*;
use crate::filing;
use crate::words::word;

/// A trace, and where it was found.
struct Spotted {
    view: PersonalView,
    place: Spot,
}

/// Where a trace can be taken out.
enum Spot {
    Target(Trace),
    /// A line of the further addresses, from 0.
    Line(usize, Trace),
    Note(Trace),
    Answer(ReportField, Trace),
    File(domain::EvidenceId),
}

/// What is personal in the draft as it stands.
pub(crate) fn traces(desk: &Desk, whole: &Whole) -> Vec<PersonalView> {
    spotted(desk, whole).into_iter().map(|one| one.view).collect()
}

fn spotted(desk: &Desk, whole: &Whole) -> Vec<Spotted> {
    let people: Vec<&Mailbox> = whole.found.readings().flat_map(|reading| &reading.people).collect();
    let people: Vec<Person<'_>> = people.iter().map(|one| Person { name: &one.name, address: &one.address }).collect();
    let spare = spare(desk, whole);
    let spare: Vec<&str> = spare.iter().map(String::as_str).collect();
    let fields = &whole.fields;
    let mut all = Vec::new();
    if let Ok(target @ Target::Web(_)) = &whole.target {
        let found = personal::in_address(&target.as_sent(), &people);
        all.extend(found.into_iter().map(|one| spot(FieldId::Target, None, one, Spot::Target)));
    }
    for (at, line) in fields.more_addresses.lines().enumerate() {
        let Ok(target @ Target::Web(_)) = Target::parse(line) else { continue };
        let found = personal::in_address(&target.as_sent(), &people);
        all.extend(found.into_iter().map(|one| spot(FieldId::MoreAddresses, None, one, |one| Spot::Line(at, one))));
    }
    let found = personal::in_text(&fields.note, &people, &spare);
    all.extend(found.into_iter().map(|one| spot(FieldId::Note, None, one, Spot::Note)));
    if fields.to_cloudflare {
        for field in told_in_words(fields) {
            let text = fields.answers.get(&field).map(String::as_str).unwrap_or_default();
            let found = personal::in_text(text, &people, &spare);
            let answer = |one| spot(FieldId::Report, Some(field), one, |one| Spot::Answer(field, one));
            all.extend(found.into_iter().map(answer));
        }
    }
    all.extend(mails(whole));
    all
}

/// Addresses that belong into a report: who reports, and who is reported.
fn spare(desk: &Desk, whole: &Whole) -> Vec<String> {
    let preferences = desk.preferences.read();
    let senders = whole.found.readings().flat_map(|reading| [&reading.head.from, &reading.head.reply_to]);
    let mut spare: Vec<String> = senders.flatten().map(|one| one.address.clone()).collect();
    spare.extend([preferences.email, whole.fields.reported_by.clone(), whole.profile.email.clone()]);
    spare.extend(whole.target.as_ref().ok().map(Target::as_sent));
    spare.retain(|address| !address.trim().is_empty());
    spare
}

/// The fields of the chosen kind in which a person writes what happened.
fn told_in_words(fields: &DraftFields) -> impl Iterator<Item = ReportField> {
    let rules = &crate::tables::rule(fields.report_kind).fields;
    rules.iter().filter(|rule| rule.group == FieldGroup::Story && rule.shape == FieldShape::Text).map(|rule| rule.field)
}

fn spot(field: FieldId, report_field: Option<ReportField>, trace: Trace, place: impl FnOnce(Trace) -> Spot) -> Spotted {
    let harmless = |text: &str| domain::defang(&domain::visible(text));
    let says_where = format!("{field:?} {report_field:?} {:?} {}", trace.part, trace.text);
    Spotted {
        view: PersonalView {
            id: sha256_of(&says_where)[..16].to_owned(),
            kind: match trace.kind {
                TraceKind::Address => PersonalKind::Address,
                TraceKind::EncodedAddress => PersonalKind::EncodedAddress,
                TraceKind::Name => PersonalKind::Name,
                TraceKind::Token => PersonalKind::Token,
                TraceKind::Opaque => PersonalKind::Opaque,
            },
            field,
            report_field,
            evidence_id: None,
            text: harmless(&trace.text),
            says: trace.says.as_deref().map(harmless),
            part: trace.part.map(part),
            removable: trace.removable,
        },
        place: place(trace),
    }
}

fn part(part: UrlPart) -> AddressPart {
    match part {
        UrlPart::User => AddressPart::User,
        UrlPart::Host => AddressPart::Host,
        UrlPart::Path => AddressPart::Path,
        UrlPart::Query => AddressPart::Query,
        UrlPart::Fragment => AddressPart::Fragment,
    }
}

/// Mails that go along and name whom they were sent to. A web page can be judged without its mail; where the mail is what
/// is reported, its head is the evidence.
fn mails(whole: &Whole) -> Vec<Spotted> {
    if !whole.fields.to_phishfort || !takes_evidence(&whole.fields) {
        return Vec::new();
    }
    let sent = |read: &&crate::found::Read| whole.evidence.iter().any(|one| one.id == read.evidence_id && one.send);
    let named = |read: &crate::found::Read| {
        let people = &read.facts.as_ref().ok()?.people;
        let mut seen = HashSet::new();
        let names: Vec<&str> = people.iter().map(|one| one.address.as_str()).filter(|one| !one.is_empty()).collect();
        let names: Vec<&str> = names.into_iter().filter(|one| seen.insert(one.to_lowercase())).take(5).collect();
        let view = PersonalView {
            id: sha256_of(&format!("file {}", read.evidence_id))[..16].to_owned(),
            kind: PersonalKind::NamesRecipient,
            field: FieldId::Evidence,
            report_field: None,
            evidence_id: Some(read.evidence_id.to_string()),
            text: domain::defang(&domain::visible(&names.join(", "))),
            says: None,
            part: None,
            removable: matches!(whole.target, Ok(Target::Web(_))),
        };
        (!names.is_empty()).then(|| Spotted { view, place: Spot::File(read.evidence_id.clone()) })
    };
    whole.found.reads.iter().filter(sent).filter_map(named).collect()
}

/// Takes out what these ids name, as far as it can go; ids of what is not there any more are passed over. How it was
/// before is written into the case's history.
///
/// # Errors
/// `NotFound`, `TooLate`.
pub async fn personal_remove(desk: &Desk, draft_id: String, ids: Vec<String>) -> Result<DraftView, AppError> {
    let bench = desk.bench();
    let draft = open_draft(&bench, &draft_id)?;
    let whole = whole(desk, &bench, draft)?;
    let chosen = spotted(desk, &whole).into_iter().filter(|one| one.view.removable && ids.contains(&one.view.id));
    let before = whole.fields.clone();
    let mut after = whole.fields.clone();
    let (mut target, mut lines, mut note, mut answers) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for one in chosen {
        match one.place {
            Spot::Target(trace) => target.push(trace),
            Spot::Line(at, trace) => lines.push((at, trace)),
            Spot::Note(trace) => note.push(trace),
            Spot::Answer(field, trace) => answers.push((field, trace)),
            Spot::File(id) => bench.ledger.mark_evidence(&id, false)?,
        }
    }
    if let Ok(shown) = &whole.target
        && let Some(without) = personal::address_without(&shown.as_sent(), &target)
    {
        after.target = without;
    }
    after.more_addresses = without_in_lines(&before.more_addresses, &lines);
    after.note = personal::text_without(&before.note, &note);
    for (field, text) in &mut after.answers {
        let of_field: Vec<Trace> =
            answers.iter().filter(|(of, _)| of == field).map(|(_, trace)| trace.clone()).collect();
        *text = personal::text_without(text, &of_field);
    }
    if after != before {
        filing::drop_stale_statements(&before, &mut after);
        keep_fields(desk, &bench, &whole.draft, &after)?;
        let was = [
            (before.target != after.target).then_some(&before.target),
            (before.more_addresses != after.more_addresses).then_some(&before.more_addresses),
            (before.note != after.note).then_some(&before.note),
        ];
        let was: Vec<&str> = was.into_iter().flatten().map(String::as_str).collect();
        let event = NewEvent {
            at: bench.now(),
            kind: "personal_removed",
            actor: Actor::Person,
            submission_id: None,
            service: None,
            detail: json!({ "text": domain::defang(&was.join("\n")), "answers": changed(&before, &after) }),
        };
        bench.ledger.add_event(&whole.draft.case_id, &event)?;
    }
    desk.tell(Notice::CasesChanged { case_id: Some(whole.draft.case_id.to_string()) });
    show(desk, &bench, &whole.draft.id)
}

fn without_in_lines(lines: &str, traces: &[(usize, Trace)]) -> String {
    let line = |(at, line): (usize, &str)| {
        let of_line: Vec<Trace> = traces.iter().filter(|(of, _)| *of == at).map(|(_, trace)| trace.clone()).collect();
        let sent = Target::parse(line).map(|target| target.as_sent()).unwrap_or_default();
        personal::address_without(&sent, &of_line).unwrap_or_else(|| line.to_owned())
    };
    if traces.is_empty() {
        return lines.to_owned();
    }
    lines.lines().enumerate().map(line).collect::<Vec<_>>().join("\n")
}

/// The answers that changed, as they were.
fn changed(before: &DraftFields, after: &DraftFields) -> serde_json::Value {
    let changed = before.answers.iter().filter(|(field, text)| after.answers.get(field) != Some(text));
    changed.map(|(field, text)| (word(field), json!(text))).collect::<serde_json::Map<_, _>>().into()
}
