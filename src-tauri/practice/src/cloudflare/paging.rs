//! Pages by number.

use serde_json::{Value, json};

/// Which page was asked for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Paging {
    page: usize,
    per_page: usize,
    most: usize,
    clamps: bool,
}

impl Paging {
    /// The first page of the usual size.
    pub(super) fn usual(per_page: usize, most: usize) -> Self {
        Self { page: 1, per_page, most, clamps: false }
    }

    /// More than the most is taken for the most.
    pub(super) fn clamped(self) -> Self {
        Self { clamps: true, ..self }
    }

    /// Takes `page` or `per_page`; says whether the parameter was one of them, or why its value is not taken.
    pub(super) fn take(&mut self, name: &str, value: &str) -> Result<bool, String> {
        let up_to = |most: usize| {
            let number = value.parse::<usize>().ok().filter(|number| (1..=most).contains(number));
            number.ok_or_else(|| format!("{name} is not valid"))
        };
        match name {
            "page" => self.page = up_to(usize::MAX)?,
            "per_page" if self.clamps => self.per_page = up_to(usize::MAX)?.min(self.most),
            "per_page" => self.per_page = up_to(self.most)?,
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// Takes a query that has nothing else.
    pub(super) fn take_only(&mut self, query: &[(String, String)]) -> Result<(), String> {
        for (name, value) in query {
            if !self.take(name, value)? {
                return Err(format!("{name} is not known"));
            }
        }
        Ok(())
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

/// Refuses a query in which anything but the repeatable comes twice.
pub(super) fn not_twice(query: &[(String, String)], repeatable: &[&str]) -> Result<(), String> {
    let again = |(at, (name, _)): &(usize, &(String, String))| {
        !repeatable.contains(&name.as_str()) && query[..*at].iter().any(|(earlier, _)| earlier == name)
    };
    match query.iter().enumerate().find(again) {
        Some((_, (name, _))) => Err(format!("{name} comes twice")),
        None => Ok(()),
    }
}

/// What to sort by, of these, and whether downwards: `cdate,desc`.
pub(super) fn order_named<'q>(value: &'q str, sorts: &[&str]) -> Option<(&'q str, bool)> {
    let (by, direction) = value.split_once(',')?;
    let descending = match direction {
        "asc" => false,
        "desc" => true,
        _ => return None,
    };
    sorts.contains(&by).then_some((by, descending))
}
