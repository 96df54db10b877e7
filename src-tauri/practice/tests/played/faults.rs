use practice::{Fault, FaultOrder, RetryAfter};
use reqwest::header::RETRY_AFTER;
use serde_json::{Value, json};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

use crate::support::{Started, started, url_report};

async fn with(fault: Fault) -> Started {
    let it = started().await;
    it.phishfort().fault(FaultOrder::next_report(fault));
    it
}

/// A good report as it goes over the wire.
fn whole_report(it: &Started) -> String {
    let body = url_report().to_string();
    format!("{}{body}", it.head(&format!("Content-Length: {}", body.len())))
}

fn status(status: u16, processed: bool) -> Fault {
    Fault::Status { status, body: None, content_type: None, retry_after: None, processed }
}

#[tokio::test]
async fn a_drop_before_processes_nothing_and_answers_nothing() {
    for (after_bytes, reset) in [(None, false), (Some(0), false), (None, true)] {
        let it = with(Fault::DropBefore { after_bytes, reset }).await;
        assert!(it.try_report(url_report()).await.is_err());
        assert_eq!(it.phishfort().processed(), []);
        assert_eq!(it.phishfort().requests()[0].status, None);
    }
}

#[tokio::test]
async fn a_drop_in_the_middle_of_the_body_comes_before_its_end() {
    let it = with(Fault::DropBefore { after_bytes: Some(10), reset: false }).await;
    let answer = it.raw(format!("{}{}", it.head("Content-Length: 5000"), "x".repeat(100)).as_bytes()).await;
    assert_eq!(answer, "");
}

#[tokio::test]
async fn a_drop_after_has_processed_the_report() {
    for reset in [false, true] {
        let it = with(Fault::DropAfter { reset }).await;
        assert!(it.try_report(url_report()).await.is_err());
        assert_eq!(it.phishfort().processed().len(), 1);
        assert_eq!(it.get("/incident/subject/evil.example").await["data"]["status"], "pending_review");
    }
}

#[tokio::test]
async fn a_delay_before_processes_even_for_a_client_that_has_gone() {
    let it = with(Fault::DelayMs { ms: 50, processed: false }).await;
    let mut stream = TcpStream::connect(it.address()).await.unwrap();
    stream.write_all(whole_report(&it).as_bytes()).await.unwrap();
    it.phishfort().until_requests(1).await;
    drop(stream);
    it.phishfort().until_processed(1).await;
}

#[tokio::test]
async fn a_delay_after_has_processed_before_it_waits() {
    let it = with(Fault::DelayMs { ms: 600_000, processed: true }).await;
    let waiting = it.try_report(url_report());
    tokio::select! {
        _ = waiting => panic!("the answer must still be waiting"),
        () = it.phishfort().until_processed(1) => {}
    }
}

#[tokio::test]
async fn an_error_status_comes_before_or_after_processing() {
    for code in [429, 500, 502, 503] {
        for processed in [false, true] {
            let it = with(status(code, processed)).await;
            let answer = it.report(url_report()).await;
            assert_eq!(crate::support::refusal(answer).await.0, code);
            assert_eq!(it.phishfort().processed().len(), usize::from(processed));
        }
    }
}

#[tokio::test]
async fn retry_after_can_be_anything_or_absent() {
    let cases = [
        (None, None),
        (Some(RetryAfter::Seconds(30)), Some("30")),
        (Some(RetryAfter::Seconds(-5)), Some("-5")),
        (Some(RetryAfter::Seconds(315_360_000)), Some("315360000")),
        (Some(RetryAfter::Text("soon".into())), Some("soon")),
    ];
    for (retry_after, expected) in cases {
        let fault = Fault::Status { status: 429, body: None, content_type: None, retry_after, processed: false };
        let answer = with(fault).await.report(url_report()).await;
        assert_eq!(answer.headers().get(RETRY_AFTER).map(|value| value.to_str().unwrap()), expected);
    }
}

#[tokio::test]
async fn retry_after_as_a_date_goes_by_the_practice_clock() {
    let retry_after = Some(RetryAfter::DateIn(3600));
    let it = with(Fault::Status { status: 429, body: None, content_type: None, retry_after, processed: false }).await;
    it.phishfort().turn_clock(-86_400_000);
    let day_before = it.phishfort().now();
    let answer = it.report(url_report()).await;
    let said = answer.headers()[RETRY_AFTER].to_str().unwrap();
    let said = jiff::fmt::rfc2822::parse(said).unwrap().timestamp();
    let ahead = said.as_second() - day_before.as_second();
    assert!((3599..=3660).contains(&ahead), "{ahead} s ahead");
}

