//! The program seen from outside: whole requests against the real `App`,
//! with a clock that stands still, seeded chance and letters kept in memory.
//!
//! [`World`] is one instance with a database of its own: SQLite in a temporary
//! file, or PostgreSQL when `STOA_TEST_DB=postgres` (then
//! `STOA_TEST_POSTGRES_URL` names a server where databases may be made).
//! [`Person`] is somebody with a browser: cookies, forms, links.
//!
//! Beside them, for what only whole processes show: [`program`] starts, watches
//! and kills the real binary, [`wire`] speaks HTTP byte by byte, [`sink`] is a
//! mail server that misbehaves on demand. [`repo`] and [`rust`] read the
//! sources, [`routes`] lists every address.

mod answer;
mod database;
pub mod ear;
pub mod hostile_files;
mod person;
pub mod program;
#[path = "../tidy/repo.rs"]
pub mod repo;
pub mod routes;
#[path = "../tidy/rust.rs"]
pub mod rust;
pub mod sink;
pub mod translator;
pub mod wire;
mod world;

pub use answer::Answer;
pub use person::{HOST, Person};
pub use program::binary_beside;
pub use world::World;
