//! Cloudflare's submitted reports: taken in, seeded, decided, looked at; and the tokens' standing.

use jiff::{SignedDuration, Timestamp};
use serde_json::{Map, Value};

use super::{World, random_text};
use crate::{
    IdStyle,
    cloudflare::{
        Act, CfProcessed, CfReport, CfSeed, CfStep, CfSwitches, Standing, decide, details_of, mail, new_report,
    },
    kept::KeptReports,
};

/// How long a URL can't be submitted again.
const DEDUPED_FOR: SignedDuration = SignedDuration::from_hours(7 * 24);

impl World {
    /// Takes a submission in and answers its id; or, where a switch says so, the URL that came within seven days.
    pub(crate) fn take_in_submission(
        &self,
        act: Act,
        urls: &[String],
        body: &Map<String, Value>,
        taken: impl FnOnce(&str, Timestamp) -> CfProcessed,
    ) -> Result<String, String> {
        let now = self.clock.now();
        self.change(|inner| {
            let kept = &mut inner.kept.cloudflare;
            if let Some(url) = urls.iter().find(|url| kept.switches.refuses_duplicates && came_lately(kept, url, now)) {
                return Err(url.clone());
            }
            let seed = CfSeed {
                urls: urls.to_vec(),
                kind: Some(act.list_type().into()),
                details: details_of(body),
                ..CfSeed::default()
            };
            let mut report = self.make_report(kept, seed, now);
            report.by_report = true;
            mail(&mut report, "report received", "We received your report. Thank you.".into(), now);
            let id = report.id.clone();
            kept.processed.push(taken(&id, now));
            kept.reports.push(report);
            Ok(id)
        })
    }

    /// Puts reports there without a submission; answers their ids in the same order.
    pub(crate) fn seed_reports(&self, seeds: Vec<CfSeed>) -> Vec<String> {
        let now = self.clock.now();
        self.change(|inner| {
            let kept = &mut inner.kept.cloudflare;
            let made = seeds.into_iter().map(|seed| {
                let report = self.make_report(kept, seed, now);
                let id = report.id.clone();
                kept.reports.push(report);
                id
            });
            made.collect()
        })
    }

    fn make_report(&self, kept: &mut KeptReports, seed: CfSeed, now: Timestamp) -> CfReport {
        kept.numbered += 1;
        let id = match self.id_style {
            IdStyle::Practice => format!("PRACTICE-CF-{:04}", kept.numbered),
            IdStyle::Opaque => random_text(b"0123456789abcdef", 16),
        };
        new_report(id, kept.numbered, seed, now)
    }

    /// Decides on the named report, or else on the newest that is undecided.
    pub(crate) fn decide_next(&self, step: CfStep, report: Option<&str>) -> Option<(String, String)> {
        let now = self.clock.now();
        self.change(|inner| {
            let wanted = inner.kept.cloudflare.reports.iter_mut().filter(|candidate| match report {
                Some(id) => candidate.id == id,
                None => candidate.is_undecided(),
            });
            let chosen = wanted.max_by_key(|candidate| (candidate.cdate, candidate.number))?;
            decide(chosen, step, now);
            Some((chosen.id.clone(), chosen.status.clone()))
        })
    }

    pub(crate) fn submissions(&self) -> Vec<CfProcessed> {
        self.look(|inner| inner.kept.cloudflare.processed.clone())
    }

    pub(crate) fn reports(&self) -> Vec<CfReport> {
        self.look(|inner| inner.kept.cloudflare.reports.clone())
    }

    /// What reading may show now.
    pub(crate) fn visible_reports(&self) -> (Vec<CfReport>, CfSwitches) {
        let now = self.clock.now();
        self.look(|inner| {
            let kept = &inner.kept.cloudflare;
            let visible = kept.reports.iter().filter(|report| report.is_visible(now, &kept.switches));
            (visible.cloned().collect(), kept.switches.clone())
        })
    }

    pub(crate) fn cf_switches(&self) -> CfSwitches {
        self.look(|inner| inner.kept.cloudflare.switches.clone())
    }

    pub(crate) fn set_cf_switches(&self, switches: CfSwitches) {
        self.change(|inner| inner.kept.cloudflare.switches = switches);
    }

    pub(crate) fn token_number(&self, token: &[u8]) -> Option<usize> {
        self.look(|inner| inner.tokens.iter().position(|known| known.as_bytes() == token))
    }

    pub(crate) fn set_tokens(&self, tokens: Vec<String>) {
        self.note(|inner| inner.tokens = tokens);
    }

    /// Counts a request of this token; answers how it stands then, and the quota.
    pub(crate) fn count_request(&self, token: usize) -> (Standing, u32) {
        let now = self.clock.now();
        self.note(|inner| {
            let quota = inner.kept.cloudflare.switches.ratelimit_quota;
            (inner.rates.count(token, quota, now), quota)
        })
    }

    pub(crate) fn standing(&self, token: usize) -> Standing {
        let now = self.clock.now();
        self.look(|inner| inner.rates.standing(token, inner.kept.cloudflare.switches.ratelimit_quota, now))
    }
}

/// By exact text, and whatever became of the report: what counts as the same URL is undocumented.
fn came_lately(kept: &KeptReports, url: &str, now: Timestamp) -> bool {
    let lately = |report: &&CfReport| now.duration_since(report.cdate) < DEDUPED_FOR;
    kept.reports.iter().filter(lately).any(|report| report.urls.iter().any(|known| known == url))
}
