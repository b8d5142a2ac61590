//! What is in a file that somebody sends: bytes come in, a file that may be kept goes out, or the
//! reason why it may not.
//!
//! What this crate decides: which kinds of file are kept ([`Kind`]), what makes a file one of
//! them, what is taken out of it, how large it may be ([`Limits`]), why it is refused
//! ([`Refused`]), and what it is called ([`clean_name`]).
//!
//! The rules, in short. Pictures are decoded and written anew: what is kept holds pixels and
//! nothing else, so neither a place nor a hidden second file survives, and bytes behind the end
//! of a picture are harmless. Documents are kept byte for byte, so they are looked through: no
//! macros, no locks, no second file inside, nothing that unpacks to more than it may. A PDF is
//! not taken apart. Documents are therefore safe to keep, not to show: they must be served as
//! attachments, with `nosniff` and a `sandbox` policy.
//!
//! **What a file is, its content says**, never its name or what its sender declares; only a table
//! of text (CSV) must be called one, since text can be anything.
//! **Size is read and judged before anything is decoded**, and decoding never takes more memory
//! than the limits allow, whatever the headers say.
//! **No picture keeps metadata**: no EXIF, no XMP, no colour profile, no comment.
//! **Nothing here reads the clock, the network, the disk or the configuration**, nothing waits,
//! and nothing of ours is imported. Work grows in step with the bytes and the pixels.
//!
//! Decoding the largest pictures keeps a core busy for a second or two and takes up to a dozen
//! bytes of memory a pixel: call [`ready()`] on a thread that may block, few at a time.
//!
//! Read first: [`ready()`], then `sniff.rs`, then `picture.rs` and `document.rs`.

mod archive;
mod bytes;
mod document;
mod jpeg;
mod kind;
mod name;
mod pdf;
mod picture;
mod png;
mod ready;
mod refused;
mod relations;
mod shrink;
mod sniff;
mod table;
#[cfg(test)]
mod tests;
mod webp;
mod xml;

pub use kind::Kind;
pub use name::clean_name;
pub use ready::{Limits, Ready, ready};
pub use refused::Refused;
