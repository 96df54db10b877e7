use practice::Action;
use reqwest::{Method, multipart::Form};
use serde_json::{Value, json};

use crate::support::{KEY, refusal, started, url_report};

#[tokio::test]
async fn a_report_answers_message_id_and_the_dashboard_link() {
    let it = started().await;
    let body: Value = it.report(url_report()).await.json().await.unwrap();
    let id = body["id"].as_str().unwrap();
    assert!(id.len() == 20 && id.bytes().all(|b| b.is_ascii_alphanumeric()), "{id}");
    assert_eq!(body["url"], format!("https://dashboard.phishfort.com/incidents/{id}"));
    assert!(body["message"].is_string());
}

#[tokio::test]
async fn what_was_processed_is_told_to_the_byte() {
    let it = started().await;
    let text = r#"{"url":"https://evil.example","reportedBy":"sam@brand.example"}"#;
    let json = it.to(Method::POST, "/incident/monitor").header("content-type", "application/json").body(text);
    assert_eq!(json.send().await.unwrap().status(), 200);
    let [taken] = it.phishfort().processed().try_into().unwrap();
    assert_eq!(taken.action, Action::Monitor);
    assert_eq!(taken.json.as_deref(), Some(text));
    assert_eq!((taken.bytes_announced, taken.bytes_received), (Some(text.len() as u64), text.len() as u64));
    assert_eq!(taken.fields["reportedBy"], "sam@brand.example");
    assert_eq!(taken.key, 1, "the second accepted key was used");
}

#[tokio::test]
async fn a_missing_and_an_unknown_key_are_401_and_process_nothing() {
    let it = started().await;
    let url = format!("{}/incident/tkd", it.practice.phishfort_url());
    let missing = it.client.post(&url).json(&url_report()).send().await.unwrap();
    assert_eq!(refusal(missing).await.0, 401);
    let unknown = it.client.post(&url).header("x-api-key", "no").json(&url_report()).send().await.unwrap();
    assert_eq!(refusal(unknown).await.0, 401);
    assert_eq!(it.phishfort().processed(), []);
}

#[tokio::test]
async fn every_read_needs_a_key_too() {
    let it = started().await;
    for path in ["whoami", "incidents", "incident/x", "incident/subject/x"] {
        let answer = it.client.get(format!("{}/{path}", it.practice.phishfort_url())).send().await.unwrap();
        assert_eq!(answer.status(), 401, "{path}");
    }
}

#[tokio::test]
async fn a_revoked_key_is_401_from_then_on() {
    let it = started().await;
    it.reported(url_report()).await;
    it.phishfort().set_keys(vec![]);
    assert_eq!(it.report(url_report()).await.status(), 401);
}

