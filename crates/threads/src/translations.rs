//! Texts in other languages: asked for, made by a translator, improved by members.
//!
//! A translation belongs to one wording of a post (its `version`) and is void with it. The first
//! edition is the machine's; whoever improves it adds an edition under his name. **A translation
//! shows nothing that its post does not: it is read through the post's own predicate, says no
//! link, name or quote that the post does not, and is gone with its words.**

mod made;

pub(crate) use made::told;
pub use made::{Kept, Source, dropped, failed, improve, kept, language, made, rendered, source};

use std::collections::BTreeSet;

use sea_orm::FromQueryResult;
use stoa_kernel::db::rows;
use stoa_kernel::ids::{MemberId, PostId, RevisionId, SpaceId, ThreadId, TranslationId};
use stoa_kernel::{Actor, Fault, Reads, Time, Tx};
use stoa_policy::Action;

use crate::events::{TranslationAsked, TranslationWanted};
use crate::model::{State, Title, enumeration};
use crate::posts;

enumeration! {
    /// What has become of a translation.
    Stage {
        /// It is wanted.
        Asked = "asked",
        /// It is there.
        Made = "made",
        /// The translator cannot make it.
        Failed = "failed",
    }
}

/// What came of asking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// It is there.
    Made,
    /// It is being made.
    Waits,
}

/// Better words for a translation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Improvement {
    /// Of which post.
    pub post: PostId,
    /// In which language.
    pub language: String,
    /// The version of the post that was read.
    pub version: i32,
    /// The edition that is improved; 0 where there is none.
    pub edition: i32,
    /// The title, for opening posts.
    pub title: Option<Title>,
    /// The Markdown as it is kept.
    pub markdown: String,
    /// Its HTML, sanitised.
    pub html: String,
    /// The version of the renderer.
    pub renderer: i32,
}

/// A translation was improved, or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Improved {
    /// It was; the edition it has now.
    Done(i32),
    /// Somebody was first, or the post says something else now.
    Stale,
}

/// Texts that a translator will not be asked for again before this has passed.
const AGAIN: std::time::Duration = std::time::Duration::from_secs(60);

#[derive(FromQueryResult)]
struct Latest {
    id: TranslationId,
    version: i32,
    state: String,
    made_at: Time,
}

/// Asks for a text in a language, for somebody who reads it.
///
/// # Errors
/// [`Fault::NotFound`] where there is no such text for the actor, [`Fault::Forbidden`] where he
/// may not ask, [`Fault::Invalid`] in field `language` for the text's own language.
pub async fn ask(tx: &mut Tx, actor: &Actor, post: PostId, language: &str) -> Result<Asked, Fault> {
    let found = posts::facts(tx, actor, post).await?;
    let allowed = allowed(tx, post).await?;
    actor.may_in(found.place.space, Action::Translate { allowed })?;
    if !matches!(found.state, State::Published | State::Held) {
        return Err(Fault::NotFound);
    }
    if found.language == language {
        return Err(Fault::invalid("language", "threads-translation-same"));
    }
    let version = posts::locked(tx, post).await?.version;
    want(tx, post, version, language, Wish::Now).await
}

/// Whether somebody waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wish {
    Now,
    Ahead,
}

/// Asks for a new wording of a post that waits, for a moderator who decides about it.
///
/// # Errors
/// As [`ask`]; [`Fault::NotFound`] where none waits, or for who does not moderate there.
pub async fn ask_waiting(
    tx: &mut Tx,
    actor: &Actor,
    post: PostId,
    language: &str,
) -> Result<Asked, Fault> {
    let found = posts::facts(tx, actor, post).await?;
    actor.may_in(found.place.space, Action::SeeCase)?;
    let allowed = allowed(tx, post).await?;
    actor.may_in(found.place.space, Action::Translate { allowed })?;
    posts::locked(tx, post).await?;
    let waiting = waiting(tx, post).await?.ok_or(Fault::NotFound)?;
    if waiting.language == language {
        return Err(Fault::invalid("language", "threads-translation-same"));
    }
    want_waiting(tx, post, waiting.id, language).await
}

#[derive(FromQueryResult)]
struct Waiting {
    id: RevisionId,
    language: String,
}

async fn waiting(tx: &Tx, post: PostId) -> Result<Option<Waiting>, Fault> {
    let sql = "SELECT id, language FROM revisions WHERE post_id = ? AND state = 'held'";
    Ok(rows(tx, sql, vec![post.into()]).await?.into_iter().next())
}

