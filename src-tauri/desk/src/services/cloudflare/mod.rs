//! Cloudflare's abuse reports in our words. Everything that is special about this service stands here or in its client.

mod adapter;
pub(crate) mod appeal;
mod asking;
mod budget;
pub(crate) mod filed;
mod read;
pub(crate) mod received;
mod submit;

use std::sync::{Arc, Mutex, PoisonError};

pub(crate) use read::asks_something;

use budget::Budget;
use cloudflare_abuse::{AccountId, ListAccounts, TokenState, TokenStatus, VerifyAccountToken, VerifyUserToken};

use super::{KeySource, Trouble};
use crate::clock::Clock;
use crate::contract::AccountView;

/// The account in the key store under which Cloudflare's token lies.
pub(crate) const KEY_ACCOUNT: &str = "cloudflare";

/// Cloudflare, real or played.
pub(crate) struct Cloudflare {
    http: http_kit::Client,
    keys: KeySource,
    clock: Arc<dyn Clock>,
    /// The account that reports are filed for, once one was chosen.
    account: Mutex<Option<AccountId>>,
    /// How much may still be asked.
    budget: Mutex<Budget>,
    /// What is known of asking about our sites.
    received: received::Asking,
}

impl Cloudflare {
    pub(crate) fn new(
        http: http_kit::Client,
        keys: KeySource,
        clock: Arc<dyn Clock>,
        account: Option<AccountId>,
    ) -> Self {
        Self {
            http,
            keys,
            clock,
            account: Mutex::new(account),
            budget: Mutex::default(),
            received: received::Asking::default(),
        }
    }

    /// The account that is chosen.
    pub(crate) fn account(&self) -> Option<AccountId> {
        self.account.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(crate) fn choose(&self, account: Option<AccountId>) {
        *self.account.lock().unwrap_or_else(PoisonError::into_inner) = account;
    }

    /// Whether the token is one that works: asked as a user's token first, then as the account's own.
    ///
    /// `AccountMissing` where only an account could vouch for it, and it is not known which.
    pub(crate) async fn verify(&self) -> Result<(), Trouble> {
        let refused = match self.ask_any(&VerifyUserToken).await {
            Ok((state, _)) => return works(&state),
            // What this says to a token of the account itself is not documented.
            Err(
                refused @ (Trouble::KeyRefused(_) | Trouble::NotPermitted(_) | Trouble::NotKnown | Trouble::Failed(_)),
            ) => refused,
            Err(other) => return Err(other),
        };
        // A token of the account itself is no user's token: only the account can vouch for it.
        let Some(account) = self.account_to_ask().await? else { return Err(refused) };
        match self.ask_any(&VerifyAccountToken { account }).await {
            Ok((state, _)) => works(&state),
            Err(Trouble::NotKnown) => Err(refused),
            Err(other) => Err(other),
        }
    }

    /// The account that may have made the token: the chosen one, or the only one that the token names. None where the
    /// token is let in nowhere.
    async fn account_to_ask(&self) -> Result<Option<AccountId>, Trouble> {
        if let Some(chosen) = self.account() {
            return Ok(Some(chosen));
        }
        match self.accounts().await.as_deref() {
            Ok([only]) => AccountId::new(&only.id).map(Some).map_err(|_| Trouble::AccountMissing),
            // It was let in, and may only not name its accounts.
            Ok(_) | Err(Trouble::NotPermitted(_)) => Err(Trouble::AccountMissing),
            Err(_) => Ok(None),
        }
    }

    /// The accounts that the token can act for. Which permission that needs is not clear, so a refusal means nothing.
    pub(crate) async fn accounts(&self) -> Result<Vec<AccountView>, Trouble> {
        let list = ListAccounts { per_page: Some(50), ..ListAccounts::default() };
        let (page, _) = self.ask_any(&list).await?;
        let account = |one: cloudflare_abuse::Account| AccountView {
            name: one.name.unwrap_or_else(|| one.id.to_string()),
            id: one.id.to_string(),
        };
        Ok(page.items.into_iter().map(account).collect())
    }
}

fn works(state: &TokenState) -> Result<(), Trouble> {
    match &state.status {
        TokenStatus::Disabled | TokenStatus::Expired => {
            Err(Trouble::KeyRefused(format!("the token is {}", state.status)))
        }
        // A state that we don't know is no reason to call a token wrong.
        _ => Ok(()),
    }
}
