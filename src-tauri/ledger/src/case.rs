//! Table `case_file`: one suspicious thing that we look after. (`case` is a word of SQL's own.)

use domain::{CaseId, Moment};
use rusqlite::{OptionalExtension, Row, ToSql, named_params};

use crate::open::stored;
use crate::{Ledger, LedgerError};

/// Which filter of the list a case belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bucket {
    /// Never sent.
    Draft,
    /// Waits for a service.
    Waiting,
    /// Waits for the person.
    NeedsYou,
    /// Over.
    Done,
}

impl Bucket {
    const ALL: [Self; 4] = [Self::Draft, Self::Waiting, Self::NeedsYou, Self::Done];

    pub(crate) fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|bucket| bucket.as_str() == word)
    }

    /// The word in the table.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Waiting => "waiting",
            Self::NeedsYou => "needs_you",
            Self::Done => "done",
        }
    }
}

/// A case as the table holds it.
#[derive(Debug, Clone)]
#[allow(missing_docs, reason = "each is the column of that name; the schema tells them")]
pub struct CaseFile {
    pub id: CaseId,
    pub news_at: Moment,
    pub typed: String,
    pub target_key: Option<String>,
    pub brand: String,
    pub bucket: Bucket,
    pub status: String,
    pub raw_status: Option<String>,
    pub sent_to: String,
    pub number: Option<String>,
    pub service_url: Option<String>,
    pub flags_json: String,
    pub refreshed_at: Option<Moment>,
    pub status_of: Option<String>,
    pub denial: Option<String>,
}

impl CaseFile {
    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        let bucket: String = row.get("bucket")?;
        Ok(Self {
            id: stored(row, "id")?,
            news_at: Moment(row.get("news_at")?),
            typed: row.get("typed")?,
            target_key: row.get("target_key")?,
            brand: row.get("brand")?,
            bucket: Bucket::parse(&bucket).unwrap_or(Bucket::Waiting),
            status: row.get("status")?,
            raw_status: row.get("raw_status")?,
            sent_to: row.get("sent_to")?,
            number: row.get("number")?,
            service_url: row.get("service_url")?,
            flags_json: row.get("flags_json")?,
            refreshed_at: row.get::<_, Option<i64>>("refreshed_at")?.map(Moment),
            status_of: row.get("status_of")?,
            denial: row.get("denial")?,
        })
    }
}

/// What is typed about a case: kept beside it for lists and searching.
#[derive(Debug, Clone, Default)]
pub struct CaseNews<'a> {
    /// The target as typed.
    pub typed: &'a str,
    /// Kind of target, in the contract's word.
    pub target_kind: Option<&'a str>,
    /// The target's canonical form.
    pub target_key: Option<&'a str>,
    /// Brand or client, as people read it.
    pub brand: &'a str,
    /// All words that it is found by.
    pub search: &'a str,
}

/// Which cases to list.
#[derive(Debug, Clone, Default)]
pub struct CaseQuery {
    /// Words that all must occur; empty for all cases.
    pub words: Vec<String>,
    /// Only this filter.
    pub bucket: Option<Bucket>,
    /// Only those with news since then.
    pub since: Option<Moment>,
    /// Only those after this one, in the order of the list.
    pub after: Option<(Moment, CaseId)>,
    /// How many at most.
    pub most: u32,
}

/// How many cases each filter holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[allow(missing_docs, reason = "each counts the filter of that name")]
pub struct BucketCounts {
    pub draft: u32,
    pub waiting: u32,
    pub needs_you: u32,
    pub done: u32,
}

impl BucketCounts {
    /// All of them.
    pub fn all(&self) -> u32 {
        self.draft + self.waiting + self.needs_you + self.done
    }
}

/// The words of a search as LIKE patterns that mean just these words.
fn patterns(words: &[String]) -> Vec<String> {
    words.iter().map(|word| pattern(word)).collect()
}

/// A word as a LIKE pattern, with `\\` as its escape, that means just this word.
pub(crate) fn pattern(word: &str) -> String {
    let escaped = word.to_lowercase().replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
    format!("%{escaped}%")
}

