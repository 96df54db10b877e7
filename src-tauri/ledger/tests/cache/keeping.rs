//! Rows are written when they say something new, and what was read of a report stays with it.

use ledger::{FiledRow, LedgerError};

use crate::support::{Bed, NOW, row, seconds};

#[test]
fn only_what_is_new_or_changed_is_written_and_counted() {
    let bed = Bed::new();
    let mut rows = vec![row("r1", "one.example", 1), row("r2", "two.example", 2), row("r3", "three.example", 3)];
    assert_eq!(bed.keep(&rows, NOW).unwrap(), 3);
    assert_eq!(bed.keep(&rows, seconds(60)).unwrap(), 0);
    rows[1].raw_status = "denied".into();
    rows[1].raw_denial = Some("no_abuse_found".into());
    assert_eq!(bed.keep(&rows, seconds(120)).unwrap(), 1);
    let changed = bed.cache.filed_report("r2").unwrap().unwrap();
    assert_eq!((changed.raw_status.as_str(), changed.raw_denial.as_deref()), ("denied", Some("no_abuse_found")));
    assert_eq!(changed.listed_at, NOW, "where we first heard of it");
}

#[test]
fn every_column_of_a_row_can_change_and_be_taken_back() {
    let bed = Bed::new();
    let plain = row("r1", "one.example", 1);
    let changes = [
        FiledRow { cdate: None, ..plain.clone() },
        FiledRow { cdate: Some(NOW), ..plain.clone() },
        FiledRow { domain: "other.example".into(), ..plain.clone() },
        FiledRow { raw_type: "TM".into(), ..plain.clone() },
        FiledRow { raw_status: "a_new_word".into(), ..plain.clone() },
        FiledRow { raw_denial: Some("a_new_reason".into()), ..plain.clone() },
        FiledRow { words: "phishing".into(), ..plain.clone() },
    ];
    for changed in changes {
        bed.keep(std::slice::from_ref(&plain), NOW).unwrap();
        assert_eq!(bed.keep(std::slice::from_ref(&changed), NOW).unwrap(), 1, "{changed:?}");
        let kept = bed.cache.filed_report("r1").unwrap().unwrap();
        assert_eq!(
            (kept.cdate, kept.domain, kept.raw_type, kept.raw_status, kept.raw_denial),
            (changed.cdate, changed.domain, changed.raw_type, changed.raw_status, changed.raw_denial)
        );
    }
}

#[test]
fn a_sender_that_a_page_leaves_out_is_not_forgotten() {
    let bed = Bed::new();
    let named = FiledRow { submitter_email: Some("desk@acme.example".into()), ..row("r1", "one.example", 1) };
    bed.keep(&[named], NOW).unwrap();
    assert_eq!(bed.keep(&[row("r1", "one.example", 1)], NOW).unwrap(), 0);
    let kept = bed.cache.filed_report("r1").unwrap().unwrap();
    assert_eq!(kept.submitter_email.as_deref(), Some("desk@acme.example"));
}

#[test]
fn a_row_that_stands_twice_on_a_page_counts_once() {
    let bed = Bed::new();
    let twice = [row("r1", "one.example", 1), row("r1", "one.example", 1)];
    assert_eq!(bed.keep(&twice, NOW).unwrap(), 1);
}

#[test]
fn what_was_read_stays_when_the_list_comes_again() {
    let bed = Bed::new();
    let listed = row("r1", "one.example", 1);
    bed.keep(std::slice::from_ref(&listed), NOW).unwrap();
    assert!(!bed.keep_detail(&listed, r#"{"n":1}"#, seconds(5)).unwrap(), "the row is as it was");
    bed.cache.keep_filed_emails("r1", r#"[{"n":2}]"#).unwrap();
    let denied = FiledRow { raw_status: "denied".into(), ..listed };
    bed.keep(std::slice::from_ref(&denied), seconds(9)).unwrap();
    let kept = bed.cache.filed_report("r1").unwrap().unwrap();
    assert_eq!((kept.detail_json.as_deref(), kept.emails_json.as_deref()), (Some(r#"{"n":1}"#), Some(r#"[{"n":2}]"#)));
    assert_eq!((kept.read_at, kept.raw_status.as_str()), (Some(seconds(5)), "denied"));
    assert!(!bed.keep_detail(&denied, "{}", seconds(10)).unwrap());
    assert!(bed.cache.filed_report("r1").unwrap().unwrap().emails_json.is_some(), "reading it again keeps its mails");
}

#[test]
fn a_report_can_be_read_before_any_list_told_of_it() {
    let bed = Bed::new();
    assert!(bed.keep_detail(&row("r1", "one.example", 1), "{}", NOW).unwrap());
    assert_eq!(bed.found(&[]), ["r1"]);
    assert!(matches!(bed.cache.keep_filed_emails("r2", "[]"), Err(LedgerError::NotFound)));
    assert!(bed.cache.filed_report("r2").unwrap().is_none());
}

#[test]
fn hostile_text_is_kept_as_it_came() {
    let bed = Bed::new();
    for text in
        ["'; DROP TABLE filed_report; --", "<script>alert(1)</script>", "\u{202e}elpmaxe.live", "a\0b", "%_\\", ""]
    {
        let hostile = FiledRow {
            id: format!("id {text}"),
            cdate: Some(NOW),
            domain: text.into(),
            raw_type: text.into(),
            raw_status: text.into(),
            raw_denial: Some(text.into()),
            submitter_email: Some(text.into()),
            words: text.into(),
        };
        assert_eq!(bed.keep(std::slice::from_ref(&hostile), NOW).unwrap(), 1);
        assert_eq!(bed.keep(std::slice::from_ref(&hostile), NOW).unwrap(), 0, "{text:?}");
        bed.keep_detail(&hostile, text, NOW).unwrap();
        let kept = bed.cache.filed_report(&hostile.id).unwrap().unwrap();
        assert_eq!((kept.id, kept.domain, kept.raw_type), (hostile.id, text.to_owned(), text.to_owned()));
        assert_eq!((kept.raw_denial.as_deref(), kept.detail_json.as_deref()), (Some(text), Some(text)));
    }
    assert_eq!(bed.cache.count_filed(&[]).unwrap().other, 6);
}
