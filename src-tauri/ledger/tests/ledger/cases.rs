//! The list of cases: found by its words, walked page by page.

use std::collections::BTreeSet;

use domain::Moment;
use ledger::{Bucket, BucketCounts, CaseNews, CaseQuery, Draft};

use crate::support::{Bed, NOW, event, seconds, standing};

fn described(bed: &Bed, search: &str, at: Moment) -> Draft {
    let draft = bed.draft();
    let news = CaseNews { typed: search, search, ..CaseNews::default() };
    bed.ledger.describe_case(&draft.case_id, &news, Some(at)).unwrap();
    draft
}

fn found(bed: &Bed, words: &[&str]) -> Vec<String> {
    let query = CaseQuery { words: words.iter().map(|&w| w.to_owned()).collect(), most: 50, ..CaseQuery::default() };
    let mut typed: Vec<_> = bed.ledger.cases(&query).unwrap().into_iter().map(|case| case.typed).collect();
    typed.sort();
    typed
}

#[test]
fn a_search_means_the_very_characters_that_were_typed() {
    let bed = Bed::new();
    for text in ["100% safe", "1000 safe", "a_b.example", "axb.example", "back\\slash", "MÜNCHEN Bank"] {
        described(&bed, text, NOW);
    }
    assert_eq!(found(&bed, &["100%"]), ["100% safe"]);
    assert_eq!(found(&bed, &["a_b"]), ["a_b.example"]);
    assert_eq!(found(&bed, &["\\"]), ["back\\slash"]);
    assert_eq!(found(&bed, &["münchen"]), ["MÜNCHEN Bank"]);
    assert_eq!(found(&bed, &["BANK", "mün"]), ["MÜNCHEN Bank"], "all words, in any order");
    assert_eq!(found(&bed, &["bank", "safe"]), [""; 0]);
    assert_eq!(found(&bed, &["'; DROP TABLE case_file; --"]), [""; 0]);
    assert_eq!(found(&bed, &[]).len(), 6);
}

#[test]
fn pages_walk_all_cases_without_a_gap_or_a_double() {
    let bed = Bed::quick();
    // Many share their time: the id has to tell them apart.
    let made: BTreeSet<_> =
        (0..250).map(|n| described(&bed, "case", seconds(n / 40)).case_id.as_str().to_owned()).collect();
    let mut walked = Vec::new();
    let mut after = None;
    loop {
        let query = CaseQuery { most: 100, after: after.clone(), ..CaseQuery::default() };
        let page = bed.ledger.cases(&query).unwrap();
        let Some(last) = page.last() else { break };
        after = Some((last.news_at, last.id.clone()));
        walked.extend(page.iter().map(|case| (case.news_at, case.id.as_str().to_owned())));
    }
    assert!(walked.windows(2).all(|pair| pair[0] > pair[1]), "newest first");
    assert_eq!(walked.len(), 250);
    assert_eq!(walked.into_iter().map(|(_, id)| id).collect::<BTreeSet<_>>(), made);
}

#[test]
fn counts_are_of_the_same_search_as_the_rows() {
    let bed = Bed::new();
    for (bucket, status) in [
        (Bucket::Waiting, "sending"),
        (Bucket::NeedsYou, "unsure"),
        (Bucket::NeedsYou, "not_sent"),
        (Bucket::Done, "closed"),
    ] {
        let draft = described(&bed, "wanted", NOW);
        let sent = bed.confirm(&draft, Some(NOW)).unwrap();
        bed.ledger.record_news(&sent, &standing(bucket, status), Some("[]"), NOW, &[]).unwrap();
    }
    described(&bed, "wanted", NOW);
    described(&bed, "other", NOW);
    let query = CaseQuery { words: vec!["wanted".into()], most: 50, ..CaseQuery::default() };
    let counts = bed.ledger.count_cases(&query).unwrap();
    assert_eq!(counts, BucketCounts { draft: 1, waiting: 1, needs_you: 2, done: 1 });
    assert_eq!(counts.all(), 5);
    let only = CaseQuery { bucket: Some(Bucket::NeedsYou), ..query };
    assert_eq!(bed.ledger.cases(&only).unwrap().len(), 2);
}

#[test]
fn only_cases_with_news_since_then_are_listed() {
    let bed = Bed::new();
    described(&bed, "old", NOW);
    described(&bed, "new", seconds(100));
    let query = CaseQuery { since: Some(seconds(50)), most: 50, ..CaseQuery::default() };
    assert_eq!(bed.ledger.cases(&query).unwrap().len(), 1);
    assert_eq!(bed.ledger.count_cases(&query).unwrap().all(), 1);
}

#[test]
fn a_deleted_draft_takes_its_case_out_of_the_list_and_back() {
    let bed = Bed::new();
    let draft = described(&bed, "case", NOW);
    bed.ledger.mark_draft_deleted(&draft.id, Some(NOW)).unwrap();
    assert!(found(&bed, &[]).is_empty());
    bed.ledger.mark_draft_deleted(&draft.id, None).unwrap();
    assert_eq!(found(&bed, &[]), ["case"]);
}

#[test]
fn news_and_history_come_together() {
    let bed = Bed::new();
    let draft = bed.draft();
    let mut said = event("service_said");
    said.at = seconds(5);
    let raw = ledger::Standing { denial: None, raw_status: Some("new_word"), ..standing(Bucket::Waiting, "other") };
    let sent = bed.confirm(&draft, Some(NOW)).unwrap();
    bed.ledger.record_news(&sent, &raw, Some("[]"), seconds(9), &[said]).unwrap();
    let case = bed.ledger.case(&draft.case_id).unwrap();
    assert_eq!(
        (case.raw_status.as_deref(), case.refreshed_at, case.news_at),
        (Some("new_word"), Some(seconds(9)), seconds(5))
    );
    assert_eq!(bed.ledger.last_refresh().unwrap(), Some(seconds(9)));
    assert_eq!(bed.ledger.count_events("service_said").unwrap(), 1);
}
