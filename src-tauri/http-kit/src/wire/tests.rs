#![allow(clippy::unwrap_used, reason = "a panic is how a test fails")]

use std::future::poll_fn;

use futures_util::stream;
use http_body::Body as _;
use proptest::prelude::*;

use super::*;
use crate::{Boundary, Multipart};

fn run<T>(future: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(future)
}

/// Everything that goes out, with every promise about sizes checked on the way.
async fn drain(body: &Body) -> Result<Vec<u8>, Failure> {
    let handed = Handed::new();
    let mut wire = Wire::open(body, handed.clone()).await?;
    let mut out = Vec::new();
    loop {
        let left = body.content_length() - out.len() as u64;
        assert_eq!(wire.size_hint().exact(), Some(left));
        assert_eq!(wire.is_end_stream(), left == 0);
        match poll_fn(|cx| Pin::new(&mut wire).poll_frame(cx)).await {
            None => break,
            Some(Ok(frame)) => {
                let chunk = frame.into_data().unwrap();
                assert!((1..=CHUNK).contains(&chunk.len()));
                out.extend(chunk);
                assert_eq!(handed.bytes(), out.len() as u64);
            }
            Some(Err(GivenUp)) => {
                let (bytes, fault) = handed.close();
                assert!(bytes < body.content_length(), "a failed body must never be whole");
                return Err(fault.unwrap());
            }
        }
    }
    assert_eq!(out.len() as u64, body.content_length());
    Ok(out)
}

fn multipart(parts: Vec<Part>) -> Body {
    Body::Multipart(Multipart { boundary: Boundary::from_seed("0198c3d2"), parts })
}

fn file(size: u64, source: FileSource) -> Part {
    Part::File { name: "attachments".into(), file_name: "a.png".into(), media_type: "image/png".into(), size, source }
}

/// What a name must come out as, said independently of the encoder.
fn shown(raw: &str) -> String {
    let mut shown = String::new();
    for c in raw.chars() {
        match c {
            '"' => shown += "%22",
            '\r' => shown += "%0D",
            '\n' => shown += "%0A",
            '\\' => shown += "%5C",
            c if (c as u32) < 32 || c as u32 == 127 => shown += &format!("%{:02X}", c as u32),
            c => shown.push(c),
        }
    }
    shown
}

#[test]
fn the_bytes_on_the_wire_are_these() {
    let body = multipart(vec![
        Part::Text { name: "url".into(), value: "https://bad.example\n2".into() },
        file(3, FileSource::Bytes(Bytes::from_static(b"\x00\xff\n"))),
    ]);
    let expected = b"------TakedownDesk0198c3d2\r\n\
        Content-Disposition: form-data; name=\"url\"\r\n\r\n\
        https://bad.example\n2\r\n\
        ------TakedownDesk0198c3d2\r\n\
        Content-Disposition: form-data; name=\"attachments\"; filename=\"a.png\"\r\n\
        Content-Type: image/png\r\n\r\n\
        \x00\xff\n\r\n\
        ------TakedownDesk0198c3d2--\r\n";
    assert_eq!(run(drain(&body)).unwrap(), expected);
}

#[test]
fn a_file_that_is_not_of_the_announced_size_never_makes_a_whole_body() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.png");
    std::fs::write(&path, vec![7; 100_000]).unwrap();
    for size in [0, 1, 99_999, 100_001, u64::MAX / 2] {
        let failure = run(drain(&multipart(vec![file(size, FileSource::Disk(path.clone()))]))).unwrap_err();
        assert!(matches!(failure, Failure::FileChanged { .. }), "{failure:?}");
    }
    for source in [
        FileSource::Disk(folder.path().join("gone")),
        FileSource::Disk(folder.path().to_owned()),
        FileSource::Bytes(Bytes::from_static(b"12")),
    ] {
        let failure = run(drain(&multipart(vec![file(3, source)]))).unwrap_err();
        assert!(matches!(failure, Failure::FileChanged { .. }), "{failure:?}");
    }
}

