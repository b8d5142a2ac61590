//! Tables and queries; nobody outside gets round the door.

pub(crate) mod applications;
pub(crate) mod handles;
pub(crate) mod hours;
pub(crate) mod members;
pub(crate) mod roles;
pub(crate) mod sessions;
pub(crate) mod tokens;

use stoa_kernel::Fault;
pub(crate) use stoa_kernel::db::marks;

/// A value of a column that this program wrote and no longer understands.
pub(crate) fn damaged(what: &str, value: &str) -> Fault {
    Fault::broken(format!("{what} is damaged: {value}"))
}

/// How many values one statement takes: far below the limit of either database.
pub(crate) const CHUNK: usize = 500;
