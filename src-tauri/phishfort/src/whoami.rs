//! `GET /whoami`: who the key belongs to.

use http_kit::{Answer, Path, Request};
use serde_json::{Map, Value};

use crate::client::get;
use crate::error::success;
use crate::tolerant::{enveloped, first, text};
use crate::{Endpoint, Error, Lookup};

/// Asks who the key belongs to: the natural check of a key, and the source of the brands it may report for.
///
/// Page: none that could be read; known at second hand only. **Not documented**: the names of all members
/// but `parentClient` and `subClients`, and the shape of those two. Everything in [`Account`] may be missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WhoAmI;

/// What is known about the owner of a key. An account that tells nothing is still a key that was taken.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Account {
    /// Display name.
    pub name: Option<String>,
    /// The service's number for the account.
    pub id: Option<String>,
    /// Sub-clients that reports can be filed for.
    pub clients: Vec<SubClient>,
}

/// A brand or client that reports can be filed for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SubClient {
    /// What goes into a report's `clientId`.
    pub id: String,
    /// Display name, where one is told.
    pub name: Option<String>,
}

const ID: [&str; 3] = ["id", "_id", "clientId"];

impl Endpoint for WhoAmI {
    type Response = Account;

    fn request(&self) -> Request {
        get(Path::fixed("/whoami"))
    }

    fn read(answer: &Answer) -> Result<Account, Error> {
        let body = success(answer)?;
        let account = enveloped(&body).map_err(|at| Error::unreadable(at, answer))?;
        Ok(Account { name: first(account, &["name"]), id: first(account, &ID), clients: sub_clients(account) })
    }
}

impl Lookup for WhoAmI {}

fn sub_clients(account: &Map<String, Value>) -> Vec<SubClient> {
    let rows = account.get("subClients").and_then(Value::as_array);
    rows.into_iter().flatten().filter_map(sub_client).collect()
}

fn sub_client(row: &Value) -> Option<SubClient> {
    match row {
        Value::Object(client) => Some(SubClient { id: first(client, &ID)?, name: first(client, &["name"]) }),
        id => Some(SubClient { id: text(id)?, name: None }),
    }
}
