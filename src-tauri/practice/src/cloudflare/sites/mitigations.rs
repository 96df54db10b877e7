//! `GET …/{report}/mitigations`.

use std::{cmp::Ordering, sync::Arc};

use axum::{
    Json,
    extract::{Path, Query, State},
};
use jiff::Timestamp;
use serde_json::{Value, json};

use super::{CfMitigation, Sites, mitigation::STATUSES};
use crate::{
    cloudflare::{
        answer::Refused,
        paging::{Paging, not_twice, order_named},
    },
    world::World,
};

const ENTITY_TYPES: [&str; 4] = ["url_pattern", "account", "zone", "custom_expression"];
const SORTS: [&str; 4] = ["type", "effective_date", "status", "entity_type"];

/// The latest to take effect first when no order is named, and strictly after and before: the real order and the
/// edges are unknown.
pub(super) async fn list(
    State(world): State<Arc<World>>,
    Path((_, report)): Path<(String, String)>,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Json<Value>, Refused> {
    world.at_sites(|sites, switches, now| {
        let report = sites.find(&report).ok_or_else(|| Refused::no_report(switches))?;
        let asked = Asked::read(&query, sites).map_err(|why| Refused::bad(switches, &why))?;
        let seen = report.listed(now, &sites.switches).map(|one| (one.seen_at(now, &sites.switches), one));
        let wanted = seen.filter(|(status, one)| asked.wants(status, one));
        let mut rows: Vec<Row<'_>> =
            wanted.enumerate().map(|(place, (status, one))| Row { place, status, one }).collect();
        rows.sort_by(|one, other| asked.order(one, other));
        if sites.switches.order_reversed {
            rows.reverse();
        }
        let (page, info) = asked.paging.cut(rows);
        let rows = page.into_iter().map(|row| row.one.shown(row.status, &sites.switches)).collect();
        Ok(switches.enveloped(json!({ "mitigations": switches.list(rows) }), sites.info(info)))
    })
}

/// A mitigation, its place among those of its report, and its status as it is seen now.
struct Row<'s> {
    place: usize,
    status: &'s str,
    one: &'s CfMitigation,
}

struct Asked<'q> {
    paging: Paging,
    by: &'q str,
    descending: bool,
    kinds: Vec<&'q str>,
    status: Option<&'q str>,
    entity_type: Option<&'q str>,
    after: Option<Timestamp>,
    before: Option<Timestamp>,
}

impl<'q> Asked<'q> {
    fn read(query: &'q [(String, String)], sites: &Sites) -> Result<Self, String> {
        not_twice(query, &["type"])?;
        let mut asked = Self {
            paging: sites.paging(),
            by: "effective_date",
            descending: true,
            kinds: Vec::new(),
            status: None,
            entity_type: None,
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
                // A free word since autumn 2026: one that nobody knows finds nothing. With commas it is no word.
                "type" if !value.is_empty() && !value.contains(',') => asked.kinds.push(value),
                "type" => return Err(wrong()),
                "status" => asked.status = among(&STATUSES)?,
                "entity_type" => asked.entity_type = among(&ENTITY_TYPES)?,
                "effective_after" => asked.after = date()?,
                "effective_before" => asked.before = date()?,
                _ if asked.paging.take(name, value)? => {}
                _ => return Err(format!("{name} is not known")),
            }
        }
        Ok(asked)
    }

    fn wants(&self, seen: &str, one: &CfMitigation) -> bool {
        (self.kinds.is_empty() || self.kinds.contains(&one.kind.as_str()))
            && self.status.is_none_or(|status| seen == status)
            && self.entity_type.is_none_or(|entity_type| one.entity_type == entity_type)
            && self.after.is_none_or(|after| one.effective_date > after)
            && self.before.is_none_or(|before| one.effective_date < before)
    }

    /// Where two are equal, the order of their making goes the same way, so that pages neither repeat nor skip.
    fn order(&self, row: &Row<'_>, other: &Row<'_>) -> Ordering {
        let order = match self.by {
            "type" => row.one.kind.cmp(&other.one.kind),
            "status" => row.status.cmp(other.status),
            "entity_type" => row.one.entity_type.cmp(&other.one.entity_type),
            _ => row.one.effective_date.cmp(&other.one.effective_date),
        };
        let order = order.then(row.place.cmp(&other.place));
        if self.descending { order.reverse() } else { order }
    }
}
