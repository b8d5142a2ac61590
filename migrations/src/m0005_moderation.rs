//! Cases, their history, decisions, the public log.
//!
//! A case is one per subject and kind, and is opened again rather than
//! doubled; `thread_id`, `post_id` and `revision_id` say where its text
//! stands, `wording` which wording of it the case's version stands for.
//! `effects` of a decision is what undoing it has to reverse.

crate::change!(
    "m0005_moderation",
    "
CREATE TABLE cases (
  id {id} NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  subject_type TEXT NOT NULL,
  subject_id {id} NOT NULL,
  space_id {id},
  thread_id {id},
  post_id {id},
  revision_id {id},
  wording BIGINT NOT NULL,
  language TEXT,
  author_id {id},
  reason TEXT NOT NULL,
  state TEXT NOT NULL,
  version INTEGER NOT NULL,
  claimed_by {id},
  claimed_until BIGINT,
  opened_at BIGINT NOT NULL,
  decided_at BIGINT
);
CREATE UNIQUE INDEX cases_subject ON cases (subject_id, kind);
CREATE INDEX cases_queue ON cases (state, opened_at, id);
CREATE INDEX cases_space ON cases (space_id, state, opened_at);
CREATE INDEX cases_author ON cases (author_id);
CREATE INDEX cases_post ON cases (post_id);
CREATE TABLE decisions (
  id {id} NOT NULL PRIMARY KEY,
  reference TEXT NOT NULL,
  case_id {id} NOT NULL REFERENCES cases (id),
  subject_id {id} NOT NULL,
  author_id {id},
  made_by {id} NOT NULL,
  action TEXT NOT NULL,
  reason TEXT,
  note TEXT,
  welcome BOOLEAN NOT NULL,
  restrictions TEXT NOT NULL,
  effects TEXT NOT NULL,
  made_at BIGINT NOT NULL,
  undone_at BIGINT,
  undone_by {id}
);
CREATE UNIQUE INDEX decisions_reference ON decisions (reference);
CREATE INDEX decisions_case ON decisions (case_id, made_at);
CREATE INDEX decisions_made_by ON decisions (made_by, made_at);
CREATE INDEX decisions_author ON decisions (author_id, made_at);
CREATE TABLE case_history (
  id {id} NOT NULL PRIMARY KEY,
  case_id {id} NOT NULL REFERENCES cases (id),
  actor_id {id},
  event TEXT NOT NULL,
  version INTEGER NOT NULL,
  detail TEXT NOT NULL,
  at BIGINT NOT NULL
);
CREATE INDEX case_history_case ON case_history (case_id, id);
CREATE TABLE moderation_log (
  id {id} NOT NULL PRIMARY KEY,
  space_id {id},
  decision_id {id},
  action TEXT NOT NULL,
  kind TEXT NOT NULL,
  reason TEXT,
  at BIGINT NOT NULL
);
CREATE INDEX moderation_log_at ON moderation_log (at, id)
"
);
