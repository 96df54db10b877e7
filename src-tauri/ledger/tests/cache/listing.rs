//! The list of filed reports: found by its words, walked page by page, by an index.

use std::collections::BTreeSet;

use ledger::{FiledCounts, FiledQuery, FiledRow, FiledStatus};

use crate::support::{Bed, NOW, row, seconds};

/// 5,000 reports of a busy year.
fn busy_year() -> Bed {
    let bed = Bed::new();
    let rows: Vec<_> = (0..5000)
        .map(|n| {
            let raw_status = ["submitted", "accepted", "denied", "a_new_word"][n % 4].into();
            // Many share their time: the id has to tell them apart.
            FiledRow { raw_status, ..row(&format!("r{n:04}"), &format!("site-{n}.example"), n as i64 / 40) }
        })
        .collect();
    for page in rows.chunks(100) {
        bed.keep(page, NOW).unwrap();
    }
    bed
}

#[test]
fn pages_walk_all_reports_without_a_gap_or_a_double() {
    let bed = busy_year();
    for (status, expected) in [(None, 5000), (Some(FiledStatus::Denied), 1250), (Some(FiledStatus::Other), 1250)] {
        let mut walked = Vec::new();
        let mut after = None;
        loop {
            let query = FiledQuery { status, after: after.clone(), most: 100, ..FiledQuery::default() };
            let page = bed.cache.filed(&query).unwrap();
            let Some(last) = page.last() else { break };
            after = Some((last.shown_at, last.id.clone()));
            assert!(
                page.iter().all(|report| status.is_none_or(|wanted| FiledStatus::of(&report.raw_status) == wanted))
            );
            walked.extend(page.into_iter().map(|report| (report.shown_at, report.id)));
        }
        assert!(walked.windows(2).all(|pair| pair[0] > pair[1]), "newest first");
        assert_eq!(walked.len(), expected, "{status:?}");
        assert_eq!(walked.into_iter().map(|(_, id)| id).collect::<BTreeSet<_>>().len(), expected);
    }
}

#[test]
fn counts_are_of_the_same_search_as_the_rows() {
    let bed = busy_year();
    let all = bed.cache.count_filed(&[]).unwrap();
    assert_eq!(all, FiledCounts { submitted: 1250, accepted: 1250, denied: 1250, other: 1250 });
    assert_eq!(all.all(), 5000);
    let words = vec!["site-12.".to_owned()];
    assert_eq!(bed.cache.count_filed(&words).unwrap(), FiledCounts { submitted: 1, ..FiledCounts::default() });
    assert_eq!(bed.found(&["site-12."]), ["r0012"]);
}

#[test]
fn a_search_means_the_very_characters_that_were_typed() {
    let bed = Bed::new();
    let domains = ["100%.example", "1000.example", "a_b.example", "axb.example", "back\\slash", "MÜNCHEN.example"];
    for (n, domain) in (0..).zip(domains) {
        bed.keep(&[row(&format!("Id-{n}"), domain, n)], NOW).unwrap();
    }
    assert_eq!(bed.found(&["100%"]), ["Id-0"]);
    assert_eq!(bed.found(&["a_b"]), ["Id-2"]);
    assert_eq!(bed.found(&["\\"]), ["Id-4"]);
    assert_eq!(bed.found(&["münchen", "ID-5"]), ["Id-5"], "all words, in any order, large or small");
    assert_eq!(bed.found(&["münchen", "axb"]), [""; 0]);
    assert_eq!(bed.found(&["'; DROP TABLE filed_report; --"]), [""; 0]);
    assert_eq!(bed.found(&["%"]), ["Id-0"]);
    assert_eq!(bed.found(&[]).len(), 6);
}

#[test]
fn a_report_is_found_by_its_number_category_and_further_words() {
    let bed = Bed::new();
    let rows = [
        FiledRow { words: "phishing Malware".into(), ..row("ab12", "one.example", 1) },
        FiledRow { raw_type: "TM".into(), words: "trademark".into(), ..row("cd34", "two.example", 2) },
    ];
    bed.keep(&rows, NOW).unwrap();
    assert_eq!(bed.found(&["AB12"]), ["ab12"]);
    assert_eq!(bed.found(&["tm"]), ["cd34"]);
    assert_eq!(bed.found(&["malware"]), ["ab12"]);
}

#[test]
fn a_report_without_a_time_stands_where_we_first_heard_of_it() {
    let bed = Bed::new();
    let timeless = FiledRow { cdate: None, ..row("timeless", "evil.example", 0) };
    let rows = [row("older", "evil.example", 100), timeless.clone(), row("newer", "evil.example", 10)];
    bed.keep(&rows, seconds(-50)).unwrap();
    assert_eq!(bed.found(&[]), ["newer", "timeless", "older"]);
    bed.keep(&[FiledRow { raw_status: "denied".into(), ..timeless }], NOW).unwrap();
    assert_eq!(bed.found(&[]), ["newer", "timeless", "older"], "news do not move it");
}

#[test]
fn lists_don_t_carry_what_was_read() {
    let bed = Bed::new();
    bed.keep_detail(&row("r1", "one.example", 1), "{}", NOW).unwrap();
    let listed = bed.cache.filed(&FiledQuery { most: 9, ..FiledQuery::default() }).unwrap();
    assert_eq!((listed[0].read_at, listed[0].detail_json.as_deref()), (Some(NOW), None));
}
