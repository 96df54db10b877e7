//! Connections: a key is set, tested and forgotten; it never comes back. Cloudflare's has an account beside it.

use std::sync::atomic::Ordering;

use cloudflare_abuse::{AccountId, ListSubmitted};

use super::brands;
use crate::Desk;
use crate::bench::{Bench, Checked, Line};
use crate::contract::*;
use crate::outbox::wait::{self, filing_fact};
use crate::services::Trouble;
use crate::words::from_word;

/// Under which name the chosen account is kept. Its id is no secret.
pub(crate) const ACCOUNT: &str = "cloudflare_account";
/// Under which name the accounts are kept that the token named last.
const ACCOUNTS: &str = "cloudflare_accounts";
/// Under which name is kept whether filed reports can be read.
const READING: &str = "cloudflare_reading";

/// Whether Cloudflare lets us file: only a report that was sent shows it.
pub(crate) fn filing(bench: &Bench) -> Result<Ability, AppError> {
    ability(bench, &filing_fact(Service::Cloudflare))
}

/// Whether the token names accounts, and the chosen one is none of them.
fn is_a_stranger(bench: &Bench) -> Result<bool, AppError> {
    let named = accounts(bench)?;
    let chosen = bench.cloudflare.account().map(|id| id.to_string());
    Ok(!named.is_empty() && !named.iter().any(|one| Some(&one.id) == chosen.as_ref()))
}

fn barred(bench: &Bench) -> Result<bool, AppError> {
    Ok(matches!(filing(bench)?, Ability::NotEntitled | Ability::NotPermitted))
}

fn ability(bench: &Bench, fact: &str) -> Result<Ability, AppError> {
    Ok(bench.ledger.fact(fact)?.as_deref().and_then(from_word).unwrap_or_default())
}

