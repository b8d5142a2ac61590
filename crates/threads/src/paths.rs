//! Reading paths: a thread whose opening post lists other threads, each with a word why. The list is
//! in the text; here is which threads it leads to, so that these lead back.

use sea_orm::sea_query::{ExprTrait, Order, Query};
use sea_orm::{ColumnTrait, FromQueryResult};
use stoa_kernel::db::rows;
use stoa_kernel::ids::{PostId, ThreadId};
use stoa_kernel::{Actor, Fault, Limit, Reads, Tx};

use crate::model::ThreadKind;
use crate::store::rows::{ThreadRow, at, thread_query};
use crate::store::{self, threads as table, visible};
use crate::views::{ThreadSummary, summaries};

/// How few threads a path leads to.
pub const FEWEST: usize = 3;
/// How many threads a path leads to at most.
pub const MOST: usize = 20;

/// Notes where a text leads; what it led to before is forgotten.
pub(crate) async fn link(tx: &Tx, post: PostId, steps: &[ThreadId]) -> Result<(), Fault> {
    for (place, thread) in (1_i32..).zip(steps.iter().take(MOST)) {
        let sql = "INSERT INTO path_steps (post_id, place, thread_id) VALUES (?, ?, ?) \
                   ON CONFLICT (post_id, place) DO UPDATE SET thread_id = excluded.thread_id";
        tx.run(sql, vec![post.into(), place.into(), (*thread).into()]).await?;
    }
    Ok(())
}

/// A text leads nowhere any more.
pub(crate) async fn unlink(tx: &Tx, post: PostId) -> Result<(), Fault> {
    tx.run("DELETE FROM path_steps WHERE post_id = ?", vec![post.into()]).await.map(|_| ())
}

/// Those of these threads that are in lists for the actor, in the order asked for.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn listed(
    db: &impl Reads,
    actor: &Actor,
    ids: &[ThreadId],
) -> Result<Vec<ThreadSummary>, Fault> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let mut query = thread_query(actor);
    query
        .cond_where(visible::listed(actor))
        .and_where(table::Column::Id.is_in(ids.iter().copied()));
    let found = store::all::<ThreadRow>(db, &query).await?;
    let mut all = summaries(db, actor, &found).await?;
    all.sort_by_key(|thread| ids.iter().position(|id| *id == thread.id));
    Ok(all)
}

#[derive(FromQueryResult)]
struct Step {
    thread_id: ThreadId,
}

/// Where a path leads, in its order. A thread that was joined to another is that other.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn steps(
    db: &impl Reads,
    actor: &Actor,
    path: ThreadId,
) -> Result<Vec<ThreadSummary>, Fault> {
    let sql = "SELECT COALESCE(m.into_id, s.thread_id) AS thread_id FROM path_steps s \
               JOIN posts p ON p.id = s.post_id \
               LEFT JOIN merged_threads m ON m.thread_id = s.thread_id \
               WHERE p.thread_id = ? AND p.opening AND p.state = 'published' ORDER BY s.place";
    let found: Vec<Step> = rows(db, sql, vec![path.into()]).await?;
    let ids: Vec<ThreadId> = found.into_iter().map(|step| step.thread_id).collect();
    listed(db, actor, &ids).await
}

/// The paths that lead to a thread, as far as they are in lists for the actor, the newest first.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn through(
    db: &impl Reads,
    actor: &Actor,
    thread: ThreadId,
    most: Limit,
) -> Result<Vec<ThreadSummary>, Fault> {
    use crate::store::posts;
    let steps = sea_orm::sea_query::Alias::new("path_steps");
    let of = |name: &'static str| {
        sea_orm::sea_query::Expr::col((steps.clone(), sea_orm::sea_query::Alias::new(name)))
    };
    let mut leads = Query::select();
    leads
        .column((posts::Entity, posts::Column::ThreadId))
        .from(steps.clone())
        .inner_join(posts::Entity, at(posts::Column::Id).eq(of("post_id")))
        .and_where(of("thread_id").eq(thread))
        .and_where(posts::Column::Opening.eq(true))
        .and_where(posts::Column::State.eq(crate::State::Published.name()));
    let mut query = thread_query(actor);
    query
        .cond_where(visible::listed(actor))
        .and_where(table::Column::Kind.eq(ThreadKind::Path.name()))
        .and_where(at(table::Column::Id).in_subquery(leads))
        .order_by(table::Column::Id.as_column_ref(), Order::Desc)
        .limit(most.get());
    let found = store::all::<ThreadRow>(db, &query).await?;
    summaries(db, actor, &found).await
}
