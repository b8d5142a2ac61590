//! Rules that hold, flag or refuse texts; what they found; hosts that texts have linked to.

crate::change!(
    "m0028_moderation",
    "
CREATE TABLE rules (
  id {id} NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  act TEXT NOT NULL,
  space_id {id},
  language TEXT,
  title TEXT NOT NULL,
  lines TEXT NOT NULL,
  most INTEGER NOT NULL,
  active BOOLEAN NOT NULL,
  version INTEGER NOT NULL,
  changed_by {id},
  changed_at BIGINT NOT NULL
);
CREATE TABLE rule_books (
  id INTEGER NOT NULL PRIMARY KEY,
  edition BIGINT NOT NULL
);
INSERT INTO rule_books (id, edition) VALUES (1, 0);
CREATE TABLE rule_hits (
  id {id} NOT NULL PRIMARY KEY,
  post_id {id} NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
  rule_id {id} NOT NULL,
  kind TEXT NOT NULL,
  act TEXT NOT NULL,
  found TEXT NOT NULL,
  at BIGINT NOT NULL
);
CREATE INDEX rule_hits_post ON rule_hits (post_id);
CREATE INDEX rule_hits_rule ON rule_hits (rule_id, at);
CREATE TABLE linked_hosts (
  host TEXT NOT NULL PRIMARY KEY,
  first_at BIGINT NOT NULL
);
ALTER TABLE reports ADD COLUMN rule_id {id}
"
);
