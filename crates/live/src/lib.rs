//! What happens while somebody looks: numbered events of a topic, handed to
//! those who listen, and who is there now.
//!
//! A **topic** is a thread, a member's inbox or a moderator's desk
//! ([`Topic`]). Its events are rows, numbered without a hole in the order of
//! their commits; truth and order are in the database. The [`Hub`] hands
//! encoded frames to listeners of this process: it knows neither sockets nor
//! what a frame says. What the hub loses (a slow listener, a restart) is
//! healed from the rows ([`history`]), so a lost frame costs time, never an
//! event.
//!
//! A listener that does not keep up has 256 frames or 1 MiB waiting at most.
//! Beyond that everything waiting is dropped and one gap per topic is left in
//! its place: from which number to which. Presence and typing have no number,
//! are kept nowhere, and only their newest state waits for a listener.
//!
//! **A listener never delays another, nor who publishes.**
//! **No lock is held across an await.**
//! **What a listener is told of a topic is in order, and what is missing is said.**
//! **Who has left a topic gets no more of it, not even what waited already.**
//!
//! Read `hub.rs` first, then `mailbox.rs`, then `history.rs`.

mod bus;
pub mod history;
mod hub;
mod mailbox;
mod presence;
pub mod streams;
#[cfg(test)]
mod testing;
mod topic;

pub use bus::{Bus, News};
pub use history::{Since, Stored};
pub use hub::{Hub, Listener};
pub use mailbox::{Delivery, NoteKind};
pub use presence::{Change, Place, Presence, Reader};
pub use topic::Topic;
