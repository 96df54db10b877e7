//! The table of kinds against the client: what the form promises the client writes, and what it refuses the client
//! refuses too.

use cloudflare_abuse::{DataElement, Notify, NotifyOwner, RequestType, RequestorType};
use proptest::prelude::*;

use super::super::written;
use super::support::{Draft, rules, sample};
use crate::contract::{
    FieldChoice, FieldRule, FieldShape, ProblemCode as Code, ReportField as Field, ReportKind as Kind,
};
use crate::tables::{self, COMMENTS_MAX};
use crate::words::word;

fn all_rules() -> impl Iterator<Item = (Kind, &'static FieldRule)> {
    Kind::ALL.into_iter().flat_map(|kind| rules(kind).map(move |rule| (kind, rule)))
}

/// A text of so many characters that is good but for its length.
fn long(field: Field, chars: usize) -> String {
    match field {
        Field::Email => format!("{}@{}.example", "a".repeat(64), "b".repeat(chars - 64 - 9)),
        _ => "ä".repeat(chars),
    }
}

/// Name and signature go together.
fn with(draft: Draft, field: Field, text: &str) -> Draft {
    let draft = draft.answer(field, text);
    match field {
        Field::Name => draft.answer(Field::Signature, text),
        Field::Signature => draft.answer(Field::Name, text),
        _ => draft,
    }
}

fn texts() -> impl Iterator<Item = (Kind, &'static FieldRule)> {
    let special = [Field::Comments, Field::ReportedCountry];
    all_rules()
        .filter(|(_, rule)| matches!(rule.shape, FieldShape::Line | FieldShape::Text))
        .filter(move |(_, rule)| !special.contains(&rule.field))
}

#[test]
fn every_text_may_have_as_many_characters_as_the_table_says() {
    for (kind, rule) in texts() {
        let text = long(rule.field, rule.max as usize);
        let draft = with(Draft::least(kind), rule.field, &text);
        assert_eq!(draft.problems(), [], "{kind:?} {:?}", rule.field);
        assert_eq!(draft.parts().len(), 1, "{kind:?} {:?}", rule.field);
    }
}

#[test]
fn one_character_more_is_too_long_here_and_for_the_client() {
    for (kind, rule) in texts() {
        let draft = with(Draft::least(kind), rule.field, &long(rule.field, rule.max as usize + 1));
        let found = draft.problems().into_iter().find(|one| one.report_field == Some(rule.field)).unwrap();
        assert_eq!((found.code, found.count, found.limit), (Code::FieldTooLong, Some(rule.max + 1), Some(rule.max)));
        assert_eq!(written(draft.ground()), None, "{kind:?} {:?}", rule.field);
        assert_eq!(draft.parts(), []);
    }
}

#[test]
fn one_character_less_than_the_least_is_too_short_here_and_for_the_client() {
    let mut tried = 0;
    for (kind, rule) in texts().filter(|(_, rule)| rule.min > 1) {
        let draft = Draft::least(kind).answer(rule.field, long(rule.field, rule.min as usize - 1));
        assert_eq!(draft.about(rule.field), [Code::FieldTooShort]);
        assert_eq!(written(draft.ground()), None);
        let enough = Draft::least(kind).answer(rule.field, long(rule.field, rule.min as usize));
        assert_eq!(enough.parts().len(), 1);
        tried += 1;
    }
    assert_eq!(tried, 1, "only phishing's story has a lower bound of its own");
}

#[test]
fn what_is_required_is_missed_here_and_by_the_client() {
    for (kind, rule) in all_rules().filter(|(_, rule)| rule.required) {
        let draft = Draft::least(kind).answer(rule.field, " ");
        let missing = if rule.shape == FieldShape::Tick { Code::StatementMissing } else { Code::FieldMissing };
        assert_eq!(draft.about(rule.field), [missing], "{kind:?} {:?}", rule.field);
        // Where there is nothing to choose, the client's type has no such field.
        if rule.choices != [FieldChoice::Send] {
            assert_eq!(written(draft.ground()), None, "{kind:?} {:?}", rule.field);
        }
    }
}

#[test]
fn what_is_not_required_is_not_missed() {
    for (kind, rule) in all_rules().filter(|(_, rule)| !rule.required) {
        let draft = Draft::full(kind).answer(rule.field, "");
        assert_eq!(draft.problems(), [], "{kind:?} {:?}", rule.field);
        assert_eq!(draft.parts().len(), 1);
    }
}

