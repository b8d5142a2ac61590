//! Moderation: text enters through one door, a person decides, everybody can see that it was decided.
//!
//! What this crate decides: which text is published at once and which waits
//! ([`submissions`]); how waiting text is decided ([`cases`]); what is told of
//! it to moderators, authors and the public ([`views`], [`waiting`]).
//!
//! The rules, in prose. Posts of a newcomer wait until two have been approved;
//! in spaces that hold everything all posts wait but the moderators'. A waiting
//! text makes one case, which its author's edits change and which is opened
//! again, never doubled. A moderator may claim a case for ten minutes, so that
//! nobody reads it in vain. A decision names the version of the case that was
//! read; of two decisions the second meets the first. Approving publishes,
//! asking for a change leaves the text where it is until its author edits,
//! declining gives the text back to its author's drafts with the reason. A
//! decision can be taken back: by its maker for half a minute or ten, by an
//! administrator for thirty days; a declined text can be restored by any
//! moderator of its space for thirty days.
//!
//! A case is first for those moderators of its space who read its language and are at work; after
//! a day for all who look after the space, after two for everybody who may decide it.
//!
//! Rules that moderators keep ([`watch`]) hold, flag or refuse a text by its words, links, names or
//! repetition. A decision may bring its author a warning, or silence for some days ([`sanctions`]).
//!
//! A published post that somebody reports makes a case too: it stays, or is taken
//! away with a reason, and whoever reported it hears of it. Of a conversation
//! moderators see what was reported and nothing around it.
//!
//! **Nobody but [`submissions`] makes the seal that publishing verbs ask for.**
//! **What becomes public by a decision is a wording the moderator has read.**
//! **Decision, effect, history and the public log are one transaction.**
//! **Nobody decides about a text or a report of his own.**
//! **Who does not moderate a case's space learns nothing of the case, not even
//! a count; authors are never told who decided.**
//!
//! Read `submissions.rs` first, then `cases/decide.rs`, then `views.rs`.

pub mod cases;
pub mod chain;
pub mod events;
pub mod holdings;
pub mod model;
pub mod notes;
pub mod reasons;
pub mod reports;
mod routing;
pub mod sanctions;
pub mod score;
mod store;
pub mod submissions;
pub mod tending;
#[cfg(test)]
mod testing;
pub mod views;
pub mod waiting;
pub mod watch;

pub use model::{
    Act, Case, CaseKind, CaseState, Decision, Happened, Lease, Line, Order, Settings, Subject,
    Verdict,
};
pub use reasons::Reason;
