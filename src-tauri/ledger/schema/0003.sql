-- A file is of one side: what we ask others to remove, or what is done to our own sites. No list mixes the two.
ALTER TABLE case_file ADD COLUMN side TEXT NOT NULL DEFAULT 'cases' CHECK (side IN ('cases', 'sites'));
DROP INDEX case_by_news;
CREATE INDEX case_by_news ON case_file (news_at DESC, id DESC) WHERE deleted_at IS NULL AND side = 'cases';

-- The blocks on our own sites that a submission asks a review of; without a number, the whole report.
CREATE TABLE submission_block (
  submission_id TEXT NOT NULL REFERENCES submission (id),
  ordinal       INTEGER NOT NULL,
  account       TEXT NOT NULL,
  report_id     TEXT NOT NULL,
  block_id      TEXT,
  reason        TEXT,
  PRIMARY KEY (submission_id, ordinal)
) STRICT;
CREATE INDEX submission_block_by_block ON submission_block (account, report_id, block_id);
CREATE TRIGGER submission_block_is_frozen BEFORE UPDATE ON submission_block
BEGIN SELECT RAISE(ABORT, 'a submission is frozen'); END;
CREATE TRIGGER submission_block_stays BEFORE DELETE ON submission_block
BEGIN SELECT RAISE(ABORT, 'a submission is frozen'); END;
