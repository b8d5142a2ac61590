//! The reply that sums a thread up.

crate::change!(
    "m0019_threads",
    "
ALTER TABLE threads ADD COLUMN summary_post_id {id}
"
);
