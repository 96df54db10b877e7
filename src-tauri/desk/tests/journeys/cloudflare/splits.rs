//! Several hosts, many addresses, the same one twice: one report a host, at most 250 addresses each, everything once.

use std::collections::BTreeSet;

use desk::commands;
use desk::contract::*;
use serde_json::Value;

use crate::support::{TestDesk, both, filing};
use SubmissionState::Accepted;

fn urls(body: &Value) -> Vec<&str> {
    body["urls"].as_str().unwrap().lines().collect()
}

#[tokio::test]
async fn two_hosts_become_two_reports_with_codes_of_their_own() {
    let desk = TestDesk::connected().await;
    let more = "https://pay.acme-login.example/b\nhttps://acme-login.example/c";
    let fields = DraftFields { more_addresses: more.into(), ..filing("https://acme-login.example/a") };
    let draft = desk.draft(fields).await;
    let splits: Vec<_> = draft.splits.iter().map(|one| (one.hostname.as_str(), one.addresses)).collect();
    assert_eq!(splits, [("acme-login[.]example", 2), ("pay[.]acme-login[.]example", 1)]);
    let shown = desk.check(&draft.id).await;
    assert_eq!((shown.problems.len(), shown.previews.len()), (0, 2));
    let sent = desk.send_all(&draft.id).await.unwrap();
    desk.pass(10).await;
    let processed = desk.cloudflare().processed();
    assert_eq!(processed.len(), 2);
    for ((preview, one), sent) in shown.previews.iter().zip(&processed).zip(&sent) {
        desk.assert_filed_as_shown(preview, one);
        let now = desk.now(sent).await;
        assert_eq!((now.state, now.number.as_ref(), &now.reference), (Accepted, Some(&one.id), &preview.reference));
    }
    assert_eq!(urls(&processed[0].body), ["https://acme-login.example/a", "https://acme-login.example/c"]);
    assert_eq!(urls(&processed[1].body), ["https://pay.acme-login.example/b"]);
    assert_ne!(shown.previews[0].reference, shown.previews[1].reference);
    let case = desk.case(&sent[0]).await;
    let numbers: BTreeSet<_> = case.standings.iter().filter_map(|one| one.number.clone()).collect();
    assert_eq!(numbers, processed.into_iter().map(|one| one.id).collect());
}

#[tokio::test]
async fn two_hundred_and_fifty_one_addresses_become_two_reports_and_none_is_told_twice() {
    let desk = TestDesk::connected().await;
    let all: Vec<_> = (0..=250).map(|n| format!("https://acme-login.example/{n}")).collect();
    let fields = DraftFields { more_addresses: all[1..].join("\n"), ..filing(&all[0]) };
    let draft = desk.draft(fields).await;
    assert_eq!(draft.splits.iter().map(|one| one.addresses).collect::<Vec<_>>(), [250, 1]);
    desk.send_all(&draft.id).await.unwrap();
    desk.pass(10).await;
    let processed = desk.cloudflare().processed();
    let told: Vec<_> = processed.iter().flat_map(|one| urls(&one.body)).collect();
    assert_eq!((processed.len(), told), (2, all.iter().map(String::as_str).collect()));
}

#[tokio::test]
async fn an_address_that_is_given_twice_is_sent_once() {
    let desk = TestDesk::connected().await;
    let more = "hxxps://acme-login[.]example/a\nHTTPS://ACME-LOGIN.example/b\nhttps://acme-login.example/b";
    let draft = desk.draft(DraftFields { more_addresses: more.into(), ..filing("https://acme-login.example/a") }).await;
    assert_eq!(draft.repeated, 2);
    desk.send(&draft.id).await.unwrap();
    desk.pass(10).await;
    let processed = desk.cloudflare().processed();
    assert_eq!(urls(&processed[0].body), ["https://acme-login.example/a", "https://acme-login.example/b"]);
}

#[tokio::test]
async fn phishfort_gets_the_target_and_finds_the_others_in_its_comment() {
    let desk = TestDesk::connected().await;
    let more = "https://acme-pay.example/b";
    let draft = desk.draft(DraftFields { more_addresses: more.into(), ..both("https://acme-login.example/a") }).await;
    desk.send_all(&draft.id).await.unwrap();
    desk.pass(10).await;
    let processed = desk.phishfort().processed();
    assert_eq!(processed.len(), 1);
    assert!(processed[0].fields["comment"].contains(more), "{}", processed[0].fields["comment"]);
    desk.assert_filed(2);
    let listed =
        commands::cases_list(&desk, CasesRequest { search: "acme-pay[.]example".into(), ..CasesRequest::default() });
    assert_eq!(listed.await.unwrap().total, 1, "the case is found by each of its addresses");
}
