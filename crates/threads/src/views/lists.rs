//! Lists of threads: published ones alone, so that nothing that waits moves them.

use std::collections::HashMap;

use sea_orm::prelude::Uuid;
use sea_orm::sea_query::{
    Alias, Condition, Expr, ExprTrait, Order as Turn, Query, SelectStatement,
};
use sea_orm::{ColumnTrait, FromQueryResult};
use stoa_kernel::ids::{CityId, MemberId, ThreadId};
use stoa_kernel::{Actor, Cursor, Fault, Limit, Page, Reads, Time};

use crate::model::{MOST_PINNED, State, ThreadKind};
use crate::store::readings;
use crate::store::rows::{CardRow, PostRow, ThreadRow, at, card_query, held_edits, thread_query};
use crate::store::{self, links, posts, spaces, threads, visible};
use crate::themes;
use crate::views::{Filter, Order, PostCard, Stroke, ThreadSummary};

/// How many of a thread's last replies its colonnade shows.
const STROKES: i32 = 60;
const LIST: &str = "threads";
/// A lesson stands in the thread.
const LEARNED: &str = "EXISTS (SELECT 1 FROM lessons l JOIN posts lp ON lp.id = l.post_id \
                       WHERE l.thread_id = threads.id AND lp.state = 'published')";
const BY_AUTHOR: &str = "posts-by-author";

/// Threads that the actor may read, a page of them.
///
/// # Errors
/// [`Fault::Invalid`] for a cursor that is not ours or a theme that is unknown.
pub async fn list(
    db: &impl Reads,
    actor: &Actor,
    filter: &Filter,
    limit: Limit,
    cursor: Option<&str>,
) -> Result<Page<ThreadSummary>, Fault> {
    let first = match cursor {
        None if pins(filter) => store::all(db, &pinned_query(actor, filter)?).await?,
        _ => Vec::new(),
    };
    let page = unpinned(db, actor, filter, limit, first.len(), cursor).await?;
    let rows: Vec<ThreadRow> = first.into_iter().chain(page.items).collect();
    Ok(Page { items: summaries(db, actor, &rows).await?, next: page.next })
}

/// In a space the pinned threads stand before all others on the first page, all of them, even
/// where they are more than its limit; elsewhere they are like others.
fn pins(filter: &Filter) -> bool {
    filter.space.is_some()
}

fn pinned_query(actor: &Actor, filter: &Filter) -> Result<SelectStatement, Fault> {
    let pinned = threads::Column::PinnedAt;
    let mut query = thread_query(actor);
    query
        .cond_where(visible::listed(actor))
        .cond_where(conditions(actor, filter)?)
        .and_where(pinned.is_not_null())
        .order_by(pinned.as_column_ref(), Turn::Desc)
        .order_by(threads::Column::Id.as_column_ref(), Turn::Desc)
        .limit(MOST_PINNED as u64);
    Ok(query)
}

/// What is left of a page after `before` pinned threads.
async fn unpinned(
    db: &impl Reads,
    actor: &Actor,
    filter: &Filter,
    limit: Limit,
    before: usize,
    cursor: Option<&str>,
) -> Result<Page<ThreadRow>, Fault> {
    let left = limit.get().saturating_sub(before as u64);
    let Ok(left) = Limit::parse(Some(left)) else {
        let top = (i64::MAX, ThreadId::from_uuid(Uuid::max()));
        return Ok(Page { items: Vec::new(), next: Some(Cursor::encode(LIST, &top)) });
    };
    let rows = store::all(db, &list_query(actor, filter, left, cursor)?).await?;
    let order = filter.order;
    Ok(Page::cut(rows, left, LIST, |row: &ThreadRow| place(row, order)))
}

fn place(row: &ThreadRow, order: Order) -> (i64, ThreadId) {
    match order {
        Order::LastPost => (row.last_post_at.0, row.id),
        Order::Newest => (0, row.id),
    }
}

pub(crate) fn list_query(
    actor: &Actor,
    filter: &Filter,
    limit: Limit,
    cursor: Option<&str>,
) -> Result<SelectStatement, Fault> {
    let mut query = thread_query(actor);
    query.cond_where(visible::listed(actor)).cond_where(conditions(actor, filter)?);
    if pins(filter) {
        query.and_where(threads::Column::PinnedAt.is_null());
    }
    let after = cursor.map(|cursor| Cursor::decode::<(i64, ThreadId)>(LIST, cursor)).transpose()?;
    let (last, id) = (threads::Column::LastPostAt, threads::Column::Id);
    if filter.order == Order::LastPost {
        query.order_by(last.as_column_ref(), Turn::Desc);
    }
    query.order_by(id.as_column_ref(), Turn::Desc).limit(limit.get() + 1);
    match after {
        Some((time, thread)) if filter.order == Order::LastPost => {
            // The first line lets the index find the place, the second breaks ties.
            query
                .and_where(last.lte(Time(time)))
                .cond_where(Condition::any().add(last.lt(Time(time))).add(id.lt(thread)));
        }
        Some((_, thread)) => {
            query.and_where(id.lt(thread));
        }
        None => {}
    }
    Ok(query)
}

