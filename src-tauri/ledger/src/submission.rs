//! Tables `submission` and `submission_file`: confirmed intentions, frozen.

use domain::{CaseId, DraftId, Moment, State, SubmissionId};
use rusqlite::{Connection, Row, Transaction, params};

use crate::appeal::{self, SubmissionBlock};
use crate::case::Bucket;
use crate::open::stored;
use crate::store::sha256_of;
use crate::{Ledger, LedgerError};

/// An intention at the moment of confirming it.
#[derive(Debug, Clone)]
pub struct NewSubmission {
    /// The submission.
    pub id: SubmissionId,
    /// Its case.
    pub case_id: CaseId,
    /// The draft it is made from.
    pub draft_id: DraftId,
    /// Who is told, in the contract's word.
    pub service: String,
    /// What is asked for, in the contract's word.
    pub kind: String,
    /// Kind of target, in the contract's word.
    pub target_kind: String,
    /// The target's canonical form.
    pub target_key: String,
    /// The reference code in it.
    pub reference: String,
    /// All that is sent, in the desk's own JSON; never changed again.
    pub payload_json: String,
    /// Bytes of the request body.
    pub bytes_total: u64,
    /// When it was confirmed.
    pub confirmed_at: Moment,
    /// When it goes; none waits for the person's Send now.
    pub due_at: Option<Moment>,
    /// Its files, in order.
    pub files: Vec<SubmissionFile>,
    /// The web addresses that it names, in their canonical form.
    pub addresses: Vec<String>,
    /// The host that it is about, where a case may hold several reports to one service.
    pub host: Option<String>,
    /// The blocks on our own sites that it names.
    pub blocks: Vec<SubmissionBlock>,
}

/// A file of a submission, frozen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SubmissionFile {
    /// Hash of its bytes.
    pub sha256: String,
    /// Size of its bytes.
    pub size_bytes: u64,
    /// Its media type as sent.
    pub media_type: String,
    /// The name it is sent under.
    pub sent_name: String,
}

/// One confirmed intention, and where it stands.
#[derive(Debug, Clone)]
#[allow(missing_docs, reason = "each is the column of that name; NewSubmission and the schema tell them")]
pub struct Submission {
    pub id: SubmissionId,
    pub case_id: CaseId,
    pub draft_id: DraftId,
    pub service: String,
    pub kind: String,
    pub target_kind: String,
    pub target_key: String,
    pub reference: String,
    pub payload_json: String,
    pub payload_sha256: String,
    pub bytes_total: u64,
    pub confirmed_at: Moment,
    pub state: State,
    pub version: i64,
    pub reason: Option<String>,
    pub said: Option<String>,
    pub due_at: Option<Moment>,
    pub paused_left_ms: Option<i64>,
    pub next_look_at: Option<Moment>,
    pub skip_known: bool,
    pub candidates_json: String,
    pub remote_id: Option<String>,
    pub remote_url: Option<String>,
    pub message: Option<String>,
    pub accepted_at: Option<Moment>,
    pub appeared_ms: Option<i64>,
    pub bucket: Option<Bucket>,
    pub status: Option<String>,
    pub raw_status: Option<String>,
    pub denial: Option<String>,
    pub refreshed_at: Option<Moment>,
    pub settled: bool,
}

impl Submission {
    pub(crate) fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        let moment = |name: &str| row.get::<_, Option<i64>>(name).map(|ms| ms.map(Moment));
        let state: String = row.get("state")?;
        Ok(Self {
            id: stored(row, "id")?,
            case_id: stored(row, "case_id")?,
            draft_id: stored(row, "draft_id")?,
            service: row.get("service")?,
            kind: row.get("kind")?,
            target_kind: row.get("target_kind")?,
            target_key: row.get("target_key")?,
            reference: row.get("ref_code")?,
            payload_json: row.get("payload_json")?,
            payload_sha256: row.get("payload_sha256")?,
            bytes_total: row.get::<_, i64>("bytes_total")?.unsigned_abs(),
            confirmed_at: Moment(row.get("confirmed_at")?),
            // The column's CHECK lists the same words; anything else would be a file that was changed by hand.
            state: State::parse(&state).map_err(|_| rusqlite::Error::InvalidColumnName(state))?,
            version: row.get("state_version")?,
            reason: row.get("reason")?,
            said: row.get("said")?,
            due_at: moment("due_at")?,
            paused_left_ms: row.get("paused_left_ms")?,
            next_look_at: moment("next_look_at")?,
            skip_known: row.get("skip_known")?,
            candidates_json: row.get("candidates_json")?,
            remote_id: row.get("remote_id")?,
            remote_url: row.get("remote_url")?,
            message: row.get("message")?,
            accepted_at: moment("accepted_at")?,
            appeared_ms: row.get("appeared_ms")?,
            bucket: row.get::<_, Option<String>>("bucket")?.as_deref().and_then(Bucket::parse),
            status: row.get("status")?,
            raw_status: row.get("raw_status")?,
            denial: row.get("denial")?,
            refreshed_at: moment("refreshed_at")?,
            settled: row.get("settled")?,
        })
    }

    /// Whether the frozen payload still is what was confirmed.
    pub fn payload_is_whole(&self) -> bool {
        sha256_of(&self.payload_json) == self.payload_sha256
    }
}

