-- A case may tell several services, or one of them several things: what stands where is the submission's, and the case
-- shows what presses most of all of them.

ALTER TABLE submission ADD COLUMN bucket TEXT CHECK (bucket IN ('waiting', 'needs_you', 'done'));
ALTER TABLE submission ADD COLUMN status TEXT;
ALTER TABLE submission ADD COLUMN raw_status TEXT;
ALTER TABLE submission ADD COLUMN denial TEXT;
ALTER TABLE submission ADD COLUMN refreshed_at INTEGER;
-- What it is about, where a case may hold several reports to one service.
ALTER TABLE submission ADD COLUMN host TEXT;
-- The person said that there is nothing more to do about where it stands.
ALTER TABLE submission ADD COLUMN settled INTEGER NOT NULL DEFAULT 0 CHECK (settled IN (0, 1));

ALTER TABLE case_file ADD COLUMN status_of TEXT;
ALTER TABLE case_file ADD COLUMN denial TEXT;

-- What was known of a case was known of its newest submission.
UPDATE submission SET
  bucket = (SELECT c.bucket FROM case_file c WHERE c.id = case_id AND c.bucket <> 'draft'),
  status = (SELECT c.status FROM case_file c WHERE c.id = case_id AND c.bucket <> 'draft'),
  raw_status = (SELECT c.raw_status FROM case_file c WHERE c.id = case_id AND c.bucket <> 'draft'),
  refreshed_at = (SELECT c.refreshed_at FROM case_file c WHERE c.id = case_id)
WHERE state <> 'undone'
  AND id = (SELECT s.id FROM submission s WHERE s.case_id = submission.case_id AND s.state <> 'undone'
            ORDER BY s.confirmed_at DESC, s.id DESC LIMIT 1);
UPDATE submission SET
  bucket = CASE WHEN state = 'accepted' THEN 'waiting' ELSE 'needs_you' END,
  status = CASE WHEN state = 'accepted' THEN 'pending_review' ELSE 'not_sent' END
WHERE state <> 'undone' AND bucket IS NULL;
UPDATE case_file SET status_of = nullif(sent_to, '') WHERE bucket <> 'draft';

CREATE INDEX submission_by_number ON submission (remote_id);
CREATE INDEX submission_by_draft ON submission (draft_id);

-- The addresses that a submission names, in their canonical form: for "you reported this on ...".
CREATE TABLE submission_address (
  submission_id TEXT NOT NULL REFERENCES submission (id),
  ordinal       INTEGER NOT NULL,
  address       TEXT NOT NULL,
  PRIMARY KEY (submission_id, ordinal)
) STRICT;
CREATE INDEX submission_address_by_address ON submission_address (address);
CREATE TRIGGER submission_address_is_frozen BEFORE UPDATE ON submission_address
BEGIN SELECT RAISE(ABORT, 'a submission is frozen'); END;
CREATE TRIGGER submission_address_stays BEFORE DELETE ON submission_address
BEGIN SELECT RAISE(ABORT, 'a submission is frozen'); END;
