//! What moderators tell each other about a case; what is counted of waiting cases, in one index.

crate::change!(
    "m0031_moderation",
    "
CREATE TABLE case_notes (
  id {id} NOT NULL PRIMARY KEY,
  case_id {id} NOT NULL REFERENCES cases (id),
  author_id {id},
  body TEXT NOT NULL,
  at BIGINT NOT NULL
);
CREATE INDEX case_notes_case ON case_notes (case_id, at);
CREATE INDEX case_notes_author ON case_notes (author_id);
CREATE INDEX cases_tally ON cases (state, space_id, language, kind, opened_at);
CREATE INDEX cases_claimed ON cases (claimed_by, state);
DROP INDEX cases_author;
CREATE INDEX cases_author ON cases (author_id, state)
"
);