async fn want_waiting(
    tx: &mut Tx,
    post: PostId,
    revision: RevisionId,
    language: &str,
) -> Result<Asked, Fault> {
    let sql = "SELECT id, version, state, made_at FROM translations \
               WHERE revision_id = ? AND language = ?";
    let found: Vec<Latest> = rows(tx, sql, vec![revision.into(), language.into()]).await?;
    match found.into_iter().next() {
        Some(latest) => again(tx, latest).await,
        None => insert(tx, post, 0, language, Some(revision), Wish::Now).await,
    }
}

/// Asks for a published text ahead, in a language of those who follow its space; nothing happens
/// where the space does not let its texts be translated.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn ask_ahead(tx: &mut Tx, post: PostId, language: &str) -> Result<(), Fault> {
    let row = posts::locked(tx, post).await?;
    let stands = row.state == State::Published.name() && row.language != language;
    if stands && allowed(tx, post).await? {
        want(tx, post, row.version, language, Wish::Ahead).await?;
    }
    Ok(())
}

/// Whether the post's space lets its texts be given to a translator.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn allowed(db: &impl Reads, post: PostId) -> Result<bool, Fault> {
    let of = "SELECT t.space_id FROM posts p JOIN threads t ON t.id = p.thread_id WHERE p.id = ?";
    allows(db, of, post.into()).await
}

/// The same for a thread's space.
///
/// # Errors
/// As [`allowed`].
pub async fn allowed_in_thread(db: &impl Reads, thread: ThreadId) -> Result<bool, Fault> {
    allows(db, "SELECT space_id FROM threads WHERE id = ?", thread.into()).await
}

/// The same for a space.
///
/// # Errors
/// As [`allowed`].
pub async fn allowed_in_space(db: &impl Reads, space: SpaceId) -> Result<bool, Fault> {
    allows(db, "SELECT id FROM spaces WHERE id = ?", space.into()).await
}

async fn allows(db: &impl Reads, of: &str, id: sea_orm::Value) -> Result<bool, Fault> {
    #[derive(FromQueryResult)]
    struct Row {
        translated: bool,
    }
    let sql = format!("SELECT translated FROM spaces WHERE id IN ({of})");
    let found: Vec<Row> = rows(db, &sql, vec![id]).await?;
    Ok(found.first().is_some_and(|row| row.translated))
}

async fn want(
    tx: &mut Tx,
    post: PostId,
    version: i32,
    language: &str,
    wish: Wish,
) -> Result<Asked, Fault> {
    if let Some(latest) = latest(tx, post, language).await?
        && latest.version == version
    {
        return again(tx, latest).await;
    }
    outdate(tx, post, version, language).await?;
    insert(tx, post, version, language, None, wish).await
}

async fn insert(
    tx: &mut Tx,
    post: PostId,
    version: i32,
    language: &str,
    revision: Option<RevisionId>,
    wish: Wish,
) -> Result<Asked, Fault> {
    let id: TranslationId = tx.new_id();
    let sql = "INSERT INTO translations (id, post_id, language, version, edition, latest, state, \
               title, markdown, html, renderer, editor_id, revision_id, made_at) \
               VALUES (?, ?, ?, ?, 1, TRUE, 'asked', NULL, '', '', 0, NULL, ?, ?) \
               ON CONFLICT DO NOTHING";
    let values = vec![
        id.into(),
        post.into(),
        language.into(),
        version.into(),
        revision.into(),
        tx.now().into(),
    ];
    if tx.run(sql, values).await?.rows_affected() > 0 {
        match wish {
            Wish::Now => tx.emit(&TranslationAsked { translation: id })?,
            Wish::Ahead => tx.emit(&TranslationWanted { translation: id })?,
        }
    }
    Ok(Asked::Waits)
}

/// One that failed, or was forgotten, is asked for anew after a while.
async fn again(tx: &mut Tx, latest: Latest) -> Result<Asked, Fault> {
    if latest.state == Stage::Made.name() {
        return Ok(Asked::Made);
    }
    if tx.now().since(latest.made_at) >= AGAIN {
        let sql = "UPDATE translations SET state = 'asked', made_at = ? \
                   WHERE id = ? AND state <> 'made'";
        if tx.run(sql, vec![tx.now().into(), latest.id.into()]).await?.rows_affected() > 0 {
            tx.emit(&TranslationAsked { translation: latest.id })?;
        }
    }
    Ok(Asked::Waits)
}

async fn latest(tx: &Tx, post: PostId, language: &str) -> Result<Option<Latest>, Fault> {
    let sql = "SELECT id, version, state, made_at FROM translations \
               WHERE post_id = ? AND language = ? AND latest AND revision_id IS NULL";
    Ok(rows(tx, sql, vec![post.into(), language.into()]).await?.into_iter().next())
}

