//! Texts of others that quote or name what is to be gone: found by batches,
//! put back without it.

use std::collections::HashSet;

use sea_orm::prelude::Uuid;
use sea_orm::{FromQueryResult, Value};
use stoa_kernel::db::{marks, rows};
use stoa_kernel::ids::{MemberId, PostId, SpaceId, ThreadId};
use stoa_kernel::{Fault, Reads, Tx};
use stoa_policy::Visibility;

use crate::model::visibility;
use crate::posts::announce;
use crate::store::{threads, unknown};
use crate::translations;

/// What is to be gone from other texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lost {
    /// The name of a person, before quotes and in mentions.
    Member(MemberId),
    /// The words of a post.
    Post(PostId),
}

/// Where a text is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum At {
    /// The present wording of a post.
    Posts,
    /// Earlier, waiting and declined wordings.
    Revisions,
    /// Texts in other languages: quotes and names stand in them as in the original.
    Translations,
    /// Texts not sent yet; as they were typed.
    Drafts,
}

impl At {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Posts, Self::Revisions, Self::Translations, Self::Drafts];
}

/// A text that may name what is to be gone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// Where it is kept.
    pub at: At,
    /// Its row.
    pub id: Uuid,
    /// The Markdown.
    pub markdown: String,
    /// Its language; empty for a draft.
    pub language: String,
    /// Where it stands; `None` for a draft.
    pub space: Option<SpaceId>,
    /// Who may enter there.
    pub visibility: Visibility,
    /// In which thread; `None` for a draft.
    pub thread: Option<ThreadId>,
    /// Whose text it is; of a translation, who wrote the original.
    pub author: MemberId,
    version: i32,
}

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    markdown: String,
    language: String,
    space_id: Option<SpaceId>,
    thread_id: Option<ThreadId>,
    visibility: String,
    author_id: MemberId,
    version: i32,
}

impl Row {
    fn text(self, at: At) -> Result<Text, Fault> {
        let known = visibility(&self.visibility);
        Ok(Text {
            at,
            id: self.id,
            markdown: self.markdown,
            language: self.language,
            space: self.space_id,
            thread: self.thread_id,
            visibility: known.ok_or_else(|| unknown("visibility", &self.visibility))?,
            author: self.author_id,
            version: self.version,
        })
    }
}

const PLACE: &str = "JOIN threads t ON t.id = p.thread_id JOIN spaces s ON s.id = t.space_id";

/// Texts that may name what is lost, up to `most` in the order of their rows after `after`. More
/// are found than do name it: the caller reads them.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn naming(
    db: &impl Reads,
    lost: Lost,
    at: At,
    after: Option<Uuid>,
    most: i64,
) -> Result<Vec<Text>, Fault> {
    let (sql, mut values) = match at {
        At::Posts => in_posts(lost),
        At::Revisions => in_revisions(lost),
        At::Translations => in_translations(lost),
        At::Drafts => in_drafts(lost),
    };
    values.push(after.unwrap_or(Uuid::nil()).into());
    values.push(most.into());
    rows::<Row>(db, &sql, values).await?.into_iter().map(|row| row.text(at)).collect()
}

fn in_posts(lost: Lost) -> (String, Vec<Value>) {
    let (which, values) = linked(lost);
    let sql = format!(
        "SELECT p.id, p.markdown, p.language, s.id AS space_id, t.id AS thread_id, s.visibility, p.author_id, p.version \
         FROM posts p {PLACE} WHERE p.id IN ({which}) AND p.markdown <> '' AND p.id > ? \
         ORDER BY p.id LIMIT ?"
    );
    (sql, values)
}

/// Posts that are noted to quote or mention it.
fn linked(lost: Lost) -> (&'static str, Vec<Value>) {
    match lost {
        Lost::Member(member) => (
            "SELECT post_id FROM mentions WHERE member_id = ? UNION SELECT q.post_id \
             FROM quotes q JOIN posts o ON o.id = q.source_id WHERE o.author_id = ?",
            vec![member.into(), member.into()],
        ),
        Lost::Post(post) => ("SELECT post_id FROM quotes WHERE source_id = ?", vec![post.into()]),
    }
}

fn in_revisions(lost: Lost) -> (String, Vec<Value>) {
    let (like, values) = said(lost, "r.markdown");
    let sql = format!(
        "SELECT r.id, r.markdown, r.language, s.id AS space_id, t.id AS thread_id, s.visibility, p.author_id, r.version \
         FROM revisions r JOIN posts p ON p.id = r.post_id {PLACE} WHERE {like} AND r.id > ? \
         ORDER BY r.id LIMIT ?"
    );
    (sql, values)
}

/// What the machine made quotes and names what its post does; what people made, and what waits,
/// is few and is looked at.
fn in_translations(lost: Lost) -> (String, Vec<Value>) {
    let (which, mut values) = linked(lost);
    let (like, more) = said(lost, "m.markdown");
    values.extend(more);
    let sql = format!(
        "SELECT x.id, x.markdown, x.language, s.id AS space_id, t.id AS thread_id, s.visibility, p.author_id, x.version \
         FROM translations x JOIN posts p ON p.id = x.post_id {PLACE} WHERE x.id IN \
         (SELECT l.id FROM translations l WHERE l.post_id IN ({which}) UNION \
         SELECT m.id FROM translations m WHERE (m.editor_id IS NOT NULL \
         OR m.revision_id IS NOT NULL) AND {like}) AND x.markdown <> '' AND x.id > ? \
         ORDER BY x.id LIMIT ?"
    );
    (sql, values)
}

