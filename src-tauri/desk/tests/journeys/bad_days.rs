//! Everything that the service or the network can do to one send: processed at most once, and the truth is told.

use desk::commands;
use desk::contract::*;
use practice::{Fault, FaultOrder};

use crate::support::{TestDesk, fields, text};

fn status(status: u16, processed: bool) -> Fault {
    Fault::Status { status, body: None, content_type: None, retry_after: None, processed }
}

fn answers(status: u16, body: &str, processed: bool) -> Fault {
    Fault::Status { status, body: Some(body.into()), content_type: None, retry_after: None, processed }
}

use SubmissionReason as Why;
use SubmissionState::{Accepted, NeedsPerson, Rejected, Unsure};

/// What happens, where the report stands right after, why, and how often PhishFort has processed it in the end.
fn rows() -> Vec<(Fault, SubmissionState, Option<Why>, usize)> {
    let mut rows = vec![
        (Fault::DropBefore { after_bytes: None, reset: false }, Unsure, Some(Why::NoAnswer), 0),
        (Fault::DropBefore { after_bytes: None, reset: true }, Unsure, Some(Why::NoAnswer), 0),
        (Fault::DropAfter { reset: false }, Unsure, Some(Why::NoAnswer), 1),
        (Fault::DropAfter { reset: true }, Unsure, Some(Why::NoAnswer), 1),
        (Fault::DelayMs { ms: 100, processed: true }, Accepted, None, 1),
        (Fault::DelayMs { ms: 100, processed: false }, Accepted, None, 1),
        (Fault::SlowRead { pause_ms: 10 }, Accepted, None, 1),
        (Fault::Html { processed: true }, Unsure, Some(Why::UnreadableAnswer), 1),
        (Fault::Html { processed: false }, Unsure, Some(Why::ServiceFailed), 0),
        (Fault::TruncatedJson { close_early: true, processed: true }, Unsure, Some(Why::UnreadableAnswer), 1),
        (Fault::TruncatedJson { close_early: false, processed: true }, Unsure, Some(Why::UnreadableAnswer), 1),
        (Fault::TruncatedJson { close_early: true, processed: false }, Unsure, Some(Why::ServiceFailed), 0),
        (Fault::MalformedJson { processed: true }, Unsure, Some(Why::UnreadableAnswer), 1),
        (Fault::Endless { every_ms: 0, processed: true }, Unsure, Some(Why::UnreadableAnswer), 1),
        (answers(200, "{}", true), Unsure, Some(Why::UnreadableAnswer), 1),
        (answers(200, r#"{"id":null}"#, true), Unsure, Some(Why::UnreadableAnswer), 1),
        (answers(200, &"[".repeat(5000), true), Unsure, Some(Why::UnreadableAnswer), 1),
        (answers(200, r#"{"data":{"id":"A-1","more":[1,{}]}}"#, true), Accepted, None, 1),
        (answers(204, "", true), Unsure, Some(Why::UnreadableAnswer), 1),
        (status(409, true), Unsure, Some(Why::ServiceFailed), 1),
        (status(401, false), NeedsPerson, Some(Why::KeyRefused), 0),
        (status(403, false), NeedsPerson, Some(Why::KeyRefused), 0),
        (status(413, false), Rejected, Some(Why::TooBig), 0),
        (status(408, false), Unsure, Some(Why::BrokeOff), 1),
        (status(425, false), Unsure, Some(Why::BrokeOff), 1),
        (status(429, false), SubmissionState::Deferred, Some(Why::SlowDown), 1),
    ];
    rows.extend([400, 404, 415, 422].map(|code| (status(code, false), Rejected, Some(Why::Refused), 0)));
    rows.extend(
        [500, 502, 503, 504, 520, 524, 599].map(|code| (status(code, true), Unsure, Some(Why::ServiceFailed), 1)),
    );
    rows.extend([500, 502, 503].map(|code| (status(code, false), Unsure, Some(Why::ServiceFailed), 0)));
    // The edge could not reach the service: looked up, and sent again once by itself.
    rows.extend([521, 522, 523, 525, 526].map(|code| (status(code, false), Unsure, Some(Why::ServiceFailed), 1)));
    // Should it have reached it after all, it is found instead.
    rows.extend([521, 408].map(|code| {
        (status(code, true), Unsure, Some(if code == 408 { Why::BrokeOff } else { Why::ServiceFailed }), 1)
    }));
    rows
}

#[tokio::test]
async fn whatever_happens_it_is_processed_at_most_once_and_the_state_says_the_truth() {
    for (fault, state, reason, processed) in rows() {
        let desk = TestDesk::new().await;
        desk.phishfort().fault(FaultOrder::next_report(fault.clone()));
        let sent = desk.reported("https://acme-login.example/a").await;
        let now = desk.now(&sent).await;
        assert_eq!((now.state, now.reason), (state, reason), "{fault:?}");
        let counts = commands::app_counts(&desk).await.unwrap();
        let waits = u32::from(matches!(state, Unsure | NeedsPerson | Rejected));
        assert_eq!(counts.outbox_needs_you, waits, "{fault:?}");

        // Soon everything is settled that can settle by itself.
        desk.pass(700).await;
        let then = desk.now(&sent).await;
        assert_eq!(desk.phishfort().processed().len(), processed, "{fault:?}: {then:#?}");
        match (state, processed) {
            (Unsure | SubmissionState::Deferred | Accepted, 1) => {
                assert_eq!(then.state, Accepted, "{fault:?}: {then:#?}");
                let real = &desk.phishfort().processed()[0].id;
                assert!(then.number.as_ref() == Some(real) || then.number.as_deref() == Some("A-1"), "{fault:?}");
            }
            (Unsure, 0) => {
                assert_eq!((then.state, then.reason), (NeedsPerson, Some(Why::NotFoundThere)), "{fault:?}");
            }
            _ => assert_eq!((then.state, then.reason), (state, reason), "{fault:?}"),
        }
    }
}

#[tokio::test]
async fn a_redirect_is_followed_by_nobody_and_names_its_host() {
    let desk = TestDesk::new().await;
    let other = practice::Practice::start(practice::Options::default()).await.unwrap();
    for code in [301, 302, 307, 308] {
        let location = format!("{}/incident/tkd", other.phishfort_url());
        desk.phishfort().fault(FaultOrder::next_report(Fault::Redirect { location, status: code }));
        let sent = desk.reported(&format!("https://acme-{code}.example/a")).await;
        desk.assert_state(&sent, Rejected, Some(Why::Redirected)).await;
        assert_eq!(desk.now(&sent).await.said.as_deref(), Some("127.0.0.1"));
    }
    assert!(other.phishfort().requests().is_empty(), "no byte and no key went there");
    desk.assert_processed(0);
}

#[tokio::test]
async fn broken_off_in_the_middle_is_looked_up_after_30_seconds_and_sent_again_once() {
    let desk = TestDesk::new().await;
    let big = text("big", 9_000_000);
    let draft = desk.draft_with(fields("https://acme-login.example/a"), &[("big.txt", &big)]).await;
    let broken = Fault::DropBefore { after_bytes: Some(100_000), reset: true };
    desk.phishfort().fault(FaultOrder::next_report(broken).times(2));
    let sent = desk.send(&draft.id).await.unwrap();
    desk.pass(10).await;
    desk.assert_state(&sent, Unsure, Some(Why::BrokeOff)).await;
    desk.pass(29).await;
    assert_eq!(desk.posts().len(), 1);
    desk.pass(1).await;
    assert_eq!(desk.posts().len(), 2, "not there: so it is sent again, by itself");
    desk.assert_state(&sent, Unsure, Some(Why::BrokeOff)).await;
    desk.pass(24 * 3600).await;
    assert_eq!(desk.posts().len(), 2, "and not a third time");
    desk.assert_state(&sent, NeedsPerson, Some(Why::NotFoundThere)).await;

    commands::outbox_send_again(&desk, sent.id.clone()).await.unwrap();
    desk.idle().await;
    desk.assert_state(&sent, Accepted, None).await;
    desk.assert_processed(1);
}

#[tokio::test]
async fn a_key_refused_while_sending_waits_for_the_person() {
    let desk = TestDesk::new().await;
    desk.phishfort().fault(FaultOrder::next_report(status(401, false)));
    let sent = desk.reported("https://acme-login.example/a").await;
    desk.assert_state(&sent, NeedsPerson, Some(Why::KeyRefused)).await;
    assert!(commands::outbox_list(&desk).await.unwrap().paused == [Service::Phishfort]);
    let looked = commands::outbox_look_again(&desk, sent.id.clone()).await;
    assert_eq!(looked.unwrap_err().code, ErrorCode::TooLate, "it was refused: there is nothing to look for");
    let case = commands::case_read(&desk, sent.case_id.clone()).await.unwrap();
    assert_eq!(case.row.status, CaseStatus::NotSent);
    commands::outbox_send_again(&desk, sent.id.clone()).await.unwrap();
    desk.idle().await;
    desk.assert_state(&sent, Accepted, None).await;
    desk.assert_processed(1);
}

#[tokio::test]
async fn a_refused_report_is_begun_again_in_its_case_with_its_evidence() {
    let desk = TestDesk::new().await;
    let draft = desk.draft_with(fields("https://acme-login.example/a"), &[("a.txt", b"evidence")]).await;
    desk.phishfort().fault(FaultOrder::next_report(answers(422, r#"{"message":"\"url\" is odd"}"#, false)));
    let sent = desk.send(&draft.id).await.unwrap();
    desk.pass(10).await;
    desk.assert_state(&sent, Rejected, Some(Why::Refused)).await;
    assert_eq!(desk.now(&sent).await.said.as_deref(), Some("\"url\" is odd"));
    let again = commands::case_report_again(&desk, sent.case_id.clone(), None).await.unwrap();
    assert_eq!((&again.case_id, &again.fields, &again.evidence.len()), (&sent.case_id, &draft.fields, &1));
    let second = desk.send(&again.id).await.unwrap();
    desk.pass(10).await;
    desk.assert_state(&second, Accepted, None).await;
    let case = commands::case_read(&desk, sent.case_id).await.unwrap();
    assert_eq!((case.sent.len(), case.row.status), (2, CaseStatus::PendingReview));
}

#[tokio::test]
async fn one_bad_report_does_not_hold_up_the_others() {
    let desk = TestDesk::new().await;
    desk.phishfort().fault(FaultOrder::next_report(Fault::DropBefore { after_bytes: None, reset: true }));
    let lost = desk.report("https://one.example/a").await;
    desk.pass(1).await;
    let fine = desk.report("https://two.example/a").await;
    desk.pass(10).await;
    desk.assert_state(&lost, Unsure, Some(Why::NoAnswer)).await;
    desk.assert_state(&fine, Accepted, None).await;
}
