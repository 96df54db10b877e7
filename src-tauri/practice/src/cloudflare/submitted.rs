//! The reports that the account sent: the list, one of them, and the mails about it.

use std::{cmp::Ordering, sync::Arc};

use axum::{
    Json,
    extract::{Path, Query, State},
};
use jiff::Timestamp;
use serde_json::{Value, json};

use super::{
    CfReport, CfSwitches,
    answer::Refused,
    paging::{Paging, not_twice, order_named},
};
use crate::world::World;

const STATUSES: [&str; 3] = ["submitted", "accepted", "denied"];
pub(super) const TYPES: [&str; 9] = ["PHISH", "GEN", "THREAT", "DMCA", "EMER", "TM", "REG_WHO", "NCSEI", "NETWORK"];
const SORTS: [&str; 5] = ["id", "cdate", "domain", "type", "status"];

/// Reports on a page when the client names no number; the real one is undocumented.
const REPORTS_PER_PAGE: usize = 20;
const MOST_REPORTS_PER_PAGE: usize = 200;
const MAILS_PER_PAGE: usize = 20;
const MOST_MAILS_PER_PAGE: usize = 100;

/// `GET …/submitted`. Newest first when no order is named, and created strictly after and before: the real order and
/// the edges are unknown.
pub(super) async fn list(
    State(world): State<Arc<World>>,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Json<Value>, Refused> {
    let (mut reports, switches) = world.visible_reports();
    let asked = Asked::read(&query).map_err(|why| Refused::bad(&switches, &why))?;
    reports.retain(|report| asked.wants(report, &switches));
    reports.sort_by(|one, other| asked.order(one, other, &switches));
    let (page, info) = asked.paging.cut(reports);
    let rows = page.iter().map(|report| Value::Object(report.listed(&switches))).collect();
    Ok(switches.enveloped(json!({ "reports": switches.list(rows) }), Some(info)))
}

/// `GET …/submitted/{id}`.
pub(super) async fn detail(
    State(world): State<Arc<World>>,
    Path((_, id)): Path<(String, String)>,
) -> Result<Json<Value>, Refused> {
    let (report, switches) = one(&world, &id)?;
    Ok(switches.enveloped(Value::Object(report.detailed(&switches)), None))
}

/// `GET …/submitted/{id}/emails`. Oldest first; the real order is unknown.
pub(super) async fn mails(
    State(world): State<Arc<World>>,
    Path((_, id)): Path<(String, String)>,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Json<Value>, Refused> {
    let (report, switches) = one(&world, &id)?;
    let mut paging = Paging::usual(MAILS_PER_PAGE, MOST_MAILS_PER_PAGE);
    paging.take_only(&query).map_err(|why| Refused::bad(&switches, &why))?;
    let mails = report.mails.iter().enumerate().map(|(place, mail)| report.mail_shown(place, mail, &switches));
    let (page, info) = paging.cut(mails.collect());
    Ok(switches.enveloped(json!({ "emails": switches.list(page) }), Some(info)))
}

fn one(world: &World, id: &str) -> Result<(CfReport, CfSwitches), Refused> {
    let (reports, switches) = world.visible_reports();
    let found = reports.into_iter().find(|report| report.id == id);
    found.ok_or_else(|| Refused::no_report(&switches)).map(|report| (report, switches))
}

#[derive(Debug)]
struct Asked<'q> {
    paging: Paging,
    by: &'q str,
    descending: bool,
    id: Option<&'q str>,
    domains: Vec<&'q str>,
    statuses: Vec<&'q str>,
    types: Vec<&'q str>,
    after: Option<Timestamp>,
    before: Option<Timestamp>,
}

impl<'q> Asked<'q> {
    fn read(query: &'q [(String, String)]) -> Result<Self, String> {
        not_twice(query, &["domain", "status", "type"])?;
        let mut asked = Self {
            paging: Paging::usual(REPORTS_PER_PAGE, MOST_REPORTS_PER_PAGE),
            by: "cdate",
            descending: true,
            id: None,
            domains: Vec::new(),
            statuses: Vec::new(),
            types: Vec::new(),
            after: None,
            before: None,
        };
        for (name, value) in query {
            let name = name.as_str();
            let wrong = || format!("{name} is not valid");
            let date = || value.parse::<Timestamp>().map(Some).map_err(|_| wrong());
            match name {
                "sort" => (asked.by, asked.descending) = order_named(value, &SORTS).ok_or_else(wrong)?,
                "id" => asked.id = Some(value),
                "domain" => asked.domains.push(value),
                "status" if STATUSES.contains(&value.as_str()) => asked.statuses.push(value),
                "type" if TYPES.contains(&value.as_str()) => asked.types.push(value),
                "status" | "type" => return Err(wrong()),
                "created_after" => asked.after = date()?,
                "created_before" => asked.before = date()?,
                _ if asked.paging.take(name, value)? => {}
                _ => return Err(format!("{name} is not known")),
            }
        }
        Ok(asked)
    }

    fn wants(&self, report: &CfReport, switches: &CfSwitches) -> bool {
        let among = |wanted: &[&str], value: &str| wanted.is_empty() || wanted.contains(&value);
        self.id.is_none_or(|id| report.id == id)
            && among(&self.domains, report.domain(switches))
            && among(&self.statuses, &report.status)
            && among(&self.types, &report.kind)
            && self.after.is_none_or(|after| report.cdate > after)
            && self.before.is_none_or(|before| report.cdate < before)
    }

    /// Where two are equal, the number of their making goes the same way, so that pages neither repeat nor skip.
    fn order(&self, one: &CfReport, other: &CfReport, switches: &CfSwitches) -> Ordering {
        let order = match self.by {
            "id" => one.id.cmp(&other.id),
            "domain" => one.domain(switches).cmp(other.domain(switches)),
            "type" => one.kind.cmp(&other.kind),
            "status" => one.status.cmp(&other.status),
            _ => one.cdate.cmp(&other.cdate),
        };
        let order = order.then(one.number.cmp(&other.number));
        if self.descending { order.reverse() } else { order }
    }
}
