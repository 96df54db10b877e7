//! One test per decision.

use http_kit::{Answer, Failure, RetryAfter};
use phishfort::{ById, Endpoint, Error, List, Report, WhoAmI};

use crate::answer;

const SAID: &str = r#"{"statusCode":400,"error":"Bad Request","message":"\"phone\" must be E.164"}"#;

fn said() -> String {
    "\"phone\" must be E.164".into()
}

fn refused(answer: &Answer) -> Error {
    let error = Report::read(answer).unwrap_err();
    assert_eq!(WhoAmI::read(answer).unwrap_err(), error, "every endpoint reads an error alike");
    assert_eq!(List::read(answer).unwrap_err(), error);
    assert_eq!(ById::read(answer).unwrap_err(), error);
    error
}

#[test]
fn a_refused_key() {
    for status in [401, 403] {
        assert_eq!(refused(&answer(status, SAID)), Error::KeyRefused { status, said: said() });
    }
}

#[test]
fn not_found() {
    assert_eq!(refused(&answer(404, SAID)), Error::NotFound { said: said() });
}

#[test]
fn a_conflict() {
    assert_eq!(refused(&answer(409, SAID)), Error::Conflict { said: said() });
}

#[test]
fn slow_down_keeps_what_the_header_says() {
    for retry_after in [None, Some(RetryAfter::Seconds(9)), Some(RetryAfter::At(0)), Some(RetryAfter::Garbage)] {
        let answer = Answer { retry_after, ..answer(429, SAID) };
        assert_eq!(refused(&answer), Error::SlowDown { retry_after, said: said() });
    }
}

#[test]
fn a_refused_request() {
    for status in [400, 405, 408, 413, 415, 418, 422, 425, 451] {
        assert_eq!(refused(&answer(status, SAID)), Error::Refused { status, said: said() });
    }
}

#[test]
fn unavailable() {
    for status in [500, 502, 503, 504, 521, 524, 599] {
        assert_eq!(refused(&answer(status, SAID)), Error::Unavailable { status, said: said() });
    }
}

#[test]
fn sent_elsewhere() {
    for (location, host) in [
        (Some("https://other.example/x"), Some("other.example")),
        (Some("/login"), None),
        (Some("::"), None),
        (None, None),
    ] {
        let answer = Answer { location: location.map(Into::into), ..answer(302, "") };
        assert_eq!(refused(&answer), Error::Redirected { host: host.map(Into::into) });
    }
}

#[test]
fn a_status_that_is_none_of_these_is_unreadable() {
    for status in [100, 199, 600, 999] {
        assert!(matches!(refused(&answer(status, SAID)), Error::Unreadable { .. }));
    }
}

#[test]
fn no_answer() {
    let failure = Failure::BrokeOff { detail: "reset".into() };
    assert_eq!(Error::from(failure.clone()), Error::Transport(failure));
}

#[test]
fn the_words_fall_back_to_the_code() {
    for (body, words) in [
        ("<html>Bad gateway</html>", "HTTP 502"),
        ("", "HTTP 502"),
        ("[1]", "HTTP 502"),
        (r#"{"message":""}"#, "HTTP 502"),
        (r#"{"message":7,"error":"Bad Gateway"}"#, "Bad Gateway"),
    ] {
        assert_eq!(refused(&answer(502, body)), Error::Unavailable { status: 502, said: words.into() });
    }
    let endless = format!(r#"{{"message":"{}"}}"#, "é".repeat(10_000));
    let Error::Unavailable { said, .. } = refused(&answer(502, endless)) else { panic!("502 is unavailable") };
    assert_eq!(said, "é".repeat(1000));
}

#[test]
fn the_documented_413_is_told_word_for_word() {
    let body = r#"{"statusCode":413,"error":"Request Entity Too Large",
        "message":"Payload content length greater than maximum allowed: 10485760"}"#;
    let said = "Payload content length greater than maximum allowed: 10485760".to_owned();
    assert_eq!(refused(&answer(413, body)), Error::Refused { status: 413, said });
}
