//! What an appeal does: to chosen mitigations, or to a whole report.

use jiff::Timestamp;
use serde_json::Value;

use super::{
    BadIds, CfMitigation, CfReceived, PendingAppealed, Sites, SitesSwitches,
    mitigation::{ACTIVE, CANCELLED, IN_REVIEW, PENDING, REMOVED},
};

/// What is asked of the service.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Ask {
    /// A review of these mitigations.
    Chosen(Vec<String>),
    /// An answer to the whole report, in either form.
    Whole,
}

/// Why nothing was taken.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// There is no such report.
    Unknown,
    /// It can't be done, for this reason.
    Bad(String),
}

/// What was taken.
pub(crate) struct Taken {
    /// The mitigations that stand otherwise since.
    pub(crate) moved: Vec<String>,
    /// The mitigations that the answer names, as it shows them.
    pub(crate) shown: Vec<Value>,
}

/// Takes an appeal whole, or refuses it and changes nothing.
pub(crate) fn appeal(sites: &mut Sites, id: &str, ask: &Ask, now: Timestamp) -> Result<Taken, Refusal> {
    let switches = sites.switches.clone();
    let part = matches!(ask, Ask::Chosen(_)) && sites.part_answers > 0;
    let report = sites.reports.iter_mut().find(|report| report.id == id).ok_or(Refusal::Unknown)?;
    let (asked, named) = match ask {
        Ask::Chosen(ids) => chosen(report, ids, part, now, &switches)?,
        Ask::Whole => whole(report, now)?,
    };
    let mut moved = Vec::new();
    for at in asked {
        let one = &mut report.mitigations[at];
        let before = one.status_at(now).to_owned();
        if open(one, now, switches.pending_appealed) {
            one.before_appeal = Some((before, now));
            moved.push(one.id.clone());
        }
    }
    let named = named.into_iter().map(|at| &report.mitigations[at]);
    let shown = named.map(|one| one.shown(one.status_at(now), &switches)).collect();
    if *ask == Ask::Whole {
        report.appeal_count += 1;
        report.appealed_at = Some(now);
        report.appealed_by_seed = false;
    }
    if part {
        sites.part_answers -= 1;
    }
    Ok(Taken { moved, shown })
}

/// Places of mitigations in their report: those that are asked for, and those that the answer names.
type Places = (Vec<usize>, Vec<usize>);

fn chosen(
    report: &CfReceived,
    ids: &[String],
    part: bool,
    now: Timestamp,
    switches: &SitesSwitches,
) -> Result<Places, Refusal> {
    if switches.most_in_one_appeal.is_some_and(|most| ids.len() > most) {
        return Err(Refusal::Bad("Too many mitigations".into()));
    }
    let (mut asked, mut named) = (Vec::new(), Vec::new());
    for id in ids.iter().take(if part { 1 } else { usize::MAX }) {
        let known = report.mitigations.iter().position(|one| one.id == *id && one.is_listed(now, switches));
        // Asking again while a review is open is documented as harmless.
        let good = |one: &CfMitigation| one.is_appealable(now) || one.status == IN_REVIEW;
        match (known, switches.bad_ids) {
            (Some(at), _) if good(&report.mitigations[at]) => {
                asked.push(at);
                named.push(at);
            }
            (None, BadIds::Refused) => return Err(Refusal::Bad("Mitigation not found".into())),
            (Some(_), BadIds::Refused) => return Err(Refusal::Bad("Mitigation cannot be appealed".into())),
            (Some(at), BadIds::Unchanged) => named.push(at),
            (None, _) | (Some(_), BadIds::LeftOut) => {}
        }
    }
    Ok((asked, named))
}

fn whole(report: &CfReceived, now: Timestamp) -> Result<Places, Refusal> {
    if !report.is_dmca() {
        return Err(Refusal::Bad("The report does not support appeals".into()));
    }
    if !report.is_appealable(now) {
        return Err(Refusal::Bad("The report cannot be appealed".into()));
    }
    let open = report.mitigations.iter().enumerate().filter(|(_, one)| one.is_appealable(now));
    let places: Vec<usize> = open.map(|(at, _)| at).collect();
    Ok((places.clone(), places))
}

/// Opens a review. Says whether the mitigation stands otherwise since.
fn open(mitigation: &mut CfMitigation, now: Timestamp, pending_appealed: PendingAppealed) -> bool {
    match (mitigation.status_at(now), pending_appealed) {
        (PENDING, PendingAppealed::Cancelled) => mitigation.set(CANCELLED, now),
        (PENDING, PendingAppealed::Pending) => {
            mitigation.asked_at = mitigation.asked_at.or(Some(now));
            mitigation.asked_by_seed = false;
            return false;
        }
        (PENDING | ACTIVE, _) => mitigation.set(IN_REVIEW, now),
        _ => return false,
    }
    true
}

/// Decides the review that has been open for longest; answers its report's place and the mitigations. A report that
/// was appealed as a whole is decided as a whole. Reviews that were asked for here come before seeded ones: who asks
/// and then says what happens next means the own one.
pub(super) fn decide_oldest(sites: &mut Sites, lifted: bool, now: Timestamp) -> Option<(usize, Vec<String>)> {
    let whole = |(at, report): (usize, &CfReceived)| Some((report.appealed_by_seed, report.appealed_at?, at, None));
    let single = |(at, report): (usize, &CfReceived)| {
        let reviews = report.mitigations.iter().enumerate();
        reviews.filter_map(|(which, one)| Some((one.asked_by_seed, one.asked_at?, at, Some(which)))).min()
    };
    let oldest_of = |report: (usize, &CfReceived)| whole(report).or_else(|| single(report));
    let (.., at, which) = sites.reports.iter().enumerate().filter_map(oldest_of).min()?;
    let report = &mut sites.reports[at];
    let mut decided = Vec::new();
    for (place, one) in report.mitigations.iter_mut().enumerate() {
        if one.asked_at.is_some() && which.is_none_or(|which| which == place) {
            close(one, lifted, now);
            decided.push(one.id.clone());
        }
    }
    if which.is_none() {
        report.appealed_at = None;
    }
    Some((at, decided))
}

/// What never took effect is cancelled and not lifted; what is kept begins at its time, if that is still to come.
fn close(mitigation: &mut CfMitigation, lifted: bool, now: Timestamp) {
    let begun = mitigation.effective_date <= now;
    mitigation.set(
        match (lifted, begun) {
            (true, true) => REMOVED,
            (true, false) => CANCELLED,
            (false, true) => ACTIVE,
            (false, false) => PENDING,
        },
        now,
    );
}
