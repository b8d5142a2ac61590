//! Threads that were put together or taken apart: where a number that was
//! once given leads now, and which thread another has become part of.

crate::change!(
    "m0008_threads",
    "
ALTER TABLE threads ADD COLUMN reordered BOOLEAN NOT NULL DEFAULT FALSE;
CREATE TABLE moved_posts (
  thread_id {id} NOT NULL,
  number INTEGER NOT NULL,
  post_id {id} NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
  moved_at BIGINT NOT NULL,
  PRIMARY KEY (thread_id, number)
);
CREATE INDEX moved_posts_post ON moved_posts (post_id);
CREATE TABLE merged_threads (
  thread_id {id} NOT NULL PRIMARY KEY,
  into_id {id} NOT NULL,
  merged_at BIGINT NOT NULL
);
CREATE INDEX merged_threads_into ON merged_threads (into_id)
"
);
