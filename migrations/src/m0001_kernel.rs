//! What the kernel keeps: the instance, jobs, announcements, answers given.

crate::change!(
    "m0001_kernel",
    "
CREATE TABLE instance (
  name TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
);
CREATE TABLE jobs (
  id {id} NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  payload TEXT NOT NULL,
  dedupe TEXT,
  run_at BIGINT NOT NULL,
  lease_until BIGINT NOT NULL,
  attempts INTEGER NOT NULL,
  urgency INTEGER NOT NULL,
  last_error TEXT,
  dead_at BIGINT
);
CREATE INDEX jobs_due ON jobs (urgency, run_at, id) WHERE dead_at IS NULL;
CREATE UNIQUE INDEX jobs_dedupe ON jobs (dedupe) WHERE dedupe IS NOT NULL AND dead_at IS NULL;
CREATE TABLE events (
  topic TEXT NOT NULL,
  seq BIGINT NOT NULL,
  kind TEXT NOT NULL,
  at BIGINT NOT NULL,
  data TEXT NOT NULL,
  PRIMARY KEY (topic, seq)
);
CREATE INDEX events_at ON events (at);
CREATE TABLE streams (
  topic TEXT NOT NULL PRIMARY KEY,
  seq BIGINT NOT NULL
);
CREATE TABLE idempotency (
  member_id {id} NOT NULL,
  key TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  status INTEGER NOT NULL,
  body TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  PRIMARY KEY (member_id, key)
);
CREATE INDEX idempotency_created ON idempotency (created_at)
"
);
