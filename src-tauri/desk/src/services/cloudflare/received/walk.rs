//! The walk through the list of reports.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use cloudflare_abuse::{ListReceived, Order, Page, Received, ReportProperty, Sort, Told};
use domain::Moment;
use ledger::{LedgerError, ReceivedPage, ReceivedWalk};

use super::page_size::{ended_before, pages};
use super::sync::{Job, several};
use super::{Stop, failed, rows};
use crate::view::size;

/// Our clock may be so much behind the service's before its own time is asked for instead: what it received since would
/// be left out.
const BEHIND: Duration = Duration::from_secs(60);

/// A list is asked for up to so long after the moment of its beginning: the service tells its time in whole seconds, and
/// may keep that of reports in finer parts than anybody tells.
const MARGIN: Duration = Duration::from_secs(1);

/// What a walk has seen of the list so far.
#[derive(Default)]
struct Listing(Mutex<Seen>);

#[derive(Default)]
struct Seen {
    /// Which page showed these reports.
    pages: HashMap<Vec<String>, u32>,
    /// How many reports there are, as the first answer told.
    total: Option<u64>,
    /// Whether a later one told another number: rows may have moved past a page that was read already.
    shifted: bool,
    /// The first page that is known to lie behind the end.
    end: Option<u32>,
    /// Whether a page came in another size than the others: its number names other rows.
    torn: bool,
}

/// What a walk came to.
#[derive(PartialEq, Eq)]
enum End {
    Whole,
    /// Rows came or went meanwhile.
    Shifted,
    /// What is left can't be asked for in the same size of pages.
    Torn,
}

impl Listing {
    /// Takes note of a page; answers how many there are.
    fn note(&self, page: u32, found: &Page<Received>) -> Result<u32, Stop> {
        let mut seen = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let ids: Vec<_> = found.items.iter().map(|report| report.id.clone()).collect();
        if !ids.is_empty() && seen.pages.insert(ids, page).is_some_and(|before| before != page) {
            return Err(failed("the list shows the same page again and again"));
        }
        if let Some(info) = found.info {
            seen.shifted |= *seen.total.get_or_insert(info.total_count) != info.total_count;
        }
        if found.rows() == 0 && page > 1 {
            seen.end = Some(seen.end.map_or(page, |end| end.min(page)));
        }
        let all = pages(page, found.rows(), found.info);
        Ok(seen.end.map_or(all, |end| all.min(end - 1)))
    }

    fn is_behind_the_end(&self, page: u32) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).end.is_some_and(|end| page >= end)
    }

    fn tear(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).torn = true;
    }

    fn is_torn(&self) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).torn
    }

    fn end(&self) -> End {
        let seen = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match (seen.torn, seen.shifted) {
            (true, _) => End::Torn,
            (_, true) => End::Shifted,
            _ => End::Whole,
        }
    }
}

impl Job<'_> {
    /// Reads the pages of the list that are left, or all of them. Once more where rows came or went meanwhile.
    pub(super) async fn walk(&self) -> Result<(), Stop> {
        let (account, cache) = (self.account.as_str(), self.cache);
        let mut walk = match cache.received_walk(account)? {
            Some(walk) => walk,
            None => cache.begin_received_walk(account, self.service_now())?,
        };
        let mut once_more = true;
        loop {
            match self.pages(walk).await? {
                // No walk that begins after this one is: it asks for no number of rows.
                End::Torn => {}
                End::Shifted if once_more => once_more = false,
                End::Whole | End::Shifted => return Ok(()),
            }
            walk = cache.begin_received_walk(account, self.service_now())?;
        }
    }

    /// Reads the pages of a walk that are left.
    async fn pages(&self, mut walk: ReceivedWalk) -> Result<End, Stop> {
        let account = self.account.as_str();
        let listing = Listing::default();
        self.progress(|view| {
            view.reports_read = walk.reports_read;
            view.reports_total = walk.reports_total.unwrap_or(0);
        });
        if walk.total_pages.is_none() {
            let mut told = self.ask_for(&walk, 1).await?;
            if let Some(service_now) = told.0.date.map(Moment) {
                let ahead = service_now.since(self.now());
                self.cloudflare.received.note_ahead(if ahead > BEHIND { ahead } else { Duration::ZERO });
                if service_now > walk.started_at + BEHIND {
                    walk = self.cache.begin_received_walk(account, service_now)?;
                    told = self.ask_for(&walk, 1).await?;
                }
            }
            let (told, asked_rows) = told;
            walk.asked_rows = asked_rows;
            self.keep(&walk, 1, told, &listing)?;
        }
        while let Some(walk) = self.cache.received_walk(account)? {
            let mut left = walk.left.iter().copied().filter(|page| !listing.is_behind_the_end(*page)).peekable();
            if listing.is_torn() || left.peek().is_none() {
                return Ok(listing.end());
            }
            let mut next = || if listing.is_torn() { None } else { left.next() };
            several(|| Ok(next().map(|page| self.page(&walk, page, &listing)))).await?;
        }
        Err(LedgerError::Stale.into())
    }

    async fn page(&self, walk: &ReceivedWalk, page: u32, listing: &Listing) -> Result<(), Stop> {
        let (told, asked_rows) = self.ask_for(walk, page).await?;
        if asked_rows != walk.asked_rows {
            listing.tear();
            return Ok(());
        }
        self.keep(walk, page, told, listing)
    }

    /// Asks for a page of what was received before the walk began, so that pages don't shift by what comes meanwhile.
    /// Also tells for how many rows.
    async fn ask_for(&self, walk: &ReceivedWalk, page: u32) -> Result<(Told<Page<Received>>, Option<u32>), Stop> {
        let page_of = |rows| ListReceived {
            page: Some(page),
            per_page: rows,
            sort: Some(Sort { by: ReportProperty::Cdate, order: Order::Descending }),
            created_before: Some((walk.started_at + MARGIN).iso()),
            ..ListReceived::new(self.account.clone())
        };
        let size = &self.cloudflare.received.reports;
        let rows = if walk.total_pages.is_none() { size.rows() } else { walk.asked_rows };
        self.ask_page(size, rows, page_of).await
    }

    /// Writes a page down.
    fn keep(&self, walk: &ReceivedWalk, page: u32, told: Told<Page<Received>>, listing: &Listing) -> Result<(), Stop> {
        let found = match told.result {
            Ok(found) => found,
            Err(error) if ended_before(page, &error) => Page { items: Vec::new(), unreadable: 0, info: None },
            Err(error) => return Err(self.cloudflare.trouble(error).into()),
        };
        if page == 1 && found.items.is_empty() && found.unreadable > 0 {
            return Err(failed("no report of the list can be read"));
        }
        let total_pages = listing.note(page, &found)?;
        let kept: Vec<_> = found.items.iter().map(rows::report).collect();
        let reports_total = found.info.map(|info| size(info.total_count));
        let written = ReceivedPage {
            walk: walk.started_at,
            page,
            total_pages,
            asked_rows: walk.asked_rows,
            reports_total,
            rows: &kept,
        };
        let changed = self.cache.keep_received_page(self.account.as_str(), &written, self.now())?;
        self.count_changed(changed);
        self.count_unreadable(found.unreadable);
        self.progress(|view| {
            view.reports_read += size(kept.len() as u64);
            view.reports_total = reports_total.unwrap_or(view.reports_total).max(view.reports_read);
        });
        Ok(())
    }
}
