//! The blocks of the reports that are due, several reports at once, the pages of one in order.

use std::collections::{HashSet, VecDeque};
use std::sync::atomic::Ordering;

use cloudflare_abuse::{Error, ListMitigations, Mitigation, MitigationProperty, Order, Page, ReportId, Sort};
use ledger::{BlocksPage, DueReport, LedgerError};

use super::claims::Claim;
use super::page_size::{MOST_PAGES, ended_before, pages};
use super::rows::Blocks;
use super::sync::{Job, several};
use super::{Stop, failed};
use crate::services::Trouble;

/// Due reports that are looked up at once: enough that it is seldom done.
const BATCH: u32 = 64;
/// After so many answers in a row that need not be about the report, the service is left in peace.
const MOST_IN_A_ROW: u32 = 5;

/// Why the blocks of one report could not be read.
enum Unread {
    /// Nothing more can be asked now.
    All(Stop),
    /// It is about this report, and asking again is no use: until its row says something else, or a day is over.
    Report(Trouble),
    /// It may be about this report only; it stays due.
    Perhaps(Trouble),
    /// It is due anew: somebody began another reading.
    Anew,
}

impl From<Stop> for Unread {
    fn from(stop: Stop) -> Self {
        match stop {
            // The report is due from its first page on, or is there no more.
            Stop::Ledger(LedgerError::NotFound) => Self::Anew,
            other => Self::All(other),
        }
    }
}

impl Job<'_> {
    /// Reads the blocks of every report that is due: those with a block that is about to start first.
    pub(super) async fn read_due(&self) -> Result<(), Stop> {
        let walk = self.cache.received_walk(self.account.as_str())?;
        let (read, due) = walk.map_or((0, 0), |walk| (walk.lists_read, walk.lists_due));
        self.progress(|view| (view.lists_read, view.lists_total) = (read, read + due));
        let mut queue = VecDeque::new();
        let mut tried = HashSet::new();
        several(|| {
            loop {
                if queue.is_empty() {
                    queue = self.not_tried(&tried)?;
                }
                let Some(due) = queue.pop_front() else { return Ok(None) };
                tried.insert(due.id.clone());
                // Somebody else reads it just now, and will have read it whole.
                if let Some(claim) = self.cloudflare.received.claims.take(&due.id) {
                    return Ok(Some(self.read_in_turn(due, claim)));
                }
            }
        })
        .await
    }

    /// The next due reports that this sync did not try yet.
    fn not_tried(&self, tried: &HashSet<String>) -> Result<VecDeque<DueReport>, LedgerError> {
        // Those that were tried may still be due, at the head of all.
        let mut most = BATCH;
        loop {
            let due = self.cache.due_reports(self.account.as_str(), most)?;
            let all = due.len() < most as usize;
            let fresh: VecDeque<_> = due.into_iter().filter(|due| !tried.contains(&due.id)).collect();
            if all || !fresh.is_empty() {
                return Ok(fresh);
            }
            most *= 2;
        }
    }

    async fn read_in_turn(&self, due: DueReport, _claim: Claim<'_>) -> Result<(), Stop> {
        let trouble = match self.read_blocks(&due).await {
            Ok(()) => {
                self.in_a_row.store(0, Ordering::Relaxed);
                self.list_done();
                return Ok(());
            }
            Err(Unread::Anew) => return Ok(()),
            Err(Unread::All(stop)) => return Err(stop),
            Err(Unread::Report(_)) => {
                self.cache.give_up_reading(self.account.as_str(), &due.id, self.now())?;
                self.count_unread();
                self.list_done();
                return Ok(());
            }
            Err(Unread::Perhaps(trouble)) => trouble,
        };
        self.cache.note_unread(self.account.as_str(), &due.id, self.now())?;
        self.count_unread();
        if self.in_a_row.fetch_add(1, Ordering::Relaxed) + 1 >= MOST_IN_A_ROW {
            return Err(trouble.into());
        }
        Ok(())
    }

    /// There is one report less to be read in this sync.
    fn list_done(&self) {
        self.progress(|view| {
            view.lists_read += 1;
            view.lists_total = view.lists_total.max(view.lists_read);
        });
    }

    /// Reads the blocks of one report from the page that is due on, each page written as it comes.
    pub(super) async fn read_now(&self, due: &DueReport) -> Result<(), Stop> {
        match self.read_blocks(due).await {
            Ok(()) | Err(Unread::Anew) => Ok(()),
            Err(Unread::All(stop)) => Err(stop),
            Err(Unread::Report(trouble) | Unread::Perhaps(trouble)) => Err(trouble.into()),
        }
    }

    async fn read_blocks(&self, due: &DueReport) -> Result<(), Unread> {
        let report_id = ReportId::new(&due.id).map_err(|_| Unread::Report(Trouble::NotKnown))?;
        let rows = self.places(due).await?;
        let mut reading = Reading::from(due);
        loop {
            let page = reading.page;
            let page_of = |rows| ListMitigations {
                page: Some(page),
                per_page: rows,
                // What begins later comes behind what was read: the only order that does not shift by it.
                sort: Some(Sort { by: MitigationProperty::EffectiveDate, order: Order::Ascending }),
                ..ListMitigations::new(self.account.clone(), report_id.clone())
            };
            let rows_asked = reading.asked_rows.unwrap_or_else(|| self.cloudflare.received.blocks.rows());
            let (told, asked_rows) = self.ask_page(&self.cloudflare.received.blocks, rows_asked, page_of).await?;
            if reading.asked_rows.is_some_and(|before| before != asked_rows) {
                // Among pages of another size its number names other rows.
                reading = Reading::anew(asked_rows);
                continue;
            }
            reading.asked_rows = Some(asked_rows);
            let found = match told.result {
                Ok(found) => found,
                Err(error) if ended_before(page, &error) => reading.cut_short(),
                Err(error) => return Err(self.unread(error)),
            };
            let last = reading.note(&found)?;
            let kept: Vec<_> = found.items.iter().map(|block| rows.row(block)).collect();
            let written = BlocksPage { page, last, asked_rows, all_readable: reading.is_whole(last), rows: &kept };
            match self.cache.keep_blocks_page(self.account.as_str(), &due.id, &written, self.now()) {
                Ok(changed) => self.count_changed(changed),
                Err(LedgerError::Stale) => return Err(Unread::Anew),
                Err(error) => return Err(Stop::from(error).into()),
            }
            self.count_unreadable(found.unreadable);
            if last {
                return Ok(());
            }
            reading.page += 1;
        }
    }

    /// Where the blocks of a report may be. A list may leave the addresses out, which the report itself then tells.
    async fn places(&self, due: &DueReport) -> Result<Blocks, Unread> {
        if !due.urls.is_empty() {
            return Ok(Blocks::of(&due.domain, &due.urls));
        }
        if due.next_page == 1 {
            match self.read_row(&due.id).await {
                // Its blocks can be read all the same, and then are on its domain.
                Ok(()) | Err(Stop::Service(Trouble::NotKnown | Trouble::Failed(_))) => {}
                Err(stop) => return Err(stop.into()),
            }
        }
        let kept = self.cache.received_report(self.account.as_str(), &due.id).map_err(Stop::from)?;
        Ok(kept.map_or_else(|| Blocks::of(&due.domain, &[]), |kept| Blocks::of(&kept.domain, &kept.urls)))
    }

    /// What an error says: of the report, or of everything.
    fn unread(&self, error: Error) -> Unread {
        match &error {
            Error::NotFound { .. } | Error::Refused { .. } | Error::Conflict { .. } | Error::Unreadable { .. } => {
                Unread::Report(self.cloudflare.trouble(error))
            }
            Error::Unavailable { .. } | Error::Redirected { .. } => Unread::Perhaps(self.cloudflare.trouble(error)),
            _ => Unread::All(self.cloudflare.trouble(error).into()),
        }
    }
}

