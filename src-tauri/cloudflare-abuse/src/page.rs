//! One page of a list.

use http_kit::Answer;
use serde_json::{Map, Value};

use crate::Error;
use crate::error::success;
use crate::tolerant::count;

/// One page of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page<T> {
    /// In the service's order.
    pub items: Vec<T>,
    /// Rows that could not be read, or had no id. One bad row does not lose the others.
    pub unreadable: usize,
    /// Where the page stands in the list, when that was told.
    pub info: Option<PageInfo>,
}

/// Where a page stands in its list.
///
/// Page: `result_info` of every list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PageInfo {
    /// Number of the page, from 1.
    pub page: u64,
    /// Rows that a page has at most.
    pub per_page: u64,
    /// Rows of this page.
    pub count: u64,
    /// Rows of the whole list.
    pub total_count: u64,
    /// Pages of the whole list.
    pub total_pages: u64,
}

impl<T> Page<T> {
    /// How many rows came, readable or not.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.items.len() + self.unreadable
    }

    /// Reads the list at `result.{list}`, or at `result` itself where no name is given.
    ///
    /// A list that is `null` is empty: the service is known to write empty lists so. A list that is empty while the
    /// whole has rows is an error, unless the page stands behind the last one.
    pub(crate) fn read(
        answer: &Answer,
        list: Option<&str>,
        row: impl Fn(&Map<String, Value>) -> Option<T>,
    ) -> Result<Self, Error> {
        let body = success(answer)?;
        let at = list.map_or_else(|| "result".to_owned(), |list| format!("result.{list}"));
        let result = body.get("result");
        let rows = match list.map_or(result, |list| result?.get(list)) {
            Some(Value::Array(rows)) => rows.as_slice(),
            Some(Value::Null) => &[],
            _ => return Err(Error::unreadable(&at, answer)),
        };
        let items: Vec<_> = rows.iter().filter_map(|value| row(value.as_object()?)).collect();
        let info = body.get("result_info").and_then(|info| PageInfo::read(info, rows.len()));
        if rows.is_empty() && info.is_some_and(|info| info.has_rows_to_show()) {
            return Err(Error::unreadable("result_info", answer));
        }
        Ok(Self { unreadable: rows.len() - items.len(), items, info })
    }
}

impl PageInfo {
    /// Only whole: all five members are required whenever there are any. `count` and `total_pages` follow from the
    /// others, so that an answer without them is still of use.
    fn read(info: &Value, rows: usize) -> Option<Self> {
        let number = |name| info.get(name).and_then(count);
        let (page, per_page, total_count) = (number("page")?, number("per_page")?, number("total_count")?);
        let total_pages = number("total_pages").unwrap_or_else(|| total_count.div_ceil(per_page.max(1)));
        Some(Self { page, per_page, count: number("count").unwrap_or(rows as u64), total_count, total_pages })
    }

    /// Whether the whole has rows and this page is not behind its end.
    fn has_rows_to_show(&self) -> bool {
        self.total_count > 0 && self.page <= self.total_pages.max(1)
    }
}
