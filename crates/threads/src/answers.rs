//! The accepted answer of a question: chosen by who asked, or by a moderator.

use sea_orm::EntityTrait;
use stoa_kernel::ids::{MemberId, PostId, ThreadId};
use stoa_kernel::{Actor, Fault, Reads, Tx};
use stoa_policy::Action;

use crate::events::AnswerAccepted;
use crate::model::{Place, State, ThreadKind};
use crate::posts;
use crate::store::threads as table;

/// Accepts a post as the answer; another one chosen before steps back.
///
/// # Errors
/// [`Fault::NotFound`] where thread or post are not there for the actor,
/// [`Fault::Forbidden`] for others than asker and moderators,
/// [`Fault::Conflict`] outside questions and where the post does not stand,
/// [`Fault::Invalid`] in field `post` for the question itself or another thread's post.
pub async fn accept(
    tx: &mut Tx,
    actor: &Actor,
    thread: ThreadId,
    post: PostId,
) -> Result<(), Fault> {
    let by = actor.signed_in()?;
    question(tx, actor, thread).await?;
    table::still_there(tx, thread).await?;
    let answer = posts::facts(tx, actor, post).await?;
    if answer.place.thread != thread || answer.opening {
        return Err(Fault::invalid("post", "threads-answer-elsewhere"));
    }
    if answer.state != State::Published {
        return Err(Fault::Conflict("threads-post-gone"));
    }
    if !choose(tx, thread, post, by).await? {
        return Ok(());
    }
    let raised = table::step(tx, thread).await?;
    posts::announce(tx, thread, raised.seq, "answer.accepted", post, answer.number);
    tx.emit(&AnswerAccepted { thread, post, author: answer.author, by })
}

/// Whether it was not chosen already.
async fn choose(tx: &Tx, thread: ThreadId, post: PostId, by: MemberId) -> Result<bool, Fault> {
    let sql = "UPDATE threads SET accepted_post_id = ?, accepted_by = ?, accepted_at = ? \
               WHERE id = ? AND (accepted_post_id IS NULL OR accepted_post_id <> ?)";
    let values = vec![post.into(), by.into(), tx.now().into(), thread.into(), post.into()];
    Ok(tx.run(sql, values).await?.rows_affected() > 0)
}

/// Takes the choice back; without one nothing changes.
///
/// # Errors
/// As [`accept`].
pub async fn unaccept(tx: &mut Tx, actor: &Actor, thread: ThreadId) -> Result<(), Fault> {
    actor.signed_in()?;
    question(tx, actor, thread).await?;
    let row = table::Entity::find_by_id(thread).one(&tx.conn()).await?;
    let Some(post) = row.and_then(|row| row.accepted_post_id) else {
        return Ok(());
    };
    let sql = "UPDATE threads SET accepted_post_id = NULL, accepted_by = NULL, \
               accepted_at = NULL WHERE id = ? AND accepted_post_id = ?";
    let done = tx.run(sql, vec![thread.into(), post.into()]).await?;
    if done.rows_affected() > 0 {
        let raised = table::step(tx, thread).await?;
        posts::announce(tx, thread, raised.seq, "answer.withdrawn", post, None);
    }
    Ok(())
}

async fn question(tx: &Tx, actor: &Actor, thread: ThreadId) -> Result<Place, Fault> {
    let place = crate::threads::facts(tx, actor, thread).await?;
    actor.may_in(place.space, Action::Accept { asker: actor.is(place.author) })?;
    if place.kind == ThreadKind::Question && place.state == State::Published {
        return Ok(place);
    }
    Err(Fault::Conflict("threads-answer-no-question"))
}