async fn view(desk: &Desk, bench: &Bench, service: Service) -> Result<ConnectionView, AppError> {
    let line = bench.line(service);
    let mut view = ConnectionView {
        service,
        health: ConnectionHealth::Practice,
        key_tail: None,
        key_place: None,
        store_name: desk.vault.store_name().into(),
        store_problem: None,
        checked_at: None,
        account: None,
        clients: Vec::new(),
        account_id: None,
        accounts: Vec::new(),
        reading: Ability::Unknown,
        filing: Ability::Unknown,
        said: None,
    };
    match service {
        Service::Phishfort => {
            let account = brands::account(bench)?;
            view.account = account.name;
            view.clients = account.clients;
        }
        Service::Cloudflare => {
            view.accounts = accounts(bench)?;
            view.account_id = bench.cloudflare.account().map(|id| id.to_string());
            let chosen = view.accounts.iter().find(|one| Some(&one.id) == view.account_id.as_ref());
            view.account = chosen.map(|one| one.name.clone());
            view.reading = ability(bench, READING)?;
            view.filing = filing(bench)?;
        }
    }
    // Practice looks at no key at all, not even at whether there is one.
    if bench.mode == Mode::Practice {
        return Ok(view);
    }
    let key_account = line.adapter.key_account();
    let checked = bench.checked(line);
    view.key_place = desk.vault.place(key_account).await.map(|place| match place {
        vault::Kept::InStore => KeyPlace::KeyStore,
        vault::Kept::UntilQuit(_) => KeyPlace::UntilQuit,
    });
    view.key_tail = desk.vault.tail(key_account).await;
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

fn accounts(bench: &Bench) -> Result<Vec<AccountView>, AppError> {
    let kept = bench.ledger.fact(ACCOUNTS)?;
    Ok(kept.and_then(|json| serde_json::from_str(&json).ok()).unwrap_or_default())
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
    if desk.bench().mode != Mode::Practice {
        desk.vault.check().await;
    }
    view(desk, &desk.bench(), service).await
}

/// Keeps a key, and tries it. What surrounds a pasted key (spaces, line ends) is dropped.
///
/// # Errors
/// `KeyUnlikely` before anything is kept or asked, for text that can't be a key.
pub async fn connection_save_key(desk: &Desk, service: Service, key: KeyText) -> Result<ConnectionView, AppError> {
    let bench = desk.bench();
    not_in_practice(&bench)?;
    let unlikely = || AppError::new(ErrorCode::KeyUnlikely, "a key is one word of letters, digits and signs");
    let key = vault::tidy(&key.0).ok_or_else(unlikely)?;
    let line = bench.line(service);
    if let Err(error) = desk.vault.save(line.adapter.key_account(), key).await {
        return Err(AppError::new(ErrorCode::KeyUnlikely, error.to_string()));
    }
    desk.set_key_known(service, true);
    line.key_is_new.store(true, Ordering::Relaxed);
    // Another key may have other rights.
    bench.ledger.set_fact(&filing_fact(service), &crate::words::word(&Ability::Unknown))?;
    test(desk, &bench, service).await
}

/// Tries the key: asks whose it is and what it may read, and files nothing.
///
/// # Errors
/// When the ledger can't be read; what the service says is in the view.
pub async fn connection_test(desk: &Desk, service: Service) -> Result<ConnectionView, AppError> {
    test(desk, &desk.bench(), service).await
}

/// Chooses the account that reports are filed for, from the list or typed, and tries it.
///
/// # Errors
/// `AccountUnlikely` for text that can't be the id of an account; `PracticeNoKey` in practice, which has its own.
pub async fn connection_choose_account(desk: &Desk, account_id: String) -> Result<ConnectionView, AppError> {
    let bench = desk.bench();
    not_in_practice(&bench)?;
    let unlikely = |_| AppError::new(ErrorCode::AccountUnlikely, "an account's id has up to 32 letters and digits");
    let account = AccountId::new(account_id.trim()).map_err(unlikely)?;
    bench.ledger.set_fact(ACCOUNT, account.as_str())?;
    // What was confirmed for another account stays with it: its words and its address were shown with that one.
    bench.cloudflare.choose(Some(account));
    bench.ledger.set_fact(&filing_fact(Service::Cloudflare), &crate::words::word(&Ability::Unknown))?;
    test(desk, &bench, Service::Cloudflare).await
}

async fn test(desk: &Desk, bench: &Bench, service: Service) -> Result<ConnectionView, AppError> {
    let line = bench.line(service);
    let asked = match service {
        Service::Phishfort => match bench.phishfort.account().await {
            Ok(account) => {
                brands::keep_account(bench, &account)?;
                Ok(ConnectionHealth::Works)
            }
            // Who one is need not be known to everybody: the key was taken, which is all that is asked here.
            Err(Trouble::NotKnown) => Ok(ConnectionHealth::Works),
            Err(trouble) => Err(trouble),
        },
        Service::Cloudflare => test_cloudflare(bench).await?,
    };
    bench.set_offline(line, matches!(asked, Err(Trouble::Unreachable(_))));
    let (health, said) = match asked {
        Ok(health) => (Some(health), None),
        Err(Trouble::KeyMissing) => (None, None),
        Err(Trouble::AccountMissing) => (Some(ConnectionHealth::NoAccount), None),
        Err(Trouble::KeyRefused(said)) => (Some(ConnectionHealth::KeyRefused), Some(said)),
        Err(Trouble::NotEntitled(said) | Trouble::NotPermitted(said)) => {
            (Some(ConnectionHealth::PartlyWorks), Some(said))
        }
        Err(Trouble::Unreachable(detail)) => (Some(ConnectionHealth::Unreachable), Some(detail)),
        Err(Trouble::SlowDown(_) | Trouble::NotKnown) => (Some(ConnectionHealth::Failed), None),
        Err(Trouble::Failed(said)) => (Some(ConnectionHealth::Failed), Some(said)),
    };
    // A queue that waits for the right to file goes on when the person tries it, or with another key: a key that reads
    // well shows nothing of that right.
    let may_file = service != Service::Cloudflare || !barred(bench)?;
    if may_file && matches!(health, Some(ConnectionHealth::Works | ConnectionHealth::PartlyWorks)) {
        resume(bench, line)?;
    }
    bench.set_checked(line, Checked { health, at: Some(bench.now()), said });
    view(desk, bench, service).await
}

fn resume(bench: &Bench, line: &Line) -> Result<(), AppError> {
    let new_key = line.key_is_new.swap(false, Ordering::Relaxed);
    Ok(wait::resume_after_key(bench, line, new_key)?)
}

/// Whether the token works, for which accounts, and whether it may read what was filed. The right to file shows in no
/// answer but that to a report, so nothing here asks for it.
async fn test_cloudflare(bench: &Bench) -> Result<Result<ConnectionHealth, Trouble>, AppError> {
    match bench.cloudflare.verify().await {
        // Which account's it is has to be told first.
        Ok(()) | Err(Trouble::AccountMissing) => {}
        Err(trouble) => return Ok(Err(trouble)),
    }
    // Naming the accounts may need a right of its own: then the id is typed.
    if let Ok(named) = bench.cloudflare.accounts().await {
        let json = serde_json::to_string(&named).map_err(ledger::LedgerError::from)?;
        bench.ledger.set_fact(ACCOUNTS, &json)?;
        if let ([only], None) = (named.as_slice(), bench.cloudflare.account())
            && let Ok(account) = AccountId::new(&only.id)
        {
            bench.ledger.set_fact(ACCOUNT, account.as_str())?;
            bench.cloudflare.choose(Some(account));
        }
    }
    let asked =
        bench.cloudflare.ask(|account| ListSubmitted { per_page: Some(1), ..ListSubmitted::new(account.clone()) });
    let (reading, health) = match asked.await {
        Ok(_) => (Ability::Yes, Ok(ConnectionHealth::Works)),
        Err(Trouble::AccountMissing) => (Ability::Unknown, Ok(ConnectionHealth::NoAccount)),
        Err(Trouble::NotEntitled(_)) => (Ability::NotEntitled, Ok(ConnectionHealth::PartlyWorks)),
        // The token names other accounts: the chosen one is not its own.
        Err(Trouble::NotPermitted(_) | Trouble::KeyRefused(_) | Trouble::NotKnown) if is_a_stranger(bench)? => {
            (Ability::Unknown, Ok(ConnectionHealth::NoAccount))
        }
        Err(Trouble::NotPermitted(_) | Trouble::KeyRefused(_) | Trouble::NotKnown) => {
            (Ability::NotPermitted, Ok(ConnectionHealth::PartlyWorks))
        }
        Err(trouble) => (Ability::Unknown, Err(trouble)),
    };
    bench.ledger.set_fact(READING, &crate::words::word(&reading))?;
    let barred = barred(bench)?;
    Ok(health
        .map(|health| if barred && health == ConnectionHealth::Works { ConnectionHealth::PartlyWorks } else { health }))
}

/// Forgets the key, in the key store and in memory.
///
/// # Errors
/// `StorageFailed` when the key store would not let go of it.
pub async fn connection_forget_key(desk: &Desk, service: Service) -> Result<ConnectionView, AppError> {
    let bench = desk.bench();
    not_in_practice(&bench)?;
    let line = bench.line(service);
    if let Err(problem) = desk.vault.forget(line.adapter.key_account()).await {
        return Err(AppError::new(ErrorCode::StorageFailed, format!("the key store did not forget it: {problem:?}")));
    }
    desk.set_key_known(service, false);
    for fact in [READING.to_owned(), filing_fact(service)] {
        bench.ledger.set_fact(&fact, &crate::words::word(&Ability::Unknown))?;
    }
    bench.set_checked(line, Checked::default());
    view(desk, &bench, service).await
}
