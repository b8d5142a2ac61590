//! Questions that nobody answered, put before people who know; whether one is asked so at all.

crate::change!(
    "m0023_threads",
    "
CREATE TABLE answer_requests (
  thread_id {id} NOT NULL REFERENCES threads (id) ON DELETE CASCADE,
  member_id {id} NOT NULL,
  side TEXT NOT NULL,
  reason TEXT NOT NULL,
  theme TEXT,
  because_id {id},
  passed_by {id},
  asked_at BIGINT NOT NULL,
  answer TEXT,
  PRIMARY KEY (thread_id, member_id)
);
CREATE INDEX answer_requests_member ON answer_requests (member_id, asked_at);
CREATE INDEX answer_requests_passed ON answer_requests (passed_by);
CREATE TABLE answer_paces (
  member_id {id} NOT NULL PRIMARY KEY,
  last_at BIGINT NOT NULL,
  before_at BIGINT
);
ALTER TABLE threads ADD COLUMN sought_at BIGINT;
CREATE INDEX threads_sought ON threads (kind, published_at) WHERE sought_at IS NULL;
CREATE INDEX threads_asked ON threads (kind, state, published_at);
ALTER TABLE mail_preferences ADD COLUMN requests BOOLEAN NOT NULL DEFAULT TRUE
"
);
