//! One question at a time, within what the service allows, and its errors in our words.

use std::sync::{MutexGuard, PoisonError};

use cloudflare_abuse::{
    AccountId, Allowance, Client, Error, ListSubmitted, Lookup, Order, Page, ReportProperty, Sort, Told,
};
use domain::Moment;

use super::budget::Budget;
use super::{Cloudflare, KEY_ACCOUNT};
use crate::services::{Trouble, retry_at};

/// Questions that are left unasked, so that a report can still be sent before the service has to say "slow down".
const RESERVE: u64 = 5;

impl Cloudflare {
    pub(super) async fn client(&self) -> Result<Client, Trouble> {
        Ok(Client::new(self.http.clone(), self.keys.key(KEY_ACCOUNT).await?))
    }

    /// Asks the chosen account once. Also tells the service's own time.
    pub(crate) async fn ask<L: Lookup + Sync>(
        &self,
        make: impl FnOnce(&AccountId) -> L,
    ) -> Result<(L::Response, Option<Moment>), Trouble> {
        let account = self.account().ok_or(Trouble::AccountMissing)?;
        self.ask_any(&make(&account)).await
    }

    /// Asks once, whatever account it is about.
    pub(super) async fn ask_any<L: Lookup + Sync>(&self, lookup: &L) -> Result<(L::Response, Option<Moment>), Trouble> {
        if let Some(until) = self.held(RESERVE) {
            return Err(Trouble::SlowDown(Some(until)));
        }
        let Told { result, date, .. } = self.ask_noted(&self.client().await?, lookup).await;
        result.map(|response| (response, date.map(Moment))).map_err(|error| self.trouble(error))
    }

    /// Asks once with a client that is at hand. The error within is the service's own. A sync asks only while so much
    /// is left that sending has room beside it.
    ///
    /// # Errors
    /// `SlowDown` where nothing was asked.
    pub(super) async fn ask_with<L: Lookup + Sync>(
        &self,
        client: &Client,
        lookup: &L,
        in_sync: bool,
    ) -> Result<Told<L::Response>, Trouble> {
        let now = self.clock.now();
        let held = if in_sync { self.sync_waits_until() } else { self.budget().held_beside_sending(RESERVE, now) };
        match held {
            Some(until) => Err(Trouble::SlowDown(Some(until))),
            None => Ok(self.ask_noted(client, lookup).await),
        }
    }

    async fn ask_noted<L: Lookup + Sync>(&self, client: &Client, lookup: &L) -> Told<L::Response> {
        let told = client.ask(lookup).await;
        self.note(told.allowance);
        if let Err(error) = &told.result {
            self.note_refusal(error);
        }
        told
    }

    /// Remembers where an error says that too much was asked: nothing more is until the time that it tells.
    pub(super) fn note_refusal(&self, error: &Error) {
        if let Error::SlowDown { retry_after, .. } = error {
            let now = self.clock.now();
            self.budget().refuse(retry_at(*retry_after, now), now);
        }
    }

    fn budget(&self) -> MutexGuard<'_, Budget> {
        self.budget.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Until when nothing more may be asked, with so much kept in reserve.
    pub(super) fn held(&self, reserve: u64) -> Option<Moment> {
        self.budget().held(reserve, self.clock.now())
    }

    /// Until when a sync may ask nothing; none where it may go on.
    pub(crate) fn sync_waits_until(&self) -> Option<Moment> {
        self.budget().held_for_sync(self.clock.now())
    }

    /// Remembers an answer, and what it told of the limit.
    pub(super) fn note(&self, allowance: Option<Allowance>) {
        self.budget().note(allowance, self.clock.now());
    }

    pub(super) fn trouble(&self, error: Error) -> Trouble {
        match error {
            Error::TokenRefused { status: 401, said } => Trouble::KeyRefused(said),
            // A token that is wrong is told by 401: one that gets 403 is known, and may not do this.
            Error::TokenRefused { said, .. } => Trouble::NotPermitted(said),
            Error::NotEntitled { said } => Trouble::NotEntitled(said),
            Error::NotPermitted { said } => Trouble::NotPermitted(said),
            Error::NotFound { .. } | Error::Refused { status: 405, .. } => Trouble::NotKnown,
            Error::SlowDown { retry_after, .. } => Trouble::SlowDown(retry_at(retry_after, self.clock.now())),
            Error::Transport(failure) => Trouble::Unreachable(failure.to_string()),
            other => Trouble::Failed(said(&other).unwrap_or_else(|| other.to_string())),
        }
    }
}

/// A page of what the account filed, newest first.
pub(super) fn newest_first(account: &AccountId, page: u32, rows: u32) -> ListSubmitted {
    ListSubmitted {
        page: Some(page),
        per_page: Some(rows),
        sort: Some(Sort { by: ReportProperty::Cdate, order: Order::Descending }),
        ..ListSubmitted::new(account.clone())
    }
}

/// The documented end: `page >= total_pages`; where that is not told, a page that is not full. Goes by the number that
/// was asked for: one that an answer repeats would never end.
pub(super) fn is_last<T>(page: u32, rows: u32, found: &Page<T>) -> bool {
    match found.info {
        Some(info) => u64::from(page) >= info.total_pages,
        None => found.rows() < rows as usize,
    }
}

/// The service's own words in an error.
pub(super) fn said(error: &Error) -> Option<String> {
    match error {
        Error::TokenRefused { said, .. }
        | Error::NotEntitled { said }
        | Error::NotPermitted { said }
        | Error::NotFound { said }
        | Error::Conflict { said }
        | Error::SlowDown { said, .. }
        | Error::Refused { said, .. }
        | Error::Unavailable { said, .. } => Some(said.clone()),
        Error::Redirected { host } => host.clone(),
        Error::Unreadable { excerpt, .. } => Some(excerpt.clone()),
        Error::Transport(_) => None,
    }
}
