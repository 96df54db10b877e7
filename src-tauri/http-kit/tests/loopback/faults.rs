//! Connections that end early. None may ever be followed by a second one.

use http_kit::{Boundary, Failure, FileSource, Multipart, Part, Path, Request};
use tokio::io::AsyncReadExt;
use tokio::net::TcpListener;

use crate::server::{LARGE, OK, Received, Server, get, post, read_head, read_request, reset, send};

#[tokio::test]
async fn a_refused_port_is_not_connected() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base = format!("http://{}/v1", listener.local_addr().unwrap());
    drop(listener);
    for request in [get(), post(10)] {
        let exchange = send(&base, &request, &Default::default(), |_| {}).await;
        let Err(Failure::NotConnected { detail }) = exchange.result else { panic!("{:?}", exchange.result) };
        assert!(!detail.contains("127.0.0.1"), "no address in a text that may be logged: {detail}");
        assert_eq!(exchange.bytes_handed, 0);
    }
}

#[tokio::test]
async fn a_connection_that_dies_in_mid_body_tells_that_not_all_was_handed() {
    for before_closing in [0, 1, 100_000] {
        let server = Server::start(move |mut stream, _| async move {
            read_head(&mut stream).await.unwrap();
            stream.read_exact(&mut vec![0; before_closing]).await.unwrap();
            reset(stream);
        })
        .await;
        let exchange = server.send(&post(LARGE)).await;
        assert!(matches!(exchange.result, Err(Failure::BrokeOff { .. })), "{:?}", exchange.result);
        assert!(exchange.bytes_handed < exchange.bytes_total);
        assert!(exchange.bytes_handed >= before_closing as u64, "what arrived was handed");
        assert_eq!(server.connections(), 1);
    }
}

#[tokio::test]
async fn a_connection_that_dies_after_processing_tells_that_all_was_handed_and_is_not_tried_again() {
    for with_reset in [true, false] {
        let mut server = Server::start(move |mut stream, tell| async move {
            tell.send(read_request(&mut stream).await.unwrap()).unwrap();
            if with_reset {
                reset(stream);
            }
        })
        .await;
        for request in [post(10), post(200_000), get()] {
            let before = server.connections();
            let exchange = server.send(&request).await;
            assert!(matches!(exchange.result, Err(Failure::BrokeOff { .. })), "{:?}", exchange.result);
            assert_eq!(exchange.bytes_handed, request.content_length());
            assert_eq!(server.received().await.body.len() as u64, request.content_length());
            assert_eq!(server.connections(), before + 1, "one send is one connection");
        }
    }
}

#[tokio::test]
async fn a_connection_closed_before_a_byte_was_read_is_not_tried_again() {
    let server = Server::start(|stream, _| async move { reset(stream) }).await;
    for sent in 1..=10 {
        let exchange = server.send(&post(10)).await;
        assert!(exchange.result.is_err());
        assert_eq!(server.connections(), sent);
    }
}

#[tokio::test]
async fn every_send_has_a_connection_of_its_own() {
    let server = Server::answering("HTTP/1.1 200 OK\r\nConnection: keep-alive\r\nContent-Length: 0\r\n\r\n").await;
    for sent in 1..=3 {
        assert!(server.send(&get()).await.result.is_ok());
        assert_eq!(server.connections(), sent);
    }
}

#[tokio::test]
async fn a_file_that_shrinks_while_it_is_sent_breaks_the_send_off() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.bin");
    let file = std::fs::File::create(&path).unwrap();
    file.set_len(LARGE as u64).unwrap();
    let (shrink, mut shrunk) = tokio::sync::mpsc::unbounded_channel();
    let mut server = Server::start(move |mut stream, tell| {
        let shrink = shrink.clone();
        async move {
            let head = read_head(&mut stream).await.unwrap();
            let (go_on, wait) = tokio::sync::oneshot::channel();
            shrink.send(go_on).unwrap();
            wait.await.unwrap();
            let mut body = Vec::new();
            let _ = stream.read_to_end(&mut body).await;
            tell.send(Received { head, body }).unwrap();
        }
    })
    .await;
    let request = Request::post(Path::fixed("/incident/tkd")).multipart(Multipart {
        boundary: Boundary::from_seed("0198"),
        parts: vec![Part::File {
            name: "attachments".into(),
            file_name: "a.pdf".into(),
            media_type: "application/pdf".into(),
            size: LARGE as u64,
            source: FileSource::Disk(path),
        }],
    });
    let (exchange, ()) = tokio::join!(server.send(&request), async {
        let go_on: tokio::sync::oneshot::Sender<()> = shrunk.recv().await.unwrap();
        file.set_len(LARGE as u64 - 1).unwrap();
        go_on.send(()).unwrap();
    });
    assert!(matches!(exchange.result, Err(Failure::FileChanged { .. })), "{:?}", exchange.result);
    assert!(exchange.bytes_handed < exchange.bytes_total);
    let arrived = server.received().await.body.len() as u64;
    assert!(arrived <= exchange.bytes_handed, "nothing was padded: {arrived}");
}

#[tokio::test]
async fn a_file_that_has_already_changed_opens_no_connection() {
    let server = Server::answering(OK).await;
    let request = Request::post(Path::fixed("/incident/tkd")).multipart(Multipart {
        boundary: Boundary::from_seed("0198"),
        parts: vec![Part::File {
            name: "attachments".into(),
            file_name: "a.pdf".into(),
            media_type: "application/pdf".into(),
            size: 1,
            source: FileSource::Disk("no/such/file".into()),
        }],
    });
    let exchange = server.send(&request).await;
    assert!(matches!(exchange.result, Err(Failure::FileChanged { .. })));
    assert_eq!((exchange.bytes_handed, server.connections()), (0, 0));
}
