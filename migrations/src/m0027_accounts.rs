//! Days on which a moderator is away, and how long a decision of his can be taken back; when the
//! letter about a decision goes out.

crate::change!(
    "m0027_accounts",
    "
CREATE TABLE moderator_absences (
  member_id {id} NOT NULL,
  first_day TEXT NOT NULL,
  last_day TEXT NOT NULL,
  PRIMARY KEY (member_id, first_day)
);
CREATE TABLE moderator_desks (
  member_id {id} NOT NULL PRIMARY KEY,
  patient BOOLEAN NOT NULL
);
ALTER TABLE decisions ADD COLUMN tell_at BIGINT NOT NULL DEFAULT 0;
UPDATE decisions SET tell_at = made_at + 30000000
"
);
