//! A list as a statement: what both lists have in common.

use rusqlite::types::Value;
use rusqlite::{Connection, Row};

use super::cursor::{Cursor, Sorting};
use crate::LedgerError;
use crate::case::pattern;

/// The conditions of a list, and what stands for their question marks.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Matching {
    sql: String,
    values: Vec<Value>,
}

impl Matching {
    /// The rows of one account.
    pub(super) fn of(table: &str, account: i64) -> Self {
        Self { sql: format!("{table}.account = ?"), values: vec![account.into()] }
    }

    /// Those as well that match a condition with as many question marks as values.
    pub(super) fn and(&mut self, condition: &str, values: impl IntoIterator<Item = Value>) {
        self.sql.push_str(" AND ");
        self.sql.push_str(condition);
        self.values.extend(values);
    }

    /// Those in which all words occur. Addresses are pasted as they are shown, which is never as they are.
    pub(super) fn words(&mut self, table: &str, words: &[String]) {
        for word in words {
            let condition = format!("{table}.search LIKE ? ESCAPE '\\'");
            self.and(&condition, [pattern(&meant(word)).into()]);
        }
    }
}

/// The address behind a defanged one, half typed or whole.
fn meant(word: &str) -> String {
    let meant = domain::refang(word).to_lowercase();
    let half_typed = ["hxxp", "hxxps", "hxxp:", "hxxps:", "hxxp:/", "hxxps:/"].contains(&meant.as_str());
    let meant = if half_typed { meant.replacen("xx", "tt", 1) } else { meant };
    // A bracket that is not closed yet.
    meant.strip_suffix("[.").or_else(|| meant.strip_suffix('[')).map(str::to_owned).unwrap_or(meant)
}

/// A statement, and what stands for its question marks.
#[derive(Debug, Clone)]
pub(super) struct Asked {
    pub sql: String,
    pub values: Vec<Value>,
}

impl Asked {
    /// Counts over what matches.
    pub(super) fn all(counts: &str, from: &str, matching: Matching) -> Self {
        Self { sql: format!("SELECT {counts} FROM {from} WHERE {}", matching.sql), values: matching.values }
    }

    /// A page of what matches, and a row more than `most`: it tells whether another page comes.
    pub(super) fn page(
        (columns, from, table): (&str, &str, &str),
        mut matching: Matching,
        sorting: &Sorting,
        after: Option<&Cursor>,
        most: u32,
    ) -> Result<Self, LedgerError> {
        if let Some(after) = after {
            matching.and(&sorting.behind(table), after.values(sorting)?);
        }
        matching.values.push(i64::from(most).saturating_add(1).into());
        let keys = sorting.selected(table);
        let order = sorting.order_by(table);
        let sql = format!("SELECT {columns}{keys} FROM {from} WHERE {} ORDER BY {order} LIMIT ?", matching.sql);
        Ok(Self { sql, values: matching.values })
    }

    /// The rows of a page, and where it ends unless it is the last one.
    pub(super) fn rows<T>(
        &self,
        db: &Connection,
        sorting: &Sorting,
        most: u32,
        read: impl Fn(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<(Vec<T>, Option<Cursor>), LedgerError> {
        let most = most as usize;
        let mut statement = db.prepare_cached(&self.sql)?;
        let mut found = statement.query(rusqlite::params_from_iter(&self.values))?;
        let (mut rows, mut end) = (Vec::new(), None);
        while let Some(row) = found.next()? {
            if rows.len() == most {
                return Ok((rows, end));
            }
            rows.push(read(row)?);
            if rows.len() == most {
                end = Some(Cursor::behind(row, sorting)?);
            }
        }
        Ok((rows, None))
    }
}

#[cfg(test)]
pub(super) mod tests {
    #![allow(clippy::unwrap_used, reason = "a test says what went wrong by panicking")]

    use super::*;
    use crate::cache::Cache;

    /// How SQLite goes about a statement.
    pub(in super::super) fn plan(cache: &Cache, asked: &Asked) -> String {
        let steps = cache.read(|db| {
            let mut explain = db.prepare(&format!("EXPLAIN QUERY PLAN {}", asked.sql))?;
            let steps = explain.query_map(rusqlite::params_from_iter(&asked.values), |row| row.get(3))?;
            Ok(steps.collect::<Result<Vec<String>, _>>()?)
        });
        steps.unwrap().join("; ")
    }

    #[test]
    fn a_defanged_address_is_looked_for_as_it_is() {
        for (typed, looked_for) in [
            ("hxxps://Shop[.]example/a.b", "https://shop.example/a.b"),
            ("hxxp", "http"),
            ("HXXPS:/", "https:/"),
            ("shop[", "shop"),
            ("shop[.", "shop"),
            ("shop[.]", "shop."),
            ("a[0]", "a[0]"),
            ("hxxpq", "hxxpq"),
        ] {
            assert_eq!(meant(typed), looked_for);
        }
    }
}
