use practice::{CfMitigationSeed, CfReceivedSeed};
use serde_json::json;

use super::support::{asks, one_of_each};
use crate::support::started;

const HOUR_MS: i64 = 3_600_000;

#[tokio::test]
async fn a_pending_one_becomes_active_when_its_time_has_come() {
    let it = one_of_each("PHISH").await;
    it.cloudflare().turn_clock(23 * HOUR_MS);
    assert_eq!(it.row_ids("/r/mitigations?status=pending").await, "p");
    it.cloudflare().turn_clock(HOUR_MS);
    assert_eq!(it.row_ids("/r/mitigations?status=pending").await, "");
    assert_eq!(it.row_ids("?mitigation_status=pending").await, "");
    assert!(it.row_ids("/r/mitigations?status=active").await.contains('p'));
    let summary = it.sites_result("/r").await["mitigation_summary"].clone();
    assert_eq!((&summary["pending_count"], &summary["active_count"]), (&json!(0), &json!(2)));
    assert_eq!(it.appealed("r", &asks(&["p"])).await, "p:in_review", "it is an active one then");
}

#[tokio::test]
async fn resolved_ones_are_listed_for_thirty_days_or_as_a_switch_says() {
    let it = one_of_each("PHISH").await;
    it.cloudflare().turn_clock(29 * 24 * HOUR_MS);
    assert_eq!(it.row_ids("/r/mitigations?status=removed").await, "x");
    it.cloudflare().turn_clock(25 * HOUR_MS);
    for gone in ["removed", "cancelled"] {
        assert_eq!(it.row_ids(&format!("/r/mitigations?status={gone}")).await, "");
        assert_eq!(it.row_ids(&format!("?mitigation_status={gone}")).await, "");
    }
    assert_eq!(it.row_ids("").await, "r", "the report stays");
    it.set_sites(|switches| switches.resolved_listed_days = None);
    assert_eq!(it.row_ids("/r/mitigations?status=removed").await, "x");
    it.set_sites(|switches| switches.resolved_listed_days = Some(0));
    assert_eq!(it.row_ids("/r/mitigations?status=removed").await, "");
}

#[tokio::test]
async fn a_moment_across_a_leap_day_is_the_same_moment() {
    let it = started().await;
    let now = it.cloudflare().now();
    let leap: jiff::Timestamp = "2028-02-29T23:30:00Z".parse().unwrap();
    it.cloudflare().seed_received(vec![CfReceivedSeed {
        domain: "shop.acme.example".into(),
        id: Some("r".into()),
        mitigations: vec![CfMitigationSeed {
            status: Some("pending".into()),
            effective_date: Some(leap),
            effective_text: Some("2028-03-01T00:30:00+01:00".into()),
            ..CfMitigationSeed::default()
        }],
        ..CfReceivedSeed::default()
    }]);
    let until_then = leap.as_millisecond() - now.as_millisecond();
    it.cloudflare().turn_clock(until_then - 60_000);
    assert_eq!(it.statuses("r"), "pending");
    it.cloudflare().turn_clock(60_000);
    assert_eq!(it.statuses("r"), "active");
}

#[tokio::test]
async fn reading_can_lag_behind_an_appeal_whose_answer_tells_the_truth() {
    let it = one_of_each("PHISH").await;
    it.set_sites(|switches| switches.visibility_lag_ms = 60_000);
    assert_eq!(it.appealed("r", &asks(&["a", "p"])).await, "a:in_review p:cancelled");
    let counted = async || it.sites_result("/r").await["mitigation_summary"]["in_review_count"].clone();
    assert_eq!(it.row_ids("/r/mitigations?status=active").await, "a");
    assert_eq!(it.row_ids("/r/mitigations?status=pending").await, "p");
    assert_eq!((counted().await, it.row_ids("?mitigation_status=pending").await), (json!(1), "r".to_owned()));
    assert_eq!(it.appealed("r", &asks(&["a"])).await, "a:in_review", "and asking again is harmless");
    it.cloudflare().turn_clock(60_000);
    assert_eq!(it.row_ids("/r/mitigations?status=active").await, "");
    assert_eq!(counted().await, 2);
}