#[tokio::test]
async fn each_kind_of_target_is_taken_in_its_own_form() {
    let it = started().await;
    for body in [
        json!({ "url": "https://evil.example/login?x=1" }),
        json!({ "url": "evil.example" }),
        json!({ "url": "http://192.0.2.7:8080/x" }),
        json!({ "url": "https://b\u{fc}cher.example" }),
        json!({ "incidentType": "email", "subject": "boss@evil.example" }),
        json!({ "incidentType": "phone", "subject": "+442079460000" }),
        json!({ "incidentType": "ipv4", "subject": "198.51.100.4" }),
    ] {
        assert_eq!(it.report(body.clone()).await.status(), 200, "{body}");
    }
    let kinds: Vec<Value> = it.get("/incidents").await["data"].as_array().unwrap().clone();
    let kinds: Vec<&str> = kinds.iter().rev().map(|row| row["incidentType"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["domain", "domain", "domain", "domain", "email", "phone", "ipv4"]);
}

#[tokio::test]
async fn a_wrong_target_is_400_and_processes_nothing() {
    let it = started().await;
    for body in [
        json!({}),
        json!({ "comment": "no target" }),
        json!({ "url": "" }),
        json!({ "url": "not a url" }),
        json!({ "url": "evil" }),
        json!({ "url": "hxxps://evil.example" }),
        json!({ "url": "ftp://evil.example" }),
        json!({ "url": "https://" }),
        json!({ "url": "192.0.2.7" }),
        json!({ "url": "evil.example", "subject": "evil.example" }),
        json!({ "url": "evil.example", "incidentType": "ipv4" }),
        json!({ "incidentType": "email" }),
        json!({ "incidentType": "domain", "subject": "evil.example" }),
        json!({ "incidentType": "email", "subject": "evil.example" }),
        json!({ "incidentType": "email", "subject": "a b@evil.example" }),
        json!({ "incidentType": "phone", "subject": "02079460000" }),
        json!({ "incidentType": "phone", "subject": "+02079460000" }),
        json!({ "incidentType": "phone", "subject": "+44 20 7946 0000" }),
        json!({ "incidentType": "phone", "subject": "+1234567890123456" }),
        json!({ "incidentType": "ipv4", "subject": "192.0.2.256" }),
        json!({ "incidentType": "ipv4", "subject": "2001:db8::1" }),
    ] {
        let answer = it.report(body.clone()).await;
        assert_eq!(refusal(answer).await.0, 400, "{body}");
    }
    assert_eq!(it.phishfort().processed(), []);
}

#[tokio::test]
async fn a_domain_as_subject_names_the_three_types() {
    let it = started().await;
    let (status, said) = refusal(it.report(json!({ "subject": "evil.example" })).await).await;
    assert_eq!(status, 400);
    assert!(said.contains("\"incidentType\" must be one of [email, phone, ipv4]"), "{said}");
}

#[tokio::test]
async fn a_null_comment_is_refused_and_an_absent_or_empty_one_taken() {
    let it = started().await;
    let (status, said) = refusal(it.report(json!({ "url": "evil.example", "comment": null })).await).await;
    assert_eq!((status, said.as_str()), (400, "\"comment\" must be a string"));
    it.reported(json!({ "url": "evil.example" })).await;
    it.reported(json!({ "url": "evil.example", "comment": "" })).await;
}

#[tokio::test]
async fn a_field_that_does_not_exist_or_is_no_string_is_400() {
    let it = started().await;
    for body in [
        json!({ "url": "evil.example", "reference": "TD-1" }),
        json!({ "url": ["evil.example"] }),
        json!({ "url": "evil.example", "reportedBy": "sam" }),
        json!({ "url": "evil.example", "clientId": "" }),
        json!(["evil.example"]),
    ] {
        assert_eq!(refusal(it.report(body.clone()).await).await.0, 400, "{body}");
    }
}

#[tokio::test]
async fn a_body_that_is_no_json_is_400_and_one_of_another_type_415() {
    let it = started().await;
    let post = |content_type: &str, body: &'static str| {
        it.to(Method::POST, "/incident/tkd").header("content-type", content_type).body(body).send()
    };
    assert_eq!(post("application/json", "{\"url\":").await.unwrap().status(), 400);
    assert_eq!(post("application/x-www-form-urlencoded", "url=evil.example").await.unwrap().status(), 415);
    assert_eq!(post("multipart/form-data", "no boundary").await.unwrap().status(), 400);
    assert_eq!(post("multipart/form-data; boundary=b", "no parts").await.unwrap().status(), 400);
}

#[tokio::test]
async fn multipart_without_files_is_taken() {
    let it = started().await;
    let answer = it.report_form(Form::new().text("url", "evil.example").text("comment", "seen today")).await;
    assert_eq!(answer.status(), 200);
    let [taken] = it.phishfort().processed().try_into().unwrap();
    assert_eq!((taken.parts, taken.json), (vec!["url".to_owned(), "comment".to_owned()], None));
}

#[tokio::test]
async fn a_second_report_of_the_same_target_is_a_second_incident() {
    let it = started().await;
    assert_ne!(it.reported(url_report()).await, it.reported(url_report()).await);
    assert_eq!(it.phishfort().processed().len(), 2);
}

#[tokio::test]
async fn a_report_cut_off_in_its_body_is_not_processed() {
    let it = started().await;
    let mut stream = tokio::net::TcpStream::connect(it.address()).await.unwrap();
    let head = it.head("Content-Length: 500");
    tokio::io::AsyncWriteExt::write_all(&mut stream, format!("{head}{{\"url\":").as_bytes()).await.unwrap();
    drop(stream);
    it.reported(url_report()).await;
    assert_eq!(it.phishfort().processed().len(), 1, "only the whole one");
}

#[tokio::test]
async fn the_success_status_can_be_another_2xx() {
    let it = started().await;
    let mut switches = it.phishfort().switches();
    switches.report_status = 201;
    it.phishfort().set_switches(switches);
    assert_eq!(it.report(url_report()).await.status(), 201);
}

#[tokio::test]
async fn no_history_holds_a_key() {
    let it = started().await;
    it.reported(url_report()).await;
    for told in ["requests", "processed", "incidents"] {
        assert!(!it.asked(told).await.to_string().contains(KEY), "{told}");
    }
    assert!(!format!("{:?}", it.phishfort()).contains(KEY));
    let named = it.phishfort().requests().remove(0).headers.into_iter().any(|(name, _)| name == "x-api-key");
    assert!(named, "that a key came is told all the same");
}
