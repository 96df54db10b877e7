//! Bringing our sites up to date: how they stand, refresh, stop.

use std::sync::Arc;

use domain::Moment;

use super::{account, offered};
use crate::Desk;
use crate::acts::filed::shown::text;
use crate::bench::Bench;
use crate::contract::*;
use crate::poller::sites;
use crate::words::from_word;

/// How our sites stand, and how far a refresh is.
///
/// # Errors
/// As every read of what is kept.
pub async fn sites_state(desk: &Desk) -> Result<SitesView, AppError> {
    state(desk, &desk.bench()).await
}

/// Asks Cloudflare about our sites, and answers how they stand when that came to its end; one that runs already is
/// joined, unless it is about another account: then its end is waited for first. What goes wrong stands in the view: what we had is still shown. The window hears `SitesSync` while it goes
/// on, and `SitesChanged` when anything is new.
///
/// # Errors
/// As every read and write of what is kept.
pub async fn sites_refresh(desk: &Desk) -> Result<SitesView, AppError> {
    let bench = desk.bench();
    if bench.cloudflare.account().is_some() {
        while !sites::start(&bench) && bench.sites.account() != bench.cloudflare.account() {
            bench.sites.ended().await;
        }
        ended(&bench).await?;
    }
    state(desk, &bench).await
}

/// Has the refresh that runs ask for nothing more, and answers when what was on its way has come in. The next one goes
/// on where it stopped.
///
/// # Errors
/// As every read of what is kept.
pub async fn sites_stop(desk: &Desk) -> Result<SitesView, AppError> {
    let bench = desk.bench();
    bench.sites.stop();
    ended(&bench).await?;
    state(desk, &bench).await
}

/// Brings our sites up to date from now on: one that began before is waited for first.
///
/// # Errors
/// As every read and write of what is kept.
pub(crate) async fn refresh_now(bench: &Arc<Bench>) -> Result<(), AppError> {
    while !sites::start(bench) {
        bench.sites.ended().await;
    }
    ended(bench).await
}

async fn ended(bench: &Bench) -> Result<(), AppError> {
    bench.sites.ended().await;
    bench.sites.error().map_or(Ok(()), Err)
}

async fn state(desk: &Desk, bench: &Bench) -> Result<SitesView, AppError> {
    let (reminders, failing) = (desk.preferences.read().reminders, desk.reminders.is_failing());
    let Some(account) = account(bench) else {
        // Who has no key yet has that to mend first.
        let has_key = desk.has_key(Service::Cloudflare, false).await;
        let following = if has_key { Following::NoAccount } else { Following::NoKey };
        return Ok(nothing(following, reminders, failing));
    };
    let counts = bench.cache.sites_counts(&account)?;
    let mark = bench.cache.sites_mark(&account)?;
    let following = mark.following.as_deref().and_then(from_word).unwrap_or(Following::NotAsked);
    let now = bench.now();
    Ok(SitesView {
        blocks: counts.blocks,
        reports: counts.reports,
        offered: offered(bench)?,
        pending: counts.pending,
        following,
        said: mark.said.as_deref().map(text),
        refreshed_at: mark.refreshed_at.map(Moment::iso),
        sync: bench.sites.view(),
        unfinished: mark.unfinished,
        // What was written before the last start may be all that is known of it.
        waits_until: bench
            .cloudflare
            .sync_waits_until()
            .or(mark.waits_until)
            .filter(|until| *until > now)
            .map(Moment::iso),
        reminders,
        reminders_failing: failing,
    })
}

/// No account is chosen: there is nothing of ours to show.
fn nothing(following: Following, reminders: bool, reminders_failing: bool) -> SitesView {
    SitesView {
        blocks: 0,
        reports: 0,
        offered: 0,
        pending: 0,
        following,
        said: None,
        refreshed_at: None,
        sync: None,
        unfinished: false,
        waits_until: None,
        reminders,
        reminders_failing,
    }
}
