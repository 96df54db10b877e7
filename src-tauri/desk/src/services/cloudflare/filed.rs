//! What the account filed, through this app or elsewhere: the list walked politely into the cache, and one report read
//! with its mails.

use std::time::Duration;

use cloudflare_abuse::ListType;
use domain::Moment;
use ledger::{Cache, FiledWalk, LedgerError};

use super::asking::{is_last, newest_first};
use super::{Cloudflare, submit};
use crate::contract::{Following, ReportKind};
use crate::services::Trouble;
use crate::words::word;

mod reading;
#[cfg(test)]
mod tests;
mod told;

pub(super) use told::search_words;
pub(crate) use told::{Told, ToldMail};

/// Rows a page of the list.
const ROWS: u32 = 100;
/// Pages that one walk reads at most, a sixth of what may be asked in five minutes: what lies deeper is 20,000 reports
/// old.
const MOST_PAGES: u32 = 200;
/// News of old reports show in a walk through the whole list only. It costs a request for every hundred reports.
const WHOLE_EVERY: Duration = Duration::from_secs(24 * 3600);

/// What came of asking: what was written stays, whatever went wrong after it.
#[derive(Debug, Default)]
pub(crate) struct Asked {
    /// Reports that are new or changed.
    pub changed: u32,
    /// Why it did not come to its end.
    pub trouble: Option<Trouble>,
}

/// Why a walk or a reading stopped.
enum Stop {
    Service(Trouble),
    Ledger(LedgerError),
}

impl From<Trouble> for Stop {
    fn from(trouble: Trouble) -> Self {
        Self::Service(trouble)
    }
}

impl From<LedgerError> for Stop {
    fn from(error: LedgerError) -> Self {
        Self::Ledger(error)
    }
}

impl Asked {
    fn after(changed: u32, outcome: Result<(), Stop>) -> Result<Self, LedgerError> {
        match outcome {
            Ok(()) => Ok(Self { changed, trouble: None }),
            Err(Stop::Service(trouble)) => Ok(Self { changed, trouble: Some(trouble) }),
            // Another account was chosen meanwhile: nobody waits for this one any more.
            Err(Stop::Ledger(LedgerError::Stale)) => Ok(Self { changed, trouble: None }),
            Err(Stop::Ledger(error)) => Err(error),
        }
    }
}

impl Cloudflare {
    /// Brings the list of filed reports up to date, newest first, until a page tells nothing new. With `whole` it goes
    /// on to the end of the list, once a day; it always does after a walk that was broken off. Notes how it went. While
    /// another walk is under way it does nothing.
    ///
    /// # Errors
    /// Only those of the cache.
    pub(crate) async fn sync(&self, cache: &Cache, now: Moment, whole: bool) -> Result<Asked, LedgerError> {
        let Some(_walk) = cache.walk() else { return Ok(Asked::default()) };
        let mut changed = 0;
        let outcome = self.walk(cache, now, whole, &mut changed).await;
        let asked = Asked::after(changed, outcome)?;
        if let Some(trouble) = &asked.trouble {
            let (following, said) = list_follows(trouble);
            cache.filed_not_walked(&word(&following), said)?;
        }
        Ok(asked)
    }

    async fn walk(&self, cache: &Cache, now: Moment, whole: bool, changed: &mut u32) -> Result<(), Stop> {
        let account = self.account().ok_or(Trouble::AccountMissing)?;
        cache.filed_by_account(account.as_str())?;
        let marks = cache.filed_marks()?;
        // A time that lies ahead was written by a clock that was set wrong.
        let recent = marks.whole_walk_at.is_some_and(|at| at <= now && now.since(at) < WHOLE_EVERY);
        let whole = marks.unfinished || marks.whole_walk_at.is_none() || (whole && !recent);
        let (mut unreadable, mut last_seen) = (0, Vec::new());
        for page in 1..=MOST_PAGES {
            let (found, _) = self.ask_any(&newest_first(&account, page, ROWS)).await?;
            let seen: Vec<_> = found.items.iter().map(|row| row.id.clone()).collect();
            if seen.is_empty() && found.unreadable > 0 {
                return Err(failed("no report of the list can be read"));
            }
            if page > 1 && !seen.is_empty() && seen == last_seen {
                return Err(failed("the list shows the same page again and again"));
            }
            let rows: Vec<_> = found.items.iter().map(told::row).collect();
            let news = cache.keep_filed(account.as_str(), &rows, now)?;
            *changed += news;
            unreadable += found.unreadable;
            last_seen = seen;
            if is_last(page, ROWS, &found) || (news == 0 && !whole) {
                break;
            }
        }
        // A list that is longer than a walk counts as walked: it would else be walked at every turn.
        let odd = (unreadable > 0).then(|| format!("{unreadable} reports of the list can't be read"));
        let following = word(&Following::Works);
        let walked = FiledWalk { whole, following: &following, said: odd.as_deref() };
        Ok(cache.filed_walked(account.as_str(), &walked, now)?)
    }
}

fn failed(what: &str) -> Stop {
    Stop::Service(Trouble::Failed(what.into()))
}

/// Our category for a word of the list, where it is one of ours.
pub(crate) fn category(raw_type: &str) -> Option<ReportKind> {
    submit::listed_kind(&ListType::from(raw_type))
}

/// What trouble with the list means for following it, and the service's own words.
fn list_follows(trouble: &Trouble) -> (Following, Option<&str>) {
    match trouble {
        // Not this list, and not this account: both are no fault of the token.
        Trouble::NotKnown => (Following::NoSuchList, None),
        Trouble::NotEntitled(said) => (Following::NoSuchList, Some(said)),
        other => follows(other),
    }
}

/// What trouble with one report means for following it, and the service's own words.
pub(crate) fn follows(trouble: &Trouble) -> (Following, Option<&str>) {
    match trouble {
        Trouble::KeyMissing => (Following::NoKey, None),
        Trouble::AccountMissing => (Following::NoAccount, None),
        Trouble::KeyRefused(said) => (Following::KeyRefused, Some(said)),
        Trouble::NotEntitled(said) | Trouble::NotPermitted(said) => (Following::NotPermitted, Some(said)),
        Trouble::Unreachable(said) => (Following::Unreachable, Some(said)),
        Trouble::SlowDown(_) => (Following::SlowDown, None),
        Trouble::NotKnown => (Following::Failed, None),
        Trouble::Failed(said) => (Following::Failed, Some(said)),
    }
}
