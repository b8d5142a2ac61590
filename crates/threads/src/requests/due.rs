//! Which questions wait for an answer too long.

use sea_orm::FromQueryResult;
use stoa_kernel::db::{marks, rows};
use stoa_kernel::ids::{MemberId, SpaceId, ThreadId};
use stoa_kernel::{Fault, Reads, Tx};

use super::{AFTER, NOT_AFTER};
use crate::model::{Direction, State};
use crate::store::unknown;

/// An open question in which nobody but who asked has said anything. Needs `threads t` and, as the
/// first value of its own, the name of what is published.
pub(super) const WAITING: &str = "t.kind = 'question' AND t.state = ? AND t.closed_at IS NULL \
     AND t.accepted_post_id IS NULL AND NOT EXISTS (SELECT 1 FROM posts a \
     WHERE a.thread_id = t.id AND a.state = 'published' AND a.author_id <> t.author_id)";

/// A question that waits too long, and before whom it was put.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sought {
    /// The question.
    pub thread: ThreadId,
    /// Its space.
    pub space: SpaceId,
    /// Who asked.
    pub author: MemberId,
    /// From which side.
    pub side: Direction,
    /// Its themes, as slugs.
    pub themes: Vec<String>,
    /// Who was asked already, and on which side he stands.
    pub asked: Vec<(MemberId, Direction)>,
}

#[derive(FromQueryResult)]
struct Row {
    id: ThreadId,
    space_id: SpaceId,
    author_id: MemberId,
    direction: String,
}

#[derive(FromQueryResult)]
struct Theme {
    thread_id: ThreadId,
    theme: String,
}

#[derive(FromQueryResult)]
pub(super) struct Before {
    thread_id: ThreadId,
    member_id: MemberId,
    side: String,
}

/// Up to `most` questions that wait too long and were not yet put before both sides, the oldest
/// first. Judges nobody.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn due(db: &impl Reads, most: i64) -> Result<Vec<Sought>, Fault> {
    let sql = format!(
        "SELECT t.id, t.space_id, t.author_id, t.direction FROM threads t \
         WHERE {WAITING} AND t.sought_at IS NULL AND t.published_at <= ? AND t.published_at > ? \
         ORDER BY t.published_at, t.id LIMIT ?"
    );
    let (late, early) = (db.now().minus(AFTER), db.now().minus(NOT_AFTER));
    let values = vec![State::Published.name().into(), late.into(), early.into(), most.into()];
    let found: Vec<Row> = rows(db, &sql, values).await?;
    let ids: Vec<ThreadId> = found.iter().map(|row| row.id).collect();
    let (themes, asked) = (themes(db, &ids).await?, asked(db, &ids).await?);
    found
        .into_iter()
        .map(|row| {
            let its = themes.iter().filter(|one| one.thread_id == row.id);
            let before = asked.iter().filter(|one| one.thread_id == row.id);
            Ok(Sought {
                thread: row.id,
                space: row.space_id,
                author: row.author_id,
                side: side(&row.direction)?,
                themes: its.map(|one| one.theme.clone()).collect(),
                asked: before
                    .map(|one| Ok((one.member_id, side(&one.side)?)))
                    .collect::<Result<_, Fault>>()?,
            })
        })
        .collect()
}

fn side(name: &str) -> Result<Direction, Fault> {
    Direction::parse(name).ok_or_else(|| unknown("side", name))
}

async fn themes(db: &impl Reads, threads: &[ThreadId]) -> Result<Vec<Theme>, Fault> {
    of(db, "thread_id, theme", "thread_themes", threads).await
}

pub(super) async fn asked(db: &impl Reads, threads: &[ThreadId]) -> Result<Vec<Before>, Fault> {
    of(db, "thread_id, member_id, side", "answer_requests", threads).await
}

async fn of<T: FromQueryResult>(
    db: &impl Reads,
    columns: &str,
    table: &str,
    threads: &[ThreadId],
) -> Result<Vec<T>, Fault> {
    if threads.is_empty() {
        return Ok(Vec::new());
    }
    let some = marks(threads.len());
    let sql = format!("SELECT {columns} FROM {table} WHERE thread_id IN ({some})");
    rows(db, &sql, threads.iter().map(|id| (*id).into()).collect()).await
}

/// A question was put before people of both sides: nobody more is asked.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn settled(tx: &mut Tx, thread: ThreadId) -> Result<(), Fault> {
    let sql = "UPDATE threads SET sought_at = ? WHERE id = ? AND sought_at IS NULL";
    tx.run(sql, vec![tx.now().into(), thread.into()]).await.map(|_| ())
}
