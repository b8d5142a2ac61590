//! What is worth telling a member, when, and by which way.
//!
//! **Notices** stand in the inbox. Who is told of a post: whom it names or quotes, whom it
//! answers, who opened the thread, who watches the thread, its space or (for new threads) its
//! city; never its author, never who muted it, unless named. Authors are told what was decided
//! about their texts. The reason is kept with each notice and printed with it.
//!
//! **Letters** follow notices for those who want them, bundled: one letter a thread and member
//! within a while; past a hundred a day the rest comes in one. Letters asked for (a link to
//! confirm, to sign in, to a new password) overtake all others. When a letter is due it is made
//! anew from what its reader may see *then*; what was read meanwhile is left out; where nothing
//! is left nothing is sent.
//!
//! **Digests** come at the member's own weekday and hour, in the member's zone: what was written
//! to the member, what the member follows, the own city, what the other side needs, what nobody
//! has answered. After half a year of absence one last letter asks whether to go on.
//!
//! **Leaving** needs one press and no sign-in. Decisions and letters about the account are the
//! exception, and say so.
//!
//! **An event tells a member once: notices and letters are unique by member and event.**
//! **Nothing is told that its reader may not see at the moment of telling.**
//! **A letter sent twice by a crash carries the same `Message-ID`.**
//! **An address that was not confirmed gets the confirmation and nothing else.**
//! **Texts of links are computed when a letter is written and kept nowhere.**
//!
//! Read `notices/whom.rs` first, then `letters.rs`, then `weekly/plan.rs`.

pub mod bounces;
pub mod calendar;
pub mod holdings;
pub mod leaving;
pub mod letters;
pub mod model;
pub mod notices;
pub mod preferences;
pub mod searches;
mod store;
#[cfg(test)]
mod testing;
pub mod weekly;

pub use model::{
    Class, LetterKind, NewLetter, Notice, Payload, Preferences, Rhythm, Scope, Sealed, Told, Why,
};
