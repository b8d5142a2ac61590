//! Two threads become one.

use stoa_kernel::ids::ThreadId;
use stoa_kernel::{Actor, Fault, Reads, Tx};

use super::{tended, told};
use crate::events::PostsMoved;
use crate::store::threads as table;

/// Two threads were joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Joined {
    /// The thread that is left.
    pub into: ThreadId,
    /// How many posts went there, those that wait included.
    pub posts: u64,
}

/// Puts all posts of `from` at the end of `into`. Who opens `from` afterwards is led there.
///
/// # Errors
/// As [`super::close`], for both threads; [`Fault::Invalid`] in field `into` for the thread
/// itself; [`Fault::Conflict`] where the author of `from` (`author`) could not see it any more.
pub async fn join(
    tx: &mut Tx,
    actor: &Actor,
    from: ThreadId,
    into: ThreadId,
    author: &Actor,
) -> Result<Joined, Fault> {
    if from == into {
        return Err(Fault::invalid("into", "threads-merge-itself"));
    }
    // Locked in one order by all, or two joins would wait for each other.
    let (first, second) = (from.min(into), from.max(into));
    let (one, two) = (tended(tx, actor, first).await?, tended(tx, actor, second).await?);
    let (gone, left) = if one.id == from { (one, two) } else { (two, one) };
    if crate::threads::facts(tx, author, into).await.is_err() {
        return Err(Fault::Conflict("threads-move-author-outside"));
    }
    keep_numbers(tx, from).await?;
    readings(tx, from, into, left.last_number).await?;
    let posts = posts(tx, from, into, left.last_number).await?;
    followers(tx, from, into).await?;
    count(tx, &gone, &left).await?;
    led_on(tx, from, into).await?;
    told(tx, from, "thread.merged").await?;
    told(tx, into, "posts.joined").await?;
    tx.emit(&PostsMoved { from, thread: into, space: left.space_id, posts: Vec::new() })?;
    Ok(Joined { into, posts })
}

/// Where each number that was given leads from now on.
async fn keep_numbers(tx: &Tx, from: ThreadId) -> Result<(), Fault> {
    let sql = "INSERT INTO moved_posts (thread_id, number, post_id, moved_at) \
               SELECT thread_id, number, id, ? FROM posts \
               WHERE thread_id = ? AND number IS NOT NULL ON CONFLICT DO NOTHING";
    tx.run(sql, vec![tx.now().into(), from.into()]).await.map(|_| ())
}

/// Who had read all of `into` has also read of what comes to its end as much as he had read there.
async fn readings(tx: &Tx, from: ThreadId, into: ThreadId, last: i32) -> Result<(), Fault> {
    let sql = "UPDATE readings SET number = ? + (SELECT COUNT(*) FROM posts p \
                 JOIN readings o ON o.thread_id = p.thread_id AND o.member_id = readings.member_id \
                 WHERE p.thread_id = ? AND p.number IS NOT NULL AND p.number <= o.number) \
               WHERE thread_id = ? AND number >= ?";
    tx.run(sql, vec![last.into(), from.into(), into.into(), last.into()]).await?;
    tx.run("DELETE FROM readings WHERE thread_id = ?", vec![from.into()]).await.map(|_| ())
}

/// Answers how many went, those that wait included.
async fn posts(tx: &Tx, from: ThreadId, into: ThreadId, last: i32) -> Result<u64, Fault> {
    let sql = "UPDATE posts SET thread_id = ?, opening = FALSE, number = ? + CAST(m.place AS INTEGER) \
               FROM (SELECT id, ROW_NUMBER() OVER (ORDER BY number) AS place FROM posts \
                 WHERE thread_id = ? AND number IS NOT NULL) AS m WHERE posts.id = m.id";
    let numbered = tx.run(sql, vec![into.into(), last.into(), from.into()]).await?;
    let sql = "UPDATE posts SET thread_id = ?, opening = FALSE WHERE thread_id = ?";
    let others = tx.run(sql, vec![into.into(), from.into()]).await?;
    let sql = "UPDATE lessons SET thread_id = ? WHERE thread_id = ?";
    tx.run(sql, vec![into.into(), from.into()]).await?;
    Ok(numbered.rows_affected() + others.rows_affected())
}