/// What makes the submission `s` one whose place is taken: it is over without a person being helped by it (refused, or
/// its files damaged), and the same service was told anew in the same case (of the same host, where several were told
/// of), or a newer draft of the case is being written. An appeal has no case that holds all about its report: the place
/// of one that was refused is taken by the next about the same report.
pub(crate) const SUPERSEDED: &str = "(s.state = 'rejected' OR s.reason = 'file_damaged' OR s.status = 'report_denied')
  AND CASE WHEN s.kind = 'appeal' THEN
    EXISTS (SELECT 1 FROM submission t WHERE t.target_key = s.target_key AND t.kind = s.kind AND t.state <> 'undone'
              AND t.draft_id <> s.draft_id AND t.confirmed_at >= s.confirmed_at)
  ELSE
    (EXISTS (SELECT 1 FROM submission t WHERE t.case_id = s.case_id AND t.service = s.service AND t.state <> 'undone'
                 AND t.draft_id <> s.draft_id AND t.confirmed_at >= s.confirmed_at AND (s.host IS NULL OR s.host IS t.host
                   OR NOT EXISTS (SELECT 1 FROM submission b WHERE b.draft_id = s.draft_id AND b.service = s.service
                                    AND b.host IS NOT s.host AND b.state <> 'undone')))
    OR EXISTS (SELECT 1 FROM draft d, draft own WHERE own.id = s.draft_id AND d.case_id = s.case_id AND d.id <> own.id
                 AND d.created_at >= own.created_at AND d.sent_at IS NULL AND d.deleted_at IS NULL))
  END";

pub(crate) fn insert(db: &Transaction<'_>, new: &NewSubmission) -> Result<(), LedgerError> {
    db.execute(
        "INSERT INTO submission (id, case_id, draft_id, service, kind, target_kind, target_key, ref_code, payload_json,
           payload_sha256, bytes_total, confirmed_at, state, due_at, host)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, 'queued', ?13, ?14)",
        params![
            new.id.as_str(),
            new.case_id.as_str(),
            new.draft_id.as_str(),
            new.service,
            new.kind,
            new.target_kind,
            new.target_key,
            new.reference,
            new.payload_json,
            sha256_of(&new.payload_json),
            i64::try_from(new.bytes_total).unwrap_or(i64::MAX),
            new.confirmed_at.millis(),
            new.due_at.map(Moment::millis),
            new.host,
        ],
    )?;
    for (ordinal, file) in (1_u32..).zip(&new.files) {
        db.execute(
            "INSERT INTO submission_file (submission_id, ordinal, sha256, size_bytes, media_type, sent_name) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            params![
                new.id.as_str(),
                ordinal,
                file.sha256,
                i64::try_from(file.size_bytes).unwrap_or(i64::MAX),
                file.media_type,
                file.sent_name
            ],
        )?;
    }
    for (ordinal, address) in (1_u32..).zip(&new.addresses) {
        db.execute(
            "INSERT INTO submission_address (submission_id, ordinal, address) VALUES (?1, ?2, ?3)",
            params![new.id.as_str(), ordinal, address],
        )?;
    }
    appeal::insert(db, &new.id, &new.blocks)?;
    Ok(())
}

pub(crate) fn by_id(db: &Connection, id: &SubmissionId) -> Result<Submission, LedgerError> {
    Ok(db.query_row("SELECT * FROM submission WHERE id = ?1", [id.as_str()], Submission::from_row)?)
}

impl Ledger {
    /// The submission.
    ///
    /// # Errors
    /// [`LedgerError::NotFound`].
    pub fn submission(&self, id: &SubmissionId) -> Result<Submission, LedgerError> {
        self.read(|db| by_id(db, id))
    }

