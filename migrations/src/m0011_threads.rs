//! Texts that were erased alone, so that a copy made before is emptied of them
//! as well; and what is looked for among posts that are not published.

crate::change!(
    "m0011_threads",
    "
CREATE TABLE erased_texts (
  post_id {id} NOT NULL PRIMARY KEY,
  erased_at BIGINT NOT NULL
);
CREATE INDEX posts_gone ON posts (state, removed_at, created_at) WHERE state <> 'published'
"
);
