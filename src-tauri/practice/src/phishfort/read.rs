//! The reading calls: who am I, the list with its pages, one incident by id or by subject.

use std::sync::Arc;

use axum::{
    Json,
    extract::{Path, Query, State, rejection::PathRejection},
};
use jiff::Timestamp;
use serde_json::{Map, Value, json};

use super::{Incident, Refusal};
use crate::{Switches, world::World};

const STATUSES: [&str; 11] = [
    "pending_review",
    "case_building",
    "approval_required",
    "takedown_ready",
    "action_required",
    "takedown_in_progress",
    "takedown_success",
    "takedown_attempt_failed",
    "blocklisted",
    "pre_weaponised",
    "closed",
];

/// Page size when the client names none.
const DEFAULT_LIMIT: usize = 5000;

/// `GET /v1/whoami`. The exact fields are unknown; these are the ones that are spoken of.
pub(super) async fn whoami(State(world): State<Arc<World>>) -> Json<Value> {
    let switches = world.switches();
    let me = json!({
        "name": "Practice account", "id": "practice-client", "parentClient": null, "subClients": switches.sub_clients,
    });
    Json(if switches.whoami_wrapped { json!({ "message": "success", "data": me }) } else { me })
}

/// `GET /v1/incident/{id}`.
pub(super) async fn by_id(
    State(world): State<Arc<World>>,
    id: Result<Path<String>, PathRejection>,
) -> Result<Json<Value>, Refusal> {
    let Path(id) = id.map_err(|_| Refusal::bad("\"id\" is not readable"))?;
    single(&world, |incident| incident.id == id)
}

/// `GET /v1/incident/subject/{subject}`, the subject percent-encoded as one segment. Of several that match, the
/// newest: which one the real service returns is unknown.
pub(super) async fn by_subject(
    State(world): State<Arc<World>>,
    subject: Result<Path<String>, PathRejection>,
) -> Result<Json<Value>, Refusal> {
    let Path(subject) = subject.map_err(|_| Refusal::bad("\"subject\" is not readable"))?;
    single(&world, |incident| incident.answers_to(&subject))
}

fn single(world: &World, wanted: impl Fn(&Incident) -> bool) -> Result<Json<Value>, Refusal> {
    let (visible, switches) = world.visible_newest_first();
    let found = visible.iter().find(|incident| wanted(incident)).ok_or_else(Refusal::not_found)?;
    let shown = Value::Object(found.detailed(&switches));
    Ok(Json(if switches.incident_wrapped { json!({ "message": "Success", "data": shown }) } else { shown }))
}

/// `GET /v1/incidents`. Newest first, and created strictly after and before the dates: the real order and the edges
/// are unknown.
pub(super) async fn list(
    State(world): State<Arc<World>>,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Json<Value>, Refusal> {
    let asked = Asked::read(&query)?;
    let (visible, switches) = world.visible_newest_first();
    let after_cursor = match asked.cursor {
        None => 0,
        Some(cursor) => {
            let last = visible.iter().position(|incident| cursor_after(incident) == cursor);
            last.map(|at| at + 1).ok_or_else(|| Refusal::bad("\"cursor\" is not valid"))?
        }
    };
    let mut matching = visible.iter().skip(after_cursor).filter(|incident| asked.wants(incident));
    let page: Vec<&Incident> = matching.by_ref().take(asked.limit).collect();
    let more = matching.next().is_some();
    let next = page.last().filter(|_| more).map(|last| cursor_after(last));
    let rows: Vec<Map<String, Value>> = page.iter().map(|incident| incident.basic(&switches)).collect();
    Ok(Json(json!({ "message": "success", "data": rows, "paging": asked.paging(next, &page, &switches) })))
}

/// A place between two pages; it stays where it is when newer incidents come.
fn cursor_after(incident: &Incident) -> String {
    format!("after-{}", incident.number)
}

#[derive(Debug)]
struct Asked<'q> {
    client_id: Option<&'q str>,
    status: Option<&'q str>,
    from: Option<Timestamp>,
    to: Option<Timestamp>,
    limit: usize,
    cursor: Option<&'q str>,
}

impl<'q> Asked<'q> {
    fn read(query: &'q [(String, String)]) -> Result<Self, Refusal> {
        let mut asked =
            Self { client_id: None, status: None, from: None, to: None, limit: DEFAULT_LIMIT, cursor: None };
        for (name, value) in query {
            let wrong = || Refusal::bad(format!("\"{name}\" is not valid"));
            // The page's own samples drop seconds and zone; here only the full form passes, as the sheet advises.
            let date = || value.parse::<Timestamp>().map(Some).map_err(|_| wrong());
            match name.as_str() {
                "clientId" => asked.client_id = Some(value),
                "fromDate" => asked.from = date()?,
                "toDate" => asked.to = date()?,
                // Several at once are undocumented; here they are refused.
                "status" if STATUSES.contains(&value.as_str()) && asked.status.is_none() => asked.status = Some(value),
                "limit" => asked.limit = value.parse().ok().filter(|limit| *limit > 0).ok_or_else(wrong)?,
                "cursor" => asked.cursor = Some(value),
                "status" => return Err(wrong()),
                _ => return Err(Refusal::bad(format!("\"{name}\" is not allowed"))),
            }
        }
        Ok(asked)
    }

    fn wants(&self, incident: &Incident) -> bool {
        self.client_id.is_none_or(|id| incident.client_id.as_deref() == Some(id))
            && self.status.is_none_or(|status| incident.status == status)
            && self.from.is_none_or(|from| incident.reported_at > from)
            && self.to.is_none_or(|to| incident.reported_at < to)
    }

    fn paging(&self, next: Option<String>, page: &[&Incident], switches: &Switches) -> Value {
        let itself = self.cursor.map(str::to_owned).or_else(|| page.last().map(|last| cursor_after(last)));
        let next = if switches.cursor_loops { itself } else { next };
        let mut paging = json!({ "next": next, "cursor": self.cursor, "limit": self.limit });
        if next.is_none() && switches.last_page_leaves_next_out {
            paging.as_object_mut().map(|paging| paging.remove("next"));
        }
        paging
    }
}
