//! Who am I: the verification of tokens, and the list of accounts.

use std::sync::Arc;

use axum::{
    Json,
    extract::{Path, Query, State},
    http::StatusCode,
};
use serde_json::{Value, json};

use super::{ACCOUNT_ID, ACCOUNT_NAME, CfSwitches, TokenOwner, answer::Refused, paging::Paging};
use crate::{clock::iso, world::World};

const ACCOUNTS_PER_PAGE: usize = 20;
const MOST_ACCOUNTS_PER_PAGE: usize = 50;

/// `GET /user/tokens/verify`: for a person's token.
pub(super) async fn verify_of_user(State(world): State<Arc<World>>) -> Result<Json<Value>, Refused> {
    verified(TokenOwner::User, &world.cf_switches())
}

/// `GET /accounts/{account}/tokens/verify`: for an account's token.
pub(super) async fn verify_of_account(
    State(world): State<Arc<World>>,
    Path(account): Path<String>,
) -> Result<Json<Value>, Refused> {
    if account != ACCOUNT_ID {
        return Err(Refused::unauthenticated());
    }
    verified(TokenOwner::Account, &world.cf_switches())
}

fn verified(asked_as: TokenOwner, switches: &CfSwitches) -> Result<Json<Value>, Refused> {
    if asked_as != switches.token_owner {
        return Err(Refused::unauthenticated());
    }
    let mut token = json!({ "id": "0000000000000000000000000000cafe", "status": switches.token_status });
    if let (Some(token), Some(expires_on)) = (token.as_object_mut(), switches.token_expires_on) {
        token.insert("expires_on".into(), iso(expires_on).into());
    }
    Ok(switches.enveloped(token, None))
}

/// `GET /accounts`. Which permission it needs is unknown, so a switch can take it away.
pub(super) async fn list(
    State(world): State<Arc<World>>,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Json<Value>, Refused> {
    let switches = world.cf_switches();
    if !switches.lists_accounts {
        return Err(Refused::enveloped(StatusCode::FORBIDDEN, Some(json!(10_000)), "Authentication error"));
    }
    let mut paging = Paging::usual(ACCOUNTS_PER_PAGE, MOST_ACCOUNTS_PER_PAGE);
    let mut wanted = true;
    for (name, value) in &query {
        match name.as_str() {
            "name" => wanted = value == ACCOUNT_NAME,
            "direction" if ["asc", "desc"].contains(&value.as_str()) => {}
            other => match paging.take(other, value) {
                Ok(true) => {}
                Ok(false) => return Err(Refused::bad(&switches, &format!("{other} is not known"))),
                Err(why) => return Err(Refused::bad(&switches, &why)),
            },
        }
    }
    let account = json!({
        "id": ACCOUNT_ID, "name": ACCOUNT_NAME, "type": "enterprise", "created_on": "2020-01-01T00:00:00Z",
    });
    let (page, info) = paging.cut(if wanted { vec![account] } else { vec![] });
    Ok(switches.enveloped(switches.list(page), Some(info)))
}