#[test]
fn what_can_be_chosen_is_what_the_client_knows() {
    let ours = |rule: &FieldRule| -> Vec<String> {
        let mut words: Vec<_> = rule.choices.iter().map(|choice| word(choice).replace('_', "-")).collect();
        words.sort();
        words
    };
    let theirs = |words: Vec<&str>| -> Vec<String> {
        let mut words: Vec<_> = words.into_iter().map(|word| word.replace('_', "-")).collect();
        words.sort();
        words
    };
    for (kind, rule) in all_rules().filter(|(_, rule)| !rule.choices.is_empty()) {
        let named = tables::rule(kind).always_named;
        let owner_or_none = matches!(kind, Kind::Ncsei | Kind::Children | Kind::RegistrarWhois);
        let expected = match rule.field {
            Field::OwnerNotification | Field::HostNotification if named => vec!["send"],
            Field::OwnerNotification if owner_or_none => NotifyOwner::ALL.iter().map(|word| word.as_str()).collect(),
            Field::OwnerNotification | Field::HostNotification | Field::NcmecNotification => {
                Notify::ALL.iter().map(|word| word.as_str()).collect()
            }
            Field::WhoisElements => DataElement::ALL.iter().map(|word| word.as_str()).collect(),
            Field::WhoisRequestType => RequestType::ALL.iter().map(|word| word.as_str()).collect(),
            Field::WhoisRequestorType => RequestorType::ALL.iter().map(|word| word.as_str()).collect(),
            Field::SubjectRepresentation => vec!["yes", "no"],
            other => panic!("{other:?} has choices that nobody compared"),
        };
        assert_eq!(ours(rule), theirs(expected), "{kind:?} {:?}", rule.field);
    }
}

#[test]
fn every_choice_is_sent_as_it_was_made() {
    for (kind, rule) in all_rules().filter(|(_, rule)| rule.shape == FieldShape::Choice) {
        for choice in &rule.choices {
            let draft = Draft::least(kind).answer(rule.field, word(choice));
            let sent = word(choice).replace("send_anon", "send-anon");
            let body = &draft.parts()[0].prepared.body;
            let shown = match rule.field {
                Field::SubjectRepresentation => (*choice == FieldChoice::Yes).to_string(),
                _ => format!("\"{sent}\""),
            };
            assert!(body.contains(&shown), "{kind:?} {:?} {choice:?}: {body}", rule.field);
        }
        let draft = Draft::full(kind).answer(rule.field, "registrant_name");
        assert_eq!(draft.about(rule.field), [Code::FieldMissing], "{kind:?} {:?}", rule.field);
    }
}

#[test]
fn the_acts_of_the_table_are_the_client_s() {
    let acts: Vec<_> = tables::kinds().iter().map(|rule| rule.act.as_str()).collect();
    assert_eq!(acts.len(), cloudflare_abuse::Kind::ALL.len());
    for kind in cloudflare_abuse::Kind::ALL {
        assert!(acts.contains(&kind.act()));
    }
}

#[test]
fn no_field_stands_in_a_form_twice() {
    for kind in Kind::ALL {
        let mut fields: Vec<_> = rules(kind).map(|rule| rule.field).collect();
        let before = fields.len();
        fields.sort();
        fields.dedup();
        assert_eq!(fields.len(), before, "{kind:?}");
    }
}

#[test]
fn the_reference_line_counts_among_the_comments() {
    let room = COMMENTS_MAX as usize - "\n\nReference: TD-7K3M9Q2XAB".len();
    for kind in Kind::ALL {
        let fits = Draft::least(kind).answer(Field::Comments, long(Field::Comments, room));
        assert_eq!(fits.parts()[0].comments.chars().count(), COMMENTS_MAX as usize);
        let over = Draft::least(kind).answer(Field::Comments, long(Field::Comments, room + 1));
        let found = over.problems().remove(0);
        assert_eq!((found.code, found.report_field), (Code::CommentsTooLong, Some(Field::Comments)));
        assert_eq!((found.count, found.limit), (Some(COMMENTS_MAX + 1), Some(COMMENTS_MAX)));
        assert_eq!(written(over.ground()), None);
    }
}

