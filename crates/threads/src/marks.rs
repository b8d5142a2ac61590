//! "Useful": a mark on somebody else's post, once per member.

use sea_orm::FromQueryResult;
use stoa_kernel::db::rows;
use stoa_kernel::ids::PostId;
use stoa_kernel::{Actor, Fault, Reads, Tx};
use stoa_policy::Action;

use crate::events::PostMarkedUseful;
use crate::model::{PostFacts, State};
use crate::posts::{announce, facts};
use crate::store::threads;

#[derive(FromQueryResult)]
struct Count {
    useful: i32,
}

/// Marks a post as useful; a second time changes nothing. Answers how many
/// found it useful now.
///
/// # Errors
/// [`Fault::NotFound`] where the post is not there for the actor,
/// [`Fault::Forbidden`] for the own one, [`Fault::Conflict`] when it does not stand.
pub async fn useful(tx: &mut Tx, actor: &Actor, post: PostId) -> Result<i32, Fault> {
    let me = actor.signed_in()?;
    let found = markable(tx, actor, post).await?;
    let sql = "INSERT INTO useful_marks (post_id, member_id, marked_at) VALUES (?, ?, ?) \
               ON CONFLICT DO NOTHING";
    let done = tx.run(sql, vec![post.into(), me.into(), tx.now().into()]).await?;
    let by = i32::from(done.rows_affected() > 0);
    let count = changed(tx, &found, by).await?;
    if by != 0 {
        let (thread, author) = (found.place.thread, found.author);
        tx.emit(&PostMarkedUseful { post, thread, author, by: me })?;
    }
    Ok(count)
}

/// Takes the mark back; without one nothing changes.
///
/// # Errors
/// As [`useful`].
pub async fn not_useful(tx: &mut Tx, actor: &Actor, post: PostId) -> Result<i32, Fault> {
    let me = actor.signed_in()?;
    let found = markable(tx, actor, post).await?;
    let sql = "DELETE FROM useful_marks WHERE post_id = ? AND member_id = ?";
    let done = tx.run(sql, vec![post.into(), me.into()]).await?;
    changed(tx, &found, -i32::from(done.rows_affected() > 0)).await
}

async fn markable(tx: &Tx, actor: &Actor, post: PostId) -> Result<PostFacts, Fault> {
    let found = facts(tx, actor, post).await?;
    actor.may_in(found.place.space, Action::MarkUseful { own: actor.is(found.author) })?;
    if found.state == State::Published {
        Ok(found)
    } else {
        Err(Fault::Conflict("threads-post-gone"))
    }
}

async fn changed(tx: &mut Tx, found: &PostFacts, by: i32) -> Result<i32, Fault> {
    let sql = "UPDATE posts SET useful = useful + ? WHERE id = ? RETURNING useful";
    let count = rows::<Count>(tx, sql, vec![by.into(), found.post.into()]).await?;
    let count = count.first().ok_or(Fault::NotFound)?.useful;
    if by != 0 {
        let raised = threads::step(tx, found.place.thread).await?;
        announce(tx, found.place.thread, raised.seq, "post.marked", found.post, found.number);
    }
    Ok(count)
}
