use practice::{CfMail, CfReceivedSeed};
use serde_json::json;

use crate::support::started;

#[tokio::test]
async fn mails_to_the_customer_come_twenty_a_page_and_a_hundred_at_most() {
    let it = started().await;
    let mail = |at: usize| CfMail {
        subject: format!("Mail {at}"),
        body: "<p>See <a href=\"https://shop.acme.example/\">it</a>.</p>".into(),
        sent_at: it.cloudflare().now(),
    };
    it.cloudflare().seed_received(vec![CfReceivedSeed {
        domain: "shop.acme.example".into(),
        id: Some("r".into()),
        mails: (0..21).map(mail).collect(),
        ..CfReceivedSeed::default()
    }]);
    let (_, body) = it.sites("/r/emails").await;
    let expected = json!({ "page": 1, "per_page": 20, "count": 20, "total_count": 21, "total_pages": 2 });
    assert_eq!(body["result_info"], expected);
    let first = &body["result"]["emails"][0];
    assert_eq!((&first["subject"], &first["recipient"]), (&json!("Mail 0"), &json!("abuse@acme.example")));
    assert!(first["body"].as_str().unwrap().contains("<a href"), "as it was seeded");
    assert!(first["id"].is_string() && first["sent_at"].is_string());
    assert_eq!(it.row_ids("/r/emails?page=2").await, "r-21");
    for query in ["per_page=101", "sort=id,asc"] {
        assert_eq!(it.sites(&format!("/r/emails?{query}")).await.0, 400);
    }
}
