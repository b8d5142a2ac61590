//! The rules of the house as tests: the graph of crates, doors that only one
//! place may use, sizes, front pages of crates, words, settings, versions.
//!
//! Every rule is a function from text to complaints, and each is tried on small
//! texts that break it, so that a rule which finds nothing is known to look.

#[path = "tidy/catalogues.rs"]
mod catalogues;
#[path = "tidy/doors.rs"]
mod doors;
#[path = "tidy/graph.rs"]
mod graph;
#[path = "tidy/keys.rs"]
mod keys;
#[path = "tidy/names.rs"]
mod names;
#[path = "tidy/repo.rs"]
mod repo;
#[path = "tidy/rust.rs"]
mod rust;
#[path = "tidy/settings.rs"]
mod settings;
#[path = "tidy/sizes.rs"]
mod sizes;
#[path = "tidy/templates.rs"]
mod templates;
#[path = "tidy/versions.rs"]
mod versions;

/// Fails with every complaint on a line of its own.
#[track_caller]
pub fn none(complaints: &[String]) {
    assert!(complaints.is_empty(), "{} found:\n{}", complaints.len(), complaints.join("\n"));
}
