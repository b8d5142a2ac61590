//! Who is told of what, and the inbox in which it stands.
//!
//! **Nobody is told twice of one event**: a notice is unique by member and event.
//! **Nobody is told what he may not see**: who is told is asked with each person
//! as the actor, and a notice of a post that is no longer there for its reader is neither shown
//! nor counted.
//!
//! Of several reasons to tell a member of a post the strongest is kept and printed: named,
//! quoted, answered, own thread, watched thread, watched space, watched city. Muting a thread, its
//! space or its city silences all but the first.

mod follow;
mod inbox;
mod tell;
mod whom;

#[cfg(test)]
mod tests;

pub use follow::follow;
pub use inbox::{inbox, read, read_all, unread, unread_between};
pub use tell::{
    News, accepted, ask_answer, ask_trial, cohort_ended, decided, forget_decision, poll_closed,
    remind, reported, tell, unsent,
};
pub use whom::{Concerned, Telling, whom};

/// How many people are told in one transaction.
pub const AT_ONCE: usize = 20;

/// The stream's event that tells of a new notice.
const LEFT: &str = "notice.left";