/// How far the reading of one report's blocks is, and whether it saw them all.
struct Reading {
    page: u32,
    /// For how many rows its pages are asked; not known before the first answer.
    asked_rows: Option<Option<u32>>,
    /// The blocks seen so far; none where the reading began elsewhere.
    seen: Option<HashSet<String>>,
    unreadable: u64,
    last_page: Vec<String>,
    total: Option<u64>,
    whole: bool,
}

impl Reading {
    fn from(due: &DueReport) -> Self {
        match due.next_page {
            1 => Self { asked_rows: None, ..Self::anew(None) },
            // Rows that went since the pages before were read have moved others past this one.
            page => Self { page, asked_rows: Some(due.asked_rows), seen: None, whole: false, ..Self::anew(None) },
        }
    }

    fn anew(asked_rows: Option<u32>) -> Self {
        Self {
            page: 1,
            asked_rows: Some(asked_rows),
            seen: Some(HashSet::new()),
            unreadable: 0,
            last_page: Vec::new(),
            total: None,
            whole: true,
        }
    }

    /// The page that stands in for one behind the end of a list that said to be longer.
    fn cut_short(&mut self) -> Page<Mitigation> {
        self.whole = false;
        Page { items: Vec::new(), unreadable: 0, info: None }
    }

    /// Takes note of a page; answers whether it is the last.
    fn note(&mut self, found: &Page<Mitigation>) -> Result<bool, Unread> {
        let ids: Vec<_> = found.items.iter().map(|block| block.id.clone()).collect();
        if !ids.is_empty() && ids == self.last_page {
            // A page that comes again and again would never end.
            return match failed("the list shows the same page again and again") {
                Stop::Service(trouble) => Err(Unread::Report(trouble)),
                other => Err(Unread::All(other)),
            };
        }
        self.unreadable += found.unreadable as u64;
        if let Some(seen) = &mut self.seen {
            seen.extend(ids.iter().cloned());
        }
        if let Some(info) = found.info {
            // Rows that went meanwhile have moved others past a page that was read already.
            self.whole &= *self.total.get_or_insert(info.total_count) == info.total_count;
        }
        self.last_page = ids;
        let last = found.rows() == 0 || self.page >= pages(self.page, found.rows(), found.info);
        if last && let Some(info) = found.info {
            let read = self.seen.as_ref().map_or(0, HashSet::len) as u64 + self.unreadable;
            self.whole &= read >= info.total_count;
        }
        self.whole &= self.page < MOST_PAGES;
        Ok(last)
    }

    /// Whether a block that was not among the rows is there no more.
    fn is_whole(&self, last: bool) -> bool {
        self.unreadable == 0 && (self.whole || !last)
    }
}
