//! The same address twice within a week is refused there: stopped here, whoever reported it first.

use desk::commands;
use desk::contract::*;
use practice::CfSeed;

use crate::support::{TestDesk, filing};
use SubmissionReason as Why;
use SubmissionState::{Accepted, NeedsPerson};

const TARGET: &str = "https://acme-login.example/a";

fn days_ago(desk: &TestDesk, days: i64) -> Option<jiff::Timestamp> {
    Some(desk.cloudflare().now() - jiff::SignedDuration::from_hours(24 * days))
}

#[tokio::test]
async fn filed_elsewhere_this_week_it_stops_before_anything_leaves() {
    let desk = TestDesk::connected().await;
    let urls = vec!["https://acme-login.example/b".into(), TARGET.into()];
    let seed = CfSeed { urls, cdate: days_ago(&desk, 3), ..CfSeed::default() };
    let number = desk.cloudflare().seed(vec![seed]).remove(0);
    let sent = desk.filed_report(TARGET).await;
    let now = desk.now(&sent).await;
    assert_eq!((now.state, now.reason), (NeedsPerson, Some(Why::AlreadyThere)));
    assert_eq!(now.candidates.iter().map(|one| &one.number).collect::<Vec<_>>(), [&number]);
    assert!(now.can_undo && now.sent_at.is_none());
    desk.pass(3600).await;
    assert!(desk.submissions().is_empty());
    let back = desk.undo(&sent.id).await.unwrap();
    assert_eq!(back.fields.target, TARGET);
}

#[tokio::test]
async fn sent_anyway_it_is_refused_there_and_says_so() {
    let desk = TestDesk::connected().await;
    desk.cloudflare().seed(vec![CfSeed { urls: vec![TARGET.into()], ..CfSeed::default() }]);
    let sent = desk.filed_report(TARGET).await;
    commands::outbox_send_again(&desk, sent.id.clone()).await.unwrap();
    desk.idle().await;
    desk.assert_state(&sent, SubmissionState::Rejected, Some(Why::Refused)).await;
    desk.assert_filed(0);
}

#[tokio::test]
async fn another_page_of_the_host_or_a_report_of_long_ago_stops_nothing() {
    let desk = TestDesk::connected().await;
    desk.cloudflare().seed(vec![
        CfSeed { urls: vec!["https://acme-login.example/other".into()], ..CfSeed::default() },
        CfSeed { urls: vec![TARGET.into()], cdate: days_ago(&desk, 9), ..CfSeed::default() },
    ]);
    let sent = desk.filed_report(TARGET).await;
    desk.assert_state(&sent, Accepted, None).await;
}

#[tokio::test]
async fn filed_by_ourselves_this_week_the_check_says_when_and_where() {
    let desk = TestDesk::connected().await;
    let sent = desk.filed_report(TARGET).await;
    let number = desk.now(&sent).await.number;
    let draft = desk.draft(filing("HTTPS://acme-login.EXAMPLE/a")).await;
    let problems = desk.check(&draft.id).await.problems;
    assert_eq!(problems.len(), 1, "{problems:?}");
    let problem = &problems[0];
    assert_eq!((problem.code, problem.field), (ProblemCode::ReportedThisWeek, FieldId::Target));
    assert_eq!((problem.case_id.as_ref(), problem.text.as_ref()), (Some(&sent.case_id), number.as_ref()));
    assert_eq!(desk.send(&draft.id).await.unwrap_err().code, ErrorCode::NotReady);

    desk.jump(7 * 24 * 3600 + 1);
    desk.idle().await;
    let later = desk.check(&draft.id).await;
    assert_eq!(later.problems, []);
    assert!(later.advice.iter().any(|one| one.code == ProblemCode::ReportedBefore));
    let again = desk.send(&draft.id).await.unwrap();
    desk.pass(10).await;
    // A week to the second has passed there too, and a day more is looked back here for clocks that differ.
    let now = desk.now(&again).await;
    assert_eq!((now.state, now.reason), (NeedsPerson, Some(Why::AlreadyThere)));
    commands::outbox_send_again(&desk, again.id.clone()).await.unwrap();
    desk.idle().await;
    desk.assert_state(&again, Accepted, None).await;
    desk.assert_filed(2);
}

#[tokio::test]
async fn what_was_taken_back_or_refused_was_never_filed() {
    let desk = TestDesk::connected().await;
    let back = desk.file_report(TARGET).await;
    let waiting = desk.draft(filing(TARGET)).await;
    let codes = |check: CheckView| check.problems.into_iter().map(|one| one.code).collect::<Vec<_>>();
    assert_eq!(codes(desk.check(&waiting.id).await), [ProblemCode::ReportedThisWeek], "it is about to leave");
    commands::outbox_undo(&desk, back.id).await.unwrap();
    assert_eq!(codes(desk.check(&waiting.id).await), []);
    desk.spoil(practice::Fault::Status {
        status: 400,
        body: None,
        content_type: None,
        retry_after: None,
        processed: false,
    });
    let refused = desk.send(&waiting.id).await.unwrap();
    desk.pass(10).await;
    desk.assert_state(&refused, SubmissionState::Rejected, Some(Why::Refused)).await;
    let again = desk.draft(filing(TARGET)).await;
    assert_eq!(codes(desk.check(&again.id).await), []);
}
