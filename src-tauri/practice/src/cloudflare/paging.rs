//! Pages by number.

use serde_json::{Value, json};

/// Which page was asked for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Paging {
    page: usize,
    per_page: usize,
    most: usize,
}

impl Paging {
    /// The first page of the usual size.
    pub(super) fn usual(per_page: usize, most: usize) -> Self {
        Self { page: 1, per_page, most }
    }

    /// Takes `page` or `per_page`; says whether the parameter was one of them, or why its value is not taken.
    pub(super) fn take(&mut self, name: &str, value: &str) -> Result<bool, String> {
        let up_to = |most: usize| {
            let number = value.parse::<usize>().ok().filter(|number| (1..=most).contains(number));
            number.ok_or_else(|| format!("{name} is not valid"))
        };
        match name {
            "page" => self.page = up_to(usize::MAX)?,
            "per_page" => self.per_page = up_to(self.most)?,
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// The page, and what `result_info` says about it.
    pub(super) fn cut<T>(self, all: Vec<T>) -> (Vec<T>, Value) {
        let total = all.len();
        let before = (self.page - 1).saturating_mul(self.per_page);
        let page: Vec<T> = all.into_iter().skip(before).take(self.per_page).collect();
        let info = json!({
            "page": self.page,
            "per_page": self.per_page,
            "count": page.len(),
            "total_count": total,
            "total_pages": total.div_ceil(self.per_page),
        });
        (page, info)
    }
}
