//! What can be seen of cases, decisions and the log: everything filtered for
//! the reader in SQL. **Who moderates none of a case's spaces learns nothing
//! of it, not even a count.**

mod case;
mod decisions;
mod log;
mod queue;

pub use case::{AuthorRecord, CaseView, Context, case, case_about};
pub use decisions::{
    Statement, decision, decisions_for, decisions_for_all, first_decision, statement,
};
pub use log::{LogAction, LogFilter, LogLine, log, log_tally};
pub use queue::{Filter, Undoable, history, neighbours, queue, undoable};

pub use crate::routing::{Counts, Ours, Routed, Tally, tally};

use stoa_kernel::ids::{MemberId, SpaceId};
use stoa_kernel::{Fault, Reads};

/// Who is told of a case of this space: its moderators, those of all spaces,
/// and the administrators; of a case without a space, the latter two.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn watchers(db: &impl Reads, space: Option<SpaceId>) -> Result<Vec<MemberId>, Fault> {
    // No space has this id, so those of all spaces are left.
    let nowhere = || SpaceId::from_uuid(sea_orm::prelude::Uuid::nil());
    stoa_accounts::views::moderators_of(db, space.unwrap_or_else(nowhere)).await
}

#[cfg(test)]
mod tests;
