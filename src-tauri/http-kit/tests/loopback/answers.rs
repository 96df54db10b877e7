//! Answers of every kind.

use http_kit::{Answer, Failure, RetryAfter};
use tokio::io::AsyncWriteExt;

use crate::server::{LARGE, OK, Server, get, post, read_head};

#[tokio::test]
async fn the_headers_that_someone_reads_are_told() {
    let answer = "HTTP/1.1 429 Too Many Requests\r\nDate: Thu, 01 Jan 2026 00:00:00 GMT\r\nRetry-After: 120\r\n\
        CF-Ray: 8f-LHR\r\nX-Request-Id: r-1\r\nRatelimit: \"default\";r=0;t=30\r\nContent-Length: 4\r\n\r\nslow";
    let answer = Server::answering(answer).await.send(&get()).await.result.unwrap();
    let expected = Answer {
        status: 429,
        date: Some(1_767_225_600_000),
        retry_after: Some(RetryAfter::Seconds(120)),
        request_id: Some("8f-LHR".into()),
        location: None,
        ratelimit: Some("\"default\";r=0;t=30".into()),
        body: b"slow".into(),
    };
    assert_eq!(answer, expected);
}

#[tokio::test]
async fn a_redirect_is_an_answer_and_never_followed() {
    let elsewhere = Server::answering(OK).await;
    for status in [301, 302, 303, 307, 308] {
        let location = format!("{}/stolen", elsewhere.base);
        let answer = format!("HTTP/1.1 {status} Moved\r\nLocation: {location}\r\nContent-Length: 0\r\n\r\n");
        let server = Server::answering(answer).await;
        for request in [get(), post(10)] {
            let answer = server.send(&request).await.result.unwrap();
            assert_eq!((answer.status, answer.location), (status, Some(location.clone())));
        }
        assert_eq!(server.connections(), 2);
    }
    assert_eq!(elsewhere.connections(), 0, "the key must never reach another host");
}

#[tokio::test]
async fn a_body_at_the_cap_is_read_and_one_byte_more_is_given_up() {
    for (size, fits) in [(Answer::BODY_CAP, true), (Answer::BODY_CAP + 1, false)] {
        let mut answer = format!("HTTP/1.1 200 OK\r\nContent-Length: {size}\r\n\r\n").into_bytes();
        answer.resize(answer.len() + size, b'x');
        match Server::answering(answer).await.send(&get()).await.result {
            Ok(answer) => assert!(fits && answer.body.len() == size),
            Err(failure) => assert!(!fits && failure == Failure::TooBig { status: 200 }, "{failure:?}"),
        }
    }
}

#[tokio::test]
async fn an_answer_that_never_ends_is_too_big() {
    let server = Server::start(|mut stream, _| async move {
        read_head(&mut stream).await.unwrap();
        let _ = stream.write_all(b"HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\n").await;
        while stream.write_all(b"4\r\nmore\r\n").await.is_ok() {}
    })
    .await;
    assert_eq!(server.send(&get()).await.result, Err(Failure::TooBig { status: 201 }));
}

#[tokio::test]
async fn a_body_cut_off_keeps_its_status() {
    for answer in [
        "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"id\":",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\n{\"id\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nnonsense\r\n",
    ] {
        let exchange = Server::answering(answer).await.send(&post(10)).await;
        assert_eq!(exchange.result, Err(Failure::AnswerBroken { status: 200 }), "{answer}");
        assert_eq!((exchange.bytes_handed, exchange.bytes_total), (10, 10));
    }
}

#[tokio::test]
async fn compressed_bytes_come_as_they_are() {
    let answer = b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\n\x1f\x8b\x08\x00";
    let mut server = Server::answering(*answer).await;
    assert_eq!(server.send(&get()).await.result.unwrap().body, b"\x1f\x8b\x08\x00");
    assert_eq!(server.received().await.header("accept-encoding"), None);
}

#[tokio::test]
async fn an_answer_that_comes_before_the_body_is_through_is_told_with_what_was_handed() {
    let server = Server::start(|mut stream, _| async move {
        read_head(&mut stream).await.unwrap();
        stream.write_all(b"HTTP/1.1 413 Too Large\r\nContent-Length: 4\r\n\r\nbig!").await.unwrap();
        // Held open: a reset could overtake the answer, which is another test's subject.
        std::future::pending::<()>().await;
    })
    .await;
    let exchange = server.send(&post(LARGE)).await;
    let answer = exchange.result.unwrap();
    assert_eq!((answer.status, answer.body.as_slice()), (413, &b"big!"[..]));
    assert!(exchange.bytes_handed < exchange.bytes_total);
}

#[tokio::test]
async fn an_early_refusal_with_a_reset_never_looks_like_a_whole_body() {
    for _ in 0..10 {
        let server = Server::start(|mut stream, _| async move {
            read_head(&mut stream).await.unwrap();
            // Closed with most of the body unread, which resets the connection: the answer may be lost on its way.
            let _ = stream.write_all(b"HTTP/1.1 413 Too Large\r\nContent-Length: 4\r\n\r\nbig!").await;
        })
        .await;
        let exchange = server.send(&post(LARGE)).await;
        match exchange.result {
            Ok(answer) => assert_eq!(answer.status, 413),
            Err(Failure::BrokeOff { .. } | Failure::AnswerBroken { status: 413 }) => {}
            Err(other) => panic!("{other:?}"),
        }
        assert!(exchange.bytes_handed < exchange.bytes_total);
        assert_eq!(server.connections(), 1);
    }
}

#[tokio::test]
async fn what_is_no_http_is_a_broken_connection() {
    for answer in [
        "220 smtp ready\r\n".to_owned(),
        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}".to_owned(),
        format!("HTTP/1.1 200 OK\r\n{}\r\n", "X: y\r\n".repeat(100_000)),
    ] {
        let exchange = Server::answering(answer).await.send(&post(10)).await;
        assert!(matches!(exchange.result, Err(Failure::BrokeOff { .. })), "{:?}", exchange.result);
        assert_eq!(exchange.bytes_handed, 10);
    }
}
