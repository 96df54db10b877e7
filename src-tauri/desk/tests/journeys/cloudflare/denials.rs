//! What becomes of a report: refused for each of the reasons, taken up, and what the person can do about it.

use desk::commands;
use desk::contract::*;
use practice::{CfStep, DenialReason as Reason};

use crate::support::{TestDesk, both, filing};

fn word(reason: Reason) -> String {
    serde_json::to_value(reason).unwrap().as_str().unwrap().to_owned()
}

async fn needs_you(desk: &TestDesk) -> u32 {
    commands::app_counts(desk).await.unwrap().needs_you
}

#[tokio::test]
async fn every_reason_is_told_and_asks_for_the_person_unless_nothing_is_left_to_do() {
    let desk = TestDesk::connected().await;
    let mut asking = 0;
    for reason in Reason::ALL {
        let sent = desk.filed_report(&format!("https://acme-{}.example/a", word(reason).replace('_', "-"))).await;
        desk.cloudflare().next(CfStep::Denied(reason), None).unwrap();
        let case = commands::case_refresh(&desk, sent.case_id.clone()).await.unwrap();
        let standing = &case.standings[0];
        let told = serde_json::to_value(standing.denial).unwrap();
        assert_eq!((standing.status, told), (CaseStatus::ReportDenied, word(reason).into()), "{reason:?}");
        assert_eq!(standing.raw_denial, Some(word(reason)));
        assert_eq!(case.row.denial, standing.denial);
        let asks = !matches!(reason, Reason::DuplicateReport | Reason::ContentRemoved);
        assert_eq!((standing.needs_you, standing.can_settle, case.row.needs_you), (asks, asks, asks), "{reason:?}");
        asking += u32::from(asks);
        assert_eq!(needs_you(&desk).await, asking);
        let event = case.timeline.iter().find(|event| event.kind == EventKind::StatusChanged).unwrap();
        assert_eq!((event.status, event.denial), (Some(CaseStatus::ReportDenied), standing.denial));

        let settled = commands::case_settle(&desk, standing.submission_id.clone()).await;
        if asks {
            let case = settled.unwrap();
            assert!(!case.row.needs_you && !case.standings[0].needs_you && !case.standings[0].can_settle);
            assert!(case.timeline.iter().any(|event| event.kind == EventKind::Settled));
            asking -= 1;
        } else {
            assert_eq!(settled.unwrap_err().code, ErrorCode::TooLate, "nothing waits for it");
        }
        assert_eq!(needs_you(&desk).await, asking);
        let refreshed = commands::case_refresh(&desk, sent.case_id).await.unwrap();
        assert!(!refreshed.row.needs_you, "what is settled stays settled while it stands the same");
    }
}

#[tokio::test]
async fn a_reason_that_nobody_knows_is_shown_as_it_came_and_asks_for_the_person() {
    let desk = TestDesk::connected_to_one_that_takes_duplicates().await;
    desk.spoil(practice::Fault::DropBefore { after_bytes: None, reset: true });
    let sent = desk.filed_report("https://acme-login.example/a").await;
    let number = desk.cloudflare().seed(vec![practice::CfSeed {
        urls: vec!["https://acme-login.example/a".into()],
        status: Some("denied".into()),
        denial_reason: Some("wrong_phase_of_the_moon".into()),
        comments: Some("another".into()),
        ..practice::CfSeed::default()
    }]);
    commands::outbox_found(&desk, sent.id.clone(), number[0].clone()).await.unwrap();
    let case = commands::case_refresh(&desk, sent.case_id).await.unwrap();
    let standing = &case.standings[0];
    assert_eq!(standing.raw_denial.as_deref(), Some("wrong_phase_of_the_moon"));
    assert!(standing.needs_you && standing.denial.is_some_and(|one| format!("{one:?}") == "Other"), "{standing:?}");
}

