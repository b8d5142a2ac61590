//! What the search index takes in: published text of every space. It is shown
//! to nobody from there; a hit is read again as the reader.

use sea_orm::sea_query::{Alias, Condition, Expr, ExprTrait, Order, Query, SelectStatement};
use sea_orm::{ColumnTrait, FromQueryResult};
use stoa_kernel::db::{marks, rows};
use stoa_kernel::ids::{CityId, MemberId, PostId, SpaceId, ThreadId};
use stoa_kernel::{Fault, Reads, Time};

use crate::store::rows::{THEMES, at};
use crate::store::{self, posts, threads, visible};

/// A published post with what is known of its thread.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Indexed {
    /// The post.
    pub post: PostId,
    /// Its thread.
    pub thread: ThreadId,
    /// Its number in the thread.
    pub number: i32,
    /// Its space.
    pub space: SpaceId,
    /// It opens the thread.
    pub opening: bool,
    /// What the thread is for, by name.
    pub kind: String,
    /// Slugs of the thread's themes.
    pub themes: Vec<String>,
    /// The post's language.
    pub language: String,
    /// The city its author speaks for.
    pub city: Option<CityId>,
    /// Who wrote it.
    pub author: MemberId,
    /// When it was published.
    pub at: Time,
    /// Its thread has an accepted answer.
    pub answered: bool,
    /// The thread's title.
    pub title: String,
    /// The sanitised HTML.
    pub html: String,
}

#[derive(FromQueryResult)]
struct Row {
    id: PostId,
    thread_id: ThreadId,
    number: Option<i32>,
    space_id: SpaceId,
    opening: bool,
    kind: String,
    themes: Option<String>,
    language: String,
    city_id: Option<CityId>,
    author_id: MemberId,
    published_at: Option<Time>,
    accepted_post_id: Option<PostId>,
    title: String,
    html: String,
}

impl From<Row> for Indexed {
    fn from(row: Row) -> Self {
        let themes = row.themes.as_deref().unwrap_or_default().split(',');
        Self {
            post: row.id,
            thread: row.thread_id,
            number: row.number.unwrap_or_default(),
            space: row.space_id,
            opening: row.opening,
            kind: row.kind,
            themes: themes.filter(|slug| !slug.is_empty()).map(str::to_owned).collect(),
            language: row.language,
            city: row.city_id,
            author: row.author_id,
            at: row.published_at.unwrap_or_default(),
            answered: row.accepted_post_id.is_some(),
            title: row.title,
            html: row.html,
        }
    }
}

fn query(which: Condition, limit: u64) -> SelectStatement {
    use posts::Column as P;
    use threads::Column as T;
    let mut query = Query::select();
    query
        .from(posts::Entity)
        .inner_join(threads::Entity, at(T::Id).eq(at(P::ThreadId)))
        .cond_where(visible::indexed())
        .cond_where(which)
        .limit(limit);
    let own = [P::Id, P::ThreadId, P::Number, P::Opening, P::Language, P::CityId, P::Html];
    for column in own.into_iter().chain([P::AuthorId, P::PublishedAt]) {
        query.column((posts::Entity, column));
    }
    for column in [T::SpaceId, T::Kind, T::Title, T::AcceptedPostId] {
        query.column((threads::Entity, column));
    }
    query.expr_as(Expr::cust(THEMES), Alias::new("themes"));
    query
}

async fn all(db: &impl Reads, query: &SelectStatement) -> Result<Vec<Indexed>, Fault> {
    Ok(store::all::<Row>(db, query).await?.into_iter().map(Indexed::from).collect())
}

/// Those of these posts that are published, in no order.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn indexed_posts(db: &impl Reads, ids: &[PostId]) -> Result<Vec<Indexed>, Fault> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let which = posts::Column::Id.is_in(ids.iter().copied());
    all(db, &query(Condition::all().add(which), ids.len() as u64)).await
}

/// Published posts of a thread with numbers above `after`, in order.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn indexed_of_thread(
    db: &impl Reads,
    thread: ThreadId,
    after: i32,
    limit: u64,
) -> Result<Vec<Indexed>, Fault> {
    use posts::Column as P;
    let which = Condition::all().add(P::ThreadId.eq(thread)).add(P::Number.gt(after));
    let mut query = query(which, limit);
    query.order_by(P::Number.as_column_ref(), Order::Asc);
    all(db, &query).await
}

/// Published posts with ids above `after`, in the order of ids.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn indexed_after(
    db: &impl Reads,
    after: Option<PostId>,
    limit: u64,
) -> Result<Vec<Indexed>, Fault> {
    use posts::Column as P;
    let which = Condition::all().add_option(after.map(|after| P::Id.gt(after)));
    let mut query = query(which, limit);
    query.order_by(P::Id.as_column_ref(), Order::Asc);
    all(db, &query).await
}

/// A published post in another language.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct IndexedTranslation {
    /// The post.
    pub post: PostId,
    /// The language.
    pub language: String,
    /// The thread's title, for opening posts.
    pub title: Option<String>,
    /// The sanitised HTML.
    pub html: String,
}

/// The translations of those of these posts that are published, in no order.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn indexed_translations(
    db: &impl Reads,
    ids: &[PostId],
) -> Result<Vec<IndexedTranslation>, Fault> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!(
        "SELECT x.post_id AS post, x.language, x.title, x.html FROM translations x \
         JOIN posts p ON p.id = x.post_id AND p.version = x.version \
         WHERE x.latest AND x.revision_id IS NULL AND x.state = 'made' AND p.state = 'published' AND x.post_id IN ({})",
        marks(ids.len())
    );
    rows(db, &sql, ids.iter().map(|id| (*id).into()).collect()).await
}
