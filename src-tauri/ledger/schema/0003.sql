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
-- Whatever a dialog believes: while one request about a block may still leave, or may have, there is no second.
CREATE TRIGGER one_open_appeal BEFORE INSERT ON submission_block
WHEN EXISTS (
  SELECT 1 FROM submission_block other JOIN submission s ON s.id = other.submission_id
  WHERE other.account = new.account AND other.report_id = new.report_id AND other.block_id IS new.block_id
    AND s.state IN ('held', 'queued', 'sending', 'deferred', 'unsure', 'needs_person')
)
BEGIN SELECT RAISE(ABORT, 'a review of this block is on its way'); END;
