//! Threads that close and open by the clock, slow mode, and texts that are published later.

crate::change!(
    "m0017_threads",
    "
ALTER TABLE threads ADD COLUMN closes_at BIGINT;
ALTER TABLE threads ADD COLUMN opens_at BIGINT;
ALTER TABLE threads ADD COLUMN slow_s INTEGER;
CREATE INDEX threads_closing ON threads (closes_at) WHERE closes_at IS NOT NULL;
CREATE INDEX threads_opening ON threads (opens_at) WHERE opens_at IS NOT NULL;
ALTER TABLE drafts ADD COLUMN publish_at BIGINT;
CREATE INDEX drafts_due ON drafts (publish_at) WHERE publish_at IS NOT NULL
"
);
