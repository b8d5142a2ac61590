//! Posts that members keep for themselves, and when they want to be reminded of them.

crate::change!(
    "m0016_threads",
    "
CREATE TABLE bookmarks (
  member_id {id} NOT NULL REFERENCES members (id),
  post_id {id} NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
  note TEXT NOT NULL,
  remind_at BIGINT,
  made_at BIGINT NOT NULL,
  PRIMARY KEY (member_id, post_id)
);
CREATE INDEX bookmarks_due ON bookmarks (remind_at) WHERE remind_at IS NOT NULL
"
);
