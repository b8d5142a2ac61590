//! Polls: the list of options stands in the text; here is who voted for which, and until when.

crate::change!(
    "m0018_threads",
    "
CREATE TABLE polls (
  post_id {id} NOT NULL PRIMARY KEY REFERENCES posts (id) ON DELETE CASCADE,
  closes_at BIGINT,
  closed_at BIGINT,
  outcome_id {id} REFERENCES posts (id) ON DELETE SET NULL
);
CREATE INDEX polls_due ON polls (closes_at) WHERE closes_at IS NOT NULL;
CREATE TABLE poll_votes (
  post_id {id} NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
  member_id {id} NOT NULL REFERENCES members (id),
  ballot TEXT NOT NULL,
  choice INTEGER NOT NULL,
  city_id {id},
  reason_id {id} REFERENCES posts (id) ON DELETE SET NULL,
  voted_at BIGINT NOT NULL,
  PRIMARY KEY (post_id, member_id)
);
CREATE INDEX poll_votes_member ON poll_votes (member_id)
"
);
