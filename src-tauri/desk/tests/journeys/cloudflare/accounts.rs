//! Connecting to Cloudflare: whose token it is, which account is meant, what may be read, what may be filed.

use desk::commands;
use desk::contract::*;
use practice::{ACCOUNT_ID, ACCOUNT_NAME, Fault, FaultOrder, TokenOwner};
use serde_json::json;

use crate::support::{TOKEN, TestDesk, key};
use Ability::{NotPermitted, Unknown, Yes};
use ConnectionHealth::{KeyRefused, NoAccount, PartlyWorks, Works};

async fn saved(desk: &TestDesk) -> ConnectionView {
    commands::connection_save_key(desk, Service::Cloudflare, key(TOKEN)).await.unwrap()
}

async fn chosen(desk: &TestDesk, account: &str) -> ConnectionView {
    commands::connection_choose_account(desk, account.into()).await.unwrap()
}

#[tokio::test]
async fn the_only_account_is_chosen_by_itself_and_nothing_is_filed_to_try_it() {
    let desk = TestDesk::new().await;
    let view = saved(&desk).await;
    assert_eq!((view.health, view.reading, view.filing), (Works, Yes, Unknown), "filing shows only in a report");
    assert_eq!((view.account_id.as_deref(), view.account.as_deref()), (Some(ACCOUNT_ID), Some(ACCOUNT_NAME)));
    assert_eq!(view.key_tail.as_deref(), Some(&TOKEN[TOKEN.len() - 4..]));
    assert!(desk.submissions().is_empty());
}

#[tokio::test]
async fn of_several_accounts_none_is_chosen_by_itself() {
    let desk = TestDesk::new().await;
    let second = "00000000000000000000000000000002";
    let body = json!({
        "success": true, "errors": [], "messages": [],
        "result": [{ "id": second, "name": "Other" }, { "id": ACCOUNT_ID, "name": ACCOUNT_NAME }],
    });
    let two = Fault::Status {
        status: 200,
        body: Some(body.to_string()),
        content_type: None,
        retry_after: None,
        processed: false,
    };
    desk.cloudflare().fault(FaultOrder { path_contains: Some("/v4/accounts".into()), ..FaultOrder::next(two) });
    let view = saved(&desk).await;
    assert_eq!((view.health, view.account_id, view.accounts.len()), (NoAccount, None, 2));
    let view = chosen(&desk, ACCOUNT_ID).await;
    assert_eq!((view.health, view.account.as_deref()), (Works, Some(ACCOUNT_NAME)));
}

#[tokio::test]
async fn where_accounts_can_t_be_listed_the_id_is_typed() {
    let desk = TestDesk::new().await;
    desk.switch(|switches| switches.lists_accounts = false);
    let view = saved(&desk).await;
    assert_eq!((view.health, view.accounts), (NoAccount, vec![]));
    for nonsense in ["", "a b", "../accounts", &"0".repeat(33)] {
        let refused = commands::connection_choose_account(&desk, nonsense.into()).await.unwrap_err();
        assert_eq!(refused.code, ErrorCode::AccountUnlikely, "{nonsense:?}");
    }
    let view = chosen(&desk, &format!(" {ACCOUNT_ID}\n")).await;
    assert_eq!((view.health, view.reading), (Works, Yes));
}

#[tokio::test]
async fn a_token_of_the_account_itself_works_whether_the_account_is_known_before_or_after() {
    for listed in [true, false] {
        let desk = TestDesk::new().await;
        desk.switch(|switches| {
            switches.token_owner = TokenOwner::Account;
            switches.lists_accounts = listed;
        });
        let view = saved(&desk).await;
        assert_ne!(view.health, KeyRefused, "that it is no person's token says nothing about it");
        let view = if listed { view } else { chosen(&desk, ACCOUNT_ID).await };
        assert_eq!((view.health, view.reading), (Works, Yes));
        let sent = desk.filed_report_as("Jo Example", "https://acme-login.example/a").await;
        desk.assert_state(&sent, SubmissionState::Accepted, None).await;
    }
}

#[tokio::test]
async fn a_token_that_nobody_knows_or_that_is_switched_off_is_said_to_be_refused() {
    let desk = TestDesk::new().await;
    let view = commands::connection_save_key(&desk, Service::Cloudflare, key("some-other-token")).await.unwrap();
    assert_eq!(view.health, KeyRefused);
    for status in ["disabled", "expired"] {
        let desk = TestDesk::new().await;
        desk.switch(|switches| switches.token_status = status.into());
        let view = saved(&desk).await;
        assert_eq!(view.health, KeyRefused);
        assert!(view.said.unwrap().contains(status));
    }
}

#[tokio::test]
async fn a_token_that_may_not_read_what_was_filed_works_in_part_and_files() {
    for endpoint in [true, false] {
        let desk = TestDesk::new().await;
        desk.switch(|switches| {
            switches.may_read = false;
            switches.submitted_endpoint = endpoint;
        });
        let view = saved(&desk).await;
        assert_eq!((view.health, view.reading, view.filing), (PartlyWorks, NotPermitted, Unknown));
        let sent = desk.filed_report_as("Jo Example", "https://acme-login.example/a").await;
        desk.assert_state(&sent, SubmissionState::Accepted, None).await;
        assert_eq!(desk.connection().await.filing, Yes);
    }
}

#[tokio::test]
async fn an_account_that_is_not_ours_is_told_before_a_report_is_wasted() {
    let desk = TestDesk::new().await;
    saved(&desk).await;
    let view = chosen(&desk, "00000000000000000000000000000009").await;
    assert_eq!((view.health, view.reading), (NoAccount, Unknown), "the token names another account");
    assert_eq!(chosen(&desk, ACCOUNT_ID).await.health, Works);
}

#[tokio::test]
async fn account_and_abilities_outlive_a_restart_and_the_token_stays_in_the_key_store() {
    let mut desk = TestDesk::connected().await;
    desk.restart(crate::support::End::Closed).await;
    let view = desk.connection().await;
    assert_eq!((view.account_id.as_deref(), view.reading), (Some(ACCOUNT_ID), Yes));
    let view = commands::connection_test(&desk, Service::Cloudflare).await.unwrap();
    assert_eq!(view.health, Works);
}
