//! Finding cases, page by page, and what can be done with one.

use std::collections::BTreeSet;

use desk::commands;
use desk::contract::*;
use practice::{Fault, FaultOrder};

use crate::support::{End, PNG, TestDesk, fields};

async fn list(desk: &TestDesk, request: CasesRequest) -> CasesView {
    commands::cases_list(desk, request).await.unwrap()
}

fn searching(search: &str) -> CasesRequest {
    CasesRequest { search: search.into(), ..CasesRequest::default() }
}

#[tokio::test]
async fn a_case_is_found_by_address_brand_number_reference_and_note() {
    let desk = TestDesk::new().await;
    let client = ClientView { id: "brand-7".into(), name: "Harbour Bank".into() };
    let change = PreferencesChange { clients: Some(vec![client]), ..PreferencesChange::default() };
    commands::preferences_save(&desk, change).await.unwrap();
    let wanted = DraftFields { client_id: "brand-7".into(), ..fields("https://acme-login.example/100%_sure") };
    let draft = desk.draft(wanted).await;
    let sent = desk.send(&draft.id).await.unwrap();
    desk.pass(10).await;
    desk.reported("https://quite-different.example/x").await;
    let now = desk.now(&sent).await;
    for search in [
        "acme-login",
        "ACME-LOGIN.example",
        "hxxps://acme-login[.]example",
        "100%_sure",
        "harbour",
        "copies login acme",
        &now.reference,
        now.number.as_ref().unwrap(),
    ] {
        let found = list(&desk, searching(search)).await;
        assert!(found.rows.iter().any(|row| row.id == sent.case_id), "{search}");
    }
    assert_eq!(list(&desk, searching("100_%")).await.total, 0, "signs mean themselves");
    assert_eq!(list(&desk, searching("acme nowhere")).await.total, 0);
    assert_eq!(list(&desk, searching("")).await.rows[0].brand, "");
}

#[tokio::test]
async fn each_filter_holds_its_cases_and_counts_them() {
    let mut desk = TestDesk::new().await;
    desk.draft(fields("https://draft.example/a")).await;
    desk.reported("https://waits.example/a").await;
    desk.reported("https://done.example/a").await;
    let done = desk.phishfort().processed()[1].id.clone();
    desk.phishfort().next(practice::Step::TakenDown, Some(&done)).unwrap();
    desk.phishfort().fault(FaultOrder::next_report(Fault::DropBefore { after_bytes: None, reset: true }));
    desk.reported("https://unsure.example/a").await;
    desk.pass(301).await;
    let all = list(&desk, CasesRequest::default()).await;
    assert_eq!(all.counts, FilterCounts { all: 4, needs_you: 1, waiting: 1, done: 1, drafts: 1 });
    for (filter, typed) in [
        (CaseFilter::Drafts, "https://draft.example/a"),
        (CaseFilter::Waiting, "https://waits.example/a"),
        (CaseFilter::Done, "https://done.example/a"),
        (CaseFilter::NeedsYou, "https://unsure.example/a"),
    ] {
        let view = list(&desk, CasesRequest { filter, ..CasesRequest::default() }).await;
        assert_eq!(view.rows.iter().map(|row| row.typed.as_str()).collect::<Vec<_>>(), [typed]);
        assert_eq!((view.total, view.counts), (1, all.counts.clone()));
    }
    desk.end(End::Closed).await;
    desk.jump(10 * 24 * 3600);
    desk.start().await;
    desk.draft(fields("https://fresh.example/a")).await;
    let recent = list(&desk, CasesRequest { within_days: 7, ..CasesRequest::default() }).await;
    assert!(recent.rows.iter().any(|row| row.typed.contains("fresh")));
    assert!(!recent.rows.iter().any(|row| row.typed.contains("draft.example")));
}

#[tokio::test]
async fn pages_hold_a_hundred_and_lead_through_all_of_them() {
    let desk = TestDesk::new().await;
    let mut made = BTreeSet::new();
    for n in 0..205 {
        let draft = commands::draft_create(&desk, Some(format!("https://acme-{n}.example/a"))).await.unwrap();
        made.insert(draft.case_id);
    }
    let (mut seen, mut after, mut sizes) = (Vec::new(), None, Vec::new());
    loop {
        let page = list(&desk, CasesRequest { after: after.clone(), ..CasesRequest::default() }).await;
        assert_eq!(page.total, 205);
        sizes.push(page.rows.len());
        seen.extend(page.rows.into_iter().map(|row| row.id));
        after = page.next;
        if after.is_none() {
            break;
        }
    }
    assert_eq!(sizes, [100, 100, 5]);
    assert_eq!(seen.iter().cloned().collect::<BTreeSet<_>>(), made);
    assert_eq!(seen.len(), 205);
    let odd = CasesRequest { after: Some("nonsense".into()), ..CasesRequest::default() };
    assert_eq!(commands::cases_list(&desk, odd).await.unwrap_err().code, ErrorCode::BadRequest);
}

#[tokio::test]
async fn a_note_is_kept_and_sent_nowhere() {
    let desk = TestDesk::new().await;
    let sent = desk.reported("https://acme-login.example/a").await;
    let asked = desk.phishfort().requests().len();
    let case = commands::case_note(&desk, sent.case_id.clone(), "  Called the registrar.\n".into()).await.unwrap();
    assert_eq!(case.timeline[0].kind, EventKind::NoteAdded);
    assert_eq!(case.timeline[0].text.as_deref(), Some("Called the registrar."));
    for bad in [String::new(), "   ".into(), "x".repeat(5001)] {
        let refused = commands::case_note(&desk, sent.case_id.clone(), bad).await.unwrap_err();
        assert_eq!(refused.code, ErrorCode::BadRequest);
    }
    assert_eq!(desk.phishfort().requests().len(), asked);
}

#[tokio::test]
async fn an_accepted_case_is_reported_again_in_a_case_of_its_own() {
    let desk = TestDesk::new().await;
    let draft = desk.draft_with(fields("https://acme-login.example/a"), &[("page.png", PNG)]).await;
    let sent = desk.send(&draft.id).await.unwrap();
    desk.pass(10).await;
    let again = commands::case_report_again(&desk, sent.case_id.clone(), None).await.unwrap();
    assert_ne!(again.case_id, sent.case_id);
    assert_eq!(again.fields, draft.fields);
    let references = [desk.check(&again.id).await.previews[0].reference.clone(), desk.now(&sent).await.reference];
    assert_ne!(references[0], references[1], "each report has a code of its own");
}

#[tokio::test]
async fn what_is_not_there_is_told_so() {
    let desk = TestDesk::new().await;
    for id in ["", "nonsense", "0197f3a2-1b2c-7d3e-8f40-5a6b7c8d9e0f", "../../etc/passwd"] {
        assert_eq!(commands::case_read(&desk, id.into()).await.unwrap_err().code, ErrorCode::NotFound, "{id}");
        assert_eq!(commands::draft_check(&desk, id.into()).await.unwrap_err().code, ErrorCode::NotFound);
        assert_eq!(commands::outbox_undo(&desk, id.into()).await.unwrap_err().code, ErrorCode::NotFound);
        assert_eq!(commands::evidence_text(&desk, id.into()).await.unwrap_err().code, ErrorCode::NotFound);
    }
}
