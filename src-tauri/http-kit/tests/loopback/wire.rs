//! What goes out, to the byte.

use http_kit::{Boundary, Deadlines, FileSource, Multipart, Part, Path, Progress, Request};

use crate::server::{OK, Server, post, send};

#[tokio::test]
async fn a_json_request_is_on_the_wire_as_it_was_shown() {
    let mut server = Server::answering(OK).await;
    let request = Request::post(Path::fixed("/incident/subject").segment("https://bad.example/a?b").unwrap())
        .query("fromDate", "2026-01-01T00:00:00.000Z")
        .query("cursor", "a+b &=")
        .header("accept", "application/json")
        .json(r#"{"url":"https://bad.example"}"#);
    let exchange = server.send(&request).await;
    let received = server.received().await;
    let line = "POST /v1/incident/subject/https%3A%2F%2Fbad.example%2Fa%3Fb\
        ?fromDate=2026-01-01T00%3A00%3A00.000Z&cursor=a%2Bb%20%26%3D HTTP/1.1";
    assert_eq!(received.head.lines().next(), Some(line));
    let mut headers: Vec<_> = received.head.lines().skip(1).filter(|line| !line.is_empty()).collect();
    headers.sort_unstable();
    let host = format!("host: {}", server.base.trim_start_matches("http://").trim_end_matches("/v1"));
    let agent = concat!("user-agent: takedown-desk/", env!("CARGO_PKG_VERSION"));
    assert_eq!(
        headers,
        [
            "accept: application/json",
            "content-length: 29",
            "content-type: application/json",
            &host,
            agent,
            "x-api-key: canary-key",
        ]
    );
    assert_eq!(received.body, br#"{"url":"https://bad.example"}"#);
    assert_eq!((exchange.bytes_total, exchange.bytes_handed), (29, 29));
    assert_eq!(exchange.result.unwrap().body, b"{}");
}

#[tokio::test]
async fn the_announced_length_of_files_is_what_arrives() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.bin");
    let bytes: Vec<u8> = (0..3_000_001u32).map(|n| n.to_le_bytes()[0]).collect();
    std::fs::write(&path, &bytes).unwrap();
    let file = |source| Part::File {
        name: "attachments".into(),
        file_name: "a\".pdf".into(),
        media_type: "application/pdf".into(),
        size: bytes.len() as u64,
        source,
    };
    let request = Request::post(Path::fixed("/incident/tkd")).multipart(Multipart {
        boundary: Boundary::from_seed("0198"),
        parts: vec![
            Part::Text { name: "comment".into(), value: "é\r\n--".into() },
            file(FileSource::Disk(path)),
            file(FileSource::Bytes(bytes.clone().into())),
        ],
    });
    let mut server = Server::answering(OK).await;
    let exchange = server.send(&request).await;
    let received = server.received().await;
    let announced = request.content_length();
    assert_eq!(received.header("content-length"), Some(announced.to_string().as_str()));
    assert_eq!(received.header("transfer-encoding"), None);
    assert_eq!(received.header("content-type"), Some("multipart/form-data; boundary=----TakedownDesk0198"));
    assert_eq!((exchange.bytes_total, exchange.bytes_handed), (announced, announced));
    assert!(exchange.result.is_ok());

    let stream = futures_util::stream::iter([Ok::<_, std::io::Error>(received.body)]);
    let mut parsed = multer::Multipart::new(stream, "----TakedownDesk0198");
    assert_eq!(parsed.next_field().await.unwrap().unwrap().text().await.unwrap(), "é\r\n--");
    for _ in 0..2 {
        let field = parsed.next_field().await.unwrap().unwrap();
        assert_eq!(field.file_name(), Some("a%22.pdf"));
        assert!(field.bytes().await.unwrap() == bytes);
    }
    assert!(parsed.next_field().await.unwrap().is_none());
}

#[tokio::test]
async fn progress_grows_to_the_whole_and_ends_with_the_last_byte() {
    let server = Server::answering(OK).await;
    let mut seen = Vec::new();
    let exchange = send(&server.base, &post(1_000_000), &Deadlines::default(), |step| seen.push(step)).await;
    assert!(exchange.result.is_ok());
    assert_eq!(seen.first(), Some(&Progress::Connecting));
    assert_eq!(seen.last(), Some(&Progress::LastByte));
    let steps: Vec<u64> = seen[1..seen.len() - 1]
        .iter()
        .map(|step| match step {
            Progress::Handed { bytes, total: 1_000_000 } => *bytes,
            other => panic!("{other:?}"),
        })
        .collect();
    assert!(steps.is_sorted_by(|a, b| a < b));
    assert_eq!(steps.last(), Some(&1_000_000));
}