impl Ledger {
    /// Keeps what is typed about a case.
    ///
    /// # Errors
    /// As every write.
    pub fn describe_case(&self, id: &CaseId, news: &CaseNews<'_>, at: Option<Moment>) -> Result<(), LedgerError> {
        self.write(|db| {
            db.execute(
                "UPDATE case_file SET typed = :typed, target_kind = :kind, target_key = :key, brand = :brand,
                   search = :search, news_at = max(news_at, coalesce(:at, news_at)) WHERE id = :id",
                named_params! {
                    ":id": id.as_str(), ":typed": news.typed, ":kind": news.target_kind, ":key": news.target_key,
                    ":brand": news.brand, ":search": news.search.to_lowercase(), ":at": at.map(Moment::millis),
                },
            )?;
            Ok(())
        })
    }

    /// One case.
    ///
    /// # Errors
    /// [`LedgerError::NotFound`].
    pub fn case(&self, id: &CaseId) -> Result<CaseFile, LedgerError> {
        self.read(|db| Ok(db.query_row("SELECT * FROM case_file WHERE id = ?1", [id.as_str()], CaseFile::from_row)?))
    }

    /// A page of cases, newest news first.
    ///
    /// # Errors
    /// As every read.
    pub fn cases(&self, query: &CaseQuery) -> Result<Vec<CaseFile>, LedgerError> {
        let (mut sql, mut values) = Self::matching("SELECT * FROM case_file", query);
        if let Some(bucket) = query.bucket {
            sql.push_str(" AND bucket = ?");
            values.push(Box::new(bucket.as_str()));
        }
        if let Some((at, id)) = &query.after {
            sql.push_str(" AND (news_at, id) < (?, ?)");
            values.push(Box::new(at.millis()));
            values.push(Box::new(id.as_str().to_owned()));
        }
        sql.push_str(" ORDER BY news_at DESC, id DESC LIMIT ?");
        values.push(Box::new(query.most));
        self.read(|db| {
            let mut statement = db.prepare_cached(&sql)?;
            let rows = statement.query_map(rusqlite::params_from_iter(values.iter()), CaseFile::from_row)?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
    }

    /// How many cases each filter holds under the same search.
    ///
    /// # Errors
    /// As every read.
    pub fn count_cases(&self, query: &CaseQuery) -> Result<BucketCounts, LedgerError> {
        let (mut sql, values) = Self::matching("SELECT bucket, count(*) FROM case_file", query);
        sql.push_str(" GROUP BY bucket");
        self.read(|db| {
            let mut statement = db.prepare_cached(&sql)?;
            let mut rows = statement.query(rusqlite::params_from_iter(values.iter()))?;
            let mut counts = BucketCounts::default();
            while let Some(row) = rows.next()? {
                let count = row.get(1)?;
                match row.get::<_, String>(0)?.as_str() {
                    "draft" => counts.draft = count,
                    "needs_you" => counts.needs_you = count,
                    "done" => counts.done = count,
                    _ => counts.waiting += count,
                }
            }
            Ok(counts)
        })
    }

    /// When a service was last asked for news of any case.
    ///
    /// # Errors
    /// As every read.
    pub fn last_refresh(&self) -> Result<Option<Moment>, LedgerError> {
        self.read(|db| {
            let at = db.query_row("SELECT max(refreshed_at) FROM case_file WHERE side = 'cases'", [], |row| {
                row.get::<_, Option<i64>>(0)
            });
            Ok(at.optional()?.flatten().map(Moment))
        })
    }

    fn matching(select: &str, query: &CaseQuery) -> (String, Vec<Box<dyn ToSql>>) {
        let mut sql = format!("{select} WHERE deleted_at IS NULL AND side = 'cases'");
        let mut values: Vec<Box<dyn ToSql>> = Vec::new();
        for pattern in patterns(&query.words) {
            sql.push_str(" AND search LIKE ? ESCAPE '\\'");
            values.push(Box::new(pattern));
        }
        if let Some(since) = query.since {
            sql.push_str(" AND news_at >= ?");
            values.push(Box::new(since.millis()));
        }
        (sql, values)
    }
}
