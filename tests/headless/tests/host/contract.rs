//! The JSON lines themselves.

use std::os::unix::fs::PermissionsExt;

use serde_json::json;

use crate::support::{Host, Place, files, program};

#[test]
fn every_command_is_listed_with_its_arguments() {
    let output = program(&["--list"]).output().unwrap();
    assert!(output.status.success());
    let listed = String::from_utf8(output.stdout).unwrap();
    for line in desk::contract::listing() {
        assert!(listed.lines().any(|one| one == line), "{line}");
        assert!(line.contains('(') && line.contains(" -> "), "{line}");
    }
    let own = ["files_drop(", "files_open(", "desktop_seen("];
    assert!(own.iter().all(|name| listed.contains(name)), "{listed}");
    assert_eq!(listed.lines().count(), desk::contract::listing().len() + own.len());
}

#[test]
fn what_it_is_told_wrongly_is_refused_before_anything_starts() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let data = data.to_str().unwrap();
    for arguments in [
        vec![],
        vec!["--data"],
        vec!["--data", data, "--fail-at", "nowhere"],
        vec!["--data", data, "--vault", "file"],
        vec!["--data", data, "--verbose"],
    ] {
        let output = program(&arguments).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(!output.stderr.is_empty() && output.stdout.is_empty());
    }
    assert!(!std::path::Path::new(data).exists());
}

#[test]
fn an_address_that_is_not_loopback_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().to_str().unwrap().to_owned();
    for url in [
        "http://192.0.2.1/v1",
        "https://capi.phishfort.com/v1",
        "https://api.cloudflare.com/client/v4",
        "http://localhost/v1",
        "http://127.0.0.1.evil.example/v1",
        "http://127.0.0.1@192.0.2.1/v1",
        "file:///etc/passwd",
        "nonsense",
    ] {
        for service in ["--phishfort", "--cloudflare"] {
            let output = program(&["--data", &data, service, url]).output().unwrap();
            assert!(!output.status.success(), "{service} {url}");
            assert!(String::from_utf8_lossy(&output.stdout).contains("bad_request"), "{service} {url}");
        }
    }
}

#[tokio::test]
async fn what_can_t_be_read_is_a_bad_request_and_ends_nothing() {
    let place = Place::new().await;
    let mut host = place.start(None).await;
    for (line, id) in [
        ("{", json!(null)),
        ("[]", json!(null)),
        ("\"app_start\"", json!(null)),
        (r#"{"id":"a"}"#, json!("a")),
        (r#"{"id":7,"command":7}"#, json!(7)),
        (r#"{"id":8,"command":"no_such_command"}"#, json!(8)),
        (r#"{"id":9,"command":"case_read"}"#, json!(9)),
        (r#"{"id":10,"command":"case_read","args":{"case_id":5}}"#, json!(10)),
        (r#"{"id":11,"command":"case_read","args":"x"}"#, json!(11)),
        (r#"{"id":12,"command":"preferences_save","args":{"change":{"undo_seconds":"five"}}}"#, json!(12)),
        (r#"{"id":13,"command":"preferences_save","args":{"change":{"undo_seconds":7}}}"#, json!(13)),
    ] {
        host.tell(line).unwrap();
        let answer = loop {
            let answer = host.line().await.unwrap();
            if answer.get("notice").is_none() {
                break answer;
            }
        };
        assert_eq!((&answer["error"]["code"], &answer["id"]), (&json!("bad_request"), &id), "{line}");
    }
    host.tell("").unwrap();
    assert_eq!(host.get("app_start", json!({})).await.unwrap()["mode"], "choosing");
    assert!(host.ended().await.success(), "it ends with its input");
}

#[tokio::test]
async fn every_listed_command_is_there() {
    let place = Place::new().await;
    let mut host = place.start(None).await;
    for line in desk::contract::listing() {
        let name = line.split('(').next().unwrap();
        // Without an argument that it needs, each says what is missing; the rest is not called here.
        let needs = line.split('(').nth(1).is_some_and(|rest| !rest.starts_with(')') && !rest.contains("null"));
        if needs {
            let refused = host.ask(name, json!({})).await.unwrap().unwrap_err();
            assert_eq!(refused["code"], "bad_request", "{name}");
            assert!(!refused["message"].as_str().unwrap().contains("no command"), "{name}");
        }
    }
}

#[tokio::test]
async fn what_needs_a_desktop_says_that_there_is_none() {
    let place = Place::new().await;
    let mut host = place.start(None).await;
    let draft = host.get("draft_create", json!({})).await.unwrap();
    for (command, args) in [
        ("evidence_pick", json!({ "draft_id": draft["id"] })),
        ("evidence_paste", json!({ "draft_id": draft["id"] })),
        ("text_copy", json!({ "text": "x" })),
        ("app_quit", json!({ "how": "keep" })),
    ] {
        assert_eq!(host.ask(command, args).await.unwrap().unwrap_err()["code"], "no_window", "{command}");
    }
}

#[tokio::test]
async fn of_twenty_starts_at_once_exactly_one_runs() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let mut hosts: Vec<_> = (0..20).map(|_| Host::start(&["--data", data.to_str().unwrap()])).collect();
    let mut running = 0;
    for host in &mut hosts {
        // The loser is gone before it reads this; what it says stands in its output all the same.
        let _ = host.tell(&json!({ "id": 1, "command": "app_start" }).to_string());
        let first = host.line().await.unwrap();
        if first.get("ok").is_some() {
            running += 1;
        } else {
            assert_eq!(first["error"]["code"], "storage_in_use");
            assert_eq!(host.ended().await.code(), Some(1));
        }
    }
    assert_eq!(running, 1);
}

#[tokio::test]
async fn practice_is_played_in_the_program_itself() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let mut host = Host::start(&["--data", data.to_str().unwrap(), "--practice"]);
    let start = host.get("app_start", json!({})).await.unwrap();
    assert_eq!(start["mode"], "practice");
    assert!(host.said.iter().any(|line| line.contains("\"control\"")), "its controls are told");
    let cases = host.get("cases_list", json!({ "request": {} })).await.unwrap();
    assert_eq!(cases["total"], 12);
}

#[tokio::test]
async fn everything_in_the_data_folder_is_the_owner_s_alone() {
    let place = Place::new().await;
    let mut host = place.start(None).await;
    let dropped = host.get("files_drop", json!({ "paths": [place.evidence()] })).await.unwrap();
    assert_eq!(dropped["added"].as_array().unwrap().len(), 1);
    host.get("preferences_save", json!({ "change": { "name": "Jo" } })).await.unwrap();
    let mode = |path: &std::path::Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&place.data()), 0o700);
    for file in files(&place.data()) {
        assert_eq!(mode(&file) & 0o077, 0, "{}", file.display());
        assert_eq!(mode(file.parent().unwrap()) & 0o077, 0);
    }
}
