//! Tables of this feature and the queries on them; nobody outside gets round the verbs.

pub(crate) mod case;
pub(crate) mod decision;
pub(crate) mod history;
pub(crate) mod log;
pub(crate) mod reports;
