//! A world in bulk, for measuring: always the same for the same numbers and the same clock.

use jiff::{SignedDuration, Timestamp};

use super::{
    CfMitigation, CfReceived, Sites,
    mitigation::{ACTIVE, CANCELLED, IN_REVIEW, PENDING, REMOVED},
};
use crate::cloudflare::submitted::TYPES;

/// How mitigations are spread over five reports that follow each other: some have few, some fill several pages.
const SHARES: [usize; 5] = [1, 2, 3, 5, 9];
const SHARES_IN_ALL: usize = 20;

/// Of twelve mitigations that follow each other.
const STATUSES: [&str; 12] =
    [ACTIVE, PENDING, ACTIVE, REMOVED, ACTIVE, IN_REVIEW, ACTIVE, CANCELLED, ACTIVE, PENDING, REMOVED, ACTIVE];
const KINDS: [&str; 5] =
    ["phishing_interstitial", "legal_block", "copyright_interstitial", "malware_interstitial", "rate_limit_cache"];

/// So many reports with so many mitigations in all, numbered from `first` on.
pub(crate) fn bulk(reports: usize, mitigations: usize, first: u64, now: Timestamp) -> Vec<CfReceived> {
    let shares_before =
        |report: usize| report / SHARES.len() * SHARES_IN_ALL + SHARES[..report % SHARES.len()].iter().sum::<usize>();
    let before = |report: usize| mitigations * shares_before(report) / shares_before(reports).max(1);
    (0..reports)
        .map(|at| {
            let number = first + at as u64;
            let made = (before(at)..before(at + 1)).map(|which| mitigation(number, at, which, now));
            report(number, at, made.collect(), now)
        })
        .collect()
}

fn report(number: u64, at: usize, mitigations: Vec<CfMitigation>, now: Timestamp) -> CfReceived {
    let domain = format!("site-{}.acme.example", at % 400);
    CfReceived {
        id: hex(number, 1),
        kind: TYPES[at % TYPES.len()].into(),
        status: if at.is_multiple_of(7) { "in_review" } else { "accepted" }.into(),
        cdate: minutes_ago(now, 5 + 90 * at),
        urls: (0..1 + at % 3).map(|page| format!("https://{domain}/offer/{at}/{page}")).collect(),
        details: [("justification".to_owned(), "The page asks for a password.".into())].into_iter().collect(),
        domain,
        accepted_url_count: 1,
        external_host_notified: at.is_multiple_of(5),
        mails: Vec::new(),
        mitigations,
        appeal_count: 0,
        max_appeals: 2,
        appealed_at: None,
        number,
        appealed_by_seed: false,
        in_memory_only: true,
    }
}

fn mitigation(report: u64, at: usize, which: usize, now: Timestamp) -> CfMitigation {
    let status = STATUSES[which % STATUSES.len()];
    let in_zone = which.is_multiple_of(6);
    // Pending ones wait for hours to weeks; resolved ones are a day old, so that they stay listed.
    let effective_date = match status {
        PENDING => minutes_ago(now, 0).saturating_add(SignedDuration::from_mins(300 + (which % 20_000) as i64)),
        _ => Ok(minutes_ago(now, 60 + which % 40_000)),
    };
    let effective_date = effective_date.unwrap_or(now);
    CfMitigation {
        id: hex(which as u64, report),
        kind: KINDS[which % KINDS.len()].into(),
        status: status.into(),
        effective_date,
        effective_text: None,
        entity_type: if in_zone { "zone" } else { "url_pattern" }.into(),
        entity_id: if in_zone {
            hex(at as u64 % 400, 2)
        } else {
            format!("https://site-{}.acme.example/offer/{at}/{}", at % 400, which % (1 + at % 3))
        },
        asked_at: (status == IN_REVIEW).then_some(effective_date),
        resolved_at: [CANCELLED, REMOVED].contains(&status).then(|| minutes_ago(now, 1440)),
        before_appeal: None,
        asked_by_seed: status == IN_REVIEW,
    }
}

/// Changes so many open mitigations, each in another report as far as there are enough, and each call others than
/// the last. Answers report and mitigation of each.
pub(crate) fn change_some(sites: &mut Sites, count: usize, now: Timestamp) -> Vec<(String, String)> {
    let mut changed = Vec::new();
    let reports = sites.reports.len();
    let mut idle = 0;
    while changed.len() < count && idle < reports {
        let report = &mut sites.reports[sites.bulk_changes % reports];
        sites.bulk_changes += 1;
        match report.mitigations.iter_mut().find(|one| one.is_appealable(now) || one.status == IN_REVIEW) {
            Some(one) => {
                let status = one.status_at(now).to_owned();
                one.set(if status == PENDING { CANCELLED } else { REMOVED }, now);
                changed.push((report.id.clone(), one.id.clone()));
                idle = 0;
            }
            None => idle += 1,
        }
    }
    changed
}

fn minutes_ago(now: Timestamp, minutes: usize) -> Timestamp {
    now.saturating_sub(SignedDuration::from_mins(minutes as i64)).unwrap_or(now)
}

/// 32 digits that look like the real ones and are the same each time.
fn hex(number: u64, salt: u64) -> String {
    // The two halves are odd multiples, so that no two numbers of one salt meet.
    let low = (number + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let high = (salt + 1).wrapping_mul(0xD1B5_4A32_D192_ED03) ^ low.rotate_left(29);
    format!("{high:016x}{low:016x}")
}
