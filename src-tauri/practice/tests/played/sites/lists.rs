use serde_json::{Value, json};

use crate::support::{Started, started};

/// Five reports of five days, by several types, domains and states.
async fn seeded() -> Started {
    let it = started().await;
    let seeds = json!({ "reports": [
        { "id": "one", "domain": "a.acme.example", "type": "PHISH", "cdate": "2026-03-01T08:00:00Z",
          "mitigations": [{ "status": "active" }, { "status": "active" }] },
        { "id": "two", "domain": "b.acme.example", "type": "DMCA", "status": "in_review",
          "cdate": "2026-03-02T08:00:00Z", "mitigations": [{ "status": "pending" }, { "status": "removed" }] },
        { "id": "three", "domain": "a.acme.example", "type": "GEN", "cdate": "2026-03-03T08:00:00Z",
          "urls": ["https://a.acme.example/1", "https://a.acme.example/2"], "accepted_url_count": 1,
          "external_host_notified": true, "mitigations": [{ "status": "in_review" }],
          "details": { "justification": "A fake shop.", "submitter": { "email": "ann@reporter.example" } } },
        { "id": "four", "domain": "c.acme.example", "type": "NETWORK", "cdate": "2026-03-04T08:00:00Z" },
        { "id": "five", "domain": "d.acme.example", "type": "NEVER_SEEN", "status": "never_heard_of",
          "cdate": "2026-03-05T08:00:00Z", "mitigations": [{ "status": "cancelled" }] },
    ] });
    let ids: Value = it.control("cloudflare/sites/seed", seeds).await.json().await.unwrap();
    assert_eq!(ids["ids"], json!(["one", "two", "three", "four", "five"]));
    it
}

#[tokio::test]
async fn reports_about_the_account_are_filtered_by_everything_the_sheet_names() {
    let it = seeded().await;
    for (query, expected) in [
        ("", "five four three two one"),
        ("?domain=a.acme.example", "three one"),
        ("?domain=acme.example", ""),
        ("?status=accepted", "four three one"),
        ("?status=in_review", "two"),
        ("?type=DMCA", "two"),
        ("?type=NETWORK", "four"),
        ("?mitigation_status=pending", "two"),
        ("?mitigation_status=active", "one"),
        ("?mitigation_status=in_review", "three"),
        ("?mitigation_status=cancelled", "five"),
        ("?mitigation_status=removed", "two"),
        ("?created_after=2026-03-03T08:00:00Z", "five four"),
        ("?created_before=2026-03-03T08:00:00Z", "two one"),
        ("?created_after=2026-03-01T09%3A00%3A00%2B01%3A00&created_before=2026-03-04T08:00:00Z", "three two"),
        ("?domain=a.acme.example&type=GEN&status=accepted&mitigation_status=in_review", "three"),
    ] {
        assert_eq!(it.row_ids(query).await, expected, "{query}");
    }
}

#[tokio::test]
async fn reports_about_the_account_go_in_every_order() {
    let it = seeded().await;
    for (sort, expected) in [
        ("cdate,asc", "one two three four five"),
        ("cdate%2Cdesc", "five four three two one"),
        ("id,asc", "five four one three two"),
        ("domain,asc", "one three two four five"),
        ("domain,desc", "five four two three one"),
        ("type,asc", "two three four five one"),
        ("status,asc", "one three four two five"),
    ] {
        assert_eq!(it.row_ids(&format!("?sort={sort}")).await, expected, "{sort}");
    }
    it.set_sites(|switches| switches.order_reversed = true);
    assert_eq!(it.row_ids("").await, "one two three four five");
    assert_eq!(it.row_ids("?sort=id,desc").await, "five four one three two");
}

#[tokio::test]
async fn a_query_for_reports_that_the_sheet_does_not_have_is_400() {
    let it = seeded().await;
    for query in [
        "page=0",
        "per_page=101",
        "sort=cdate",
        "sort=cdate,up",
        "sort=effective_date,asc",
        "status=active",
        "status=denied",
        "type=phish",
        "mitigation_status=lifted",
        "created_after=yesterday",
        "domain=a.acme.example&domain=b.acme.example",
        "type=GEN&type=DMCA",
        "id=one",
        "cursor=1",
    ] {
        let (status, body) = it.sites(&format!("?{query}")).await;
        assert_eq!((status, &body["success"]), (400, &json!(false)), "{query}");
        assert!(body["errors"][0]["message"].is_string());
    }
}

#[tokio::test]
async fn a_report_looks_the_same_in_the_list_and_alone_and_sums_up_its_mitigations() {
    let it = seeded().await;
    let expected = json!({
        "id": "three", "cdate": "2026-03-03T08:00:00.000Z", "domain": "a.acme.example", "type": "GEN",
        "status": "accepted", "urls": ["https://a.acme.example/1", "https://a.acme.example/2"],
        "justification": "A fake shop.", "submitter": { "email": "ann@reporter.example" },
        "mitigation_summary": {
            "accepted_url_count": 1, "active_count": 0, "in_review_count": 1, "pending_count": 0,
            "external_host_notified": true,
        },
    });
    assert_eq!(it.sites_result("/three").await, expected);
    assert_eq!(it.sites_result("?type=GEN").await["reports"], json!([expected]));
    let summary = it.sites_result("/one").await["mitigation_summary"].clone();
    assert_eq!((&summary["active_count"], &summary["accepted_url_count"]), (&json!(2), &json!(1)));
}

#[tokio::test]
async fn rows_can_be_bare_or_unreadable() {
    let it = seeded().await;
    it.set_sites(|switches| switches.rows_are_bare = true);
    let row = it.sites_result("?type=GEN").await["reports"][0].clone();
    let members: Vec<&String> = row.as_object().unwrap().keys().collect();
    assert_eq!(members, ["cdate", "domain", "id", "mitigation_summary", "status", "type"]);
    assert!(it.sites_result("/three").await["urls"].is_array(), "alone it is whole");
    it.set_sites(|switches| switches.unreadable_rows = vec!["three".into()]);
    let (_, body) = it.sites("?domain=a.acme.example").await;
    let rows = &body["result"]["reports"];
    assert_eq!((rows[0].get("id"), &rows[1]["id"]), (None, &json!("one")));
    assert_eq!(body["result_info"]["count"], 2, "it counts all the same");
}

#[tokio::test]
async fn an_unknown_report_is_400_or_what_a_switch_says_wherever_it_is_named() {
    let it = started().await;
    for status in [400, 404] {
        it.set(|switches| switches.unknown_report_status = status);
        for path in ["/none", "/none/emails", "/none/mitigations", "/a%2Fb"] {
            let (answered, body) = it.sites(path).await;
            assert_eq!((answered, &body["success"]), (status, &json!(false)), "{path}");
        }
        let (answered, _) = it.appeal("none", &super::support::asks(&["a"])).await;
        assert_eq!(answered, status);
    }
    assert_eq!(it.cloudflare().unexpected(), Vec::<String>::new());
}

#[tokio::test]
async fn a_submitted_report_and_one_about_the_account_are_two_sets() {
    let it = seeded().await;
    assert_eq!(it.listed("").await.len(), 0);
    let id = it.submitted(&crate::cloudflare::support::phishing("https://evil.example/")).await;
    assert_eq!(it.sites(&format!("/{id}")).await.0, 400);
    assert_eq!(it.read("/one").await.0, 400);
    assert_eq!(it.row_ids("").await, "five four three two one");
}
