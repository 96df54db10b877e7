use practice::{CfSiteStep, IdStyle, Options};
use serde_json::{Value, json};

use super::support::asks;
use crate::support::{TOKEN, options, started, started_with, url_report};

#[tokio::test]
async fn our_sites_outlive_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("practice.json");
    let options = Options { kept_in: Some(file.clone()), id_prefix: IdStyle::Practice, ..options() };
    let before = started_with(options.clone()).await;
    before.cloudflare().seed_sites();
    let id = before.row_ids("?domain=shop.acme.example").await;
    let block = before.row_ids(&format!("/{id}/mitigations")).await;
    assert!(id.starts_with("PRACTICE-IN-") && block.starts_with("PRACTICE-BLOCK-"));
    before.appealed(&id, &asks(&[&block])).await;
    before.set_sites(|switches| switches.per_page = 7);
    before.cloudflare().next_site(CfSiteStep::PartAnswer).unwrap();
    let (received, appealed) = (before.cloudflare().received(), before.cloudflare().appealed());
    assert_eq!(before.phishfort().keeping_failed(), None);
    drop(before);
    assert!(!std::fs::read_to_string(&file).unwrap().contains(TOKEN));

    let after = started_with(options).await;
    assert_eq!((after.cloudflare().received(), after.cloudflare().appealed()), (received, appealed));
    assert_eq!((after.cloudflare().sites_switches().per_page, after.cloudflare().seed_sites().len()), (7, 0));
    let news = after.cloudflare().next_site(CfSiteStep::NewBlock).unwrap();
    assert_eq!(news.report.as_deref(), Some("PRACTICE-IN-0015"), "numbers go on");
}

#[tokio::test]
async fn a_file_from_before_our_sites_were_played_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("practice.json");
    let options = Options { kept_in: Some(file.clone()), ..options() };
    let before = started_with(options.clone()).await;
    before.reported(url_report()).await;
    drop(before);
    let mut kept: Value = serde_json::from_slice(&std::fs::read(&file).unwrap()).unwrap();
    kept["cloudflare"].as_object_mut().unwrap().remove("sites").unwrap();
    std::fs::write(&file, kept.to_string()).unwrap();

    let after = started_with(options).await;
    assert_eq!((after.phishfort().incidents().len(), after.row_ids("").await), (1, String::new()));
    assert_eq!(after.cloudflare().seed_sites().len(), 14);
}

#[tokio::test]
async fn a_reset_leaves_nothing_of_our_sites() {
    let it = started().await;
    it.cloudflare().seed_sites();
    it.cloudflare().seed_many(10, 10);
    it.set_sites(|switches| switches.order_reversed = true);
    assert_eq!(it.control("reset", json!({})).await.status(), 204);
    assert_eq!((it.cloudflare().received(), it.cloudflare().appealed()), (vec![], vec![]));
    assert_eq!(it.cloudflare().sites_switches(), practice::SitesSwitches::default());
}
