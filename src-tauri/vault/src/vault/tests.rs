#![allow(clippy::unwrap_used, reason = "a test says what went wrong by panicking")]

use std::sync::{Arc, Condvar};
use std::time::Instant;

use proptest::prelude::*;

use super::*;

const KEY: &str = "canary-key-0123456789-WXYZ";
const ACCOUNT: &str = "phishfort";

fn key() -> SecretString {
    SecretString::from(KEY)
}

fn plain(key: Option<SecretString>) -> Option<String> {
    // EXPOSE: a test looks whether the right key came back.
    key.map(|key| key.expose_secret().to_owned())
}

/// How a fake store behaves.
#[derive(Clone, Copy, PartialEq)]
enum Manner {
    Works,
    Is(StoreProblem),
    ForgetsTheEnd,
    Panics,
}

/// What the test holds of a fake store.
#[derive(Clone, Default)]
struct Fake {
    keys: Arc<Mutex<HashMap<String, SecretString>>>,
    gate: Arc<(Mutex<bool>, Condvar)>,
}

impl Fake {
    fn vault(&self, manner: Manner, deadline: Duration) -> Vault {
        Vault::over(FakeStore { fake: self.clone(), manner }, deadline)
    }

    fn shut(&self, shut: bool) {
        *self.gate.0.lock().unwrap() = shut;
        self.gate.1.notify_all();
    }

    fn has(&self, account: &str) -> bool {
        self.keys.lock().unwrap().contains_key(account)
    }
}

struct FakeStore {
    fake: Fake,
    manner: Manner,
}

impl FakeStore {
    /// Waits while the gate is shut, as a locked key store does.
    fn enter(&self) -> Result<MutexGuard<'_, HashMap<String, SecretString>>, StoreProblem> {
        let (shut, opened) = &*self.fake.gate;
        drop(opened.wait_while(shut.lock().unwrap(), |shut| *shut).unwrap());
        match self.manner {
            Manner::Is(problem) => Err(problem),
            Manner::Panics => panic!("a store that falls over"),
            Manner::Works | Manner::ForgetsTheEnd => Ok(self.fake.keys.lock().unwrap()),
        }
    }
}

impl KeyStore for FakeStore {
    fn check(&mut self) -> Result<(), StoreProblem> {
        self.enter().map(drop)
    }

    fn set(&mut self, account: &str, key: &SecretString) -> Result<(), StoreProblem> {
        self.enter()?.insert(account.to_owned(), key.clone());
        Ok(())
    }

    fn get(&mut self, account: &str) -> Result<Option<SecretString>, StoreProblem> {
        let key = self.enter()?.get(account).cloned();
        match self.manner {
            // EXPOSE: this store cuts the last character off.
            Manner::ForgetsTheEnd => Ok(key.map(|key| SecretString::from(&key.expose_secret()[1..]))),
            _ => Ok(key),
        }
    }

    fn delete(&mut self, account: &str) -> Result<(), StoreProblem> {
        self.enter()?.remove(account);
        Ok(())
    }
}

const LONG: Duration = Duration::from_secs(60);
const SHORT: Duration = Duration::from_millis(30);

#[tokio::test]
async fn a_key_is_kept_in_the_store_and_nowhere_else() {
    let fake = Fake::default();
    let vault = fake.vault(Manner::Works, LONG);
    assert_eq!(vault.get(ACCOUNT).await.map(|_| ()), None);
    assert_eq!(vault.save(ACCOUNT, key()).await, Ok(Kept::InStore));
    assert!(vault.memory_keys().is_empty(), "a copy in memory would outlive the send");
    assert_eq!(plain(vault.get(ACCOUNT).await).as_deref(), Some(KEY));
    assert_eq!(vault.tail(ACCOUNT).await.as_deref(), Some("WXYZ"));
    assert_eq!(vault.place(ACCOUNT).await, Some(Kept::InStore));
    assert_eq!(vault.store_problem(), None);

    assert_eq!(vault.forget(ACCOUNT).await, Ok(()));
    assert!(!fake.has(ACCOUNT));
    assert_eq!(vault.place(ACCOUNT).await, None);
}

#[tokio::test]
async fn without_a_store_the_key_is_kept_until_the_end_and_it_is_said() {
    for problem in [StoreProblem::Missing, StoreProblem::NoAnswer, StoreProblem::Failed] {
        let vault = Fake::default().vault(Manner::Is(problem), LONG);
        assert_eq!(vault.save(ACCOUNT, key()).await, Ok(Kept::UntilQuit(problem)));
        assert_eq!(plain(vault.get(ACCOUNT).await).as_deref(), Some(KEY));
        assert_eq!(vault.store_problem(), Some(problem));
        assert_eq!(vault.place(ACCOUNT).await, Some(Kept::UntilQuit(problem)));
    }
}

#[tokio::test]
async fn a_store_that_gives_back_something_else_is_not_trusted() {
    let fake = Fake::default();
    let vault = fake.vault(Manner::ForgetsTheEnd, LONG);
    assert_eq!(vault.save(ACCOUNT, key()).await, Ok(Kept::UntilQuit(StoreProblem::Failed)));
    assert_eq!(plain(vault.get(ACCOUNT).await).as_deref(), Some(KEY));
    assert!(!fake.has(ACCOUNT), "the wrong key would come back at the next start");
}

