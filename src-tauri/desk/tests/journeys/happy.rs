//! A report from a draft to PhishFort's number: what was shown is what arrives, to the byte.

use desk::commands;
use desk::contract::*;
use practice::Action;

use crate::support::{JPEG, MAIL, PDF, PNG, TestDesk, fields, text};

fn about(target: &str, wish: Wish) -> DraftFields {
    let mut about = DraftFields { wish, ..fields(target) };
    if target.starts_with('+') {
        about.phone_received_on = "+44 20 7946 0999".into();
        about.phone_date = "2026-03-01".into();
        about.phone_time = "14:30".into();
        about.phone_zone = "Europe/London".into();
    }
    if target.parse::<std::net::Ipv4Addr>().is_ok() {
        about.ip_address_on_it = "https://acme-login.example/secure".into();
    }
    about
}

/// As many files as asked for, of every type that is made here.
fn evidence(count: usize) -> Vec<(String, Vec<u8>)> {
    let first = [("Zürich page.PNG", PNG), ("photo.jpeg", JPEG), ("paper.pdf", PDF), ("mail.eml", MAIL)];
    let named = first.iter().map(|(name, bytes)| ((*name).to_owned(), bytes.to_vec()));
    let more = (1..).map(|n| {
        let ending = if n % 2 == 0 { "csv" } else { "txt" };
        (format!("note {n}.{ending}"), text(&format!("note {n}"), 400 + n))
    });
    named.chain(more).take(count).collect()
}

#[tokio::test]
async fn every_kind_of_report_arrives_as_it_was_shown() {
    let desk = TestDesk::new().await;
    let targets = [
        ("https://acme-login.example/secure?id=1&x=%20y", "url", None),
        ("acme-offers.example", "url", None),
        ("help@acme-support.example", "subject", Some("email")),
        ("+44 20 7946 0123", "subject", Some("phone")),
        ("203.0.113.44", "subject", Some("ipv4")),
    ];
    let mut expected = 0;
    for (target, member, kind) in targets {
        for (wish, action) in [(Wish::Takedown, Action::Takedown), (Wish::Monitor, Action::Monitor)] {
            for count in [0, 1, 12] {
                let mut filled = about(target, wish);
                // Each its own target: else the one before would be in the way.
                let apart = format!("{}{count}", if wish == Wish::Monitor { 1 } else { 0 });
                filled.target = match kind {
                    None => target.replacen("acme", &format!("acme{apart}"), 1),
                    Some("email") => target.replacen("help", &format!("help{apart}"), 1),
                    Some("phone") => target.replacen("0123", &format!("{:04}", 100 + expected), 1),
                    _ => target.replacen("44", &(expected + 1).to_string(), 1),
                };
                filled.client_id = if count == 1 { "brand-7".into() } else { String::new() };
                filled.note = if count == 12 { String::new() } else { filled.note };
                let files = evidence(count);
                let files: Vec<_> = files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
                let draft = desk.draft_with(filled.clone(), &files).await;
                let shown = desk.check(&draft.id).await;
                assert_eq!(shown.problems, [], "{target} {count}");
                let sent = desk.send(&draft.id).await.unwrap();
                desk.pass(10).await;
                expected += 1;

                desk.assert_processed(expected);
                let processed = desk.assert_received_as_shown(&shown);
                assert_eq!(processed.action, action);
                assert!(processed.fields.contains_key(member));
                assert_eq!(processed.fields.get("incidentType").map(String::as_str), kind);
                assert_eq!(processed.fields.get("clientId").map(String::as_str), (count == 1).then_some("brand-7"));
                assert_eq!(processed.fields["reportedBy"], "jo@acme.example");
                assert_eq!(processed.files.len(), count);
                let now = desk.now(&sent).await;
                assert_eq!((now.state, now.number), (SubmissionState::Accepted, Some(processed.id)));
            }
        }
    }
}

#[tokio::test]
async fn the_files_go_under_the_types_of_the_sheet_and_in_their_order() {
    let desk = TestDesk::new().await;
    let files = evidence(6);
    let files: Vec<_> = files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    let draft = desk.draft_with(fields("https://acme-login.example/a"), &files).await;
    let moved = draft.evidence[3].id.clone();
    for _ in 0..3 {
        commands::evidence_move(&desk, draft.id.clone(), moved.clone(), Direction::Up).await.unwrap();
    }
    let shown = desk.check(&draft.id).await;
    desk.send(&draft.id).await.unwrap();
    desk.pass(10).await;
    let processed = desk.assert_received_as_shown(&shown);
    let types: Vec<_> = processed.files.iter().map(|file| file.mime.as_str()).collect();
    let expected = ["message/rfc822", "image/png", "image/jpeg", "application/pdf", "text/plain", "text/csv"];
    assert_eq!(types, expected);
    let reference = &shown.previews[0].reference;
    assert_eq!(processed.files[1].name, format!("{reference}_02_Z_rich_page.png"));
}

#[tokio::test]
async fn what_a_phone_and_an_ip_need_goes_into_the_comment() {
    let desk = TestDesk::new().await;
    for target in ["+44 20 7946 0123", "203.0.113.44"] {
        let draft = desk.draft(about(target, Wish::Takedown)).await;
        desk.send(&draft.id).await.unwrap();
        desk.pass(10).await;
    }
    let processed = desk.phishfort().processed();
    assert_eq!(processed[0].fields["subject"], "+442079460123");
    let call = &processed[0].fields["comment"];
    assert!(call.contains("+44 20 7946 0999") && call.contains("2026-03-01 14:30 Europe/London"), "{call}");
    let on_it = &processed[1].fields["comment"];
    assert!(on_it.contains("https://acme-login.example/secure"), "{on_it}");
}

