//! Walking through a list, page by page.

use crate::{Client, Error, Lookup, Page, Told};

/// Pages after which a list is given up: a service that never tells an end must not be asked for ever.
pub const MAX_PAGES: u32 = 1000;

/// A list that comes in numbered pages.
pub trait Paged: Lookup<Response = Page<Self::Row>> {
    /// What a row holds.
    type Row;

    /// The page that is asked for; the first where none is named.
    fn page(&self) -> u32;

    /// The same, asking for another page.
    #[must_use]
    fn at(self, page: u32) -> Self;

    /// Rows that every page but the last has, where the pages promise it. `None` where the most that the service gives
    /// is not documented, or more is asked for: a page that was cut to it would look like the last.
    fn rows_a_page(&self) -> Option<u32>;
}

/// Walks through a list, one page a call, beginning with the page that the list names.
///
/// It ends where `page >= total_pages`; without that number, at an empty page, or at one with fewer rows than
/// [`Paged::rows_a_page`]; and after any error: what came before it stands, and who wants to go on begins anew at that
/// page. What happens to the numbers when rows come and go between two pages is **not documented**: a row may come
/// twice, or not at all.
#[derive(Debug)]
pub struct Pager<L> {
    /// What is asked next.
    next: Option<L>,
    walked: u32,
}

impl<L: Paged + Clone + Sync> Pager<L> {
    /// A walk that has not begun.
    #[must_use]
    pub fn new(list: L) -> Self {
        Self { next: Some(list), walked: 0 }
    }

    /// Number of the page that the next call asks for; `None` when the walk is over.
    #[must_use]
    pub fn at(&self) -> Option<u32> {
        self.next.as_ref().map(L::page)
    }

    /// Asks for one more page. `None` when the walk is over. Dropped half-way, it has not moved.
    ///
    /// After [`MAX_PAGES`] the result is [`Error::Unreadable`], and the walk is over: a list that was cut is never
    /// taken for a whole one.
    pub async fn next(&mut self, client: &Client) -> Option<Told<Page<L::Row>>> {
        let list = self.next.clone()?;
        if self.walked == MAX_PAGES {
            self.next = None;
            let at = format!("page {}: the list has no end", list.page());
            let result = Err(Error::Unreadable { at, excerpt: String::new() });
            return Some(Told { result, date: None, allowance: None });
        }
        let told = client.ask(&list).await;
        self.walked += 1;
        self.next = match &told.result {
            Ok(page) if !is_last(&list, page) => list.page().checked_add(1).map(|page| list.at(page)),
            _ => None,
        };
        Some(told)
    }
}

/// Goes by the number that was asked for: one that an answer repeats from page to page would never end.
fn is_last<L: Paged>(list: &L, page: &Page<L::Row>) -> bool {
    if let Some(info) = page.info {
        return u64::from(list.page()) >= info.total_pages;
    }
    let rows = page.rows();
    rows == 0 || list.rows_a_page().is_some_and(|wanted| rows < wanted as usize)
}
