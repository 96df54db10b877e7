//! Files about our own sites: kept apart from the cases, frozen like them, and found by the block.

use ledger::{CaseQuery, LedgerError, Side, SubmissionBlock};

use crate::support::{Bed, NOW, SENDING, event, fresh};

const ACCOUNT: &str = "0123456789abcdef0123456789abcdef";

fn block(id: Option<&str>) -> SubmissionBlock {
    SubmissionBlock {
        account: ACCOUNT.into(),
        report_id: "report/1".into(),
        block_id: id.map(Into::into),
        reason: id.map(|_| "removed".into()),
    }
}

fn appeal(bed: &Bed) -> ledger::Draft {
    let draft = ledger::Draft {
        id: fresh().parse().unwrap(),
        case_id: fresh().parse().unwrap(),
        reference: "TD-7K3M9Q2XAB".into(),
        fields_json: "{}".into(),
        saved_at: NOW,
        sent_at: None,
        deleted_at: None,
    };
    bed.ledger.add_appeal(&draft, &event("draft_made")).unwrap();
    draft
}

fn confirm(bed: &Bed, draft: &ledger::Draft, blocks: Vec<SubmissionBlock>) -> Result<ledger::Submission, LedgerError> {
    let new = ledger::NewSubmission { blocks, ..bed.new_submission(draft, Some(NOW)) };
    let id = new.id.clone();
    bed.ledger.confirm(&draft.id, &[(new, event("confirmed"))], &SENDING, NOW)?;
    bed.ledger.submission(&id)
}

#[test]
fn no_list_of_cases_and_no_count_of_them_shows_an_appeal() {
    let bed = Bed::new();
    let case = bed.draft();
    let draft = appeal(&bed);
    confirm(&bed, &draft, vec![block(Some("m1"))]).unwrap();
    let all = CaseQuery { most: 100, ..CaseQuery::default() };
    let listed: Vec<_> = bed.ledger.cases(&all).unwrap().into_iter().map(|one| one.id).collect();
    assert_eq!(listed, std::slice::from_ref(&case.case_id));
    assert_eq!(bed.ledger.count_cases(&all).unwrap().all(), 1);
    assert_eq!(bed.ledger.side_of(&draft.id).unwrap(), Side::Sites);
    assert_eq!(bed.ledger.side_of(&case.id).unwrap(), Side::Cases);
}

#[test]
fn an_appeal_is_found_by_each_of_its_blocks_until_it_is_taken_back() {
    let bed = Bed::new();
    let draft = appeal(&bed);
    assert_eq!(bed.ledger.open_appeals().unwrap().len(), 1);
    let sent = confirm(&bed, &draft, vec![block(Some("m1")), block(Some("m2"))]).unwrap();
    assert!(bed.ledger.open_appeals().unwrap().is_empty(), "it is no draft any more");
    let about = |id| bed.ledger.appeals_about(ACCOUNT, "report/1", id).unwrap();
    assert_eq!(about(Some("m1"))[0].id, sent.id);
    assert_eq!(about(Some("m2"))[0].id, sent.id);
    assert!(about(Some("m3")).is_empty() && about(None).is_empty());
    assert_eq!(bed.ledger.blocks_of(&sent.id).unwrap(), [block(Some("m1")), block(Some("m2"))]);
    assert!(bed.take_back(&sent).unwrap());
    assert!(about(Some("m1")).is_empty());
    assert_eq!(bed.ledger.open_appeals().unwrap().len(), 1);
}

#[test]
fn an_appeal_of_a_whole_report_names_no_block() {
    let bed = Bed::new();
    let sent = confirm(&bed, &appeal(&bed), vec![block(None)]).unwrap();
    assert_eq!(bed.ledger.appeals_about(ACCOUNT, "report/1", None).unwrap()[0].id, sent.id);
}

#[test]
fn one_draft_is_one_appeal_however_often_it_is_confirmed() {
    let bed = Bed::new();
    let draft = appeal(&bed);
    confirm(&bed, &draft, vec![block(Some("m1"))]).unwrap();
    assert!(matches!(confirm(&bed, &draft, vec![block(Some("m1"))]), Err(LedgerError::Stale)));
    assert_eq!(bed.ledger.appeals_about(ACCOUNT, "report/1", Some("m1")).unwrap().len(), 1);
}

#[test]
fn the_blocks_of_an_appeal_never_change() {
    let bed = Bed::new();
    confirm(&bed, &appeal(&bed), vec![block(Some("m1"))]).unwrap();
    let sql = bed.sql();
    for change in ["UPDATE submission_block SET reason = 'misclassified'", "DELETE FROM submission_block"] {
        assert!(sql.execute(change, []).unwrap_err().to_string().contains("frozen"), "{change}");
    }
}

#[test]
fn while_a_request_about_a_block_is_on_its_way_there_is_no_second_whoever_asks() {
    let bed = Bed::new();
    let first = confirm(&bed, &appeal(&bed), vec![block(Some("m1"))]).unwrap();
    let again = appeal(&bed);
    let twice = confirm(&bed, &again, vec![block(Some("m2")), block(Some("m1"))]);
    assert!(matches!(twice, Err(LedgerError::Forbidden(_))), "{twice:?}");
    assert_eq!(bed.ledger.open_appeals().unwrap()[0].id, again.id, "nothing of it was confirmed");
    assert!(bed.take_back(&first).unwrap());
    confirm(&bed, &again, vec![block(Some("m2")), block(Some("m1"))]).unwrap();
    let whole = confirm(&bed, &appeal(&bed), vec![block(None)]);
    whole.unwrap();
    let whole = confirm(&bed, &appeal(&bed), vec![block(None)]);
    assert!(matches!(whole, Err(LedgerError::Forbidden(_))), "the whole report is asked once, too");
}

#[test]
fn a_refused_appeal_gives_its_place_to_the_next_about_the_same_report_and_to_nothing_else() {
    let bed = Bed::new();
    let of = |report: &str| {
        let draft = appeal(&bed);
        let new = ledger::NewSubmission {
            kind: "appeal".into(),
            target_key: format!("appeal:{ACCOUNT}:{report}"),
            blocks: vec![SubmissionBlock { report_id: report.into(), ..block(Some("m1")) }],
            ..bed.new_submission(&draft, Some(NOW))
        };
        let id = new.id.clone();
        bed.ledger.confirm(&draft.id, &[(new, event("confirmed"))], &SENDING, NOW).unwrap();
        bed.ledger.submission(&id).unwrap()
    };
    let refused = of("r1");
    let (attempt, sending) = bed.open(&refused).unwrap();
    bed.close(&sending, attempt, ledger::Outcome::Rejected);
    // A draft in the same file, as an Undo in part leaves one, is about another report.
    let rest = ledger::Draft { id: fresh().parse().unwrap(), case_id: refused.case_id.clone(), ..appeal(&bed) };
    bed.ledger.add_appeal(&rest, &event("draft_made")).unwrap();
    of("r2");
    assert!(!bed.ledger.is_superseded(&refused.id).unwrap());
    of("r1");
    assert!(bed.ledger.is_superseded(&refused.id).unwrap());
}
