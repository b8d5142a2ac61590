//! Who may do what, and who may see what: pure functions and nothing else.
//!
//! Every rule about permission stands here once. The caller brings the facts
//! (who the person is *at that place*, what state the thing is in); [`judge`]
//! answers whether an act is allowed, allowed but held for a moderator, or
//! denied, and [`sight`] how much of a text a person sees. The same functions
//! feed pages, API, letters and sockets, and [`matrix`] prints them whole so
//! that a change of policy is reviewed as a change of a table.
//!
//! **This crate depends on nothing and awaits nothing.**
//! **What somebody may not see is denied as [`Denial::Hidden`]: it answers
//! exactly like something that does not exist.**
//! **A restriction its author is not told of does not exist.**
//!
//! Read [`judge`] first, then [`sight`].

mod action;
mod matrix;
mod sight;
mod who;

pub use action::{
    Action, Denial, HoldReason, Holding, Judgement, Posting, Refusal, SpaceFacts, judge,
};
pub use matrix::matrix;
pub use sight::{Sight, TextState, Visibility, sight};
pub use who::{Duty, Standing, Who};
