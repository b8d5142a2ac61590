//! One thread's head, and the threads that wait in a space.

use sea_orm::sea_query::{ExprTrait, Order, Query, SelectStatement};
use sea_orm::{ColumnTrait, FromQueryResult};
use stoa_kernel::ids::{SpaceId, ThreadId};
use stoa_kernel::{Actor, Fault, Reads};

use crate::model::State;
use crate::store::rows::{ThreadRow, at, thread_query};
use crate::store::{self, spaces, threads, visible};
use crate::views::lists::{draw, strokes, summaries};
use crate::views::{ThreadSummary, ThreadView};

/// How many waiting threads a space's page names.
const WAITING: u64 = 50;

pub(crate) fn thread_by_id(actor: &Actor, id: ThreadId) -> SelectStatement {
    let mut query = thread_query(actor);
    query.cond_where(visible::threads(actor)).and_where(threads::Column::Id.eq(id));
    query
}

/// The head of a thread.
///
/// # Errors
/// [`Fault::NotFound`] where there is none for the actor.
pub async fn thread(db: &impl Reads, actor: &Actor, id: ThreadId) -> Result<ThreadView, Fault> {
    let row = store::one::<ThreadRow>(db, &thread_by_id(actor, id)).await?;
    let row = row.ok_or(Fault::NotFound)?;
    let mut view = row.view(actor)?;
    let strokes = strokes(db, &[id]).await?.remove(&id).unwrap_or_default();
    draw(&mut view.summary, strokes, actor);
    Ok(view)
}

/// What changes whenever a thread's page does: the version of the right to
/// enter its space, and the number of its stream. Tells nothing of what is in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, FromQueryResult)]
pub struct Pulse {
    /// The space's `rights_version`.
    pub rights_version: i64,
    /// The thread's `seq`.
    pub seq: i64,
}

/// The pulse of a thread, by its index alone; `None` for one that is not there
/// at all. For whoever keeps a page made from [`thread`] for the same reader.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn pulse(db: &impl Reads, id: ThreadId) -> Result<Option<Pulse>, Fault> {
    let mut query = Query::select();
    query
        .column((threads::Entity, threads::Column::Seq))
        .column((spaces::Entity, spaces::Column::RightsVersion))
        .from(threads::Entity)
        .inner_join(
            spaces::Entity,
            ExprTrait::eq(at(spaces::Column::Id), at(threads::Column::SpaceId)),
        )
        .and_where(threads::Column::Id.eq(id));
    store::one::<Pulse>(db, &query).await
}

/// Threads of a space (or of all) that wait for a moderator: the actor's own,
/// and for its moderators all of them; the oldest first. They stand beside the
/// list and never in it, so that nobody's list moves by them.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn held_threads(
    db: &impl Reads,
    actor: &Actor,
    space: Option<SpaceId>,
) -> Result<Vec<ThreadSummary>, Fault> {
    if actor.id().is_none() {
        return Ok(Vec::new());
    }
    let mut query = thread_query(actor);
    query
        .cond_where(visible::threads(actor))
        .and_where(threads::Column::State.eq(State::Held.name()))
        .and_where_option(space.map(|space| threads::Column::SpaceId.eq(space)))
        .order_by(threads::Column::LastPostAt.as_column_ref(), Order::Asc)
        .order_by(threads::Column::Id.as_column_ref(), Order::Asc)
        .limit(WAITING);
    let rows = store::all::<ThreadRow>(db, &query).await?;
    summaries(db, actor, &rows).await
}
