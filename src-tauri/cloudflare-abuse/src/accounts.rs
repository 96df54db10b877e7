//! `GET /accounts`: the accounts that a token can see.

use http_kit::{Answer, Path, Request};

use crate::client::get;
use crate::query::{asking, paging};
use crate::tolerant::{member, word};
use crate::{AccountId, Endpoint, Error, Lookup, Order, Page, Paged};

/// Asks for one page of accounts.
///
/// Page: "List Accounts". Which permission it needs is **not clear** for a token with abuse permissions only: an
/// account's id must be typeable as well.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ListAccounts {
    /// Only accounts of this name.
    pub name: Option<String>,
    /// Number of the page, from 1.
    pub page: Option<u32>,
    /// Rows a page; default and maximum are not documented here.
    pub per_page: Option<u32>,
    /// Which end first.
    pub direction: Option<Order>,
}

open_words! {
    /// What kind of account. `enterprise` hints that the account may file reports by the API, and proves nothing.
    AccountKind {
        /// An ordinary account.
        Standard = "standard",
        /// An enterprise account.
        Enterprise = "enterprise",
    }
}

/// An account that a token can see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// What goes into paths.
    pub id: AccountId,
    /// Display name.
    pub name: Option<String>,
    /// What kind of account.
    pub kind: Option<AccountKind>,
}

impl Endpoint for ListAccounts {
    type Response = Page<Account>;

    fn request(&self) -> Request {
        let mut pairs = vec![("name", self.name.clone())];
        pairs.extend(paging(self.page, self.per_page));
        pairs.push(("direction", self.direction.map(|order| order.to_string())));
        asking(get(Path::fixed("/accounts")), pairs)
    }

    /// The rows stand in `result` itself here.
    fn read(answer: &Answer) -> Result<Page<Account>, Error> {
        Page::read(answer, None, |row| {
            let id = AccountId::new(&member(row, "id")?).ok()?;
            Some(Account { id, name: member(row, "name"), kind: word(row, "type") })
        })
    }
}

impl Lookup for ListAccounts {}

impl Paged for ListAccounts {
    type Row = Account;

    fn page(&self) -> u32 {
        self.page.unwrap_or(1)
    }

    fn at(self, page: u32) -> Self {
        Self { page: Some(page), ..self }
    }

    fn rows_a_page(&self) -> Option<u32> {
        None
    }
}
