//! `POST …/{report}/mitigations/appeal`.

use std::sync::Arc;

use axum::{
    Extension, Json,
    extract::{Path, Request, State},
};
use serde_json::{Value, json};

use super::{CfAppealed, Refusal, ask};
use crate::{
    cloudflare::{
        answer::Refused,
        front::TokenNumber,
        submit::{members, whole},
    },
    world::World,
};

/// Takes an appeal; what is not exactly one of the two forms is an enveloped 400, which the schema does not name.
pub(super) async fn appeal(
    State(world): State<Arc<World>>,
    Extension(TokenNumber(token)): Extension<TokenNumber>,
    Path((_, report)): Path<(String, String)>,
    request: Request,
) -> Result<Json<Value>, Refused> {
    let (parts, body) = request.into_parts();
    let bytes = whole(&world, body).await?;
    let switches = world.cf_switches();
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let body = members(&parts.headers, &bytes).ok_or_else(|| Refused::bad(&switches, "The body is no JSON object"))?;
    let asked = ask::read(&body).map_err(|why| Refused::bad(&switches, "Bad appeal").because(why))?;

    // From here on nothing awaits: the appeal is processed whole, or not at all.
    let taken = |moved, at| CfAppealed { report: report.clone(), body: body.into(), text, moved, token, at };
    let shown = world.take_in_appeal(&report, &asked, taken).map_err(|refusal| match refusal {
        Refusal::Unknown => Refused::no_report(&switches),
        Refusal::Bad(why) => Refused::bad(&switches, &why),
    })?;
    let count = shown.len();
    let pages = usize::from(count > 0);
    let info = json!({
        "page": 1, "per_page": count, "count": count, "total_count": count, "total_pages": pages,
    });
    let mut answer = switches.enveloped(switches.list(shown), Some(info));
    if world.sites_switches().appeals_answer_without_result
        && let Some(members) = answer.0.as_object_mut()
    {
        members.remove("result");
    }
    Ok(answer)
}
