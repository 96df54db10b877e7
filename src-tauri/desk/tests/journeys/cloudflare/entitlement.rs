//! An account that may not file, a token that may not, a token that is refused: three things, and the token is to blame
//! for one of them.

use desk::commands;
use desk::contract::*;

use crate::support::{TOKEN, TestDesk, key};
use SubmissionReason as Why;
use SubmissionState::{Accepted, NeedsPerson, Queued};

const TARGET: &str = "https://acme-login.example/a";

async fn paused(desk: &TestDesk) -> Vec<Service> {
    commands::outbox_list(desk).await.unwrap().paused
}

#[tokio::test]
async fn an_account_that_is_not_set_up_stops_cloudflare_s_queue_and_nobody_blames_the_token() {
    let desk = TestDesk::connected().await;
    desk.switch(|switches| switches.entitled = false);
    let [phishfort, cloudflare] = desk.told_both(TARGET).await;
    desk.assert_state(&phishfort, Accepted, None).await;
    let now = desk.now(&cloudflare).await;
    assert_eq!((now.state, now.reason), (NeedsPerson, Some(Why::NotEntitled)));
    assert_eq!(now.said.as_deref(), Some("Not entitled to use feature: Abuse Report API"));
    assert_eq!(paused(&desk).await, [Service::Cloudflare]);
    let connection = desk.connection().await;
    assert_eq!((connection.health, connection.filing), (ConnectionHealth::PartlyWorks, Ability::NotEntitled));
    assert_eq!(connection.reading, Ability::Yes);
    let tested = commands::connection_test(&desk, Service::Cloudflare).await.unwrap();
    assert_eq!(tested.health, ConnectionHealth::PartlyWorks, "the token works, and what it lacks is known");

    // What comes after: PhishFort's goes on, Cloudflare's waits without being tried.
    let [second, waits] = desk.told_both("https://acme-pay.example/a").await;
    desk.assert_state(&second, Accepted, None).await;
    assert!(matches!(desk.now(&waits).await.state, Queued | NeedsPerson));
    let draft = desk.draft(crate::support::filing("https://acme-third.example/a")).await;
    let advice = desk.check(&draft.id).await;
    assert_eq!(advice.problems, [], "it may be set up by now, so nobody is kept from trying");
    assert!(advice.advice.iter().any(|one| one.code == ProblemCode::NotEntitledYet));
    desk.assert_filed(0);

    desk.switch(|switches| switches.entitled = true);
    commands::outbox_send_again(&desk, cloudflare.id.clone()).await.unwrap();
    desk.idle().await;
    desk.assert_state(&cloudflare, Accepted, None).await;
    if desk.now(&waits).await.state == NeedsPerson {
        commands::outbox_send_again(&desk, waits.id.clone()).await.unwrap();
    }
    desk.pass(10).await;
    desk.assert_state(&waits, Accepted, None).await;
    desk.assert_filed(2);
    assert_eq!(paused(&desk).await, []);
    let connection = commands::connection_test(&desk, Service::Cloudflare).await.unwrap();
    assert_eq!((connection.health, connection.filing), (ConnectionHealth::Works, Ability::Yes));
}

#[tokio::test]
async fn while_the_queue_is_paused_nothing_is_tried_in_vain() {
    let desk = TestDesk::connected().await;
    desk.switch(|switches| switches.entitled = false);
    desk.filed_report(TARGET).await;
    for n in 0..5 {
        desk.filed_report(&format!("https://acme-{n}.example/a")).await;
    }
    desk.pass(24 * 3600).await;
    assert_eq!(desk.submissions().len(), 1, "told once that it may not file, it asks no more");
}

#[tokio::test]
async fn a_token_that_may_not_file_is_told_from_an_account_that_may_not() {
    let desk = TestDesk::connected().await;
    desk.switch(|switches| switches.may_write = false);
    let sent = desk.filed_report(TARGET).await;
    desk.assert_state(&sent, NeedsPerson, Some(Why::NotPermitted)).await;
    let connection = desk.connection().await;
    assert_eq!((connection.health, connection.filing), (ConnectionHealth::PartlyWorks, Ability::NotPermitted));

    // A token with the right is saved: what was refused for the old one goes out by itself.
    desk.switch(|switches| switches.may_write = true);
    commands::connection_save_key(&desk, Service::Cloudflare, key(TOKEN)).await.unwrap();
    desk.idle().await;
    desk.assert_state(&sent, Accepted, None).await;
    desk.assert_filed(1);
}

#[tokio::test]
async fn a_token_that_was_revoked_waits_for_another_and_loses_nothing() {
    let desk = TestDesk::connected().await;
    desk.cloudflare().set_tokens(vec!["another-token".into()]);
    let [phishfort, sent] = desk.told_both(TARGET).await;
    desk.assert_state(&phishfort, Accepted, None).await;
    let now = desk.now(&sent).await;
    assert_eq!(now.reason, Some(Why::KeyRefused), "{now:#?}");
    assert_eq!(paused(&desk).await, [Service::Cloudflare]);
    assert_eq!(desk.connection().await.health, ConnectionHealth::KeyRefused);
    desk.pass(24 * 3600).await;
    assert!(desk.submissions().len() <= 1);
    desk.cloudflare().set_tokens(vec![TOKEN.into()]);
    commands::connection_save_key(&desk, Service::Cloudflare, key(TOKEN)).await.unwrap();
    desk.idle().await;
    desk.assert_state(&sent, Accepted, None).await;
    desk.assert_filed(1);
}

#[tokio::test]
async fn without_a_token_or_an_account_the_check_says_so_before_anything_is_sent() {
    let desk = TestDesk::new().await;
    let draft = desk.draft(crate::support::both(TARGET)).await;
    let codes: Vec<_> = desk.check(&draft.id).await.problems.into_iter().map(|one| one.code).collect();
    assert!(codes.contains(&ProblemCode::CloudflareKeyMissing), "{codes:?}");
    assert!(codes.contains(&ProblemCode::CloudflareAccountMissing), "{codes:?}");
    assert!(!codes.contains(&ProblemCode::KeyMissing));
    assert_eq!(desk.send_all(&draft.id).await.unwrap_err().code, ErrorCode::NotReady);
}

#[tokio::test]
async fn a_token_that_is_forgotten_with_a_report_in_the_queue_makes_it_wait() {
    let desk = TestDesk::connected().await;
    let sent = desk.file_report(TARGET).await;
    commands::connection_forget_key(&desk, Service::Cloudflare).await.unwrap();
    desk.pass(3600).await;
    assert_eq!(desk.now(&sent).await.reason, Some(Why::KeyMissing));
    commands::connection_save_key(&desk, Service::Cloudflare, key(TOKEN)).await.unwrap();
    desk.idle().await;
    desk.assert_state(&sent, Accepted, None).await;
    desk.assert_filed(1);
}
