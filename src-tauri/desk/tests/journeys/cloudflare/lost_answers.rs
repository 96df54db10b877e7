//! "We don't know yet": found by the code in the comments, asked about where that can't be read, never sent again.

use desk::commands;
use desk::contract::*;
use practice::{CfSeed, Fault, FaultOrder};

use crate::support::{Sent, TestDesk};
use SubmissionReason as Why;
use SubmissionState::{Accepted, NeedsPerson, Unsure};

const TARGET: &str = "https://acme-login.example/a";

async fn lost(desk: &TestDesk, arrived: bool) -> Sent {
    desk.spoil(match arrived {
        true => Fault::DropAfter { reset: true },
        false => Fault::DropBefore { after_bytes: None, reset: true },
    });
    let sent = desk.filed_report(TARGET).await;
    desk.assert_state(&sent, Unsure, Some(Why::NoAnswer)).await;
    sent
}

#[tokio::test]
async fn it_is_found_by_its_code() {
    let desk = TestDesk::connected_to_one_that_takes_duplicates().await;
    let sent = lost(&desk, true).await;
    // The same address and category by the same account, without our code, is another report.
    let comments = Some("Reference: TD-0000000000".into());
    desk.cloudflare().seed(vec![CfSeed { urls: vec![TARGET.into()], comments, ..CfSeed::default() }]);
    desk.pass(5).await;
    let found = desk.now(&sent).await;
    assert_eq!((found.state, found.reason), (Accepted, Some(Why::FoundThere)));
    assert_eq!(found.number.as_ref(), Some(&desk.cloudflare().processed()[0].id));
    assert_eq!(found.looks.iter().map(|look| look.result).collect::<Vec<_>>(), [LookResult::Exact]);
    desk.pass(24 * 3600).await;
    desk.assert_filed(1);
}

#[tokio::test]
async fn it_is_found_where_lists_name_the_registrable_domain() {
    let desk = TestDesk::connected_to_one_that_takes_duplicates().await;
    desk.switch(|switches| switches.domain_drops_subdomain = true);
    desk.spoil(Fault::DropAfter { reset: true });
    let sent = desk.filed_report("https://login.acme-pay.example/a").await;
    desk.pass(5).await;
    desk.assert_state(&sent, Accepted, Some(Why::FoundThere)).await;
    desk.assert_filed(1);
}

#[tokio::test]
async fn what_shows_up_late_is_found_late_and_not_sent_again() {
    let desk = TestDesk::connected_to_one_that_takes_duplicates().await;
    desk.switch(|switches| switches.visibility_lag_ms = 8 * 60_000);
    let sent = lost(&desk, true).await;
    desk.pass(300).await;
    let now = desk.now(&sent).await;
    assert_eq!((now.state, now.looks.len()), (Unsure, 3), "after 5 s, 30 s and 2 min");
    desk.pass(300).await;
    desk.assert_state(&sent, Accepted, Some(Why::FoundThere)).await;
    desk.assert_filed(1);
}

#[tokio::test]
async fn wrong_clocks_hide_nothing() {
    for hours in [-26, 26] {
        let desk = TestDesk::connected_to_one_that_takes_duplicates().await;
        desk.cloudflare().turn_clock(hours * 3_600_000);
        let sent = lost(&desk, true).await;
        desk.pass(5).await;
        desk.assert_state(&sent, Accepted, Some(Why::FoundThere)).await;
        desk.assert_filed(1);
    }
}

#[tokio::test]
async fn where_comments_can_t_be_read_the_person_is_asked_about_what_may_be_it() {
    let desk = TestDesk::connected_to_one_that_takes_duplicates().await;
    desk.switch(|switches| switches.echo_comments = false);
    let sent = lost(&desk, true).await;
    let number = desk.cloudflare().processed()[0].id.clone();
    desk.pass(5).await;
    let now = desk.now(&sent).await;
    assert_eq!((now.state, now.reason), (NeedsPerson, Some(Why::PerhapsFound)));
    assert_eq!(now.candidates.iter().map(|one| &one.number).collect::<Vec<_>>(), [&number]);
    assert_eq!(now.candidates[0].reported_by.as_deref(), Some("jo@acme.example"));
    desk.pass(24 * 3600).await;
    desk.assert_filed(1);
    let found = commands::outbox_found(&desk, sent.id.clone(), number.clone()).await.unwrap();
    assert_eq!((found.state, found.number), (Accepted, Some(number)));
    let case = commands::case_refresh(&desk, sent.case_id).await.unwrap();
    assert_eq!(case.row.status, CaseStatus::ReportSubmitted);
}

