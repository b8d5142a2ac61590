//! What a member comes back to: what waits, what is unread, what is new.

use sea_orm::sea_query::{Alias, Condition, ExprTrait, Order, Query, SelectStatement};
use sea_orm::{ColumnTrait, FromQueryResult};
use stoa_kernel::ids::{MemberId, PostId, RevisionId, SpaceId, ThreadId};
use stoa_kernel::{Actor, Fault, Limit, Reads, Time};

use crate::model::{Level, State, ThreadKind};
use crate::store::readings::subscriptions;
use crate::store::rows::{ThreadRow, at, thread_query};
use crate::store::{self, posts, readings, revisions, spaces, threads, visible};
use crate::views::lists::{Count, fresh, fresh_needs, list, summaries};
use crate::views::{Filter, Order as Turn, ThreadSummary, Waiting};

/// The home page's lists; each at most as long as asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct Home {
    /// The actor's texts that wait for a moderator.
    pub waiting: Vec<Waiting>,
    /// Threads read before in which others have written since.
    pub unread: Vec<ThreadSummary>,
    /// The last written threads.
    pub latest: Vec<ThreadSummary>,
    /// Questions without any reply, the newest first.
    pub unanswered: Vec<ThreadSummary>,
    /// Open needs and offers, the newest first.
    pub needs: Vec<ThreadSummary>,
}

/// Everything the home page lists.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn for_home(db: &impl Reads, actor: &Actor, each: Limit) -> Result<Home, Fault> {
    let open = Filter {
        kinds: vec![ThreadKind::Question],
        unreplied: true,
        order: Turn::Newest,
        ..Filter::default()
    };
    Ok(Home {
        waiting: waiting(db, actor).await?,
        unread: unread(db, actor, each).await?,
        latest: list(db, actor, &Filter::default(), each, None).await?.items,
        unanswered: list(db, actor, &open, each, None).await?.items,
        needs: fresh_needs(db, actor, each).await?,
    })
}

/// Threads that the actor has read before and in which others have written
/// since, muted ones left out, the last written first. None for guests.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn unread(
    db: &impl Reads,
    actor: &Actor,
    limit: Limit,
) -> Result<Vec<ThreadSummary>, Fault> {
    if actor.id().is_none() {
        return Ok(Vec::new());
    }
    let mut query = thread_query(actor);
    query
        .cond_where(visible::listed(actor))
        .cond_where(unread_condition(actor))
        .order_by(threads::Column::LastPostAt.as_column_ref(), Order::Desc)
        .order_by(threads::Column::Id.as_column_ref(), Order::Desc)
        .limit(limit.get());
    let rows = store::all::<ThreadRow>(db, &query).await?;
    summaries(db, actor, &rows).await
}

fn unread_condition(actor: &Actor) -> Condition {
    let level = subscriptions::Column::Level;
    Condition::all()
        .add(fresh(actor))
        .add(Condition::any().add(level.is_null()).add(level.ne(Level::Muted.name())))
}

/// How many threads [`unread`] would list without its limit.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn unread_count(db: &impl Reads, actor: &Actor) -> Result<i64, Fault> {
    let Some(me) = actor.id() else { return Ok(0) };
    let muted = Condition::all()
        .add(subscriptions::Column::MemberId.eq(me))
        .add(subscriptions::Column::Target.eq("thread"))
        .add(at(subscriptions::Column::TargetId).eq(at(threads::Column::Id)));
    let mut query = Query::select();
    query
        .expr_as(at(threads::Column::Id).count(), Alias::new("n"))
        .from(readings::Entity)
        .inner_join(threads::Entity, at(threads::Column::Id).eq(at(readings::Column::ThreadId)))
        .inner_join(spaces::Entity, at(spaces::Column::Id).eq(at(threads::Column::SpaceId)))
        .left_join(subscriptions::Entity, muted)
        .and_where(readings::Column::MemberId.eq(me))
        .cond_where(visible::listed(actor))
        .cond_where(unread_condition(actor));
    Ok(store::one::<Count>(db, &query).await?.map_or(0, |row| row.n))
}

#[derive(FromQueryResult)]
struct Row {
    post: PostId,
    thread: ThreadId,
    space: SpaceId,
    title: String,
    slug: String,
    opening: bool,
    revision: Option<RevisionId>,
    post_reason: Option<String>,
    edit_reason: Option<String>,
    created_at: Time,
    edited_at: Option<Time>,
}

/// The actor's posts and new wordings that wait for a moderator, the newest
/// first, at most 50. None for guests.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn waiting(db: &impl Reads, actor: &Actor) -> Result<Vec<Waiting>, Fault> {
    let Some(me) = actor.id() else {
        return Ok(Vec::new());
    };
    let rows = store::all::<Row>(db, &waiting_query(actor, me)).await?;
    Ok(rows.into_iter().map(Row::view).collect())
}

fn waiting_query(actor: &Actor, me: MemberId) -> SelectStatement {
    let edit = Condition::all()
        .add(at(revisions::Column::PostId).eq(at(posts::Column::Id)))
        .add(revisions::Column::State.eq(State::Held.name()));
    let waits = Condition::any()
        .add(posts::Column::State.eq(State::Held.name()))
        .add(revisions::Column::Id.is_not_null());
    let mut query = Query::select();
    query
        .from(posts::Entity)
        .inner_join(threads::Entity, at(threads::Column::Id).eq(at(posts::Column::ThreadId)))
        .inner_join(spaces::Entity, at(spaces::Column::Id).eq(at(threads::Column::SpaceId)))
        .left_join(revisions::Entity, edit)
        .expr_as(at(posts::Column::Id), Alias::new("post"))
        .expr_as(at(threads::Column::Id), Alias::new("thread"))
        .expr_as(at(threads::Column::SpaceId), Alias::new("space"))
        .column((threads::Entity, threads::Column::Title))
        .column((threads::Entity, threads::Column::Slug))
        .column((posts::Entity, posts::Column::Opening))
        .column((posts::Entity, posts::Column::CreatedAt))
        .expr_as(at(posts::Column::HoldReason), Alias::new("post_reason"))
        .expr_as(at(revisions::Column::Id), Alias::new("revision"))
        .expr_as(at(revisions::Column::HoldReason), Alias::new("edit_reason"))
        .expr_as(at(revisions::Column::WrittenAt), Alias::new("edited_at"))
        .cond_where(visible::posts(actor))
        .and_where(posts::Column::AuthorId.eq(me))
        .and_where(posts::Column::State.is_in([State::Held.name(), State::Published.name()]))
        .cond_where(waits)
        .order_by(posts::Column::CreatedAt.as_column_ref(), Order::Desc)
        .limit(50);
    query
}

impl Row {
    fn view(self) -> Waiting {
        let edit = self.revision.is_some();
        Waiting {
            post: self.post,
            thread: self.thread,
            space: self.space,
            title: self.title,
            slug: self.slug,
            opening: self.opening,
            revision: self.revision,
            reason: if edit { self.edit_reason } else { self.post_reason },
            since: self.edited_at.filter(|_| edit).unwrap_or(self.created_at),
        }
    }
}
