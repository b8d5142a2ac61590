//! Threads that close and open by the clock, and slow mode.

use std::time::Duration;

use sea_orm::sea_query::LockType;
use sea_orm::{EntityTrait, FromQueryResult, QuerySelect};
use stoa_kernel::db::rows;
use stoa_kernel::ids::{SpaceId, ThreadId};
use stoa_kernel::{Actor, Fault, Reads, Time, Tx};
use stoa_policy::Action;

use super::{tended, told};
use crate::model::{Place, ahead};
use crate::store::threads as table;

/// The spans of slow mode that are offered, in seconds: five minutes to a day.
pub const SPANS: [i32; 5] = [300, 900, 3600, 14_400, 86_400];

/// Closes an open thread at a moment to come; `None` takes that back.
///
/// # Errors
/// As [`super::close`]; [`Fault::Invalid`] in field `at` for a moment that is past or more than
/// two years ahead, [`Fault::Conflict`] for a thread that is closed.
pub async fn close_at(
    tx: &mut Tx,
    actor: &Actor,
    thread: ThreadId,
    at: Option<Time>,
) -> Result<(), Fault> {
    let row = tended(tx, actor, thread).await?;
    ahead(tx.now(), at, "at")?;
    if row.closed_at.is_some() && at.is_some() {
        return Err(Fault::Conflict("threads-timer-closed"));
    }
    let sql = "UPDATE threads SET closes_at = ?, version = version + 1 WHERE id = ?";
    tx.run(sql, vec![at.into(), thread.into()]).await?;
    told(tx, thread, "thread.timed").await
}

/// Lets everybody but moderators write in a thread once in so many seconds; `None` ends that.
/// Answers whether it changed anything.
///
/// # Errors
/// As [`super::close`]; [`Fault::Invalid`] in field `every` for a span that is not offered.
pub async fn slow(
    tx: &mut Tx,
    actor: &Actor,
    thread: ThreadId,
    every: Option<i32>,
) -> Result<bool, Fault> {
    let row = tended(tx, actor, thread).await?;
    if every.is_some_and(|span| !SPANS.contains(&span)) {
        return Err(Fault::invalid("every", "threads-slow-unknown"));
    }
    if row.slow_s == every {
        return Ok(false);
    }
    let sql = "UPDATE threads SET slow_s = ?, version = version + 1 WHERE id = ?";
    tx.run(sql, vec![every.into(), thread.into()]).await?;
    told(tx, thread, "thread.slowed").await?;
    Ok(true)
}

#[derive(FromQueryResult)]
struct Last {
    at: Option<Time>,
}

/// From when the actor may write in a thread in slow mode; `None` for now. What waits or was taken
/// away counts, as does a new wording of what stands: else these would be ways round.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn slow_until(
    db: &impl Reads,
    actor: &Actor,
    thread: ThreadId,
    space: SpaceId,
    every: Option<Duration>,
) -> Result<Option<Time>, Fault> {
    let (Some(every), Some(me)) = (every, actor.id()) else { return Ok(None) };
    if actor.may_in(space, Action::Tend).is_ok() {
        return Ok(None);
    }
    let sql = "SELECT MAX(at) AS at FROM (\
                 SELECT created_at AS at FROM posts WHERE thread_id = ? AND author_id = ? \
                   AND state <> 'declined' \
                 UNION ALL SELECT edited_at FROM posts WHERE thread_id = ? \
                   AND COALESCE(editor_id, author_id) = ? \
                 UNION ALL SELECT r.written_at FROM revisions r JOIN posts p ON p.id = r.post_id \
                   WHERE p.thread_id = ? AND r.editor_id = ? AND r.state = 'held') AS written";
    let pair = || [thread.into(), me.into()];
    let values = [pair(), pair(), pair()].into_iter().flatten().collect();
    let last: Vec<Last> = rows(db, sql, values).await?;
    let until = last.first().and_then(|last| last.at).map(|at| at.plus(every));
    Ok(until.filter(|until| *until > db.now()))
}

/// Refuses who wrote in the thread a moment ago, where it is slow. One who sends twice at once is
/// let through once: the thread's row is locked.
///
/// # Errors
/// [`Fault::TooSoon`] with the moment from which he may write again.
pub(crate) async fn not_too_soon(tx: &Tx, actor: &Actor, place: &Place) -> Result<(), Fault> {
    if place.slow.is_none() {
        return Ok(());
    }
    table::Entity::find_by_id(place.thread).lock(LockType::Update).one(&tx.conn()).await?;
    match slow_until(tx, actor, place.thread, place.space, place.slow).await? {
        Some(until) => Err(Fault::TooSoon(until)),
        None => Ok(()),
    }
}

/// A thread that the clock has closed or opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, FromQueryResult)]
pub struct Timed {
    /// The thread.
    pub id: ThreadId,
    /// Its space.
    pub space_id: SpaceId,
}

/// What the clock did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ByTheClock {
    /// These are closed now.
    pub closed: Vec<Timed>,
    /// These are open again.
    pub opened: Vec<Timed>,
}

/// Closes and opens up to `most` threads each whose moment has come. That it has is asked twice:
/// where two processes come at once, the second waits for the first's rows and looks at them anew.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn by_the_clock(tx: &mut Tx, most: i64) -> Result<ByTheClock, Fault> {
    let now = tx.now();
    let sql = "UPDATE threads SET closed_at = ?, closes_at = NULL, version = version + 1 \
               WHERE closes_at <= ? AND id IN \
                 (SELECT id FROM threads WHERE closes_at <= ? ORDER BY closes_at LIMIT ?) \
               RETURNING id, space_id";
    let until = || [now.into(), now.into(), most.into()];
    let values = std::iter::once(now.into()).chain(until()).collect();
    let closed: Vec<Timed> = rows(tx, sql, values).await?;
    let sql = "UPDATE threads SET closed_at = NULL, opens_at = NULL, version = version + 1 \
               WHERE opens_at <= ? AND id IN \
                 (SELECT id FROM threads WHERE opens_at <= ? ORDER BY opens_at LIMIT ?) \
               RETURNING id, space_id";
    let opened: Vec<Timed> = rows(tx, sql, until().into()).await?;
    for one in &closed {
        told(tx, one.id, "thread.closed").await?;
    }
    for one in &opened {
        told(tx, one.id, "thread.reopened").await?;
    }
    Ok(ByTheClock { closed, opened })
}
