//! One test per decision.

use cloudflare_abuse::{
    Eligibility, Endpoint, Error, ErrorKind, ListAccounts, ListMitigations, ListReceived, ListSubmitted, Prepared,
    PreparedAppeal, ReadReceived, ReadSubmitted, ReceivedEmails, SubmittedEmails, VerifyAccountToken, VerifyUserToken,
};
use http_kit::{Answer, Failure, RetryAfter};
use serde_json::{Value, json};

use crate::{answer, ok};

/// What the front layer says.
fn envelope(code: Value, message: &str) -> String {
    json!({ "success": false, "errors": [{ "code": code, "message": message }], "messages": [], "result": null })
        .to_string()
}

/// What the abuse service says.
fn own(msg: &str, code: &str) -> String {
    json!({ "result": "error", "msg": msg, "err_code": code, "error_code": code }).to_string()
}

/// Every endpoint reads an error alike.
fn refused(answer: &Answer) -> Error {
    let error = Prepared::read(answer).unwrap_err();
    let others = [
        PreparedAppeal::read(answer).err(),
        ListSubmitted::read(answer).err(),
        ReadSubmitted::read(answer).err(),
        SubmittedEmails::read(answer).err(),
        ListReceived::read(answer).err(),
        ReadReceived::read(answer).err(),
        ReceivedEmails::read(answer).err(),
        ListMitigations::read(answer).err(),
        Eligibility::read(answer).err(),
        VerifyUserToken::read(answer).err(),
        VerifyAccountToken::read(answer).err(),
        ListAccounts::read(answer).err(),
    ];
    for other in others {
        assert_eq!(other.as_ref(), Some(&error));
    }
    error
}

#[test]
fn a_token_that_the_front_layer_refused() {
    for (status, code) in [(401, json!(10000)), (401, json!("10000")), (403, json!(9109)), (401, json!(null))] {
        let expected = Error::TokenRefused { status, said: "Authentication error".into() };
        assert_eq!(refused(&answer(status, envelope(code, "Authentication error"))), expected);
    }
}

#[test]
fn a_refusal_that_has_neither_shape() {
    for body in ["", "<html>Forbidden</html>", "null", "[]", "{}", r#"{"errors":null}"#, r#"{"errors":[7.5,{}]}"#] {
        for status in [401, 403] {
            assert!(matches!(refused(&answer(status, body)), Error::TokenRefused { .. }), "{body}");
        }
    }
    assert_eq!(refused(&answer(403, "<html>")), Error::TokenRefused { status: 403, said: "HTTP 403".into() });
}

#[test]
fn an_account_that_is_not_entitled_is_not_a_bad_token() {
    for msg in ["Not entitled to use feature: Abuse Report API", "NOT ENTITLED to use feature: abuse report api."] {
        assert_eq!(refused(&answer(401, own(msg, "unknown_err"))), Error::NotEntitled { said: msg.into() });
        assert_eq!(refused(&answer(403, own(msg, "other"))), Error::NotEntitled { said: msg.into() });
    }
}

#[test]
fn a_good_token_without_the_permission() {
    for status in [401, 403] {
        let body = own("Missing permission", "unknown_err");
        assert_eq!(refused(&answer(status, body)), Error::NotPermitted { said: "Missing permission".into() });
    }
    let bare = r#"{"result":"error"}"#;
    assert_eq!(refused(&answer(401, bare)), Error::NotPermitted { said: "HTTP 401".into() });
}

#[test]
fn not_found_and_in_conflict() {
    let body = envelope(json!("x"), "no such report");
    assert_eq!(refused(&answer(404, &*body)), Error::NotFound { said: "no such report".into() });
    assert_eq!(refused(&answer(409, &*body)), Error::Conflict { said: "no such report".into() });
    assert_eq!(refused(&answer(404, "<html>")), Error::NotFound { said: "HTTP 404".into() });
}