fn conditions(actor: &Actor, filter: &Filter) -> Result<Condition, Fault> {
    use threads::Column as T;
    let kinds = (!filter.kinds.is_empty())
        .then(|| T::Kind.is_in(filter.kinds.iter().map(|kind| kind.name())));
    let answered = filter
        .answered
        .map(|yes| if yes { T::AcceptedPostId.is_not_null() } else { T::AcceptedPostId.is_null() });
    let theme = filter.theme.as_deref().map(with_theme).transpose()?;
    Ok(Condition::all()
        .add_option(kinds)
        .add_option(filter.space.map(|space| T::SpaceId.eq(space)))
        .add_option(theme)
        .add_option(filter.city.map(|city| T::CityId.eq(city)))
        .add_option(filter.cities.clone().map(|cities| T::CityId.is_in(cities)))
        .add_option(filter.direction.map(|side| T::Direction.eq(side.name())))
        .add_option(filter.language.clone().map(|tag| T::Language.eq(tag)))
        .add_option(filter.author.map(|author| T::AuthorId.eq(author)))
        .add_option(answered)
        .add_option(filter.learned.then(|| Expr::cust(LEARNED)))
        .add_option(filter.unreplied.then(|| T::Posts.lte(1)))
        .add_option(filter.unread.then(|| fresh(actor))))
}

fn with_theme(slug: &str) -> Result<Expr, Fault> {
    let family = themes::family(slug)?;
    let mut query = Query::select();
    query
        .expr(Expr::val(1))
        .from(links::themes::Entity)
        .and_where(at(links::themes::Column::ThreadId).eq(at(threads::Column::Id)))
        .and_where(links::themes::Column::Theme.is_in(family));
    Ok(Expr::exists(query))
}

/// The thread was read before and somebody else has written since. Needs `readings`.
pub(crate) fn fresh(actor: &Actor) -> Expr {
    let Some(me) = actor.id() else {
        return Expr::cust("1 = 0");
    };
    let mut query = Query::select();
    query
        .expr(Expr::val(1))
        .from(posts::Entity)
        .and_where(at(posts::Column::ThreadId).eq(at(threads::Column::Id)))
        .and_where(at(posts::Column::Number).gt(at(readings::Column::Number)))
        .and_where(posts::Column::State.eq(State::Published.name()))
        .and_where(posts::Column::AuthorId.ne(me));
    Expr::exists(query)
}

/// How many threads of that kind the actor may read.
///
/// # Errors
/// [`Fault::Invalid`] for an unknown theme.
pub async fn count(db: &impl Reads, actor: &Actor, filter: &Filter) -> Result<i64, Fault> {
    let mut query = Query::select();
    query
        .expr_as(at(threads::Column::Id).count(), Alias::new("n"))
        .from(threads::Entity)
        .inner_join(spaces::Entity, at(spaces::Column::Id).eq(at(threads::Column::SpaceId)))
        .cond_where(visible::listed(actor))
        .cond_where(conditions(actor, filter)?);
    if let Some(me) = actor.id().filter(|_| filter.unread) {
        let mine = Condition::all()
            .add(readings::Column::MemberId.eq(me))
            .add(at(readings::Column::ThreadId).eq(at(threads::Column::Id)));
        query.left_join(readings::Entity, mine);
    }
    Ok(store::one::<Count>(db, &query).await?.map_or(0, |row| row.n))
}

#[derive(FromQueryResult)]
pub(crate) struct Count {
    pub(crate) n: i64,
}

/// Rows as summaries with their colonnades: one query for all strokes.
pub(crate) async fn summaries(
    db: &impl Reads,
    actor: &Actor,
    rows: &[ThreadRow],
) -> Result<Vec<ThreadSummary>, Fault> {
    let ids: Vec<_> = rows.iter().map(|row| row.id).collect();
    let mut strokes = strokes(db, &ids).await?;
    let finish = |row: &ThreadRow| {
        let mut summary = row.summary(actor)?;
        draw(&mut summary, strokes.remove(&row.id).unwrap_or_default(), actor);
        Ok(summary)
    };
    rows.iter().map(finish).collect()
}

/// Gives a summary its colonnade, as it looks to this reader.
pub(crate) fn draw(summary: &mut ThreadSummary, strokes: Vec<Stroke>, actor: &Actor) {
    summary.strokes = strokes;
    let (read, accepted) = (summary.read, summary.accepted_number);
    for stroke in &mut summary.strokes {
        stroke.accepted = accepted == Some(stroke.number);
        // Nothing is "new" in a thread that was never opened: all of it is.
        stroke.read = actor.id().is_none() || read.is_some_and(|upto| stroke.number <= upto);
    }
}

