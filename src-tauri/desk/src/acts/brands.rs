//! The brands or clients that a report can be for, and their names.

use crate::Desk;
use crate::bench::Bench;
use crate::contract::{AppError, ClientView};
use crate::services::Account;

/// Under which name the account is kept, as PhishFort told it last.
const ACCOUNT: &str = "phishfort_account";

pub(crate) fn keep_account(bench: &Bench, account: &Account) -> Result<(), AppError> {
    let json = serde_json::to_string(account).map_err(ledger::LedgerError::from)?;
    Ok(bench.ledger.set_fact(ACCOUNT, &json)?)
}

pub(crate) fn account(bench: &Bench) -> Result<Account, AppError> {
    let kept = bench.ledger.fact(ACCOUNT)?;
    Ok(kept.and_then(|json| serde_json::from_str(&json).ok()).unwrap_or_default())
}

/// Those that PhishFort names, then those that the person typed.
pub(crate) fn clients(desk: &Desk, bench: &Bench) -> Result<Vec<ClientView>, AppError> {
    let mut clients = account(bench)?.clients;
    for typed in desk.preferences.read().clients {
        if !clients.iter().any(|client| client.id == typed.id) {
            clients.push(typed);
        }
    }
    Ok(clients)
}

/// The name that a case is listed under: the client's, or our only brand.
pub(crate) fn brand(desk: &Desk, bench: &Bench, client_id: &str) -> Result<String, AppError> {
    let client_id = client_id.trim();
    if client_id.is_empty() {
        let brands = desk.preferences.read().brands;
        return Ok(if let [only] = brands.as_slice() { only.clone() } else { String::new() });
    }
    let known = clients(desk, bench)?.into_iter().find(|client| client.id == client_id);
    Ok(known.map_or_else(|| client_id.to_owned(), |client| client.name))
}
