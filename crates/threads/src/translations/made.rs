//! What a translator is given, what it made, and what people made better.

use sea_orm::FromQueryResult;
use stoa_kernel::db::rows;
use stoa_kernel::ids::{MemberId, PostId, RevisionId, SpaceId, ThreadId, TranslationId};
use stoa_kernel::{Actor, Fault, Reads, Screened, Tx};
use stoa_policy::{Action, Visibility};

use super::{Improved, Improvement, Stage};
use crate::model::{State, Title, visibility};
use crate::posts;
use crate::store::{threads, unknown};

/// A text that is wanted in another language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The row it is to be put into.
    pub translation: TranslationId,
    /// The post.
    pub post: PostId,
    /// Who wrote it.
    pub author: MemberId,
    /// The thread's title, for opening posts.
    pub title: Option<String>,
    /// The Markdown as it is kept.
    pub markdown: String,
    /// Its language.
    pub from: String,
    /// The language that is wanted.
    pub to: String,
    /// Where it stands.
    pub space: SpaceId,
    /// Who may enter there.
    pub visibility: Visibility,
    /// In which thread.
    pub thread: ThreadId,
    /// The wording that waits, where it is one.
    revision: Option<RevisionId>,
}

#[derive(FromQueryResult)]
struct Row {
    revision_id: Option<RevisionId>,
    post_id: PostId,
    author_id: MemberId,
    title: String,
    opening: bool,
    markdown: String,
    language: String,
    wanted: String,
    space_id: SpaceId,
    thread_id: ThreadId,
    visibility: String,
}

/// The text behind a wish, while it may still be given away: `None` when it has changed or gone,
/// or its space lets it be translated no longer.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn source(db: &impl Reads, id: TranslationId) -> Result<Option<Source>, Fault> {
    let sql = "SELECT p.id AS post_id, p.author_id, COALESCE(r.title, t.title) AS title, \
               p.opening, COALESCE(r.markdown, p.markdown) AS markdown, \
               COALESCE(r.language, p.language) AS language, x.revision_id, \
               x.language AS wanted, s.id AS space_id, t.id AS thread_id, s.visibility FROM translations x \
               JOIN posts p ON p.id = x.post_id \
               JOIN threads t ON t.id = p.thread_id JOIN spaces s ON s.id = t.space_id \
               LEFT JOIN revisions r ON r.id = x.revision_id AND r.state = 'held' \
               WHERE x.id = ? AND x.state = 'asked' AND s.translated AND p.markdown <> '' \
               AND p.state IN ('published', 'held') \
               AND (r.id IS NOT NULL OR (x.revision_id IS NULL AND p.version = x.version))";
    let found = rows::<Row>(db, sql, vec![id.into()]).await?.into_iter().next();
    found.map(|row| row.source(id)).transpose()
}

impl Row {
    fn source(self, translation: TranslationId) -> Result<Source, Fault> {
        let known = visibility(&self.visibility);
        Ok(Source {
            translation,
            post: self.post_id,
            author: self.author_id,
            title: self.opening.then_some(self.title),
            markdown: self.markdown,
            from: self.language,
            to: self.wanted,
            space: self.space_id,
            thread: self.thread_id,
            visibility: known.ok_or_else(|| unknown("visibility", &self.visibility))?,
            revision: self.revision_id,
        })
    }
}

/// Keeps what the translator made, unless the text has changed or gone meanwhile. Who has the
/// thread open is told.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn made(
    tx: &mut Tx,
    source: &Source,
    title: Option<&Title>,
    markdown: &str,
    html: &str,
    renderer: i32,
) -> Result<(), Fault> {
    let same = match source.revision {
        None => {
            "SELECT 1 FROM posts p JOIN threads t ON t.id = p.thread_id \
             WHERE p.id = translations.post_id AND p.version = translations.version \
             AND p.markdown = ? AND (NOT p.opening OR t.title = ?)"
        }
        Some(_) => {
            "SELECT 1 FROM revisions r WHERE r.id = translations.revision_id \
             AND r.state = 'held' AND r.markdown = ? AND (r.title IS NULL OR r.title = ?)"
        }
    };
    let sql = format!(
        "UPDATE translations SET state = 'made', title = ?, markdown = ?, html = ?, \
         renderer = ?, made_at = ? WHERE id = ? AND state = 'asked' AND EXISTS ({same})"
    );
    let whole = source.title.clone().unwrap_or_default();
    let values = vec![
        title.map(Title::as_str).into(),
        markdown.into(),
        html.into(),
        renderer.into(),
        tx.now().into(),
        source.translation.into(),
        source.markdown.as_str().into(),
        whole.into(),
    ];
    let done = tx.run(&sql, values).await?.rows_affected() > 0;
    match (done, source.revision) {
        (false, _) => dropped(tx, source.translation).await,
        (true, None) => told(tx, source.post).await,
        (true, Some(_)) => Ok(()),
    }
}

/// There is nothing to translate any more: whoever wants it asks anew.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn dropped(tx: &Tx, id: TranslationId) -> Result<(), Fault> {
    let sql = "DELETE FROM translations WHERE id = ? AND state = 'asked'";
    tx.run(sql, vec![id.into()]).await.map(|_| ())
}

