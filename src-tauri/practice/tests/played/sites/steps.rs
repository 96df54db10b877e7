use practice::{CfReceivedSeed, CfSiteStep, PendingAppealed};
use serde_json::json;

use super::support::{asks, mitigation, one_of_each};
use crate::support::started;

#[tokio::test]
async fn a_new_report_comes_with_a_mitigation_that_starts_in_a_day_and_a_mail() {
    let it = started().await;
    let news = it.cloudflare().next_site(CfSiteStep::NewBlock).unwrap();
    let report = news.report.unwrap();
    assert_eq!((it.row_ids("").await, news.status.as_deref()), (report.clone(), Some("pending")));
    let shown = it.sites_result(&format!("/{report}/mitigations")).await["mitigations"][0].clone();
    assert_eq!(shown["id"], news.mitigations[0]);
    let begins: jiff::Timestamp = shown["effective_date"].as_str().unwrap().parse().unwrap();
    let in_minutes = begins.duration_since(it.cloudflare().now()).as_mins();
    assert!((1438..=1440).contains(&in_minutes), "{in_minutes}");
    assert_eq!(it.sites_result(&format!("/{report}/emails")).await["emails"].as_array().unwrap().len(), 1);
    let another = it.cloudflare().next_site(CfSiteStep::NewBlock).unwrap();
    let domains = it.cloudflare().received().into_iter().map(|one| one.domain).collect::<Vec<_>>();
    assert!(another.report != Some(report) && domains[0] != domains[1]);
}

#[tokio::test]
async fn the_one_that_starts_next_starts_now() {
    let it = started().await;
    let hours = |hours: i64| it.cloudflare().now().checked_add(jiff::SignedDuration::from_hours(hours)).unwrap();
    let pending = |id: &str, in_hours: i64| practice::CfMitigationSeed {
        effective_date: Some(hours(in_hours)),
        ..mitigation(id, "pending")
    };
    it.cloudflare().seed_received(vec![CfReceivedSeed {
        domain: "shop.acme.example".into(),
        id: Some("r".into()),
        mitigations: vec![pending("late", 9), pending("soon", 2), mitigation("a", "active")],
        ..CfReceivedSeed::default()
    }]);
    let news = it.cloudflare().next_site(CfSiteStep::BlockStarts).unwrap();
    assert_eq!((news.mitigations[0].as_str(), news.status.as_deref()), ("soon", Some("active")));
    assert_eq!(it.statuses("r"), "pending active active");
    let shown = it.sites_result("/r/mitigations?sort=effective_date,desc").await["mitigations"][1].clone();
    let began: jiff::Timestamp = shown["effective_date"].as_str().unwrap().parse().unwrap();
    assert!(began <= it.cloudflare().now());
    it.cloudflare().next_site(CfSiteStep::BlockStarts).unwrap();
    assert_eq!(it.cloudflare().next_site(CfSiteStep::BlockStarts), None);
}

#[tokio::test]
async fn reviews_are_decided_oldest_first_lifted_or_kept() {
    let it = started().await;
    it.cloudflare().seed_received(vec![CfReceivedSeed {
        domain: "shop.acme.example".into(),
        id: Some("r".into()),
        mitigations: ["a", "b"].map(|id| mitigation(id, "active")).into(),
        ..CfReceivedSeed::default()
    }]);
    assert_eq!(it.cloudflare().next_site(CfSiteStep::ReviewLifted), None);
    it.appealed("r", &asks(&["b"])).await;
    it.cloudflare().turn_clock(1000);
    it.appealed("r", &asks(&["a"])).await;
    let lifted = it.cloudflare().next_site(CfSiteStep::ReviewLifted).unwrap();
    assert_eq!((lifted.mitigations, lifted.status.as_deref()), (vec!["b".to_owned()], Some("removed")));
    let kept = it.cloudflare().next_site(CfSiteStep::ReviewKept).unwrap();
    assert_eq!((kept.mitigations, kept.status.as_deref()), (vec!["a".to_owned()], Some("active")));
    assert_eq!(it.statuses("r"), "active removed");
    assert_eq!(it.cloudflare().next_site(CfSiteStep::ReviewKept), None);
    assert_eq!(it.sites_result("/r/emails").await["emails"].as_array().unwrap().len(), 2);
    assert_eq!(it.appealed("r", &asks(&["a"])).await, "a:in_review", "it can be asked for again");
}

#[tokio::test]
async fn an_appeal_of_a_whole_report_is_decided_as_a_whole() {
    for (step, expected) in [(CfSiteStep::ReviewLifted, "removed removed"), (CfSiteStep::ReviewKept, "active active")] {
        let it = started().await;
        it.cloudflare().seed_received(vec![CfReceivedSeed {
            domain: "media.acme.example".into(),
            id: Some("r".into()),
            kind: Some("DMCA".into()),
            mitigations: ["a", "b"].map(|id| mitigation(id, "active")).into(),
            ..CfReceivedSeed::default()
        }]);
        it.appealed("r", &json!({ "type": "content_removed" })).await;
        assert_eq!(it.statuses("r"), "in_review in_review");
        assert_eq!(it.cloudflare().next_site(step).unwrap().mitigations, ["a", "b"]);
        assert_eq!(it.statuses("r"), expected);
        let told = it.sites_result("/r/appeals/eligibility").await;
        assert_eq!(told["has_open_appeal"], false);
    }
}

#[tokio::test]
async fn a_review_of_what_has_not_begun_ends_without_having_begun() {
    for switch in [PendingAppealed::InReview, PendingAppealed::Pending] {
        for (step, expected) in [(CfSiteStep::ReviewLifted, "cancelled"), (CfSiteStep::ReviewKept, "pending")] {
            let it = one_of_each("PHISH").await;
            it.set_sites(|switches| switches.pending_appealed = switch);
            it.cloudflare().next_site(CfSiteStep::ReviewKept).unwrap();
            it.appealed("r", &asks(&["p"])).await;
            it.cloudflare().next_site(step).unwrap();
            assert_eq!(it.statuses("r").split(' ').next(), Some(expected));
        }
    }
}

#[tokio::test]
async fn of_the_next_appeal_only_the_first_is_taken_and_named() {
    let it = one_of_each("PHISH").await;
    it.cloudflare().next_site(CfSiteStep::PartAnswer).unwrap();
    assert_eq!(it.appeal("r", &asks(&["none", "a"])).await.0, 400, "a refused one does not count");
    assert_eq!(it.appealed("r", &asks(&["a", "p"])).await, "a:in_review");
    assert_eq!(it.statuses("r"), "pending in_review in_review cancelled removed");
    assert_eq!(it.cloudflare().appealed()[0].moved, ["a"]);
    assert_eq!(it.appealed("r", &asks(&["a", "p"])).await, "a:in_review p:cancelled");
}

#[tokio::test]
async fn a_review_that_was_asked_for_here_is_decided_before_seeded_ones() {
    let it = one_of_each("PHISH").await;
    it.cloudflare().turn_clock(60_000);
    it.appealed("r", &asks(&["a"])).await;
    let decided = || it.cloudflare().next_site(CfSiteStep::ReviewLifted).unwrap().mitigations;
    assert_eq!((decided(), decided()), (vec!["a".to_owned()], vec!["i".to_owned()]));
}
