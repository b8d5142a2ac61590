//! People who left: what they chose, how far it has been carried out, and the
//! mark by which somebody who was suspended is known when he joins again.

crate::change!(
    "m0010_accounts",
    "
CREATE TABLE erasures (
  member_id {id} NOT NULL PRIMARY KEY,
  choice TEXT NOT NULL,
  titles BOOLEAN NOT NULL,
  asked_at BIGINT NOT NULL,
  done_at BIGINT,
  address_mark TEXT,
  suspended_until BIGINT
);
CREATE INDEX erasures_mark ON erasures (address_mark) WHERE address_mark IS NOT NULL;
CREATE INDEX erasures_done ON erasures (done_at)
"
);
