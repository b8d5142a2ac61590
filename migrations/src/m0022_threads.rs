//! What was learned: lessons of who asked, what came of accepted answers, which cities use what,
//! reading paths, and spaces that begin and end.

crate::change!(
    "m0022_threads",
    "
CREATE TABLE lessons (
  post_id {id} NOT NULL PRIMARY KEY REFERENCES posts (id) ON DELETE CASCADE,
  effect TEXT NOT NULL,
  cost TEXT NOT NULL,
  city_id {id},
  place TEXT NOT NULL,
  said_at BIGINT NOT NULL
);
CREATE TABLE trials (
  post_id {id} NOT NULL PRIMARY KEY REFERENCES posts (id) ON DELETE CASCADE,
  member_id {id} NOT NULL,
  asked_at BIGINT,
  effect TEXT,
  said_id {id} REFERENCES posts (id) ON DELETE SET NULL,
  answered_at BIGINT
);
CREATE INDEX trials_member ON trials (member_id);
CREATE INDEX threads_accepted_at ON threads (accepted_at) WHERE accepted_at IS NOT NULL;
CREATE TABLE adoptions (
  post_id {id} NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
  city_id {id} NOT NULL,
  stage TEXT NOT NULL,
  since TEXT NOT NULL,
  member_id {id},
  set_at BIGINT NOT NULL,
  PRIMARY KEY (post_id, city_id)
);
CREATE INDEX adoptions_city ON adoptions (city_id, set_at);
CREATE INDEX adoptions_member ON adoptions (member_id);
CREATE TABLE path_steps (
  post_id {id} NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
  place INTEGER NOT NULL,
  thread_id {id} NOT NULL,
  PRIMARY KEY (post_id, place)
);
CREATE INDEX path_steps_thread ON path_steps (thread_id);
CREATE TABLE cohorts (
  space_id {id} NOT NULL PRIMARY KEY REFERENCES spaces (id),
  starts_on TEXT NOT NULL,
  ends_on TEXT NOT NULL,
  lead_id {id},
  outcome_id {id} REFERENCES threads (id) ON DELETE SET NULL,
  asked_at BIGINT
);
CREATE TABLE cohort_cities (
  space_id {id} NOT NULL REFERENCES cohorts (space_id) ON DELETE CASCADE,
  city_id {id} NOT NULL,
  PRIMARY KEY (space_id, city_id)
)
"
);
