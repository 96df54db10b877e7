//! The body of a report, read whole and taken apart: text fields and files, from JSON or multipart.

use std::{collections::BTreeMap, time::Duration};

use axum::{
    body::{Body, Bytes},
    extract::{FromRequest, Multipart, Request},
    http::{HeaderMap, StatusCode, header, request::Parts},
};
use futures_util::StreamExt;
use serde_json::Value;
use sha2::{Digest, Sha256};

use super::{BODY_LIMIT_BYTES, FILES_PER_REPORT, Refusal, types};
use crate::SentFile;

/// A report's body, taken apart but not judged yet.
#[derive(Debug, Default)]
pub(super) struct Form {
    pub(super) fields: BTreeMap<String, String>,
    pub(super) parts: Vec<String>,
    pub(super) files: Vec<SentFile>,
    pub(super) json: Option<String>,
}

/// What the request announced, when it did.
pub(super) fn announced(headers: &HeaderMap) -> Option<u64> {
    headers.get(header::CONTENT_LENGTH)?.to_str().ok()?.parse().ok()
}

/// Reads until `enough` bytes are there or the body ends, pausing after each piece; what comes with the last piece is
/// kept. `None` when the client went away in the middle.
pub(crate) async fn read_up_to(body: Body, enough: u64, pause: Duration) -> Option<(Bytes, Body)> {
    let mut stream = body.into_data_stream();
    let mut read = Vec::new();
    while (read.len() as u64) < enough {
        match stream.next().await {
            Some(Ok(piece)) => read.extend_from_slice(&piece),
            Some(Err(_)) => return None,
            None => break,
        }
        if !pause.is_zero() {
            tokio::time::sleep(pause).await;
        }
    }
    Some((read.into(), Body::from_stream(stream)))
}

/// Takes a whole body apart by what its `Content-Type` says.
pub(super) async fn take_apart(parts: Parts, body: Bytes) -> Result<Form, Refusal> {
    let said = parts.headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let essence = said.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    match essence.as_str() {
        "application/json" => from_json(&body),
        "multipart/form-data" => from_multipart(Request::from_parts(parts, Body::from(body))).await,
        _ => Err(Refusal::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "Unsupported Media Type")),
    }
}

fn from_json(body: &[u8]) -> Result<Form, Refusal> {
    let text = std::str::from_utf8(body).map_err(|_| Refusal::bad("Invalid request payload JSON format"))?;
    let Ok(Value::Object(members)) = serde_json::from_str(text) else {
        return Err(Refusal::bad("Invalid request payload JSON format"));
    };
    let mut form = Form { json: Some(text.to_owned()), ..Form::default() };
    for (name, value) in members {
        // `null` lands here too, and for `comment` the documentation forbids it in so many words.
        let Value::String(value) = value else {
            return Err(Refusal::bad(format!("\"{name}\" must be a string")));
        };
        form.fields.insert(name, value);
    }
    Ok(form)
}

async fn from_multipart(request: Request) -> Result<Form, Refusal> {
    let unreadable = || Refusal::bad("Invalid multipart payload format");
    let mut multipart = Multipart::from_request(request, &()).await.map_err(|_| unreadable())?;
    let mut form = Form::default();
    while let Some(field) = multipart.next_field().await.map_err(|_| unreadable())? {
        let name = field.name().ok_or_else(unreadable)?.to_owned();
        form.parts.push(name.clone());
        let file_name = field.file_name().map(str::to_owned);
        let mime = field.content_type().unwrap_or_default().to_owned();
        match (name.as_str(), file_name) {
            ("attachments", Some(file_name)) => {
                let bytes = field.bytes().await.map_err(|_| unreadable())?;
                form.files.push(file(file_name, mime, &bytes)?);
                if form.files.len() > FILES_PER_REPORT {
                    return Err(Refusal::bad(format!("At most {FILES_PER_REPORT} attachments are allowed")));
                }
            }
            ("attachments", None) => return Err(Refusal::bad("\"attachments\" must be a file")),
            (_, Some(_)) => return Err(Refusal::bad(format!("\"{name}\" must not be a file"))),
            (_, None) => {
                let bytes = field.bytes().await.map_err(|_| unreadable())?;
                let text = String::from_utf8(bytes.into()).map_err(|_| unreadable())?;
                if form.fields.insert(name.clone(), text).is_some() {
                    return Err(Refusal::bad(format!("\"{name}\" must be given once")));
                }
            }
        }
    }
    Ok(form)
}

fn file(name: String, mime: String, bytes: &[u8]) -> Result<SentFile, Refusal> {
    if !types::accepted(&name, &mime) {
        return Err(Refusal::bad(format!("Attachment \"{name}\" of type \"{mime}\" is not supported")));
    }
    let sha256 = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    Ok(SentFile { name, mime, size_bytes: bytes.len() as u64, sha256 })
}

/// Whether a body of this length is refused.
pub(super) fn too_large(length: u64) -> bool {
    length >= BODY_LIMIT_BYTES
}