#[tokio::test]
async fn where_comments_can_t_be_read_an_older_or_another_report_is_never_taken_for_it() {
    let desk = TestDesk::connected_to_one_that_takes_duplicates().await;
    desk.switch(|switches| switches.echo_comments = false);
    let sent = lost(&desk, false).await;
    let other = |path: &str, kind: &str, email: &str| CfSeed {
        urls: vec![format!("https://acme-login.example/{path}")],
        kind: Some(kind.into()),
        details: serde_json::json!({ "submitter": { "email": email } }).as_object().unwrap().clone(),
        ..CfSeed::default()
    };
    desk.cloudflare().seed(vec![
        other("another-page", "PHISH", "jo@acme.example"),
        other("a", "TM", "jo@acme.example"),
        other("a", "PHISH", "kim@acme.example"),
    ]);
    desk.pass(700).await;
    desk.assert_state(&sent, NeedsPerson, Some(Why::NotFoundThere)).await;
}

#[tokio::test]
async fn where_nothing_can_be_read_it_is_sent_all_the_same_and_a_lost_answer_goes_straight_to_the_person() {
    for endpoint_is_there in [true, false] {
        let desk = TestDesk::connected_to_one_that_takes_duplicates().await;
        desk.switch(|switches| {
            switches.submitted_endpoint = endpoint_is_there;
            switches.may_read = false;
        });
        let fine = desk.filed_report("https://acme-pay.example/a").await;
        desk.assert_state(&fine, Accepted, None).await;
        let sent = lost(&desk, true).await;
        desk.pass(5).await;
        let now = desk.now(&sent).await;
        assert_eq!((now.state, now.reason), (NeedsPerson, Some(Why::CannotLook)));
        desk.pass(24 * 3600).await;
        desk.assert_filed(2);
        assert_eq!(desk.submissions().len(), 2, "never sent again by itself");
        desk.assert_state(&fine, Accepted, None).await;

        // Cloudflare's own mail names it, so the person can.
        let number = desk.cloudflare().processed()[1].id.clone();
        commands::outbox_found(&desk, sent.id.clone(), number).await.unwrap();
        desk.assert_state(&sent, Accepted, Some(Why::PersonFound)).await;
    }
}

#[tokio::test]
async fn sent_again_although_it_is_there_by_now_it_is_found_instead() {
    let desk = TestDesk::connected_to_one_that_takes_duplicates().await;
    let sent = lost(&desk, true).await;
    commands::outbox_send_again(&desk, sent.id.clone()).await.unwrap();
    desk.idle().await;
    desk.assert_state(&sent, Accepted, Some(Why::FoundThere)).await;
    desk.assert_filed(1);
    assert_eq!(desk.submissions().len(), 1, "nothing left a second time");
}

#[tokio::test]
async fn a_double_press_of_send_again_sends_once() {
    let desk = TestDesk::connected_to_one_that_takes_duplicates().await;
    let sent = lost(&desk, false).await;
    let press = || commands::outbox_send_again(&desk, sent.id.clone());
    let (first, second) = tokio::join!(press(), press());
    assert_eq!([first.is_ok(), second.is_ok()].iter().filter(|ok| **ok).count(), 1);
    desk.pass(3600).await;
    assert_eq!(desk.submissions().len(), 2);
    desk.assert_filed(1);
}

#[tokio::test]
async fn refused_as_a_duplicate_of_its_own_first_try_it_is_looked_for_and_not_called_refused() {
    let desk = TestDesk::connected().await;
    desk.switch(|switches| switches.visibility_lag_ms = 5 * 60_000);
    let sent = lost(&desk, true).await;
    commands::outbox_send_again(&desk, sent.id.clone()).await.unwrap();
    desk.idle().await;
    let now = desk.now(&sent).await;
    assert_eq!((now.state, now.reason), (Unsure, Some(Why::Refused)), "the first try may have counted");
    assert!(now.said.is_some(), "their words are told");
    desk.pass(700).await;
    desk.assert_state(&sent, Accepted, Some(Why::FoundThere)).await;
    desk.assert_filed(1);
    assert_eq!(desk.submissions().len(), 2);
}

#[tokio::test]
async fn a_second_try_by_itself_that_is_refused_as_a_duplicate_is_looked_for_too() {
    let desk = TestDesk::connected().await;
    desk.switch(|switches| switches.visibility_lag_ms = 5 * 60_000);
    desk.spoil(Fault::Status { status: 521, body: None, content_type: None, retry_after: None, processed: true });
    let sent = desk.filed_report(TARGET).await;
    desk.pass(700).await;
    desk.assert_state(&sent, Accepted, Some(Why::FoundThere)).await;
    desk.assert_filed(1);
}

