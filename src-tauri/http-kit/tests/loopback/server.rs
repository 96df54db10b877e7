//! A server of one script: what it does with each connection, and what it saw.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use http_kit::{Client, Deadlines, Exchange, Key, Path, Progress, Request};
use secrecy::SecretString;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;

pub(crate) const OK: &[u8] = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";
/// Too much for any socket's buffers.
pub(crate) const LARGE: usize = 64 * 1024 * 1024;

pub(crate) struct Server {
    pub(crate) base: String,
    accepted: Arc<AtomicUsize>,
    received: mpsc::UnboundedReceiver<Received>,
}

/// A request, as its bytes said.
#[derive(Debug)]
pub(crate) struct Received {
    pub(crate) head: String,
    pub(crate) body: Vec<u8>,
}

impl Received {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let mut lines = self.head.lines().skip(1).filter_map(|line| line.split_once(": "));
        lines.find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }
}

impl Server {
    /// Every connection gets the script, and is closed when it ends.
    pub(crate) async fn start<F, Fut>(script: F) -> Self
    where
        F: Fn(TcpStream, mpsc::UnboundedSender<Received>) -> Fut + Send + 'static,
        Fut: Future<Output = ()> + Send + 'static,
    {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let base = format!("http://{}/v1", listener.local_addr().unwrap());
        let accepted = Arc::new(AtomicUsize::new(0));
        let (tell, received) = mpsc::unbounded_channel();
        let count = accepted.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                count.fetch_add(1, Ordering::SeqCst);
                tokio::spawn(script(stream, tell.clone()));
            }
        });
        Self { base, accepted, received }
    }

    /// Reads a whole request and answers with these bytes.
    pub(crate) async fn answering(answer: impl Into<Vec<u8>>) -> Self {
        let answer = answer.into();
        Self::start(move |mut stream, tell| {
            let answer = answer.clone();
            async move {
                let received = read_request(&mut stream).await.unwrap();
                // Told before answering, so that it is there once the client has its answer.
                tell.send(received).unwrap();
                let _ = stream.write_all(&answer).await;
            }
        })
        .await
    }

    /// The next request that was read whole.
    pub(crate) async fn received(&mut self) -> Received {
        self.received.recv().await.unwrap()
    }

    pub(crate) fn connections(&self) -> usize {
        self.accepted.load(Ordering::SeqCst)
    }

    pub(crate) async fn send(&self, request: &Request) -> Exchange {
        self.send_within(request, &Deadlines::default()).await
    }

    pub(crate) async fn send_within(&self, request: &Request, deadlines: &Deadlines) -> Exchange {
        send(&self.base, request, deadlines, |_| {}).await
    }
}

pub(crate) async fn send(
    base: &str,
    request: &Request,
    deadlines: &Deadlines,
    progress: impl FnMut(Progress) + Send,
) -> Exchange {
    let secret = SecretString::from("canary-key");
    let key = Key { header: "x-api-key", secret: &secret };
    Client::loopback(base).unwrap().send(request, key, deadlines, progress).await
}

pub(crate) async fn read_head(stream: &mut TcpStream) -> io::Result<String> {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        head.push(stream.read_u8().await?);
    }
    Ok(String::from_utf8(head).unwrap())
}

pub(crate) async fn read_request(stream: &mut TcpStream) -> io::Result<Received> {
    let mut received = Received { head: read_head(stream).await?, body: Vec::new() };
    let length = received.header("content-length").map_or(0, |length| length.parse().unwrap());
    received.body.resize(length, 0);
    stream.read_exact(&mut received.body).await?;
    Ok(received)
}

/// Closes with a reset instead of a goodbye.
pub(crate) fn reset(stream: TcpStream) {
    stream.set_zero_linger().unwrap();
}

pub(crate) fn get() -> Request {
    Request::get(Path::fixed("/incidents"))
}

pub(crate) fn post(bytes: usize) -> Request {
    Request::post(Path::fixed("/incident/tkd")).json(vec![b' '; bytes])
}

/// Short enough to wait for, for what is meant to run out.
pub(crate) fn short() -> Duration {
    Duration::from_millis(150)
}
