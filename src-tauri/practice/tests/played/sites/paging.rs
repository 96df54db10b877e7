use practice::{CfMitigationSeed, CfReceivedSeed};
use serde_json::{Value, json};

use crate::support::{Started, started};

/// 45 reports, the first with 45 mitigations.
async fn forty_five() -> Started {
    let it = started().await;
    let report = |at: usize| CfReceivedSeed {
        domain: "shop.acme.example".into(),
        id: Some(format!("r{at:02}")),
        mitigations: if at == 0 { vec![CfMitigationSeed::default(); 45] } else { Vec::new() },
        ..CfReceivedSeed::default()
    };
    it.cloudflare().seed_received((0..45).map(report).collect());
    it
}

const LISTS: [&str; 2] = ["", "/r00/mitigations"];

async fn info(it: &Started, path: &str) -> Value {
    it.sites(path).await.1["result_info"].clone()
}

#[tokio::test]
async fn pages_are_of_twenty_and_of_a_hundred_at_most() {
    let it = forty_five().await;
    for list in LISTS {
        let expected = json!({ "page": 1, "per_page": 20, "count": 20, "total_count": 45, "total_pages": 3 });
        assert_eq!(info(&it, list).await, expected);
        assert_eq!(info(&it, &format!("{list}?per_page=100")).await["count"], 45);
        assert_eq!(it.sites(&format!("{list}?per_page=101")).await.0, 400);
    }
}

#[tokio::test]
async fn pages_neither_repeat_nor_skip() {
    let it = forty_five().await;
    for list in LISTS {
        let mut seen = Vec::new();
        for (page, count) in [(1, 20), (2, 20), (3, 5), (4, 0)] {
            let path = format!("{list}?page={page}");
            assert_eq!(info(&it, &path).await["count"], count);
            seen.extend(it.row_ids(&path).await.split_whitespace().map(str::to_owned));
        }
        seen.sort();
        seen.dedup();
        assert_eq!(seen.len(), 45, "{list}");
    }
}

#[tokio::test]
async fn default_and_maximum_of_a_page_are_by_switch_refused_or_clamped() {
    let it = forty_five().await;
    it.set_sites(|switches| (switches.per_page, switches.most_per_page) = (5, 10));
    for list in LISTS {
        assert_eq!(info(&it, list).await["per_page"], 5);
        assert_eq!(it.sites(&format!("{list}?per_page=11")).await.0, 400);
    }
    it.set_sites(|switches| switches.clamps_per_page = true);
    for list in LISTS {
        let clamped = info(&it, &format!("{list}?per_page=100")).await;
        assert_eq!((&clamped["per_page"], &clamped["count"]), (&json!(10), &json!(10)));
        assert_eq!(it.sites(&format!("{list}?per_page=0")).await.0, 400);
    }
}

#[tokio::test]
async fn what_is_said_about_pages_can_be_wrong_or_missing() {
    let it = forty_five().await;
    it.set_sites(|switches| switches.total_pages = Some(1));
    for list in LISTS {
        assert_eq!(info(&it, list).await["total_pages"], 1);
        assert_eq!(info(&it, &format!("{list}?page=3")).await["count"], 5);
    }
    it.set_sites(|switches| switches.no_result_info = true);
    for list in LISTS {
        assert_eq!(info(&it, list).await, Value::Null);
    }
}

#[tokio::test]
async fn empty_lists_can_come_as_null() {
    let it = forty_five().await;
    it.set(|switches| switches.null_lists = true);
    assert_eq!(it.sites_result("?domain=none.example").await["reports"], Value::Null);
    assert_eq!(it.sites_result("/r01/mitigations").await["mitigations"], Value::Null);
    assert_eq!(it.sites_result("/r01/emails").await["emails"], Value::Null);
}
