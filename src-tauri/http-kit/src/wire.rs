//! The body as hyper takes it: exact in size, streamed in small chunks, counted as it goes.

use std::collections::VecDeque;
use std::path::Path as FilePath;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use http_body::{Frame, SizeHint};
use tokio::fs::File;
use tokio::io::{AsyncRead, ReadBuf};

use crate::handed::Handed;
use crate::multipart::LINE_END;
use crate::{Body, Failure, FileSource, Part};

/// Small enough for a progress bar that moves, large enough not to cost.
const CHUNK: usize = 32 * 1024;

enum Piece {
    Bytes(Bytes),
    File { file: File, left: u64, file_name: String },
}

/// A body on its way.
pub(crate) struct Wire {
    pieces: VecDeque<Piece>,
    left: u64,
    handed: Handed,
}

/// The connection is to be ended; why stands in [`Handed`].
#[derive(Debug, thiserror::Error)]
#[error("the body was given up")]
pub(crate) struct GivenUp;

impl Wire {
    /// Opens every file and compares sizes, so that what has already changed fails before a connection is opened.
    pub(crate) async fn open(body: &Body, handed: Handed) -> Result<Self, Failure> {
        let mut pieces = VecDeque::new();
        match body {
            Body::None => {}
            Body::Json(text) => pieces.push_back(Piece::Bytes(text.clone())),
            Body::Multipart(multipart) => {
                for part in &multipart.parts {
                    pieces.push_back(Piece::Bytes((multipart.opening() + &part.head()).into()));
                    pieces.push_back(content(part).await?);
                    pieces.push_back(Piece::Bytes(Bytes::from_static(LINE_END.as_bytes())));
                }
                pieces.push_back(Piece::Bytes(multipart.closing().into()));
            }
        }
        Ok(Self { pieces, left: body.content_length(), handed })
    }

    fn poll_chunk(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<Bytes, Failure>>> {
        loop {
            match self.pieces.front_mut() {
                None => return Poll::Ready(None),
                Some(Piece::Bytes(bytes)) if bytes.is_empty() => {}
                Some(Piece::Bytes(bytes)) => {
                    return Poll::Ready(Some(Ok(bytes.split_to(bytes.len().min(CHUNK)))));
                }
                Some(Piece::File { file, left, file_name }) => match ready!(poll_file(file, left, cx)) {
                    Ok(Some(chunk)) => return Poll::Ready(Some(Ok(chunk))),
                    Ok(None) => {}
                    Err(detail) => return Poll::Ready(Some(Err(changed(file_name, detail)))),
                },
            }
            self.pieces.pop_front();
        }
    }
}

impl http_body::Body for Wire {
    type Data = Bytes;
    type Error = GivenUp;

    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, GivenUp>>> {
        let Some(chunk) = ready!(self.poll_chunk(cx)) else { return Poll::Ready(None) };
        let given_up = match chunk {
            Ok(chunk) if self.handed.admit(chunk.len() as u64) => {
                self.left -= chunk.len() as u64;
                return Poll::Ready(Some(Ok(Frame::data(chunk))));
            }
            Ok(_) => GivenUp,
            Err(fault) => {
                self.handed.fail(fault);
                GivenUp
            }
        };
        self.pieces.clear();
        Poll::Ready(Some(Err(given_up)))
    }

    fn is_end_stream(&self) -> bool {
        self.left == 0
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.left)
    }
}

/// The next chunk of a file, or `None` at its announced end, which must be its real end too. What follows a file in a
/// multipart body is still to come then, so a wrong file never makes a whole request.
fn poll_file(file: &mut File, left: &mut u64, cx: &mut Context<'_>) -> Poll<Result<Option<Bytes>, String>> {
    let wanted = usize::try_from(*left).unwrap_or(CHUNK).clamp(1, CHUNK);
    let mut bytes = vec![0; wanted];
    let mut buffer = ReadBuf::new(&mut bytes);
    if let Err(error) = ready!(Pin::new(file).poll_read(cx, &mut buffer)) {
        return Poll::Ready(Err(error.to_string()));
    }
    let read = buffer.filled().len();
    Poll::Ready(match (read, *left) {
        (0, 0) => Ok(None),
        (0, _) => Err("it is smaller than announced".to_owned()),
        (_, 0) => Err("it is larger than announced".to_owned()),
        _ => {
            *left -= read as u64;
            bytes.truncate(read);
            Ok(Some(bytes.into()))
        }
    })
}

async fn content(part: &Part) -> Result<Piece, Failure> {
    let (source, size, file_name) = match part {
        Part::Text { value, .. } => return Ok(Piece::Bytes(value.clone().into())),
        Part::File { source, size, file_name, .. } => (source, *size, file_name),
    };
    match source {
        FileSource::Bytes(bytes) if bytes.len() as u64 == size => Ok(Piece::Bytes(bytes.clone())),
        FileSource::Bytes(_) => Err(changed(file_name, "it is not of the announced size".to_owned())),
        FileSource::Disk(path) => match open(path, size).await {
            Ok(file) => Ok(Piece::File { file, left: size, file_name: file_name.clone() }),
            Err(detail) => Err(changed(file_name, detail)),
        },
    }
}

async fn open(path: &FilePath, size: u64) -> Result<File, String> {
    // Looked at before it is opened: opening a pipe would wait for its other end.
    let found = tokio::fs::metadata(path).await.map_err(|error| error.to_string())?;
    if !found.is_file() {
        return Err("it is not a file".to_owned());
    }
    if found.len() != size {
        return Err("it is not of the announced size".to_owned());
    }
    File::open(path).await.map_err(|error| error.to_string())
}

fn changed(file_name: &str, detail: String) -> Failure {
    Failure::FileChanged { file_name: file_name.to_owned(), detail }
}

#[cfg(test)]
mod tests;
