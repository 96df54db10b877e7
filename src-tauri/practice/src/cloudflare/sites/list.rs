//! The reports about the account: the list, and one of them.

use std::{cmp::Ordering, sync::Arc};

use axum::{
    Json,
    extract::{Path, Query, State},
};
use jiff::Timestamp;
use serde_json::{Value, json};

use super::{CfReceived, Sites, mitigation};
use crate::{
    cloudflare::{
        CfSwitches,
        answer::Refused,
        paging::{Paging, not_twice, order_named},
        submitted::TYPES,
    },
    world::World,
};

const STATUSES: [&str; 2] = ["accepted", "in_review"];
const SORTS: [&str; 5] = ["id", "cdate", "domain", "type", "status"];

/// `GET …/abuse-reports`. Newest first when no order is named, and created strictly after and before: the real order
/// and the edges are unknown.
pub(super) async fn list(
    State(world): State<Arc<World>>,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Json<Value>, Refused> {
    world.at_sites(|sites, switches, now| {
        let asked = Asked::read(&query, sites).map_err(|why| Refused::bad(switches, &why))?;
        // By reference: a world in bulk must not be copied for a page of it.
        let mut reports: Vec<&CfReceived> = sites.reports.iter().filter(|one| asked.wants(one, now, sites)).collect();
        reports.sort_by(|one, other| asked.order(one, other));
        if sites.switches.order_reversed {
            reports.reverse();
        }
        let (page, info) = asked.paging.cut(reports);
        let rows = page.into_iter().map(|report| report.row(now, &sites.switches)).collect();
        Ok(switches.enveloped(json!({ "reports": switches.list(rows) }), sites.info(info)))
    })
}

/// `GET …/abuse-reports/{report}`.
pub(in crate::cloudflare) async fn detail(
    State(world): State<Arc<World>>,
    Path((_, report)): Path<(String, String)>,
) -> Result<Json<Value>, Refused> {
    world.at_sites(|sites, switches: &CfSwitches, now| {
        let report = sites.find(&report).ok_or_else(|| Refused::no_report(switches))?;
        Ok(switches.enveloped(Value::Object(report.shown(now, &sites.switches)), None))
    })
}

impl Sites {
    /// The first page of the size that holds here.
    pub(super) fn paging(&self) -> Paging {
        let paging = Paging::usual(self.switches.per_page, self.switches.most_per_page);
        if self.switches.clamps_per_page { paging.clamped() } else { paging }
    }

    /// What is said about a page instead of the truth.
    pub(super) fn info(&self, mut info: Value) -> Option<Value> {
        if let Some(pages) = self.switches.total_pages {
            info["total_pages"] = pages.into();
        }
        (!self.switches.no_result_info).then_some(info)
    }
}

struct Asked<'q> {
    paging: Paging,
    by: &'q str,
    descending: bool,
    domain: Option<&'q str>,
    status: Option<&'q str>,
    kind: Option<&'q str>,
    mitigation_status: Option<&'q str>,
    after: Option<Timestamp>,
    before: Option<Timestamp>,
}

impl<'q> Asked<'q> {
    fn read(query: &'q [(String, String)], sites: &Sites) -> Result<Self, String> {
        not_twice(query, &[])?;
        let mut asked = Self {
            paging: sites.paging(),
            by: "cdate",
            descending: true,
            domain: None,
            status: None,
            kind: None,
            mitigation_status: None,
            after: None,
            before: None,
        };
        for (name, value) in query {
            let (name, value) = (name.as_str(), value.as_str());
            let wrong = || format!("{name} is not valid");
            let date = || value.parse::<Timestamp>().map(Some).map_err(|_| wrong());
            let among = |known: &[&str]| known.contains(&value).then_some(Some(value)).ok_or_else(wrong);
            match name {
                "sort" => (asked.by, asked.descending) = order_named(value, &SORTS).ok_or_else(wrong)?,
                "domain" => asked.domain = Some(value),
                "status" => asked.status = among(&STATUSES)?,
                "type" => asked.kind = among(&TYPES)?,
                "mitigation_status" => asked.mitigation_status = among(&mitigation::STATUSES)?,
                "created_after" => asked.after = date()?,
                "created_before" => asked.before = date()?,
                _ if asked.paging.take(name, value)? => {}
                _ => return Err(format!("{name} is not known")),
            }
        }
        Ok(asked)
    }

    fn wants(&self, report: &CfReceived, now: Timestamp, sites: &Sites) -> bool {
        let has =
            |status: &str| report.listed(now, &sites.switches).any(|one| one.seen_at(now, &sites.switches) == status);
        self.domain.is_none_or(|domain| report.domain == domain)
            && self.status.is_none_or(|status| report.status == status)
            && self.kind.is_none_or(|kind| report.kind == kind)
            && self.after.is_none_or(|after| report.cdate > after)
            && self.before.is_none_or(|before| report.cdate < before)
            && self.mitigation_status.is_none_or(has)
    }

    /// Where two are equal, the number of their making goes the same way, so that pages neither repeat nor skip.
    fn order(&self, one: &CfReceived, other: &CfReceived) -> Ordering {
        let order = match self.by {
            "id" => one.id.cmp(&other.id),
            "domain" => one.domain.cmp(&other.domain),
            "type" => one.kind.cmp(&other.kind),
            "status" => one.status.cmp(&other.status),
            _ => one.cdate.cmp(&other.cdate),
        };
        let order = order.then(one.number.cmp(&other.number));
        if self.descending { order.reverse() } else { order }
    }
}
