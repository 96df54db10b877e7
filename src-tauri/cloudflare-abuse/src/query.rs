//! What lists can be asked for.

use http_kit::Request;

closed_words! {
    /// Which end of a list comes first.
    Order {
        /// Smallest, oldest.
        Ascending = "asc",
        /// Largest, newest.
        Descending = "desc",
    }
}

closed_words! {
    /// What a list of reports can be sorted by.
    ///
    /// Page: "List submitted reports" and "List abuse reports", `sort`.
    ReportProperty {
        /// The report's id.
        Id = "id",
        /// When it was made.
        Cdate = "cdate",
        /// The domain that it is about.
        Domain = "domain",
        /// Its kind.
        Type = "type",
        /// How far it is.
        Status = "status",
    }
}

/// How a list is sorted. The order without it is **not documented**.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sort<By> {
    /// By what.
    pub by: By,
    /// Which end first.
    pub order: Order,
}

/// A request with those of the pairs that have a value, in this order. Keys may repeat: that is how the service takes
/// several values.
pub(crate) fn asking(request: Request, pairs: Vec<(&str, Option<String>)>) -> Request {
    let given = pairs.into_iter().filter_map(|(name, value)| Some((name, value?)));
    given.fold(request, |request, (name, value)| request.query(name, &value))
}

/// The pairs for a page.
pub(crate) fn paging(page: Option<u32>, per_page: Option<u32>) -> Vec<(&'static str, Option<String>)> {
    vec![("page", page.map(|page| page.to_string())), ("per_page", per_page.map(|rows| rows.to_string()))]
}

/// The pair for an order.
pub(crate) fn sorting<By: ToString>(sort: Option<&Sort<By>>) -> (&'static str, Option<String>) {
    ("sort", sort.map(|Sort { by, order }| format!("{},{order}", by.to_string())))
}

/// One pair for each of several values.
pub(crate) fn each<T: ToString>(name: &'static str, values: &[T]) -> Vec<(&'static str, Option<String>)> {
    values.iter().map(|value| (name, Some(value.to_string()))).collect()
}
