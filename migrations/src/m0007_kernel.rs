//! Stored events get a place in one order for all topics, for those who follow
//! everything: the search index, a cache, another node.
//!
//! On SQLite one writer commits after the other, so a number that only grows is
//! that order; `AUTOINCREMENT` keeps it growing when all rows have been swept.
//! On PostgreSQL a later number may be committed first, so the transaction
//! stands beside it: whoever reads below the oldest one that still runs has
//! missed nothing.

crate::change!(
    "m0007_kernel",
    "
CREATE TABLE events_in_order (
  place INTEGER PRIMARY KEY AUTOINCREMENT,
  topic TEXT NOT NULL,
  seq BIGINT NOT NULL,
  kind TEXT NOT NULL,
  at BIGINT NOT NULL,
  data TEXT NOT NULL
);
INSERT INTO events_in_order (topic, seq, kind, at, data)
  SELECT topic, seq, kind, at, data FROM events ORDER BY at, topic, seq;
DROP TABLE events;
ALTER TABLE events_in_order RENAME TO events;
CREATE UNIQUE INDEX events_topic ON events (topic, seq);
CREATE INDEX events_at ON events (at)
",
    "
ALTER TABLE events ADD COLUMN place BIGSERIAL;
ALTER TABLE events ADD COLUMN tx BIGINT NOT NULL DEFAULT (pg_current_xact_id()::text::bigint);
CREATE UNIQUE INDEX events_place ON events (tx, place)
"
);
