//! What stands in a field that nobody typed into.

use super::super::{drop_stale_statements, fill, fills, value, without_statements};
use super::support::{Draft, rules};
use crate::contract::{
    DraftFields, FieldChoice, FieldGroup, FillSource, ProfileView, ReportField as Field, ReportKind as Kind,
};
use crate::words::word;

fn everything() -> ProfileView {
    let text = |text: &str| text.to_owned();
    ProfileView {
        id: text("1"),
        label: text("At work"),
        name: text(" Jo Example "),
        email: text("jo@acme.example"),
        company: text("Acme"),
        telephone: text("+44 20 7946 0991"),
        title: text("Analyst"),
        address1: text("1 High Street"),
        city: text("Zug"),
        state: text("ZG"),
        country: text("Switzerland"),
        rights_holder: text("Acme Holding"),
        trademark_symbol: text("ACME"),
        trademark_number: text("018000001"),
        trademark_office: text("EUIPO"),
    }
}

#[test]
fn a_profile_fills_what_it_knows() {
    let draft = Draft::empty(Kind::Dmca).profile(everything());
    let filled = |field| fill(draft.ground(), field).map(|fill| (fill.value, fill.from));
    for (field, text) in [
        (Field::Name, "Jo Example"),
        (Field::AgentName, "Acme Holding"),
        (Field::City, "Zug"),
        (Field::Country, "Switzerland"),
    ] {
        assert_eq!(filled(field), Some((text.into(), FillSource::Profile)));
    }
    assert_eq!(filled(Field::OriginalWork), None);
    assert_eq!(filled(Field::TrademarkNumber), None, "no field of this kind");
}

#[test]
fn no_statement_signature_or_representation_is_ever_filled() {
    for kind in Kind::ALL {
        let draft = Draft::empty(kind).profile(everything()).note("A long note about what was seen on the page.");
        for fill in fills(draft.ground()) {
            let rule = rules(kind).find(|rule| rule.field == fill.field).unwrap();
            assert_ne!(rule.group, FieldGroup::Statements);
            assert_ne!(rule.field, Field::SubjectRepresentation);
        }
    }
}

#[test]
fn statements_come_from_the_person_s_ticks_alone() {
    for (kind, statement) in [
        (Kind::Dmca, Field::DmcaLiability),
        (Kind::Dmca, Field::DmcaGoodFaith),
        (Kind::Dmca, Field::DmcaAuthority),
        (Kind::RegistrarWhois, Field::WhoisGoodFaith),
        (Kind::RegistrarWhois, Field::WhoisLawfulProcessing),
    ] {
        for answer in ["", "no", "Yes", "true", "1"] {
            let draft = Draft::least(kind).answer(statement, answer);
            assert_eq!(draft.parts(), [], "{statement:?} {answer}");
        }
        assert_eq!(Draft::least(kind).untouched(statement).parts(), []);
        assert_eq!(Draft::least(kind).parts().len(), 1);
    }
}

#[test]
fn who_is_told_is_the_safest_lawful_choice_until_another_is_made() {
    for kind in Kind::ALL {
        let ground = Draft::empty(kind);
        for rule in rules(kind).filter(|rule| rule.group == FieldGroup::Told) {
            let fill = fill(ground.ground(), rule.field).unwrap();
            assert_eq!((fill.value, fill.from), (word(&rule.choices[0]), FillSource::Safest));
            let safe = [FieldChoice::None, FieldChoice::SendAnon].contains(&rule.choices[0]);
            assert!(safe || rule.choices.len() == 1, "{kind:?} {:?}", rule.field);
        }
    }
}

#[test]
fn a_country_that_may_be_passed_on_is_not_filled_where_it_is_optional() {
    for kind in [Kind::Ncsei, Kind::Children] {
        assert_eq!(value(Draft::empty(kind).profile(everything()).ground(), Field::Country), None);
    }
}

