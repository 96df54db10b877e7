use practice::ACCOUNT_ID;
use reqwest::Method;
use serde_json::json;

use super::support::{asks, one_of_each};

const READS: [&str; 5] = ["", "/r", "/r/emails", "/r/mitigations", "/r/appeals/eligibility"];

#[tokio::test]
async fn reading_and_appealing_need_a_permission_each_and_no_entitlement() {
    let it = one_of_each("DMCA").await;
    it.set(|switches| switches.entitled = false);
    for path in READS {
        assert_eq!(it.sites(path).await.0, 200, "{path}");
    }
    it.set(|switches| switches.may_read = false);
    for path in READS {
        let (status, body) = it.sites(path).await;
        assert_eq!((status, &body["err_code"], &body["result"]), (401, &json!("unknown_err"), &json!("error")));
    }
    assert_eq!(it.appealed("r", &asks(&["a"])).await, "a:in_review", "writing is another permission");
    it.set(|switches| (switches.may_read, switches.may_write) = (true, false));
    let (status, body) = it.appeal("r", &asks(&["p"])).await;
    assert_eq!((status, &body["error_code"]), (401, &json!("unknown_err")));
    assert_eq!(it.cloudflare().appealed().len(), 1);
}

#[tokio::test]
async fn by_switch_they_need_the_entitlement_too() {
    let it = one_of_each("DMCA").await;
    it.set(|switches| switches.entitled = false);
    it.set_sites(|switches| switches.needs_entitlement = true);
    let missing = json!("Not entitled to use feature: Abuse Report API");
    for path in READS {
        let (status, body) = it.sites(path).await;
        assert_eq!((status, &body["msg"]), (401, &missing), "{path}");
    }
    assert_eq!(it.appeal("r", &asks(&["a"])).await.1["msg"], missing);
    assert_eq!(it.read("").await.0, 200, "submitted reports are read without it");
}

#[tokio::test]
async fn a_strange_token_is_401_in_the_front_layers_shape_and_another_account_403() {
    let it = one_of_each("DMCA").await;
    let url = format!("{}/accounts/{ACCOUNT_ID}/abuse-reports", it.practice.cloudflare_url());
    let answer = it.client.get(&url).bearer_auth("strange").send().await.unwrap();
    assert_eq!(answer.status(), 401);
    assert_eq!(answer.json::<serde_json::Value>().await.unwrap()["errors"][0]["code"], 10_000);
    let other = "/accounts/00000000000000000000000000000bad/abuse-reports";
    for (method, path) in [(Method::GET, other.to_owned()), (Method::POST, format!("{other}/r/mitigations/appeal"))] {
        assert_eq!(it.to_cf(method, &path).json(&asks(&["a"])).send().await.unwrap().status(), 403, "{path}");
    }
    assert_eq!(it.cloudflare().appealed(), vec![]);
}
