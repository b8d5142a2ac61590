//! Who people are: members, how they come in, what they may, and how they are reached.
//!
//! **Joining.** Somebody asks to join with an address. Whether or not the address is known, the
//! answer is the same; the difference is in the letter. What was asked (name, password, place)
//! waits in `applications` beside the link that confirms it, so that a link confirms what *its*
//! writer asked, and nobody comes by an account through a stranger's click. Until then the
//! member can neither sign in nor be seen. Unconfirmed accounts are swept after seven days.
//!
//! **Links** (`confirm` 7 days, `sign-in` 15 minutes, `reset` 60 minutes) are rows; their text is
//! a seal over the row's id, made when the letter is written and stored nowhere. A newer link for
//! sign-in or reset voids the older ones. Looking at a link never uses it up.
//!
//! **Sessions** end after 30 days without a visit and after 180 days at all. A new password ends
//! all others.
//!
//! **Standing.** Suspended members read and may contest; newcomers are held until two of their
//! posts were approved; who was given a duty counts as known.
//!
//! **Leaving** empties the account at once; the number stays, and leads to no name.
//!
//! **Roles** live here, also those in a space. **The last administrator cannot lose the role.**
//!
//! **Whether an address is known can be told from no answer and no duration.**
//! **Secrets are kept as hashes only, and appear in no log.**
//! **A change of rights raises the member's `rights_version` and is announced to sockets.**
//!
//! Read `members.rs` first, then `links.rs` and `sessions.rs`.

pub mod admin;
pub mod events;
pub mod first;
pub mod holdings;
pub mod hours;
pub mod joining;
pub mod leaving;
pub mod links;
pub mod members;
pub mod model;
pub mod parse;
pub mod passwords;
pub mod roles;
pub mod sessions;
pub mod settings;
mod standing;
mod store;
pub mod sweep;
pub mod views;

#[cfg(test)]
mod testing;

pub use joining::{Applicant, Typed};
pub use links::{Link, Purpose};
pub use members::Joined;
pub use model::{
    Audience, Card, Changes, CityWish, Contact, MemberLine, NewMember, Place, Profile, Settings,
    Shown, Theme, Tie,
};
pub use parse::{Bio, DisplayName, EmailAddress, LanguageTag, Languages, Note, Password, Zone};
pub use passwords::{Hasher, PasswordHash, Proven};
pub use roles::By;
pub use sessions::{Me, Session, Signed};
