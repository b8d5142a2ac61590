//! Which of some posts are there for the actor, and which of these he has not
//! read: what letters and notices ask before they tell of them.

use sea_orm::sea_query::{Condition, Expr, ExprTrait, Query, SelectStatement};
use sea_orm::{ColumnTrait, FromQueryResult};
use stoa_kernel::ids::{MemberId, PostId};
use stoa_kernel::{Actor, Fault, Reads};

use crate::store::rows::at;
use crate::store::{self, posts, readings, spaces, threads, visible};

#[derive(FromQueryResult)]
struct Row {
    id: PostId,
}

/// Those of these posts that stand published where the actor may enter, in the
/// order asked for. One statement, none without posts.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn open_to(db: &impl Reads, actor: &Actor, ids: &[PostId]) -> Result<Vec<PostId>, Fault> {
    among(db, ids, standing(actor)).await
}

/// Those of these posts that stand published where the actor may enter, by
/// others, behind his reading position. One statement, none without posts or for guests.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn unread_among(
    db: &impl Reads,
    actor: &Actor,
    ids: &[PostId],
) -> Result<Vec<PostId>, Fault> {
    let Some(me) = actor.id() else {
        return Ok(Vec::new());
    };
    among(db, ids, unread(actor, me)).await
}

/// That the post named by a column of the query around it is one of [`unread_among`]; nothing is
/// for a guest. Counting rows that tell of posts needs no look at every such row then.
#[must_use]
pub fn is_unread(actor: &Actor, post: Expr) -> Condition {
    let Some(me) = actor.id() else {
        return Condition::any();
    };
    let mut query = unread(actor, me);
    query.and_where(at(posts::Column::Id).eq(post));
    Condition::all().add(Expr::exists(query))
}

async fn among(
    db: &impl Reads,
    ids: &[PostId],
    mut query: SelectStatement,
) -> Result<Vec<PostId>, Fault> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    query.and_where(at(posts::Column::Id).is_in(ids.iter().copied()));
    let found = store::all::<Row>(db, &query).await?;
    Ok(ids.iter().copied().filter(|id| found.iter().any(|row| row.id == *id)).collect())
}

fn standing(actor: &Actor) -> SelectStatement {
    let mut query = Query::select();
    query
        .column((posts::Entity, posts::Column::Id))
        .from(posts::Entity)
        .inner_join(threads::Entity, at(threads::Column::Id).eq(at(posts::Column::ThreadId)))
        .inner_join(spaces::Entity, at(spaces::Column::Id).eq(at(threads::Column::SpaceId)))
        .cond_where(visible::told(actor));
    query
}

fn unread(actor: &Actor, me: MemberId) -> SelectStatement {
    let mine = Condition::all()
        .add(readings::Column::MemberId.eq(me))
        .add(at(readings::Column::ThreadId).eq(at(posts::Column::ThreadId)));
    let behind = Condition::any()
        .add(readings::Column::Number.is_null())
        .add(at(posts::Column::Number).gt(at(readings::Column::Number)));
    let mut query = standing(actor);
    query
        .left_join(readings::Entity, mine)
        .and_where(posts::Column::AuthorId.ne(me))
        .and_where(visible::not_blocked(me))
        .cond_where(behind);
    query
}
