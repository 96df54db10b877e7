//! Servers that let us wait.

use std::time::Duration;

use http_kit::{Deadlines, Failure, Limit};
use tokio::io::AsyncWriteExt;
use tokio::net::{TcpSocket, TcpStream};
use tokio::time::timeout;

use crate::server::{LARGE, Server, get, post, read_head, read_request, send, short};

#[tokio::test]
async fn a_server_that_stops_reading_stalls_the_send() {
    let server = Server::start(|mut stream, _| async move {
        read_head(&mut stream).await.unwrap();
        std::future::pending::<()>().await;
    })
    .await;
    let exchange = server.send_within(&post(LARGE), &Deadlines { stall: short(), ..Deadlines::default() }).await;
    assert_eq!(exchange.result, Err(Failure::Deadline { which: Limit::Stall, status: None }));
    assert!(0 < exchange.bytes_handed && exchange.bytes_handed < exchange.bytes_total);
    assert_eq!(server.connections(), 1);
}

#[tokio::test]
async fn a_server_that_never_answers_runs_out_of_time_with_all_handed() {
    let server = Server::start(|mut stream, _| async move {
        read_request(&mut stream).await.unwrap();
        std::future::pending::<()>().await;
    })
    .await;
    let deadlines = Deadlines { connect: short(), answer: short(), ..Deadlines::default() };
    for request in [post(1000), get()] {
        let exchange = server.send_within(&request, &deadlines).await;
        assert_eq!(exchange.result, Err(Failure::Deadline { which: Limit::Answer, status: None }));
        assert_eq!(exchange.bytes_handed, request.content_length());
    }
    assert_eq!(server.connections(), 2);
}

/// Sends these bytes, then one of the others every few milliseconds, for ever.
async fn drip(start: &'static [u8], drops: &'static [u8]) -> Server {
    Server::start(move |mut stream, _| async move {
        read_request(&mut stream).await.unwrap();
        stream.write_all(start).await.unwrap();
        while stream.write_all(drops).await.is_ok() {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    })
    .await
}

#[tokio::test]
async fn an_answer_that_drips_runs_out_of_time() {
    let deadlines = Deadlines { answer: short(), ..Deadlines::default() };
    for (start, drops, status) in [
        (&b"HTTP/1.1 200 OK\r\nX: "[..], &b"x"[..], None),
        (b"", b"HTTP/1.1 100 Continue\r\n\r\n", None),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n", b"x", Some(200)),
    ] {
        let server = drip(start, drops).await;
        let exchange = server.send_within(&post(10), &deadlines).await;
        assert_eq!(exchange.result, Err(Failure::Deadline { which: Limit::Answer, status }));
        assert_eq!(server.connections(), 1);
    }
}

#[tokio::test]
async fn a_server_that_reads_too_slowly_ends_with_the_whole() {
    let server = Server::start(|mut stream, _| async move {
        use tokio::io::AsyncReadExt;
        read_head(&mut stream).await.unwrap();
        let mut some = vec![0; 256 * 1024];
        while stream.read_exact(&mut some).await.is_ok() {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    })
    .await;
    let deadlines = Deadlines { whole: short(), slowest_bytes_per_second: u64::MAX, ..Deadlines::default() };
    let exchange = server.send_within(&post(LARGE), &deadlines).await;
    assert_eq!(exchange.result, Err(Failure::Deadline { which: Limit::Whole, status: None }));
    assert!(exchange.bytes_handed < exchange.bytes_total);
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn a_connection_that_does_not_open_in_time_is_not_connected() {
    let socket = TcpSocket::new_v4().unwrap();
    socket.bind("127.0.0.1:0".parse().unwrap()).unwrap();
    let listener = socket.listen(1).unwrap();
    let address = listener.local_addr().unwrap();
    // Linux leaves a connection unanswered once the queue of those not yet accepted is full.
    let mut queue = Vec::new();
    while let Ok(stream) = timeout(short(), TcpStream::connect(address)).await {
        queue.push(stream.unwrap());
    }
    let deadlines = Deadlines { connect: short(), ..Deadlines::default() };
    let exchange = send(&format!("http://{address}/v1"), &post(10), &deadlines, |_| {}).await;
    assert!(matches!(exchange.result, Err(Failure::NotConnected { .. })), "{:?}", exchange.result);
    assert_eq!(exchange.bytes_handed, 0);
}
