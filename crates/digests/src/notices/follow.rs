//! Notices and waiting letters lead to where their posts stand now.

use sea_orm::Value;
use stoa_kernel::db::marks;
use stoa_kernel::{Fault, Tx};
use stoa_threads::events::PostsMoved;
use stoa_threads::tending::place;

/// Lets what was told of moved posts lead to their thread, and what waits to be sent be about it.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn follow(tx: &mut Tx, moved: &PostsMoved) -> Result<(), Fault> {
    let Some((thread, space)) = place(tx, moved.thread).await? else { return Ok(()) };
    let there: [Value; 2] = [space.into(), thread.into()];
    if moved.posts.is_empty() {
        let sql = "UPDATE notices SET space_id = ?, thread_id = ? WHERE thread_id = ?";
        let values = there.into_iter().chain([moved.from.into()]).collect();
        tx.run(sql, values).await?;
        let sql = "UPDATE letters SET thread_id = ? WHERE thread_id = ? AND state = 'waiting'";
        return tx.run(sql, vec![thread.into(), moved.from.into()]).await.map(|_| ());
    }
    let marks = marks(moved.posts.len());
    let sql = format!("UPDATE notices SET space_id = ?, thread_id = ? WHERE post_id IN ({marks})");
    let posts = moved.posts.iter().map(|post| (*post).into());
    tx.run(&sql, there.into_iter().chain(posts).collect()).await.map(|_| ())
}
