//! The outbox's side of an appeal: how its blocks stood before, looking for it, and what its answer names.

use cloudflare_abuse::{
    Eligibility, Eligible, ListMitigations, Mitigation, MitigationStatus, PreparedAppeal, ReportId,
};
use domain::Moment;
use ledger::{Cache, LedgerError};

use super::super::{Appealing, Baseline, Receipt, Sighting, Trouble};
use super::Cloudflare;
use super::received::pages;
use crate::contract::{AppealForm, CandidateView, EligibilityView};
use crate::view::size;

/// Where an appeal stands that Cloudflare has: it is not decided.
pub(crate) const REQUESTED: &str = "review_requested";
/// Where an appeal stands whose blocks are all decided.
pub(crate) const DECIDED: &str = "review_decided";
/// Pages that one look reads at most.
const MOST_PAGES: u32 = 200;

/// How the asked blocks stand.
struct Stand {
    /// Number and the service's word.
    blocks: Vec<(String, String)>,
    /// The service's own time.
    at: Option<Moment>,
    /// Whether all of them were found, or the list was read to its end.
    whole: bool,
}

impl Stand {
    /// Whether all the blocks were found, and each is under review already or over.
    fn leaves_nothing_to_ask(&self, appeal: &Appealing) -> bool {
        let all = self.blocks.len() == appeal.blocks.len();
        all && self.blocks.iter().all(|(_, status)| is_beyond_asking(status))
    }
}

/// The receipt in an answer of 2xx that is no error. The answer to an appeal of blocks names at least one of them: one
/// that names none says nothing that can be believed, and is looked up.
pub(super) fn receipt(appeal: &Appealing, answered: Vec<Mitigation>) -> Option<Receipt> {
    let asked = |id: &String| appeal.blocks.iter().any(|one| one.block.id == *id);
    let named: Vec<_> = answered.into_iter().map(|one| one.id).filter(asked).collect();
    let whole = appeal.form != AppealForm::Blocks;
    (whole || !named.is_empty()).then(|| Receipt {
        number: appeal.report_id().to_owned(),
        url: None,
        message: None,
        named: (!whole).then_some(named),
    })
}

impl Cloudflare {
    /// Reads the report's blocks until all that are asked for were met. The number of rows a page is left to the
    /// service, since neither its usual one nor its most is documented.
    async fn stand_of(&self, appeal: &Appealing) -> Result<Stand, Trouble> {
        let PreparedAppeal { account, report_id, .. } = &appeal.prepared;
        let mut stand = Stand { blocks: Vec::new(), at: None, whole: true };
        let (mut seen, mut last_page) = (0, Vec::new());
        for page in 1..=MOST_PAGES {
            let list = ListMitigations { page: Some(page), ..ListMitigations::new(account.clone(), report_id.clone()) };
            let (found, at) = self.ask_any(&list).await?;
            stand.at = stand.at.or(at);
            stand.whole &= found.unreadable == 0;
            seen += found.rows() as u64;
            let last = found.rows() == 0 || page >= pages(page, found.rows(), found.info);
            let all = found.info.map_or(0, |info| info.total_count);
            let ids: Vec<_> = found.items.iter().map(|row| row.id.clone()).collect();
            let again = !ids.is_empty() && ids == last_page;
            last_page = ids;
            for row in found.items {
                let asked = appeal.blocks.iter().any(|one| one.block.id == row.id);
                if asked && !stand.blocks.iter().any(|(id, _)| *id == row.id) {
                    stand.blocks.push((row.id, row.status.map(|status| status.to_string()).unwrap_or_default()));
                }
            }
            if stand.blocks.len() == appeal.blocks.len() {
                stand.whole = true;
                return Ok(stand);
            }
            if last || again {
                stand.whole &= !again && seen >= all;
                return Ok(stand);
            }
        }
        stand.whole = false;
        Ok(stand)
    }

    /// Asks whether a report can be answered as a whole, and keeps what is said; where nothing is, nothing is kept.
    ///
    /// # Errors
    /// Only those of the cache.
    pub(crate) async fn ask_eligibility(
        &self,
        cache: &Cache,
        report_id: &str,
    ) -> Result<Result<(), Trouble>, LedgerError> {
        let (Some(account), Ok(named)) = (self.account(), ReportId::new(report_id)) else {
            return Ok(Err(Trouble::AccountMissing));
        };
        let told = match self.eligibility(&account, &named).await {
            Ok((told, _)) => Some(serde_json::to_string(&eligibility_view(told))?),
            // Every report but a DMCA one gives the same "not found" as an unknown one.
            Err(Trouble::NotKnown) => None,
            Err(trouble) => return Ok(Err(trouble)),
        };
        cache.keep_eligibility(account.as_str(), report_id, told.as_deref())?;
        Ok(Ok(()))
    }

    /// Whether a report can be answered as a whole.
    async fn eligibility(
        &self,
        account: &cloudflare_abuse::AccountId,
        report_id: &ReportId,
    ) -> Result<(Eligible, Option<Moment>), Trouble> {
        self.ask_any(&Eligibility { account: account.clone(), report_id: report_id.clone() }).await
    }