    /// Its files, in order.
    ///
    /// # Errors
    /// As every read.
    pub fn submission_files(&self, id: &SubmissionId) -> Result<Vec<SubmissionFile>, LedgerError> {
        self.read(|db| {
            let mut query = db.prepare_cached(
                "SELECT sha256, size_bytes, media_type, sent_name FROM submission_file WHERE submission_id = ?1 ORDER BY ordinal",
            )?;
            let rows = query.query_map([id.as_str()], |row| {
                Ok(SubmissionFile {
                    sha256: row.get(0)?,
                    size_bytes: row.get::<_, i64>(1)?.unsigned_abs(),
                    media_type: row.get(2)?,
                    sent_name: row.get(3)?,
                })
            })?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
    }

    /// All submissions of a case, newest first.
    ///
    /// # Errors
    /// As every read.
    pub fn submissions_of(&self, case_id: &CaseId) -> Result<Vec<Submission>, LedgerError> {
        self.submissions_where("case_id = ?1 ORDER BY confirmed_at DESC, rowid DESC", [case_id.as_str()])
    }

    /// Every submission that is not settled, oldest first.
    ///
    /// # Errors
    /// As every read.
    pub fn open_submissions(&self) -> Result<Vec<Submission>, LedgerError> {
        self.submissions_where("state NOT IN ('accepted', 'undone') ORDER BY confirmed_at, rowid", [])
    }

    /// The submissions that were confirmed with this draft, and not taken back, in the order of their sending.
    ///
    /// # Errors
    /// As every read.
    pub fn submissions_of_draft(&self, draft_id: &DraftId) -> Result<Vec<Submission>, LedgerError> {
        self.submissions_where("draft_id = ?1 AND state <> 'undone' ORDER BY confirmed_at, rowid", [draft_id.as_str()])
    }

    /// The submission that a service gave this number.
    ///
    /// # Errors
    /// As every read.
    pub fn submission_numbered(&self, number: &str) -> Result<Option<Submission>, LedgerError> {
        Ok(self.submissions_where("remote_id = ?1 ORDER BY confirmed_at LIMIT 1", [number])?.pop())
    }

    /// Submissions to a service that name this address, and that it has or may get, newest first.
    ///
    /// # Errors
    /// As every read.
    pub fn submissions_naming(&self, service: &str, address: &str) -> Result<Vec<Submission>, LedgerError> {
        self.submissions_where(
            "service = ?1 AND state NOT IN ('undone', 'rejected')
             AND NOT (state = 'needs_person' AND NOT EXISTS (SELECT 1 FROM attempt a WHERE a.submission_id = submission.id
               AND coalesce(a.outcome, '') NOT IN ('not_sent', 'deferred', 'rejected')))
             AND id IN (SELECT submission_id FROM submission_address WHERE address = ?2) ORDER BY confirmed_at DESC LIMIT 5",
            [service, address],
        )
    }

    /// Whether a newer report of the same case takes the place of one that is over: refused, or never sent.
    ///
    /// # Errors
    /// As every read.
    pub fn is_superseded(&self, id: &SubmissionId) -> Result<bool, LedgerError> {
        let sql = format!("SELECT EXISTS (SELECT 1 FROM submission s WHERE s.id = ?1 AND {SUPERSEDED})");
        self.read(|db| Ok(db.query_row(&sql, [id.as_str()], |row| row.get(0))?))
    }

    /// Accepted submissions that are not over, least recently asked first: what a poller asks about.
    ///
    /// # Errors
    /// As every read.
    pub fn followed_submissions(&self, asked_before: Moment, most: u32) -> Result<Vec<Submission>, LedgerError> {
        self.submissions_where(
            "state = 'accepted' AND remote_id IS NOT NULL AND bucket <> 'done' AND coalesce(refreshed_at, 0) <= ?1
             ORDER BY coalesce(refreshed_at, 0), id LIMIT ?2",
            params![asked_before.millis(), most],
        )
    }

    /// The newest confirmed submissions for the same target, other than those that were taken back.
    ///
    /// # Errors
    /// As every read.
    pub fn submissions_for(&self, target_key: &str) -> Result<Vec<Submission>, LedgerError> {
        self.submissions_where("target_key = ?1 AND state <> 'undone' ORDER BY confirmed_at DESC LIMIT 5", [target_key])
    }

    /// The service's numbers that other submissions for the same target have already.
    ///
    /// # Errors
    /// As every read.
    pub fn numbers_of_others(&self, one: &Submission) -> Result<Vec<String>, LedgerError> {
        self.read(|db| {
            let mut query = db.prepare_cached(
                "SELECT remote_id FROM submission WHERE target_key = ?1 AND id <> ?2 AND remote_id IS NOT NULL",
            )?;
            let rows = query.query_map([one.target_key.as_str(), one.id.as_str()], |row| row.get(0))?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
    }

    pub(crate) fn submissions_where(
        &self,
        rest: &str,
        values: impl rusqlite::Params,
    ) -> Result<Vec<Submission>, LedgerError> {
        self.read(|db| {
            let mut query = db.prepare_cached(&format!("SELECT * FROM submission WHERE {rest}"))?;
            let rows = query.query_map(values, Submission::from_row)?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
    }
}
