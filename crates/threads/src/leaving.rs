//! Texts of people who leave, and texts that are to be gone for good: taken
//! out of their posts with every earlier wording, and out of the quotes, names
//! and drafts of others.
//!
//! The place and the number of a post stay, so that the answers of others
//! still make sense. Everything is done by batches that may be repeated.

mod naming;

pub use naming::{At, Lost, Text, drafts_saying, naming, of, reword};

use sea_orm::FromQueryResult;
use sea_orm::prelude::Uuid;
use stoa_kernel::db::rows;
use stoa_kernel::ids::{MemberId, PostId, RevisionId, ThreadId};
use stoa_kernel::{Actor, Fault, Reads, Time, Tx, instance};

use crate::conversations;
use crate::drafts::Slot;
use crate::events::{HeldTextChanged, TextErased};
use crate::model::State;
use crate::posts::{locked, take_back};
use crate::translations;

/// Which texts of a person go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Texts {
    /// All.
    All,
    /// Those that are not part of the conversation: waiting, declined, taken back, removed.
    Unpublished,
}

#[derive(FromQueryResult)]
struct Id {
    id: PostId,
}

/// Takes up to `most` texts of a person, in the order of their posts after `after`; answers the
/// last one, `None` at the end.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn take_texts(
    tx: &mut Tx,
    member: MemberId,
    texts: Texts,
    after: Option<PostId>,
    most: i64,
) -> Result<Option<PostId>, Fault> {
    let which = match texts {
        Texts::All => "(markdown <> '' OR state IN ('published', 'held', 'declined'))",
        Texts::Unpublished => "state <> 'published' AND (markdown <> '' OR state = 'held')",
    };
    let sql = format!(
        "SELECT id FROM posts WHERE author_id = ? AND id > ? AND {which} ORDER BY id LIMIT ?"
    );
    let after = after.map_or(Uuid::nil(), PostId::uuid);
    let found: Vec<Id> = rows(tx, &sql, vec![member.into(), after.into(), most.into()]).await?;
    for post in &found {
        // Where the published ones stay, quotes of the others lose words, not the name alone.
        if take(tx, post.id).await? && texts == Texts::Unpublished {
            tx.emit(&TextErased { post: post.id })?;
        }
    }
    Ok(found.last().map(|post| post.id))
}

/// Takes a post back, if it stands or waits, and empties it; answers whether there was a text.
async fn take(tx: &mut Tx, post: PostId) -> Result<bool, Fault> {
    let row = locked(tx, post).await?;
    let (there, said) = (State::parse(&row.state), !row.markdown.is_empty());
    if matches!(there, Some(State::Published | State::Held | State::Declined)) {
        take_back(tx, row).await?;
    }
    empty(tx, post).await?;
    Ok(said)
}

/// Leaves nothing of a post's wordings, of drafts of it, and of the title of a thread that nobody
/// but moderators sees any more. What waits for a moderator keeps its row, by which its case is
/// closed.
async fn empty(tx: &Tx, post: PostId) -> Result<(), Fault> {
    let here = || vec![post.into()];
    tx.run("UPDATE posts SET markdown = '', html = '' WHERE id = ?", here()).await?;
    tx.run("DELETE FROM revisions WHERE post_id = ? AND state = 'public'", here()).await?;
    let rest = "UPDATE revisions SET title = NULL, markdown = '', html = '' WHERE post_id = ?";
    tx.run(rest, here()).await?;
    translations::erase(tx, post).await?;
    for table in ["quotes", "mentions", "city_mentions"] {
        tx.run(&format!("DELETE FROM {table} WHERE post_id = ?"), here()).await?;
    }
    let title = "UPDATE threads SET title = '…', slug = 'thread' WHERE state <> 'published' \
                 AND id IN (SELECT thread_id FROM posts WHERE id = ? AND opening)";
    tx.run(title, here()).await?;
    let slots = [Slot::Returned(post), Slot::Edit(post)].map(|slot| slot.to_string().into());
    tx.run("DELETE FROM drafts WHERE slot IN (?, ?)", slots.to_vec()).await.map(|_| ())
}

#[derive(FromQueryResult)]
struct Wording {
    id: RevisionId,
    post_id: PostId,
    state: String,
}