    pub(super) async fn before_appeal(&self, appeal: &Appealing) -> Result<Baseline, Trouble> {
        let before = match appeal.form {
            AppealForm::Blocks => self.stand_of(appeal).await.map(|stand| Baseline {
                open: if stand.leaves_nothing_to_ask(appeal) { candidates(appeal, &stand) } else { Vec::new() },
                server_at: stand.at,
                unavailable: !stand.whole,
                blocks: stand.blocks,
                ..Baseline::default()
            }),
            AppealForm::ContentRemoved | AppealForm::CounterNotice => {
                let asked = self.eligibility(&appeal.prepared.account, &appeal.prepared.report_id).await;
                asked.map(|(told, at)| Baseline {
                    open: if told.has_open_appeal == Some(true) { vec![open_appeal(appeal)] } else { Vec::new() },
                    server_at: at,
                    unavailable: told.appeal_count.is_none() && told.has_open_appeal.is_none(),
                    appeals: told.appeal_count,
                    open_appeal: told.has_open_appeal,
                    ..Baseline::default()
                })
            }
        };
        match before {
            // Nobody may ask here: it is sent all the same, and a lost answer goes straight to the person.
            Err(Trouble::KeyRefused(_) | Trouble::NotPermitted(_) | Trouble::NotEntitled(_) | Trouble::NotKnown) => {
                Ok(Baseline { unavailable: true, ..Baseline::default() })
            }
            other => other,
        }
    }

    pub(super) async fn look_for_appeal(&self, appeal: &Appealing, before: &Baseline) -> Result<Sighting, Trouble> {
        let exact = || Sighting::Exact { number: appeal.report_id().to_owned(), url: None };
        if appeal.form != AppealForm::Blocks {
            let (now, _) = self.eligibility(&appeal.prepared.account, &appeal.prepared.report_id).await?;
            return whole_answer(appeal, before, &now);
        }
        let now = self.stand_of(appeal).await?;
        let was = |id: &str| before.blocks.iter().find(|(known, _)| known == id).map(|(_, status)| status.as_str());
        let is_review = |status: &str| status == MitigationStatus::InReview.to_string();
        let went = |review: bool| {
            let moved = |(id, is): &(String, String)| was(id).is_some_and(|was| was != is && is_beyond_asking(is));
            now.blocks.iter().any(|one| moved(one) && is_review(&one.1) == review)
        };
        if went(true) {
            return Ok(exact());
        }
        // There is nothing left to ask: whoever asked, it is there.
        if now.leaves_nothing_to_ask(appeal) {
            return Ok(if before.unavailable { Sighting::Candidates(candidates(appeal, &now)) } else { exact() });
        }
        // One of several went without a review: that may be ours, which is said to cancel what has not started, or the
        // service's own doing.
        if went(false) {
            return Ok(Sighting::Candidates(candidates(appeal, &now)));
        }
        match now.whole {
            true => Ok(Sighting::Absent),
            false => Err(Trouble::Failed("the blocks of the report could not be read whole".into())),
        }
    }
}

/// Whether a block stands as asking for a review leaves it, or needs no review any more. That asking cancels a pending
/// one is said of the dashboard only.
/// What Cloudflare says of answering a whole report, as the window is told it.
pub(super) fn eligibility_view(told: Eligible) -> EligibilityView {
    EligibilityView {
        appealable: told.appealable,
        has_open_appeal: told.has_open_appeal,
        has_appealable_blocks: told.has_appealable_mitigations,
        appeal_count: told.appeal_count.map(size),
        max_appeals: told.max_appeals.map(size),
    }
}

/// What eligibility tells of an answer to a whole report. What it does not tell, before or now, proves nothing.
fn whole_answer(appeal: &Appealing, before: &Baseline, now: &Eligible) -> Result<Sighting, Trouble> {
    let exact = || Sighting::Exact { number: appeal.report_id().to_owned(), url: None };
    let open = now.has_open_appeal == Some(true);
    let was_shut = before.open_appeal == Some(false);
    match (before.appeals, now.appeal_count) {
        (Some(before), Some(now)) if now > before => Ok(exact()),
        _ if open && was_shut => Ok(exact()),
        _ if open => Ok(Sighting::Candidates(vec![open_appeal(appeal)])),
        (Some(_), Some(_)) => Ok(Sighting::Absent),
        _ if was_shut && now.has_open_appeal == Some(false) => Ok(Sighting::Absent),
        _ => Err(Trouble::Failed("what was appealed is not told".into())),
    }
}

fn is_beyond_asking(status: &str) -> bool {
    use MitigationStatus::{Cancelled, InReview, Removed};
    [InReview, Cancelled, Removed].iter().any(|beyond| beyond.to_string() == status)
}

fn candidates(appeal: &Appealing, stand: &Stand) -> Vec<CandidateView> {
    let one = |(_, status): &(String, String)| CandidateView { status: Some(status.clone()), ..open_appeal(appeal) };
    stand.blocks.first().map(one).into_iter().collect()
}

fn open_appeal(appeal: &Appealing) -> CandidateView {
    CandidateView { number: appeal.report_id().to_owned(), at: None, reported_by: None, status: None }
}
