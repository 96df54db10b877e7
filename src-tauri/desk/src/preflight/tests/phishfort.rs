//! What is said of PhishFort's reports.

use super::support::Whole;
use crate::contract::{FieldId, FileKind, ProblemCode as Code};

#[test]
fn nothing_is_wrong_with_a_good_report_of_any_kind_of_target() {
    for target in ["https://evil.example/login", "jo@evil.example", "+44 20 7946 0991", "192.0.2.7"] {
        let whole = Whole::phishfort(target);
        assert_eq!(whole.blocks(), [], "{target}");
        assert_eq!(whole.advice(), [], "{target}");
    }
}

#[test]
fn a_line_that_only_cloudflare_would_read_does_not_stop_phishfort() {
    assert_eq!(Whole::phishfort("https://evil.example/x").more("see the list").blocks(), []);
}

#[test]
fn a_thirteenth_file_is_refused_and_one_that_is_not_sent_is_not_counted() {
    let full = (0..10).fold(Whole::phishfort("https://evil.example/x"), |whole, _| whole.file(FileKind::Png, |_| {}));
    assert_eq!(full.clone().file(FileKind::Png, |file| file.send = false).blocks(), []);
    let said = full.file(FileKind::Png, |_| {}).problems().remove(0);
    assert_eq!((said.code, said.field), (Code::TooManyFiles, FieldId::Evidence));
    assert_eq!((said.count, said.limit), (Some(13), Some(12)));
}

#[test]
fn the_body_must_stay_below_the_limit() {
    let sized = |bytes| Whole::phishfort("https://evil.example/x").with(|whole| whole.body_bytes = bytes);
    assert_eq!(sized(10_485_759).blocks(), []);
    assert_eq!(sized(10_485_760).blocks(), [Code::TooBig]);
}

#[test]
fn a_file_that_is_bad_is_named() {
    let said = Whole::phishfort("https://evil.example/x").bad_file().problems().remove(0);
    assert_eq!((said.code, said.text.as_deref()), (Code::FileNotTaken, Some("seen")));
    assert!(said.evidence_id.is_some());
}
