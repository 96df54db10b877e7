use practice::{IdStyle, Options, Practice, StartError};

use crate::support::{KEY, options, started_with, url_report};

#[tokio::test]
async fn the_state_outlives_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let options =
        Options { kept_in: Some(folder.path().join("practice.json")), id_prefix: IdStyle::Practice, ..options() };
    let before = started_with(options.clone()).await;
    before.reported(url_report()).await;
    before.phishfort().turn_clock(86_400_000);
    let (processed, incidents) = (before.phishfort().processed(), before.phishfort().incidents());
    assert_eq!(before.phishfort().keeping_failed(), None);
    drop(before);

    let after = started_with(options).await;
    assert_eq!((after.phishfort().processed(), after.phishfort().incidents()), (processed, incidents));
    assert_eq!(after.reported(url_report()).await, "PRACTICE-0002", "numbers go on");
    assert!(after.phishfort().now().duration_since(jiff::Timestamp::now()).as_hours() >= 23, "and so does the clock");
}

#[tokio::test]
async fn the_file_holds_no_key_and_no_half_written_neighbour() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("practice.json");
    let it = started_with(Options { kept_in: Some(file.clone()), ..options() }).await;
    it.reported(url_report()).await;
    assert!(!std::fs::read_to_string(&file).unwrap().contains(KEY));
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[tokio::test]
async fn a_file_that_is_not_ours_is_said_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("practice.json");
    std::fs::write(&file, "a letter").unwrap();
    let refused = Practice::start(Options { kept_in: Some(file.clone()), ..options() }).await;
    assert!(matches!(refused, Err(StartError::NotOurs { .. })));
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "a letter");
    let folder_as_file = Practice::start(Options { kept_in: Some(folder.path().into()), ..options() }).await;
    assert!(matches!(folder_as_file, Err(StartError::Unreadable { .. })));
}

#[tokio::test]
async fn a_state_that_cannot_be_written_is_said_and_the_service_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    let it = started_with(Options { kept_in: Some(folder.path().join("gone/practice.json")), ..options() }).await;
    it.reported(url_report()).await;
    assert!(it.phishfort().keeping_failed().is_some());
}