#[test]
fn a_file_that_changes_after_it_was_opened_never_makes_a_whole_body() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.png");
    for changed_size in [0, 1, 40_000, 99_999, 100_001, 5_000_000] {
        std::fs::write(&path, vec![7; 100_000]).unwrap();
        let body = multipart(vec![file(100_000, FileSource::Disk(path.clone()))]);
        let failure = run(async {
            let handed = Handed::new();
            let mut wire = Wire::open(&body, handed.clone()).await.unwrap();
            std::fs::OpenOptions::new().write(true).open(&path).unwrap().set_len(changed_size).unwrap();
            while let Some(Ok(_)) = poll_fn(|cx| Pin::new(&mut wire).poll_frame(cx)).await {}
            handed.close()
        });
        assert!(failure.0 < body.content_length(), "{changed_size}");
        assert!(matches!(failure.1, Some(Failure::FileChanged { .. })), "{changed_size}: {failure:?}");
    }
}

#[test]
fn a_body_whose_send_was_given_up_hands_over_nothing_more() {
    let body = Body::Json(Bytes::from(vec![b' '; 3 * CHUNK]));
    run(async {
        let handed = Handed::new();
        let mut wire = Wire::open(&body, handed.clone()).await.unwrap();
        assert!(poll_fn(|cx| Pin::new(&mut wire).poll_frame(cx)).await.unwrap().is_ok());
        assert_eq!(handed.close(), (CHUNK as u64, None));
        assert!(poll_fn(|cx| Pin::new(&mut wire).poll_frame(cx)).await.unwrap().is_err());
        assert_eq!(handed.bytes(), CHUNK as u64);
    });
}

fn hostile() -> impl Strategy<Value = String> {
    prop_oneof![any::<String>(), "[\"\\\\\r\n;=%\u{202e}a\u{0}-\u{1f}\u{7f}-]{0,40}", "x{4096}"]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn hostile_names_and_values_come_back_through_an_independent_parser(
        texts in prop::collection::vec((hostile(), hostile()), 0..4),
        files in prop::collection::vec((hostile(), prop::collection::vec(any::<u8>(), 0..100_000)), 1..4),
    ) {
        let folder = tempfile::tempdir().unwrap();
        let mut parts = Vec::new();
        for (name, value) in &texts {
            parts.push(Part::Text { name: name.clone(), value: value.clone() });
        }
        for (at, (file_name, bytes)) in files.iter().enumerate() {
            let source = if at % 2 == 0 {
                let path = folder.path().join(at.to_string());
                std::fs::write(&path, bytes).unwrap();
                FileSource::Disk(path)
            } else {
                FileSource::Bytes(bytes.clone().into())
            };
            parts.push(Part::File {
                name: "attachments".into(),
                file_name: file_name.clone(),
                media_type: "application/pdf".into(),
                size: bytes.len() as u64,
                source,
            });
        }
        let body = multipart(parts);
        run(async {
            let bytes = Bytes::from(drain(&body).await.unwrap());
            let stream = stream::iter([Ok::<_, std::io::Error>(bytes)]);
            let mut parsed = multer::Multipart::new(stream, "----TakedownDesk0198c3d2");
            for (name, value) in &texts {
                let field = parsed.next_field().await.unwrap().unwrap();
                assert_eq!((field.name(), field.file_name()), (Some(shown(name).as_str()), None));
                assert_eq!(field.bytes().await.unwrap(), value.as_bytes());
            }
            for (file_name, bytes) in &files {
                let field = parsed.next_field().await.unwrap().unwrap();
                assert_eq!(field.name(), Some("attachments"));
                assert_eq!(field.file_name(), Some(shown(file_name).as_str()));
                assert_eq!(field.content_type().unwrap().as_ref(), "application/pdf");
                assert_eq!(field.bytes().await.unwrap(), bytes.as_slice());
            }
            assert!(parsed.next_field().await.unwrap().is_none());
        });
    }
}