#[tokio::test]
async fn a_file_that_stays_with_the_case_does_not_leave() {
    let desk = TestDesk::new().await;
    let draft = desk.draft_with(fields("https://acme-login.example/a"), &[("a.png", PNG), ("b.eml", MAIL)]).await;
    let stays = draft.evidence[0].id.clone();
    commands::evidence_send(&desk, draft.id.clone(), stays, false).await.unwrap();
    let shown = desk.check(&draft.id).await;
    let sent = desk.send(&draft.id).await.unwrap();
    desk.pass(10).await;
    let processed = desk.assert_received_as_shown(&shown);
    assert_eq!(processed.files.len(), 1);
    let case = commands::case_read(&desk, sent.case_id).await.unwrap();
    assert_eq!(case.evidence.len(), 2, "it is still in the case");
    assert_eq!(case.sent[0].files.len(), 1);
}

#[tokio::test]
async fn the_case_tells_the_whole_story_and_its_page_opens() {
    let desk = TestDesk::new().await;
    let draft = desk.draft_with(fields("https://acme-login.example/a"), &[("page.png", PNG)]).await;
    let shown = desk.check(&draft.id).await;
    let sent = desk.send(&draft.id).await.unwrap();
    desk.pass(10).await;
    let case = commands::case_read(&desk, sent.case_id.clone()).await.unwrap();
    let number = desk.phishfort().processed()[0].id.clone();
    assert_eq!((case.row.status, case.row.number.as_deref()), (CaseStatus::PendingReview, Some(number.as_str())));
    let kinds: Vec<_> = case.timeline.iter().rev().map(|event| event.kind).collect();
    assert_eq!(kinds, [EventKind::DraftMade, EventKind::Confirmed, EventKind::Sent, EventKind::Accepted]);
    assert_eq!(case.sent[0].preview, shown.previews[0]);
    assert_eq!(case.sent[0].message.as_deref(), Some("Incident reported successfully"));
    assert!(case.can_open && case.can_refresh && case.open.is_empty());
    commands::case_open_dashboard(&desk, sent.case_id).await.unwrap();
    let opened = desk.desktop.opened.lock().unwrap().clone();
    assert_eq!(opened, [format!("https://dashboard.phishfort.com/incidents/{number}")]);
}

#[tokio::test]
async fn an_accepted_report_is_accepted_by_any_2xx() {
    for status in [200, 201, 202] {
        let desk = TestDesk::new().await;
        let switches = practice::Switches { report_status: status, ..desk.phishfort().switches() };
        desk.phishfort().set_switches(switches);
        let sent = desk.reported("https://acme-login.example/a").await;
        desk.assert_state(&sent, SubmissionState::Accepted, None).await;
    }
}

#[tokio::test]
async fn evidence_comes_by_dialog_by_drop_and_by_paste() {
    let desk = TestDesk::new().await;
    let draft = commands::draft_create(&desk, Some("https://acme-login.example/a".into())).await.unwrap();
    commands::draft_open(&desk, Some(draft.id.clone())).await.unwrap();

    desk.desktop.picks.lock().unwrap().push_back(vec![desk.file("picked.eml", MAIL)]);
    assert_eq!(commands::evidence_pick(&desk, draft.id.clone()).await.unwrap().added.len(), 1);
    let cancelled = commands::evidence_pick(&desk, draft.id.clone()).await.unwrap();
    assert!(cancelled.added.is_empty() && cancelled.refused.is_empty());

    let dropped = desk.drop_files(vec![desk.file("dropped.txt", b"dropped")]).await.unwrap();
    assert_eq!(dropped.draft.unwrap().id, draft.id, "a drop joins the draft that is open");

    let nothing = commands::evidence_paste(&desk, draft.id.clone()).await.unwrap_err();
    assert_eq!(nothing.code, ErrorCode::NothingToPaste);
    *desk.desktop.clipboard.lock().unwrap() = Some(PNG.to_vec());
    let pasted = commands::evidence_paste(&desk, draft.id.clone()).await.unwrap();
    let kinds: Vec<_> = pasted.draft.evidence.iter().map(|one| one.kind).collect();
    assert_eq!(kinds, [FileKind::Email, FileKind::Text, FileKind::Png]);

    commands::draft_open(&desk, None).await.unwrap();
    let fresh = desk.drop_files(vec![desk.file("fresh.txt", b"fresh")]).await.unwrap();
    assert_ne!(fresh.draft.unwrap().id, draft.id, "with no draft open a drop begins one");
    let told = desk.heard.lock().unwrap().iter().filter(|notice| matches!(notice, Notice::FilesDropped { .. })).count();
    assert_eq!(told, 2);
}

#[tokio::test]
async fn progress_ends_at_the_last_byte() {
    let desk = TestDesk::new().await;
    let big = text("big", 2_000_000);
    let draft = desk.draft_with(fields("https://acme-login.example/a"), &[("big.txt", &big)]).await;
    let sent = desk.send(&draft.id).await.unwrap();
    desk.pass(10).await;
    let heard = desk.heard.lock().unwrap().clone();
    let uploads: Vec<_> = heard
        .iter()
        .filter_map(|notice| match notice {
            Notice::Upload { submission_id, bytes_handed, bytes_total } if *submission_id == sent.id => {
                Some((*bytes_handed, *bytes_total))
            }
            _ => None,
        })
        .collect();
    assert!(uploads.windows(2).all(|pair| pair[0].0 <= pair[1].0), "{uploads:?}");
    assert_eq!(uploads.last().map(|(handed, total)| handed == total), Some(true));
}
