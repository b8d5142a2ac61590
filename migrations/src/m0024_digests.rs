//! Searches that members keep, for their digests.

crate::change!(
    "m0024_digests",
    "
CREATE TABLE saved_searches (
  id {id} NOT NULL PRIMARY KEY,
  member_id {id} NOT NULL REFERENCES members (id) ON DELETE CASCADE,
  words TEXT NOT NULL,
  address TEXT NOT NULL,
  saved_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX saved_searches_once ON saved_searches (member_id, address)
"
);
