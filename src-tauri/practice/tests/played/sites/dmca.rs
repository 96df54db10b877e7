use practice::CfReceivedSeed;
use serde_json::{Value, json};

use super::{
    bodies::notice,
    support::{asks, mitigation, one_of_each},
};
use crate::support::started;

fn removed() -> Value {
    json!({ "type": "content_removed" })
}

#[tokio::test]
async fn only_a_dmca_report_says_whether_it_can_be_appealed() {
    let it = one_of_each("PHISH").await;
    for path in ["/r/appeals/eligibility", "/none/appeals/eligibility"] {
        let (status, body) = it.sites(path).await;
        assert_eq!((status, &body["success"]), (404, &json!(false)), "{path}");
        assert!(body["errors"][0]["message"].is_string());
    }
    let it = one_of_each("DMCA").await;
    let expected = json!({
        "appealable": true, "has_open_appeal": false, "has_appealable_mitigations": true, "appeal_count": 0,
        "max_appeals": 2,
    });
    assert_eq!(it.sites_result("/r/appeals/eligibility").await, expected);
}

#[tokio::test]
async fn either_answer_to_the_whole_report_moves_everything_that_can_be_appealed() {
    for body in [removed(), notice()] {
        let it = one_of_each("DMCA").await;
        assert_eq!(it.appealed("r", &body).await, "p:cancelled a:in_review");
        let expected = json!({
            "appealable": false, "has_open_appeal": true, "has_appealable_mitigations": false, "appeal_count": 1,
            "max_appeals": 2,
        });
        assert_eq!(it.sites_result("/r/appeals/eligibility").await, expected);
        assert_eq!(it.appeal("r", &body).await.0, 400, "while it is open");
    }
}

#[tokio::test]
async fn another_report_cannot_be_appealed_as_a_whole() {
    let it = one_of_each("TM").await;
    for body in [removed(), notice()] {
        assert_eq!(it.appeal("r", &body).await.0, 400);
    }
    assert_eq!(it.appealed("r", &asks(&["a"])).await, "a:in_review");
}

#[tokio::test]
async fn appeals_of_a_report_are_used_up_and_then_refused() {
    let it = started().await;
    it.cloudflare().seed_received(vec![CfReceivedSeed {
        domain: "media.acme.example".into(),
        id: Some("r".into()),
        kind: Some("DMCA".into()),
        mitigations: vec![mitigation("a", "active")],
        appeal_count: 1,
        ..CfReceivedSeed::default()
    }]);
    it.appealed("r", &removed()).await;
    it.cloudflare().next_site(practice::CfSiteStep::ReviewKept).unwrap();
    let told = it.sites_result("/r/appeals/eligibility").await;
    let open = (&told["appealable"], &told["has_open_appeal"], &told["has_appealable_mitigations"]);
    assert_eq!(open, (&json!(false), &json!(false), &json!(true)));
    assert_eq!((&told["appeal_count"], it.appeal("r", &removed()).await.0), (&json!(2), 400));
}
