//! Where a page of a list ended: the next one begins behind it, whatever changed before it meanwhile.

use std::fmt;

use rusqlite::types::Value as SqlValue;
use serde_json::Value;

use crate::LedgerError;

/// Which way a list runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum SortOrder {
    /// Smallest, earliest or first in the alphabet first.
    #[default]
    Ascending,
    /// The other way round.
    Descending,
}

/// The end of a page. Its text means something to this file only.
#[derive(Debug, Clone, PartialEq)]
pub struct Cursor {
    list: String,
    order: SortOrder,
    keys: Vec<Key>,
}

#[derive(Debug, Clone, PartialEq)]
enum Key {
    Number(i64),
    Text(String),
}

/// By what a list is sorted: its columns, which a row's number follows, and one word for them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sorting {
    pub word: &'static str,
    pub columns: &'static [&'static str],
    pub order: SortOrder,
}

impl Cursor {
    /// Reads a text that [`fmt::Display`] wrote; none for any other.
    pub fn parse(text: &str) -> Option<Self> {
        let Value::Array(parts) = serde_json::from_str(text).ok()? else { return None };
        let [Value::String(list), Value::Bool(descending), keys @ ..] = parts.as_slice() else { return None };
        let order = if *descending { SortOrder::Descending } else { SortOrder::Ascending };
        let keys = keys.iter().map(|key| match key {
            Value::Number(number) => number.as_i64().map(Key::Number),
            Value::String(text) => Some(Key::Text(text.clone())),
            _ => None,
        });
        Some(Self { list: list.clone(), order, keys: keys.collect::<Option<_>>()? })
    }

    /// Behind this row of a list that is sorted so. The row holds its columns and its number `n`.
    pub(super) fn behind(row: &rusqlite::Row<'_>, sorting: &Sorting) -> rusqlite::Result<Self> {
        let key = |column: &&str| {
            Ok(match row.get::<_, SqlValue>(format!("key_{column}").as_str())? {
                SqlValue::Integer(number) => Key::Number(number),
                SqlValue::Text(text) => Key::Text(text),
                _ => return Err(rusqlite::Error::InvalidColumnName((*column).to_owned())),
            })
        };
        let mut keys = sorting.columns.iter().map(key).collect::<rusqlite::Result<Vec<_>>>()?;
        keys.push(Key::Number(row.get("n")?));
        Ok(Self { list: sorting.word.into(), order: sorting.order, keys })
    }

    /// What stands for the question marks of [`Sorting::behind`].
    ///
    /// # Errors
    /// [`LedgerError::Unreadable`] for the end of a page of another list: a first page in its place would be one
    /// without end.
    pub(super) fn values(&self, sorting: &Sorting) -> Result<Vec<SqlValue>, LedgerError> {
        let fits = self.list == sorting.word && self.order == sorting.order;
        if !fits || self.keys.len() != sorting.columns.len() + 1 {
            return Err(LedgerError::Unreadable("the page before was one of another list".into()));
        }
        Ok(self.keys.iter().cloned().map(SqlValue::from).collect())
    }
}

impl From<Key> for SqlValue {
    fn from(key: Key) -> Self {
        match key {
            Key::Number(number) => Self::Integer(number),
            Key::Text(text) => Self::Text(text),
        }
    }
}

impl fmt::Display for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let keys = self.keys.iter().map(|key| match key {
            Key::Number(number) => Value::from(*number),
            Key::Text(text) => Value::from(text.as_str()),
        });
        let head = [Value::from(self.list.as_str()), Value::from(self.order == SortOrder::Descending)];
        write!(f, "{}", Value::Array(head.into_iter().chain(keys).collect()))
    }
}

impl Sorting {
    /// The columns that a cursor is made of, under names of their own.
    pub(super) fn selected(&self, table: &str) -> String {
        self.columns.iter().map(|column| format!(", {table}.{column} AS key_{column}")).collect()
    }

    /// The condition that a row stands behind a cursor.
    pub(super) fn behind(&self, table: &str) -> String {
        let columns: String = self.columns.iter().map(|column| format!("{table}.{column}, ")).collect();
        let marks = "?, ".repeat(self.columns.len());
        let sign = if self.order == SortOrder::Descending { "<" } else { ">" };
        format!("({columns}{table}.n) {sign} ({marks}?)")
    }

    /// How the rows are to be ordered. Rows with the same keys stand as they came.
    pub(super) fn order_by(&self, table: &str) -> String {
        let way = if self.order == SortOrder::Descending { " DESC" } else { "" };
        let columns = self.columns.iter().chain(&["n"]).map(|column| format!("{table}.{column}{way}"));
        columns.collect::<Vec<_>>().join(", ")
    }
}
