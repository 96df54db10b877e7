//! Who may do what, and how often.

use practice::{ACCOUNT_ID, Act, TokenOwner};
use reqwest::{Method, header::RETRY_AFTER};
use serde_json::{Value, json};

use super::support::{least, phishing, status_and_body};
use crate::support::{Started, TOKEN, started};

async fn asked(it: &Started, path: &str) -> (u16, Value) {
    status_and_body(it.to_cf(Method::GET, path).send().await.unwrap()).await
}

fn first_shape() -> (u16, Value) {
    let errors = json!([{ "code": 10_000, "message": "Authentication error" }]);
    (401, json!({ "success": false, "errors": errors, "messages": [], "result": null }))
}

fn second_shape(msg: &str) -> (u16, Value) {
    (401, json!({ "result": "error", "msg": msg, "err_code": "unknown_err", "error_code": "unknown_err" }))
}

#[tokio::test]
async fn a_missing_or_unknown_token_is_401_in_the_envelope_before_all_else() {
    let it = started().await;
    it.set(|switches| (switches.may_write, switches.entitled) = (false, false));
    let url = format!("{}/accounts/nobody/abuse-reports/abuse_other", it.practice.cloudflare_url());
    for authorization in [None, Some("Bearer wrong"), Some(TOKEN), Some("Basic practice-token"), Some("Bearer ")] {
        let mut request = it.client.post(&url).json(&json!({}));
        if let Some(authorization) = authorization {
            request = request.header("authorization", authorization);
        }
        let answer = status_and_body(request.send().await.unwrap()).await;
        assert_eq!(answer, first_shape(), "{authorization:?}");
    }
}

#[tokio::test]
async fn a_missing_permission_or_entitlement_is_401_in_the_other_shape() {
    let it = started().await;
    let permission = second_shape("The token lacks a Trust and Safety permission");
    let submit = async || status_and_body(it.submit(&least(Act::Phishing)).await).await;
    it.set(|switches| switches.may_write = false);
    assert_eq!(submit().await, permission);
    assert_eq!(it.read("").await.0, 200, "reading is another permission");
    it.set(|switches| (switches.may_write, switches.entitled) = (true, false));
    assert_eq!(submit().await, second_shape("Not entitled to use feature: Abuse Report API"));
    assert_eq!(it.read("").await.0, 200, "reading needs no entitlement");
    it.set(|switches| (switches.may_read, switches.entitled) = (false, true));
    assert_eq!(it.read("").await, permission);
    assert_eq!(it.read("/some/emails").await, permission);
    it.submitted(&least(Act::Phishing)).await;
}

#[tokio::test]
async fn another_account_is_403() {
    let it = started().await;
    let other = "/accounts/00000000000000000000000000000bad/abuse-reports";
    assert_eq!(asked(&it, &format!("{other}/submitted")).await.0, 403);
    let request = it.to_cf(Method::POST, &format!("{other}/abuse_phishing")).json(&least(Act::Phishing));
    assert_eq!(request.send().await.unwrap().status(), 403);
    assert_eq!(it.cloudflare().processed().len(), 0);
}

#[tokio::test]
async fn without_the_submitted_endpoint_reading_is_404_and_nothing_unexpected() {
    let it = started().await;
    it.set(|switches| switches.submitted_endpoint = false);
    for path in ["", "/some", "/some/emails"] {
        let (status, body) = it.read(path).await;
        assert_eq!((status, &body["success"]), (404, &json!(false)));
    }
    assert_eq!(it.cloudflare().unexpected(), Vec::<String>::new());
    it.submitted(&least(Act::Phishing)).await;
}

#[tokio::test]
async fn a_token_is_verified_where_it_belongs() {
    let it = started().await;
    let addresses = ["/user/tokens/verify".to_owned(), format!("/accounts/{ACCOUNT_ID}/tokens/verify")];
    for (owner, here, there) in [(TokenOwner::User, 0, 1), (TokenOwner::Account, 1, 0)] {
        it.set(|switches| switches.token_owner = owner);
        let (status, body) = asked(&it, &addresses[here]).await;
        assert_eq!((status, &body["result"]["status"]), (200, &json!("active")));
        assert_eq!(asked(&it, &addresses[there]).await, first_shape());
    }
}

