//! The outbox's side of an appeal: how its blocks stood before, looking for it, and what its answer names.

use cloudflare_abuse::{
    Eligibility, Eligible, ListMitigations, Mitigation, MitigationStatus, PreparedAppeal, ReportId,
};
use domain::Moment;

use super::super::{Appealing, Baseline, Receipt, Sighting, Trouble};
use super::{Cloudflare, asking};
use crate::contract::{AppealForm, CandidateView};

/// Where an appeal stands that Cloudflare has: it is not decided.
pub(crate) const REQUESTED: &str = "review_requested";
/// Where an appeal stands whose blocks are all decided.
pub(crate) const DECIDED: &str = "review_decided";
/// Pages that one look reads at most.
const MOST_PAGES: u32 = 200;
/// Rows a page where nothing else is told: only for knowing the end of a list that does not tell it.
const ROWS: u32 = 1;

/// How the asked blocks stand.
struct Stand {
    /// Number and the service's word.
    blocks: Vec<(String, String)>,
    /// The service's own time.
    at: Option<Moment>,
    /// Whether all of them were found, or the list was read to its end.
    whole: bool,
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
        for page in 1..=MOST_PAGES {
            let list = ListMitigations { page: Some(page), ..ListMitigations::new(account.clone(), report_id.clone()) };
            let (found, at) = self.ask_any(&list).await?;
            stand.at = stand.at.or(at);
            stand.whole &= found.unreadable == 0;
            let (rows, last) = (found.rows(), asking::is_last(page, ROWS, &found));
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
            if last || rows == 0 {
                return Ok(stand);
            }
        }
        stand.whole = false;
        Ok(stand)
    }

    /// Whether a report can be answered as a whole.
    pub(crate) async fn eligibility(
        &self,
        account: &cloudflare_abuse::AccountId,
        report_id: &ReportId,
    ) -> Result<(Eligible, Option<Moment>), Trouble> {
        self.ask_any(&Eligibility { account: account.clone(), report_id: report_id.clone() }).await
    }

    pub(super) async fn before_appeal(&self, appeal: &Appealing) -> Result<Baseline, Trouble> {
        let before = match appeal.form {
            AppealForm::Blocks => self.stand_of(appeal).await.map(|Stand { blocks, at, whole }| Baseline {
                blocks,
                server_at: at,
                unavailable: !whole,
                ..Baseline::default()
            }),
            AppealForm::ContentRemoved | AppealForm::CounterNotice => {
                let asked = self.eligibility(&appeal.prepared.account, &appeal.prepared.report_id).await;
                asked.map(|(told, at)| Baseline {
                    open: if told.has_open_appeal == Some(true) { vec![open_appeal(appeal)] } else { Vec::new() },
                    server_at: at,
                    unavailable: told.appeal_count.is_none() && told.has_open_appeal.is_none(),
                    appeals: told.appeal_count,
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
            let open = now.has_open_appeal == Some(true);
            return Ok(match (before.unavailable, before.appeals, now.appeal_count) {
                (false, Some(before), Some(now)) if now > before => exact(),
                // Before it was sent none was open: that would have stopped it.
                (false, _, _) if open && before.open.is_empty() => exact(),
                _ if open => Sighting::Candidates(vec![open_appeal(appeal)]),
                _ => Sighting::Absent,
            });
        }
        let now = self.stand_of(appeal).await?;
        let was = |id: &str| before.blocks.iter().find(|(known, _)| known == id).map(|(_, status)| status.as_str());
        if now.blocks.iter().any(|(id, status)| was(id).is_some_and(|was| moved(was, status))) {
            return Ok(exact());
        }
        // Nothing moved, and there is nothing left to ask: whoever asked, it is there.
        if now.blocks.len() == appeal.blocks.len() && now.blocks.iter().all(|(_, status)| is_beyond_asking(status)) {
            return Ok(if before.unavailable { Sighting::Candidates(candidates(appeal, &now)) } else { exact() });
        }
        match now.whole {
            true => Ok(Sighting::Absent),
            false => Err(Trouble::Failed("the blocks of the report could not be read whole".into())),
        }
    }
}

/// Whether a block stands as asking for a review leaves it, and did not before. That asking cancels a pending one is said
/// of the dashboard only; one that is lifted needs nothing more.
fn moved(was: &str, is: &str) -> bool {
    was != is && is_beyond_asking(is)
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
