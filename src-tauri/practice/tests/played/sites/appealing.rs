use practice::{BadIds, PendingAppealed};
use serde_json::{Value, json};

use super::support::{asks, one_of_each};

#[tokio::test]
async fn a_pending_one_is_cancelled_and_an_active_one_goes_to_review() {
    let it = one_of_each("PHISH").await;
    assert_eq!(it.appealed("r", &asks(&["p", "a"])).await, "p:cancelled a:in_review");
    assert_eq!(it.statuses("r"), "cancelled in_review in_review cancelled removed");
    let listed = it.row_ids("/r/mitigations?status=cancelled").await;
    assert_eq!(listed, "p c");
    let summary = it.sites_result("/r").await["mitigation_summary"].clone();
    assert_eq!((&summary["in_review_count"], &summary["pending_count"]), (&json!(2), &json!(0)));
}

#[tokio::test]
async fn what_becomes_of_a_pending_one_is_by_switch() {
    for (switch, status) in [(PendingAppealed::InReview, "in_review"), (PendingAppealed::Pending, "pending")] {
        let it = one_of_each("PHISH").await;
        it.set_sites(|switches| switches.pending_appealed = switch);
        assert_eq!(it.appealed("r", &asks(&["p"])).await, format!("p:{status}"));
        it.cloudflare().turn_clock(25 * 3_600_000);
        let later = if switch == PendingAppealed::Pending { "active" } else { status };
        assert!(it.statuses("r").starts_with(later), "{switch:?}");
    }
}

#[tokio::test]
async fn asking_again_changes_nothing_and_gives_it_back_in_review() {
    let it = one_of_each("PHISH").await;
    for _ in 0..3 {
        assert_eq!(it.appealed("r", &asks(&["a", "i"])).await, "a:in_review i:in_review");
    }
    let moved: Vec<Vec<String>> = it.cloudflare().appealed().into_iter().map(|appeal| appeal.moved).collect();
    assert_eq!(moved, [vec!["a".to_owned()], vec![], vec![]]);
}

#[tokio::test]
async fn an_unknown_or_resolved_one_has_the_whole_appeal_refused() {
    let it = one_of_each("PHISH").await;
    for bad in ["none", "c", "x"] {
        let (status, body) = it.appeal("r", &asks(&["a", bad])).await;
        assert_eq!((status, &body["success"]), (400, &json!(false)), "{bad}");
    }
    assert_eq!(it.statuses("r"), "pending active in_review cancelled removed");
    assert_eq!(it.cloudflare().appealed(), vec![]);
}

#[tokio::test]
async fn by_switch_the_good_ones_are_taken_and_the_others_left_out_or_named_as_they_stand() {
    for (bad_ids, expected) in
        [(BadIds::LeftOut, "a:in_review p:cancelled"), (BadIds::Unchanged, "c:cancelled a:in_review p:cancelled")]
    {
        let it = one_of_each("PHISH").await;
        it.set_sites(|switches| switches.bad_ids = bad_ids);
        assert_eq!(it.appealed("r", &asks(&["none", "c", "a", "p"])).await, expected);
        assert_eq!(it.cloudflare().appealed()[0].moved, ["a", "p"]);
    }
}

#[tokio::test]
async fn an_appeal_of_nothing_good_is_taken_by_the_same_switch_and_names_nothing() {
    let it = one_of_each("PHISH").await;
    it.set_sites(|switches| switches.bad_ids = BadIds::LeftOut);
    let (status, body) = it.appeal("r", &asks(&["x"])).await;
    let info = json!({ "page": 1, "per_page": 0, "count": 0, "total_count": 0, "total_pages": 0 });
    assert_eq!((status, &body["result"], &body["result_info"]), (200, &json!([]), &info));
}

#[tokio::test]
async fn how_many_one_appeal_may_name_is_by_switch() {
    let it = one_of_each("PHISH").await;
    it.set_sites(|switches| switches.most_in_one_appeal = Some(1));
    assert_eq!(it.appeal("r", &asks(&["a", "p"])).await.0, 400);
    assert_eq!(it.appealed("r", &asks(&["a"])).await, "a:in_review");
}

#[tokio::test]
async fn the_answer_can_come_without_a_result() {
    let it = one_of_each("PHISH").await;
    it.set_sites(|switches| switches.appeals_answer_without_result = true);
    let (status, body) = it.appeal("r", &asks(&["a"])).await;
    assert_eq!((status, &body["success"], body.get("result")), (200, &json!(true), None));
    assert_eq!(it.statuses("r").split(' ').nth(1), Some("in_review"));
}

#[tokio::test]
async fn what_was_processed_is_remembered_as_it_came() {
    let it = one_of_each("PHISH").await;
    let body = json!({ "appeals": [
        { "id": "a", "reason": "removed" }, { "id": "p", "reason": "misclassified" }, { "id": "i", "reason": "removed" },
    ] });
    it.appealed("r", &body).await;
    it.cloudflare().until_appealed(1).await;
    let appealed = it.cloudflare().appealed();
    let only = &appealed[0];
    assert_eq!((appealed.len(), only.report.as_str(), &only.body, only.token), (1, "r", &body, 1));
    assert_eq!(serde_json::from_str::<Value>(&only.text).unwrap(), body);
    assert_eq!((only.moved.join(" "), only.at <= it.cloudflare().now()), ("a p".to_owned(), true));
}

#[tokio::test]
async fn two_reports_can_have_a_mitigation_of_the_same_id() {
    let it = one_of_each("PHISH").await;
    let seeds = json!({ "reports": [
        { "id": "s", "domain": "shop.acme.example", "mitigations": [{ "id": "a", "status": "active" }] },
    ] });
    it.control("cloudflare/sites/seed", seeds).await;
    assert_eq!(it.appealed("s", &asks(&["a"])).await, "a:in_review");
    assert_eq!((it.statuses("s").as_str(), it.statuses("r").split(' ').nth(1)), ("in_review", Some("active")));
}
