//! Some replies become a thread of their own.

use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, Value};
use stoa_kernel::db::marks;
use stoa_kernel::ids::{PostId, ThreadId};
use stoa_kernel::{Actor, Fault, Reads, Tx};

use super::{tended, told};
use crate::events::PostsMoved;
use crate::model::{Direction, State, Title};
use crate::store::{posts as table, threads};
use crate::translations;

/// So many posts are parted at once at most.
pub const MOST: usize = 200;

/// Makes a thread of these replies, in their order; the first opens it. In the
/// thread they leave, their numbers lead to where they stand now.
///
/// # Errors
/// As [`super::close`]; [`Fault::Invalid`] in field `posts` for none, too many, the opening
/// post, or posts that do not stand in the thread.
pub async fn part(
    tx: &mut Tx,
    actor: &Actor,
    thread: ThreadId,
    posts: &[PostId],
    title: &Title,
) -> Result<ThreadId, Fault> {
    let row = tended(tx, actor, thread).await?;
    let parted = chosen(tx, thread, posts).await?;
    let Some(first) = parted.first() else {
        return Err(Fault::invalid("posts", "threads-split-none"));
    };
    let new: ThreadId = tx.new_id();
    open(tx, &row, new, title, first, &parted).await?;
    let ids: Vec<PostId> = parted.iter().map(|post| post.id).collect();
    keep_numbers(tx, &ids).await?;
    readings(tx, thread, new, &ids).await?;
    place(tx, new, &ids).await?;
    translations::void(tx, first.id).await?;
    count(tx, thread, &ids).await?;
    told(tx, thread, "posts.parted").await?;
    told(tx, new, "posts.joined").await?;
    let space = row.space_id;
    tx.emit(&PostsMoved { from: thread, thread: new, space, posts: ids })?;
    Ok(new)
}

async fn chosen(tx: &Tx, thread: ThreadId, ids: &[PostId]) -> Result<Vec<table::Model>, Fault> {
    if ids.len() > MOST {
        return Err(Fault::invalid("posts", "threads-split-many"));
    }
    let find = table::Entity::find()
        .filter(table::Column::Id.is_in(ids.iter().copied()))
        .filter(table::Column::ThreadId.eq(thread))
        .filter(table::Column::State.eq(State::Published.name()))
        .filter(table::Column::Opening.eq(false))
        .order_by_asc(table::Column::Number);
    let found = find.all(&tx.conn()).await?;
    let all = found.len() == ids.len();
    if all { Ok(found) } else { Err(Fault::invalid("posts", "threads-split-elsewhere")) }
}

async fn open(
    tx: &Tx,
    old: &threads::Model,
    new: ThreadId,
    title: &Title,
    first: &table::Model,
    parted: &[table::Model],
) -> Result<(), Fault> {
    let count = i32::try_from(parted.len()).unwrap_or(i32::MAX);
    // Posts of a joined thread do not stand in the order of their days.
    let last = parted.iter().max_by_key(|post| post.published_at).unwrap_or(first);
    let same_side = first.city_id == old.city_id;
    let direction = if same_side { &old.direction } else { Direction::Neither.name() };
    let row = threads::ActiveModel {
        id: Set(new),
        space_id: Set(old.space_id),
        author_id: Set(first.author_id),
        city_id: Set(first.city_id),
        kind: Set(old.kind.clone()),
        direction: Set(direction.to_owned()),
        title: Set(title.as_str().to_owned()),
        slug: Set(title.slug()),
        language: Set(first.language.clone()),
        state: Set(State::Published.name().to_owned()),
        closed_at: Set(None),
        pinned_at: Set(None),
        posts: Set(count),
        last_number: Set(count),
        last_post_at: Set(last.published_at.unwrap_or(last.created_at)),
        last_author_id: Set(Some(last.author_id)),
        accepted_post_id: Set(None),
        accepted_by: Set(None),
        accepted_at: Set(None),
        seq: Set(0),
        version: Set(1),
        created_at: Set(first.created_at),
        published_at: Set(Some(tx.now())),
        reordered: Set(old.reordered),
        closes_at: Set(None),
        opens_at: Set(None),
        slow_s: Set(None),
        summary_post_id: Set(None),
        sought_at: Set(None),
    };
    threads::Entity::insert(row).exec_without_returning(&tx.conn()).await?;
    let sql = "INSERT INTO thread_themes (thread_id, theme) \
               SELECT ?, theme FROM thread_themes WHERE thread_id = ?";
    tx.run(sql, vec![new.into(), old.id.into()]).await.map(|_| ())
}