#[tokio::test]
async fn taken_up_it_is_over_here_and_not_asked_about_for_ever() {
    let desk = TestDesk::connected().await;
    let sent = desk.filed_report("https://acme-login.example/a").await;
    desk.cloudflare().next(CfStep::Accepted, None).unwrap();
    desk.pass(301).await;
    let case = desk.case(&sent).await;
    assert_eq!((case.row.status, case.row.needs_you), (CaseStatus::ReportAccepted, false));
    let done = commands::cases_list(&desk, CasesRequest { filter: CaseFilter::Done, ..CasesRequest::default() });
    assert_eq!(done.await.unwrap().total, 1);
    let said = case.timeline.iter().find(|event| event.kind == EventKind::ServiceSaid).unwrap();
    assert!(said.text.as_ref().unwrap().contains("report accepted"), "the mail's subject is told");
    let of_report = || {
        let requests = desk.cloudflare().requests().into_iter();
        requests.filter(|one| one.path.contains("/submitted/")).map(|one| one.path).collect::<Vec<_>>()
    };
    let asked = of_report();
    desk.pass(2 * 3600).await;
    assert_eq!(of_report(), asked);
}

#[tokio::test]
async fn beside_an_open_takedown_a_refusal_is_what_presses() {
    let desk = TestDesk::connected().await;
    let [phishfort, _] = desk.told_both("https://acme-login.example/a").await;
    desk.cloudflare().next(CfStep::Denied(Reason::NotOnCloudflare), None).unwrap();
    let case = commands::case_refresh(&desk, phishfort.case_id.clone()).await.unwrap();
    assert_eq!((case.row.status, case.row.status_of), (CaseStatus::ReportDenied, Some(Service::Cloudflare)));
    let statuses: Vec<_> = case.standings.iter().map(|one| (one.status, one.needs_you)).collect();
    assert_eq!(statuses, [(CaseStatus::PendingReview, false), (CaseStatus::ReportDenied, true)]);
    let case = commands::case_settle(&desk, case.standings[1].submission_id.clone()).await.unwrap();
    assert_eq!((case.row.status, case.row.status_of), (CaseStatus::PendingReview, Some(Service::Phishfort)));
}

#[tokio::test]
async fn reported_again_only_what_was_refused_is_told_and_only_to_cloudflare() {
    let desk = TestDesk::connected_to_one_that_takes_duplicates().await;
    let more = "https://acme-pay.example/b\nhttps://acme-pay.example/c\nhttps://acme-shop.example/d";
    let fields = DraftFields { more_addresses: more.into(), ..both("https://acme-login.example/a") };
    let draft = desk.draft(fields).await;
    let sent = desk.send_all(&draft.id).await.unwrap();
    desk.pass(10).await;
    let of_pay = desk.now(&sent[2]).await.number.unwrap();
    desk.cloudflare().next(CfStep::Denied(Reason::UnableToConfirm), Some(&of_pay)).unwrap();
    let case = commands::case_refresh(&desk, sent[0].case_id.clone()).await.unwrap();
    assert!(case.row.needs_you);
    let again = commands::case_report_again(&desk, sent[0].case_id.clone(), Some(Service::Cloudflare)).await.unwrap();
    assert_eq!((again.fields.to_phishfort, again.fields.to_cloudflare), (false, true));
    assert_eq!(again.fields.target, "https://acme-pay.example/b");
    assert_eq!(again.fields.more_addresses, "https://acme-pay.example/c");
    assert_eq!(again.case_id, sent[0].case_id);

    assert_eq!(desk.check(&again.id).await.problems, [], "what was refused stands in nobody's way");
    let second = desk.send(&again.id).await.unwrap();
    desk.pass(10).await;
    desk.assert_state(&second, SubmissionState::Accepted, None).await;
    let case = desk.case(&second).await;
    assert!(!case.row.needs_you, "the new report takes the refused one's place");
    desk.assert_filed(4);
    desk.assert_processed(1);
}

#[tokio::test]
async fn a_report_that_is_alone_in_its_case_can_be_told_to_cloudflare_again_after_a_refusal() {
    let desk = TestDesk::connected().await;
    let draft = desk.draft(filing("https://acme-login.example/a")).await;
    let sent = desk.send(&draft.id).await.unwrap();
    desk.pass(10).await;
    assert_eq!(desk.case(&sent).await.can_tell, [Service::Phishfort]);
    desk.cloudflare().next(CfStep::Denied(Reason::IncompleteReport), None).unwrap();
    let case = commands::case_refresh(&desk, sent.case_id.clone()).await.unwrap();
    assert_eq!(case.can_tell, [Service::Phishfort, Service::Cloudflare]);
}
