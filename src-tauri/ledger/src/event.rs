//! Table `event`: what happened, only ever added to. The timeline of a case.

use domain::{CaseId, Moment, SubmissionId};
use rusqlite::{Row, Transaction, params};

use crate::{Ledger, LedgerError};

/// Who made it happen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Actor {
    /// The app by itself.
    App,
    /// The person.
    Person,
    /// A service.
    Service,
}

impl Actor {
    fn as_str(self) -> &'static str {
        match self {
            Self::App => "app",
            Self::Person => "person",
            Self::Service => "service",
        }
    }
}

/// Something that happened, to be written down.
#[derive(Debug, Clone)]
pub struct NewEvent {
    /// When.
    pub at: Moment,
    /// What, in the contract's word for it.
    pub kind: &'static str,
    /// Who made it happen.
    pub actor: Actor,
    /// About which submission.
    pub submission_id: Option<SubmissionId>,
    /// Which service took part.
    pub service: Option<String>,
    /// Whatever else the timeline tells, as JSON.
    pub detail: serde_json::Value,
}

/// Something that happened.
#[derive(Debug, Clone)]
pub struct Event {
    /// When.
    pub at: Moment,
    /// What, in the contract's word for it.
    pub kind: String,
    /// About which submission.
    pub submission_id: Option<SubmissionId>,
    /// Which service took part.
    pub service: Option<String>,
    /// Whatever else the timeline tells, as JSON.
    pub detail: serde_json::Value,
}

impl Event {
    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        let detail: String = row.get("detail_json")?;
        Ok(Self {
            at: Moment(row.get("at")?),
            kind: row.get("kind")?,
            submission_id: row.get::<_, Option<String>>("submission_id")?.and_then(|id| SubmissionId::parse(&id).ok()),
            service: row.get("service")?,
            detail: serde_json::from_str(&detail).unwrap_or_default(),
        })
    }
}

/// Writes an event, and the two states that a submission went between.
pub(crate) fn add(
    db: &Transaction<'_>,
    case_id: &CaseId,
    event: &NewEvent,
    states: Option<(&str, &str)>,
) -> Result<(), LedgerError> {
    db.execute(
        "INSERT INTO event (case_id, submission_id, at, kind, actor, from_state, to_state, service, detail_json)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        params![
            case_id.as_str(),
            event.submission_id.as_ref().map(SubmissionId::as_str),
            event.at.millis(),
            event.kind,
            event.actor.as_str(),
            states.map(|(from, _)| from),
            states.map(|(_, to)| to),
            event.service,
            event.detail.to_string(),
        ],
    )?;
    db.execute(
        "UPDATE case_file SET news_at = max(news_at, ?2) WHERE id = ?1",
        params![case_id.as_str(), event.at.millis()],
    )?;
    Ok(())
}

impl Ledger {
    /// Adds to the history of a case.
    ///
    /// # Errors
    /// As every write.
    pub fn add_event(&self, case_id: &CaseId, event: &NewEvent) -> Result<(), LedgerError> {
        self.write(|db| add(db, case_id, event, None))
    }

    /// The history of a case, newest first.
    ///
    /// # Errors
    /// As every read.
    pub fn events(&self, case_id: &CaseId) -> Result<Vec<Event>, LedgerError> {
        self.read(|db| {
            let mut query = db.prepare_cached(
                "SELECT at, kind, submission_id, service, detail_json FROM event WHERE case_id = ?1 ORDER BY at DESC, id DESC",
            )?;
            let rows = query.query_map([case_id.as_str()], Event::from_row)?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
    }

    /// How many events of this kind there are in all cases.
    ///
    /// # Errors
    /// As every read.
    pub fn count_events(&self, kind: &str) -> Result<u32, LedgerError> {
        self.read(|db| Ok(db.query_row("SELECT count(*) FROM event WHERE kind = ?1", [kind], |row| row.get(0))?))
    }
}
