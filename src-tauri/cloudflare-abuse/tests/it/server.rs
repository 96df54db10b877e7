//! A server of one script: an answer for each connection, in order, and what it read.

use cloudflare_abuse::Client;
use secrecy::SecretString;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// Head and body of each request that came.
pub(crate) type Seen = Vec<(String, Vec<u8>)>;

/// A 200 with this JSON.
pub(crate) fn page(json: &serde_json::Value) -> String {
    let body = json.to_string();
    format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n{body}", body.len())
}

/// Answers as many requests as there are answers; one more would be refused.
pub(crate) async fn script(answers: Vec<String>) -> (Client, impl Future<Output = Seen>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base = format!("http://{}/client/v4", listener.local_addr().unwrap());
    let serve = async move {
        let mut seen = Vec::new();
        for answer in answers {
            let (mut stream, _) = listener.accept().await.unwrap();
            seen.push(request(&mut stream).await);
            stream.write_all(answer.as_bytes()).await.unwrap();
        }
        seen
    };
    (Client::new(http_kit::Client::loopback(&base).unwrap(), SecretString::from("canary-token")), serve)
}

async fn request(stream: &mut TcpStream) -> (String, Vec<u8>) {
    let mut head = String::new();
    while !head.ends_with("\r\n\r\n") {
        head.push(char::from(stream.read_u8().await.unwrap()));
    }
    let length = head.lines().find_map(|line| line.strip_prefix("content-length: "));
    let mut body = vec![0; length.map_or(0, |length| length.parse().unwrap())];
    stream.read_exact(&mut body).await.unwrap();
    (head, body)
}
