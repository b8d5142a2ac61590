//! What is worth telling a member who was away.

use sea_orm::ColumnTrait;
use sea_orm::sea_query::{Condition, Expr, ExprTrait, Order, Query, SelectStatement};
use stoa_kernel::ids::MemberId;
use stoa_kernel::{Actor, Fault, Limit, Reads, Time};

use crate::model::{Level, State, ThreadKind};
use crate::store::links::themes as labels;
use crate::store::readings::subscriptions;
use crate::store::rows::{ThreadRow, at, card_query, thread_query};
use crate::store::visible::not_blocked;
use crate::store::{self, posts, readings, threads, visible};
use crate::views::lists::{cards, summaries};
use crate::views::{PostCard, ThreadSummary};

/// A thread with the newest unread replies in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Highlighted {
    /// The thread.
    pub thread: ThreadSummary,
    /// Up to three unread posts of others since then, the oldest first.
    pub posts: Vec<PostCard>,
}

/// What is worth telling. Nothing that waits, was read, was taken away, is the
/// actor's own or is muted; each thread once, in the first list it fits.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Highlights {
    /// Replies in the actor's own threads.
    pub replies: Vec<Highlighted>,
    /// Threads, spaces, themes, cities and people the actor watches or tracks: what was written
    /// there, or in threads that they opened.
    pub watched: Vec<Highlighted>,
    /// Questions, needs and offers of others without an accepted answer, opened
    /// since then, the newest first. Which of them come from the other side is
    /// the caller's to know, by their cities.
    pub open: Vec<ThreadSummary>,
}

impl Highlights {
    /// There is nothing to tell.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.replies.is_empty() && self.watched.is_empty() && self.open.is_empty()
    }
}

/// How many posts of a thread are quoted.
const QUOTED: usize = 3;

/// What happened between `since` and `until` that the actor, as he may see
/// things now, is worth being told; each list at most as long as `each`.
///
/// # Errors
/// [`Fault::Forbidden`] for guests.
pub async fn highlights(
    db: &impl Reads,
    actor: &Actor,
    since: Time,
    until: Time,
    each: Limit,
) -> Result<Highlights, Fault> {
    let me = actor.signed_in()?;
    let span = (since, until);
    let own = Condition::all().add(threads::Column::AuthorId.eq(me));
    let replies = written(db, actor, me, span, own, each).await?;
    let others = Condition::all().add(threads::Column::AuthorId.ne(me)).add(followed(me));
    let watched = written(db, actor, me, span, others, each).await?;
    let told: Vec<_> = watched.iter().map(|one| one.thread.id).collect();
    let mut open = opened(db, actor, me, span, each).await?;
    open.retain(|thread| !told.contains(&thread.id));
    Ok(Highlights { replies, watched, open })
}

async fn written(
    db: &impl Reads,
    actor: &Actor,
    me: MemberId,
    span: (Time, Time),
    which: Condition,
    each: Limit,
) -> Result<Vec<Highlighted>, Fault> {
    let mut query = base(actor, me);
    query
        .and_where(threads::Column::LastPostAt.gt(span.0))
        .cond_where(which)
        .and_where(exists_new(me, span))
        .order_by(threads::Column::LastPostAt.as_column_ref(), Order::Desc)
        .order_by(threads::Column::Id.as_column_ref(), Order::Desc)
        .limit(each.get());
    let rows = store::all::<ThreadRow>(db, &query).await?;
    let found = summaries(db, actor, &rows).await?;
    with_posts(db, actor, me, span, found).await
}

/// Published threads that are not muted, nor in a muted space, under a muted theme, or of a muted
/// city or person.
fn base(actor: &Actor, me: MemberId) -> SelectStatement {
    let mut query = thread_query(actor);
    query
        .cond_where(visible::listed(actor))
        .and_where(follows(me, &[Level::Muted, Level::Blocked]).not());
    query
}

fn followed(me: MemberId) -> Expr {
    follows(me, &[Level::Tracking, Level::Watching])
}

/// The member follows the thread, its space, a theme, its city or who opened it in one of these ways.
fn follows(me: MemberId, levels: &[Level]) -> Expr {
    let target = |name: &'static str, id: threads::Column| {
        Condition::all()
            .add(Expr::col((ALIAS, subscriptions::Column::Target)).eq(name))
            .add(Expr::col((ALIAS, subscriptions::Column::TargetId)).eq(at(id)))
    };
    let mut query = Query::select();
    query
        .expr(Expr::val(1))
        .from_as(subscriptions::Entity, ALIAS)
        .and_where(Expr::col((ALIAS, subscriptions::Column::MemberId)).eq(me))
        .and_where(
            Expr::col((ALIAS, subscriptions::Column::Level))
                .is_in(levels.iter().map(|level| level.name())),
        )
        .cond_where(
            Condition::any()
                .add(target("thread", threads::Column::Id))
                .add(target("space", threads::Column::SpaceId))
                .add(target("city", threads::Column::CityId))
                .add(target("person", threads::Column::AuthorId))
                .add(themed()),
        );
    Expr::exists(query)
}