/// The translator cannot make it.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn failed(tx: &mut Tx, id: TranslationId) -> Result<(), Fault> {
    let sql = "UPDATE translations SET state = ?, made_at = ? WHERE id = ? AND state = 'asked'";
    let values = vec![Stage::Failed.name().into(), tx.now().into(), id.into()];
    tx.run(sql, values).await.map(|_| ())
}

#[derive(FromQueryResult)]
struct Standing {
    thread_id: ThreadId,
    number: Option<i32>,
}

/// Of a text that waits nobody is told.
pub(crate) async fn told(tx: &mut Tx, post: PostId) -> Result<(), Fault> {
    let sql = "SELECT thread_id, number FROM posts WHERE id = ? AND state = 'published'";
    for there in rows::<Standing>(tx, sql, vec![post.into()]).await? {
        let raised = threads::step(tx, there.thread_id).await?;
        posts::announce(tx, there.thread_id, raised.seq, "post.translated", post, there.number);
    }
    Ok(())
}

#[derive(FromQueryResult)]
struct Latest {
    version: i32,
    edition: i32,
}

/// Puts better words in the place of a translation, or the first ones; those before stay as
/// history.
///
/// # Errors
/// [`Fault::NotFound`], [`Fault::Forbidden`]; [`Fault::Invalid`] for the text's own language.
pub async fn improve(
    tx: &mut Tx,
    actor: &Actor,
    _: Screened,
    new: &Improvement,
) -> Result<Improved, Fault> {
    let me = actor.signed_in()?;
    let found = posts::facts(tx, actor, new.post).await?;
    actor.may_in(found.place.space, Action::Improve(found.place.facts))?;
    if found.language == new.language {
        return Err(Fault::invalid("language", "threads-translation-same"));
    }
    let row = posts::locked(tx, new.post).await?;
    if row.state != State::Published.name() || row.markdown.is_empty() {
        return Err(Fault::NotFound);
    }
    let before = before(tx, new, row.version).await?;
    if row.version != new.version || before != new.edition {
        return Ok(Improved::Stale);
    }
    put(tx, me, new, before + 1).await?;
    told(tx, new.post).await?;
    Ok(Improved::Done(before + 1))
}

/// The edition that stands, 0 for none.
async fn before(tx: &Tx, new: &Improvement, version: i32) -> Result<i32, Fault> {
    let sql = "SELECT version, edition FROM translations WHERE post_id = ? AND language = ? \
               AND latest AND revision_id IS NULL AND state = 'made'";
    let of = vec![new.post.into(), new.language.as_str().into()];
    let found: Vec<Latest> = rows(tx, sql, of).await?;
    Ok(found.first().filter(|one| one.version == version).map_or(0, |one| one.edition))
}

async fn put(tx: &Tx, me: MemberId, new: &Improvement, edition: i32) -> Result<(), Fault> {
    let of = || vec![new.post.into(), new.language.as_str().into()];
    let wished = "DELETE FROM translations WHERE post_id = ? AND language = ? \
                  AND revision_id IS NULL AND state <> 'made'";
    tx.run(wished, of()).await?;
    let earlier = "UPDATE translations SET latest = FALSE WHERE post_id = ? AND language = ? \
                   AND revision_id IS NULL";
    tx.run(earlier, of()).await?;
    let id: TranslationId = tx.new_id();
    let sql = "INSERT INTO translations (id, post_id, language, version, edition, latest, state, \
               title, markdown, html, renderer, editor_id, made_at) \
               VALUES (?, ?, ?, ?, ?, TRUE, 'made', ?, ?, ?, ?, ?, ?)";
    let values = vec![
        id.into(),
        new.post.into(),
        new.language.as_str().into(),
        new.version.into(),
        edition.into(),
        new.title.as_ref().map(Title::as_str).into(),
        new.markdown.as_str().into(),
        new.html.as_str().into(),
        new.renderer.into(),
        me.into(),
        tx.now().into(),
    ];
    tx.run(sql, values).await.map(|_| ())
}

/// A translation as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct Kept {
    /// Which.
    pub id: TranslationId,
    /// The Markdown.
    pub markdown: String,
    /// Its language.
    pub language: String,
}

/// The translations of a post, to be rendered anew.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn kept(db: &impl Reads, post: PostId) -> Result<Vec<Kept>, Fault> {
    let sql = "SELECT id, markdown, language FROM translations \
               WHERE post_id = ? AND state = 'made' ORDER BY id";
    rows(db, sql, vec![post.into()]).await
}

/// Puts fresh HTML in the place of the old one, unless the words have changed meanwhile.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn rendered(tx: &Tx, kept: &Kept, html: &str, renderer: i32) -> Result<(), Fault> {
    let sql = "UPDATE translations SET html = ?, renderer = ? WHERE id = ? AND markdown = ?";
    let values = vec![html.into(), renderer.into(), kept.id.into(), kept.markdown.as_str().into()];
    tx.run(sql, values).await.map(|_| ())
}

/// The language of a post.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn language(db: &impl Reads, post: PostId) -> Result<Option<String>, Fault> {
    #[derive(FromQueryResult)]
    struct Row {
        language: String,
    }
    let found: Vec<Row> =
        rows(db, "SELECT language FROM posts WHERE id = ?", vec![post.into()]).await?;
    Ok(found.into_iter().next().map(|row| row.language))
}
