//! Each line of the public log carries a sum over itself and the line before it.

crate::change!(
    "m0030_moderation",
    "
ALTER TABLE moderation_log ADD COLUMN place BIGINT;
ALTER TABLE moderation_log ADD COLUMN sum TEXT NOT NULL DEFAULT '';
CREATE UNIQUE INDEX moderation_log_place ON moderation_log (place);
CREATE TABLE moderation_log_head (
  id INTEGER NOT NULL PRIMARY KEY,
  place BIGINT NOT NULL,
  sum TEXT NOT NULL
);
INSERT INTO moderation_log_head (id, place, sum) VALUES (1, 0, '')
"
);
