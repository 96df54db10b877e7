//! What PhishFort would not take is refused here, before a byte leaves.

use std::process::Command;

use desk::commands;
use desk::contract::*;

use crate::support::{PDF, PNG, PROGRAM, TestDesk, fields, text};

const LIMIT: u32 = 10_485_760;

/// A draft whose whole request has exactly so many bytes.
async fn weighing(desk: &TestDesk, target: &str, bytes: u32) -> DraftView {
    let draft = desk.draft(fields(target)).await;
    let add = |bytes: usize| {
        let path = desk.file("log.txt", &text(&format!("{target} {bytes}"), bytes));
        desk.add_files(draft.id.clone(), vec![path])
    };
    let tried = add(1_000_000).await.unwrap();
    let missing = bytes - tried.draft.unwrap().size.bytes;
    commands::evidence_remove(desk, draft.id.clone(), tried.added[0].clone()).await.unwrap();
    let draft = add(1_000_000 + missing as usize).await.unwrap().draft.unwrap();
    assert_eq!(draft.size.bytes, bytes);
    draft
}

#[tokio::test]
async fn the_last_byte_below_the_limit_goes_and_the_limit_itself_does_not() {
    let desk = TestDesk::new().await;
    let fits = weighing(&desk, "https://fits.example/a", LIMIT - 1).await;
    let shown = desk.check(&fits.id).await;
    assert_eq!(shown.problems, []);
    let sent = desk.send(&fits.id).await.unwrap();
    desk.pass(10).await;
    let processed = desk.assert_received_as_shown(&shown);
    assert_eq!(processed.bytes_received, u64::from(LIMIT) - 1);
    desk.assert_state(&sent, SubmissionState::Accepted, None).await;

    let too_big = weighing(&desk, "https://too-big.example/a", LIMIT).await;
    let problem = &desk.check(&too_big.id).await.problems[0];
    assert_eq!((problem.code, problem.field), (ProblemCode::TooBig, FieldId::Evidence));
    assert_eq!((problem.count, problem.limit), (Some(LIMIT), Some(LIMIT)));
    let refused = desk.send(&too_big.id).await.unwrap_err();
    assert_eq!(refused.code, ErrorCode::NotReady);
    assert_eq!(refused.problems[0].code, ProblemCode::TooBig);
    desk.pass(3600).await;
    desk.assert_processed(1);
    assert_eq!(desk.posts().len(), 1, "nothing of it left");
}

#[tokio::test]
async fn a_thirteenth_file_is_refused_until_one_stays_behind() {
    let desk = TestDesk::new().await;
    let files: Vec<_> = (1..=13).map(|n| (format!("{n}.txt"), text(&n.to_string(), 20))).collect();
    let files: Vec<_> = files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    let draft = desk.draft_with(fields("https://acme-login.example/a"), &files).await;
    assert_eq!((draft.size.files, draft.size.files_max), (13, 12));
    let refused = desk.send(&draft.id).await.unwrap_err();
    let problem = &refused.problems[0];
    assert_eq!((problem.code, problem.count, problem.limit), (ProblemCode::TooManyFiles, Some(13), Some(12)));
    commands::evidence_send(&desk, draft.id.clone(), draft.evidence[4].id.clone(), false).await.unwrap();
    desk.send(&draft.id).await.unwrap();
    desk.pass(10).await;
    assert_eq!(desk.phishfort().processed()[0].files.len(), 12);
}

#[tokio::test]
async fn what_is_no_ordinary_file_is_not_added() {
    let desk = TestDesk::new().await;
    let draft = desk.draft(fields("https://acme-login.example/a")).await;
    let folder = desk.lying_about.path();
    std::fs::create_dir(folder.join("folder")).unwrap();
    std::os::unix::fs::symlink(desk.file("real.txt", b"real"), folder.join("link.txt")).unwrap();
    assert!(Command::new("mkfifo").arg(folder.join("pipe.txt")).status().unwrap().success());
    desk.file("empty.txt", b"");
    let names = ["folder", "link.txt", "pipe.txt", "empty.txt", "gone.txt"];
    let paths = names.iter().map(|name| folder.join(name)).collect();
    let added = desk.add_files(draft.id.clone(), paths).await.unwrap();
    let reasons: Vec<_> = added.refused.iter().map(|one| (one.name.as_str(), one.reason)).collect();
    let expected = [
        ("folder", RefusedReason::Folder),
        ("link.txt", RefusedReason::Link),
        ("pipe.txt", RefusedReason::NotAFile),
        ("empty.txt", RefusedReason::Empty),
        ("gone.txt", RefusedReason::Unreadable),
    ];
    assert_eq!(reasons, expected);
    assert!(added.added.is_empty() && added.draft.unwrap().evidence.is_empty());
}

