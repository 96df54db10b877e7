//! Reading and appealing as a client would, and small worlds to do it in.

use practice::{ACCOUNT_ID, CfMitigationSeed, CfReceivedSeed, SitesSwitches};
use reqwest::{Method, RequestBuilder};
use serde_json::{Value, json};

use crate::{
    cloudflare::support::status_and_body,
    support::{Started, started},
};

impl Started {
    pub(crate) fn set_sites(&self, change: impl FnOnce(&mut SitesSwitches)) {
        let mut switches = self.cloudflare().sites_switches();
        change(&mut switches);
        self.cloudflare().set_sites_switches(switches);
    }

    pub(crate) fn to_sites(&self, method: Method, path: &str) -> RequestBuilder {
        self.to_cf(method, &format!("/accounts/{ACCOUNT_ID}/abuse-reports{path}"))
    }

    pub(crate) async fn sites(&self, path: &str) -> (u16, Value) {
        status_and_body(self.to_sites(Method::GET, path).send().await.unwrap()).await
    }

    /// What stands in `result` of a reading that succeeds.
    pub(crate) async fn sites_result(&self, path: &str) -> Value {
        let (status, body) = self.sites(path).await;
        assert_eq!((status, &body["success"]), (200, &json!(true)), "{path}: {body}");
        body["result"].clone()
    }

    /// The ids of the rows on a page, in its order.
    pub(crate) async fn row_ids(&self, path: &str) -> String {
        let result = self.sites_result(path).await;
        let rows = result.as_object().unwrap().values().next().unwrap().as_array().unwrap();
        rows.iter().map(|row| row["id"].as_str().unwrap()).collect::<Vec<_>>().join(" ")
    }

    pub(crate) async fn appeal(&self, report: &str, body: &Value) -> (u16, Value) {
        let request = self.to_sites(Method::POST, &format!("/{report}/mitigations/appeal")).json(body);
        status_and_body(request.send().await.unwrap()).await
    }

    /// What the answer names after a good appeal: `id:status` each.
    pub(crate) async fn appealed(&self, report: &str, body: &Value) -> String {
        let (status, answer) = self.appeal(report, body).await;
        assert_eq!((status, &answer["success"]), (200, &json!(true)), "{body}: {answer}");
        let rows = answer["result"].as_array().unwrap();
        assert_eq!(answer["result_info"]["count"], rows.len());
        let said = rows.iter().map(|row| format!("{}:{}", text(&row["id"]), text(&row["status"])));
        said.collect::<Vec<_>>().join(" ")
    }

    /// The statuses of a report's mitigations, in the order of their making.
    pub(crate) fn statuses(&self, report: &str) -> String {
        let all = self.cloudflare().received();
        let report = all.iter().find(|one| one.id == report).unwrap();
        report.mitigations.iter().map(|one| one.status.clone()).collect::<Vec<_>>().join(" ")
    }
}

pub(crate) fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}

/// The first documented form.
pub(crate) fn asks(ids: &[&str]) -> Value {
    let one = |id: &&str| json!({ "id": id, "reason": "misclassified" });
    json!({ "appeals": ids.iter().map(one).collect::<Vec<_>>() })
}

pub(crate) fn mitigation(id: &str, status: &str) -> CfMitigationSeed {
    CfMitigationSeed { id: Some(id.into()), status: Some(status.into()), ..CfMitigationSeed::default() }
}

/// A practice with one report `r` of this type, and a mitigation of each status: `p`, `a`, `i`, `c`, `x`.
pub(crate) async fn one_of_each(kind: &str) -> Started {
    let it = started().await;
    it.cloudflare().seed_received(vec![CfReceivedSeed {
        domain: "shop.acme.example".into(),
        id: Some("r".into()),
        kind: Some(kind.into()),
        mitigations: vec![
            mitigation("p", "pending"),
            mitigation("a", "active"),
            mitigation("i", "in_review"),
            mitigation("c", "cancelled"),
            mitigation("x", "removed"),
        ],
        ..CfReceivedSeed::default()
    }]);
    it
}