/// Takes wordings of a person's published posts that wait or were declined.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn take_waiting_wordings(tx: &mut Tx, member: MemberId) -> Result<(), Fault> {
    let sql = "SELECT r.id, r.post_id, r.state FROM revisions r JOIN posts p ON p.id = r.post_id \
               WHERE p.author_id = ? AND r.state <> 'public' AND r.markdown <> ''";
    for wording in rows::<Wording>(tx, sql, vec![member.into()]).await? {
        let sql = "UPDATE revisions SET state = 'deleted', title = NULL, markdown = '', \
                   html = '' WHERE id = ?";
        tx.run(sql, vec![wording.id.into()]).await?;
        translations::void_waiting(tx, wording.id).await?;
        if wording.state == State::Held.name() {
            let (post, revision) = (wording.post_id, Some(wording.id));
            tx.emit(&HeldTextChanged { post, revision })?;
        }
    }
    Ok(())
}

#[derive(FromQueryResult)]
struct Titled {
    id: ThreadId,
    language: String,
}

/// Puts other words in the place of the titles of a person's threads: of all, or of those that
/// are not part of the conversation. `words` gives them in a language.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn take_titles(
    tx: &mut Tx,
    member: MemberId,
    texts: Texts,
    words: &(dyn Fn(&str) -> String + Sync),
) -> Result<(), Fault> {
    let which = if texts == Texts::All { "1 = 1" } else { "state <> 'published'" };
    let sql = format!("SELECT id, language FROM threads WHERE author_id = ? AND {which}");
    for thread in rows::<Titled>(tx, &sql, vec![member.into()]).await? {
        let title = words(&thread.language);
        let slug = stoa_kernel::text::slug(&title, "thread");
        let sql = "UPDATE threads SET title = ?, slug = ?, version = version + 1 \
                   WHERE id = ? AND title <> ?";
        let values = vec![title.clone().into(), slug.into(), thread.id.into(), title.into()];
        tx.run(sql, values).await?;
        for sql in [
            "UPDATE revisions SET title = NULL WHERE post_id IN \
             (SELECT id FROM posts WHERE thread_id = ?)",
            "DELETE FROM translations WHERE title IS NOT NULL AND post_id IN \
             (SELECT id FROM posts WHERE thread_id = ?)",
        ] {
            tx.run(sql, vec![thread.id.into()]).await?;
        }
    }
    Ok(())
}

/// Takes back what a person marked as useful; the counts follow.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn take_marks(tx: &mut Tx, member: MemberId) -> Result<(), Fault> {
    let sql = "UPDATE posts SET useful = useful - 1 WHERE id IN \
               (SELECT post_id FROM useful_marks WHERE member_id = ?)";
    tx.run(sql, vec![member.into()]).await?;
    let sql = "DELETE FROM useful_marks WHERE member_id = ?";
    tx.run(sql, vec![member.into()]).await.map(|_| ())
}

/// Lets every process make the pages anew that it keeps of spaces in which the person wrote.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn pages_changed(tx: &Tx, member: MemberId) -> Result<(), Fault> {
    let sql = "UPDATE spaces SET rights_version = rights_version + 1 WHERE id IN \
               (SELECT t.space_id FROM posts p JOIN threads t ON t.id = p.thread_id \
               WHERE p.author_id = ? OR p.editor_id = ? OR p.id IN \
               (SELECT post_id FROM translations WHERE editor_id = ?))";
    tx.run(sql, vec![member.into(), member.into(), member.into()]).await.map(|_| ())
}

/// Erases one's own text with all its wordings, whatever became of it; its place stays where
/// others have answered. Quotes of it follow by [`TextErased`].
///
/// # Errors
/// [`Fault::NotFound`] for a post of nobody or of somebody else, [`Fault::Forbidden`] for a guest.
pub async fn erase_text(tx: &mut Tx, actor: &Actor, post: PostId) -> Result<(), Fault> {
    let me = actor.signed_in()?;
    if locked(tx, post).await?.author_id != me {
        return Err(Fault::NotFound);
    }
    erase_again(tx, post).await
}

