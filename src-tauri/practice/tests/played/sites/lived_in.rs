use std::collections::BTreeSet;

use jiff::SignedDuration;

use super::support::text;
use crate::support::{Started, started};

async fn seeded() -> Started {
    let it = started().await;
    assert_eq!(it.cloudflare().seed_sites().len(), 14);
    it
}

const TYPES: [&str; 20] = [
    "account_suspend",
    "copyright_interstitial",
    "geo_block",
    "legal_block",
    "malware_interstitial",
    "misleading_interstitial",
    "network_block",
    "phishing_interstitial",
    "playfairite_enforce",
    "r2_takedown_account",
    "r2_takedown_bucket",
    "r2_takedown_object",
    "rate_limit_cache",
    "redirect_video_stream",
    "zone_fint",
    "registrar_freeze",
    "registrar_parking",
    "stream_block_account",
    "user_suspend",
    "workers_takedown_by_zone_id",
];

#[tokio::test]
async fn the_lived_in_account_has_every_type_state_kind_and_place() {
    let it = seeded().await;
    let reports = it.cloudflare().received();
    let kinds: BTreeSet<&str> = reports.iter().map(|one| one.kind.as_str()).collect();
    assert_eq!(kinds, ["DMCA", "EMER", "GEN", "NCSEI", "NETWORK", "PHISH", "REG_WHO", "THREAT", "TM"].into());
    let all: Vec<_> = reports.iter().flat_map(|one| &one.mitigations).collect();
    let mut types: BTreeSet<&str> = all.iter().map(|one| one.kind.as_str()).collect();
    for known in TYPES {
        assert!(types.remove(known), "{known}");
    }
    assert_eq!(types.len(), 1, "and one that nobody knows: {types:?}");
    let statuses: BTreeSet<&str> = all.iter().map(|one| one.status.as_str()).collect();
    assert_eq!(statuses, ["active", "cancelled", "in_review", "pending", "removed"].into());
    let places: BTreeSet<&str> = all.iter().map(|one| one.entity_type.as_str()).collect();
    assert_eq!(places, ["account", "custom_expression", "url_pattern", "zone"].into());
    assert!(reports.iter().all(|one| one.domain.ends_with(".example") && !one.urls.is_empty()));
}

#[tokio::test]
async fn three_are_about_to_start_in_fifty_minutes_in_a_day_and_in_three() {
    let it = seeded().await;
    let now = it.cloudflare().now();
    let reports = it.cloudflare().received();
    let pending = reports.iter().flat_map(|one| &one.mitigations).filter(|one| one.status == "pending");
    let mut left: Vec<SignedDuration> = pending.map(|one| one.effective_date.duration_since(now)).collect();
    left.sort();
    assert_eq!(left.iter().map(|left| (left.as_mins() + 30) / 60).collect::<Vec<_>>(), [1, 21, 72]);
    let in_review = reports.iter().flat_map(|one| &one.mitigations).filter(|one| one.status == "in_review");
    assert_eq!(in_review.count(), 2);
}

#[tokio::test]
async fn one_dmca_report_can_be_answered_and_one_has_its_appeals_used_up() {
    let it = seeded().await;
    let mut told = Vec::new();
    for id in it.row_ids("?type=DMCA&sort=domain,asc").await.split(' ') {
        let eligibility = it.sites_result(&format!("/{id}/appeals/eligibility")).await;
        told.push((eligibility["appealable"] == true, eligibility["appeal_count"].as_u64().unwrap()));
    }
    assert_eq!(told, [(false, 0), (true, 0), (false, 2)]);
}

#[tokio::test]
async fn a_few_have_mails_and_one_of_those_is_html_with_an_address() {
    let it = seeded().await;
    let reports = it.cloudflare().received();
    let mails: Vec<_> = reports.iter().flat_map(|one| &one.mails).collect();
    assert!(mails.len() >= 4);
    assert_eq!(mails.iter().filter(|mail| mail.body.contains("href=\"https://")).count(), 1);
    let id = it.row_ids("?domain=shop.acme.example").await;
    let shown = it.sites_result(&format!("/{id}/emails")).await["emails"][0].clone();
    assert!(text(&shown["body"]).starts_with("<p>"));
}

#[tokio::test]
async fn it_is_lived_in_once_until_the_next_reset() {
    let it = seeded().await;
    assert_eq!(it.cloudflare().seed_sites(), Vec::<String>::new());
    assert_eq!(it.cloudflare().received().len(), 14);
    it.phishfort().reset();
    assert_eq!(it.cloudflare().received(), vec![]);
    assert_eq!(it.cloudflare().seed_sites().len(), 14);
}