#[tokio::test]
async fn a_store_that_hangs_holds_nobody_up() {
    let fake = Fake::default();
    fake.shut(true);
    let vault = fake.vault(Manner::Works, SHORT);
    assert_eq!(vault.save(ACCOUNT, key()).await, Ok(Kept::UntilQuit(StoreProblem::NoAnswer)));
    assert_eq!(plain(vault.get(ACCOUNT).await).as_deref(), Some(KEY), "the app goes on with the key in memory");
    assert_eq!(vault.forget(ACCOUNT).await, Err(StoreProblem::NoAnswer), "the store may have it yet");
    fake.shut(false);
}

#[tokio::test]
async fn while_one_call_hangs_the_next_is_answered_at_once() {
    let fake = Fake::default();
    fake.shut(true);
    let mut vault = fake.vault(Manner::Works, SHORT);
    assert_eq!(vault.check().await, Some(StoreProblem::NoAnswer));
    // With a deadline of hours, only an answer at once can come in time.
    if let Some(store) = &mut vault.store {
        store.wait_at_most(Duration::from_secs(36_000));
    }
    let asked = Instant::now();
    assert_eq!(vault.get("other").await.map(|_| ()), None);
    assert_eq!(vault.store_problem(), Some(StoreProblem::NoAnswer));
    assert!(asked.elapsed() < LONG);
    fake.shut(false);
}

#[tokio::test]
async fn a_store_that_wakes_up_is_asked_again_and_late_wishes_are_dropped() {
    let fake = Fake::default();
    fake.shut(true);
    let vault = fake.vault(Manner::Works, SHORT);
    // The first call hangs in the store; the second waits behind it, and both are given up.
    let (first, second) = tokio::join!(vault.check(), vault.save(ACCOUNT, key()));
    assert_eq!(first, Some(StoreProblem::NoAnswer));
    assert_eq!(second, Ok(Kept::UntilQuit(StoreProblem::NoAnswer)));
    fake.shut(false);
    let waking = Instant::now();
    while vault.check().await.is_some() {
        assert!(waking.elapsed() < LONG, "it never woke up");
        tokio::task::yield_now().await;
    }
    assert_eq!(vault.place(ACCOUNT).await, Some(Kept::UntilQuit(StoreProblem::NoAnswer)));
    assert!(!fake.has(ACCOUNT), "said to be kept in memory alone, so it must not turn up in the store");
    assert_eq!(vault.save(ACCOUNT, key()).await, Ok(Kept::InStore));
    assert!(vault.memory_keys().is_empty());
}

#[tokio::test]
async fn a_store_that_panics_has_failed() {
    let vault = Fake::default().vault(Manner::Panics, LONG);
    assert_eq!(vault.save(ACCOUNT, key()).await, Ok(Kept::UntilQuit(StoreProblem::Failed)));
    assert_eq!(vault.check().await, Some(StoreProblem::Failed));
}

#[test]
fn the_app_ends_while_the_store_hangs() {
    let fake = Fake::default();
    fake.shut(true);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
    let vault = fake.vault(Manner::Works, SHORT);
    assert_eq!(runtime.block_on(vault.check()), Some(StoreProblem::NoAnswer));
    // Both would wait for the hanging call if they joined its thread.
    drop(vault);
    drop(runtime);
    fake.shut(false);
}

#[tokio::test]
async fn a_vault_of_memory_alone_says_so() {
    let vault = Vault::memory();
    assert_eq!(vault.store_problem(), Some(StoreProblem::Missing));
    assert_eq!(vault.save(ACCOUNT, key()).await, Ok(Kept::UntilQuit(StoreProblem::Missing)));
    assert_eq!(plain(vault.get(ACCOUNT).await).as_deref(), Some(KEY));
    assert_eq!(vault.forget(ACCOUNT).await, Ok(()));
    assert_eq!(vault.place(ACCOUNT).await, None);
}

#[tokio::test]
async fn a_short_key_has_no_tail() {
    let vault = Vault::memory();
    for (key, tail) in [("12345678901", None), ("123456789012", Some("9012")), ("ключ-ключ-ключ", Some("ключ"))]
    {
        vault.save(ACCOUNT, SecretString::from(key)).await.unwrap();
        assert_eq!(vault.tail(ACCOUNT).await.as_deref(), tail);
    }
}

#[tokio::test]
async fn a_key_that_windows_could_not_keep_is_refused_everywhere() {
    let vault = Vault::memory();
    let of = |text: &str, times: usize| SecretString::from(text.repeat(times));
    assert_eq!(vault.save(ACCOUNT, of("k", 0)).await, Err(NotKept::Empty));
    assert!(vault.save(ACCOUNT, of("k", 1280)).await.is_ok());
    assert_eq!(vault.save(ACCOUNT, of("k", 1281)).await, Err(NotKept::TooLong));
    // Two units each.
    assert!(vault.save(ACCOUNT, of("🔑", 640)).await.is_ok());
    assert_eq!(vault.save(ACCOUNT, of("🔑", 641)).await, Err(NotKept::TooLong));
}

#[tokio::test]
async fn nothing_prints_a_key() {
    let vault = Vault::memory();
    let kept = vault.save(ACCOUNT, key()).await;
    let got = vault.get(ACCOUNT).await;
    let problem = vault.store_problem();
    let printed = format!("{vault:?} {vault:#?} {kept:?} {got:?} {problem:?} {:?}", NotKept::TooLong);
    assert!(!printed.contains("canary"), "{printed}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn every_key_that_fits_comes_back_as_it_was(text in ".{1,200}") {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
        let vault = Fake::default().vault(Manner::Works, LONG);
        let back = runtime.block_on(async {
            assert_eq!(vault.save(ACCOUNT, SecretString::from(text.as_str())).await, Ok(Kept::InStore));
            vault.get(ACCOUNT).await
        });
        prop_assert_eq!(plain(back), Some(text));
    }
}
