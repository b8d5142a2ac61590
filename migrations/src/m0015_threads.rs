//! Themes are followed by their names in addresses, beside threads, spaces, cities and people.

crate::change!(
    "m0015_threads",
    "
ALTER TABLE subscriptions ADD COLUMN slug TEXT
"
);