#[tokio::test]
async fn a_type_that_is_not_taken_or_disguised_stays_with_the_case_only() {
    let desk = TestDesk::new().await;
    let files: [(&str, &[u8]); 4] =
        [("program.exe", PROGRAM), ("program.pdf", &PROGRAM[1..]), ("paper.png", PDF), ("page.png", PNG)];
    let draft = desk.draft_with(fields("https://acme-login.example/a"), &files).await;
    let problems: Vec<_> = draft.evidence.iter().map(|one| one.problem).collect();
    let disguised = Some(FileProblem::Disguised);
    assert_eq!(problems, [Some(FileProblem::TypeNotTaken), disguised, disguised, None]);
    let checked = desk.check(&draft.id).await;
    let told: Vec<_> = checked.problems.iter().map(|one| (one.code, one.evidence_id.clone())).collect();
    let bad = draft.evidence[..3].iter().map(|one| (ProblemCode::FileNotTaken, Some(one.id.clone())));
    assert_eq!(told, bad.collect::<Vec<_>>());
    assert_eq!(desk.send(&draft.id).await.unwrap_err().code, ErrorCode::NotReady);

    for one in &draft.evidence[..3] {
        commands::evidence_send(&desk, draft.id.clone(), one.id.clone(), false).await.unwrap();
    }
    let sent = desk.send(&draft.id).await.unwrap();
    desk.pass(10).await;
    assert_eq!(desk.phishfort().processed()[0].files.len(), 1);
    assert_eq!(commands::case_read(&desk, sent.case_id).await.unwrap().evidence.len(), 4);
}

#[tokio::test]
async fn a_new_ending_does_not_undo_a_disguise() {
    let desk = TestDesk::new().await;
    let draft = desk.draft_with(fields("https://acme-login.example/a"), &[("program.exe", PROGRAM)]).await;
    let one = draft.evidence[0].id.clone();
    let renamed = commands::evidence_rename(&desk, draft.id.clone(), one, "harmless.txt".into()).await.unwrap();
    assert_eq!(renamed.evidence[0].name, "harmless.txt.exe");
    assert_eq!(renamed.evidence[0].problem, Some(FileProblem::TypeNotTaken));
}

#[tokio::test]
async fn the_same_bytes_twice_are_told_and_kept_once() {
    let desk = TestDesk::new().await;
    let draft = desk.draft_with(fields("https://acme-login.example/a"), &[("a.txt", b"same")]).await;
    let again = desk.add_files(draft.id, vec![desk.file("b.txt", b"same")]).await.unwrap();
    assert_eq!(again.refused[0].reason, RefusedReason::AlreadyHere);
    assert_eq!(again.draft.unwrap().evidence.len(), 1);
}

#[tokio::test]
async fn evidence_that_changes_after_send_changes_nothing() {
    let desk = TestDesk::new().await;
    let draft = desk.draft_with(fields("https://acme-login.example/a"), &[("a.txt", b"as confirmed")]).await;
    let shown = desk.check(&draft.id).await;
    desk.send(&draft.id).await.unwrap();
    std::fs::write(desk.lying_about.path().join("a.txt"), b"changed since").unwrap();
    desk.pass(10).await;
    desk.assert_received_as_shown(&shown);
}

#[tokio::test]
async fn a_kept_file_that_was_damaged_is_told_before_and_after_send() {
    let desk = TestDesk::new().await;
    let damage = |sha256: &str| {
        let path = desk.folder.path().join("evidence").join(sha256);
        std::fs::remove_file(&path).unwrap();
        std::fs::write(&path, b"damaged").unwrap();
    };
    let draft = desk.draft_with(fields("https://acme-login.example/a"), &[("a.txt", b"one"), ("b.txt", b"two")]).await;
    let sent = desk.send(&draft.id).await.unwrap();
    damage(&draft.evidence[0].sha256);
    desk.pass(10).await;
    desk.assert_processed(0);
    desk.assert_state(&sent, SubmissionState::NeedsPerson, Some(SubmissionReason::FileDamaged)).await;
    let again = commands::outbox_send_again(&desk, sent.id.clone()).await.unwrap_err();
    assert_eq!(again.code, ErrorCode::NotReady, "the same bytes can't be sent any more");

    commands::outbox_undo(&desk, sent.id).await.unwrap();
    let problem = desk.check(&draft.id).await.problems.remove(0);
    assert_eq!((problem.code, problem.evidence_id), (ProblemCode::FileDamaged, Some(draft.evidence[0].id.clone())));
    let mended = commands::evidence_remove(&desk, draft.id.clone(), draft.evidence[0].id.clone()).await.unwrap();
    let added = desk.add_files(mended.id, vec![desk.file("a.txt", b"one")]).await.unwrap();
    assert_eq!(added.added.len(), 1, "{:?}", added.refused);
    desk.send(&draft.id).await.unwrap();
    desk.pass(10).await;
    desk.assert_processed(1);
}