/// Whoever followed the one follows the other, unless he said something else of it;
/// replies begun for the one are replies to the other.
async fn followers(tx: &Tx, from: ThreadId, into: ThreadId) -> Result<(), Fault> {
    let sql = "INSERT INTO subscriptions (member_id, target, target_id, level, set_at) \
               SELECT member_id, target, ?, level, set_at FROM subscriptions \
               WHERE target = 'thread' AND target_id = ? ON CONFLICT DO NOTHING";
    tx.run(sql, vec![into.into(), from.into()]).await?;
    let sql = "DELETE FROM subscriptions WHERE target = 'thread' AND target_id = ?";
    tx.run(sql, vec![from.into()]).await?;
    let (old, new) = (format!("reply:{from}"), format!("reply:{into}"));
    let sql = "UPDATE drafts SET slot = ? WHERE slot = ? AND NOT EXISTS \
               (SELECT 1 FROM drafts d WHERE d.member_id = drafts.member_id AND d.slot = ?)";
    tx.run(sql, vec![new.clone().into(), old.into(), new.into()]).await.map(|_| ())
}

/// Counts and last activity of the thread that is left; an answer that was accepted in the
/// other is one here when none was.
async fn count(tx: &Tx, gone: &table::Model, left: &table::Model) -> Result<(), Fault> {
    let sql = "UPDATE threads SET posts = posts + ?, reordered = TRUE, version = version + 1, \
                 last_number = (SELECT MAX(p.number) FROM posts p WHERE p.thread_id = threads.id), \
                 last_post_at = CASE WHEN last_post_at < ? THEN ? ELSE last_post_at END, \
                 last_author_id = CASE WHEN last_post_at < ? THEN ? ELSE last_author_id END, \
                 accepted_by = CASE WHEN accepted_post_id IS NULL AND kind = 'question' THEN ? \
                   ELSE accepted_by END, \
                 accepted_at = CASE WHEN accepted_post_id IS NULL AND kind = 'question' THEN ? \
                   ELSE accepted_at END, \
                 accepted_post_id = CASE WHEN accepted_post_id IS NULL AND kind = 'question' THEN ? \
                   ELSE accepted_post_id END \
               WHERE id = ?";
    // A thread that nobody's words stand in any more was not active last.
    let last = if gone.posts > 0 { gone.last_post_at } else { left.last_post_at };
    let values = vec![
        gone.posts.into(),
        last.into(),
        last.into(),
        last.into(),
        gone.last_author_id.into(),
        gone.accepted_by.into(),
        gone.accepted_at.into(),
        gone.accepted_post_id.into(),
        left.id.into(),
    ];
    tx.run(sql, values).await.map(|_| ())
}

/// The empty thread stays as a sign; a reply that was under way finds it closed for good.
async fn led_on(tx: &Tx, from: ThreadId, into: ThreadId) -> Result<(), Fault> {
    let sql = "UPDATE threads SET state = 'merged', published_at = NULL, pinned_at = NULL, posts = 0, \
               closes_at = NULL, opens_at = NULL, slow_s = NULL, summary_post_id = NULL, accepted_post_id = NULL, accepted_by = NULL, accepted_at = NULL WHERE id = ?";
    tx.run(sql, vec![from.into()]).await?;
    let sql = "UPDATE merged_threads SET into_id = ? WHERE into_id = ?";
    tx.run(sql, vec![into.into(), from.into()]).await?;
    let sql = "INSERT INTO merged_threads (thread_id, into_id, merged_at) VALUES (?, ?, ?)";
    tx.run(sql, vec![from.into(), into.into(), tx.now().into()]).await.map(|_| ())
}
