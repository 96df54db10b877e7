//! Good submissions, and what a test does with them.

use practice::{ACCOUNT_ID, Act, CfSwitches, Cloudflare, ErrorKind};
use reqwest::{Method, RequestBuilder, Response};
use serde_json::{Map, Value, json};

use crate::support::{Started, TOKEN, started};

impl Started {
    pub(crate) fn cloudflare(&self) -> &Cloudflare {
        self.practice.cloudflare()
    }

    pub(crate) fn set(&self, change: impl FnOnce(&mut CfSwitches)) {
        let mut switches = self.cloudflare().switches();
        change(&mut switches);
        self.cloudflare().set_switches(switches);
    }

    pub(crate) fn to_cf(&self, method: Method, path: &str) -> RequestBuilder {
        self.client.request(method, format!("{}{path}", self.practice.cloudflare_url())).bearer_auth(TOKEN)
    }

    pub(crate) fn submission(&self, body: &Value) -> RequestBuilder {
        let act = body["act"].as_str().unwrap();
        self.to_cf(Method::POST, &format!("/accounts/{ACCOUNT_ID}/abuse-reports/{act}")).json(body)
    }

    pub(crate) async fn submit(&self, body: &Value) -> Response {
        self.submission(body).send().await.unwrap()
    }

    pub(crate) async fn submitted(&self, body: &Value) -> String {
        let (status, answer) = status_and_body(self.submit(body).await).await;
        assert_eq!(status, 200, "{answer} for {body}");
        answer["abuse_rand"].as_str().unwrap().to_owned()
    }

    pub(crate) async fn read(&self, path: &str) -> (u16, Value) {
        let path = format!("/accounts/{ACCOUNT_ID}/abuse-reports/submitted{path}");
        status_and_body(self.to_cf(Method::GET, &path).send().await.unwrap()).await
    }

    /// What stands in `result` of a reading that succeeds.
    pub(crate) async fn result(&self, path: &str) -> Value {
        let (status, body) = self.read(path).await;
        assert_eq!((status, &body["success"]), (200, &json!(true)), "{path}: {body}");
        body["result"].clone()
    }

    /// The ids on the list's page, in its order.
    pub(crate) async fn listed(&self, query: &str) -> Vec<String> {
        let reports = self.result(query).await["reports"].clone();
        reports.as_array().unwrap().iter().map(|report| report["id"].as_str().unwrap().to_owned()).collect()
    }
}

pub(crate) async fn status_and_body(response: Response) -> (u16, Value) {
    (response.status().as_u16(), response.json().await.unwrap())
}

/// A submission of this type with every field that it needs and no other.
pub(crate) fn least(act: Act) -> Value {
    let mut body = Map::new();
    let mut with = |more: Value| body.extend(more.as_object().unwrap().clone());
    with(json!({
        "act": act.word(), "name": "Sam Practice", "email": "sam@brand.example", "email2": "sam@brand.example",
        "urls": "https://evil.example/login", "owner_notification": "send",
    }));
    if act != Act::RegistrarWhois {
        with(json!({ "host_notification": "send" }));
    }
    match act {
        Act::Dmca => with(json!({
            "original_work": "Our photographs", "signature": "Sam Practice", "agree": 1, "agent_name": "Acme",
            "address1": "1 Practice Street", "city": "London", "state": "London", "country": "GB",
        })),
        Act::Trademark => with(json!({
            "justification": "It uses our mark.", "trademark_number": "UK0000", "trademark_office": "UKIPO",
            "trademark_symbol": "ACME",
        })),
        Act::RegistrarWhois => with(json!({ "reg_who_request": {
            "reg_who_request_type": "disclosure", "reg_who_requested_data_elements": ["registrant_name"],
            "reg_who_legal_basis": "Trademark law", "reg_who_good_faith_affirmation": true,
            "reg_who_lawful_processing_agreement": true,
        } })),
        Act::Ncsei => with(json!({ "ncsei_subject_representation": true })),
        Act::Children => with(json!({ "justification": "Seen on the page.", "ncmec_notification": "send" })),
        Act::General | Act::Phishing | Act::Threat => with(json!({ "justification": "It copies our login page." })),
    }
    Value::Object(body)
}

/// The same, with every optional field too.
pub(crate) fn most(act: Act) -> Value {
    let mut body = least(act);
    let optional = json!({
        "comments": "Seen by a customer.\nTD-7K3M9Q2XAB", "company": "Acme", "tele": "+44 20 7946 0000",
        "title": "Fake login", "reported_country": "GB", "reported_user_agent": "Practice/1.0",
    });
    body.as_object_mut().unwrap().extend(optional.as_object().unwrap().clone());
    match act {
        Act::General => {
            body["source_ips"] = json!("192.0.2.1\n2001:db8::1");
            body["destination_ips"] = json!("198.51.100.7");
            body["ports_protocols"] = json!("80/TCP, 22/UDP");
        }
        Act::Phishing => body["original_work"] = json!("Acme"),
        Act::Children | Act::Ncsei => body["country"] = json!("GB"),
        Act::RegistrarWhois => {
            body["reg_who_request"]["reg_who_requestor_type"] = json!("corporation");
            body["reg_who_request"]["reg_who_authorization_statement"] = json!("Authorised by Acme.");
        }
        Act::Dmca | Act::Trademark | Act::Threat => {}
    }
    body
}

/// The good phishing report, of this address.
pub(crate) fn phishing(url: &str) -> Value {
    with(Act::Phishing, "urls", json!(url))
}

/// The least submission with one field set otherwise; `null` takes it out.
pub(crate) fn with(act: Act, field: &str, value: Value) -> Value {
    let mut body = least(act);
    match value {
        Value::Null => body.as_object_mut().unwrap().remove(field),
        value => body.as_object_mut().unwrap().insert(field.into(), value),
    };
    body
}

/// A practice that says which error it means, and lets duplicates through.
pub(crate) async fn named_errors() -> Started {
    let it = started().await;
    it.set(|switches| {
        switches.error_codes_named = true;
        switches.refuses_duplicates = false;
    });
    it
}

/// Submits this body and expects this error in whole, and that nothing was processed.
pub(crate) async fn is_refused(it: &Started, body: &Value, kind: ErrorKind) {
    let before = it.cloudflare().processed().len();
    let (status, answer) = status_and_body(it.submit(body).await).await;
    let expected = json!({
        "error_code": kind.name(), "msg": kind.text(), "request": { "act": body["act"] }, "result": "error",
    });
    assert_eq!((status, answer), (400, expected), "{body}");
    assert_eq!(it.cloudflare().processed().len(), before);
}
