//! What the app fills in by itself, so that nothing that a person types makes it wrong. PhishFort's three are shown in
//! its client's own tests, since its requests have no other writer.

use super::{CantHappen, refusals};
use crate::contract::{ReportField as Field, ReportKind as Kind};
use crate::filing::tests::support::Draft;
use crate::tables::rule;

#[test]
fn nothing_else_is_said_to_be_impossible() {
    let names: Vec<_> = refusals().into_iter().filter(|row| row.check == CantHappen).map(|row| row.name).collect();
    let expected = [
        "BadActError",
        "UnexpectedActError",
        "DiffEmailError",
        "InvalidNotifyError",
        "domain_not_as_subject",
        "comment_not_null",
        "media_types",
    ];
    assert_eq!(names, expected);
}

#[test]
fn path_and_body_name_one_type() {
    for kind in Kind::ALL {
        let part = Draft::least(kind).parts().remove(0);
        assert_eq!(part.prepared.kind.act(), rule(kind).act);
        assert!(part.prepared.body.starts_with(&format!("{{\"act\":\"{}\"", rule(kind).act)));
    }
}

#[test]
fn both_e_mail_addresses_are_one() {
    for kind in Kind::ALL {
        let draft = Draft::full(kind).answer(Field::Email, "kim+desk@acme.example");
        assert_eq!(draft.sent("email").as_deref(), Some("kim+desk@acme.example"));
        assert_eq!(draft.sent("email2"), draft.sent("email"));
    }
}

#[test]
fn no_other_notification_than_those_of_its_kind_is_ever_sent() {
    for kind in Kind::ALL {
        for told in [Field::HostNotification, Field::OwnerNotification, Field::NcmecNotification] {
            let there = rule(kind).fields.iter().find(|rule| rule.field == told);
            for answer in ["send", "send_anon", "none", "send-anon", "SEND", "yes", ""] {
                let parts = Draft::least(kind).answer(told, answer).parts();
                let lawful = there.is_none_or(|rule| rule.choices.iter().any(|one| crate::words::word(one) == answer));
                assert_eq!(!parts.is_empty(), lawful, "{kind:?} {told:?} {answer}");
            }
        }
    }
}
