//! Everything that Cloudflare or the network can do to one report: processed at most once, and the truth is told.

use desk::commands;
use desk::contract::*;
use practice::Fault;

use crate::support::TestDesk;
use SubmissionReason as Why;
use SubmissionState::{Accepted, Deferred, NeedsPerson, Rejected, Unsure};

fn status(status: u16, processed: bool) -> Fault {
    Fault::Status { status, body: None, content_type: None, retry_after: None, processed }
}

fn answers(status: u16, body: &str, processed: bool) -> Fault {
    Fault::Status { status, body: Some(body.into()), content_type: None, retry_after: None, processed }
}

/// What happens, where the report stands right after, why, and how often Cloudflare has processed it in the end.
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
        (answers(200, r#"{"abuse_rand":null,"result":"success"}"#, true), Unsure, Some(Why::UnreadableAnswer), 1),
        (answers(200, r#"{"result":"error","msg":"no"}"#, true), Unsure, Some(Why::UnreadableAnswer), 1),
        (answers(200, &"[".repeat(5000), true), Unsure, Some(Why::UnreadableAnswer), 1),
        (answers(204, "", true), Unsure, Some(Why::UnreadableAnswer), 1),
        (status(409, true), Unsure, Some(Why::ServiceFailed), 1),
        (status(409, false), Unsure, Some(Why::ServiceFailed), 0),
        (status(401, false), NeedsPerson, Some(Why::KeyRefused), 0),
        (status(403, false), NeedsPerson, Some(Why::NotPermitted), 0),
        (status(413, false), Rejected, Some(Why::TooBig), 0),
        (status(429, false), Deferred, Some(Why::SlowDown), 1),
    ];
    rows.extend([400, 404, 415, 422].map(|code| (status(code, false), Rejected, Some(Why::Refused), 0)));
    rows.extend(
        [500, 502, 503, 504, 520, 524, 599].map(|code| (status(code, true), Unsure, Some(Why::ServiceFailed), 1)),
    );
    rows.extend([500, 502, 503].map(|code| (status(code, false), Unsure, Some(Why::ServiceFailed), 0)));
    // The edge could not reach the service: looked up, and sent again once by itself. Should it have reached it after
    // all, it is found instead.
    rows.extend([false, true].map(|processed| (status(521, processed), Unsure, Some(Why::ServiceFailed), 1)));
    rows.extend([false, true].map(|processed| (status(408, processed), Unsure, Some(Why::BrokeOff), 1)));
    rows
}

#[tokio::test]
async fn whatever_happens_it_is_processed_at_most_once_and_the_state_says_the_truth() {
    for (fault, state, reason, processed) in rows() {
        let desk = TestDesk::connected_to_one_that_takes_duplicates().await;
        desk.spoil(fault.clone());
        let sent = desk.filed_report("https://acme-login.example/a").await;
        let now = desk.now(&sent).await;
        assert_eq!((now.state, now.reason), (state, reason), "{fault:?}");
        let waits = u32::from(matches!(state, Unsure | NeedsPerson | Rejected));
        assert_eq!(commands::app_counts(&desk).await.unwrap().outbox_needs_you, waits, "{fault:?}");

        // Soon everything is settled that can settle by itself.
        desk.pass(700).await;
        let then = desk.now(&sent).await;
        assert_eq!(desk.cloudflare().processed().len(), processed, "{fault:?}: {then:#?}");
        match (state, processed) {
            (Unsure | Deferred | Accepted, 1) => {
                assert_eq!(then.state, Accepted, "{fault:?}: {then:#?}");
                assert_eq!(then.number.as_ref(), Some(&desk.cloudflare().processed()[0].id), "{fault:?}");
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
    let desk = TestDesk::connected().await;
    let other = practice::Practice::start(practice::Options::default()).await.unwrap();
    for code in [301, 302, 307, 308] {
        let location = format!("{}/accounts/x/abuse-reports/abuse_phishing", other.cloudflare_url());
        desk.spoil(Fault::Redirect { location, status: code });
        let sent = desk.filed_report(&format!("https://acme-{code}.example/a")).await;
        desk.assert_state(&sent, Rejected, Some(Why::Redirected)).await;
        assert_eq!(desk.now(&sent).await.said.as_deref(), Some("127.0.0.1"));
    }
    assert!(other.cloudflare().requests().is_empty(), "no byte and no token went there");
    desk.assert_filed(0);
}

#[tokio::test]
async fn a_refusal_has_the_service_s_words_and_can_be_mended_in_its_case() {
    let desk = TestDesk::connected().await;
    let sent = desk.filed_report("https://www.not-on-cloudflare.example/a").await;
    let now = desk.now(&sent).await;
    assert_eq!((now.state, now.reason), (Rejected, Some(Why::Refused)));
    assert!(!now.said.unwrap().is_empty());
    let case = desk.case(&sent).await;
    assert_eq!((case.row.status, case.can_tell), (CaseStatus::NotSent, vec![Service::Phishfort, Service::Cloudflare]));
    let again = commands::case_report_again(&desk, sent.case_id.clone(), Some(Service::Cloudflare)).await.unwrap();
    let mended = DraftFields { target: "https://acme-login.example/a".into(), ..again.fields };
    commands::draft_save(&desk, again.id.clone(), mended).await.unwrap();
    let second = desk.send(&again.id).await.unwrap();
    desk.pass(10).await;
    desk.assert_state(&second, Accepted, None).await;
    assert_eq!(desk.case(&sent).await.row.status, CaseStatus::ReportSubmitted);
}

#[tokio::test]
async fn of_two_hosts_the_one_that_was_refused_is_told_again_alone() {
    let desk = TestDesk::connected().await;
    let more = "https://www.not-on-cloudflare.example/b";
    let fields = DraftFields { more_addresses: more.into(), ..crate::support::filing("https://acme-login.example/a") };
    let draft = desk.draft(fields).await;
    let sent = desk.send_all(&draft.id).await.unwrap();
    desk.pass(10).await;
    desk.assert_state(&sent[0], Accepted, None).await;
    desk.assert_state(&sent[1], Rejected, Some(Why::Refused)).await;
    let case = desk.case(&sent[0]).await;
    assert_eq!((case.row.status, case.row.needs_you), (CaseStatus::NotSent, true), "what was refused presses most");
    let again = commands::case_report_again(&desk, sent[0].case_id.clone(), Some(Service::Cloudflare)).await.unwrap();
    assert_eq!((again.fields.target.as_str(), again.fields.more_addresses.as_str()), (more, ""));
    desk.switch(|switches| switches.not_on_cloudflare.clear());
    let second = desk.send(&again.id).await.unwrap();
    desk.pass(10).await;
    desk.assert_state(&second, Accepted, None).await;
    let case = desk.case(&sent[0]).await;
    assert_eq!((case.row.status, case.row.needs_you), (CaseStatus::ReportSubmitted, false));
    desk.assert_filed(2);
}
