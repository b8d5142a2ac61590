//! Texts in other languages, as far as the texts themselves are seen.

use std::collections::HashMap;

use sea_orm::sea_query::{Alias, Expr, ExprTrait, Order, Query, SelectStatement};
use sea_orm::{ColumnTrait, FromQueryResult};
use stoa_kernel::ids::{MemberId, PostId, RevisionId, ThreadId, TranslationId};
use stoa_kernel::{Actor, Fault, Reads, Time};

use crate::store::rows::at;
use crate::store::{self, posts, spaces, threads, translations as table, unknown, visible};
use crate::translations::Stage;

/// A text in another language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Translation {
    /// Which.
    pub id: TranslationId,
    /// Of which post.
    pub post: PostId,
    /// In which language.
    pub language: String,
    /// What has become of it.
    pub stage: Stage,
    /// The version of the post it belongs to.
    pub version: i32,
    /// Which edition, from 1.
    pub edition: i32,
    /// The thread's title, for opening posts.
    pub title: Option<String>,
    /// The Markdown as it is kept; empty in lists.
    pub markdown: String,
    /// The HTML, sanitised.
    pub html: String,
    /// Who improved it; `None` for the machine's.
    pub editor: Option<MemberId>,
    /// When it was made, or asked for.
    pub made_at: Time,
}

#[derive(FromQueryResult)]
struct Row {
    id: TranslationId,
    post_id: PostId,
    language: String,
    state: String,
    version: i32,
    edition: i32,
    title: Option<String>,
    markdown: String,
    html: String,
    editor_id: Option<MemberId>,
    made_at: Time,
}

impl Row {
    fn view(self) -> Result<Translation, Fault> {
        Ok(Translation {
            stage: Stage::parse(&self.state).ok_or_else(|| unknown("stage", &self.state))?,
            id: self.id,
            post: self.post_id,
            language: self.language,
            version: self.version,
            edition: self.edition,
            title: self.title,
            markdown: self.markdown,
            html: self.html,
            editor: self.editor_id,
            made_at: self.made_at,
        })
    }
}

/// Translations of texts that the actor reads: of those that stand or wait.
fn query(actor: &Actor, whole: bool) -> SelectStatement {
    use table::Column as X;
    let mut query = Query::select();
    for column in [
        X::Id,
        X::PostId,
        X::Language,
        X::State,
        X::Version,
        X::Edition,
        X::Title,
        X::Html,
        X::EditorId,
        X::MadeAt,
    ] {
        query.column((table::Entity, column));
    }
    let text = if whole { at(X::Markdown) } else { Expr::val("") };
    query
        .expr_as(text, Alias::new("markdown"))
        .from(table::Entity)
        .inner_join(posts::Entity, at(posts::Column::Id).eq(at(X::PostId)))
        .inner_join(threads::Entity, at(threads::Column::Id).eq(at(posts::Column::ThreadId)))
        .inner_join(spaces::Entity, at(spaces::Column::Id).eq(at(threads::Column::SpaceId)))
        .cond_where(visible::read(actor));
    query
}

fn now(query: &mut SelectStatement) {
    query
        .and_where(table::Column::Latest.eq(true))
        .and_where(table::Column::RevisionId.is_null())
        .and_where(at(table::Column::Version).eq(at(posts::Column::Version)));
}

/// For each of these posts its translation into the first of these languages that has one; one
/// that is made goes before one that is wanted.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn translations(
    db: &impl Reads,
    actor: &Actor,
    of: &[PostId],
    languages: &[String],
) -> Result<HashMap<PostId, Translation>, Fault> {
    if of.is_empty() || languages.is_empty() {
        return Ok(HashMap::new());
    }
    let mut query = query(actor, false);
    now(&mut query);
    query
        .and_where(table::Column::PostId.is_in(of.iter().copied()))
        .and_where(table::Column::Language.is_in(languages.iter().cloned()));
    let found = store::all::<Row>(db, &query).await?;
    let mut best: HashMap<PostId, Translation> = HashMap::new();
    for row in found {
        let new = row.view()?;
        let better = |old: &Translation| rank(&new, languages) < rank(old, languages);
        if best.get(&new.post).is_none_or(better) {
            best.insert(new.post, new);
        }
    }
    Ok(best)
}

