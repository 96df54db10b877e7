//! Dropped, pasted, picked: the report fills itself.

use desk::commands;
use desk::contract::*;

use super::{forwarded, phish};
use crate::support::{MAIL, PNG, TestDesk, both};

const LINK: &str = "https://acme-login.example/secure/verify?id=4711";

#[tokio::test]
async fn a_dropped_mail_is_a_report_that_only_needs_its_send() {
    let desk = TestDesk::new().await;
    let dropped = desk.drop_files(vec![desk.file("forwarded.eml", &forwarded(LINK))]).await.unwrap();
    assert!(dropped.filled);
    let heard = desk.heard.lock().unwrap().clone();
    assert!(heard.iter().any(|one| matches!(one, Notice::FilesDropped { filled: true, added: 1, .. })));
    let draft = dropped.draft.unwrap();
    assert_eq!((draft.fields.target.as_str(), draft.fields.wish), (LINK, Wish::Takedown));
    assert_eq!(draft.fields.reported_by, "jo@acme.example");
    for said in [
        "“Your Acme account will be closed today”",
        "billing@acme-support[.]example",
        "2026-11-23 08:12 UTC",
        "as an attachment",
        "The genuine site is acme.example.",
    ] {
        assert!(draft.fields.note.contains(said), "{said} in: {}", draft.fields.note);
    }
    let first = &draft.found.addresses[0];
    assert_eq!((first.place, first.main, first.chosen), (FoundPlace::Button, true, true));
    assert!(draft.found.set_aside.iter().any(|one| one.why == SetAsideReason::Ours), "our own site is set aside");

    let checked = desk.check(&draft.id).await;
    assert_eq!(checked.problems, []);
    let sent = desk.send(&draft.id).await.unwrap();
    desk.pass(10).await;
    desk.assert_state(&sent, SubmissionState::Accepted, None).await;
    let received = desk.assert_received_as_shown(&checked);
    assert_eq!(received.files.len(), 1, "the mail itself goes along");
}

#[tokio::test]
async fn one_tick_more_tells_cloudflare_too_and_nothing_is_typed() {
    let desk = TestDesk::connected().await;
    let draft = desk.drop_files(vec![desk.file("phish.eml", &phish(LINK))]).await.unwrap().draft.unwrap();
    let fields = DraftFields { to_cloudflare: true, ..draft.fields };
    commands::draft_save(&desk, draft.id.clone(), fields).await.unwrap();
    let sent = desk.send_all(&draft.id).await.unwrap();
    assert_eq!(sent.len(), 2);
    desk.pass(10).await;
    for one in &sent {
        desk.assert_state(one, SubmissionState::Accepted, None).await;
    }
}

#[tokio::test]
async fn a_screenshot_dropped_beside_it_is_evidence_of_the_same_case() {
    let desk = TestDesk::new().await;
    let paths = vec![desk.file("page.png", PNG), desk.file("phish.eml", &phish(LINK))];
    let draft = desk.drop_files(paths).await.unwrap().draft.unwrap();
    assert_eq!(draft.fields.target, LINK);
    assert_eq!(draft.evidence.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), ["page.png", "phish.eml"]);
}

#[tokio::test]
async fn a_mail_that_joins_a_report_changes_nothing_that_was_filled_in() {
    let desk = TestDesk::new().await;
    let before = desk.draft(both("https://typed.example/page")).await;
    let joined = desk.add_files(before.id.clone(), vec![desk.file("phish.eml", &phish(LINK))]).await.unwrap();
    assert!(!joined.filled);
    let after = joined.draft.unwrap();
    assert_eq!(after.fields, before.fields);
    assert_eq!(after.found.addresses[0].target.exact, LINK, "it is offered all the same");
}

#[tokio::test]
async fn a_picked_mail_fills_the_report_like_a_dropped_one() {
    let desk = TestDesk::new().await;
    let draft = commands::draft_create(&desk, None).await.unwrap();
    desk.desktop.picks.lock().unwrap().push_back(vec![desk.file("sample.eml", MAIL)]);
    let added = commands::evidence_pick(&desk, draft.id).await.unwrap();
    assert!(added.filled);
    assert_eq!(added.draft.fields.target, LINK);
}

#[tokio::test]
async fn a_pasted_text_is_evidence_and_fills_the_report() {
    let desk = TestDesk::new().await;
    let text = "Acme: parcel held. Pay the fee at hxxps://acme-parcels[.]example/pay today.".to_owned();
    let taken = commands::draft_take_text(&desk, None, text).await.unwrap();
    assert!(taken.filled);
    assert_eq!(taken.draft.fields.target, "https://acme-parcels.example/pay");
    let kept = &taken.draft.evidence[0];
    assert_eq!(Some(&kept.id), taken.kept.as_ref());
    assert!(kept.name.starts_with("Pasted ") && kept.name.ends_with(".txt"), "{}", kept.name);
}

#[tokio::test]
async fn a_single_pasted_address_is_as_good_as_typed() {
    let desk = TestDesk::new().await;
    let taken = commands::draft_take_text(&desk, None, " acme-fresh.example/login ".into()).await.unwrap();
    assert!(taken.filled && taken.kept.is_none());
    assert_eq!(taken.draft.fields.target, "acme-fresh.example/login");
    let again = commands::draft_take_text(&desk, Some(taken.draft.id), "other.example".into()).await.unwrap();
    assert!(!again.filled, "what is there stays");
    assert_eq!(again.draft.fields.target, "acme-fresh.example/login");
}

