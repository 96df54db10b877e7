//! One send: at most one request, and the exact truth about it.

use std::error::Error;
use std::pin::pin;

use reqwest::header::{HeaderName, HeaderValue};
use reqwest::{Response, Url};
use secrecy::ExposeSecret;
use tokio::time::sleep_until;

use crate::deadlines::{Expired, Phase, Watch};
use crate::handed::Handed;
use crate::wire::Wire;
use crate::{Answer, Body, Client, Deadlines, Exchange, Failure, Key, Limit, Method, Progress, Request};

impl Client {
    /// Sends a request once. Never retries, follows nothing, and always comes back within the deadlines.
    ///
    /// Dropping the future ends the send; what had been handed over by then is not told.
    pub async fn send(
        &self,
        request: &Request,
        key: Key<'_>,
        deadlines: &Deadlines,
        mut progress: impl FnMut(Progress) + Send,
    ) -> Exchange {
        let handed = Handed::new();
        let bytes_total = request.content_length();
        let mut watch = Watch::start(deadlines, bytes_total);
        let result = self.attempt(request, key, &handed, &mut watch, &mut progress).await;
        let (bytes_handed, fault) = handed.close();
        // What was wrong with our own body is the reason; the broken connection is only its effect.
        let result = match (result, fault) {
            (Err(_), Some(fault)) => Err(fault),
            (result, _) => result,
        };
        Exchange { bytes_total, bytes_handed, result }
    }

    async fn attempt(
        &self,
        request: &Request,
        key: Key<'_>,
        handed: &Handed,
        watch: &mut Watch,
        progress: &mut (impl FnMut(Progress) + Send),
    ) -> Result<Answer, Failure> {
        let outgoing = self.outgoing(request, key, handed).await?;
        progress(Progress::Connecting);
        let response = self.head(outgoing, request.content_length(), handed, watch, progress).await?;
        if watch.phase() != Phase::Awaiting {
            // Answered before the body was through; the rest of the answer gets its time from here.
            watch.enter(Phase::Awaiting);
        }
        rest(response, watch).await
    }

    /// The request as reqwest takes it. Every file is opened; nothing is connected.
    async fn outgoing(&self, request: &Request, key: Key<'_>, handed: &Handed) -> Result<reqwest::Request, Failure> {
        let method = match request.method {
            Method::Get => reqwest::Method::GET,
            Method::Post => reqwest::Method::POST,
        };
        let mut outgoing = reqwest::Request::new(method, self.address(request)?);
        for (name, value) in &request.headers {
            let name = HeaderName::from_bytes(name.as_bytes()).map_err(|_| unsendable("a header's name"))?;
            let value = HeaderValue::from_str(value).map_err(|_| unsendable("a header's value"))?;
            outgoing.headers_mut().insert(name, value);
        }
        // EXPOSE: the header is where the key is used; marked sensitive, so that nothing below prints it.
        let mut value = HeaderValue::from_str(key.secret.expose_secret()).map_err(|_| unsendable("the key"))?;
        value.set_sensitive(true);
        outgoing.headers_mut().insert(HeaderName::from_static(key.header), value);
        if !matches!(request.body, Body::None) {
            *outgoing.body_mut() = Some(reqwest::Body::wrap(Wire::open(&request.body, handed.clone()).await?));
        }
        Ok(outgoing)
    }

    fn address(&self, request: &Request) -> Result<Url, Failure> {
        let whole = format!("{}{}", self.base(), request.target());
        // Parsing may not change anything: it would resolve a dot segment away, and so name another endpoint.
        match Url::parse(&whole) {
            Ok(url) if url.as_str() == whole => Ok(url),
            _ => Err(unsendable("the path")),
        }
    }

    async fn head(
        &self,
        outgoing: reqwest::Request,
        total: u64,
        handed: &Handed,
        watch: &mut Watch,
        progress: &mut (impl FnMut(Progress) + Send),
    ) -> Result<Response, Failure> {
        let mut steps = handed.follow();
        let mut told = 0;
        let mut tell = |watch: &mut Watch| {
            let bytes = handed.bytes();
            if bytes > told {
                told = bytes;
                progress(Progress::Handed { bytes, total });
                watch.enter(if bytes < total { Phase::Sending } else { Phase::Awaiting });
                if bytes == total {
                    progress(Progress::LastByte);
                }
            }
        };
        let mut response = pin!(self.http.execute(outgoing));
        let outcome = loop {
            tokio::select! {
                biased;
                outcome = &mut response => break outcome,
                () = Handed::step(&mut steps) => tell(watch),
                () = sleep_until(watch.next_look()) => {}
            }
            // Looked at after every step too: steady steps would otherwise never let a timer win.
            if let Some(expired) = watch.expired() {
                return Err(late(expired, handed));
            }
        };
        tell(watch);
        outcome.map_err(|error| {
            let connected = !error.is_connect() || handed.bytes() > 0;
            let detail = reason(&error);
            if connected { Failure::BrokeOff { detail } } else { Failure::NotConnected { detail } }
        })
    }
}

/// The answer with its body, under the cap and the deadlines.
async fn rest(mut response: Response, watch: &Watch) -> Result<Answer, Failure> {
    let mut answer = Answer::from_head(response.status().as_u16(), response.headers());
    let status = answer.status;
    loop {
        tokio::select! {
            biased;
            chunk = response.chunk() => match chunk {
                Ok(None) => return Ok(answer),
                Ok(Some(chunk)) if answer.body.len() + chunk.len() <= Answer::BODY_CAP => answer.body.extend(chunk),
                Ok(Some(_)) => return Err(Failure::TooBig { status }),
                Err(_) => return Err(Failure::AnswerBroken { status }),
            },
            () = sleep_until(watch.next_look()) => {}
        }
        // After every chunk too, as above.
        if let Some(Expired::Limit(which)) = watch.expired() {
            return Err(Failure::Deadline { which, status: Some(status) });
        }
    }
}

/// A deadline that passed before the head of an answer came.
fn late(expired: Expired, handed: &Handed) -> Failure {
    // Closed here, so that a first byte can't slip out between the look and the word.
    let (bytes, _) = handed.close();
    match expired {
        Expired::Connect if bytes == 0 => Failure::NotConnected { detail: "no connection in time".to_owned() },
        Expired::Connect => Failure::Deadline { which: Limit::Stall, status: None },
        Expired::Limit(which) => Failure::Deadline { which, status: None },
    }
}

fn unsendable(what: &str) -> Failure {
    Failure::Unsendable { detail: format!("{what} has characters that HTTP can't carry") }
}

/// The innermost words of an error: the outer ones name the address, which is nobody's business in a log.
fn reason(error: &reqwest::Error) -> String {
    let mut source = error.source();
    let mut detail = "no reason told".to_owned();
    while let Some(inner) = source {
        detail = inner.to_string();
        source = inner.source();
    }
    detail
}
