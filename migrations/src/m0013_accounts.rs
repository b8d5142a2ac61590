//! Whether texts in other languages are shown translated, where they are, or as they were written.

crate::change!(
    "m0013_accounts",
    "
ALTER TABLE members ADD COLUMN translated BOOLEAN NOT NULL DEFAULT TRUE
"
);
