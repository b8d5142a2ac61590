//! What a report weighs, and by what; what was made of it, by which its maker's later ones weigh.

crate::change!(
    "m0025_moderation",
    "
ALTER TABLE reports ADD COLUMN trust INTEGER NOT NULL DEFAULT 0;
ALTER TABLE reports ADD COLUMN agreed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE reports ADD COLUMN judged INTEGER NOT NULL DEFAULT 0;
ALTER TABLE reports ADD COLUMN accuracy INTEGER NOT NULL DEFAULT 0;
ALTER TABLE reports ADD COLUMN bonus INTEGER NOT NULL DEFAULT 0;
ALTER TABLE reports ADD COLUMN score INTEGER NOT NULL DEFAULT 100;
ALTER TABLE reports ADD COLUMN verdict TEXT;
UPDATE reports SET verdict = 'agree' WHERE outcome = 'removed';
CREATE INDEX reports_judged ON reports (reporter_id, verdict, reported_at);
ALTER TABLE cases ADD COLUMN score BIGINT NOT NULL DEFAULT 0;
UPDATE cases SET score = (SELECT 100 * COUNT(*) FROM reports r
  WHERE r.case_id = cases.id AND r.outcome IS NULL) WHERE kind = 'report';
CREATE INDEX cases_score ON cases (state, score, opened_at, id)
"
);
