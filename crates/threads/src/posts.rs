//! Posts: written, edited, taken back, and their fate at the moderators' hands.

mod anew;
mod edit;
mod fate;
mod wiki;
mod write;

pub use anew::{Changed, Names, Stored, relinked, rendered, touched};
pub use edit::{decline_revision, edit, publish_revision, reopen_revision, unpublish_revision};
pub use fate::{decline, delete, publish, remove, reopen, reported, restore, unpublish};
pub(crate) use fate::{locked, take_back};
pub(crate) use wiki::keeps;
pub use wiki::{may_edit, wiki};
pub(crate) use write::{Fresh, announce, insert, link};
pub use write::{facts, reply};

#[cfg(test)]
mod tests;
