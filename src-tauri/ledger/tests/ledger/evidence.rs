//! Evidence: the bytes in their store, the rows of a case.

use std::fs;
use std::io::{self, Read};

use domain::{DraftId, EvidenceId};
use ledger::{NewEvidence, Stored, sha256_of};

use crate::support::{Bed, NOW, fresh};

fn keep(bed: &Bed, bytes: &[u8]) -> Stored {
    bed.ledger.evidence_store().keep(&mut &bytes[..], &fresh()).unwrap()
}

fn files(bed: &Bed) -> usize {
    fs::read_dir(bed.path("evidence")).unwrap().count()
}

#[test]
fn the_same_bytes_are_kept_once_under_their_hash() {
    let bed = Bed::new();
    let first = keep(&bed, b"evidence");
    assert_eq!(keep(&bed, b"evidence"), first);
    assert_eq!(first, Stored { sha256: sha256_of("evidence"), size_bytes: 8 });
    assert_eq!(files(&bed), 1);
    assert_eq!(fs::read(bed.ledger.evidence_store().path(&first.sha256)).unwrap(), b"evidence");
}

#[test]
fn a_change_of_kept_bytes_is_noticed() {
    let bed = Bed::new();
    let kept = keep(&bed, b"evidence");
    let store = bed.ledger.evidence_store();
    assert!(store.is_whole(&kept.sha256).unwrap());
    let path = store.path(&kept.sha256);
    fs::remove_file(&path).unwrap();
    assert!(!store.is_whole(&kept.sha256).unwrap(), "gone");
    fs::write(&path, b"evidencE").unwrap();
    assert!(!store.is_whole(&kept.sha256).unwrap(), "changed");
}

#[test]
fn adding_the_file_again_heals_a_damaged_copy() {
    let bed = Bed::new();
    let kept = keep(&bed, b"evidence");
    let path = bed.ledger.evidence_store().path(&kept.sha256);
    fs::remove_file(&path).unwrap();
    fs::write(&path, b"damaged").unwrap();
    assert_eq!(keep(&bed, b"evidence"), kept);
    assert!(bed.ledger.evidence_store().is_whole(&kept.sha256).unwrap());
    assert_eq!(files(&bed), 1);
}

#[cfg(unix)]
#[test]
fn kept_bytes_are_read_only() {
    let bed = Bed::new();
    let kept = keep(&bed, b"evidence");
    assert!(fs::metadata(bed.ledger.evidence_store().path(&kept.sha256)).unwrap().permissions().readonly());
}

#[test]
fn what_a_killed_copy_left_is_removed_at_the_next_start() {
    let bed = Bed::new();
    keep(&bed, b"evidence");
    fs::write(bed.path("evidence").join(format!("{}.unfinished", fresh())), b"half").unwrap();
    let bed = bed.killed();
    assert_eq!(files(&bed), 1);
}

#[test]
fn a_source_that_fails_leaves_nothing_behind() {
    struct Fails(u8);
    impl Read for Fails {
        fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
            self.0 += 1;
            if self.0 > 2 {
                Err(io::Error::other("the disk went away"))
            } else {
                into[0] = 1;
                Ok(1)
            }
        }
    }
    let bed = Bed::new();
    assert!(bed.ledger.evidence_store().keep(&mut Fails(0), &fresh()).is_err());
    assert_eq!(files(&bed), 0);
}

#[test]
fn no_name_leads_out_of_the_store() {
    let bed = Bed::new();
    let store = bed.ledger.evidence_store();
    for name in ["../../etc/passwd", "/etc/passwd", "..", "a/../../b", "C:\\x", "\u{0}"] {
        let path = store.path(name);
        assert!(path.starts_with(bed.path("evidence")), "{name}");
        assert!(!path.to_string_lossy().contains(".."), "{name}");
    }
}

pub(crate) fn row(draft_id: &DraftId, bytes: &str) -> NewEvidence {
    NewEvidence {
        id: EvidenceId::parse(&fresh()).unwrap(),
        draft_id: draft_id.clone(),
        name: bytes.into(),
        sha256: sha256_of(bytes),
        size_bytes: bytes.len() as u64,
        kind: "text".into(),
        media_type: "text/plain".into(),
        problem: None,
        send: true,
        added_at: NOW,
    }
}

#[test]
fn a_case_holds_the_same_bytes_once_and_again_after_they_were_removed() {
    let bed = Bed::new();
    let draft = bed.draft().id;
    let first = row(&draft, "one");
    assert!(bed.ledger.add_evidence(&first).unwrap());
    assert!(!bed.ledger.add_evidence(&row(&draft, "one")).unwrap());
    assert!(bed.ledger.add_evidence(&row(&bed.draft().id, "one")).unwrap(), "another case may");
    bed.ledger.remove_evidence(&first.id, NOW).unwrap();
    assert!(bed.ledger.add_evidence(&row(&draft, "one")).unwrap());
    assert_eq!(bed.ledger.evidence(&first.id).unwrap().name, "one", "the removed row stays");
}

#[test]
fn nothing_joins_a_draft_that_was_confirmed_or_deleted() {
    let bed = Bed::new();
    let sent = bed.queued().draft_id;
    assert!(matches!(bed.ledger.add_evidence(&row(&sent, "late")), Err(ledger::LedgerError::Stale)));
    let deleted = bed.draft().id;
    bed.ledger.mark_draft_deleted(&deleted, Some(NOW)).unwrap();
    assert!(matches!(bed.ledger.add_evidence(&row(&deleted, "late")), Err(ledger::LedgerError::Stale)));
}

#[test]
fn evidence_keeps_its_order_name_and_mark() {
    let bed = Bed::new();
    let draft = bed.draft();
    let rows: Vec<_> = ["a", "b", "c"].iter().map(|bytes| row(&draft.id, bytes)).collect();
    rows.iter().for_each(|row| assert!(bed.ledger.add_evidence(row).unwrap()));
    let order = [rows[2].id.clone(), rows[0].id.clone(), rows[1].id.clone()];
    bed.ledger.order_evidence(&order).unwrap();
    bed.ledger.rename_evidence(&rows[0].id, "renamed").unwrap();
    bed.ledger.mark_evidence(&rows[1].id, false).unwrap();
    let bed = bed.killed();
    let read = bed.ledger.evidence_of(&draft.case_id).unwrap();
    let seen: Vec<_> = read.iter().map(|one| (one.name.as_str(), one.send)).collect();
    assert_eq!(seen, [("c", true), ("renamed", true), ("b", false)]);
}

#[test]
fn nothing_is_changed_about_evidence_that_is_not_there() {
    let bed = Bed::new();
    let nobody = EvidenceId::parse(&fresh()).unwrap();
    assert!(matches!(bed.ledger.rename_evidence(&nobody, "x"), Err(ledger::LedgerError::NotFound)));
    assert!(matches!(bed.ledger.evidence(&nobody), Err(ledger::LedgerError::NotFound)));
}
