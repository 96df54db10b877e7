//! What pieces of evidence say, once they were read.

use domain::EvidenceId;
use ledger::{Facts, LedgerError};

use crate::evidence::row;
use crate::support::{Bed, NOW, fresh, seconds};

#[test]
fn readings_come_in_the_order_of_the_evidence_and_go_with_it() {
    let bed = Bed::new();
    let draft = bed.draft();
    let (first, second) = (row(&draft.id, "first"), row(&draft.id, "second"));
    bed.ledger.add_evidence(&first).unwrap();
    bed.ledger.add_evidence(&second).unwrap();
    bed.ledger.keep_reading(&second.id, &Facts::Json(r#"{"subject":"x"}"#.into()), NOW).unwrap();
    bed.ledger.keep_reading(&first.id, &Facts::Unread("damaged".into()), NOW).unwrap();

    let kept = bed.ledger.readings_of(&draft.case_id).unwrap();
    assert_eq!(kept.iter().map(|one| &one.evidence_id).collect::<Vec<_>>(), [&first.id, &second.id]);
    assert_eq!(kept[0].facts, Facts::Unread("damaged".into()));
    assert_eq!(kept[1].facts, Facts::Json(r#"{"subject":"x"}"#.into()));

    bed.ledger.remove_evidence(&first.id, NOW).unwrap();
    let kept = bed.ledger.readings_of(&draft.case_id).unwrap();
    assert_eq!(kept.iter().map(|one| &one.evidence_id).collect::<Vec<_>>(), [&second.id]);
}

#[test]
fn a_newer_reading_of_the_same_file_replaces_the_older() {
    let bed = Bed::new();
    let draft = bed.draft();
    let one = row(&draft.id, "a mail");
    bed.ledger.add_evidence(&one).unwrap();
    bed.ledger.keep_reading(&one.id, &Facts::Unread("too_long".into()), NOW).unwrap();
    bed.ledger.keep_reading(&one.id, &Facts::Json("{}".into()), seconds(5)).unwrap();
    let kept = bed.ledger.readings_of(&draft.case_id).unwrap();
    assert_eq!(kept.iter().map(|one| one.facts.clone()).collect::<Vec<_>>(), [Facts::Json("{}".into())]);
}

#[test]
fn nothing_is_kept_about_a_file_that_is_not_there() {
    let bed = Bed::new();
    let nobody = EvidenceId::parse(&fresh()).unwrap();
    let kept = bed.ledger.keep_reading(&nobody, &Facts::Json("{}".into()), NOW);
    assert!(matches!(kept, Err(LedgerError::Forbidden(_))), "{kept:?}");
}
