//! The crate tried from outside, on files made here.

mod documents;
mod made;
mod mutations;
mod pictures;

use crate::{Limits, Ready, Refused, ready};

/// What becomes of a file with the default limits.
fn tried(bytes: &[u8]) -> Result<Ready, Refused> {
    ready(bytes.to_vec(), "a.bin", &Limits::default())
}
