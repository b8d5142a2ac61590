//! Where what stood somewhere else leads now.

use sea_orm::FromQueryResult;
use stoa_kernel::db::rows;
use stoa_kernel::ids::{PostId, ThreadId};
use stoa_kernel::{Actor, Fault, Reads};

use crate::model::POSTS_A_PAGE;
use crate::views::locate;

#[derive(FromQueryResult)]
struct Into {
    into_id: ThreadId,
}

#[derive(FromQueryResult)]
struct Number {
    number: i32,
    post_id: PostId,
}

/// A number of a thread whose post stands somewhere else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moved {
    /// The number it had.
    pub number: i32,
    /// The post.
    pub post: PostId,
}

/// The thread that another has become part of, where the actor may see it.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn joined_to(
    db: &impl Reads,
    actor: &Actor,
    thread: ThreadId,
) -> Result<Option<ThreadId>, Fault> {
    let sql = "SELECT into_id FROM merged_threads WHERE thread_id = ?";
    let found: Vec<Into> = rows(db, sql, vec![thread.into()]).await?;
    let Some(into) = found.first().map(|row| row.into_id) else { return Ok(None) };
    match crate::threads::facts(db, actor, into).await {
        Ok(_) => Ok(Some(into)),
        Err(Fault::NotFound) => Ok(None),
        Err(fault) => Err(fault),
    }
}

/// The posts that once stood on a page (from 1) of a thread and that the actor may see where
/// they stand now, in the order of their old numbers.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn moved(
    db: &impl Reads,
    actor: &Actor,
    thread: ThreadId,
    page: i32,
) -> Result<Vec<Moved>, Fault> {
    let before = page.max(1).saturating_sub(1).saturating_mul(POSTS_A_PAGE);
    let sql = "SELECT number, post_id FROM moved_posts \
               WHERE thread_id = ? AND number > ? AND number <= ? ORDER BY number";
    let upto = before.saturating_add(POSTS_A_PAGE);
    let found: Vec<Number> = rows(db, sql, vec![thread.into(), before.into(), upto.into()]).await?;
    let mut seen = Vec::with_capacity(found.len());
    for row in found {
        match locate(db, actor, row.post_id).await {
            Ok(_) => seen.push(Moved { number: row.number, post: row.post_id }),
            Err(Fault::NotFound) => {}
            Err(fault) => return Err(fault),
        }
    }
    Ok(seen)
}