fn values<const N: usize>(ids: &[PostId], after: [Value; N]) -> Vec<Value> {
    ids.iter().map(|id| (*id).into()).chain(after).collect()
}

async fn keep_numbers(tx: &Tx, ids: &[PostId]) -> Result<(), Fault> {
    let sql = format!(
        "INSERT INTO moved_posts (thread_id, number, post_id, moved_at) \
         SELECT thread_id, number, id, ? FROM posts WHERE id IN ({}) \
         ON CONFLICT DO NOTHING",
        marks(ids.len())
    );
    let named = ids.iter().map(|id| (*id).into());
    tx.run(&sql, std::iter::once(tx.now().into()).chain(named).collect()).await.map(|_| ())
}

/// As much as somebody had read of these posts where they stood, he has read of the new thread.
async fn readings(tx: &Tx, old: ThreadId, new: ThreadId, ids: &[PostId]) -> Result<(), Fault> {
    let sql = format!(
        "INSERT INTO readings (member_id, thread_id, number, read_at) \
         SELECT r.member_id, ?, CAST(COUNT(p.id) AS INTEGER), MAX(r.read_at) FROM readings r \
         JOIN posts p ON p.thread_id = r.thread_id AND p.number <= r.number AND p.id IN ({}) \
         WHERE r.thread_id = ? GROUP BY r.member_id",
        marks(ids.len())
    );
    let mut all = vec![Value::from(new)];
    all.extend(values(ids, [old.into()]));
    tx.run(&sql, all).await.map(|_| ())
}

async fn place(tx: &Tx, new: ThreadId, ids: &[PostId]) -> Result<(), Fault> {
    let sql = format!(
        "UPDATE posts SET thread_id = ?, opening = (m.place = 1), number = CAST(m.place AS INTEGER) \
         FROM (SELECT id, ROW_NUMBER() OVER (ORDER BY number) AS place FROM posts \
         WHERE id IN ({})) AS m WHERE posts.id = m.id",
        marks(ids.len())
    );
    let mut all = vec![Value::from(new)];
    all.extend(values(ids, []));
    tx.run(&sql, all.clone()).await?;
    let sql = format!("UPDATE lessons SET thread_id = ? WHERE post_id IN ({})", marks(ids.len()));
    tx.run(&sql, all).await.map(|_| ())
}

/// What is left where they stood; an answer that went away is none there any more.
async fn count(tx: &Tx, thread: ThreadId, ids: &[PostId]) -> Result<(), Fault> {
    let marks = marks(ids.len());
    let sql = format!(
        "UPDATE threads SET posts = posts - ?, version = version + 1, \
           last_post_at = COALESCE((SELECT MAX(p.published_at) FROM posts p \
             WHERE p.thread_id = threads.id AND p.state = 'published'), created_at), \
           last_author_id = (SELECT p.author_id FROM posts p WHERE p.thread_id = threads.id \
             AND p.state = 'published' ORDER BY p.published_at DESC, p.number DESC LIMIT 1), \
           accepted_by = CASE WHEN accepted_post_id IN ({marks}) THEN NULL ELSE accepted_by END, \
           accepted_at = CASE WHEN accepted_post_id IN ({marks}) THEN NULL ELSE accepted_at END, \
           accepted_post_id = CASE WHEN accepted_post_id IN ({marks}) THEN NULL \
             ELSE accepted_post_id END \
         WHERE id = ?"
    );
    let mut all = vec![Value::from(i32::try_from(ids.len()).unwrap_or(i32::MAX))];
    for _ in 0..3 {
        all.extend(values(ids, []));
    }
    all.push(thread.into());
    tx.run(&sql, all).await.map(|_| ())
}