/// Lets go of what the machine made of earlier wordings; what people made stays as history.
async fn outdate(tx: &Tx, post: PostId, version: i32, language: &str) -> Result<(), Fault> {
    let of = || vec![post.into(), language.into(), version.into()];
    let machine = "DELETE FROM translations WHERE post_id = ? AND language = ? AND version <> ? \
                   AND editor_id IS NULL AND revision_id IS NULL";
    tx.run(machine, of()).await?;
    let rest = "UPDATE translations SET latest = FALSE WHERE post_id = ? AND language = ? \
                AND version <> ? AND latest AND revision_id IS NULL";
    tx.run(rest, of()).await.map(|_| ())
}

/// A wording waits no longer, or reads otherwise: its translations are void.
pub(crate) async fn void_waiting(tx: &Tx, revision: RevisionId) -> Result<(), Fault> {
    let sql = "DELETE FROM translations WHERE revision_id = ?";
    tx.run(sql, vec![revision.into()]).await.map(|_| ())
}

/// Leaves nothing of a post's translations.
pub(crate) async fn erase(tx: &Tx, post: PostId) -> Result<(), Fault> {
    let sql = "DELETE FROM translations WHERE post_id = ?";
    tx.run(sql, vec![post.into()]).await.map(|_| ())
}

/// The machine's translations of a post are void: its title has become another.
pub(crate) async fn void(tx: &Tx, post: PostId) -> Result<(), Fault> {
    let sql = "DELETE FROM translations WHERE post_id = ? AND latest AND editor_id IS NULL \
               AND revision_id IS NULL";
    tx.run(sql, vec![post.into()]).await.map(|_| ())
}

/// Leaves nothing of translations of a post's earlier wordings.
pub(crate) async fn erase_earlier(tx: &Tx, post: PostId) -> Result<(), Fault> {
    let sql = "DELETE FROM translations WHERE post_id = ? \
               AND revision_id IS NULL \
               AND version < (SELECT version FROM posts WHERE id = ?)";
    tx.run(sql, vec![post.into(), post.into()]).await.map(|_| ())
}

/// Takes what a person wrote as translations; what was there before is shown again.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn take_improvements(tx: &mut Tx, member: MemberId) -> Result<(), Fault> {
    let sql = "DELETE FROM translations WHERE editor_id = ? RETURNING post_id AS post";
    let found: Vec<Of> = rows(tx, sql, vec![member.into()]).await?;
    let posts: BTreeSet<PostId> = found.into_iter().map(|row| row.post).collect();
    for post in posts {
        stand_again(tx, post).await?;
        told(tx, post).await?;
    }
    Ok(())
}

#[derive(FromQueryResult)]
struct Of {
    post: PostId,
}

/// Takes an edition away: a moderator, who wrote it, or whose text it is. The one before it
/// stands again.
///
/// # Errors
/// [`Fault::NotFound`] where there is none for the actor, [`Fault::Forbidden`].
pub async fn withdraw(
    tx: &mut Tx,
    actor: &Actor,
    post: PostId,
    language: &str,
    edition: i32,
) -> Result<(), Fault> {
    let found = posts::facts(tx, actor, post).await?;
    let version = posts::locked(tx, post).await?.version;
    let sql = "SELECT editor_id FROM translations WHERE post_id = ? AND language = ? \
               AND version = ? AND edition = ? AND revision_id IS NULL";
    let which = || vec![post.into(), language.into(), version.into(), edition.into()];
    let row = rows::<Edited>(tx, sql, which()).await?.into_iter().next().ok_or(Fault::NotFound)?;
    let own = actor.is(found.author) || row.editor_id.is_some_and(|editor| actor.is(editor));
    actor.may_in(found.place.space, Action::Delete { own })?;
    let sql = "DELETE FROM translations WHERE post_id = ? AND language = ? \
               AND version = ? AND edition = ? AND revision_id IS NULL";
    tx.run(sql, which()).await?;
    stand_again(tx, post).await?;
    told(tx, post).await
}

#[derive(FromQueryResult)]
struct Edited {
    editor_id: Option<MemberId>,
}

/// Where the edition that stood is gone, the one before it stands.
async fn stand_again(tx: &Tx, post: PostId) -> Result<(), Fault> {
    let before = "UPDATE translations SET latest = TRUE \
                  WHERE post_id = ? AND NOT latest AND NOT EXISTS \
                  (SELECT 1 FROM translations o WHERE o.post_id = translations.post_id \
                  AND o.language = translations.language \
                  AND o.revision_id IS NULL AND (o.latest \
                  OR o.version > translations.version OR (o.version = translations.version \
                  AND o.edition > translations.edition)))";
    tx.run(before, vec![post.into()]).await.map(|_| ())
}

#[cfg(test)]
mod tests;