#[test]
fn a_country_has_two_letters() {
    for (text, good) in
        [("CH", true), ("ch", true), ("CHE", false), ("C", false), ("C1", false), ("Switzerland", false)]
    {
        let draft = Draft::least(Kind::Threat).answer(Field::ReportedCountry, text);
        let expected: &[Code] = if good { &[] } else { &[Code::CountryUnreadable] };
        assert_eq!(draft.about(Field::ReportedCountry), expected, "{text}");
        assert_eq!(written(draft.ground()).is_some(), good);
    }
}

#[test]
fn an_email_address_is_one() {
    for text in ["jo", "jo@acme", "jo@acme.example,kim@acme.example", "Jo <jo@acme.example>"] {
        let draft = Draft::least(Kind::Threat).answer(Field::Email, text);
        assert_eq!(draft.about(Field::Email), [Code::FieldEmailUnreadable], "{text}");
        assert_eq!(written(draft.ground()), None);
    }
}

#[test]
fn a_signature_is_the_name_to_the_letter() {
    let draft = Draft::least(Kind::Dmca).answer(Field::Signature, "jo example");
    assert_eq!(draft.about(Field::Signature), [Code::SignatureDiffers]);
    assert_eq!(written(draft.ground()), None);
}

fn network(field: Field, text: &str) -> Vec<Code> {
    let draft = Draft::least(Kind::General).answer(field, text);
    assert_eq!(draft.parts().is_empty(), !draft.problems().is_empty());
    draft.about(field)
}

#[test]
fn lists_of_ip_addresses_are_read_item_by_item() {
    for field in [Field::SourceIps, Field::DestinationIps] {
        let many = |count| (0..count).map(|at| format!("192.0.2.{at}")).collect::<Vec<_>>().join("\n");
        assert_eq!(network(field, &many(30)), []);
        assert_eq!(network(field, &many(31)), [Code::TooManyItems]);
        assert_eq!(network(field, "192[.]0[.]2[.]1, 2001:db8::1"), []);
        assert_eq!(network(field, "192.0.2.1\n192.0.2.1"), [Code::ItemTwice]);
        assert_eq!(network(field, "192.0.2.0/24"), [Code::ItemUnreadable]);
    }
}

#[test]
fn lists_of_ports_are_read_item_by_item() {
    let many = |count| (1..=count).map(|port| format!("{port}/TCP")).collect::<Vec<_>>().join(", ");
    assert_eq!(network(Field::PortsProtocols, &many(30)), []);
    assert_eq!(network(Field::PortsProtocols, &many(31)), [Code::TooManyItems]);
    assert_eq!(network(Field::PortsProtocols, "80/TCP\n80/tcp"), [Code::ItemTwice]);
    for item in ["80", "http", "0/TCP", "70000/TCP", "80/", "+80/TCP", "80/T CP"] {
        assert_eq!(network(Field::PortsProtocols, item), [Code::ItemUnreadable], "{item}");
    }
    let long = format!("80/{}", "x".repeat(98));
    assert_eq!(network(Field::PortsProtocols, &long), [Code::ItemUnreadable]);
}

#[test]
fn pieces_of_registration_data_are_known_and_named_once() {
    let about =
        |text: &str| Draft::least(Kind::RegistrarWhois).answer(Field::WhoisElements, text).about(Field::WhoisElements);
    assert_eq!(about("registrant_name registrant_name"), [Code::ItemTwice]);
    assert_eq!(about("registrant_name shoe_size"), [Code::ItemUnreadable]);
    let rule = rules(Kind::RegistrarWhois).find(|rule| rule.field == Field::WhoisElements).unwrap();
    let all: Vec<_> = rule.choices.iter().map(word).collect();
    assert_eq!(all.len() as u32, rule.most);
    assert_eq!(about(&all.join(" ")), []);
}

proptest! {
    /// Where the check lets something through that the client refuses, a person would see neither a report nor a reason.
    #[test]
    fn what_the_check_lets_through_the_client_can_write(
        kind in prop::sample::select(Kind::ALL.to_vec()),
        changed in prop::collection::vec((0_usize..40, prop::option::of("\\PC{0,30}")), 0..4),
        more in prop::option::of("\\PC{0,40}"),
    ) {
        let fields: Vec<_> = rules(kind).collect();
        let mut draft = Draft::full(kind);
        for (at, text) in changed {
            let rule = fields[at % fields.len()];
            draft = draft.answer(rule.field, text.unwrap_or_else(|| sample(rule)));
        }
        draft = draft.more(more.unwrap_or_default());
        let passes = draft.problems().is_empty();
        prop_assert!(!passes || written(draft.ground()).is_some(), "{:?}", draft.fields);
    }
}
