//! The outbox's side of a report to Cloudflare: what was there before, looking for it, news.

use std::time::Duration;

use cloudflare_abuse::{
    ListSubmitted, ListType, ReadSubmitted, ReportId, Submitted, SubmittedEmails, SubmittedRow, SubmittedStatus,
};
use domain::Moment;

use super::super::{Baseline, Filing, News, Sighting, Trouble};
use super::{Cloudflare, asking, read};
use crate::contract::ReportKind;

/// The same address is refused for seven days; a day more makes up for clocks and edges.
const REFUSED_FOR: Duration = Duration::from_secs(8 * 24 * 3600);
/// How far before the send a look begins.
const BEFORE: Duration = Duration::from_secs(600);
/// Rows a page while looking.
const ROWS: u32 = 50;
/// Pages that one look reads at most: what lies deeper is older than our report by far.
const MOST_PAGES: u32 = 4;
/// Reports that are read in full before a send, newest first.
const MOST_READ: usize = 10;

/// What the list told.
struct Listed {
    rows: Vec<SubmittedRow>,
    /// The service's own time.
    at: Option<Moment>,
    /// Whether that is all there is, as far as it can be told: what is not in half a list may still be there.
    whole: bool,
}

impl Cloudflare {
    /// The reports for a host since then, newest first. Whether the lists tell the host or its registrable domain is
    /// not documented, so both are asked for; what they call a kind is not either, so all kinds are.
    async fn reports_for(&self, filing: &Filing, since: Moment) -> Result<Listed, Trouble> {
        let mut domains = vec![filing.hostname.clone()];
        domains
            .extend(domain::registrable_domain(&filing.hostname).filter(|one| *one != filing.hostname).map(Into::into));
        let mut listed = Listed { rows: Vec::new(), at: None, whole: true };
        for page in 1..=MOST_PAGES {
            let list = ListSubmitted {
                domains: domains.clone(),
                created_after: Some(since.iso()),
                ..asking::newest_first(&filing.prepared.account, page, ROWS)
            };
            let (found, told_at) = self.ask_any(&list).await?;
            listed.at = listed.at.or(told_at);
            listed.whole &= found.unreadable == 0;
            let rows = found.items.len();
            if page == 1 && rows == 0 && found.info.as_ref().is_some_and(|info| info.total_count > 0) {
                listed.whole = false;
            }
            let last = asking::is_last(page, ROWS, &found);
            listed.rows.extend(found.items);
            if last || rows == 0 {
                return Ok(listed);
            }
        }
        listed.whole = false;
        Ok(listed)
    }

    async fn report(&self, filing: &Filing, id: &str) -> Result<Submitted, Trouble> {
        let report_id = ReportId::new(id).map_err(|_| Trouble::NotKnown)?;
        let ask = ReadSubmitted { account: filing.prepared.account.clone(), report_id };
        Ok(self.ask_any(&ask).await?.0)
    }

    pub(super) async fn before_filing(&self, filing: &Filing) -> Result<Baseline, Trouble> {
        let since = self.clock.now() - REFUSED_FOR;
        let listed = self.reports_for(filing, since).await;
        let Listed { rows, at, whole } = match listed {
            // Nobody may ask here: a report is sent all the same, and a lost answer goes straight to the person.
            Err(Trouble::KeyRefused(_) | Trouble::NotPermitted(_) | Trouble::NotEntitled(_) | Trouble::NotKnown) => {
                return Ok(Baseline { unavailable: true, ..Baseline::default() });
            }
            other => other?,
        };
        let mut baseline = Baseline {
            known: rows.iter().map(|row| row.id.clone()).collect(),
            server_at: at,
            unavailable: !whole,
            ..Baseline::default()
        };
        // One that was refused stands in nobody's way: the next step after a refusal is often to report again.
        let standing = rows.iter().filter(|row| row.status != Some(SubmittedStatus::Denied));
        for row in standing.take(MOST_READ) {
            // What can't be read in full can't be told to be the same.
            match self.report(filing, &row.id).await {
                Ok(report) if read::shares_address(&report, filing) => baseline.open.push(read::candidate(row)),
                Ok(_) | Err(Trouble::NotKnown | Trouble::NotPermitted(_) | Trouble::Failed(_)) => {}
                Err(other) => return Err(other),
            }
        }
        Ok(baseline)
    }

    pub(super) async fn look_for_filing(
        &self,
        filing: &Filing,
        baseline: &Baseline,
        reference: &str,
        sent_at: Moment,
    ) -> Result<Sighting, Trouble> {
        let Listed { rows, whole, .. } = self.reports_for(filing, sent_at - BEFORE).await?;
        let (mut candidates, mut unread) = (Vec::new(), None);
        for row in rows {
            let report = match self.report(filing, &row.id).await {
                Ok(report) => report,
                // Gone between the list and the read: then it is not the one.
                Err(Trouble::NotKnown) => continue,
                // It may be the one, and another may be it all the same.
                Err(trouble @ (Trouble::Failed(_) | Trouble::NotPermitted(_))) => {
                    unread = Some(trouble);
                    continue;
                }
                Err(other) => return Err(other),
            };
            match read::judge(&report, filing, baseline, reference) {
                Some(Sighting::Candidates(found)) => candidates.extend(found),
                Some(exact) => return Ok(exact),
                None => {}
            }
        }
        match unread {
            _ if !candidates.is_empty() => Ok(Sighting::Candidates(candidates)),
            Some(trouble) => Err(trouble),
            None if whole => Ok(Sighting::Absent),
            // What is not in half a list may still be there.
            None => Err(Trouble::Failed("the list could not be read whole".into())),
        }
    }

    /// Whether the list tells it yet.
    pub(super) async fn lists(&self, filing: &Filing, number: &str) -> Result<bool, Trouble> {
        let list = ListSubmitted { id: Some(number.to_owned()), ..ListSubmitted::new(filing.prepared.account.clone()) };
        let (page, _) = self.ask_any(&list).await?;
        Ok(page.items.iter().any(|row| row.id == number))
    }

    pub(super) async fn news_of_filing(&self, filing: &Filing, number: &str) -> Result<News, Trouble> {
        let report = self.report(filing, number).await?;
        let id = ReportId::new(number).map_err(|_| Trouble::NotKnown)?;
        let mails = self.ask_any(&SubmittedEmails::new(filing.prepared.account.clone(), id)).await;
        // Mails are a courtesy: where they can't be read, the status still is.
        let mails = mails.map(|(page, _)| page.items).unwrap_or_default();
        let mut told: Vec<_> = mails
            .into_iter()
            .filter_map(|mail| Some((mail.sent_at.as_deref().and_then(|at| Moment::parse_iso(at).ok()), mail.subject?)))
            .collect();
        told.sort();
        Ok(read::news(&report.row, told))
    }
}

/// The word that lists use for a kind, where it is one of ours.
pub(super) fn listed_kind(word: &ListType) -> Option<ReportKind> {
    word.kind().map(read::report_kind)
}
