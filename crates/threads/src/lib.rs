//! The conversation: spaces, threads and posts, and what members do with them.
//!
//! Rules in prose. A thread opens with its first post; both are published or
//! held together. A post is *held* when it was screened so, *published* when
//! it gets its number, *declined* when a moderator gives it back, *removed*
//! when a moderator takes it away afterwards, *deleted* when its author does.
//! An edit within five minutes that touches at most a hundred characters
//! leaves no revision; a later one does; an edit that has to be looked at
//! waits as a revision while the approved wording stays.
//!
//! **A held post leaves no trace: numbers, counts, order, last activity and
//! the thread's stream follow what was published alone.**
//! **The opening post is number 1; numbers are given under the thread's row
//! lock at publication, grow by one and are never given twice.**
//! **`threads.seq` is raised in the statement that publishes, so its order is
//! the order of commits.**
//! **What exists for whom is said once, in `store/visible.rs`, and put into
//! the SQL of every query.**
//! **Text comes in through a [`stoa_kernel::Screened`] value alone.**
//!
//! Read `posts/write.rs` first, then `store/visible.rs`, then `views.rs`.

pub mod answers;
pub mod bookmarks;
pub mod cohorts;
pub mod conversations;
pub mod drafts;
pub mod events;
pub mod files;
pub mod holdings;
pub mod learning;
pub mod leaving;
pub mod limits;
pub mod marks;
pub mod model;
pub mod paths;
pub mod polls;
pub mod posts;
pub mod reading;
pub mod recount;
pub mod requests;
pub mod spaces;
mod store;
pub mod subscriptions;
pub mod summaries;
pub mod tending;
#[cfg(test)]
mod testing;
pub mod themes;
pub mod threads;
pub mod translations;
pub mod views;

pub use model::*;
