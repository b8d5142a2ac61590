//! Cases: opened by events, claimed with a lease, decided once, taken back.
//!
//! Every verb locks the case's row before it looks at it, so that of two
//! moderators who decide at once the second meets the decision of the first.
//! Each change of standing leaves a line of history.

mod claim;
mod decide;
mod effects;
mod open;
mod undo;

use stoa_kernel::ids::{CaseId, MemberId};
use stoa_kernel::{Actor, Fault, Reads, Tx};
use stoa_policy::Action;

pub use claim::{Claimed, claim, release};
pub use decide::{Decided, decide, settings_for};
pub(crate) use effects::Effects;
pub use open::{
    close_for_lost_wordings, close_for_post, open_for_city, open_for_post, open_for_revision,
};
pub(crate) use open::{lock_for_edit, open_for_report, text_changed};
pub use undo::{Undone, undo};

use crate::events::CaseChanged;
use crate::model::{Case, CaseState, Happened, Lease};
use crate::store::{case, history};

/// The case, locked, if the actor may see it and may decide about it.
async fn take(tx: &Tx, actor: &Actor, id: CaseId) -> Result<Case, Fault> {
    let found = case::locked(tx, id).await?.ok_or(Fault::NotFound)?;
    may(actor, &found, Action::SeeCase)?;
    let own = found.author.is_some_and(|author| actor.is(author));
    may(actor, &found, Action::DecideCase { own })?;
    Ok(found)
}

/// Judges from the case's space; cases without one belong to the whole instance.
fn may(actor: &Actor, found: &Case, action: Action) -> Result<(), Fault> {
    let judged = match found.space {
        Some(space) => actor.may_in(space, action),
        None => actor.may(action),
    };
    judged.map(|_| ())
}

/// Writes the case's new standing, the line that says why, and tells those who look on.
async fn turn(
    tx: &mut Tx,
    found: &Case,
    next: case::Change,
    by: Option<MemberId>,
    what: Happened,
) -> Result<(), Fault> {
    case::update(tx, found.id, next).await?;
    history::add(tx, found.id, by, what, next.version, "").await
}

/// The case's standing as it is, to be changed in parts.
fn standing(found: &Case) -> case::Change {
    case::Change {
        state: found.state,
        version: found.version,
        claim: found.claim,
        opened_at: found.opened_at,
        decided_at: found.decided_at,
    }
}

/// The standing of a case that waits again.
fn open_again(found: &Case, tx: &Tx) -> case::Change {
    case::Change {
        state: CaseState::Open,
        version: found.version + 1,
        claim: None,
        opened_at: tx.now(),
        decided_at: None,
    }
}

/// The lease of somebody else than `me`.
fn others(found: &Case, me: MemberId) -> Option<Lease> {
    found.claim.filter(|lease| lease.by != me)
}

fn changed(tx: &mut Tx, found: &Case) -> Result<(), Fault> {
    tx.emit(&CaseChanged { case: found.id, space: found.space })
}

#[cfg(test)]
mod tests;
