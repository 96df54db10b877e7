//! One report, read with its mails.

use cloudflare_abuse::{Mail, Paged, ReadSubmitted, ReportId, SubmittedEmails};
use domain::Moment;
use ledger::{Cache, LedgerError};

use super::super::Cloudflare;
use super::super::asking::is_last;
use super::{Asked, Stop, Told, ToldMail, failed, told};
use crate::services::Trouble;

/// Mails a page, the most that there may be.
const MAILS: u32 = 100;
/// Pages of mails that are read at most.
const MOST_PAGES: u32 = 20;

impl Cloudflare {
    /// Reads one report and its mails into the cache. What was read before the trouble stays.
    ///
    /// # Errors
    /// Only those of the cache.
    pub(crate) async fn read_filed(&self, cache: &Cache, id: &str, now: Moment) -> Result<Asked, LedgerError> {
        let mut changed = 0;
        let outcome = self.read_one(cache, id, now, &mut changed).await;
        Asked::after(changed, outcome)
    }

    async fn read_one(&self, cache: &Cache, id: &str, now: Moment, changed: &mut u32) -> Result<(), Stop> {
        let account = self.account().ok_or(Trouble::AccountMissing)?;
        cache.filed_by_account(account.as_str())?;
        let report_id = ReportId::new(id).map_err(|_| Trouble::NotKnown)?;
        let ask = ReadSubmitted { account: account.clone(), report_id: report_id.clone() };
        let (report, _) = self.ask_any(&ask).await?;
        if report.row.id != id {
            return Err(failed("the answer is about another report"));
        }
        let detail = serde_json::to_string(&Told::of(&report)).map_err(LedgerError::from)?;
        let news = cache.keep_filed_detail(account.as_str(), &told::row(&report.row), &detail, now)?;
        *changed = u32::from(news);
        let list = SubmittedEmails::new(account, report_id);
        let mails = self.mails(SubmittedEmails { per_page: Some(MAILS), ..list }, MAILS).await?;
        let mails = serde_json::to_string(&mails).map_err(LedgerError::from)?;
        match cache.keep_filed_emails(id, &mails) {
            // Another account was chosen meanwhile, and the report is gone with the one before.
            Err(LedgerError::NotFound) => Err(LedgerError::Stale.into()),
            other => Ok(other?),
        }
    }

    /// All mails of a list that is asked for so many a page.
    pub(in super::super) async fn mails<L>(&self, mut list: L, rows: u32) -> Result<Vec<ToldMail>, Trouble>
    where
        L: Paged<Row = Mail> + Sync,
    {
        let mut mails: Vec<Mail> = Vec::new();
        for page in 1..=MOST_PAGES {
            list = list.at(page);
            let (found, _) = self.ask_any(&list).await?;
            let last = is_last(page, rows, &found);
            let known = mails.len();
            for mail in found.items {
                // One that came between two pages moves another onto both.
                if mails.iter().all(|other| other.id != mail.id) {
                    mails.push(mail);
                }
            }
            if last || mails.len() == known {
                break;
            }
        }
        Ok(mails.into_iter().map(ToldMail::of).collect())
    }
}