#[tokio::test]
async fn a_body_of_ones_own_can_be_a_success_of_the_wrong_shape() {
    let body = Some(r#"{"message":"ok","id":null}"#.into());
    let it = with(Fault::Status { status: 200, body, content_type: None, retry_after: None, processed: true }).await;
    let answer: Value = it.report(url_report()).await.json().await.unwrap();
    assert_eq!((&answer["id"], it.phishfort().processed().len()), (&json!(null), 1));
}

#[tokio::test]
async fn html_malformed_and_truncated_answers_hide_a_processed_report() {
    for fault in [
        Fault::Html { processed: true },
        Fault::MalformedJson { processed: true },
        Fault::TruncatedJson { close_early: false, processed: true },
    ] {
        let it = with(fault.clone()).await;
        let answer = it.report(url_report()).await;
        assert_eq!(answer.status(), 200);
        assert!(answer.json::<Value>().await.is_err(), "{fault:?}");
        assert_eq!(it.phishfort().processed().len(), 1);
    }
}

#[tokio::test]
async fn the_same_without_processing_are_errors() {
    for fault in [
        Fault::Html { processed: false },
        Fault::MalformedJson { processed: false },
        Fault::TruncatedJson { close_early: true, processed: false },
        Fault::Endless { every_ms: 0, processed: false },
    ] {
        let it = with(fault.clone()).await;
        let answer = it.report(url_report()).await;
        assert!(answer.status().is_server_error(), "{fault:?}");
        assert_eq!(it.phishfort().processed(), []);
    }
}

#[tokio::test]
async fn an_answer_closed_early_has_sent_its_head_and_half() {
    let it = with(Fault::TruncatedJson { close_early: true, processed: true }).await;
    let answer = it.raw(whole_report(&it).as_bytes()).await;
    let (head, half) = answer.split_once("\r\n\r\n").unwrap();
    let announced = head.lines().find_map(|line| line.strip_prefix("content-length: ")).unwrap();
    assert_eq!(announced.parse::<usize>().unwrap() / 2, half.len());
    assert!(head.starts_with("HTTP/1.1 200 "));
}

#[tokio::test]
async fn an_endless_answer_goes_on() {
    for every_ms in [0, 1] {
        let it = with(Fault::Endless { every_ms, processed: true }).await;
        let mut answer = it.report(url_report()).await;
        for _ in 0..20 {
            assert!(answer.chunk().await.unwrap().is_some());
        }
        assert_eq!(it.phishfort().processed().len(), 1);
    }
}

#[tokio::test]
async fn a_redirect_names_the_other_place_and_processes_nothing() {
    let it = with(Fault::Redirect { location: "http://127.0.0.1:9/v1/incident/tkd".into(), status: 307 }).await;
    let answer = it.report(url_report()).await;
    assert_eq!(
        (answer.status().as_u16(), &answer.headers()["location"]),
        (307, &"http://127.0.0.1:9/v1/incident/tkd".parse().unwrap())
    );
    assert_eq!(it.phishfort().processed(), []);
}

#[tokio::test]
async fn a_slowly_read_body_is_processed_in_the_end() {
    let it = with(Fault::SlowRead { pause_ms: 1 }).await;
    let comment = "x".repeat(2_000_000);
    it.reported(json!({ "url": "evil.example", "comment": comment })).await;
    assert_eq!(it.phishfort().processed()[0].fields["comment"].len(), 2_000_000);
}

#[tokio::test]
async fn a_fault_waits_for_its_method_and_path_and_happens_so_often() {
    let it = started().await;
    it.phishfort().fault(FaultOrder {
        method: Some("get".into()),
        path_contains: Some("/whoami".into()),
        times: 2,
        ..FaultOrder::next(status(503, false))
    });
    it.reported(url_report()).await;
    assert_eq!(it.get_status("/incidents").await, 200);
    for expected in [503, 503, 200] {
        assert_eq!(it.get_status("/whoami").await, expected);
    }
    assert_eq!(it.phishfort().waiting_faults(), []);
    assert_eq!(it.phishfort().requests()[2].fault, Some(status(503, false)));
}

#[tokio::test]
async fn faults_over_http_are_the_same_ones() {
    let it = started().await;
    for order in [
        json!({ "fault": { "kind": "drop_before" } }),
        json!({ "fault": { "kind": "delay_ms", "ms": 5 }, "times": 3 }),
        json!({ "fault": { "kind": "status", "status": 429, "retry_after": { "date_in": 30 } }, "method": "POST" }),
        json!({ "fault": { "kind": "endless" }, "path_contains": "subject" }),
    ] {
        assert_eq!(it.control("fault", order.clone()).await.status(), 204, "{order}");
    }
    assert_eq!(it.phishfort().waiting_faults().len(), 4);
    assert_eq!(it.asked("faults").await[3]["fault"], json!({ "kind": "endless", "every_ms": 0, "processed": true }));
    assert_eq!(it.control("fault", json!({ "fault": { "kind": "drop_sideways" } })).await.status(), 422);
    assert_eq!(it.control("fault", json!({ "fault": { "kind": "endless" }, "times": 0 })).await.status(), 400);
}

#[tokio::test]
async fn dropping_the_practice_ends_open_connections() {
    let it = with(Fault::DelayMs { ms: 600_000, processed: true }).await;
    let mut stream = TcpStream::connect(it.address()).await.unwrap();
    stream.write_all(whole_report(&it).as_bytes()).await.unwrap();
    it.phishfort().until_processed(1).await;
    let still_readable = it.phishfort().clone();
    drop(it);
    let _ = stream.read_to_end(&mut Vec::new()).await;
    assert_eq!(still_readable.processed().len(), 1);
}
