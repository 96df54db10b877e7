//! What stands in a field that nobody typed into. Never a declaration: those are read and ticked.

use crate::contract::{DraftFields, FieldGroup, FieldRule, FillSource, FillView, ProfileView, ReportField, ReportKind};
use crate::tables;
use crate::words::word;

use super::Ground;
use ReportField as Field;

/// Takes out of a draft what its person declared: a declaration is made anew for each report, and for what it says then.
pub(crate) fn without_statements(fields: &mut DraftFields) {
    fields.answers.retain(|field, _| !is_statement(*field));
}

/// Takes back what was declared in `before` where that does not hold for `after` any more: other addresses, another work,
/// another person or category. What was declared since then stays.
pub(crate) fn drop_stale_statements(before: &DraftFields, after: &mut DraftFields) {
    let vouched = |fields: &DraftFields| {
        let answer = |field| fields.answers.get(&field).cloned().unwrap_or_default();
        (
            fields.report_kind,
            fields.profile_id.clone(),
            fields.target.clone(),
            fields.more_addresses.clone(),
            [Field::Name, Field::OriginalWork, Field::AgentName, Field::WhoisRequestType, Field::WhoisLegalBasis]
                .map(answer),
        )
    };
    if vouched(before) != vouched(after) {
        after.answers.retain(|field, _| !is_statement(*field) || !before.answers.contains_key(field));
    }
}

fn is_statement(field: Field) -> bool {
    let rules = tables::kinds().iter().flat_map(|kind| &kind.fields);
    rules.filter(|rule| rule.group == FieldGroup::Statements).any(|rule| rule.field == field)
}

/// What stands in the fields of the chosen kind by itself, in the order of the form.
pub(crate) fn fills(ground: Ground<'_>) -> Vec<FillView> {
    let fields = &tables::rule(ground.fields.report_kind).fields;
    fields.iter().filter_map(|rule| fill_of(ground, rule)).collect()
}

/// What stands in this field by itself; nothing where the chosen kind has no such field.
pub(crate) fn fill(ground: Ground<'_>, field: Field) -> Option<FillView> {
    fill_of(ground, rule_of(ground, field)?)
}

/// What would be sent of this field: what was typed, or else what stands there by itself, without the space around it.
pub(crate) fn value(ground: Ground<'_>, field: Field) -> Option<String> {
    let rule = rule_of(ground, field)?;
    let text = match ground.fields.answers.get(&field) {
        Some(answer) => answer.trim().to_owned(),
        None => fill_of(ground, rule)?.value,
    };
    (!text.is_empty()).then_some(text)
}

fn rule_of(ground: Ground<'_>, field: Field) -> Option<&'static FieldRule> {
    tables::rule(ground.fields.report_kind).fields.iter().find(|rule| rule.field == field)
}

fn fill_of(ground: Ground<'_>, rule: &FieldRule) -> Option<FillView> {
    let (value, from) = match (rule.group, rule.field) {
        (FieldGroup::Statements, _) => return None,
        (FieldGroup::Told, _) => (word(rule.choices.first()?), FillSource::Safest),
        (_, Field::Justification) => story(ground, rule)?,
        // Kinds without a field for what was seen have only the comments for it.
        (_, Field::Comments) if rule_of(ground, Field::Justification).is_none() => (note(ground)?, FillSource::Note),
        (group, field) => (profiled(ground.profile, group, field)?.trim().to_owned(), FillSource::Profile),
    };
    (!value.is_empty()).then_some(FillView { field: rule.field, value, from })
}

fn profiled(profile: &ProfileView, group: FieldGroup, field: Field) -> Option<&str> {
    Some(match (group, field) {
        (FieldGroup::Sender, Field::Name) => &profile.name,
        (FieldGroup::Sender, Field::Email) => &profile.email,
        (FieldGroup::Sender, Field::Company) => &profile.company,
        (FieldGroup::Sender, Field::Telephone) => &profile.telephone,
        (FieldGroup::Sender, Field::Title) => &profile.title,
        (FieldGroup::Sender, Field::Address1) => &profile.address1,
        (FieldGroup::Sender, Field::City) => &profile.city,
        (FieldGroup::Sender, Field::State) => &profile.state,
        // In the forms about images the country belongs to the story, is optional, and may be passed on: it stays empty.
        (FieldGroup::Sender, Field::Country) => &profile.country,
        (FieldGroup::Story, Field::AgentName) => &profile.rights_holder,
        (FieldGroup::Story, Field::TrademarkSymbol) => &profile.trademark_symbol,
        (FieldGroup::Story, Field::TrademarkNumber) => &profile.trademark_number,
        (FieldGroup::Story, Field::TrademarkOffice) => &profile.trademark_office,
        _ => return None,
    })
}

fn note(ground: Ground<'_>) -> Option<String> {
    let note = ground.fields.note.trim();
    (!note.is_empty()).then(|| note.to_owned())
}

/// The note, where it says enough. For phishing there is a plain sentence, so that the report needs nothing else; a note
/// that is too short on its own stands behind it.
fn story(ground: Ground<'_>, rule: &FieldRule) -> Option<(String, FillSource)> {
    let note = note(ground);
    if let Some(note) = note.as_ref().filter(|note| note.chars().count() >= rule.min as usize) {
        return Some((note.clone(), FillSource::Note));
    }
    if ground.fields.report_kind != ReportKind::Phishing {
        return None;
    }
    let sentence = [Some(sentence(ground)), note];
    Some((sentence.into_iter().flatten().collect::<Vec<_>>().join(" "), FillSource::Suggested))
}

/// It claims no more than the category that the person chose, and whose people are harmed if we know that.
fn sentence(ground: Ground<'_>) -> String {
    // The company that reports may be another than the one that is copied, and may want to stay unnamed.
    let brand = Some(ground.profile.trademark_symbol.trim()).filter(|name| !name.is_empty());
    let against = brand.map_or_else(|| "people online".to_owned(), |brand| format!("people who trust {brand}"));
    if ground.fields.more_addresses.trim().is_empty() {
        format!("This address is used for phishing or malware against {against}.")
    } else {
        format!("These addresses are used for phishing or malware against {against}.")
    }
}
