//! Taking a decision back.

use stoa_kernel::ids::MemberId;
use stoa_kernel::{Actor, Fault, Reads, Tx};
use stoa_policy::Action;

use super::effects;
use super::{may, open_again, take, turn};
use crate::events::DecisionUndone;
use crate::model::{Case, CaseState, Decision, Happened, Settings};
use crate::reports;
use crate::sanctions;
use crate::store::{case, decision, log};

/// Whether a decision could be taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Undone {
    /// Its case is open again, in this version.
    Done {
        /// The case as it was when it was decided.
        case: Box<Case>,
        /// Its version now.
        version: i32,
    },
    /// It was taken back before.
    Already,
    /// It is too late.
    TooLate,
    /// The case went on since: its author edited, or it was decided again.
    Superseded,
}

/// Takes a decision back and opens its case again, reversing what it did.
///
/// The decider may until it is told; an administrator, and for declined
/// texts every moderator of the space, within `settings.restore`. Nobody takes
/// back a decision on the own text.
///
/// # Errors
/// [`Fault::NotFound`] for decisions of spaces the actor does not moderate,
/// [`Fault::Forbidden`] for others' decisions and for those on the own text.
pub async fn undo(
    tx: &mut Tx,
    actor: &Actor,
    reference: &str,
    settings: &Settings,
) -> Result<Undone, Fault> {
    let me = actor.signed_in()?;
    let named = decision::by_reference(tx, reference).await?.ok_or(Fault::NotFound)?;
    let found = take(tx, actor, named.case).await?;
    // Read again under the case's lock: somebody else may have taken it back meanwhile.
    let made = decision::by_reference(tx, reference).await?.ok_or(Fault::NotFound)?;
    if let Some(obstacle) = obstacle(tx, actor, &found, &made, settings).await? {
        return Ok(obstacle);
    }
    reverse(tx, &found, &made, me).await
}

async fn obstacle(
    tx: &Tx,
    actor: &Actor,
    found: &Case,
    made: &Decision,
    settings: &Settings,
) -> Result<Option<Undone>, Fault> {
    let restores = made.act.takes_away();
    let own = actor.is(made.by) || restores;
    may(actor, found, Action::UndoDecision { own })?;
    if made.undone_at.is_some() {
        return Ok(Some(Undone::Already));
    }
    let latest = decision::standing(tx, found.id).await?;
    if found.state != CaseState::Decided || latest.is_none_or(|one| one.id != made.id) {
        return Ok(Some(Undone::Superseded));
    }
    let administers = may(actor, found, Action::Administer).is_ok();
    let until = if restores || administers { made.at.plus(settings.restore) } else { made.tell_at };
    Ok((until < tx.now()).then_some(Undone::TooLate))
}

async fn reverse(
    tx: &mut Tx,
    found: &Case,
    made: &Decision,
    me: MemberId,
) -> Result<Undone, Fault> {
    let done = decision::effects(tx, made.id).await?;
    if !effects::reverse(tx, found, made.act, &done).await? {
        return Ok(Undone::Superseded);
    }
    decision::undo(tx, made.id, me).await?;
    sanctions::overrule(tx, made.id, found.author, done.silenced).await?;
    reports::unanswer(tx, found).await?;
    // It goes on waiting where it stood in the queue.
    let next = case::Change { opened_at: found.opened_at, ..open_again(found, tx) };
    turn(tx, found, next, Some(me), Happened::Undone).await?;
    log::add(tx, found, made, log::UNDONE).await?;
    tx.emit(&DecisionUndone {
        case: found.id,
        decision: made.id,
        space: found.space,
        action: made.act.name().to_owned(),
        author: found.author,
        post: found.subject.post(),
    })?;
    Ok(Undone::Done { case: Box::new(found.clone()), version: next.version })
}
