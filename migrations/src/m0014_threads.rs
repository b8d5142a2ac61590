//! Files that people attach to their texts, and which posts name them.

crate::change!(
    "m0014_threads",
    "
CREATE TABLE files (
  id {id} NOT NULL PRIMARY KEY,
  owner_id {id} NOT NULL REFERENCES members (id),
  address TEXT NOT NULL,
  name TEXT NOT NULL,
  kind TEXT,
  size INTEGER NOT NULL,
  received INTEGER NOT NULL,
  small BOOLEAN NOT NULL,
  width INTEGER,
  height INTEGER,
  sha256 TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  touched_at BIGINT NOT NULL
);
CREATE INDEX files_owner ON files (owner_id);
CREATE TABLE post_files (
  post_id {id} NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
  file_id {id} NOT NULL REFERENCES files (id) ON DELETE CASCADE,
  PRIMARY KEY (post_id, file_id)
);
CREATE INDEX post_files_file ON post_files (file_id)
"
);
