use practice::{Act, CfSeed, CfStep, DenialReason};
use serde_json::{Value, json};

use super::support::{least, most, phishing};
use crate::support::{Started, started};

/// Five reports of five days, by several types, hosts and states.
async fn seeded() -> Started {
    let it = started().await;
    let seeds = json!({ "reports": [
        { "id": "one", "urls": ["https://a.example/1"], "type": "PHISH", "cdate": "2026-03-01T08:00:00Z" },
        { "id": "two", "urls": ["https://b.example/"], "type": "DMCA", "status": "accepted",
          "cdate": "2026-03-02T08:00:00Z" },
        { "id": "three", "urls": ["https://a.example/3"], "type": "GEN", "status": "denied",
          "denial_reason": "unable_to_confirm", "cdate": "2026-03-03T08:00:00Z", "comments": "TD-7K3M9Q2XAB",
          "details": { "title": "Fake shop", "submitter": { "email": "ann@brand.example" }, "court": "on" } },
        { "id": "four", "urls": ["https://www.a.example/"], "type": "TM", "cdate": "2026-03-04T08:00:00Z" },
        { "id": "five", "urls": ["https://c.example/"], "type": "NEVER_SEEN", "status": "never_heard_of",
          "denial_reason": "sunspots", "cdate": "2026-03-05T08:00:00Z" },
    ] });
    let ids: Value = it.control("cloudflare/seed", seeds).await.json().await.unwrap();
    assert_eq!(ids["ids"], json!(["one", "two", "three", "four", "five"]));
    it
}

#[tokio::test]
async fn the_list_is_filtered_by_everything_the_sheet_names() {
    let it = seeded().await;
    for (query, expected) in [
        ("", "five four three two one"),
        ("?id=two", "two"),
        ("?id=none", ""),
        ("?domain=a.example", "three one"),
        ("?domain=a.example&domain=b.example", "three two one"),
        ("?status=submitted", "four one"),
        ("?status=accepted&status=denied", "three two"),
        ("?type=PHISH&type=TM", "four one"),
        ("?created_after=2026-03-03T08:00:00Z", "five four"),
        ("?created_before=2026-03-03T08:00:00Z", "two one"),
        ("?created_after=2026-03-01T09%3A00%3A00%2B01%3A00&created_before=2026-03-04T08:00:00Z", "three two"),
        ("?domain=a.example&type=GEN&status=denied", "three"),
    ] {
        assert_eq!(it.listed(query).await.join(" "), expected, "{query}");
    }
}

#[tokio::test]
async fn the_list_goes_in_every_order() {
    let it = seeded().await;
    for (sort, expected) in [
        ("cdate,asc", "one two three four five"),
        ("cdate%2Cdesc", "five four three two one"),
        ("id,asc", "five four one three two"),
        ("domain,asc", "one three two five four"),
        ("domain,desc", "four five two three one"),
        ("type,asc", "two three five one four"),
        ("status,asc", "two three five one four"),
    ] {
        assert_eq!(it.listed(&format!("?sort={sort}")).await.join(" "), expected, "{sort}");
    }
}

#[tokio::test]
async fn pages_neither_repeat_nor_skip_and_say_where_they_are() {
    let it = seeded().await;
    let mut seen = Vec::new();
    for (page, count) in [(1, 2), (2, 2), (3, 1), (4, 0)] {
        let query = format!("?page={page}&per_page=2");
        let (_, body) = it.read(&query).await;
        let info = json!({ "page": page, "per_page": 2, "count": count, "total_count": 5, "total_pages": 3 });
        assert_eq!(body["result_info"], info);
        seen.extend(it.listed(&query).await);
    }
    assert_eq!(seen.join(" "), "five four three two one");
}

