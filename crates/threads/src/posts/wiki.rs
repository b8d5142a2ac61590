//! Posts that everybody may edit.

use stoa_kernel::ids::PostId;
use stoa_kernel::{Actor, Fault, Tx};
use stoa_policy::{Action, HoldReason};

use super::{announce, facts};
use crate::model::{PostFacts, State};
use crate::store::threads;

/// Lets everybody edit a post, or its author alone again: by the author, or a moderator.
///
/// # Errors
/// [`Fault::NotFound`], [`Fault::Forbidden`]; [`Fault::Conflict`] when it does not stand.
pub async fn wiki(tx: &mut Tx, actor: &Actor, post: PostId, on: bool) -> Result<(), Fault> {
    actor.signed_in()?;
    let found = facts(tx, actor, post).await?;
    keeps(actor, &found)?;
    if found.state != State::Published {
        return Err(Fault::Conflict("threads-post-gone"));
    }
    tx.run("UPDATE posts SET wiki = ? WHERE id = ?", vec![on.into(), post.into()]).await?;
    let raised = threads::step(tx, found.place.thread).await?;
    announce(tx, found.place.thread, raised.seq, "post.marked", post, found.number);
    Ok(())
}

/// Whether the actor looks after what stands around a post, as long as he may write: its author,
/// and the space's moderators.
///
/// # Errors
/// [`Fault::Forbidden`], [`Fault::NotFound`].
pub(crate) fn keeps(actor: &Actor, found: &PostFacts) -> Result<(), Fault> {
    let writes = Action::Reply { space: found.place.facts, closed: false };
    let action = if actor.is(found.author) { writes } else { Action::Tend };
    actor.may_in(found.place.space, action).map(|_| ())
}

/// Whether the actor may give a post another wording, and whether that would wait. What everybody
/// may edit stands under its author's name: whoever would be held may not.
///
/// # Errors
/// [`Fault::Forbidden`], [`Fault::NotFound`].
pub fn may_edit(actor: &Actor, found: &PostFacts) -> Result<Option<HoldReason>, Fault> {
    let (space, own) = (found.place.facts, actor.is(found.author));
    let others = found.wiki && found.state == State::Published && !own;
    let action = if others { Action::Improve(space) } else { Action::Edit { space, own } };
    actor.may_in(found.place.space, action)
}
