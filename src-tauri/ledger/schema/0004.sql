-- What a piece of evidence says, as it was read here: facts as JSON, so that no file is read twice, or why it could not
-- be read. The file is the truth; a row can be made anew from it.
CREATE TABLE reading (
  evidence_id TEXT PRIMARY KEY REFERENCES evidence (id),
  facts_json  TEXT,
  unread      TEXT,
  read_at     INTEGER NOT NULL,
  CHECK ((facts_json IS NULL) <> (unread IS NULL))
) STRICT;
