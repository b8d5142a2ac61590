//! Taking a case, so that two moderators do not read the same text.

use stoa_kernel::ids::CaseId;
use stoa_kernel::{Actor, Fault, Reads, Tx};

use super::{changed, others, standing, take, turn};
use crate::model::{Case, CaseState, Happened, Lease, Settings};
use crate::store::case;

/// Whether a case could be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Claimed {
    /// It is the actor's until then.
    Yours(Lease),
    /// Another moderator is on it.
    Taken(Lease),
    /// It waits for nobody any more.
    Over(CaseState),
}

/// Takes a case for the length of a lease, or renews the actor's own.
///
/// An administrator may take over the case another moderator is on, if asked
/// for by `take_over`; from anybody else that wish is refused.
///
/// # Errors
/// [`Fault::NotFound`] for a case of spaces the actor does not moderate,
/// [`Fault::Forbidden`] for one about the actor's own text.
pub async fn claim(
    tx: &mut Tx,
    actor: &Actor,
    id: CaseId,
    take_over: bool,
    settings: &Settings,
) -> Result<Claimed, Fault> {
    let me = actor.signed_in()?;
    let found = take(tx, actor, id).await?;
    if found.state != CaseState::Open {
        return Ok(Claimed::Over(found.state));
    }
    let lease = Lease { by: me, until: tx.now().plus(settings.lease) };
    match others(&found, me) {
        Some(other) if !(take_over && administers(actor, &found)) => Ok(Claimed::Taken(other)),
        Some(_) => set(tx, &found, lease, Some(Happened::TakenOver)).await,
        None if found.claim.is_some() => set(tx, &found, lease, None).await,
        None => set(tx, &found, lease, Some(Happened::Claimed)).await,
    }
}

/// Lets a case go: one's own claim, or as an administrator anybody's.
/// Letting go what nobody holds changes nothing.
///
/// # Errors
/// As [`claim`].
pub async fn release(tx: &mut Tx, actor: &Actor, id: CaseId) -> Result<Claimed, Fault> {
    let me = actor.signed_in()?;
    let found = take(tx, actor, id).await?;
    if let Some(other) = others(&found, me).filter(|_| !administers(actor, &found)) {
        return Ok(Claimed::Taken(other));
    }
    if found.claim.is_some() {
        let next = case::Change { claim: None, ..standing(&found) };
        turn(tx, &found, next, Some(me), Happened::Released).await?;
        changed(tx, &found)?;
    }
    Ok(Claimed::Over(found.state))
}

/// A renewal changes nothing that others see, so it leaves no line and no event.
async fn set(
    tx: &mut Tx,
    found: &Case,
    lease: Lease,
    what: Option<Happened>,
) -> Result<Claimed, Fault> {
    let next = case::Change { claim: Some(lease), ..standing(found) };
    match what {
        None => case::update(tx, found.id, next).await?,
        Some(what) => {
            turn(tx, found, next, Some(lease.by), what).await?;
            changed(tx, found)?;
        }
    }
    Ok(Claimed::Yours(lease))
}

fn administers(actor: &Actor, found: &Case) -> bool {
    match found.space {
        Some(space) => actor.who_in(space).administers(),
        None => actor.who().administers(),
    }
}
