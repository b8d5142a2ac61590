//! What every feature needs and none owns: identity, time, chance, faults,
//! the database with its one way to write, the outbox, jobs, cursors.
//!
//! - A **verb** takes a [`Tx`] and an [`Actor`]; a **view** takes anything that
//!   [`Reads`] and an [`Actor`]. Verbs never commit; [`Db::write`] does.
//! - An event that matters is written in the transaction that made it true:
//!   [`Tx::emit`] leaves one job row per subscriber, [`Tx::announce`] one
//!   numbered row for those who listen live.
//! - Bad input and refusals are [`Fault`]s by category with a key into the
//!   catalogues; what a caller branches on is a value of its own.
//!
//! **Only this crate reads the clock or the dice.**
//! **Only [`Db::write`] begins a transaction.**
//! **The kernel knows neither HTTP, HTML nor SMTP.**
//!
//! Read `db.rs` first, then `outbox.rs`, then `jobs.rs`.

pub mod actor;
mod conn;
pub mod db;
pub mod entropy;
pub mod fault;
pub mod feed;
pub mod file;
pub mod holdings;
pub mod identity;
pub mod ids;
pub mod instance;
pub mod jobs;
pub mod once;
pub mod outbox;
pub mod page;
pub mod screened;
pub mod secret;
pub mod site;
pub mod text;
pub mod time;
pub mod wal;

pub use actor::{Actor, Role, RoleKind};
pub use conn::{Conn, Pool, holding_one, let_go};
pub use db::{Db, DbSettings, Reads, Tx};
pub use entropy::Entropy;
pub use fault::{Fault, Problems};
pub use identity::Identity;
pub use once::Once;
pub use outbox::{Announcement, Event, Subscriptions};
pub use page::{Cursor, Limit, Page};
pub use screened::Screened;
pub use secret::Secret;
pub use stoa_policy as policy;
pub use time::{Clock, Time};
