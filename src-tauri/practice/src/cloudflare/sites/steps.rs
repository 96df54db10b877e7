//! *What happens next?* to the account's own sites.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::{CfMitigationSeed, CfReceived, CfReceivedSeed, Sites, mitigation::PENDING, review::decide_oldest};

/// What happens next to the account's own sites.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CfSiteStep {
    /// A report comes in, with a mitigation that takes effect in 24 hours.
    NewBlock,
    /// The pending mitigation that takes effect next does so now.
    BlockStarts,
    /// The review that has been open for longest is granted; those that were asked for here come before seeded ones.
    ReviewLifted,
    /// The same one is refused.
    ReviewKept,
    /// Of the next appeal of chosen mitigations only the first one is taken, and the answer names only it.
    PartAnswer,
}

/// What a step did.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CfSiteNews {
    /// The report; none for a step that waits for an appeal.
    pub report: Option<String>,
    /// Its mitigations that stand otherwise since.
    pub mitigations: Vec<String>,
    /// How the first of them stands.
    pub status: Option<String>,
}

/// Where new reports are about, in turn.
const NEXT_TARGETS: [&str; 3] =
    ["https://news.acme.example/spring", "https://jobs.acme.example/apply", "https://help.acme.example/refund"];

/// Takes a step; none where nothing waits for it. `receive` makes a report of a seed and answers its place.
pub(crate) fn step(
    sites: &mut Sites,
    step: CfSiteStep,
    now: Timestamp,
    receive: impl FnOnce(&mut Sites, CfReceivedSeed) -> usize,
) -> Option<CfSiteNews> {
    let (at, mitigations) = match step {
        CfSiteStep::NewBlock => {
            let seed = next_report(sites.reports.len(), now);
            let at = receive(sites, seed);
            let report = &mut sites.reports[at];
            tell(report, "abuse report received", "We received a report and will act in 24 hours.", now);
            (at, report.mitigations.iter().map(|one| one.id.clone()).collect())
        }
        CfSiteStep::BlockStarts => start_next(sites, now)?,
        CfSiteStep::ReviewLifted => {
            let (at, decided) = decide_oldest(sites, true, now)?;
            tell(&mut sites.reports[at], "review", "We looked again and lifted the block.", now);
            (at, decided)
        }
        CfSiteStep::ReviewKept => {
            let (at, decided) = decide_oldest(sites, false, now)?;
            tell(&mut sites.reports[at], "review", "We looked again. The block stays.", now);
            (at, decided)
        }
        CfSiteStep::PartAnswer => {
            sites.part_answers += 1;
            return Some(CfSiteNews::default());
        }
    };
    let report = &sites.reports[at];
    let first = mitigations.first().and_then(|id| report.mitigations.iter().find(|one| one.id == *id));
    let status = first.map(|one| one.status_at(now).to_owned());
    Some(CfSiteNews { report: Some(report.id.clone()), mitigations, status })
}

/// Writes to the customer.
fn tell(report: &mut CfReceived, about: &str, said: &str, now: Timestamp) {
    let about = format!("{about} about {}", report.domain);
    report.mail(&about, said.to_owned(), now);
}

fn next_report(so_far: usize, now: Timestamp) -> CfReceivedSeed {
    let url = NEXT_TARGETS[so_far % NEXT_TARGETS.len()];
    let domain = url.split('/').nth(2).unwrap_or_default();
    let tomorrow = now.saturating_add(SignedDuration::from_hours(24)).unwrap_or(now);
    CfReceivedSeed {
        domain: domain.to_owned(),
        urls: vec![url.to_owned()],
        details: [("justification".to_owned(), "The page asks for a password.".into())].into_iter().collect(),
        mitigations: vec![CfMitigationSeed {
            status: Some(PENDING.into()),
            effective_date: Some(tomorrow),
            ..CfMitigationSeed::default()
        }],
        ..CfReceivedSeed::default()
    }
}

fn start_next(sites: &mut Sites, now: Timestamp) -> Option<(usize, Vec<String>)> {
    let pending = sites.reports.iter_mut().enumerate().flat_map(|(at, report)| {
        let waiting = report.mitigations.iter_mut().filter(|one| one.status_at(now) == PENDING);
        waiting.map(move |one| (at, one))
    });
    let (at, next) = pending.min_by_key(|(_, one)| one.effective_date)?;
    next.effective_date = now;
    next.effective_text = None;
    Some((at, vec![next.id.clone()]))
}
