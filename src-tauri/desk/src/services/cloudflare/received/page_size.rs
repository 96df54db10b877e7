//! How many rows to ask a page for. Neither the default nor the most is documented for these lists.

use std::sync::atomic::{AtomicBool, Ordering};

use cloudflare_abuse::{Error, PageInfo};

/// What is asked for: the documented most of the lists beside them is 200 and 100.
const ROWS: u32 = 100;
/// Pages that are read at most of one list, whatever it says: a list of reports has 100,000 rows then.
pub(super) const MOST_PAGES: u32 = 1000;

/// How many rows to ask a list for.
#[derive(Debug, Default)]
pub(in crate::services::cloudflare) struct PageSize {
    /// The service takes no number: its own is what comes.
    own: AtomicBool,
}

impl PageSize {
    /// What to ask for; none where the service's own number has to do.
    pub(super) fn rows(&self) -> Option<u32> {
        (!self.own.load(Ordering::Relaxed)).then_some(ROWS)
    }

    /// The service answered without a number what it refused with one.
    pub(super) fn leave_out(&self) {
        self.own.store(true, Ordering::Relaxed);
    }
}

/// Whether an answer may be about the number of rows: nothing else that we ask for can be refused so.
pub(super) fn may_be_about_rows(error: &Error) -> bool {
    matches!(error, Error::Refused { status: 400 | 422, .. })
}

/// How many pages a list has, after an answer: as the service says, unless its own count of rows asks for more. Where
/// it says nothing there is one more until a page is empty: a page that is not full may have been cut to a most that
/// nobody documents.
pub(in crate::services::cloudflare) fn pages(page: u32, rows: usize, info: Option<PageInfo>) -> u32 {
    let all = match info {
        Some(info) => info.total_pages.max(info.total_count.div_ceil(info.per_page.max(1))),
        None if rows == 0 => u64::from(page) - 1,
        None => u64::from(page) + 1,
    };
    u32::try_from(all).unwrap_or(u32::MAX).clamp(1, MOST_PAGES)
}

/// Whether an answer shows that a list ended before the page that was asked for: it has rows, says so, and shows none.
pub(super) fn ended_before(page: u32, error: &Error) -> bool {
    page > 1 && matches!(error, Error::Unreadable { at, .. } if at == "result_info")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn info(per_page: u64, total_count: u64, total_pages: u64) -> Option<PageInfo> {
        Some(PageInfo { page: 1, per_page, count: 0, total_count, total_pages })
    }

    #[test]
    fn a_list_has_as_many_pages_as_it_says() {
        assert_eq!(pages(1, 100, info(100, 250, 3)), 3);
        assert_eq!(pages(1, 0, info(100, 0, 0)), 1);
        assert_eq!(pages(1, 50, info(50, 250, 5)), 5, "it took fifty for a page, not a hundred");
    }

    #[test]
    fn a_list_that_counts_its_pages_wrong_is_counted_by_its_rows() {
        assert_eq!(pages(1, 100, info(100, 250, 1)), 3);
        assert_eq!(pages(1, 100, info(0, 250, 1)), 250);
        assert_eq!(pages(1, 100, info(100, 250, u64::MAX)), MOST_PAGES);
        assert_eq!(pages(1, 100, info(1, u64::MAX, 1)), MOST_PAGES);
    }

    #[test]
    fn a_list_that_says_nothing_ends_with_an_empty_page() {
        assert_eq!(pages(1, 20, None), 2);
        assert_eq!(pages(2, 0, None), 1);
        assert_eq!(pages(1, 0, None), 1);
        assert_eq!(pages(MOST_PAGES, 20, None), MOST_PAGES);
    }
}
