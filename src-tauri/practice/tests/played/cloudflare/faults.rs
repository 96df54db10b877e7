use practice::{Act, Fault, FaultOrder, RetryAfter};
use reqwest::header::RETRY_AFTER;
use serde_json::{Value, json};

use super::support::{least, phishing, status_and_body};
use crate::support::{Started, started, url_report};

async fn with(fault: Fault) -> Started {
    let it = started().await;
    it.cloudflare().fault(FaultOrder::next_submission(fault));
    it
}

fn status(status: u16, processed: bool) -> Fault {
    let retry_after = Some(RetryAfter::Seconds(30));
    Fault::Status { status, body: None, content_type: None, retry_after, processed }
}

#[tokio::test]
async fn a_connection_breaks_before_or_after_the_processing() {
    for (fault, processed) in [
        (Fault::DropBefore { after_bytes: None, reset: false }, 0),
        (Fault::DropBefore { after_bytes: Some(10), reset: true }, 0),
        (Fault::DropAfter { reset: false }, 1),
        (Fault::DropAfter { reset: true }, 1),
    ] {
        let it = with(fault.clone()).await;
        assert!(it.submission(&least(Act::Phishing)).send().await.is_err(), "{fault:?}");
        assert_eq!(it.cloudflare().processed().len(), processed, "{fault:?}");
        assert_eq!(it.listed("?domain=evil.example").await.len(), processed);
    }
}

#[tokio::test]
async fn an_error_status_comes_in_the_services_own_shape_before_or_after_processing() {
    for code in [400, 429, 500, 502, 503] {
        for processed in [false, true] {
            let it = with(status(code, processed)).await;
            let answer = it.submit(&least(Act::Phishing)).await;
            assert_eq!(answer.headers()[RETRY_AFTER], "30");
            let (answered, body) = status_and_body(answer).await;
            assert_eq!(answered, code);
            if [400, 500].contains(&code) {
                assert_eq!((&body["result"], &body["request"]["act"]), (&json!("error"), &json!("abuse_phishing")));
            } else {
                assert_eq!(body["success"], false);
            }
            assert_eq!(it.cloudflare().processed().len(), usize::from(processed));
        }
    }
}

#[tokio::test]
async fn an_unreadable_answer_hides_a_processed_report() {
    for fault in [
        Fault::Html { processed: true },
        Fault::MalformedJson { processed: true },
        Fault::TruncatedJson { close_early: false, processed: true },
        Fault::TruncatedJson { close_early: true, processed: true },
    ] {
        let it = with(fault.clone()).await;
        let answer = it.submission(&least(Act::Phishing)).send().await;
        let read = match answer {
            Ok(answer) => answer.json::<Value>().await,
            Err(broken) => Err(broken),
        };
        assert!(read.is_err(), "{fault:?}");
        assert_eq!(it.cloudflare().processed().len(), 1);
    }
}

#[tokio::test]
async fn an_endless_answer_a_redirect_a_delay_and_a_slow_reader() {
    let it = with(Fault::Endless { every_ms: 0, processed: true }).await;
    let mut answer = it.submit(&least(Act::Phishing)).await;
    assert!(answer.chunk().await.unwrap().is_some());
    assert_eq!(it.cloudflare().processed().len(), 1);

    let it = with(Fault::Redirect { location: "http://127.0.0.1:9/".into(), status: 307 }).await;
    assert_eq!(it.submit(&least(Act::Phishing)).await.status(), 307);
    assert_eq!(it.cloudflare().processed().len(), 0);

    for fault in [Fault::DelayMs { ms: 5, processed: false }, Fault::SlowRead { pause_ms: 1 }] {
        let it = with(fault).await;
        it.submitted(&least(Act::Phishing)).await;
    }
}

#[tokio::test]
async fn a_delay_before_processes_even_for_a_client_that_has_gone() {
    let it = with(Fault::DelayMs { ms: 50, processed: false }).await;
    let request = it.submission(&least(Act::Phishing));
    tokio::select! {
        _ = request.send() => panic!("the answer must still be waiting"),
        () = it.cloudflare().until_requests(1) => {}
    }
    it.cloudflare().until_processed(1).await;
}

#[tokio::test]
async fn a_fault_waits_for_its_service() {
    let it = with(status(503, false)).await;
    it.phishfort().fault(FaultOrder::next_report(status(502, false)));
    assert_eq!(it.read("").await.0, 200);
    assert_eq!(it.report(url_report()).await.status(), 502);
    assert_eq!(it.submit(&phishing("https://evil.example/")).await.status(), 503);
    assert_eq!(it.phishfort().waiting_faults(), []);
}

#[tokio::test]
async fn a_fault_on_reading_is_ordered_by_its_path() {
    let it = started().await;
    let order = json!({
        "fault": { "kind": "status", "status": 503 }, "times": 2, "method": "GET", "path_contains": "/submitted",
    });
    assert_eq!(it.control("fault", order).await.status(), 204);
    it.submitted(&least(Act::Phishing)).await;
    for expected in [503, 503, 200] {
        let (status, body) = it.read("").await;
        assert_eq!((status, body["success"].as_bool()), (expected, Some(expected == 200)));
    }
}
