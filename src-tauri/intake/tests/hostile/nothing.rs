//! Big files with nothing in them.

use intake::FileKind;
use intake::reading::{Cut, LARGEST_READ, Unread};

use super::{cut, outcome};

const KINDS: [FileKind; 3] = [FileKind::Email, FileKind::OutlookEmail, FileKind::Text];
const FILLINGS: [u8; 5] = [0, b' ', b'a', b'\n', b'<'];

#[test]
fn fifty_megabytes_are_too_big_whatever_they_are() {
    for (kind, filling) in KINDS.into_iter().zip(FILLINGS) {
        assert_eq!(outcome(kind, &vec![filling; 50 << 20]), Err(Unread::TooBig));
    }
}

#[test]
fn one_byte_more_than_the_limit_is_too_big() {
    assert_eq!(outcome(FileKind::Text, &vec![b'a'; LARGEST_READ as usize + 1]), Err(Unread::TooBig));
}

#[test]
fn the_biggest_file_of_nothing_is_no_mail() {
    for filling in FILLINGS {
        for kind in [FileKind::Email, FileKind::OutlookEmail] {
            assert_eq!(outcome(kind, &vec![filling; LARGEST_READ as usize]), Err(Unread::Damaged), "{filling}");
        }
    }
}

#[test]
fn the_biggest_text_of_nothing_is_cut() {
    for filling in [b' ', b'a', b'\n', b'<'] {
        let cut = cut(FileKind::Text, &vec![filling; LARGEST_READ as usize]);
        assert!(cut.contains(&Cut::Text), "{filling} {cut:?}");
    }
}

#[test]
fn a_mail_with_a_body_of_nothing_is_cut() {
    for filling in FILLINGS {
        for kind in ["plain", "html"] {
            let head = format!("From: a@sender.example\r\nSubject: x\r\nContent-Type: text/{kind}\r\n\r\n");
            let mail = [head.as_bytes(), &vec![filling; 39 << 20]].concat();
            let outcome = outcome(FileKind::Email, &mail).unwrap();
            assert_eq!(outcome.head.subject, "x");
            assert!(outcome.cut.contains(&Cut::Text), "{filling} {kind} {:?}", outcome.cut);
        }
    }
}

#[test]
fn an_empty_file_is_no_mail_and_an_empty_text() {
    assert_eq!(outcome(FileKind::Email, b""), Err(Unread::Damaged));
    assert_eq!(outcome(FileKind::OutlookEmail, b""), Err(Unread::Damaged));
    assert!(outcome(FileKind::Text, b"").unwrap().addresses.is_empty());
}
