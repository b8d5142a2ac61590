//! The inbox: what a member was told, as far as it is still there to be seen.

use std::collections::HashSet;

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{Condition, QueryOrder, QuerySelect};
use stoa_kernel::ids::{MemberId, NoticeId, PostId};
use stoa_kernel::{Actor, Cursor, Fault, Limit, Page, Reads, Time, Tx};
use stoa_threads::views::{PostCard, is_unread, open_to, posts_by_ids, unread_among};

use crate::model::{Notice, Why};
use crate::store::{json, notices as table, unknown};

const LIST: &str = "inbox";
/// How many unread notices are counted; nobody needs a larger number.
const COUNTED: u64 = 99;
/// How many rows are looked at to fill a page.
const ROUNDS: usize = 5;

#[derive(serde::Deserialize)]
struct Data {
    #[serde(default)]
    reference: Option<String>,
}

/// The actor's notices, the newest first. What is no longer there for him is left out; what he
/// has read in its thread counts as read.
///
/// # Errors
/// [`Fault::Forbidden`] for guests, [`Fault::Invalid`] for a cursor of another list.
pub async fn inbox(
    db: &impl Reads,
    actor: &Actor,
    limit: Limit,
    cursor: Option<&str>,
) -> Result<Page<Notice>, Fault> {
    let me = actor.signed_in()?;
    let mut place: Option<(i64, NoticeId)> = cursor.map(|c| Cursor::decode(LIST, c)).transpose()?;
    let size = usize::try_from(limit.get()).unwrap_or(usize::MAX);
    let mut found: Vec<Notice> = Vec::new();
    for _ in 0..ROUNDS {
        let rows = rows(db, me, place, limit.get() + 1).await?;
        place = rows.last().map(|row| (row.created_at.0, row.id));
        let last = rows.len() <= size;
        found.extend(shown(db, actor, rows).await?);
        if last || found.len() > size {
            let page = Page::cut(found, limit, LIST, |notice| (notice.at.0, notice.id));
            return Ok(page);
        }
    }
    // Much was taken away: the page is short, and goes on where the look ended.
    let next = place.map(|place| Cursor::encode(LIST, &place));
    Ok(Page { items: found, next })
}

async fn rows(
    db: &impl Reads,
    me: MemberId,
    after: Option<(i64, NoticeId)>,
    most: u64,
) -> Result<Vec<table::Model>, Fault> {
    let mut query = table::Entity::find().filter(table::Column::MemberId.eq(me));
    if let Some((at, id)) = after {
        let same = Condition::all()
            .add(table::Column::CreatedAt.eq(Time(at)))
            .add(table::Column::Id.lt(id));
        let older = Condition::any().add(table::Column::CreatedAt.lt(Time(at))).add(same);
        query = query.filter(older);
    }
    let query =
        query.order_by_desc(table::Column::CreatedAt).order_by_desc(table::Column::Id).limit(most);
    Ok(query.all(&db.conn()).await?)
}

/// The rows that are still there for the actor, as notices.
async fn shown(
    db: &impl Reads,
    actor: &Actor,
    rows: Vec<table::Model>,
) -> Result<Vec<Notice>, Fault> {
    let of_others = posts(&rows);
    let open: HashSet<PostId> = set(open_to(db, actor, &of_others).await?);
    let fresh: HashSet<PostId> = set(unread_among(db, actor, &of_others).await?);
    let mut found = Vec::with_capacity(rows.len());
    for row in rows {
        let notice = notice(row)?;
        let Some(post) = notice.post.filter(|_| notice.why.of_a_post()) else {
            found.push(notice);
            continue;
        };
        if open.contains(&post) {
            let stays = !notice.why.read_with_its_post();
            let read = notice.read || !(stays || fresh.contains(&post));
            found.push(Notice { read, ..notice });
        }
    }
    Ok(found)
}

fn set(ids: Vec<PostId>) -> HashSet<PostId> {
    ids.into_iter().collect()
}

fn posts(rows: &[table::Model]) -> Vec<PostId> {
    let of_posts = |row: &&table::Model| Why::parse(&row.kind).is_some_and(Why::of_a_post);
    rows.iter().filter(of_posts).filter_map(|row| row.post_id).collect()
}

