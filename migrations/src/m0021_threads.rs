//! Conversations: threads whose readers are their members. And posts that somebody found something
//! wrong with: of a conversation these alone are shown to moderators.

crate::change!(
    "m0021_threads",
    "
CREATE TABLE conversation_members (
  thread_id {id} NOT NULL REFERENCES threads (id),
  member_id {id} NOT NULL,
  state TEXT NOT NULL,
  since BIGINT NOT NULL,
  PRIMARY KEY (thread_id, member_id)
);
CREATE INDEX conversation_members_of ON conversation_members (member_id, state);
ALTER TABLE posts ADD COLUMN reported_at BIGINT;
CREATE TABLE reports (
  id {id} PRIMARY KEY,
  case_id {id} NOT NULL REFERENCES cases (id),
  post_id {id} NOT NULL,
  reporter_id {id},
  reason TEXT NOT NULL,
  note TEXT NOT NULL,
  version INTEGER NOT NULL,
  outcome TEXT,
  reported_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX reports_once ON reports (post_id, reporter_id, version);
CREATE INDEX reports_of_case ON reports (case_id);
CREATE INDEX reports_by ON reports (reporter_id);
ALTER TABLE members ADD COLUMN approachable BOOLEAN NOT NULL DEFAULT TRUE
"
);
