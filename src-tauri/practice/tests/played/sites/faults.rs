use practice::{Fault, FaultOrder};
use serde_json::json;

use super::support::{asks, one_of_each};
use crate::cloudflare::support::phishing;

#[tokio::test]
async fn a_fault_waits_for_the_next_appeal_and_lets_everything_else_pass() {
    let it = one_of_each("PHISH").await;
    it.cloudflare().fault(FaultOrder::next_appeal(Fault::DropAfter { reset: false }));
    it.submitted(&phishing("https://evil.example/")).await;
    it.sites_result("/r/mitigations").await;
    let appeal = it.to_sites(reqwest::Method::POST, "/r/mitigations/appeal").json(&asks(&["a"]));
    assert!(appeal.send().await.is_err());
    assert_eq!(it.cloudflare().appealed()[0].moved, ["a"], "and yet it was processed");
    assert_eq!(it.appealed("r", &asks(&["a"])).await, "a:in_review");
}

#[tokio::test]
async fn a_connection_that_breaks_before_leaves_everything_as_it_was() {
    for fault in
        [Fault::DropBefore { after_bytes: None, reset: false }, Fault::DropBefore { after_bytes: Some(4), reset: true }]
    {
        let it = one_of_each("PHISH").await;
        it.cloudflare().fault(FaultOrder::next_appeal(fault));
        let appeal = it.to_sites(reqwest::Method::POST, "/r/mitigations/appeal").json(&asks(&["a", "p"]));
        assert!(appeal.send().await.is_err());
        assert_eq!(it.statuses("r"), "pending active in_review cancelled removed");
        assert_eq!(it.cloudflare().appealed(), vec![]);
    }
}

#[tokio::test]
async fn an_error_status_comes_enveloped_before_or_after_the_processing() {
    for status in [400, 429, 500, 503] {
        for processed in [false, true] {
            let it = one_of_each("PHISH").await;
            let fault = Fault::Status { status, body: None, content_type: None, retry_after: None, processed };
            it.cloudflare().fault(FaultOrder::next_appeal(fault));
            let (answered, body) = it.appeal("r", &asks(&["a"])).await;
            assert_eq!((answered, &body["success"]), (status, &json!(false)));
            assert_eq!(it.cloudflare().appealed().len(), usize::from(processed));
        }
    }
}

#[tokio::test]
async fn each_report_page_or_mitigations_page_can_meet_a_fault_by_its_path() {
    let it = one_of_each("PHISH").await;
    let order = json!({
        "fault": { "kind": "status", "status": 500 }, "method": "GET", "path_contains": "/r/mitigations",
    });
    assert_eq!(it.control("fault", order).await.status(), 204);
    assert_eq!(it.sites("").await.0, 200);
    assert_eq!(it.sites("/r/mitigations").await.0, 500);
    assert_eq!(it.sites("/r/mitigations").await.0, 200);
}