#[test]
fn a_note_is_typed_once() {
    let note = "It copies our log-in page and asks for the password.";
    for kind in Kind::ALL {
        let draft = Draft::least(kind).untouched(Field::Justification).note(note);
        let field =
            if rules(kind).any(|rule| rule.field == Field::Justification) { "justification" } else { "comments" };
        let sent = draft.sent(field).unwrap();
        assert!(sent.starts_with(note), "{kind:?}: {sent}");
        let elsewhere = draft.body().into_iter().filter(|(name, value)| name != field && value.contains(note)).count();
        assert_eq!(elsewhere, 0);
    }
}

#[test]
fn a_note_stays_here_when_the_story_was_typed_by_hand() {
    let draft = Draft::least(Kind::Phishing).note("Ask Kim about the invoice.");
    assert!(!draft.parts()[0].prepared.body.contains("Kim"));
}

#[test]
fn a_note_that_is_too_short_stands_behind_the_plain_sentence() {
    let draft = Draft::least(Kind::Phishing).untouched(Field::Justification).note("Fake bank.");
    let fill = fill(draft.ground(), Field::Justification).unwrap();
    assert_eq!(fill.from, FillSource::Suggested);
    assert!(fill.value.ends_with("against people online. Fake bank."), "{}", fill.value);
}

#[test]
fn no_sentence_is_put_into_anyone_s_mouth_but_for_phishing() {
    for kind in Kind::ALL.into_iter().filter(|kind| *kind != Kind::Phishing) {
        let filled = fills(Draft::empty(kind).profile(everything()).ground());
        assert!(filled.iter().all(|fill| fill.from != FillSource::Suggested), "{kind:?}");
    }
}

#[test]
fn the_sentence_is_long_enough_and_speaks_of_all_addresses() {
    let draft = Draft::empty(Kind::Phishing);
    let said = |draft: &Draft| value(draft.ground(), Field::Justification).unwrap();
    assert!(said(&draft).chars().count() >= 20);
    assert!(said(&draft.more("https://evil.example/b")).starts_with("These addresses"));
}

#[test]
fn a_field_that_was_emptied_by_hand_stays_empty() {
    let draft = Draft::least(Kind::Phishing).profile(everything()).answer(Field::Company, "  ");
    assert_eq!(value(draft.ground(), Field::Company), None);
    assert_eq!(draft.sent("company"), None);
}

#[test]
fn an_answer_of_another_kind_is_kept_back() {
    let draft = Draft::least(Kind::Phishing).answer(Field::SourceIps, "192.0.2.1").answer(Field::Signature, "x");
    assert_eq!(value(draft.ground(), Field::SourceIps), None);
    assert_eq!(draft.sent("source_ips"), None);
    assert_eq!(draft.sent("signature"), None);
}

#[test]
fn nothing_that_was_declared_goes_into_another_draft() {
    let mut fields = Draft::full(Kind::Dmca).fields;
    assert!(fields.answers.contains_key(&Field::Signature) && fields.answers.contains_key(&Field::DmcaAuthority));
    without_statements(&mut fields);
    let declared = [Field::DmcaLiability, Field::DmcaGoodFaith, Field::DmcaAuthority, Field::Signature];
    assert!(declared.iter().all(|field| !fields.answers.contains_key(field)));
    assert!(fields.answers.contains_key(&Field::OriginalWork), "what was told stays");
}

#[test]
fn what_was_declared_falls_with_what_it_vouches_for() {
    let before = Draft::full(Kind::Dmca).fields;
    let signed = |after: &DraftFields| after.answers.contains_key(&Field::Signature);
    let mut same = DraftFields { note: "A note vouches for nothing.".into(), ..before.clone() };
    drop_stale_statements(&before, &mut same);
    assert!(signed(&same));
    let mut other_work = before.clone();
    other_work.answers.insert(Field::OriginalWork, "Another picture".into());
    let other_page = DraftFields { target: "https://other.example/".into(), ..before.clone() };
    let other_person = DraftFields { profile_id: "another".into(), ..before.clone() };
    let other_kind = DraftFields { report_kind: Kind::Phishing, ..before.clone() };
    for mut after in [other_work, other_page, other_person, other_kind] {
        drop_stale_statements(&before, &mut after);
        assert!(!signed(&after));
    }
}
