//! Spaces, threads, posts and what people do with them.

crate::change!(
    "m0004_threads",
    "
CREATE TABLE spaces (
  id {id} NOT NULL PRIMARY KEY,
  slug TEXT NOT NULL,
  names TEXT NOT NULL,
  summaries TEXT NOT NULL,
  languages TEXT NOT NULL,
  visibility TEXT NOT NULL,
  posting TEXT NOT NULL,
  holding TEXT NOT NULL,
  public_history BOOLEAN NOT NULL,
  neutral_subject BOOLEAN NOT NULL,
  place INTEGER NOT NULL,
  rights_version BIGINT NOT NULL,
  version INTEGER NOT NULL,
  created_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX spaces_slug ON spaces (slug);
CREATE INDEX spaces_place ON spaces (place, id);
CREATE TABLE threads (
  id {id} NOT NULL PRIMARY KEY,
  space_id {id} NOT NULL REFERENCES spaces (id),
  author_id {id} NOT NULL REFERENCES members (id),
  city_id {id},
  kind TEXT NOT NULL,
  direction TEXT NOT NULL,
  title TEXT NOT NULL,
  slug TEXT NOT NULL,
  language TEXT NOT NULL,
  state TEXT NOT NULL,
  closed_at BIGINT,
  pinned_at BIGINT,
  posts INTEGER NOT NULL,
  last_number INTEGER NOT NULL,
  last_post_at BIGINT NOT NULL,
  last_author_id {id},
  accepted_post_id {id},
  accepted_by {id},
  accepted_at BIGINT,
  seq BIGINT NOT NULL,
  version INTEGER NOT NULL,
  created_at BIGINT NOT NULL,
  published_at BIGINT
);
CREATE INDEX threads_space_latest ON threads (space_id, state, last_post_at, id);
CREATE INDEX threads_latest ON threads (state, last_post_at, id);
CREATE INDEX threads_author ON threads (author_id, created_at);
CREATE INDEX threads_city ON threads (city_id, last_post_at);
CREATE TABLE thread_themes (
  thread_id {id} NOT NULL REFERENCES threads (id) ON DELETE CASCADE,
  theme TEXT NOT NULL,
  PRIMARY KEY (thread_id, theme)
);
CREATE INDEX thread_themes_theme ON thread_themes (theme, thread_id);
CREATE TABLE posts (
  id {id} NOT NULL PRIMARY KEY,
  thread_id {id} NOT NULL REFERENCES threads (id),
  author_id {id} NOT NULL REFERENCES members (id),
  city_id {id},
  number INTEGER,
  opening BOOLEAN NOT NULL,
  state TEXT NOT NULL,
  hold_reason TEXT,
  markdown TEXT NOT NULL,
  html TEXT NOT NULL,
  renderer INTEGER NOT NULL,
  language TEXT NOT NULL,
  reply_to {id},
  useful INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at BIGINT NOT NULL,
  published_at BIGINT,
  edited_at BIGINT,
  removed_at BIGINT
);
CREATE UNIQUE INDEX posts_number ON posts (thread_id, number);
CREATE INDEX posts_held ON posts (thread_id, created_at) WHERE number IS NULL;
CREATE INDEX posts_author ON posts (author_id, state, created_at);
CREATE TABLE revisions (
  id {id} NOT NULL PRIMARY KEY,
  post_id {id} NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
  version INTEGER NOT NULL,
  state TEXT NOT NULL,
  title TEXT,
  markdown TEXT NOT NULL,
  html TEXT NOT NULL,
  editor_id {id} NOT NULL,
  language TEXT NOT NULL,
  hold_reason TEXT,
  written_at BIGINT NOT NULL
);
CREATE INDEX revisions_post ON revisions (post_id, version);
CREATE UNIQUE INDEX revisions_held ON revisions (post_id) WHERE state = 'held';
CREATE TABLE quotes (
  post_id {id} NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
  source_id {id} NOT NULL,
  PRIMARY KEY (post_id, source_id)
);
CREATE INDEX quotes_source ON quotes (source_id);
CREATE TABLE mentions (
  post_id {id} NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
  member_id {id} NOT NULL,
  PRIMARY KEY (post_id, member_id)
);
CREATE INDEX mentions_member ON mentions (member_id);
CREATE TABLE city_mentions (
  post_id {id} NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
  city_id {id} NOT NULL,
  PRIMARY KEY (post_id, city_id)
);
CREATE INDEX city_mentions_city ON city_mentions (city_id);
CREATE TABLE drafts (
  id {id} NOT NULL PRIMARY KEY,
  member_id {id} NOT NULL REFERENCES members (id) ON DELETE CASCADE,
  slot TEXT NOT NULL,
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  fields TEXT NOT NULL,
  returned_reason TEXT,
  sequence BIGINT NOT NULL,
  updated_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX drafts_slot ON drafts (member_id, slot);
CREATE TABLE useful_marks (
  post_id {id} NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
  member_id {id} NOT NULL REFERENCES members (id) ON DELETE CASCADE,
  marked_at BIGINT NOT NULL,
  PRIMARY KEY (post_id, member_id)
);
CREATE INDEX useful_marks_member ON useful_marks (member_id);
CREATE TABLE readings (
  member_id {id} NOT NULL REFERENCES members (id) ON DELETE CASCADE,
  thread_id {id} NOT NULL REFERENCES threads (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  read_at BIGINT NOT NULL,
  PRIMARY KEY (member_id, thread_id)
);
CREATE INDEX readings_thread ON readings (thread_id);
CREATE TABLE subscriptions (
  member_id {id} NOT NULL REFERENCES members (id) ON DELETE CASCADE,
  target TEXT NOT NULL,
  target_id {id} NOT NULL,
  level TEXT NOT NULL,
  set_at BIGINT NOT NULL,
  PRIMARY KEY (member_id, target, target_id)
);
CREATE INDEX subscriptions_target ON subscriptions (target, target_id, level)
"
);
