//! The client over a real socket: the key's header, the base path, one connection a send.

use http_kit::{Deadlines, Exchange, Failure, FileSource, Progress};
use phishfort::{About, Accepted, Action, Attachment, Client, Endpoint, Error, Report, WhoAmI};
use secrecy::SecretString;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

/// Answers one request with these bytes and tells what it read; a second connection is refused.
async fn once(answer: &'static str) -> (Client, impl Future<Output = (String, Vec<u8>)>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base = format!("http://{}/v1", listener.local_addr().unwrap());
    let serve = async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        let mut head = String::new();
        while !head.ends_with("\r\n\r\n") {
            head.push(char::from(stream.read_u8().await.unwrap()));
        }
        let length = head.lines().find_map(|line| line.strip_prefix("content-length: "));
        let mut body = vec![0; length.map_or(0, |length| length.parse().unwrap())];
        stream.read_exact(&mut body).await.unwrap();
        stream.write_all(answer.as_bytes()).await.unwrap();
        (head, body)
    };
    (Client::new(http_kit::Client::loopback(&base).unwrap(), SecretString::from("canary-key")), serve)
}

#[tokio::test]
async fn a_lookup_carries_the_key_and_reads_its_answer() {
    let (client, serve) = once("HTTP/1.1 200 OK\r\nContent-Length: 22\r\n\r\n{\"data\":{\"id\":\"acct\"}}").await;
    let (account, (head, body)) = tokio::join!(client.send(&WhoAmI), serve);
    assert_eq!(account.unwrap().id.as_deref(), Some("acct"));
    assert!(head.starts_with("GET /v1/whoami HTTP/1.1\r\n"), "{head}");
    for line in ["x-api-key: canary-key", "accept: application/json"] {
        assert!(head.lines().any(|known| known == line), "{line} in {head}");
    }
    assert!(body.is_empty() && !head.contains("content-length"));
    assert!(!format!("{client:?}").contains("canary"));
}

#[tokio::test]
async fn a_report_with_a_file_goes_out_as_announced_and_its_exchange_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("by-hash");
    std::fs::write(&path, b"%PDF-1.4").unwrap();
    let report = Report {
        attachments: vec![Attachment {
            file_name: "TD-7K3M9Q2XAB_01_letter.pdf".into(),
            media_type: "application/pdf".into(),
            size: 8,
            source: FileSource::Disk(path),
        }],
        boundary_seed: "0198".into(),
        ..Report::new(Action::Monitor, About::Phone("+442079460123".into()))
    };
    let (client, serve) = once("HTTP/1.1 201 Created\r\nContent-Length: 12\r\n\r\n{\"id\":\"aB3\"}").await;
    let (deadlines, mut seen) = (Deadlines::default(), Vec::new());
    let (exchange, (head, body)) = tokio::join!(client.exchange(&report, &deadlines, |step| seen.push(step)), serve);
    assert!(head.starts_with("POST /v1/incident/monitor HTTP/1.1\r\n"), "{head}");
    let expected = "------TakedownDesk0198\r\n\
        Content-Disposition: form-data; name=\"incidentType\"\r\n\r\nphone\r\n\
        ------TakedownDesk0198\r\n\
        Content-Disposition: form-data; name=\"subject\"\r\n\r\n+442079460123\r\n\
        ------TakedownDesk0198\r\n\
        Content-Disposition: form-data; name=\"attachments\"; filename=\"TD-7K3M9Q2XAB_01_letter.pdf\"\r\n\
        Content-Type: application/pdf\r\n\r\n%PDF-1.4\r\n\
        ------TakedownDesk0198--\r\n";
    assert_eq!(String::from_utf8(body).unwrap(), expected);
    let bytes = report.body_bytes();
    assert_eq!((exchange.bytes_total, exchange.bytes_handed), (bytes, bytes));
    assert_eq!(seen.last(), Some(&Progress::LastByte));
    let accepted = Report::read(&exchange.result.unwrap());
    assert_eq!(accepted, Ok(Accepted { id: "aB3".into(), message: None, url: None }));
}

#[tokio::test]
async fn an_answer_that_was_lost_is_told_as_lost() {
    let (client, serve) = once("").await;
    let report = Report::new(Action::Takedown, About::Url("https://bad.example".into()));
    let deadlines = Deadlines::default();
    let (exchange, _) = tokio::join!(client.exchange(&report, &deadlines, |_| {}), serve);
    let Exchange { bytes_total, bytes_handed, result: Err(Failure::BrokeOff { .. }) } = exchange else {
        panic!("{exchange:?}")
    };
    assert_eq!(bytes_handed, bytes_total);

    let (client, serve) = once("").await;
    let (account, _) = tokio::join!(client.send(&WhoAmI), serve);
    assert!(matches!(account, Err(Error::Transport(Failure::BrokeOff { .. }))));
}
