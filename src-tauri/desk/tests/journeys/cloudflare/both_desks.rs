//! One case told to both desks: one Check and send, one undo, nothing told twice.

use desk::commands;
use desk::contract::*;
use practice::{Fault, FaultOrder};

use crate::support::{PNG, Sent, TestDesk, both};
use SubmissionReason as Why;
use SubmissionState::{Accepted, Deferred, Queued, Undone};

const TARGET: &str = "https://acme-login.example/a";

fn services(case: &CaseView) -> Vec<Service> {
    case.standings.iter().map(|one| one.service).collect()
}

#[tokio::test]
async fn one_send_tells_both_once_and_each_gets_what_was_shown() {
    let desk = TestDesk::connected().await;
    let draft = desk.draft_with(both(TARGET), &[("page.png", PNG)]).await;
    let shown = desk.check(&draft.id).await;
    assert_eq!(shown.problems, []);
    let services_shown: Vec<_> = shown.previews.iter().map(|one| (one.service, one.report_kind)).collect();
    assert_eq!(services_shown, [(Service::Phishfort, None), (Service::Cloudflare, Some(ReportKind::Phishing))]);
    assert_ne!(shown.previews[0].reference, shown.previews[1].reference);
    let sent = desk.send_all(&draft.id).await.unwrap();
    desk.pass(9).await;
    desk.assert_processed(0);
    desk.assert_filed(0);
    desk.pass(1).await;
    desk.assert_received_as_shown(&shown);
    desk.assert_filed_as_shown(&shown.previews[1], &desk.cloudflare().processed()[0]);
    desk.pass(3600).await;
    desk.assert_processed(1);
    desk.assert_filed(1);
    let case = desk.case(&sent[0]).await;
    assert_eq!(services(&case), [Service::Phishfort, Service::Cloudflare]);
    assert_eq!(case.row.sent_to, [Service::Phishfort, Service::Cloudflare]);
    let statuses: Vec<_> = case.standings.iter().map(|one| one.status).collect();
    assert_eq!(statuses, [CaseStatus::PendingReview, CaseStatus::ReportSubmitted]);
    assert_eq!((case.sent.len(), case.open.len(), case.can_tell), (2, 0, vec![]));
    assert!(case.sent.iter().all(|one| one.files.len() == usize::from(one.preview.service == Service::Phishfort)));
}

#[tokio::test]
async fn undo_takes_both_back_in_one_step() {
    for pressed in [0, 1] {
        let desk = TestDesk::connected().await;
        let draft = desk.draft_with(both(TARGET), &[("page.png", PNG)]).await;
        let sent = desk.send_all(&draft.id).await.unwrap();
        desk.pass(9).await;
        let back = desk.undo(&sent[pressed].id).await.unwrap();
        assert_eq!((back.id, &back.fields, &back.evidence), (draft.id.clone(), &draft.fields, &draft.evidence));
        let other = commands::outbox_undo(&desk, sent[1 - pressed].id.clone()).await;
        assert_eq!(other.unwrap_err().code, ErrorCode::TooLate, "it was taken back as well");
        desk.pass(3600).await;
        assert!(desk.posts().is_empty() && desk.submissions().is_empty());
        assert_eq!(commands::outbox_list(&desk).await.unwrap().submissions, []);

        let again = desk.send_all(&draft.id).await.unwrap();
        desk.pass(10).await;
        desk.assert_state(&again[0], Accepted, None).await;
        desk.assert_state(&again[1], Accepted, None).await;
        desk.assert_processed(1);
        desk.assert_filed(1);
    }
}

#[tokio::test]
async fn when_phishfort_has_it_already_the_rest_comes_back_as_a_draft_of_its_own() {
    let desk = TestDesk::connected().await;
    let slow = Fault::Status { status: 503, body: None, content_type: None, retry_after: None, processed: false };
    let list = FaultOrder { path_contains: Some("/submitted".into()), ..FaultOrder::next(slow) };
    desk.cloudflare().fault(list.times(1));
    let [phishfort, cloudflare] = desk.told_both(TARGET).await;
    desk.assert_state(&phishfort, Accepted, None).await;
    desk.assert_state(&cloudflare, Deferred, Some(Why::ServiceFailed)).await;
    let rest = desk.undo(&cloudflare.id).await.unwrap();
    assert_ne!(rest.id, cloudflare.draft_id, "what was sent stays what it is");
    assert_eq!(rest.case_id, cloudflare.case_id);
    assert_eq!((rest.fields.to_phishfort, rest.fields.to_cloudflare), (false, true));
    assert_eq!(desk.case(&phishfort).await.draft_id, Some(rest.id.clone()));
    desk.pass(3600).await;
    desk.assert_filed(0);

    let shown = desk.check(&rest.id).await;
    assert_eq!((shown.problems.len(), shown.previews.len()), (0, 1), "{:?}", shown.problems);
    let again = desk.send(&rest.id).await.unwrap();
    desk.pass(10).await;
    desk.assert_state(&again, Accepted, None).await;
    desk.assert_processed(1);
    desk.assert_filed(1);
}