#[tokio::test]
async fn a_pasted_list_and_a_list_in_a_file_are_the_target_and_the_further_addresses() {
    let list = "https://one.example/a\nhttps://two.example/b, three.example/c\nhttps://www.acme.example/";
    let desk = TestDesk::new().await;
    let pasted = commands::draft_take_text(&desk, None, list.into()).await.unwrap().draft;
    let file = desk.drop_files(vec![desk.file("list.txt", list.as_bytes())]).await.unwrap().draft.unwrap();
    for fields in [pasted.fields, file.fields] {
        assert_eq!(fields.target, "https://one.example/a");
        assert_eq!(fields.more_addresses.lines().collect::<Vec<_>>().len(), 2, "ours is left out: {fields:?}");
    }
}

#[tokio::test]
async fn an_endless_or_empty_paste_is_refused_and_leaves_no_draft_behind() {
    let desk = TestDesk::new().await;
    for (text, code) in [("  \n".to_owned(), ErrorCode::BadRequest), ("x ".repeat(600_000), ErrorCode::TextTooLong)] {
        assert_eq!(commands::draft_take_text(&desk, None, text).await.unwrap_err().code, code);
    }
    assert_eq!(commands::app_counts(&desk).await.unwrap().cases, 0);
}

#[tokio::test]
async fn with_nothing_to_report_but_the_sender_the_check_says_so_and_the_sender_can_be_sent() {
    let desk = TestDesk::new().await;
    let mail = phish("https://www.acme.example/account");
    let draft = desk.drop_files(vec![desk.file("phish.eml", &mail)]).await.unwrap().draft.unwrap();
    assert_eq!(draft.fields.target, "");
    assert_eq!(draft.found.question, Some(FoundQuestion::ReportSender));
    let codes = |checked: &CheckView| checked.problems.iter().map(|one| one.code).collect::<Vec<_>>();
    assert_eq!(codes(&desk.check(&draft.id).await), [ProblemCode::TargetNotFound]);
    let sender = draft.found.sender.unwrap().exact;
    let fields = DraftFields { target: sender, ..draft.fields };
    commands::draft_save(&desk, draft.id.clone(), fields).await.unwrap();
    let checked = desk.check(&draft.id).await;
    assert_eq!(codes(&checked), []);
    let sent = desk.send(&draft.id).await.unwrap();
    desk.pass(10).await;
    desk.assert_state(&sent, SubmissionState::Accepted, None).await;
    desk.assert_received_as_shown(&checked);
}

#[tokio::test]
async fn of_two_bad_sites_none_is_sent_before_the_person_chose() {
    let desk = TestDesk::new().await;
    let text = "Sign in at https://first-bank.example/login or at https://second-bank.example/login";
    let draft = commands::draft_take_text(&desk, None, text.into()).await.unwrap().draft;
    assert_eq!((draft.fields.target.as_str(), draft.found.question), ("", Some(FoundQuestion::WhichAddress)));
    let refused = desk.send(&draft.id).await.unwrap_err();
    assert_eq!(refused.problems[0].code, ProblemCode::TargetUnchosen);
    assert_eq!(refused.problems[0].count, Some(2));
    desk.assert_processed(0);
}

#[tokio::test]
async fn a_single_pasted_address_loses_its_wrapper_and_our_own_site_fills_nothing() {
    let desk = TestDesk::new().await;
    let wrapped =
        "https://eur03.safelinks.protection.outlook.com/?url=https%3A%2F%2Facme-login.example%2Fa&data=05&reserved=0";
    let taken = commands::draft_take_text(&desk, None, wrapped.into()).await.unwrap();
    assert!(taken.filled);
    assert_eq!(taken.draft.fields.target, "https://acme-login.example/a");
    let ours = commands::draft_take_text(&desk, None, "https://www.acme.example/help".into()).await.unwrap();
    assert!(!ours.filled, "it is shown, and the check says why it can't be");
    let problems = desk.check(&ours.draft.id).await.problems;
    assert_eq!(problems[0].code, ProblemCode::OwnDomain);
}

#[tokio::test]
async fn what_is_typed_while_a_mail_is_read_is_never_written_over() {
    let desk = TestDesk::new().await;
    for round in 0..20 {
        let draft = commands::draft_create(&desk, None).await.unwrap();
        let mail = phish(&format!("https://acme-login.example/{round}"));
        let path = desk.file(&format!("phish-{round}.eml"), &mail);
        let typed = DraftFields { target: format!("https://typed.example/{round}"), ..draft.fields };
        let saving = async {
            for _ in 0..round {
                tokio::task::yield_now().await;
            }
            commands::draft_save(&desk, draft.id.clone(), typed.clone()).await.unwrap();
        };
        let (dropped, ()) = tokio::join!(desk.add_files(draft.id.clone(), vec![path]), saving);
        dropped.unwrap();
        let after = commands::draft_open(&desk, Some(draft.id.clone())).await.unwrap().unwrap();
        assert_eq!(after.fields.target, typed.target);
    }
}

#[tokio::test]
async fn a_save_that_did_not_know_of_the_filling_empties_nothing() {
    let desk = TestDesk::new().await;
    let draft = commands::draft_create(&desk, None).await.unwrap();
    desk.add_files(draft.id.clone(), vec![desk.file("phish.eml", &phish(LINK))]).await.unwrap();
    let stale = DraftFields { reported_by: "team@acme.example".into(), ..draft.fields };
    let saved = commands::draft_save(&desk, draft.id.clone(), stale).await.unwrap();
    assert_eq!((saved.fields.target.as_str(), saved.fields.reported_by.as_str()), (LINK, "team@acme.example"));
    assert!(saved.fields.note.contains("Phishing email"));
    let emptied = DraftFields { target: String::new(), ..saved.fields };
    let saved = commands::draft_save(&desk, draft.id, emptied).await.unwrap();
    assert_eq!(saved.fields.target, "", "what the person empties after that stays empty");
}
