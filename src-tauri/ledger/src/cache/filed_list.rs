//! Lists of filed reports: found by words and status, walked page by page.

use crate::case::pattern;
use domain::Moment;
use rusqlite::ToSql;

use super::{Cache, FiledReport};
use crate::LedgerError;

/// How far a filed report is, as a filter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FiledStatus {
    /// No decision yet.
    Submitted,
    /// Taken up.
    Accepted,
    /// Refused.
    Denied,
    /// A word that is none of these.
    Other,
}

impl FiledStatus {
    const KNOWN: [Self; 3] = [Self::Submitted, Self::Accepted, Self::Denied];

    /// What the service's word stands for.
    pub fn of(raw_status: &str) -> Self {
        Self::KNOWN.into_iter().find(|known| known.word() == Some(raw_status)).unwrap_or(Self::Other)
    }

    /// The service's word; none for [`FiledStatus::Other`].
    fn word(self) -> Option<&'static str> {
        match self {
            Self::Submitted => Some("submitted"),
            Self::Accepted => Some("accepted"),
            Self::Denied => Some("denied"),
            Self::Other => None,
        }
    }
}

/// Which filed reports to list.
#[derive(Debug, Clone, Default)]
pub struct FiledQuery {
    /// Words that all must occur; empty for all reports.
    pub words: Vec<String>,
    /// Only those that stand so.
    pub status: Option<FiledStatus>,
    /// Only those after this one, in the order of the list: its `shown_at` and id.
    pub after: Option<(Moment, String)>,
    /// How many at most.
    pub most: u32,
}

/// How many filed reports there are, by status.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[allow(missing_docs, reason = "each counts the status of that name")]
pub struct FiledCounts {
    pub submitted: u32,
    pub accepted: u32,
    pub denied: u32,
    pub other: u32,
}

impl FiledCounts {
    /// All of them.
    pub fn all(&self) -> u32 {
        self.submitted + self.accepted + self.denied + self.other
    }
}

impl Cache {
    /// A page of filed reports, newest first, without what was read of each.
    ///
    /// # Errors
    /// As every read.
    pub fn filed(&self, query: &FiledQuery) -> Result<Vec<FiledReport>, LedgerError> {
        let (sql, values) = page(query);
        self.read(|db| {
            let mut statement = db.prepare_cached(&sql)?;
            let rows = statement.query_map(rusqlite::params_from_iter(values.iter()), FiledReport::from_row)?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
    }

    /// How many filed reports there are under the same words, by status.
    ///
    /// # Errors
    /// As every read.
    pub fn count_filed(&self, words: &[String]) -> Result<FiledCounts, LedgerError> {
        let (sql, values) = counting(words);
        self.read(|db| {
            let mut statement = db.prepare_cached(&sql)?;
            let mut rows = statement.query(rusqlite::params_from_iter(values.iter()))?;
            let mut counts = FiledCounts::default();
            while let Some(row) = rows.next()? {
                let count: u32 = row.get(1)?;
                match FiledStatus::of(&row.get::<_, String>(0)?) {
                    FiledStatus::Submitted => counts.submitted += count,
                    FiledStatus::Accepted => counts.accepted += count,
                    FiledStatus::Denied => counts.denied += count,
                    FiledStatus::Other => counts.other += count,
                }
            }
            Ok(counts)
        })
    }
}

/// A statement, and what stands for its question marks.
type Asked = (String, Vec<Box<dyn ToSql>>);

fn page(query: &FiledQuery) -> Asked {
    let (mut sql, mut values) = matching(FiledReport::COLUMNS, &query.words);
    match query.status.map(FiledStatus::word) {
        Some(Some(word)) => {
            sql.push_str(" AND raw_status = ?");
            values.push(Box::new(word));
        }
        Some(None) => sql.push_str(" AND raw_status NOT IN ('submitted', 'accepted', 'denied')"),
        None => {}
    }
    if let Some((at, id)) = &query.after {
        sql.push_str(" AND (shown_at, id) < (?, ?)");
        values.push(Box::new(at.millis()));
        values.push(Box::new(id.clone()));
    }
    sql.push_str(" ORDER BY shown_at DESC, id DESC LIMIT ?");
    values.push(Box::new(query.most));
    (sql, values)
}

fn counting(words: &[String]) -> Asked {
    let (mut sql, values) = matching("raw_status, count(*)", words);
    sql.push_str(" GROUP BY raw_status");
    (sql, values)
}

fn matching(columns: &str, words: &[String]) -> Asked {
    let mut sql = format!("SELECT {columns} FROM filed_report WHERE true");
    let mut values: Vec<Box<dyn ToSql>> = Vec::new();
    for word in words {
        sql.push_str(" AND search LIKE ? ESCAPE '\\'");
        values.push(Box::new(pattern(word)));
    }
    (sql, values)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test says what went wrong by panicking")]

    use super::super::FiledRow;
    use super::*;

    const NOW: Moment = Moment(1_795_000_000_000);

    /// How SQLite goes about a statement.
    fn plan(cache: &Cache, (sql, values): Asked) -> String {
        let steps = cache.read(|db| {
            let mut explain = db.prepare(&format!("EXPLAIN QUERY PLAN {sql}"))?;
            let steps = explain.query_map(rusqlite::params_from_iter(values.iter()), |row| row.get(3))?;
            Ok(steps.collect::<Result<Vec<String>, _>>()?)
        });
        steps.unwrap().join("; ")
    }

    #[test]
    fn whatever_is_asked_of_5000_rows_comes_from_an_index_and_nothing_is_sorted() {
        let folder = tempfile::tempdir().unwrap();
        let cache = Cache::open(folder.path(), NOW).unwrap();
        let row = |n: i64| FiledRow { id: format!("r{n}"), cdate: Some(Moment(n)), ..FiledRow::default() };
        cache.filed_by_account("account1").unwrap();
        cache.keep_filed("account1", &(0..5000).map(row).collect::<Vec<_>>(), NOW).unwrap();
        let all = FiledQuery { most: 101, ..FiledQuery::default() };
        let next = FiledQuery { after: Some((NOW, "r7".into())), ..all.clone() };
        let word = FiledQuery { words: vec!["site".into()], ..next.clone() };
        let denied = FiledQuery { status: Some(FiledStatus::Denied), ..next.clone() };
        let other = FiledQuery { status: Some(FiledStatus::Other), ..next.clone() };
        for (query, index) in [
            (&all, "SCAN filed_report USING INDEX filed_by_time"),
            (&next, "filed_by_time ((shown_at,id)<(?,?))"),
            (&word, "filed_by_time ((shown_at,id)<(?,?))"),
            (&denied, "filed_by_status (raw_status=? AND (shown_at,id)<(?,?))"),
            (&other, "filed_by_time ((shown_at,id)<(?,?))"),
        ] {
            let plan = plan(&cache, page(query));
            assert!(plan.contains(index) && !plan.contains("TEMP B-TREE"), "{query:?}: {plan}");
        }
        let counts = plan(&cache, counting(&[]));
        assert!(counts.contains("COVERING INDEX filed_by_status"), "{counts}");
    }
}
