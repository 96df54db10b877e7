-- What the services said. Nothing here is the only copy: a file of another version is made anew, never migrated.
-- Times are milliseconds since 1970, UTC. Words of a service stand as they came.

CREATE TABLE filed_report (
  id              TEXT PRIMARY KEY,
  cdate           INTEGER,
  domain          TEXT NOT NULL,
  raw_type        TEXT NOT NULL,
  raw_status      TEXT NOT NULL,
  raw_denial      TEXT,
  submitter_email TEXT,
  search          TEXT NOT NULL,
  listed_at       INTEGER NOT NULL,
  -- A report whose time can't be read stands where we first heard of it.
  shown_at        INTEGER NOT NULL GENERATED ALWAYS AS (coalesce(cdate, listed_at)) VIRTUAL,
  read_at         INTEGER,
  -- The long ones come last: lists and counts then never walk over them.
  detail_json     TEXT,
  emails_json     TEXT
) STRICT;
CREATE INDEX filed_by_time ON filed_report (shown_at DESC, id DESC);
CREATE INDEX filed_by_status ON filed_report (raw_status, shown_at DESC, id DESC);

CREATE TABLE mark (
  list          TEXT PRIMARY KEY,
  account       TEXT,
  refreshed_at  INTEGER,
  whole_walk_at INTEGER,
  unfinished    INTEGER NOT NULL DEFAULT 0 CHECK (unfinished IN (0, 1)),
  following     TEXT,
  said          TEXT
) STRICT;
INSERT INTO mark (list) VALUES ('filed');
