//! The operating system's own key store. What is found depends on the session that a process is started in, and is
//! found out once for each process: hence a process for each case.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, reason = "a test says what went wrong by panicking")]

use std::process::{Command, Stdio};

use secrecy::{ExposeSecret, SecretString};
use vault::{Kept, StoreProblem, Vault};

const ACCOUNT: &str = "test-of-takedown-desk";

fn key() -> SecretString {
    SecretString::from("canary-key-0123456789-WXYZ")
}

/// Runs one of the tests below in a process of its own, in another session.
fn in_session(bus: &str, test: &str) -> bool {
    Command::new(std::env::current_exe().unwrap())
        .args(["--ignored", "--exact", test])
        .env("DBUS_SESSION_BUS_ADDRESS", bus)
        .stdout(Stdio::null())
        .status()
        .unwrap()
        .success()
}

#[test]
fn without_a_session_bus_the_store_is_missing_and_the_key_is_kept_until_the_end() {
    assert!(in_session("unix:path=/nonexistent/bus", "finds_no_store"));
}

#[tokio::test]
#[ignore = "run by the test above, in a session without a bus"]
async fn finds_no_store() {
    let vault = Vault::system();
    assert_eq!(vault.check().await, Some(StoreProblem::Missing));
    assert_eq!(vault.save(ACCOUNT, key()).await, Ok(Kept::UntilQuit(StoreProblem::Missing)));
    assert!(vault.get(ACCOUNT).await.is_some());
}

#[tokio::test]
#[ignore = "needs a session with an unlocked Secret Service"]
async fn the_session_s_store_keeps_a_key() {
    let vault = Vault::system();
    assert_eq!(vault.check().await, None);
    assert_eq!(vault.save(ACCOUNT, key()).await, Ok(Kept::InStore));
    // Another vault: nothing in its memory.
    let again = Vault::system();
    // EXPOSE: a test looks whether the right key came back.
    assert_eq!(again.get(ACCOUNT).await.unwrap().expose_secret(), key().expose_secret());
    assert_eq!(again.forget(ACCOUNT).await, Ok(()));
    assert!(vault.get(ACCOUNT).await.is_none());
    assert_eq!(vault.store_problem(), None);
}

#[tokio::test]
#[ignore = "needs a session with a locked Secret Service"]
async fn a_locked_store_holds_nobody_up() {
    let vault = Vault::system();
    let kept = vault.save(ACCOUNT, key()).await;
    assert_eq!(kept, Ok(Kept::UntilQuit(StoreProblem::NoAnswer)));
}
