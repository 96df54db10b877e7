-- Reports that Cloudflare received about our sites, and its blocks on them. Whatever it forgets stays here: resolved
-- blocks are shown for 30 days only. Kept by account, so that another choice of account takes nothing away.

-- Every row and index names its account: as a number they stay small.
CREATE TABLE account (
  n  INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE received_report (
  n             INTEGER PRIMARY KEY,
  account       INTEGER NOT NULL REFERENCES account (n),
  id            TEXT NOT NULL,
  cdate         INTEGER,
  domain        TEXT NOT NULL COLLATE NOCASE,
  raw_type      TEXT NOT NULL,
  raw_status    TEXT NOT NULL,
  accepted_urls INTEGER,
  active        INTEGER,
  in_review     INTEGER,
  pending       INTEGER,
  host_notified INTEGER CHECK (host_notified IN (0, 1)),
  addresses     INTEGER NOT NULL,
  listed_at     INTEGER NOT NULL,
  -- A report whose time can't be read stands where we first heard of it.
  shown_at      INTEGER NOT NULL GENERATED ALWAYS AS (coalesce(cdate, listed_at)) VIRTUAL,
  status_no     INTEGER NOT NULL GENERATED ALWAYS AS
                  (CASE raw_status WHEN 'accepted' THEN 0 WHEN 'in_review' THEN 1 ELSE 2 END) VIRTUAL,
  -- What the list says of its blocks, in one word: they are read when it is another one.
  says          TEXT NOT NULL GENERATED ALWAYS AS
                  (raw_status || ' ' || coalesce(accepted_urls, '-') || ' ' || coalesce(active, '-') || ' '
                   || coalesce(in_review, '-') || ' ' || coalesce(pending, '-')) VIRTUAL,
  -- What it said when its blocks were last read whole, and what when the reading under way began.
  summary       TEXT,
  reading_says  TEXT,
  -- The page of its blocks to be read next; none where there is nothing to read.
  next_page     INTEGER CHECK (next_page > 0),
  -- For how many rows a page the reading under way asks: its page numbers mean nothing with another number. None where
  -- the service's own has to do.
  asked_rows    INTEGER,
  -- Whether every block of the reading under way could be read: else nothing is held to be gone.
  all_readable  INTEGER NOT NULL DEFAULT 1 CHECK (all_readable IN (0, 1)),
  read_at       INTEGER,
  -- When its blocks could not be read, where nothing better came of it since.
  tried_at      INTEGER,
  -- A block that is about to start has a date. What could not be read holds up no other.
  turn          INTEGER NOT NULL GENERATED ALWAYS AS
                  (CASE WHEN tried_at IS NOT NULL THEN 2 WHEN coalesce(pending, 0) > 0 THEN 0 ELSE 1 END) VIRTUAL,
  search        TEXT NOT NULL,
  -- The long ones come last: lists and counts then never walk over them.
  urls_json        TEXT NOT NULL,
  justification    TEXT,
  original_work    TEXT,
  submitter_json   TEXT,
  emails_json      TEXT,
  eligibility_json TEXT,
  UNIQUE (account, id)
) STRICT;
CREATE INDEX received_by_time ON received_report (account, shown_at);
CREATE INDEX received_by_domain ON received_report (account, domain, shown_at);
CREATE INDEX received_by_type ON received_report (account, raw_type, shown_at);
CREATE INDEX received_by_status ON received_report (account, status_no, shown_at);
CREATE INDEX received_due ON received_report (account, turn, shown_at DESC, n DESC) WHERE next_page IS NOT NULL;

CREATE TABLE block (
  n             INTEGER PRIMARY KEY,
  account       INTEGER NOT NULL REFERENCES account (n),
  report        INTEGER NOT NULL REFERENCES received_report (n),
  id            TEXT NOT NULL,
  raw_kind      TEXT NOT NULL,
  raw_status    TEXT NOT NULL,
  effective_at  INTEGER,
  raw_effective TEXT NOT NULL,
  raw_scope     TEXT NOT NULL,
  entity_id     TEXT NOT NULL,
  -- An address or domain as the service gave it; empty where it told none.
  place         TEXT NOT NULL,
  place_exact   INTEGER NOT NULL CHECK (place_exact IN (0, 1)),
  one_of        INTEGER NOT NULL,
  first_seen    INTEGER NOT NULL,
  since         INTEGER NOT NULL,
  gone_at       INTEGER,
  kept          INTEGER NOT NULL DEFAULT 0 CHECK (kept IN (0, 1)),
  status_no     INTEGER NOT NULL GENERATED ALWAYS AS
                  (CASE raw_status WHEN 'pending' THEN 0 WHEN 'active' THEN 1 WHEN 'in_review' THEN 2
                   WHEN 'cancelled' THEN 3 WHEN 'removed' THEN 4 ELSE 5 END) VIRTUAL,
  scope_no      INTEGER NOT NULL GENERATED ALWAYS AS
                  (CASE raw_scope WHEN 'url_pattern' THEN 0 WHEN 'zone' THEN 1 WHEN 'account' THEN 2
                   WHEN 'custom_expression' THEN 3 ELSE 4 END) VIRTUAL,
  starts_at     INTEGER NOT NULL GENERATED ALWAYS AS (coalesce(effective_at, first_seen)) VIRTUAL,
  -- The clock: about to start, in force, under review, the rest; what Cloudflare does not show any more is the rest.
  rank          INTEGER NOT NULL GENERATED ALWAYS AS
                  (CASE WHEN gone_at IS NOT NULL THEN 3 WHEN raw_status = 'pending' THEN 0
                   WHEN raw_status = 'active' THEN 1 WHEN raw_status = 'in_review' THEN 2 ELSE 3 END) VIRTUAL,
  -- The soonest start first, a start that can't be read last; whatever has begun, newest first.
  clock         INTEGER NOT NULL GENERATED ALWAYS AS
                  (CASE WHEN gone_at IS NULL AND raw_status = 'pending'
                   THEN coalesce(effective_at, 9223372036854775807) ELSE -coalesce(effective_at, first_seen) END) VIRTUAL,
  -- By its host, whatever the scheme. No more of an address is needed to sort it.
  place_key     TEXT NOT NULL GENERATED ALWAYS AS
                  (lower(substr(place, CASE WHEN place LIKE 'https://%' THEN 9 WHEN place LIKE 'http://%' THEN 8
                                       ELSE 1 END, 80))) VIRTUAL,
  search        TEXT NOT NULL,
  UNIQUE (report, id)
) STRICT;
CREATE INDEX block_by_clock ON block (account, rank, clock);
CREATE INDEX block_by_status ON block (account, status_no, rank, clock);
CREATE INDEX block_by_kind ON block (account, raw_kind, rank, clock);
CREATE INDEX block_by_scope ON block (account, scope_no, rank, clock);
CREATE INDEX block_by_place ON block (account, place_key);
CREATE INDEX block_by_start ON block (account, starts_at);
CREATE INDEX block_by_report ON block (report, rank, clock);

-- Where a block went after it was first seen.
CREATE TABLE block_change (
  n              INTEGER PRIMARY KEY,
  block          INTEGER NOT NULL REFERENCES block (n),
  at             INTEGER NOT NULL,
  what           TEXT NOT NULL CHECK (what IN ('changed', 'gone', 'back')),
  from_status    TEXT NOT NULL,
  to_status      TEXT NOT NULL,
  from_effective INTEGER,
  to_effective   INTEGER
) STRICT;
CREATE INDEX block_change_by_block ON block_change (block, n);

-- Blocks that a reading of several pages has seen so far.
CREATE TABLE reading (
  report INTEGER NOT NULL REFERENCES received_report (n),
  block  INTEGER NOT NULL REFERENCES block (n),
  PRIMARY KEY (report, block)
) STRICT, WITHOUT ROWID;

-- The walk through the list of reports that is under way.
CREATE TABLE walk (
  account       INTEGER PRIMARY KEY REFERENCES account (n),
  started_at    INTEGER NOT NULL,
  total_pages   INTEGER,
  -- For how many rows a page it asks, as in received_report.
  asked_rows    INTEGER,
  reports_total INTEGER,
  lists_read    INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE walk_page (
  account INTEGER NOT NULL REFERENCES account (n),
  page    INTEGER NOT NULL,
  reports INTEGER NOT NULL,
  PRIMARY KEY (account, page)
) STRICT, WITHOUT ROWID;

CREATE TABLE sites_mark (
  account      INTEGER PRIMARY KEY REFERENCES account (n),
  refreshed_at INTEGER,
  following    TEXT,
  said         TEXT,
  waits_until  INTEGER
) STRICT;

-- Reminders that were shown. Another start of the same block is reminded of anew.
CREATE TABLE reminder (
  block        INTEGER NOT NULL REFERENCES block (n),
  effective_at INTEGER NOT NULL,
  mark         TEXT NOT NULL CHECK (mark IN ('day', 'hour')),
  at           INTEGER NOT NULL,
  PRIMARY KEY (block, effective_at, mark)
) STRICT, WITHOUT ROWID;
