use practice::{Act, DenialReason, IdStyle, Options};
use serde_json::{Value, json};

use super::support::{least, most, phishing, status_and_body};
use crate::support::{TOKEN, options, started, started_with};

#[tokio::test]
async fn each_type_is_taken_with_the_least_and_with_every_field() {
    let it = started().await;
    it.set(|switches| switches.refuses_duplicates = false);
    for act in Act::ALL {
        for body in [least(act), most(act)] {
            let (status, answer) = status_and_body(it.submit(&body).await).await;
            let id = it.cloudflare().reports().last().unwrap().id.clone();
            let expected = json!({ "abuse_rand": id, "request": { "act": act.word() }, "result": "success" });
            assert_eq!((status, answer), (200, expected), "{body}");
        }
    }
    assert_eq!(it.cloudflare().processed().len(), 16);
    assert_eq!(it.cloudflare().unexpected(), Vec::<String>::new());
}

#[tokio::test]
async fn each_type_has_its_word_in_lists() {
    let it = started().await;
    it.set(|switches| switches.refuses_duplicates = false);
    for act in Act::ALL {
        it.submitted(&least(act)).await;
    }
    let kinds: Vec<String> = it.cloudflare().reports().into_iter().map(|report| report.kind).collect();
    assert_eq!(kinds, ["DMCA", "TM", "GEN", "PHISH", "EMER", "THREAT", "REG_WHO", "NCSEI"]);
}

#[tokio::test]
async fn what_was_processed_is_told_to_the_byte() {
    let it = started().await;
    let body = most(Act::Phishing);
    let id = it.submitted(&body).await;
    let [processed] = it.cloudflare().processed().try_into().unwrap();
    assert_eq!((processed.id, processed.act, processed.token), (id, Act::Phishing, 1));
    assert_eq!(processed.body, body);
    assert_eq!(processed.text, body.to_string());
    assert_eq!(processed.bytes_received, body.to_string().len() as u64);
    assert_eq!(it.asked("cloudflare/processed").await[0]["act"], "abuse_phishing");
}

#[tokio::test]
async fn a_refused_submission_leaves_nothing() {
    let it = started().await;
    let mut body = least(Act::Threat);
    body["agree"] = json!(1);
    assert_eq!(it.submit(&body).await.status(), 400);
    assert_eq!((it.cloudflare().processed().len(), it.cloudflare().reports().len()), (0, 0));
}

#[tokio::test]
async fn an_address_can_be_submitted_again_after_seven_days_and_not_before() {
    let it = started().await;
    it.submitted(&phishing("https://evil.example/a")).await;
    it.cloudflare().turn_clock(7 * 86_400_000 - 60_000);
    let again = phishing("https://evil.example/b\nhttps://evil.example/a");
    let (status, answer) = status_and_body(it.submit(&again).await).await;
    assert_eq!((status, answer["result"].as_str()), (400, Some("error")));
    assert!(answer["msg"].as_str().unwrap().contains("7 days"));
    assert_eq!(it.cloudflare().processed().len(), 1);
    it.submitted(&phishing("https://evil.example/b")).await;
    it.cloudflare().turn_clock(60_000);
    it.submitted(&phishing("https://evil.example/a")).await;
}

#[tokio::test]
async fn a_duplicate_is_one_also_across_types_and_after_a_denial() {
    let it = started().await;
    it.submitted(&least(Act::Phishing)).await;
    it.cloudflare().next(practice::CfStep::Denied(DenialReason::UnableToConfirm), None).unwrap();
    assert_eq!(it.submit(&least(Act::Trademark)).await.status(), 400);
}

#[tokio::test]
async fn with_duplicates_let_through_a_client_that_sends_twice_shows() {
    let it = started().await;
    it.set(|switches| switches.refuses_duplicates = false);
    for _ in 0..2 {
        it.submitted(&least(Act::Phishing)).await;
    }
    assert_eq!(it.cloudflare().processed().len(), 2);
}

#[tokio::test]
async fn ids_are_opaque_or_say_that_they_are_practice() {
    let it = started().await;
    let id = it.submitted(&least(Act::General)).await;
    assert!(id.len() == 16 && id.bytes().all(|b| b.is_ascii_hexdigit()), "{id}");
    let it = started_with(Options { id_prefix: IdStyle::Practice, ..options() }).await;
    assert_eq!(it.submitted(&least(Act::General)).await, "PRACTICE-CF-0001");
    it.reported(crate::support::url_report()).await;
    assert_eq!(
        it.submitted(&phishing("https://other.example/")).await,
        "PRACTICE-CF-0002",
        "each service counts alone"
    );
}

#[tokio::test]
async fn no_history_holds_a_token() {
    let it = started().await;
    it.submitted(&least(Act::General)).await;
    for told in ["requests", "cloudflare/requests", "cloudflare/processed", "cloudflare/reports"] {
        let told: Value = it.asked(told).await;
        assert!(!told.to_string().contains(TOKEN), "{told}");
    }
    assert!(!format!("{:?}", it.cloudflare()).contains(TOKEN));
    let named = it.cloudflare().requests().remove(0).headers.into_iter().any(|(name, _)| name == "authorization");
    assert!(named, "that a token came is told all the same");
}

#[tokio::test]
async fn each_service_sees_its_own_requests() {
    let it = started().await;
    it.reported(crate::support::url_report()).await;
    it.submitted(&least(Act::General)).await;
    assert_eq!((it.phishfort().requests().len(), it.cloudflare().requests().len()), (1, 1));
    assert_eq!(it.asked("requests").await.as_array().unwrap().len(), 2);
    assert_eq!(it.asked("cloudflare/requests").await[0]["number"], 2);
}
