//! Posts that everybody may edit, and who wrote the words that stand there.

crate::change!(
    "m0020_threads",
    "
ALTER TABLE posts ADD COLUMN wiki BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE posts ADD COLUMN editor_id {id}
"
);
