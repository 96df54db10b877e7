//! `GET …/{report}/emails`: mails to the customer.

use std::sync::Arc;

use axum::{
    Json,
    extract::{Path, Query, State},
};
use serde_json::{Value, json};

use crate::{
    clock::iso,
    cloudflare::{CfSwitches, answer::Refused, paging::Paging},
    world::World,
};

/// Documented, as for submitted reports.
const MAILS_PER_PAGE: usize = 20;
const MOST_MAILS_PER_PAGE: usize = 100;

/// Oldest first; the real order is unknown.
pub(super) async fn list(
    State(world): State<Arc<World>>,
    Path((_, report)): Path<(String, String)>,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Json<Value>, Refused> {
    world.at_sites(|sites, switches, _| {
        let report = sites.find(&report).ok_or_else(|| Refused::no_report(switches))?;
        let mut paging = Paging::usual(MAILS_PER_PAGE, MOST_MAILS_PER_PAGE);
        paging.take_only(&query).map_err(|why| Refused::bad(switches, &why))?;
        let (page, info) = paging.cut(report.mails.iter().enumerate().collect());
        let shown = page.into_iter().map(|(place, mail)| {
            json!({
                "id": format!("{}-{}", report.id, place + 1),
                "subject": mail.subject,
                "body": body(&mail.body, switches),
                "recipient": "abuse@acme.example",
                "sent_at": iso(mail.sent_at),
            })
        });
        Ok(switches.enveloped(json!({ "emails": switches.list(shown.collect()) }), Some(info)))
    })
}

fn body(text: &str, switches: &CfSwitches) -> String {
    if switches.mails_as_html { format!("<p>{text}</p>") } else { text.to_owned() }
}
