//! Threads.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::LockType;
use sea_orm::{FromQueryResult, QuerySelect, Value};
use stoa_kernel::db::rows;
use stoa_kernel::ids::{CityId, MemberId, PostId, SpaceId, ThreadId};
use stoa_kernel::{Fault, Reads, Time, Tx};

use crate::model::State;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "threads")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: ThreadId,
    pub(crate) space_id: SpaceId,
    pub(crate) author_id: MemberId,
    pub(crate) city_id: Option<CityId>,
    pub(crate) kind: String,
    pub(crate) direction: String,
    pub(crate) title: String,
    pub(crate) slug: String,
    pub(crate) language: String,
    pub(crate) state: String,
    pub(crate) closed_at: Option<Time>,
    pub(crate) pinned_at: Option<Time>,
    pub(crate) posts: i32,
    pub(crate) last_number: i32,
    pub(crate) last_post_at: Time,
    pub(crate) last_author_id: Option<MemberId>,
    pub(crate) accepted_post_id: Option<PostId>,
    pub(crate) accepted_by: Option<MemberId>,
    pub(crate) accepted_at: Option<Time>,
    pub(crate) seq: i64,
    pub(crate) version: i32,
    pub(crate) created_at: Time,
    pub(crate) published_at: Option<Time>,
    pub(crate) reordered: bool,
    pub(crate) closes_at: Option<Time>,
    pub(crate) opens_at: Option<Time>,
    pub(crate) slow_s: Option<i32>,
    pub(crate) summary_post_id: Option<PostId>,
    pub(crate) sought_at: Option<Time>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// Keeps the thread where it is until the transaction ends.
///
/// # Errors
/// [`Fault::Conflict`] when it was joined to another meanwhile: a text that is written here now
/// would be seen by nobody.
pub(crate) async fn still_there(tx: &Tx, thread: ThreadId) -> Result<(), Fault> {
    let find = Entity::find_by_id(thread).lock(LockType::Update);
    match find.one(&tx.conn()).await? {
        Some(row) if row.state != State::Merged.name() => Ok(()),
        _ => Err(Fault::Conflict("threads-thread-gone")),
    }
}

/// Where a publishing statement left the thread.
#[derive(Clone, Copy, Debug, FromQueryResult)]
pub(crate) struct Raised {
    pub(crate) last_number: i32,
    pub(crate) seq: i64,
    pub(crate) space_id: SpaceId,
    pub(crate) last_post_at: Time,
}

async fn one(tx: &Tx, sql: &str, values: Vec<Value>) -> Result<Option<Raised>, Fault> {
    Ok(rows::<Raised>(tx, sql, values).await?.into_iter().next())
}

/// Gives the next number to a post published now. One statement under the
/// row's lock: number, count, order and stream cannot come apart. Whoever came
/// later was published no earlier (`last_post_at`), whichever transaction, or
/// clock of whichever machine, began first.
/// `None` when the thread never was published.
pub(crate) async fn raise(
    tx: &Tx,
    thread: ThreadId,
    author: MemberId,
) -> Result<Option<Raised>, Fault> {
    let sql = "UPDATE threads SET posts = posts + 1, last_number = last_number + 1, \
               seq = seq + 1, last_author_id = ?, \
               last_post_at = CASE WHEN last_post_at < ? THEN ? ELSE last_post_at END \
               WHERE id = ? AND published_at IS NOT NULL RETURNING last_number, seq, space_id, last_post_at";
    let now = tx.now();
    one(tx, sql, vec![author.into(), now.into(), now.into(), thread.into()]).await
}

/// Publishes a thread whose opening post is published now; that one is always number 1.
pub(crate) async fn raise_opening(
    tx: &Tx,
    thread: ThreadId,
    author: MemberId,
) -> Result<Option<Raised>, Fault> {
    let sql = "UPDATE threads SET state = 'published', published_at = ?, posts = posts + 1, \
               last_number = CASE WHEN last_number < 1 THEN 1 ELSE last_number END, \
               seq = seq + 1, last_post_at = ?, last_author_id = ? \
               WHERE id = ? RETURNING last_number, seq, space_id, last_post_at";
    let now = tx.now();
    one(tx, sql, vec![now.into(), now.into(), author.into(), thread.into()]).await
}

/// Raises the thread's stream alone.
pub(crate) async fn step(tx: &Tx, thread: ThreadId) -> Result<Raised, Fault> {
    let sql = "UPDATE threads SET seq = seq + 1 WHERE id = ? \
               RETURNING last_number, seq, space_id, last_post_at";
    one(tx, sql, vec![thread.into()]).await?.ok_or(Fault::NotFound)
}

/// Reckons a thread anew after `post` left the conversation or came back to it:
/// the count changes by `by`, the last activity follows the posts that stand,
/// and a post that does not stand is no accepted answer. The post's own row
/// has been changed before.
pub(crate) async fn recount(
    tx: &Tx,
    thread: ThreadId,
    post: PostId,
    by: i32,
) -> Result<Raised, Fault> {
    let sql = "UPDATE threads SET posts = posts + ?, seq = seq + 1, \
         last_post_at = COALESCE(CASE WHEN reordered THEN (SELECT MAX(p.published_at) FROM posts p \
             WHERE p.thread_id = threads.id AND p.state = 'published') \
           ELSE (SELECT p.published_at FROM posts p \
             WHERE p.thread_id = threads.id AND p.number IS NOT NULL AND p.state = 'published' \
             ORDER BY p.number DESC LIMIT 1) END, created_at), \
         last_author_id = CASE WHEN reordered THEN (SELECT p.author_id FROM posts p \
             WHERE p.thread_id = threads.id AND p.state = 'published' \
             ORDER BY p.published_at DESC, p.number DESC LIMIT 1) \
           ELSE (SELECT p.author_id FROM posts p \
             WHERE p.thread_id = threads.id AND p.number IS NOT NULL AND p.state = 'published' \
             ORDER BY p.number DESC LIMIT 1) END, \
         accepted_by = CASE WHEN accepted_post_id = ? AND ? < 0 THEN NULL ELSE accepted_by END, \
         accepted_at = CASE WHEN accepted_post_id = ? AND ? < 0 THEN NULL ELSE accepted_at END, \
         accepted_post_id = CASE WHEN accepted_post_id = ? AND ? < 0 THEN NULL \
           ELSE accepted_post_id END \
         WHERE id = ? RETURNING last_number, seq, space_id, last_post_at";
    let pair = || [Value::from(post), Value::from(by)];
    let mut values = vec![Value::from(by)];
    values.extend([pair(), pair(), pair()].into_iter().flatten());
    values.push(thread.into());
    one(tx, sql, values).await?.ok_or(Fault::NotFound)
}