/// The thread is labelled with the theme that is followed, or with one below it.
fn themed() -> Condition {
    let slug = (ALIAS, subscriptions::Column::Slug);
    let below = Expr::cust("thread_themes.theme LIKE following.slug || '/%'");
    let mut query = Query::select();
    query
        .expr(Expr::val(1))
        .from(labels::Entity)
        .and_where(at(labels::Column::ThreadId).eq(at(threads::Column::Id)))
        .cond_where(Condition::any().add(at(labels::Column::Theme).eq(Expr::col(slug))).add(below));
    Condition::all()
        .add(Expr::col((ALIAS, subscriptions::Column::Target)).eq("theme"))
        .add(Expr::exists(query))
}

/// The thread's own subscription is joined already, under the table's name.
const ALIAS: &str = "following";

/// A post of somebody else, published in the span and after the reading position.
fn fresh(me: MemberId, span: (Time, Time)) -> Condition {
    let unread = Condition::any()
        .add(readings::Column::Number.is_null())
        .add(at(posts::Column::Number).gt(at(readings::Column::Number)));
    Condition::all()
        .add(posts::Column::State.eq(State::Published.name()))
        .add(posts::Column::PublishedAt.gt(span.0))
        .add(posts::Column::PublishedAt.lte(span.1))
        .add(posts::Column::AuthorId.ne(me))
        .add(not_blocked(me))
        .add(unread)
}

fn exists_new(me: MemberId, span: (Time, Time)) -> Expr {
    let mut query = Query::select();
    query
        .expr(Expr::val(1))
        .from(posts::Entity)
        .and_where(at(posts::Column::ThreadId).eq(at(threads::Column::Id)))
        .cond_where(fresh(me, span));
    Expr::exists(query)
}

async fn with_posts(
    db: &impl Reads,
    actor: &Actor,
    me: MemberId,
    span: (Time, Time),
    found: Vec<ThreadSummary>,
) -> Result<Vec<Highlighted>, Fault> {
    if found.is_empty() {
        return Ok(Vec::new());
    }
    let mine = Condition::all()
        .add(readings::Column::MemberId.eq(me))
        .add(at(readings::Column::ThreadId).eq(at(posts::Column::ThreadId)));
    let mut query = card_query(actor);
    query
        .left_join(readings::Entity, mine)
        .cond_where(visible::published(actor))
        .and_where(posts::Column::ThreadId.is_in(found.iter().map(|thread| thread.id)))
        .cond_where(fresh(me, span))
        .order_by(posts::Column::Number.as_column_ref(), Order::Asc)
        .limit(500);
    let fresh = cards(db, actor, &query).await?;
    Ok(found.into_iter().map(|thread| highlighted(thread, &fresh)).collect())
}

fn highlighted(thread: ThreadSummary, fresh: &[PostCard]) -> Highlighted {
    let of: Vec<_> = fresh.iter().filter(|card| card.post.thread == thread.id).collect();
    let skip = of.len().saturating_sub(QUOTED);
    Highlighted { posts: of.into_iter().skip(skip).cloned().collect(), thread }
}

async fn opened(
    db: &impl Reads,
    actor: &Actor,
    me: MemberId,
    span: (Time, Time),
    each: Limit,
) -> Result<Vec<ThreadSummary>, Fault> {
    let kinds = [ThreadKind::Question, ThreadKind::Need, ThreadKind::Offer];
    let mut query = base(actor, me);
    query
        .and_where(threads::Column::AuthorId.ne(me))
        .and_where(threads::Column::PublishedAt.gt(span.0))
        .and_where(threads::Column::PublishedAt.lte(span.1))
        .and_where(threads::Column::Kind.is_in(kinds.map(ThreadKind::name)))
        .and_where(threads::Column::AcceptedPostId.is_null())
        .and_where(threads::Column::ClosedAt.is_null())
        .and_where(readings::Column::Number.is_null())
        .order_by(threads::Column::PublishedAt.as_column_ref(), Order::Desc)
        .order_by(threads::Column::Id.as_column_ref(), Order::Desc)
        .limit(each.get());
    let rows = store::all::<ThreadRow>(db, &query).await?;
    summaries(db, actor, &rows).await
}