fn rank(one: &Translation, languages: &[String]) -> (bool, usize) {
    let place = languages.iter().position(|language| *language == one.language);
    (one.stage != Stage::Made, place.unwrap_or(usize::MAX))
}

/// A post's translation into a language, with its Markdown.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn translation(
    db: &impl Reads,
    actor: &Actor,
    post: PostId,
    language: &str,
) -> Result<Option<Translation>, Fault> {
    let mut query = query(actor, true);
    now(&mut query);
    query.and_where(table::Column::PostId.eq(post)).and_where(table::Column::Language.eq(language));
    store::one::<Row>(db, &query).await?.map(Row::view).transpose()
}

/// The editions of a post's present wording in a language, the newest first.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn editions(
    db: &impl Reads,
    actor: &Actor,
    post: PostId,
    language: &str,
) -> Result<Vec<Translation>, Fault> {
    let mut query = query(actor, true);
    query
        .and_where(table::Column::RevisionId.is_null())
        .and_where(at(table::Column::Version).eq(at(posts::Column::Version)))
        .and_where(table::Column::PostId.eq(post))
        .and_where(table::Column::Language.eq(language))
        .and_where(table::Column::State.eq(Stage::Made.name()))
        .order_by(table::Column::Edition.as_column_ref(), Order::Desc);
    store::all::<Row>(db, &query).await?.into_iter().map(Row::view).collect()
}

/// A wording that waits in the first of these languages that there is, for who decides about it.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn waiting_translation(
    db: &impl Reads,
    actor: &Actor,
    revision: RevisionId,
    languages: &[String],
) -> Result<Option<Translation>, Fault> {
    if languages.is_empty() {
        return Ok(None);
    }
    let mut query = query(actor, false);
    query
        .cond_where(visible::own_or_staff(actor))
        .and_where(table::Column::RevisionId.eq(revision))
        .and_where(table::Column::Language.is_in(languages.iter().cloned()));
    let mut found = Vec::new();
    for row in store::all::<Row>(db, &query).await? {
        found.push(row.view()?);
    }
    Ok(found.into_iter().min_by_key(|one| rank(one, languages)))
}

/// A title in another language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TitleIn {
    /// The language.
    pub language: String,
    /// The title.
    pub title: String,
}

#[derive(FromQueryResult)]
struct Titled {
    thread_id: ThreadId,
    language: String,
    title: String,
}

/// For each of these threads its title in the first of these languages that has one.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn titles(
    db: &impl Reads,
    actor: &Actor,
    of: &[ThreadId],
    languages: &[String],
) -> Result<HashMap<ThreadId, TitleIn>, Fault> {
    if of.is_empty() || languages.is_empty() {
        return Ok(HashMap::new());
    }
    let mut found = store::all::<Titled>(db, &titles_query(actor, of, languages)).await?;
    let place = |row: &Titled| languages.iter().position(|language| *language == row.language);
    // The first language is put in last and stays.
    found.sort_by_key(|row| std::cmp::Reverse(place(row)));
    let entry = |row: Titled| (row.thread_id, TitleIn { language: row.language, title: row.title });
    Ok(found.into_iter().map(entry).collect())
}

pub(crate) fn titles_query(
    actor: &Actor,
    of: &[ThreadId],
    languages: &[String],
) -> SelectStatement {
    use table::Column as X;
    let mut query = Query::select();
    query
        .column((posts::Entity, posts::Column::ThreadId))
        .columns([(table::Entity, X::Language), (table::Entity, X::Title)])
        .from(posts::Entity)
        .inner_join(table::Entity, at(X::PostId).eq(at(posts::Column::Id)))
        .inner_join(threads::Entity, at(threads::Column::Id).eq(at(posts::Column::ThreadId)))
        .inner_join(spaces::Entity, at(spaces::Column::Id).eq(at(threads::Column::SpaceId)))
        .cond_where(visible::read(actor))
        .and_where(posts::Column::ThreadId.is_in(of.iter().copied()))
        // By its number, which an index knows: a thread may be a hundred thousand posts long.
        .and_where(posts::Column::Number.eq(1))
        .and_where(posts::Column::Opening.eq(true))
        .and_where(X::Language.is_in(languages.iter().cloned()))
        .and_where(X::State.eq(Stage::Made.name()))
        .and_where(X::Title.is_not_null());
    now(&mut query);
    query
}