/// Cloudflare has the first of two hosts; PhishFort's report and the second host's still wait.
async fn one_host_has_left(desk: &TestDesk) -> [Sent; 3] {
    let more = "https://acme-pay.example/b\nhttps://acme-pay.example/c".into();
    let draft = desk.draft(DraftFields { more_addresses: more, ..both(TARGET) }).await;
    let sent: [Sent; 3] = desk.send_all(&draft.id).await.unwrap().try_into().unwrap();
    commands::outbox_send_now(desk, sent[1].id.clone()).await.unwrap();
    desk.idle().await;
    desk.assert_state(&sent[1], Accepted, None).await;
    sent
}

#[tokio::test]
async fn when_cloudflare_has_one_host_already_the_rest_is_the_other_host() {
    let desk = TestDesk::connected().await;
    let sent = one_host_has_left(&desk).await;
    let rest = desk.undo(&sent[2].id).await.unwrap();
    assert_eq!((rest.fields.to_phishfort, rest.fields.to_cloudflare), (false, true));
    let addresses = (rest.fields.target.as_str(), rest.fields.more_addresses.as_str());
    assert_eq!(addresses, ("https://acme-pay.example/b", "https://acme-pay.example/c"));
    desk.assert_state(&sent[0], Queued, None).await;
    desk.pass(3600).await;
    desk.assert_state(&sent[0], Accepted, None).await;
    desk.assert_filed(1);
    let again = desk.send(&rest.id).await.unwrap();
    desk.pass(10).await;
    desk.assert_state(&again, Accepted, None).await;
    desk.assert_processed(1);
    desk.assert_filed(2);
}

#[tokio::test]
async fn when_cloudflare_has_something_of_it_phishfort_s_report_comes_back_alone() {
    let desk = TestDesk::connected().await;
    let sent = one_host_has_left(&desk).await;
    let rest = desk.undo(&sent[0].id).await.unwrap();
    assert_eq!((rest.fields.to_phishfort, rest.fields.to_cloudflare), (true, false));
    assert_eq!((rest.fields.target.as_str(), &rest.case_id), (TARGET, &sent[0].case_id));
    desk.pass(3600).await;
    desk.assert_processed(0);
    desk.assert_filed(2);
    let again = desk.send(&rest.id).await.unwrap();
    desk.pass(10).await;
    desk.assert_state(&again, Accepted, None).await;
    desk.assert_processed(1);
    desk.assert_filed(2);
}

#[tokio::test]
async fn a_service_that_was_not_told_can_be_told_later_in_the_same_case() {
    let desk = TestDesk::connected().await;
    let draft = desk.draft_with(crate::support::fields(TARGET), &[("page.png", PNG)]).await;
    let first = desk.send(&draft.id).await.unwrap();
    desk.pass(10).await;
    assert_eq!(desk.case(&first).await.can_tell, [Service::Cloudflare]);
    let more = commands::case_report_again(&desk, first.case_id.clone(), Some(Service::Cloudflare)).await.unwrap();
    assert_eq!((more.case_id.as_str(), more.fields.to_phishfort), (first.case_id.as_str(), false));
    assert_eq!(desk.check(&more.id).await.problems, []);
    let second = desk.send(&more.id).await.unwrap();
    desk.pass(10).await;
    desk.assert_state(&second, Accepted, None).await;
    let case = desk.case(&first).await;
    assert_eq!(services(&case), [Service::Phishfort, Service::Cloudflare]);
    assert_eq!(case.can_tell, []);
    desk.assert_processed(1);
    desk.assert_filed(1);
}

#[tokio::test]
async fn what_was_taken_back_is_in_no_list_of_what_was_sent() {
    let desk = TestDesk::connected().await;
    let draft = desk.draft(both(TARGET)).await;
    let sent = desk.send_all(&draft.id).await.unwrap();
    commands::outbox_undo(&desk, sent[0].id.clone()).await.unwrap();
    let case = desk.case(&sent[0]).await;
    assert!(case.sent.is_empty() && case.standings.is_empty() && case.row.sent_to.is_empty());
    assert!(case.open.iter().all(|one| one.state != Undone));
    assert_eq!((case.row.status, case.draft_id), (CaseStatus::Draft, Some(draft.id)));
}