#[tokio::test]
async fn sent_again_where_nothing_can_be_read_their_refusal_is_told_and_the_person_asked_once_more() {
    let desk = TestDesk::connected().await;
    desk.switch(|switches| switches.may_read = false);
    let sent = lost(&desk, true).await;
    desk.pass(5).await;
    commands::outbox_send_again(&desk, sent.id.clone()).await.unwrap();
    desk.pass(60).await;
    let now = desk.now(&sent).await;
    assert_eq!((now.state, now.reason), (NeedsPerson, Some(Why::CannotLook)));
    assert!(now.said.unwrap().contains("already submitted"), "which tells the person that it is there");
    desk.assert_filed(1);
}

#[tokio::test]
async fn a_list_that_fails_says_nothing_and_after_a_day_the_person_is_asked() {
    let desk = TestDesk::connected_to_one_that_takes_duplicates().await;
    let sent = lost(&desk, true).await;
    let broken = Fault::Status { status: 503, body: None, content_type: None, retry_after: None, processed: false };
    let reading = FaultOrder { path_contains: Some("/submitted".into()), ..FaultOrder::next(broken) };
    desk.cloudflare().fault(reading.times(1000));
    desk.pass(6 * 3600).await;
    let now = desk.now(&sent).await;
    assert!(now.state == Unsure && now.looks.iter().all(|look| look.result == LookResult::Error));
    desk.pass(26 * 3600).await;
    desk.assert_state(&sent, NeedsPerson, Some(Why::CannotLook)).await;
    desk.assert_filed(1);
}

#[tokio::test]
async fn a_report_that_can_t_be_read_hides_no_other_and_is_never_called_absent() {
    let broken = || Fault::Status { status: 500, body: None, content_type: None, retry_after: None, processed: false };
    for arrived in [true, false] {
        let desk = TestDesk::connected_to_one_that_takes_duplicates().await;
        let sent = lost(&desk, arrived).await;
        let other = CfSeed { urls: vec!["https://acme-login.example/b".into()], ..CfSeed::default() };
        let id = desk.cloudflare().seed(vec![other]).remove(0);
        let of_it = FaultOrder { path_contains: Some(format!("/submitted/{id}")), ..FaultOrder::next(broken()) };
        desk.cloudflare().fault(of_it.times(1000));
        desk.pass(700).await;
        let now = desk.now(&sent).await;
        match arrived {
            true => assert_eq!((now.state, now.reason), (Accepted, Some(Why::FoundThere))),
            false => assert_eq!((now.state, now.reason), (Unsure, Some(Why::NoAnswer))),
        }
    }
}

#[tokio::test]
async fn half_a_list_is_never_called_absent() {
    let info = r#""result_info":{"page":1,"per_page":50,"count":1,"total_count":1,"total_pages":1}"#;
    let unreadable =
        format!(r#"{{"success":true,"errors":[],"messages":[],"result":{{"reports":[{{"number":7}}]}},{info}}}"#);
    let desk = TestDesk::connected_to_one_that_takes_duplicates().await;
    desk.spoil(Fault::DropBefore { after_bytes: Some(10), reset: true });
    let sent = desk.filed_report(TARGET).await;
    let body = Some(unreadable);
    let list = Fault::Status { status: 200, body, content_type: None, retry_after: None, processed: false };
    let reading = FaultOrder { path_contains: Some("/submitted".into()), ..FaultOrder::next(list) };
    desk.cloudflare().fault(reading.times(1000));
    desk.pass(3600).await;
    let now = desk.now(&sent).await;
    assert_eq!(now.state, Unsure);
    assert!(!now.looks.is_empty() && now.looks.iter().all(|look| look.result == LookResult::Error));
    desk.assert_filed(0);
}

#[tokio::test]
async fn one_lost_report_of_two_is_settled_by_its_own_code() {
    let desk = TestDesk::connected_to_one_that_takes_duplicates().await;
    desk.cloudflare().fault(FaultOrder::next_submission(Fault::DropAfter { reset: true }).times(2));
    let more = (0..250).map(|n| format!("https://acme-login.example/{n}")).collect::<Vec<_>>().join("\n");
    let fields = DraftFields { more_addresses: more, ..crate::support::filing(TARGET) };
    let draft = desk.draft(fields).await;
    let sent = desk.send_all(&draft.id).await.unwrap();
    desk.pass(700).await;
    let processed = desk.cloudflare().processed();
    assert_eq!(processed.len(), 2);
    for (sent, processed) in sent.iter().zip(processed) {
        let now = desk.now(sent).await;
        assert_eq!((now.state, now.number), (Accepted, Some(processed.id)));
    }
}
