//! Strikes: decisions that count against somebody for a time.

crate::change!(
    "m0029_moderation",
    "
CREATE TABLE strikes (
  decision_id {id} NOT NULL PRIMARY KEY REFERENCES decisions (id),
  member_id {id} NOT NULL,
  kind TEXT NOT NULL,
  at BIGINT NOT NULL,
  ends_at BIGINT NOT NULL,
  overruled_at BIGINT
);
CREATE INDEX strikes_member ON strikes (member_id, ends_at)
"
);