fn in_drafts(lost: Lost) -> (String, Vec<Value>) {
    let (like, values) = said(lost, "body");
    // The column is a blob on one database and a uuid on the other: NULL takes either's type.
    let sql = format!(
        "SELECT id, body AS markdown, '' AS language, \
         (SELECT s.id FROM spaces s WHERE 1 = 0) AS space_id, \
         (SELECT t.id FROM threads t WHERE 1 = 0) AS thread_id, 'public' AS visibility, \
         member_id AS author_id, 0 AS version FROM drafts WHERE {like} AND id > ? ORDER BY id LIMIT ?"
    );
    (sql, values)
}

/// Earlier wordings and drafts have no rows for what they name: their words are looked at.
fn said(lost: Lost, column: &str) -> (String, Vec<Value>) {
    let post = |id: &str| format!("%/p/{id}%");
    match lost {
        Lost::Member(member) => {
            let mention = format!("%@{{member:{member}}}%");
            let like = format!("({column} LIKE ? OR {column} LIKE ?)");
            (like, vec![post("").into(), mention.into()])
        }
        Lost::Post(id) => (format!("{column} LIKE ?"), vec![post(&id.to_string()).into()]),
    }
}

/// Drafts, of whomever, that hold a word.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn drafts_saying(db: &impl Reads, word: &str) -> Result<Vec<Text>, Fault> {
    let sql = "SELECT id, body AS markdown, '' AS language, \
               (SELECT s.id FROM spaces s WHERE 1 = 0) AS space_id, \
         (SELECT t.id FROM threads t WHERE 1 = 0) AS thread_id, 'public' AS visibility, \
               member_id AS author_id, 0 AS version FROM drafts WHERE LOWER(body) LIKE ? ESCAPE '!'";
    let safe = word.to_lowercase().replace('!', "!!").replace('%', "!%").replace('_', "!_");
    let found: Vec<Row> = rows(db, sql, vec![format!("%{safe}%").into()]).await?;
    found.into_iter().map(|row| row.text(At::Drafts)).collect()
}

/// Which of these posts are the person's.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn of(
    db: &impl Reads,
    member: MemberId,
    posts: &[PostId],
) -> Result<HashSet<PostId>, Fault> {
    #[derive(FromQueryResult)]
    struct Id {
        id: PostId,
    }
    if posts.is_empty() {
        return Ok(HashSet::new());
    }
    let sql =
        format!("SELECT id FROM posts WHERE author_id = ? AND id IN ({})", marks(posts.len()));
    let mut values: Vec<Value> = vec![member.into()];
    values.extend(posts.iter().map(|id| Value::from(*id)));
    Ok(rows::<Id>(db, &sql, values).await?.into_iter().map(|row| row.id).collect())
}

#[derive(FromQueryResult)]
struct Standing {
    thread_id: ThreadId,
    number: Option<i32>,
}

/// Puts a text back as it reads now, unless it has changed meanwhile: `false` then, and it is to
/// be read again. Who has the thread open is told.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn reword(
    tx: &mut Tx,
    text: &Text,
    markdown: &str,
    html: &str,
    renderer: i32,
) -> Result<bool, Fault> {
    match text.at {
        At::Posts => reword_post(tx, text, markdown, html, renderer).await,
        At::Revisions => {
            let sql = "UPDATE revisions SET markdown = ?, html = ? WHERE id = ? AND markdown = ?";
            let old = text.markdown.as_str();
            let values = vec![markdown.into(), html.into(), text.id.into(), old.into()];
            Ok(tx.run(sql, values).await?.rows_affected() == 1)
        }
        At::Translations => reword_translation(tx, text, markdown, html, renderer).await,
        At::Drafts => {
            let sql = "UPDATE drafts SET body = ? WHERE id = ? AND body = ?";
            let values = vec![markdown.into(), text.id.into(), text.markdown.as_str().into()];
            Ok(tx.run(sql, values).await?.rows_affected() == 1)
        }
    }
}

async fn reword_translation(
    tx: &mut Tx,
    text: &Text,
    markdown: &str,
    html: &str,
    renderer: i32,
) -> Result<bool, Fault> {
    #[derive(FromQueryResult)]
    struct Of {
        post_id: PostId,
    }
    let sql = "UPDATE translations SET markdown = ?, html = ?, renderer = ? \
               WHERE id = ? AND markdown = ? RETURNING post_id";
    let (id, old) = (text.id, text.markdown.as_str());
    let values = vec![markdown.into(), html.into(), renderer.into(), id.into(), old.into()];
    let found: Vec<Of> = rows(tx, sql, values).await?;
    for of in &found {
        translations::told(tx, of.post_id).await?;
    }
    Ok(!found.is_empty())
}

async fn reword_post(
    tx: &mut Tx,
    text: &Text,
    markdown: &str,
    html: &str,
    renderer: i32,
) -> Result<bool, Fault> {
    let sql = "UPDATE posts SET markdown = ?, html = ?, renderer = ? WHERE id = ? AND version = ? \
               AND markdown = ? RETURNING thread_id, number";
    let values = vec![
        markdown.into(),
        html.into(),
        renderer.into(),
        text.id.into(),
        text.version.into(),
        text.markdown.as_str().into(),
    ];
    let found = rows::<Standing>(tx, sql, values).await?;
    for there in &found {
        if there.number.is_some() {
            let raised = threads::step(tx, there.thread_id).await?;
            let post = PostId::from_uuid(text.id);
            announce(tx, there.thread_id, raised.seq, "post.rendered", post, there.number);
        }
    }
    Ok(!found.is_empty())
}