fn notice(row: table::Model) -> Result<Notice, Fault> {
    let why = Why::parse(&row.kind).ok_or_else(|| unknown("notice", &row.kind))?;
    let data: Data = json(&row.data)?;
    Ok(Notice {
        id: row.id,
        why,
        thread: row.thread_id,
        post: row.post_id,
        by: row.actor_id,
        reference: data.reference,
        at: row.created_at,
        read: row.read_at.is_some(),
    })
}

/// How many notices the actor has not seen, at most 99. One statement.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn unread(db: &impl Reads, actor: &Actor) -> Result<u64, Fault> {
    let Some(me) = actor.id() else { return Ok(0) };
    // Those of posts by others, which count as read when they were read in their thread: among
    // any number of these the few that are unread may be the oldest.
    let of_others = Why::ALL.iter().filter(|why| why.read_with_its_post());
    let post = Expr::col((table::Entity, table::Column::PostId));
    let fresh = Condition::any()
        .add(table::Column::Kind.is_not_in(of_others.map(|why| why.name())))
        .add(is_unread(actor, post));
    let found = table::Entity::find()
        .filter(table::Column::MemberId.eq(me))
        .filter(table::Column::ReadAt.is_null())
        .filter(fresh)
        .limit(COUNTED)
        .all(&db.conn())
        .await?;
    Ok(u64::try_from(found.len()).unwrap_or(COUNTED))
}

/// Notes that the actor has seen a notice.
///
/// # Errors
/// [`Fault::NotFound`] when it is not one of his.
pub async fn read(tx: &mut Tx, actor: &Actor, id: NoticeId) -> Result<(), Fault> {
    let me = actor.signed_in()?;
    let seen = Expr::col(table::Column::ReadAt).if_null(tx.now());
    let done = table::Entity::update_many()
        .col_expr(table::Column::ReadAt, seen)
        .filter(table::Column::Id.eq(id))
        .filter(table::Column::MemberId.eq(me))
        .exec(&tx.conn())
        .await?;
    if done.rows_affected == 0 { Err(Fault::NotFound) } else { Ok(()) }
}

/// Notes that the actor has seen every notice.
///
/// # Errors
/// [`Fault::Forbidden`] for guests.
pub async fn read_all(tx: &mut Tx, actor: &Actor) -> Result<(), Fault> {
    let me = actor.signed_in()?;
    table::Entity::update_many()
        .col_expr(table::Column::ReadAt, Expr::value(tx.now()))
        .filter(table::Column::MemberId.eq(me))
        .filter(table::Column::ReadAt.is_null())
        .exec(&tx.conn())
        .await?;
    Ok(())
}

/// What was written to the member between two instants and is neither read nor gone, the newest
/// first: named, quoted, answered.
///
/// # Errors
/// [`Fault::Forbidden`] for guests.
pub async fn unread_between(
    db: &impl Reads,
    actor: &Actor,
    from: Time,
    to: Time,
) -> Result<Vec<(Why, PostCard)>, Fault> {
    let me = actor.signed_in()?;
    let personal = [Why::Mentioned, Why::Quoted, Why::Replied, Why::Conversation].map(Why::name);
    let rows = table::Entity::find()
        .filter(table::Column::MemberId.eq(me))
        .filter(table::Column::Kind.is_in(personal))
        .filter(table::Column::ReadAt.is_null())
        .filter(table::Column::CreatedAt.gt(from))
        .filter(table::Column::CreatedAt.lte(to))
        .filter(is_unread(actor, Expr::col((table::Entity, table::Column::PostId))))
        .order_by_desc(table::Column::CreatedAt)
        .limit(COUNTED)
        .all(&db.conn())
        .await?;
    let cards = posts_by_ids(db, actor, &posts(&rows)).await?;
    let why = |post: PostId| rows.iter().find(|row| row.post_id == Some(post));
    let told = |card: PostCard| Some((Why::parse(&why(card.post.id)?.kind)?, card));
    Ok(cards.into_iter().filter_map(told).collect())
}
