use practice::CfSiteStep;
use serde_json::{Value, json};

use super::support::asks;
use crate::support::{Started, started};

async fn told(it: &Started, path: &str, body: Value) -> (u16, Value) {
    let answer = it.control(&format!("cloudflare/sites/{path}"), body).await;
    (answer.status().as_u16(), answer.json().await.unwrap_or_default())
}

#[tokio::test]
async fn the_control_desk_takes_each_step() {
    let it = started().await;
    let (status, news) = told(&it, "next", json!({ "step": "new_block" })).await;
    assert_eq!((status, &news["status"]), (200, &json!("pending")));
    let (report, block) = (news["report"].as_str().unwrap(), news["mitigations"][0].as_str().unwrap());
    assert_eq!(told(&it, "next", json!({ "step": "block_starts" })).await.1["status"], "active");
    assert_eq!(told(&it, "next", json!({ "step": "review_kept" })).await.0, 404, "nothing waits for it");
    it.appealed(report, &asks(&[block])).await;
    assert_eq!(told(&it, "next", json!({ "step": "review_lifted" })).await.1["status"], "removed");
    let waits = json!({ "report": null, "mitigations": [], "status": null });
    assert_eq!(told(&it, "next", json!({ "step": "part_answer" })).await, (200, waits));
    for wrong in [json!({ "step": "dance" }), json!({}), json!({ "step": "new_block", "when": 1 })] {
        assert_eq!(told(&it, "next", wrong).await.0, 422);
    }
    assert_eq!(it.asked("cloudflare/sites/appeals").await[0]["moved"], json!([block]));
    assert_eq!(it.asked("cloudflare/sites/reports").await[0]["id"], report);
}

#[tokio::test]
async fn the_control_desk_seeds_by_name_one_by_one_or_in_bulk() {
    let it = started().await;
    let ids = async |body: Value| told(&it, "seed", body).await.1["ids"].as_array().unwrap().len();
    assert_eq!(ids(json!({ "named": "lived_in" })).await, 14);
    assert_eq!(ids(json!({ "named": "lived_in" })).await, 0);
    assert_eq!(ids(json!({ "reports": [{ "domain": "shop.acme.example" }] })).await, 1);
    assert_eq!(ids(json!({ "many": { "reports": 5, "mitigations": 10 } })).await, 0);
    assert_eq!(it.cloudflare().received().len(), 20);
    for wrong in
        [json!({}), json!({ "named": "week" }), json!({ "reports": [{}] }), json!({ "reports": [], "many": 1 })]
    {
        assert!([400, 422].contains(&told(&it, "seed", wrong).await.0));
    }
}

#[tokio::test]
async fn the_control_desk_changes_some_or_one() {
    let it = started().await;
    it.cloudflare().seed_many(5, 50);
    let (_, changed) = told(&it, "change", json!({ "count": 2 })).await;
    assert_eq!(changed["changed"].as_array().unwrap().len(), 2);
    let news = it.cloudflare().next_site(CfSiteStep::NewBlock).unwrap();
    let (report, block) = (news.report.unwrap(), news.mitigations[0].clone());
    let one = json!({ "report": report, "mitigation": block, "status": "never_seen" });
    assert_eq!(told(&it, "change", one).await.0, 200);
    assert_eq!(it.statuses(&report), "never_seen");
    let none = json!({ "report": report, "mitigation": "none", "status": "removed" });
    assert_eq!(told(&it, "change", none).await.0, 404);
}

#[tokio::test]
async fn the_control_desk_sets_switches_one_by_one_and_tells_the_counts() {
    let it = started().await;
    let some = json!({ "pending_appealed": "in_review", "bad_ids": "left_out", "resolved_listed_days": null });
    assert_eq!(told(&it, "switches", some).await.0, 200);
    assert_eq!(told(&it, "switches", json!({ "dance": true })).await.0, 400);
    let switches = it.asked("cloudflare/sites/switches").await;
    assert_eq!((&switches["bad_ids"], &switches["per_page"]), (&json!("left_out"), &json!(20)));
    assert_eq!(it.cloudflare().sites_switches().resolved_listed_days, None);
    it.sites("").await;
    assert_eq!(it.asked("cloudflare/sites/request-counts").await.as_object().unwrap().len(), 1);
}
