//! One report, read with its mails.

use serde_json::{Map, Value, json};

use super::*;
use crate::services::Trouble;
use crate::services::cloudflare::filed::{Told, ToldMail};

fn details(bed: &Bed, id: &str) -> (Told, Vec<ToldMail>) {
    let kept = bed.cache.filed_report(id).unwrap().unwrap();
    let detail = serde_json::from_str(kept.detail_json.as_deref().unwrap_or("{}")).unwrap();
    (detail, serde_json::from_str(kept.emails_json.as_deref().unwrap_or("[]")).unwrap())
}

fn seeded(bed: &Bed, mails: usize, members: Value) -> String {
    let mail = |n: usize| practice::CfMail {
        subject: format!("mail {n}"),
        body: format!("body {n}"),
        sent_at: bed.practice.cloudflare().now(),
    };
    let seed = CfSeed {
        urls: vec!["https://evil.example/a".into(), "https://evil.example/b".into()],
        details: members.as_object().cloned().unwrap_or_else(Map::new),
        mails: (1..=mails).map(mail).collect(),
        ..CfSeed::default()
    };
    bed.practice.cloudflare().seed(vec![seed]).remove(0)
}

#[tokio::test]
async fn a_report_is_read_whole_with_all_its_mails() {
    let bed = Bed::new().await;
    let id = seeded(
        &bed,
        230,
        json!({
            "justification": "It asks for a password.",
            "source_ips": ["192.0.2.1", "192.0.2.2"],
            "ncsei_subject_representation": true,
            "reg_who_request": { "reg_who_request_type": "disclosure" },
            "submitter": { "name": "Jo", "email": "jo@acme.example" },
            "court": "on",
        }),
    );
    let asked = bed.read(&id).await;
    assert_eq!((asked.changed, asked.trouble), (1, None), "nobody had told of it");
    let (told, mails) = details(&bed, &id);
    assert_eq!(told.urls, ["https://evil.example/a", "https://evil.example/b"]);
    let told: Vec<_> = told.details.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let wanted = [
        ("justification", "It asks for a password."),
        ("ncsei_subject_representation", "yes"),
        ("source_ips", "192.0.2.1\n192.0.2.2"),
        ("reg_who_request_type", "disclosure"),
        ("name", "Jo"),
        ("email", "jo@acme.example"),
        ("dsa_attestation", "no"),
        ("court", "on"),
    ];
    assert_eq!(told, wanted);
    assert_eq!(mails.len(), 230);
    assert_eq!((mails[229].subject.as_str(), mails[229].recipient.as_str()), ("mail 230", "jo@acme.example"));
    assert_eq!(bed.cache.filed_report(&id).unwrap().unwrap().read_at, Some(NOW));
    assert_eq!(bed.read(&id).await.changed, 0);
}

#[tokio::test]
async fn what_was_read_stays_when_the_mails_can_t_be() {
    let bed = Bed::new().await;
    let id = seeded(&bed, 1, json!({ "comments": "first" }));
    bed.read(&id).await;
    let fault = Fault::Status { status: 503, body: None, content_type: None, retry_after: None, processed: false };
    let of_mails = Some("/emails".to_owned());
    bed.practice.cloudflare().fault(FaultOrder { fault, times: 1, method: None, path_contains: of_mails });
    let asked = bed.read(&id).await;
    assert!(matches!(asked.trouble, Some(Trouble::Failed(_))), "{:?}", asked.trouble);
    let (told, mails) = details(&bed, &id);
    assert_eq!((told.details.len(), mails.len()), (2, 1), "and so do the mails of before");
}

#[tokio::test]
async fn a_report_that_is_not_there_leaves_nothing_behind() {
    let bed = Bed::new().await;
    for (status, id) in [(400, "unknown"), (404, "unknown"), (404, "submitted"), (404, ".."), (404, "")] {
        bed.switch(|switches| switches.unknown_report_status = status);
        let asked = bed.read(id).await;
        assert!(matches!(asked.trouble, Some(Trouble::Failed(_) | Trouble::NotKnown)), "{id}: {:?}", asked.trouble);
    }
    assert!(bed.kept().is_empty());
}

#[tokio::test]
async fn an_answer_about_another_report_is_not_taken() {
    let bed = Bed::new().await;
    bed.answer(200, r#"{"success":true,"result":{"id":"other","dsa_attestation":false,"urls":[]}}"#);
    assert!(matches!(bed.read("r1").await.trouble, Some(Trouble::Failed(_))));
    assert!(bed.kept().is_empty());
}
