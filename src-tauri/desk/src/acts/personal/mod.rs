//! What points at the victim in what would be sent, and taking it out. What was taken out stays in the case: in its
//! history, and in the evidence as it came.

mod files;
mod spotted;

use domain::Target;
use domain::personal::{self, Trace};
use ledger::{Actor, NewEvent};
use serde_json::json;

use super::write_draft::{Whole, alter, open_draft, show, whole};
use crate::Desk;
use crate::contract::*;
use crate::words::word;
use spotted::{Spot, Spotted, spotted};

/// What is personal in the draft as it stands.
pub(crate) fn traces(desk: &Desk, whole: &Whole) -> Vec<PersonalView> {
    spotted(desk, whole).into_iter().map(|one| one.view).collect()
}

/// Takes out what these ids name, as far as it can go; ids of what is not there any more are passed over. How it was
/// before is written into the case's history.
///
/// # Errors
/// `NotFound`, `TooLate`; `DraftChanged` where something else is saved in the same instant again and again.
pub async fn personal_remove(desk: &Desk, draft_id: String, ids: Vec<String>) -> Result<DraftView, AppError> {
    let bench = desk.bench();
    let chosen = |desk: &Desk, whole: &Whole| -> Vec<Spotted> {
        spotted(desk, whole).into_iter().filter(|one| one.view.removable && ids.contains(&one.view.id)).collect()
    };
    let (_, before, after) = alter(desk, &bench, &draft_id, |draft, fields| {
        let whole = whole(desk, &bench, draft.clone())?;
        take_out(fields, &whole, &chosen(desk, &whole));
        Ok(())
    })?;
    let draft = open_draft(&bench, &draft_id)?;
    let whole = whole(desk, &bench, draft)?;
    let mut files = Vec::new();
    for one in chosen(desk, &whole) {
        match one.place {
            Spot::File(id) => {
                bench.ledger.mark_evidence(&id, false)?;
                files.extend(whole.evidence.iter().find(|file| file.id == id).map(|file| file.name.clone()));
            }
            Spot::FileName(id, without) => {
                files.extend(whole.evidence.iter().find(|file| file.id == id).map(|file| file.name.clone()));
                bench.ledger.rename_evidence(&id, &without)?;
            }
            _ => {}
        }
    }
    if before != after || !files.is_empty() {
        let event = NewEvent {
            at: bench.now(),
            kind: "personal_removed",
            actor: Actor::Person,
            submission_id: None,
            service: None,
            detail: json!({ "text": was(&before, &after, &files), "answers": changed(&before, &after) }),
        };
        bench.ledger.add_event(&whole.draft.case_id, &event)?;
    }
    desk.tell(Notice::CasesChanged { case_id: Some(whole.draft.case_id.to_string()) });
    show(desk, &bench, &whole.draft.id)
}

/// Takes the chosen traces out of what is filled in.
fn take_out(fields: &mut DraftFields, whole: &Whole, chosen: &[Spotted]) {
    let of = |wanted: &dyn Fn(&Spot) -> Option<&Trace>| -> Vec<Trace> {
        chosen.iter().filter_map(|one| wanted(&one.place)).cloned().collect()
    };
    let target = of(&|spot| if let Spot::Target(trace) = spot { Some(trace) } else { None });
    if let Ok(shown) = &whole.target
        && let Some(without) = personal::address_without(&shown.as_sent(), &target)
    {
        fields.target = without;
    }
    if chosen.iter().any(|one| matches!(one.place, Spot::Line(..))) {
        fields.more_addresses = lines_without(&fields.more_addresses, chosen);
    }
    let note = of(&|spot| if let Spot::Note(trace) = spot { Some(trace) } else { None });
    fields.note = personal::text_without(&fields.note, &note);
    for (field, text) in &mut fields.answers {
        let of_field = of(&|spot| match spot {
            Spot::Answer(of, trace) if of == field => Some(trace),
            _ => None,
        });
        *text = personal::text_without(text, &of_field);
    }
}

fn lines_without(lines: &str, chosen: &[Spotted]) -> String {
    let lines = lines.lines().enumerate().map(|(at, line)| {
        let of_line = chosen.iter().filter_map(|one| match &one.place {
            Spot::Line(line, trace) if *line == at => Some(trace.clone()),
            _ => None,
        });
        let sent = Target::parse(line).map(|target| target.as_sent()).unwrap_or_default();
        personal::address_without(&sent, &of_line.collect::<Vec<_>>()).unwrap_or_else(|| line.to_owned())
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// What changed, as it was, defanged: for the history.
fn was(before: &DraftFields, after: &DraftFields, files: &[String]) -> String {
    let was = [
        (before.target != after.target).then_some(&before.target),
        (before.more_addresses != after.more_addresses).then_some(&before.more_addresses),
        (before.note != after.note).then_some(&before.note),
    ];
    let lines: Vec<&str> = was.into_iter().flatten().chain(files).map(String::as_str).collect();
    domain::defang(&lines.join("\n"))
}

/// The answers that changed, as they were, defanged.
fn changed(before: &DraftFields, after: &DraftFields) -> serde_json::Value {
    let changed = before.answers.iter().filter(|(field, text)| after.answers.get(field) != Some(text));
    changed.map(|(field, text)| (word(field), json!(domain::defang(text)))).collect::<serde_json::Map<_, _>>().into()
}
