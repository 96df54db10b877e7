-- The first schema. Times are milliseconds since 1970, UTC. Ids are UUIDs (version 7) as text.

CREATE TABLE fact (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE case_file (
  id           TEXT PRIMARY KEY,
  created_at   INTEGER NOT NULL,
  news_at      INTEGER NOT NULL,
  typed        TEXT NOT NULL DEFAULT '',
  target_kind  TEXT,
  target_key   TEXT,
  brand        TEXT NOT NULL DEFAULT '',
  bucket       TEXT NOT NULL CHECK (bucket IN ('draft', 'waiting', 'needs_you', 'done')),
  status       TEXT NOT NULL,
  raw_status   TEXT,
  sent_to      TEXT NOT NULL DEFAULT '',
  number       TEXT,
  service_url  TEXT,
  flags_json   TEXT NOT NULL DEFAULT '[]',
  refreshed_at INTEGER,
  search       TEXT NOT NULL DEFAULT '',
  deleted_at   INTEGER
) STRICT;
CREATE INDEX case_by_news ON case_file (news_at DESC, id DESC) WHERE deleted_at IS NULL;
CREATE INDEX case_by_key ON case_file (target_key) WHERE deleted_at IS NULL;

CREATE TABLE draft (
  id          TEXT PRIMARY KEY,
  case_id     TEXT NOT NULL REFERENCES case_file (id),
  reference   TEXT NOT NULL,
  fields_json TEXT NOT NULL,
  created_at  INTEGER NOT NULL,
  saved_at    INTEGER NOT NULL,
  sent_at     INTEGER,
  deleted_at  INTEGER
) STRICT;
CREATE INDEX draft_by_case ON draft (case_id);

CREATE TABLE evidence (
  id         TEXT PRIMARY KEY,
  case_id    TEXT NOT NULL REFERENCES case_file (id),
  ordinal    INTEGER NOT NULL,
  name       TEXT NOT NULL,
  sha256     TEXT NOT NULL CHECK (length(sha256) = 64),
  size_bytes INTEGER NOT NULL CHECK (size_bytes > 0),
  kind       TEXT NOT NULL,
  media_type TEXT NOT NULL,
  problem    TEXT,
  send       INTEGER NOT NULL CHECK (send IN (0, 1)),
  added_at   INTEGER NOT NULL,
  removed_at INTEGER
) STRICT;
CREATE INDEX evidence_by_case ON evidence (case_id, ordinal);

CREATE TABLE submission (
  id             TEXT PRIMARY KEY,
  case_id        TEXT NOT NULL REFERENCES case_file (id),
  draft_id       TEXT NOT NULL REFERENCES draft (id),
  service        TEXT NOT NULL,
  kind           TEXT NOT NULL,
  target_kind    TEXT NOT NULL,
  target_key     TEXT NOT NULL,
  ref_code       TEXT NOT NULL,
  payload_json   TEXT NOT NULL,
  payload_sha256 TEXT NOT NULL CHECK (length(payload_sha256) = 64),
  bytes_total    INTEGER NOT NULL,
  confirmed_at   INTEGER NOT NULL,
  state          TEXT NOT NULL CHECK (state IN ('held', 'queued', 'sending', 'deferred', 'unsure', 'needs_person', 'accepted', 'rejected', 'undone')),
  state_version  INTEGER NOT NULL DEFAULT 1,
  reason         TEXT,
  said           TEXT,
  due_at         INTEGER,
  paused_left_ms INTEGER,
  next_look_at   INTEGER,
  skip_known     INTEGER NOT NULL DEFAULT 0,
  candidates_json TEXT NOT NULL DEFAULT '[]',
  remote_id      TEXT,
  remote_url     TEXT,
  message        TEXT,
  accepted_at    INTEGER,
  appeared_ms    INTEGER
) STRICT;
CREATE INDEX submission_by_case ON submission (case_id);
CREATE INDEX submission_by_state ON submission (state, due_at);

CREATE TRIGGER submission_is_frozen BEFORE UPDATE ON submission
WHEN old.id <> new.id OR old.case_id <> new.case_id OR old.draft_id <> new.draft_id OR old.service <> new.service
  OR old.kind <> new.kind OR old.target_kind <> new.target_kind OR old.target_key <> new.target_key
  OR old.ref_code <> new.ref_code OR old.payload_json <> new.payload_json
  OR old.payload_sha256 <> new.payload_sha256 OR old.bytes_total <> new.bytes_total
  OR old.confirmed_at <> new.confirmed_at
BEGIN SELECT RAISE(ABORT, 'a submission is frozen'); END;

CREATE TRIGGER submission_stays BEFORE DELETE ON submission
BEGIN SELECT RAISE(ABORT, 'a submission is never deleted'); END;

-- Whatever a worker believes: what is settled stays settled, and what may have been sent is never queued again
-- without the proof or the decision that the attempt trigger asks for as well.
CREATE TRIGGER submission_settles_once BEFORE UPDATE OF state ON submission
WHEN (old.state IN ('accepted', 'undone') AND new.state <> old.state)
  OR (old.state = 'sending' AND new.state IN ('queued', 'held', 'undone'))
  OR (new.state = 'undone' AND old.state NOT IN ('held', 'queued', 'deferred', 'needs_person', 'undone'))
  OR (new.state = 'undone' AND EXISTS (SELECT 1 FROM attempt WHERE submission_id = old.id AND outcome NOT IN ('not_sent', 'deferred', 'rejected')))
BEGIN SELECT RAISE(ABORT, 'this change of state is forbidden'); END;

CREATE TABLE submission_file (
  submission_id TEXT NOT NULL REFERENCES submission (id),
  ordinal       INTEGER NOT NULL,
  sha256        TEXT NOT NULL CHECK (length(sha256) = 64),
  size_bytes    INTEGER NOT NULL,
  media_type    TEXT NOT NULL,
  sent_name     TEXT NOT NULL,
  PRIMARY KEY (submission_id, ordinal)
) STRICT;
CREATE TRIGGER submission_file_is_frozen BEFORE UPDATE ON submission_file
BEGIN SELECT RAISE(ABORT, 'a submission is frozen'); END;
CREATE TRIGGER submission_file_stays BEFORE DELETE ON submission_file
BEGIN SELECT RAISE(ABORT, 'a submission is frozen'); END;

CREATE TABLE attempt (
  id            INTEGER PRIMARY KEY,
  submission_id TEXT NOT NULL REFERENCES submission (id),
  n             INTEGER NOT NULL,
  phase         TEXT NOT NULL CHECK (phase IN ('sending', 'closed')),
  started_at    INTEGER NOT NULL,
  closed_at     INTEGER,
  bytes_total   INTEGER NOT NULL,
  bytes_handed  INTEGER NOT NULL DEFAULT 0,
  http_status   INTEGER,
  outcome       TEXT CHECK (outcome IN ('not_sent', 'probably_not', 'maybe', 'accepted', 'rejected', 'deferred')),
  detail        TEXT,
  baseline_json TEXT NOT NULL,
  server_at     INTEGER,
  request_id    TEXT,
  UNIQUE (submission_id, n),
  CHECK ((phase = 'closed') = (outcome IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX one_open_attempt ON attempt (submission_id) WHERE phase <> 'closed';

CREATE TABLE look (
  id          INTEGER PRIMARY KEY,
  attempt_id  INTEGER NOT NULL REFERENCES attempt (id),
  n           INTEGER NOT NULL,
  at          INTEGER NOT NULL,
  query       TEXT NOT NULL,
  result      TEXT NOT NULL CHECK (result IN ('exact', 'candidates', 'absent', 'error')),
  proves      INTEGER NOT NULL DEFAULT 0 CHECK (proves IN (0, 1)),
  detail_json TEXT NOT NULL DEFAULT '{}',
  UNIQUE (attempt_id, n),
  CHECK (proves = 0 OR result = 'absent')
) STRICT;

CREATE TABLE decision (
  id            INTEGER PRIMARY KEY,
  submission_id TEXT NOT NULL REFERENCES submission (id),
  at            INTEGER NOT NULL,
  what          TEXT NOT NULL CHECK (what IN ('send_again', 'send_anyway', 'found', 'send_held')),
  after_attempt INTEGER NOT NULL,
  detail        TEXT
) STRICT;

-- The rule of the house: nothing is sent again after it may have arrived, unless a look proved it absent (and the
-- connection broke before the last byte, and that is the first time), or the person said so after that very attempt.
CREATE TRIGGER never_twice BEFORE INSERT ON attempt
WHEN EXISTS (
  SELECT 1 FROM attempt last
  WHERE last.submission_id = new.submission_id
    AND last.n = (SELECT max(n) FROM attempt WHERE submission_id = new.submission_id)
    AND NOT (
      (last.phase = 'closed' AND last.outcome IN ('not_sent', 'deferred'))
      OR EXISTS (SELECT 1 FROM decision d WHERE d.submission_id = new.submission_id AND d.what IN ('send_again', 'send_anyway') AND d.after_attempt = last.n)
      OR (last.phase = 'closed' AND last.outcome = 'probably_not'
          AND EXISTS (SELECT 1 FROM look l WHERE l.attempt_id = last.id AND l.proves = 1)
          AND (SELECT count(*) FROM attempt a WHERE a.submission_id = new.submission_id AND a.outcome = 'probably_not') = 1)
    )
)
BEGIN SELECT RAISE(ABORT, 'this may have been sent already'); END;

CREATE TRIGGER never_sent_when_settled BEFORE INSERT ON attempt
WHEN (SELECT state FROM submission WHERE id = new.submission_id) NOT IN ('queued', 'deferred')
BEGIN SELECT RAISE(ABORT, 'this submission is not waiting to be sent'); END;

-- A row that says "sending" with no attempt behind it could never be settled, and one that says anything else while an
-- attempt is open would hide that bytes may be leaving.
CREATE TRIGGER sending_is_an_open_attempt BEFORE UPDATE OF state ON submission
WHEN (new.state = 'sending') <> EXISTS (SELECT 1 FROM attempt WHERE submission_id = old.id AND phase <> 'closed')
BEGIN SELECT RAISE(ABORT, 'sending and an open attempt belong together'); END;

CREATE TRIGGER attempt_is_closed_once BEFORE UPDATE ON attempt WHEN old.phase = 'closed'
BEGIN SELECT RAISE(ABORT, 'a closed attempt is history'); END;
CREATE TRIGGER attempt_stays BEFORE DELETE ON attempt
BEGIN SELECT RAISE(ABORT, 'an attempt is never deleted'); END;

CREATE TABLE event (
  id            INTEGER PRIMARY KEY,
  case_id       TEXT NOT NULL REFERENCES case_file (id),
  submission_id TEXT REFERENCES submission (id),
  at            INTEGER NOT NULL,
  kind          TEXT NOT NULL,
  actor         TEXT NOT NULL CHECK (actor IN ('app', 'person', 'service')),
  from_state    TEXT,
  to_state      TEXT,
  service       TEXT,
  detail_json   TEXT NOT NULL DEFAULT '{}'
) STRICT;
CREATE INDEX event_by_case ON event (case_id, at DESC, id DESC);
CREATE TRIGGER event_is_history BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'history is only added to'); END;
CREATE TRIGGER event_stays BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'history is only added to'); END;
