use intake::reading::{Came, Place, Source};
use intake::{FileKind, Unread, attachment, read, read_text};

use super::{found, led};

#[test]
fn nothing_but_addresses_is_a_list() {
    let lists = [
        "https://a.test/1\nhttps://b.test/2",
        "https://a.test/1, https://b.test/2",
        "  - https://a.test/1\r\n  - https://b.test/2;\r\n",
        "1. hxxps://a[.]test/1\n2) <https://b.test/2>\n",
    ];
    for text in lists {
        let reading = read_text(text);
        assert_eq!(reading.source, Source::List, "{text}");
        assert_eq!(led(&reading), [(Place::Text, "https://a.test/1"), (Place::Text, "https://b.test/2")], "{text}");
        assert!(reading.addresses.iter().all(|found| found.in_suspect));
    }
    assert_eq!(read_text("a.test\nb.test").addresses.len(), 2);
}

#[test]
fn words_make_it_a_text() {
    let reading = read_text("They sent me https://a.test/1 yesterday, be careful.");
    assert_eq!(reading.source, Source::Text);
    assert_eq!(led(&reading), [(Place::Text, "https://a.test/1")]);
    assert!(reading.words.starts_with("They sent me"));
    assert_eq!(read_text("").source, Source::Text);
}

#[test]
fn a_mail_saved_as_text_is_a_mail() {
    let text = "From: Bank <care@evil.test>\nTo: ann@staff.example\nSubject: s\nContent-Type: text/plain\n\nhttps://evil.test/a";
    let reading = read_text(text);
    assert_eq!((reading.source, reading.head.subject.as_str()), (Source::Mail, "s"));
    assert_eq!(led(&reading), [(Place::Text, "https://evil.test/a")]);
    let utf16: Vec<u8> = [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    assert_eq!(read(FileKind::Text, utf16.as_slice()).unwrap().unwrap(), reading);
    assert_eq!(attachment(FileKind::Text, text.as_bytes(), 0), None);
}

#[test]
fn a_pasted_forward_is_told() {
    let reading = read_text(
        "Hi, https://staff.example/wiki\n\nFrom: Bank <care@evil.test>\nSent: Monday, November 2, 2026 10:42 AM\n\
         To: bob@staff.example\nSubject: Account closed\n\nhttps://evil.test/in",
    );
    assert_eq!((reading.source, reading.came), (Source::Text, Came::Inline));
    assert_eq!(reading.head.from.as_ref().unwrap().address, "care@evil.test");
    assert!(found(&reading, "https://evil.test/in").in_suspect);
    assert!(!found(&reading, "https://staff.example/wiki").in_suspect);
}

#[test]
fn a_pasted_page_is_read_as_one() {
    let reading = read_text("<!DOCTYPE html><html><a href='https://evil.test/a'>Go</a></html>");
    assert_eq!(led(&reading), [(Place::Link, "https://evil.test/a")]);
}

#[test]
fn old_encodings_of_texts_are_read() {
    let reading = read(FileKind::Text, b"f\xfcr Sie \x80 5: https://evil.test/a".as_slice()).unwrap().unwrap();
    assert!(reading.words.starts_with("für Sie € 5"));
}

#[test]
fn other_kinds_are_not_read_and_no_mail_is_damaged() {
    assert_eq!(read(FileKind::Pdf, b"%PDF-1".as_slice()).unwrap(), Err(Unread::NotRead));
    assert_eq!(read(FileKind::Email, b"".as_slice()).unwrap(), Err(Unread::Damaged));
    assert_eq!(read(FileKind::Email, b"no fields here\n".as_slice()).unwrap(), Err(Unread::Damaged));
}