/// Erases a text, on the word of its author or of a journal; nothing happens to one that is
/// erased, or not there.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn erase_again(tx: &mut Tx, post: PostId) -> Result<(), Fault> {
    let there: Vec<Id> =
        rows(tx, "SELECT id FROM posts WHERE id = ? AND markdown <> ''", vec![post.into()]).await?;
    if there.is_empty() || !take(tx, post).await? {
        return Ok(());
    }
    let sql = "INSERT INTO erased_texts (post_id, erased_at) VALUES (?, ?) ON CONFLICT DO NOTHING";
    tx.run(sql, vec![post.into(), tx.now().into()]).await?;
    gone_for_good(tx).await?;
    tx.emit(&TextErased { post })
}

/// The key under which the instance knows when a text was erased last.
const ERASED: &str = "texts-erased";

async fn gone_for_good(tx: &Tx) -> Result<(), Fault> {
    instance::keep(tx, ERASED, &tx.now().0.to_string()).await
}

/// When a text was erased last, by its author or because its time was over.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn newest(db: &impl Reads) -> Result<Option<Time>, Fault> {
    let kept = instance::value(db, ERASED).await?;
    Ok(kept.and_then(|text| text.parse().ok()).map(Time))
}

/// Texts that their authors erased one by one: for the journal that empties older copies.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn journal(db: &impl Reads) -> Result<Vec<PostId>, Fault> {
    #[derive(FromQueryResult)]
    struct Erased {
        post_id: PostId,
    }
    let sql = "SELECT post_id FROM erased_texts ORDER BY post_id";
    let found: Vec<Erased> = rows(db, sql, vec![]).await?;
    Ok(found.into_iter().map(|row| row.post_id).collect())
}

/// Erases the earlier wordings of one's own post; the present one stays.
///
/// # Errors
/// As [`erase_text`].
pub async fn erase_wordings(tx: &mut Tx, actor: &Actor, post: PostId) -> Result<(), Fault> {
    let me = actor.signed_in()?;
    if locked(tx, post).await?.author_id != me {
        return Err(Fault::NotFound);
    }
    let sql = "DELETE FROM revisions WHERE post_id = ? AND state = 'public'";
    tx.run(sql, vec![post.into()]).await?;
    translations::erase_earlier(tx, post).await?;
    gone_for_good(tx).await
}

/// Takes the texts of up to `most` conversations that nobody reads any more; answers how many there
/// were.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn forget_conversations(tx: &mut Tx, most: i64) -> Result<usize, Fault> {
    let found = conversations::unread_by_all(tx, most).await?;
    for thread in &found {
        let sql = "SELECT id FROM posts WHERE thread_id = ? ORDER BY id";
        for post in rows::<Id>(tx, sql, vec![(*thread).into()]).await? {
            if take(tx, post.id).await? {
                tx.emit(&TextErased { post: post.id })?;
            }
        }
        let sql = "UPDATE threads SET state = 'deleted', title = '…', slug = 'thread' WHERE id = ?";
        tx.run(sql, vec![(*thread).into()]).await?;
    }
    Ok(found.len())
}

/// Empties up to `most` posts that were taken back before `deleted`, or removed or declined by a
/// moderator before `refused`; answers how many there were.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn sweep(tx: &mut Tx, deleted: Time, refused: Time, most: i64) -> Result<usize, Fault> {
    let sql = "SELECT id FROM posts WHERE state <> 'published' AND markdown <> '' AND \
               ((state = 'deleted' AND removed_at < ?) OR (state = 'removed' AND removed_at < ?) \
               OR (state = 'declined' AND created_at < ?)) ORDER BY id LIMIT ?";
    let values = vec![deleted.into(), refused.into(), refused.into(), most.into()];
    let found: Vec<Id> = rows(tx, sql, values).await?;
    for post in &found {
        empty(tx, post.id).await?;
        tx.emit(&TextErased { post: post.id })?;
    }
    let wordings = "UPDATE revisions SET title = NULL, markdown = '', html = '' \
                    WHERE state IN ('declined', 'deleted') AND written_at < ? AND markdown <> ''";
    let emptied = tx.run(wordings, vec![refused.into()]).await?.rows_affected();
    if !found.is_empty() || emptied > 0 {
        gone_for_good(tx).await?;
    }
    Ok(found.len())
}

#[cfg(test)]
mod tests;