#[tokio::test]
async fn a_query_that_the_sheet_does_not_have_is_400() {
    let it = seeded().await;
    it.read("?per_page=200").await;
    for query in [
        "page=0",
        "page=x",
        "per_page=0",
        "per_page=201",
        "sort=cdate",
        "sort=cdate,up",
        "sort=title,asc",
        "status=in_review",
        "status=accepted,denied",
        "type=phish",
        "created_after=yesterday",
        "created_after=2026-03-01",
        "id=one&id=two",
        "cursor=1",
    ] {
        let (status, body) = it.read(&format!("?{query}")).await;
        assert_eq!((status, &body["success"]), (400, &json!(false)), "{query}");
        assert!(body["errors"][0]["message"].is_string() && body["errors"][0]["code"].is_number());
    }
    it.set(|switches| switches.codes_as_numbers = false);
    assert!(it.read("?page=0").await.1["errors"][0]["code"].is_string());
}

#[tokio::test]
async fn a_row_has_the_six_required_members_and_the_submitter() {
    let it = seeded().await;
    let row = it.result("?id=three").await["reports"][0].clone();
    let expected = json!({
        "id": "three", "cdate": "2026-03-03T08:00:00.000Z", "denial_reason": "unable_to_confirm",
        "domain": "a.example", "status": "denied", "type": "GEN", "submitter": { "email": "ann@brand.example" },
    });
    assert_eq!(row, expected);
    assert_eq!(it.result("?id=one").await["reports"][0]["denial_reason"], Value::Null);
}

#[tokio::test]
async fn a_detail_gives_back_what_was_sent_with_lists_as_arrays() {
    let it = started().await;
    let mut sent = most(Act::General);
    sent["urls"] = json!("https://evil.example/a\nhttps://evil.example/b");
    let id = it.submitted(&sent).await;
    let mut shown = it.result(&format!("/{id}")).await;
    assert!(shown.as_object_mut().unwrap().remove("cdate").unwrap().is_string());
    let expected = json!({
        "id": id, "denial_reason": null, "domain": "evil.example", "status": "submitted", "type": "GEN",
        "dsa_attestation": false, "urls": ["https://evil.example/a", "https://evil.example/b"],
        "comments": sent["comments"], "justification": sent["justification"], "title": "Fake login",
        "host_notification": "send", "owner_notification": "send", "reported_country": "GB",
        "reported_user_agent": "Practice/1.0", "source_ips": ["192.0.2.1", "2001:db8::1"],
        "destination_ips": ["198.51.100.7"], "ports_protocols": ["80/TCP", "22/UDP"],
        "submitter": {
            "company": "Acme", "email": "sam@brand.example", "name": "Sam Practice", "telephone": "+44 20 7946 0000",
        },
    });
    assert_eq!(shown, expected);
}

#[tokio::test]
async fn the_optional_members_of_each_type_come_back() {
    let it = started().await;
    it.set(|switches| switches.refuses_duplicates = false);
    for (act, members) in [
        (Act::Dmca, vec!["agent_name", "original_work"]),
        (Act::Children, vec!["ncmec_notification", "justification"]),
        (Act::Ncsei, vec!["ncsei_subject_representation"]),
        (Act::RegistrarWhois, vec!["reg_who_request"]),
    ] {
        let sent = most(act);
        let id = it.submitted(&sent).await;
        let shown = it.result(&format!("/{id}")).await;
        for member in members {
            assert_eq!(shown[member], sent[member], "{member}");
        }
        assert_eq!(shown.get("signature"), None);
    }
    let it = seeded().await;
    assert_eq!(it.result("/three").await["court"], "on");
}

#[tokio::test]
async fn comments_can_be_kept_from_reading() {
    let it = seeded().await;
    assert_eq!(it.result("/three").await["comments"], "TD-7K3M9Q2XAB");
    it.set(|switches| switches.echo_comments = false);
    assert_eq!(it.result("/three").await.get("comments"), None);
}

#[tokio::test]
async fn an_unknown_report_is_400_or_what_a_switch_says() {
    let it = started().await;
    for status in [400, 404] {
        it.set(|switches| switches.unknown_report_status = status);
        for path in ["/none", "/none/emails", "/a%2Fb"] {
            let (answered, body) = it.read(path).await;
            assert_eq!((answered, &body["success"]), (status, &json!(false)));
        }
    }
}