#[derive(FromQueryResult)]
struct StrokeRow {
    thread_id: ThreadId,
    number: i32,
    city_id: Option<CityId>,
    published_at: Option<Time>,
    created_at: Time,
}

pub(crate) fn stroke_query(ids: &[ThreadId]) -> SelectStatement {
    use posts::Column as P;
    let mut query = Query::select();
    query
        .from(posts::Entity)
        .inner_join(threads::Entity, at(threads::Column::Id).eq(at(P::ThreadId)))
        .and_where(P::ThreadId.is_in(ids.iter().copied()))
        .and_where(P::Number.gt(1))
        .and_where(at(P::Number).gt(at(threads::Column::LastNumber).sub(STROKES)))
        .and_where(P::State.eq(State::Published.name()))
        .order_by(P::ThreadId.as_column_ref(), Turn::Asc)
        .order_by(P::Number.as_column_ref(), Turn::Asc);
    for column in [P::ThreadId, P::Number, P::CityId, P::PublishedAt, P::CreatedAt] {
        query.column((posts::Entity, column));
    }
    query
}

/// The last replies of each of these threads.
pub(crate) async fn strokes(
    db: &impl Reads,
    ids: &[ThreadId],
) -> Result<HashMap<ThreadId, Vec<Stroke>>, Fault> {
    let mut by_thread: HashMap<ThreadId, Vec<Stroke>> = HashMap::new();
    if ids.is_empty() {
        return Ok(by_thread);
    }
    for row in store::all::<StrokeRow>(db, &stroke_query(ids)).await? {
        by_thread.entry(row.thread_id).or_default().push(Stroke {
            number: row.number,
            city: row.city_id,
            at: row.published_at.unwrap_or(row.created_at),
            accepted: false,
            read: true,
        });
    }
    Ok(by_thread)
}

/// Threads opened for a city.
///
/// # Errors
/// As [`list`].
pub async fn by_city(
    db: &impl Reads,
    actor: &Actor,
    city: CityId,
    limit: Limit,
    cursor: Option<&str>,
) -> Result<Page<ThreadSummary>, Fault> {
    let filter = Filter { city: Some(city), ..Filter::default() };
    list(db, actor, &filter, limit, cursor).await
}

/// The newest open needs and offers.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn fresh_needs(
    db: &impl Reads,
    actor: &Actor,
    limit: Limit,
) -> Result<Vec<ThreadSummary>, Fault> {
    let kinds = vec![ThreadKind::Need, ThreadKind::Offer];
    let filter = Filter { kinds, answered: Some(false), order: Order::Newest, ..Filter::default() };
    Ok(list(db, actor, &filter, limit, None).await?.items)
}

/// What a member has published, the newest first.
///
/// # Errors
/// [`Fault::Invalid`] for a cursor that is not ours.
pub async fn by_author(
    db: &impl Reads,
    actor: &Actor,
    author: MemberId,
    limit: Limit,
    cursor: Option<&str>,
) -> Result<Page<PostCard>, Fault> {
    let (written, id) = (posts::Column::CreatedAt, posts::Column::Id);
    let mut query = card_query(actor);
    query
        .cond_where(visible::published(actor))
        .and_where(posts::Column::AuthorId.eq(author))
        .order_by(written.as_column_ref(), Turn::Desc)
        .order_by(id.as_column_ref(), Turn::Desc)
        .limit(limit.get() + 1);
    if let Some(cursor) = cursor {
        let (time, post): (i64, stoa_kernel::ids::PostId) = Cursor::decode(BY_AUTHOR, cursor)?;
        query
            .and_where(written.lte(Time(time)))
            .cond_where(Condition::any().add(written.lt(Time(time))).add(id.lt(post)));
    }
    let cards = cards(db, actor, &query).await?;
    Ok(Page::cut(cards, limit, BY_AUTHOR, |card| (card.post.created_at.0, card.post.id)))
}

/// The cards of a query made with `card_query`.
pub(crate) async fn cards(
    db: &impl Reads,
    actor: &Actor,
    query: &SelectStatement,
) -> Result<Vec<PostCard>, Fault> {
    let rows = store::all::<Both>(db, query).await?;
    let mut edits = held_edits(db, rows.iter().map(|Both(post, _)| post)).await?;
    let card = |Both(post, card): Both| card.card(post.view(actor, &mut edits)?, actor);
    rows.into_iter().map(card).collect()
}

/// One row read twice: as a post, and as what names its thread.
struct Both(PostRow, CardRow);

impl FromQueryResult for Both {
    fn from_query_result(row: &sea_orm::QueryResult, prefix: &str) -> Result<Self, sea_orm::DbErr> {
        Ok(Self(PostRow::from_query_result(row, prefix)?, CardRow::from_query_result(row, prefix)?))
    }
}
