//! A request as a value: shown, stored and compared before it is sent. The key is not in it.

use std::fmt;

use bytes::Bytes;

use crate::{Multipart, Path, escape_segment};

/// The methods that our services use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// Reads.
    Get,
    /// Files something: never sent twice by anything in this crate.
    Post,
}

impl Method {
    /// The word on the wire.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
        }
    }
}

/// What follows the headers.
#[derive(Clone, PartialEq, Eq)]
pub enum Body {
    /// Nothing.
    None,
    /// JSON text, already written.
    Json(Bytes),
    /// Fields and files.
    Multipart(Multipart),
}

impl Body {
    /// Exact size in bytes, known without reading any file.
    #[must_use]
    pub fn content_length(&self) -> u64 {
        match self {
            Self::None => 0,
            Self::Json(text) => text.len() as u64,
            Self::Multipart(multipart) => multipart.content_length(),
        }
    }
}

/// Sizes only: what a person wrote and what they attach does not belong into logs.
impl fmt::Debug for Body {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = match self {
            Self::None => return f.write_str("None"),
            Self::Json(_) => "Json",
            Self::Multipart(_) => "Multipart",
        };
        write!(f, "{kind}({} bytes)", self.content_length())
    }
}

/// One request, complete but for the base address and the key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// What is done.
    pub method: Method,
    /// Below the base address, already percent-encoded.
    pub path: Path,
    /// Names and values as meant; they are escaped as the request leaves.
    pub query: Vec<(String, String)>,
    /// In the order they were added, the body's `Content-Type` included. `Content-Length`, `Host` and `User-Agent`
    /// are added as the request leaves.
    pub headers: Vec<(String, String)>,
    /// What follows the headers.
    pub body: Body,
}

impl Request {
    /// A read, with nothing after its headers.
    #[must_use]
    pub fn get(path: Path) -> Self {
        Self { method: Method::Get, path, query: Vec::new(), headers: Vec::new(), body: Body::None }
    }

    /// A filing; give it a body with [`Request::json`] or [`Request::multipart`].
    #[must_use]
    pub fn post(path: Path) -> Self {
        Self { method: Method::Post, ..Self::get(path) }
    }

    /// Adds a query pair; both sides are escaped for us.
    #[must_use]
    pub fn query(mut self, name: &str, value: &str) -> Self {
        self.query.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Adds a header.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Sets the body and its `Content-Type`.
    #[must_use]
    pub fn json(mut self, text: impl Into<Bytes>) -> Self {
        self.body = Body::Json(text.into());
        self.header("Content-Type", "application/json")
    }

    /// Sets the body and its `Content-Type`, boundary included.
    #[must_use]
    pub fn multipart(mut self, multipart: Multipart) -> Self {
        let content_type = format!("multipart/form-data; boundary={}", multipart.boundary.as_str());
        self.body = Body::Multipart(multipart);
        self.header("Content-Type", &content_type)
    }

    /// Exact size of the body in bytes: what `Content-Length` will say, and what the services' limits count.
    #[must_use]
    pub fn content_length(&self) -> u64 {
        self.body.content_length()
    }

    /// Path and query as they go on the wire, without the base address.
    #[must_use]
    pub fn target(&self) -> String {
        let mut target = self.path.to_string();
        for (at, (name, value)) in self.query.iter().enumerate() {
            target.push(if at == 0 { '?' } else { '&' });
            target += &escape_segment(name);
            target.push('=');
            target += &escape_segment(value);
        }
        target
    }
}
