//! The program seen from outside: whole requests against the real [`App`],
//! with a clock that stands still, seeded chance and letters kept in memory.
//!
//! [`World`] is one instance with a database of its own: SQLite in a temporary
//! file, or PostgreSQL when `STOA_TEST_DB=postgres` (then
//! `STOA_TEST_POSTGRES_URL` names a server where databases may be made).
//! [`Person`] is somebody with a browser: cookies, forms, links.

mod answer;
mod database;
mod person;
mod world;

pub use answer::Answer;
pub use person::Person;
pub use world::World;
