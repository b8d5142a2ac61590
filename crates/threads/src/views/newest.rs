//! What was written last, for feeds and maps of the site: published text alone.

use sea_orm::sea_query::{Expr, ExprTrait, Order, Query};
use sea_orm::{ColumnTrait, FromQueryResult};
use stoa_kernel::ids::{SpaceId, ThreadId};
use stoa_kernel::{Actor, Fault, Limit, Reads, Time};

use crate::store::rows::{at, card_query};
use crate::store::{self, posts, spaces, threads, visible};
use crate::views::PostCard;
use crate::views::lists::cards;

/// Opening posts of a space's threads, the thread opened last first.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn newest_threads(
    db: &impl Reads,
    actor: &Actor,
    space: SpaceId,
    limit: Limit,
) -> Result<Vec<PostCard>, Fault> {
    let mut query = card_query(actor);
    query
        .cond_where(visible::published(actor))
        .and_where(threads::Column::SpaceId.eq(space))
        .and_where(posts::Column::Opening.eq(true))
        .order_by(threads::Column::Id.as_column_ref(), Order::Desc)
        .limit(limit.get());
    cards(db, actor, &query).await
}

/// The last posts of a thread, the newest first.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn newest_posts(
    db: &impl Reads,
    actor: &Actor,
    thread: ThreadId,
    limit: Limit,
) -> Result<Vec<PostCard>, Fault> {
    let mut query = card_query(actor);
    query
        .cond_where(visible::published(actor))
        .and_where(posts::Column::ThreadId.eq(thread))
        .and_where(posts::Column::Number.is_not_null())
        .order_by(posts::Column::Number.as_column_ref(), Order::Desc)
        .limit(limit.get());
    cards(db, actor, &query).await
}

/// A thread in the map of the site.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct Mapped {
    /// The thread.
    pub id: ThreadId,
    /// In addresses.
    pub slug: String,
    /// When somebody last wrote in it.
    pub last_post_at: Time,
}

/// Threads with ids above `after`, in the order of ids.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn mapped(
    db: &impl Reads,
    actor: &Actor,
    after: Option<ThreadId>,
    limit: u64,
) -> Result<Vec<Mapped>, Fault> {
    use threads::Column as T;
    let mut query = Query::select();
    for column in [T::Id, T::Slug, T::LastPostAt] {
        query.column((threads::Entity, column));
    }
    query
        .from(threads::Entity)
        .inner_join(spaces::Entity, ExprTrait::eq(at(spaces::Column::Id), at(T::SpaceId)))
        .cond_where(visible::listed(actor))
        .and_where_option(after.map(|after| T::Id.gt(after)))
        .order_by(T::Id.as_column_ref(), Order::Asc)
        .limit(limit);
    store::all(db, &query).await
}

#[derive(FromQueryResult)]
struct Id {
    id: ThreadId,
}

/// The last thread of each full part of the map, `size` threads long: where the next part begins after.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn map_parts(db: &impl Reads, actor: &Actor, size: i64) -> Result<Vec<ThreadId>, Fault> {
    use threads::Column as T;
    let mut numbered = Query::select();
    numbered
        .column((threads::Entity, T::Id))
        .expr_as(Expr::cust("ROW_NUMBER() OVER (ORDER BY threads.id)"), "place")
        .from(threads::Entity)
        .inner_join(spaces::Entity, ExprTrait::eq(at(spaces::Column::Id), at(T::SpaceId)))
        .cond_where(visible::listed(actor));
    let mut query = Query::select();
    query
        .column("id")
        .from_subquery(numbered, "numbered")
        .and_where(ExprTrait::eq(Expr::col("place").modulo(size), 0))
        .order_by("id", Order::Asc);
    Ok(store::all::<Id>(db, &query).await?.into_iter().map(|row| row.id).collect())
}
