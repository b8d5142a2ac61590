//! Notices, letters, digests and how members want them.

crate::change!(
    "m0006_digests",
    "
CREATE TABLE mail_preferences (
  member_id {id} NOT NULL PRIMARY KEY REFERENCES members (id) ON DELETE CASCADE,
  rhythm TEXT NOT NULL,
  weekday INTEGER NOT NULL,
  hour INTEGER NOT NULL,
  replies BOOLEAN NOT NULL,
  mentions BOOLEAN NOT NULL,
  approvals BOOLEAN NOT NULL,
  next_digest_at BIGINT,
  last_digest_at BIGINT,
  version INTEGER NOT NULL
);
CREATE INDEX mail_preferences_due ON mail_preferences (next_digest_at, member_id) WHERE next_digest_at IS NOT NULL;
CREATE TABLE letters (
  id {id} NOT NULL PRIMARY KEY,
  member_id {id} NOT NULL REFERENCES members (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  event_key TEXT NOT NULL,
  thread_id {id},
  payload TEXT NOT NULL,
  state TEXT NOT NULL,
  note TEXT,
  created_at BIGINT NOT NULL,
  sealed_at BIGINT,
  sent_at BIGINT
);
CREATE UNIQUE INDEX letters_event ON letters (member_id, event_key);
CREATE INDEX letters_member ON letters (member_id, created_at);
CREATE INDEX letters_open ON letters (member_id, thread_id) WHERE state = 'waiting';
CREATE TABLE notices (
  id {id} NOT NULL PRIMARY KEY,
  member_id {id} NOT NULL REFERENCES members (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  event_key TEXT NOT NULL,
  space_id {id},
  thread_id {id},
  post_id {id},
  actor_id {id},
  letter_id {id},
  data TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  read_at BIGINT
);
CREATE UNIQUE INDEX notices_event ON notices (member_id, event_key);
CREATE INDEX notices_member ON notices (member_id, created_at, id);
CREATE INDEX notices_unread ON notices (member_id) WHERE read_at IS NULL;
CREATE INDEX notices_letter ON notices (letter_id) WHERE letter_id IS NOT NULL;
CREATE TABLE digest_issues (
  member_id {id} NOT NULL REFERENCES members (id) ON DELETE CASCADE,
  period_start BIGINT NOT NULL,
  period_end BIGINT NOT NULL,
  state TEXT NOT NULL,
  made_at BIGINT NOT NULL,
  PRIMARY KEY (member_id, period_start)
);
CREATE TABLE suppressions (
  email_key TEXT NOT NULL PRIMARY KEY,
  score INTEGER NOT NULL,
  reason TEXT NOT NULL,
  at BIGINT NOT NULL
)
"
);
