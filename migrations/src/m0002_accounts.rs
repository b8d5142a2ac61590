//! People: members, their roles, sessions, mailed links, what was asked at joining, moderators' hours.

crate::change!(
    "m0002_accounts",
    "
CREATE TABLE members (
  id {id} NOT NULL PRIMARY KEY,
  email TEXT NOT NULL,
  email_key TEXT NOT NULL,
  handle TEXT NOT NULL,
  handle_key TEXT NOT NULL,
  display_name TEXT NOT NULL,
  name_key TEXT NOT NULL DEFAULT '',
  password_hash TEXT,
  locale TEXT NOT NULL,
  languages TEXT NOT NULL,
  time_zone TEXT NOT NULL,
  audience TEXT NOT NULL,
  tie TEXT NOT NULL,
  city_id {id},
  bio TEXT NOT NULL,
  note TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL,
  approved_posts INTEGER NOT NULL,
  keys_enabled BOOLEAN NOT NULL,
  theme TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  confirmed_at BIGINT,
  suspended_until BIGINT,
  seen_at BIGINT,
  rights_version BIGINT NOT NULL,
  version INTEGER NOT NULL
);
CREATE UNIQUE INDEX members_email ON members (email_key);
CREATE UNIQUE INDEX members_handle ON members (handle_key);
CREATE INDEX members_city ON members (city_id);
CREATE TABLE roles (
  id {id} NOT NULL PRIMARY KEY,
  member_id {id} NOT NULL REFERENCES members (id) ON DELETE CASCADE,
  role TEXT NOT NULL,
  space_id {id},
  given_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX roles_everywhere ON roles (member_id, role) WHERE space_id IS NULL;
CREATE UNIQUE INDEX roles_in_space ON roles (member_id, role, space_id) WHERE space_id IS NOT NULL;
CREATE INDEX roles_space ON roles (space_id, role);
CREATE TABLE sessions (
  id {id} NOT NULL PRIMARY KEY,
  member_id {id} NOT NULL REFERENCES members (id) ON DELETE CASCADE,
  token_hash TEXT NOT NULL,
  agent TEXT NOT NULL,
  address_prefix TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  seen_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX sessions_token ON sessions (token_hash);
CREATE INDEX sessions_member ON sessions (member_id);
CREATE TABLE tokens (
  id {id} NOT NULL PRIMARY KEY,
  member_id {id} NOT NULL REFERENCES members (id) ON DELETE CASCADE,
  purpose TEXT NOT NULL,
  email_key TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  used_at BIGINT
);
CREATE INDEX tokens_member ON tokens (member_id, purpose);
CREATE TABLE applications (
  token_id {id} NOT NULL PRIMARY KEY REFERENCES tokens (id) ON DELETE CASCADE,
  member_id {id} NOT NULL REFERENCES members (id) ON DELETE CASCADE,
  display_name TEXT NOT NULL,
  password_hash TEXT,
  locale TEXT NOT NULL,
  languages TEXT NOT NULL,
  time_zone TEXT NOT NULL,
  audience TEXT NOT NULL,
  tie TEXT NOT NULL,
  city_id {id},
  wish_name TEXT,
  wish_country TEXT,
  note TEXT NOT NULL,
  written_at BIGINT NOT NULL
);
CREATE INDEX applications_member ON applications (member_id, written_at);
CREATE TABLE moderator_hours (
  member_id {id} NOT NULL REFERENCES members (id) ON DELETE CASCADE,
  weekday INTEGER NOT NULL,
  from_minute INTEGER NOT NULL,
  to_minute INTEGER NOT NULL,
  PRIMARY KEY (member_id, weekday, from_minute)
)
"
);
