use serde_json::json;

use super::support::one_of_each;
use crate::support::{Started, started};

/// One report with five mitigations of several kinds, places and times.
async fn seeded() -> Started {
    let it = started().await;
    let seeds = json!({ "reports": [{ "id": "r", "domain": "shop.acme.example", "mitigations": [
        { "id": "one", "type": "legal_block", "status": "active", "entity_type": "zone", "entity_id": "z1",
          "effective_date": "2026-03-01T08:00:00Z" },
        { "id": "two", "type": "rate_limit_cache", "status": "removed", "entity_type": "custom_expression",
          "effective_date": "2026-03-02T08:00:00Z" },
        { "id": "three", "type": "phishing_interstitial", "status": "in_review",
          "effective_date": "2026-03-03T08:00:00Z", "effective_text": "2026-03-03T09:00:00+01:00" },
        { "id": "four", "type": "never_seen", "status": "pending", "entity_type": "account",
          "effective_date": "2999-03-04T08:00:00Z" },
        { "id": "five", "type": "legal_block", "status": "cancelled", "entity_type": "planet",
          "effective_date": "2026-03-05T08:00:00Z", "effective_text": "soon" },
    ] }] });
    assert_eq!(it.control("cloudflare/sites/seed", seeds).await.status(), 200);
    it
}

#[tokio::test]
async fn mitigations_are_filtered_by_everything_the_sheet_names() {
    let it = seeded().await;
    for (query, expected) in [
        ("", "four five three two one"),
        ("?type=legal_block", "five one"),
        ("?type=legal_block&type=never_seen", "four five one"),
        ("?type=nobody_knows", ""),
        ("?status=pending", "four"),
        ("?status=active", "one"),
        ("?status=in_review", "three"),
        ("?status=cancelled", "five"),
        ("?status=removed", "two"),
        ("?entity_type=zone", "one"),
        ("?entity_type=custom_expression", "two"),
        ("?entity_type=account", "four"),
        ("?entity_type=url_pattern", "three"),
        ("?effective_after=2026-03-03T08:00:00Z", "four five"),
        ("?effective_before=2026-03-03T08:00:00Z", "two one"),
        ("?type=legal_block&status=active&entity_type=zone&effective_before=2026-03-02T08:00:00Z", "one"),
    ] {
        assert_eq!(it.row_ids(&format!("/r/mitigations{query}")).await, expected, "{query}");
    }
}

#[tokio::test]
async fn mitigations_go_in_every_order() {
    let it = seeded().await;
    for (sort, expected) in [
        ("effective_date,asc", "one two three five four"),
        ("effective_date%2Cdesc", "four five three two one"),
        ("type,asc", "one five four three two"),
        ("type,desc", "two three four five one"),
        ("status,asc", "one five three four two"),
        ("entity_type,asc", "four two five three one"),
    ] {
        assert_eq!(it.row_ids(&format!("/r/mitigations?sort={sort}")).await, expected, "{sort}");
    }
    it.set_sites(|switches| switches.order_reversed = true);
    assert_eq!(it.row_ids("/r/mitigations").await, "one two three five four");
}

#[tokio::test]
async fn a_query_for_mitigations_that_the_sheet_does_not_have_is_400() {
    let it = seeded().await;
    for query in [
        "page=0",
        "per_page=101",
        "sort=id,asc",
        "sort=type",
        "status=accepted",
        "status=active&status=pending",
        "type=",
        "type=legal_block,never_seen",
        "entity_type=planet",
        "effective_after=now",
        "domain=shop.acme.example",
    ] {
        let (status, body) = it.sites(&format!("/r/mitigations?{query}")).await;
        assert_eq!((status, &body["success"]), (400, &json!(false)), "{query}");
    }
}

#[tokio::test]
async fn a_mitigation_has_the_six_required_members_and_no_other() {
    let it = seeded().await;
    let row = it.sites_result("/r/mitigations?status=active").await["mitigations"][0].clone();
    let expected = json!({
        "id": "one", "type": "legal_block", "status": "active", "entity_type": "zone", "entity_id": "z1",
        "effective_date": "2026-03-01T08:00:00.000Z",
    });
    assert_eq!(row, expected);
}

#[tokio::test]
async fn a_date_can_be_written_with_an_offset_or_unreadably() {
    let it = seeded().await;
    let written = async |status: &str| {
        let result = it.sites_result(&format!("/r/mitigations?status={status}")).await;
        result["mitigations"][0]["effective_date"].clone()
    };
    assert_eq!(written("in_review").await, "2026-03-03T09:00:00+01:00");
    assert_eq!(written("cancelled").await, "soon");
}

#[tokio::test]
async fn an_unreadable_mitigation_counts_all_the_same() {
    let it = one_of_each("PHISH").await;
    it.set_sites(|switches| switches.unreadable_rows = vec!["a".into()]);
    let (_, body) = it.sites("/r/mitigations?status=active").await;
    assert_eq!(body["result"]["mitigations"][0].get("id"), None);
    assert_eq!(body["result_info"]["total_count"], 1);
}

#[tokio::test]
async fn ids_with_odd_letters_are_percent_encoded_into_the_path() {
    let it = started().await;
    let seeds = json!({ "reports": [{ "id": "a/b c?d%", "domain": "shop.acme.example", "mitigations": [
        { "id": "m/1", "status": "active" },
    ] }] });
    assert_eq!(it.control("cloudflare/sites/seed", seeds).await.status(), 200);
    assert_eq!(it.row_ids("/a%2Fb%20c%3Fd%25/mitigations").await, "m/1");
    let taken = it.appealed("a%2Fb%20c%3Fd%25", &super::support::asks(&["m/1"])).await;
    assert_eq!(taken, "m/1:in_review");
}