#[tokio::test]
async fn a_token_that_is_not_active_says_so_and_does_nothing_else() {
    let it = started().await;
    let order = json!({ "token_status": "expired", "token_expires_on": "2026-03-01T08:00:00Z" });
    assert_eq!(it.control("cloudflare/switches", order).await.status(), 200);
    let (status, body) = asked(&it, "/user/tokens/verify").await;
    assert_eq!((status, &body["result"]["status"]), (200, &json!("expired")));
    assert_eq!(body["result"]["expires_on"], "2026-03-01T08:00:00.000Z");
    assert_eq!(it.read("").await, first_shape());
}

#[tokio::test]
async fn a_revoked_token_is_401_from_then_on() {
    let it = started().await;
    it.submitted(&least(Act::Phishing)).await;
    it.cloudflare().set_tokens(vec!["new".into()]);
    assert_eq!(it.read("").await, first_shape());
}

#[tokio::test]
async fn the_account_is_listed_or_the_list_is_403() {
    let it = started().await;
    let (status, body) = asked(&it, "/accounts?page=1&per_page=50&direction=asc").await;
    let account = &body["result"][0];
    assert_eq!((status, &account["id"], &account["type"]), (200, &json!(ACCOUNT_ID), &json!("enterprise")));
    assert_eq!((ACCOUNT_ID.len(), &account["name"]), (32, &json!("Acme (practice)")));
    assert_eq!(body["result_info"]["total_count"], 1);
    assert_eq!(asked(&it, "/accounts?name=Other").await.1["result"], json!([]));
    assert_eq!(asked(&it, "/accounts?order=name").await.0, 400);
    it.set(|switches| switches.lists_accounts = false);
    let (status, body) = asked(&it, "/accounts").await;
    assert_eq!((status, &body["success"]), (403, &json!(false)));
}

#[tokio::test]
async fn what_is_left_is_told_with_every_answer_and_renewed_after_five_minutes() {
    let it = started().await;
    let told = async || {
        let answer = it.to_cf(Method::GET, "/accounts").send().await.unwrap();
        let headers = answer.headers();
        let text = |name: &str| headers[name].to_str().unwrap().to_owned();
        (text("ratelimit"), text("ratelimit-policy"))
    };
    let (left, policy) = told().await;
    assert!(left.starts_with("\"default\";r=1199;t="), "{left}");
    assert_eq!(policy, "\"default\";q=1200;w=300");
    assert!(told().await.0.starts_with("\"default\";r=1198;t="));
    assert_eq!((it.cloudflare().ratelimit_remaining(1), it.cloudflare().ratelimit_remaining(0)), (1198, 1200));
    it.cloudflare().turn_clock(300_000);
    assert!(told().await.0.starts_with("\"default\";r=1199;t="));
}

#[tokio::test]
async fn past_the_quota_everything_of_that_token_is_429_for_five_minutes() {
    let it = started().await;
    it.set(|switches| switches.ratelimit_quota = 2);
    it.submitted(&phishing("https://evil.example/1")).await;
    it.submitted(&phishing("https://evil.example/2")).await;
    let refused = it.submit(&phishing("https://evil.example/3")).await;
    assert_eq!(refused.status(), 429);
    let wait: i64 = refused.headers()[RETRY_AFTER].to_str().unwrap().parse().unwrap();
    assert_eq!(wait, 300);
    assert!(refused.headers()["ratelimit"].to_str().unwrap().starts_with("\"default\";r=0;t="));
    it.cloudflare().turn_clock(290_000);
    let (status, body) = it.read("").await;
    assert_eq!((status, &body["success"]), (429, &json!(false)));
    let url = format!("{}/accounts", it.practice.cloudflare_url());
    let other_token = it.client.get(url).bearer_auth("another-token").send().await.unwrap();
    assert_eq!(other_token.status(), 200);
    it.cloudflare().turn_clock(10_000);
    it.submitted(&phishing("https://evil.example/3")).await;
    assert_eq!(it.cloudflare().processed().len(), 3);
}
