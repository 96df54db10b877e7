//! Where a request may go, and what may not ride along. What reads the environment runs in a process of its own.

use std::process::Command;

use http_kit::{Client, Deadlines, Exchange, Failure, Key};
use secrecy::SecretString;

use crate::server::{OK, Server, get, post};

const BASE: &str = "TEST_BASE";

/// Runs one of the ignored tests below in a process with these variables and no other that names a proxy.
async fn run_child(test: &str, variables: &[(&str, &str)]) {
    let mut child = Command::new(std::env::current_exe().unwrap());
    for name in ["http_proxy", "https_proxy", "all_proxy", "no_proxy"] {
        child.env_remove(name).env_remove(name.to_uppercase());
    }
    child.args(["--exact", "--ignored", test]).envs(variables.iter().copied());
    // The servers run on this thread; waiting for the child may not hold them up.
    let output = tokio::task::spawn_blocking(move || child.output()).await.unwrap().unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success() && said.contains("1 passed"), "{said}");
}

async fn send_by(client: &Client) -> Exchange {
    let secret = SecretString::from("canary-key");
    client.send(&post(10), Key { header: "x-api-key", secret: &secret }, &Deadlines::default(), |_| {}).await
}

#[tokio::test]
async fn the_loopback_client_goes_past_every_proxy() {
    let server = Server::answering(OK).await;
    let trap = Server::answering(OK).await;
    let proxy = trap.base.trim_end_matches("/v1");
    let variables = [(BASE, server.base.as_str()), ("HTTP_PROXY", proxy), ("http_proxy", proxy), ("ALL_PROXY", proxy)];
    run_child("hosts::child_past_the_proxy", &variables).await;
    assert_eq!((server.connections(), trap.connections()), (1, 1), "only the control goes into the trap");
}

#[tokio::test]
#[ignore = "run by the_loopback_client_goes_past_every_proxy, in its environment"]
async fn child_past_the_proxy() {
    let base = std::env::var(BASE).unwrap();
    // The control: a client with its usual manners takes the proxy.
    assert!(reqwest::get(&base).await.unwrap().status().is_success());
    assert!(send_by(&Client::loopback(&base).unwrap()).await.result.is_ok());
}

#[tokio::test]
async fn a_proxy_that_says_no_means_that_nothing_was_sent() {
    let mut proxy = Server::answering("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n").await;
    let address = proxy.base.trim_end_matches("/v1").to_owned();
    run_child("hosts::child_not_connected", &[(BASE, "https://capi.example/v1"), ("HTTPS_PROXY", &address)]).await;
    let received = proxy.received().await;
    assert!(received.head.starts_with("CONNECT capi.example:443 "), "{}", received.head);
    assert!(!received.head.contains("canary-key"));
}

#[tokio::test]
async fn a_server_without_tls_means_that_nothing_was_sent() {
    let server = Server::start(|mut stream, _| async move {
        use tokio::io::AsyncWriteExt;
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n").await;
    })
    .await;
    let base = server.base.replace("http:", "https:");
    run_child("hosts::child_not_connected", &[(BASE, &base)]).await;
    assert_eq!(server.connections(), 1);
}

#[tokio::test]
#[ignore = "run by the tests above, in their environments"]
async fn child_not_connected() {
    let client = Client::https(&std::env::var(BASE).unwrap(), &["capi.example", "127.0.0.1"]).unwrap();
    let exchange = send_by(&client).await;
    assert!(matches!(exchange.result, Err(Failure::NotConnected { .. })), "{:?}", exchange.result);
    assert_eq!(exchange.bytes_handed, 0);
}

#[tokio::test]
async fn a_key_that_http_cannot_carry_opens_nothing_and_is_not_told() {
    let server = Server::answering(OK).await;
    let secret = SecretString::from("canary\r\nX-Evil: 1");
    let client = Client::loopback(&server.base).unwrap();
    let exchange =
        client.send(&get(), Key { header: "x-api-key", secret: &secret }, &Deadlines::default(), |_| {}).await;
    assert!(matches!(exchange.result, Err(Failure::Unsendable { .. })));
    assert!(!format!("{exchange:?}{:?}", Key { header: "x-api-key", secret: &secret }).contains("canary"));
    assert_eq!(server.connections(), 0);
}

#[tokio::test]
async fn a_header_with_a_line_end_opens_nothing() {
    let server = Server::answering(OK).await;
    let exchange = server.send(&get().header("accept", "a\r\nX-Evil: 1")).await;
    assert!(matches!(exchange.result, Err(Failure::Unsendable { .. })));
    assert_eq!(server.connections(), 0);
}