#[tokio::test]
async fn the_domain_can_be_shown_and_asked_for_without_its_subdomain() {
    let it = seeded().await;
    it.set(|switches| switches.domain_drops_subdomain = true);
    assert_eq!(it.listed("?domain=a.example").await.join(" "), "four three one");
    assert_eq!(it.listed("?domain=www.a.example").await.len(), 0);
    assert_eq!(it.result("/four").await["domain"], "a.example");
}

#[tokio::test]
async fn a_new_report_shows_after_the_lag_and_a_seed_at_once() {
    let it = seeded().await;
    it.set(|switches| switches.visibility_lag_ms = 60_000);
    let id = it.submitted(&least(Act::Phishing)).await;
    assert_eq!(it.listed("").await.len(), 5);
    assert_eq!(it.read(&format!("/{id}")).await.0, 400);
    it.cloudflare().turn_clock(60_000);
    assert_eq!(it.listed("").await[0], id);
    assert_eq!(it.read(&format!("/{id}")).await.0, 200);
}

#[tokio::test]
async fn mails_tell_of_the_receipt_and_of_each_decision() {
    let it = started().await;
    let id = it.submitted(&phishing("https://evil.example/")).await;
    it.cloudflare().next(CfStep::Accepted, None).unwrap();
    it.cloudflare().next(CfStep::Denied(DenialReason::NoAbuseFound), Some(&id)).unwrap();
    let mails = it.result(&format!("/{id}/emails")).await["emails"].clone();
    let about: Vec<&str> = mails.as_array().unwrap().iter().map(|mail| mail["subject"].as_str().unwrap()).collect();
    assert!(about[0].contains("received") && about[1].contains("accepted") && about[2].contains("denied"));
    assert!(mails[2]["body"].as_str().unwrap().contains("no_abuse_found"));
    for mail in mails.as_array().unwrap() {
        assert_eq!(mail["recipient"], "sam@brand.example");
        assert!(mail["id"].is_string());
        mail["sent_at"].as_str().unwrap().parse::<jiff::Timestamp>().unwrap();
    }
    it.set(|switches| switches.mails_as_html = true);
    let body = it.result(&format!("/{id}/emails")).await["emails"][0]["body"].clone();
    assert!(body.as_str().unwrap().starts_with("<p>"));
}

#[tokio::test]
async fn mails_come_twenty_a_page_and_a_hundred_at_most() {
    let it = started().await;
    let id = it.submitted(&least(Act::Phishing)).await;
    for _ in 0..21 {
        it.cloudflare().next(CfStep::Accepted, Some(&id)).unwrap();
    }
    let counts = async |query: &str| it.read(&format!("/{id}/emails{query}")).await.1["result_info"].clone();
    assert_eq!(
        counts("").await,
        json!({ "page": 1, "per_page": 20, "count": 20, "total_count": 22, "total_pages": 2 })
    );
    assert_eq!(counts("?page=2").await["count"], 2);
    assert_eq!(counts("?per_page=100").await["count"], 22);
    assert_eq!(it.read(&format!("/{id}/emails?per_page=101")).await.0, 400);
    assert_eq!(it.read(&format!("/{id}/emails?sort=id,asc")).await.0, 400);
}

#[tokio::test]
async fn empty_lists_can_come_as_null() {
    let it = started().await;
    let (_, body) = it.read("").await;
    assert_eq!((&body["result"]["reports"], &body["errors"]), (&json!([]), &json!([])));
    it.set(|switches| switches.null_lists = true);
    it.cloudflare().seed(vec![CfSeed { urls: vec!["https://a.example/".into()], ..CfSeed::default() }]);
    let (_, body) = it.read("?id=none").await;
    assert_eq!((&body["result"]["reports"], &body["errors"]), (&Value::Null, &Value::Null));
    assert_eq!(body["result_info"]["total_count"], 0);
    let id = it.listed("").await.remove(0);
    assert_eq!(it.result(&format!("/{id}/emails")).await["emails"], Value::Null);
}
