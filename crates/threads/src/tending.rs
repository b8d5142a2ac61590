//! Keeping threads in order: closed, pinned, moved, joined, parted.
//!
//! Rules in prose. Moderators of the space tend its threads; for what concerns
//! two spaces they look after both. Joined posts go to the end of the other
//! thread, in their order, and get the next numbers there; numbers that were
//! given are never given again, so those that were left lead on through
//! `moved_posts`. What somebody had read stays read, and nothing counts as read
//! that was not. Quotes name posts, not places, and follow them.

mod join;
mod part;
mod timed;

use sea_orm::sea_query::LockType;
use sea_orm::{
    ColumnTrait, EntityTrait, FromQueryResult, PaginatorTrait, QueryFilter, QuerySelect,
};
use serde_json::json;
use stoa_kernel::db::rows;
use stoa_kernel::ids::{SpaceId, ThreadId};
use stoa_kernel::{Actor, Announcement, Fault, Reads, Time, Tx};
use stoa_policy::Action;

use crate::events::PostsMoved;
use crate::model::{MOST_PINNED, State, ahead};
use crate::spaces;
use crate::store::threads as table;

pub use join::{Joined, join};
pub use part::{MOST, part};
pub(crate) use timed::not_too_soon;
pub use timed::{ByTheClock, SPANS, Timed, by_the_clock, close_at, slow, slow_until};

/// The thread's row, locked until the transaction ends, of a published thread that the actor tends.
async fn tended(tx: &Tx, actor: &Actor, thread: ThreadId) -> Result<table::Model, Fault> {
    let place = crate::threads::facts(tx, actor, thread).await?;
    actor.may_in(place.space, Action::Tend)?;
    let find = table::Entity::find_by_id(thread).lock(LockType::Update);
    let row = find.one(&tx.conn()).await?.ok_or(Fault::NotFound)?;
    // It may have been moved to another space while the lock was waited for.
    actor.may_in(row.space_id, Action::Tend)?;
    let stands = row.state == State::Published.name();
    if stands { Ok(row) } else { Err(Fault::Conflict("threads-thread-gone")) }
}

/// Raises the thread's stream and tells of a change that concerns no single post.
pub(crate) async fn told(tx: &mut Tx, thread: ThreadId, kind: &'static str) -> Result<(), Fault> {
    let raised = table::step(tx, thread).await?;
    let (topic, at) = (format!("thread:{thread}"), tx.now());
    tx.announce(Announcement {
        topic,
        seq: raised.seq,
        kind: kind.into(),
        at,
        data: json!({ "post": null }),
    });
    Ok(())
}

/// How a thread is to be closed, or that it is to be open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Closing {
    /// It takes replies.
    Open,
    /// It takes none until somebody opens it.
    ForGood,
    /// It takes none until then.
    Until(Time),
}

/// Closes a thread to replies, or opens it again; answers whether that changed anything.
///
/// # Errors
/// [`Fault::NotFound`] where the thread is not there for the actor, [`Fault::Forbidden`] for
/// others than moderators, [`Fault::Conflict`] when it does not stand any more,
/// [`Fault::Invalid`] in field `at` for a moment that is past or more than two years ahead.
pub async fn close(
    tx: &mut Tx,
    actor: &Actor,
    thread: ThreadId,
    how: Closing,
) -> Result<bool, Fault> {
    let row = tended(tx, actor, thread).await?;
    let (closed, opens_at) = match how {
        Closing::Open => (false, None),
        Closing::ForGood => (true, None),
        Closing::Until(at) => (true, Some(at)),
    };
    ahead(tx.now(), opens_at, "at")?;
    let changed = row.closed_at.is_some() != closed;
    if !changed && row.opens_at == opens_at {
        return Ok(false);
    }
    let at = row.closed_at.filter(|_| closed).or(closed.then(|| tx.now()));
    let sql = "UPDATE threads SET closed_at = ?, opens_at = ?, closes_at = NULL, \
               version = version + 1 WHERE id = ?";
    tx.run(sql, vec![at.into(), opens_at.into(), thread.into()]).await?;
    told(tx, thread, if closed { "thread.closed" } else { "thread.reopened" }).await?;
    Ok(changed)
}

/// Lets a thread stand first in its space, or no longer; answers whether that changed anything.
///
/// # Errors
/// As [`close`]; [`Fault::Conflict`] where twenty stand first already.
pub async fn pin(
    tx: &mut Tx,
    actor: &Actor,
    thread: ThreadId,
    pinned: bool,
) -> Result<bool, Fault> {
    let row = tended(tx, actor, thread).await?;
    if row.pinned_at.is_some() == pinned {
        return Ok(false);
    }
    if pinned && pins(tx, row.space_id).await? >= MOST_PINNED as u64 {
        return Err(Fault::Conflict("threads-pins-many"));
    }
    let at = pinned.then(|| tx.now());
    let sql = "UPDATE threads SET pinned_at = ?, version = version + 1 WHERE id = ?";
    tx.run(sql, vec![at.into(), thread.into()]).await?;
    told(tx, thread, if pinned { "thread.pinned" } else { "thread.unpinned" }).await?;
    Ok(true)
}

async fn pins(tx: &Tx, space: SpaceId) -> Result<u64, Fault> {
    let find = table::Entity::find()
        .filter(table::Column::SpaceId.eq(space))
        .filter(table::Column::PinnedAt.is_not_null());
    Ok(find.count(&tx.conn()).await?)
}

/// Moves a thread to another space that its author (`author`) may enter as well.
///
/// # Errors
/// As [`close`]; [`Fault::NotFound`] for a space that is not there for the actor,
/// [`Fault::Forbidden`] where he does not look after both (who looks after one could else publish
/// where everything waits for a person); [`Fault::Conflict`] where the author could not see his own thread any more.
pub async fn relocate(
    tx: &mut Tx,
    actor: &Actor,
    thread: ThreadId,
    space: SpaceId,
    author: &Actor,
) -> Result<(), Fault> {
    let row = tended(tx, actor, thread).await?;
    let there = spaces::facts(tx, actor, space).await?;
    actor.may_in(space, Action::Tend)?;
    if row.space_id == space {
        return Ok(());
    }
    if author.may_in(space, Action::Enter(there.facts.visibility)).is_err() {
        return Err(Fault::Conflict("threads-move-author-outside"));
    }
    let sql =
        "UPDATE threads SET space_id = ?, pinned_at = NULL, version = version + 1 WHERE id = ?";
    tx.run(sql, vec![space.into(), thread.into()]).await?;
    told(tx, thread, "thread.moved").await?;
    tx.emit(&PostsMoved { from: thread, thread, space, posts: Vec::new() })
}

#[derive(FromQueryResult)]
struct Place {
    id: ThreadId,
    space_id: SpaceId,
}

/// Where a thread, or what it was joined to, stands now: thread and space; `None` when it is gone.
/// What is told late, or in another order than it happened, is to be about this.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn place(
    db: &impl Reads,
    thread: ThreadId,
) -> Result<Option<(ThreadId, SpaceId)>, Fault> {
    let sql = "SELECT id, space_id FROM threads WHERE id = \
               COALESCE((SELECT into_id FROM merged_threads WHERE thread_id = ?), ?)";
    let found: Vec<Place> = rows(db, sql, vec![thread.into(), thread.into()]).await?;
    Ok(found.first().map(|row| (row.id, row.space_id)))
}

#[cfg(test)]
mod always;
#[cfg(test)]
mod tests;
