//! Connections: a key is set, tested and forgotten; it never comes back.

use std::sync::atomic::Ordering;

use super::brands;
use crate::Desk;
use crate::bench::{Bench, Checked};
use crate::contract::*;
use crate::outbox::wait;
use crate::services::Trouble;
use crate::services::phishfort::KEY_ACCOUNT;

async fn view(desk: &Desk, bench: &Bench) -> Result<ConnectionView, AppError> {
    let account = brands::account(bench)?;
    let mut view = ConnectionView {
        service: Service::Phishfort,
        health: ConnectionHealth::Practice,
        key_tail: None,
        key_place: None,
        store_name: desk.vault.store_name().into(),
        store_problem: None,
        checked_at: None,
        account: account.name,
        clients: account.clients,
        said: None,
    };
    // Practice looks at no key at all, not even at whether there is one.
    if bench.mode == Mode::Practice {
        return Ok(view);
    }
    let checked = bench.checked();
    view.key_place = desk.vault.place(KEY_ACCOUNT).await.map(|place| match place {
        vault::Kept::InStore => KeyPlace::KeyStore,
        vault::Kept::UntilQuit(_) => KeyPlace::UntilQuit,
    });
    view.key_tail = desk.vault.tail(KEY_ACCOUNT).await;
    view.store_problem = desk.vault.store_problem().map(|problem| match problem {
        vault::StoreProblem::Missing => KeyStoreProblem::Missing,
        vault::StoreProblem::NoAnswer => KeyStoreProblem::NoAnswer,
        vault::StoreProblem::Failed => KeyStoreProblem::Failed,
    });
    view.health = match (&view.key_place, checked.health) {
        (None, _) => ConnectionHealth::NoKey,
        (Some(_), None) => ConnectionHealth::Untested,
        (Some(_), Some(health)) => health,
    };
    view.checked_at = checked.at.map(domain::Moment::iso);
    view.said = checked.said;
    Ok(view)
}

fn not_in_practice(bench: &Bench) -> Result<(), AppError> {
    match bench.mode {
        Mode::Practice => Err(AppError::new(ErrorCode::PracticeNoKey, "practice needs no key and keeps none")),
        _ => Ok(()),
    }
}

/// How a connection is.
///
/// # Errors
/// When the ledger can't be read.
pub async fn connection_read(desk: &Desk, service: Service) -> Result<ConnectionView, AppError> {
    let Service::Phishfort = service;
    if desk.bench().mode != Mode::Practice {
        desk.vault.check().await;
    }
    view(desk, &desk.bench()).await
}

/// Keeps a key, and tries it. What surrounds a pasted key (spaces, line ends) is dropped.
///
/// # Errors
/// `KeyUnlikely` before anything is kept or asked, for text that can't be a key.
pub async fn connection_save_key(desk: &Desk, service: Service, key: KeyText) -> Result<ConnectionView, AppError> {
    let Service::Phishfort = service;
    let bench = desk.bench();
    not_in_practice(&bench)?;
    let unlikely = || AppError::new(ErrorCode::KeyUnlikely, "a key is one word of letters, digits and signs");
    let key = vault::tidy(&key.0).ok_or_else(unlikely)?;
    if let Err(error) = desk.vault.save(KEY_ACCOUNT, key).await {
        return Err(AppError::new(ErrorCode::KeyUnlikely, error.to_string()));
    }
    desk.set_key_known(Some(true));
    bench.key_is_new.store(true, Ordering::Relaxed);
    test(desk, &bench).await
}

/// Tries the key: asks whose it is, and files nothing.
///
/// # Errors
/// When the ledger can't be read; what the service says is in the view.
pub async fn connection_test(desk: &Desk, service: Service) -> Result<ConnectionView, AppError> {
    let Service::Phishfort = service;
    test(desk, &desk.bench()).await
}

async fn test(desk: &Desk, bench: &Bench) -> Result<ConnectionView, AppError> {
    let asked = bench.phishfort.account().await;
    bench.set_offline(matches!(asked, Err(Trouble::Unreachable(_))));
    let (health, said) = match asked {
        Ok(account) => {
            brands::keep_account(bench, &account)?;
            (Some(ConnectionHealth::Works), None)
        }
        Err(Trouble::KeyMissing) => (None, None),
        Err(Trouble::KeyRefused(said)) => (Some(ConnectionHealth::KeyRefused), Some(said)),
        Err(Trouble::Unreachable(detail)) => (Some(ConnectionHealth::Unreachable), Some(detail)),
        Err(Trouble::SlowDown(_)) => (Some(ConnectionHealth::Failed), None),
        // Who one is need not be known to everybody: the key was taken, which is all that is asked here.
        Err(Trouble::NotKnown) => (Some(ConnectionHealth::Works), None),
        Err(Trouble::Failed(said)) => (Some(ConnectionHealth::Failed), Some(said)),
    };
    if health == Some(ConnectionHealth::Works) {
        let new_key = bench.key_is_new.swap(false, Ordering::Relaxed);
        wait::resume_after_key(bench, new_key)?;
    }
    bench.set_checked(Checked { health, at: Some(bench.now()), said });
    view(desk, bench).await
}

/// Forgets the key, in the key store and in memory.
///
/// # Errors
/// `StorageFailed` when the key store would not let go of it.
pub async fn connection_forget_key(desk: &Desk, service: Service) -> Result<ConnectionView, AppError> {
    let Service::Phishfort = service;
    let bench = desk.bench();
    not_in_practice(&bench)?;
    if let Err(problem) = desk.vault.forget(KEY_ACCOUNT).await {
        return Err(AppError::new(ErrorCode::StorageFailed, format!("the key store did not forget it: {problem:?}")));
    }
    desk.set_key_known(Some(false));
    bench.set_checked(Checked::default());
    view(desk, &bench).await
}
