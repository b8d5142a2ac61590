//! Finding threads and posts by their words.
//!
//! Rules in prose. One index holds every published post of every published
//! thread, whatever its space; the opening post carries the thread's title.
//! Words are compared without case, accents and strokes, and by the stem of
//! the text's language; scripts without blanks between words (Chinese,
//! Japanese, Korean, Thai …) by pairs of signs. A query's words must all be
//! found; words in quotation marks in that order; words behind a minus not.
//!
//! **The index keeps no text: what a hit shows is read from the database as
//! the reader, so a hit can never show what its page would not.**
//! **The place up to which stored events were taken in is written with the
//! documents themselves: an index killed at any moment goes on where it was.**
//! **Only published text comes in; whoever fills the index sees to that.**
//!
//! Read `words.rs` first, then `query.rs`, then `index.rs`.

mod index;
pub mod model;
mod query;
mod snippet;
mod stems;
mod words;

pub use index::Index;
pub use model::*;
pub use query::Query;
pub use snippet::Piece;
