use std::{
    collections::{BTreeMap, BTreeSet},
    time::{Duration, Instant},
};

use practice::Options;

use crate::support::{options, started, started_with};

#[tokio::test]
async fn a_world_in_bulk_has_exactly_the_numbers_that_were_asked_for_and_is_uneven() {
    for (reports, mitigations) in [(1, 7), (7, 0), (13, 100), (500, 10_000)] {
        let it = started().await;
        it.cloudflare().seed_many(reports, mitigations);
        let all = it.cloudflare().received();
        let counts: Vec<usize> = all.iter().map(|one| one.mitigations.len()).collect();
        assert_eq!((counts.len(), counts.iter().sum::<usize>()), (reports, mitigations));
        let ids: BTreeSet<_> = all.iter().map(|one| &one.id).collect();
        let of_mitigations: BTreeSet<_> = all.iter().flat_map(|one| &one.mitigations).map(|one| &one.id).collect();
        assert_eq!((ids.len(), of_mitigations.len()), (reports, mitigations), "no id comes twice");
        if reports == 500 {
            assert_eq!((counts.iter().min(), counts.iter().max()), (Some(&5), Some(&45)));
        }
    }
}

#[tokio::test]
async fn it_is_the_same_each_time_and_a_second_one_adds_to_the_first() {
    let ids = |it: &crate::support::Started| {
        it.cloudflare().received().into_iter().map(|one| (one.id, one.domain)).collect::<Vec<_>>()
    };
    let (one, other) = (started().await, started().await);
    one.cloudflare().seed_many(20, 50);
    other.cloudflare().seed_many(20, 50);
    assert_eq!(ids(&one), ids(&other));
    one.cloudflare().seed_many(5, 5);
    let all: BTreeSet<_> = ids(&one).into_iter().collect();
    assert_eq!(all.len(), 25);
}

#[tokio::test]
async fn so_many_change_each_in_another_report_and_the_summaries_with_them() {
    let it = started().await;
    it.cloudflare().seed_many(50, 1000);
    let before = it.cloudflare().received();
    let changed = it.cloudflare().change_some(10);
    let reports: BTreeSet<_> = changed.iter().map(|(report, _)| report.clone()).collect();
    assert_eq!((changed.len(), reports.len()), (10, 10));
    let differ: BTreeMap<_, _> = before
        .into_iter()
        .zip(it.cloudflare().received())
        .filter(|(was, is)| was != is)
        .map(|(was, is)| {
            let open = |one: &practice::CfReceived| {
                one.mitigations.iter().filter(|one| !["removed", "cancelled"].contains(&one.status.as_str())).count()
            };
            (is.id.clone(), open(&was) - open(&is))
        })
        .collect();
    assert!(differ.keys().eq(reports.iter()) && differ.values().all(|fewer| *fewer == 1));
    let next = it.cloudflare().change_some(10);
    assert!(next.iter().all(|(report, _)| !reports.contains(report)), "the next ones are others");
    assert_eq!(it.cloudflare().change_some(5000).len() + 20, 750, "then there are none left");
}

#[tokio::test]
async fn it_is_not_written_to_the_file_and_the_rest_is() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("practice.json");
    let it = started_with(Options { kept_in: Some(file.clone()), ..options() }).await;
    it.cloudflare().seed_many(500, 10_000);
    let id = it.cloudflare().next_site(practice::CfSiteStep::NewBlock).unwrap().report.unwrap();
    it.cloudflare().change_some(3);
    let kept = std::fs::read_to_string(&file).unwrap();
    assert!(kept.len() < 10_000 && kept.contains(&id), "{}", kept.len());
}

#[tokio::test]
async fn a_hundred_thousand_are_there_at_once_and_a_page_of_them_is_quick() {
    let it = started().await;
    it.set(|switches| switches.ratelimit_quota = u32::MAX);
    let begun = Instant::now();
    it.cloudflare().seed_many(5000, 100_000);
    for page in 1..=50 {
        assert_eq!(it.sites(&format!("?page={page}&per_page=100")).await.0, 200);
    }
    // Ample for a debug build on a busy machine: what it must not be is a copy of the world for each page.
    assert!(begun.elapsed() < Duration::from_secs(30), "{:?}", begun.elapsed());
}

#[tokio::test]
async fn requests_are_counted_by_their_target_beyond_those_that_are_remembered() {
    let it = started().await;
    it.cloudflare().seed_many(3, 3);
    for path in ["", "?page=2", "", "?page=2&per_page=5"] {
        it.sites(path).await;
    }
    let counts = it.cloudflare().request_counts();
    let of = |query: &str| counts[&format!("GET /client/v4/accounts/{}/abuse-reports{query}", practice::ACCOUNT_ID)];
    assert_eq!((of(""), of("?page=2"), of("?page=2&per_page=5"), counts.len()), (2, 1, 1, 3));
    it.cloudflare().until_requests(4).await;
    it.phishfort().reset();
    assert!(it.cloudflare().request_counts().is_empty());
}