#[test]
fn slow_down_keeps_what_the_header_says() {
    for retry_after in [None, Some(RetryAfter::Seconds(300)), Some(RetryAfter::At(0)), Some(RetryAfter::Garbage)] {
        let answer = Answer { retry_after, ..answer(429, envelope(json!(971), "Please wait")) };
        assert_eq!(refused(&answer), Error::SlowDown { retry_after, said: "Please wait".into() });
    }
}

#[test]
fn a_refused_report_tells_why_as_far_as_its_code_spells_it() {
    let submit = |names: &[&str], code: Value| {
        let mut body = json!({ "msg": "already reported", "request": { "act": "abuse_phishing" }, "result": "error" });
        for name in names {
            body[name] = code.clone();
        }
        answer(400, body.to_string())
    };
    let expected = |kind| Error::Refused { status: 400, said: "already reported".into(), kind };
    for names in [&["error_code"][..], &["err_code"], &["err_code", "error_code"]] {
        assert_eq!(refused(&submit(names, json!("dedupe_error"))), expected(Some(ErrorKind::Dedupe)));
        assert_eq!(refused(&submit(names, json!("E_1234"))), expected(None));
        assert_eq!(refused(&submit(names, json!(1234))), expected(None));
        assert_eq!(refused(&submit(names, json!(null))), expected(None));
    }
    let enveloped = answer(400, envelope(json!("BadUrlsError"), "already reported"));
    assert_eq!(refused(&enveloped), expected(Some(ErrorKind::BadUrls)));
}

#[test]
fn a_refused_request() {
    for status in [400, 405, 408, 413, 415, 418, 422, 425, 451] {
        let expected = Error::Refused { status, said: "no".into(), kind: None };
        assert_eq!(refused(&answer(status, own("no", "x"))), expected);
    }
}

#[test]
fn a_200_that_says_no_is_a_refusal() {
    let said = Error::Refused { status: 200, said: "no".into(), kind: Some(ErrorKind::Unknown) };
    assert_eq!(refused(&answer(200, own("no", "unknown_err"))), said);
    let said = Error::Refused { status: 200, said: "no".into(), kind: None };
    assert_eq!(refused(&answer(200, envelope(json!(1), "no"))), said);
    // With something in `result`, too.
    let body = json!({ "success": false, "errors": [{ "message": "no" }], "result": { "abuse_rand": "r" } });
    assert_eq!(Prepared::read(&ok(body)).unwrap_err(), said);
}

#[test]
fn unavailable() {
    for status in [500, 502, 503, 504, 521, 524, 599] {
        assert_eq!(refused(&answer(status, own("db", "DBError"))), Error::Unavailable { status, said: "db".into() });
        let said = format!("HTTP {status}");
        assert_eq!(refused(&answer(status, "<html>Bad gateway</html>")), Error::Unavailable { status, said });
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
        assert!(matches!(refused(&answer(status, own("no", "x"))), Error::Unreadable { .. }));
    }
}

#[test]
fn no_answer() {
    let failure = Failure::BrokeOff { detail: "reset".into() };
    assert_eq!(Error::from(failure.clone()), Error::Transport(failure));
}

#[test]
fn the_words_are_taken_from_either_shape_and_fall_back_to_the_code() {
    for (body, words) in [
        (json!({ "errors": [{ "message": "one" }, { "code": 7 }, { "message": "two" }] }), "one; two"),
        (json!({ "errors": ["bare words"] }), "bare words"),
        (json!({ "errors": null, "msg": "own" }), "own"),
        (json!({ "errors": "odd" }), "HTTP 400"),
        (json!({ "errors": [{ "message": " " }, null] }), "HTTP 400"),
        (json!({ "message": "plain" }), "plain"),
        (json!(7), "HTTP 400"),
    ] {
        let Error::Refused { said, .. } = refused(&answer(400, body.to_string())) else { panic!("{body}") };
        assert_eq!(said, words, "{body}");
    }
    let endless = json!({ "msg": "é".repeat(10_000) }).to_string();
    let Error::Unavailable { said, .. } = refused(&answer(500, endless)) else { panic!("500 is unavailable") };
    assert_eq!(said, "é".repeat(1000));
}
