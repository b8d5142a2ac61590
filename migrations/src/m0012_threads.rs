//! Texts in other languages, and which spaces let theirs be given to a translator.

crate::change!(
    "m0012_threads",
    "
CREATE TABLE translations (
  id {id} NOT NULL PRIMARY KEY,
  post_id {id} NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
  language TEXT NOT NULL,
  version INTEGER NOT NULL,
  edition INTEGER NOT NULL,
  latest BOOLEAN NOT NULL,
  state TEXT NOT NULL,
  title TEXT,
  markdown TEXT NOT NULL,
  html TEXT NOT NULL,
  renderer INTEGER NOT NULL,
  editor_id {id},
  revision_id {id},
  made_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX translations_latest ON translations (post_id, language)
  WHERE latest AND revision_id IS NULL;
CREATE UNIQUE INDEX translations_waiting ON translations (revision_id, language)
  WHERE revision_id IS NOT NULL;
CREATE INDEX translations_post ON translations (post_id, language, version, edition);
CREATE INDEX translations_editor ON translations (editor_id) WHERE editor_id IS NOT NULL;
ALTER TABLE spaces ADD COLUMN translated BOOLEAN NOT NULL DEFAULT TRUE;
UPDATE spaces SET translated = FALSE WHERE visibility = 'private'
"
);
