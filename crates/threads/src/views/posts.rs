//! Posts: a page of a thread, what waits in it, single ones, earlier wordings.

use sea_orm::sea_query::{Alias, Condition, ExprTrait, Order, Query, SelectStatement};
use sea_orm::{ColumnTrait, FromQueryResult};
use stoa_kernel::ids::{PostId, SpaceId, ThreadId};
use stoa_kernel::{Actor, Fault, Limit, Page, Reads};
use stoa_policy::Sight;

use crate::model::{self, page_of};
use crate::store::rows::{PostRow, at, card_query, post_query};
use crate::store::{self, posts as table, revisions as wordings, rows, spaces, threads, visible};
use crate::views::lists::cards;
use crate::views::{PostCard, PostView, RevisionView, Where};

pub(crate) fn page_query(
    actor: &Actor,
    thread: ThreadId,
    after: i32,
    limit: Limit,
) -> SelectStatement {
    let mut query = post_query(actor, false);
    query
        .cond_where(visible::numbered(actor))
        .and_where(table::Column::ThreadId.eq(thread))
        .and_where(table::Column::Number.gt(after))
        .order_by(table::Column::Number.as_column_ref(), Order::Asc)
        .limit(limit.get() + 1);
    query
}

/// Posts of a thread with numbers above `after`, in order, placeholders of
/// what was taken away among them. Page `p` of the website is
/// `posts(…, (p - 1) * 20, Limit::PAGE)`; `next` is the number to go on after.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away. A thread that does not
/// exist for the actor has no posts for him.
pub async fn posts(
    db: &impl Reads,
    actor: &Actor,
    thread: ThreadId,
    after: i32,
    limit: Limit,
) -> Result<Page<PostView>, Fault> {
    let rows = store::all::<PostRow>(db, &page_query(actor, thread, after, limit)).await?;
    let mut items = rows::views(db, actor, rows).await?;
    let size = usize::try_from(limit.get()).unwrap_or(usize::MAX);
    let more = items.len() > size;
    items.truncate(size);
    let last = items.last().and_then(|post| post.number).filter(|_| more);
    Ok(Page { items, next: last.map(|number| number.to_string()) })
}

/// Posts of a thread that wait for a moderator, the oldest first: the actor's
/// own, and for the space's moderators all. They stand after the last page.
/// With their Markdown. Costs no query for a guest.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn held(
    db: &impl Reads,
    actor: &Actor,
    thread: ThreadId,
) -> Result<Vec<PostView>, Fault> {
    if actor.id().is_none() {
        return Ok(Vec::new());
    }
    let rows = store::all::<PostRow>(db, &held_query(actor, thread)).await?;
    rows::views(db, actor, rows).await
}

pub(crate) fn held_query(actor: &Actor, thread: ThreadId) -> SelectStatement {
    let mut query = post_query(actor, true);
    query
        .cond_where(visible::waiting(actor))
        .and_where(table::Column::ThreadId.eq(thread))
        .and_where(table::Column::Number.is_null())
        .order_by(table::Column::CreatedAt.as_column_ref(), Order::Asc)
        .order_by(table::Column::Id.as_column_ref(), Order::Asc)
        .limit(100);
    query
}

#[derive(FromQueryResult)]
struct Place {
    thread_id: ThreadId,
    slug: String,
    number: Option<i32>,
    last_number: i32,
    state: String,
    author_id: stoa_kernel::ids::MemberId,
    space_id: SpaceId,
    visibility: String,
}

pub(crate) fn locate_query(actor: &Actor, post: PostId) -> SelectStatement {
    let mut query = Query::select();
    joined(&mut query)
        .column((table::Entity, table::Column::ThreadId))
        .column((table::Entity, table::Column::Number))
        .columns([
            (threads::Entity, threads::Column::Slug),
            (threads::Entity, threads::Column::LastNumber),
            (threads::Entity, threads::Column::State),
            (threads::Entity, threads::Column::AuthorId),
            (threads::Entity, threads::Column::SpaceId),
        ])
        .column((spaces::Entity, spaces::Column::Visibility))
        .cond_where(visible::posts(actor))
        .and_where(table::Column::Id.eq(post));
    query
}

fn joined(query: &mut SelectStatement) -> &mut SelectStatement {
    query
        .from(table::Entity)
        .inner_join(
            threads::Entity,
            ExprTrait::eq(at(threads::Column::Id), at(table::Column::ThreadId)),
        )
        .inner_join(
            spaces::Entity,
            ExprTrait::eq(at(spaces::Column::Id), at(threads::Column::SpaceId)),
        )
}

/// On which page of which thread a post stands.
///
/// # Errors
/// [`Fault::NotFound`] where there is none for the actor.
pub async fn locate(db: &impl Reads, actor: &Actor, post: PostId) -> Result<Where, Fault> {
    let found =
        store::one::<Place>(db, &locate_query(actor, post)).await?.ok_or(Fault::NotFound)?;
    let state =
        model::State::parse(&found.state).ok_or_else(|| store::unknown("state", &found.state))?;
    let place = model::visibility(&found.visibility)
        .ok_or_else(|| store::unknown("visibility", &found.visibility))?;
    let own = actor.is(found.author_id);
    let seen = stoa_policy::sight(actor.who_in(found.space_id), state.text(), own, place);
    Ok(Where {
        thread: found.thread_id,
        slug: if seen >= Sight::Marked { found.slug } else { String::new() },
        post,
        number: found.number,
        page: page_of(found.number.unwrap_or(found.last_number)),
    })
}

/// A single post with its Markdown, its thread and its space.
///
/// # Errors
/// [`Fault::NotFound`] where there is none for the actor.
pub async fn post(db: &impl Reads, actor: &Actor, post: PostId) -> Result<PostCard, Fault> {
    let mut found = posts_by_ids(db, actor, &[post]).await?;
    found.pop().ok_or(Fault::NotFound)
}

/// Those of these posts of which the actor sees something, in the order asked for.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn posts_by_ids(
    db: &impl Reads,
    actor: &Actor,
    ids: &[PostId],
) -> Result<Vec<PostCard>, Fault> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    by_ids(db, actor, ids, visible::shown(actor)).await
}

/// Those of these posts that are published where the actor may read, in that
/// order, with their Markdown: what a search has found.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn found(db: &impl Reads, actor: &Actor, ids: &[PostId]) -> Result<Vec<PostCard>, Fault> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    by_ids(db, actor, ids, visible::published(actor)).await
}

/// A thread by its title, for lists that show nothing else.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct Titled {
    /// Its opening post.
    pub post: PostId,
    /// The thread.
    pub thread: ThreadId,
    /// In addresses.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// The title's language.
    pub language: String,
    /// The accepted answer.
    accepted: Option<PostId>,
}

impl Titled {
    /// It has an accepted answer.
    #[must_use]
    pub fn answered(&self) -> bool {
        self.accepted.is_some()
    }
}

/// The threads of these published posts that the actor may read, in the order given.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn titled(db: &impl Reads, actor: &Actor, ids: &[PostId]) -> Result<Vec<Titled>, Fault> {
    use threads::Column as T;
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let mut query = Query::select();
    let named = [(T::Slug, "slug"), (T::Title, "title"), (T::Language, "language")];
    for (column, name) in named.into_iter().chain([(T::AcceptedPostId, "accepted")]) {
        query.expr_as(at(column), Alias::new(name));
    }
    query
        .expr_as(at(table::Column::Id), Alias::new("post"))
        .expr_as(at(T::Id), Alias::new("thread"))
        .from(table::Entity)
        .inner_join(threads::Entity, ExprTrait::eq(at(T::Id), at(table::Column::ThreadId)))
        .inner_join(spaces::Entity, ExprTrait::eq(at(spaces::Column::Id), at(T::SpaceId)))
        .cond_where(visible::published(actor))
        .and_where(table::Column::Id.is_in(ids.iter().copied()));
    let mut found: Vec<Titled> = store::all(db, &query).await?;
    found.sort_by_key(|one| ids.iter().position(|id| *id == one.post));
    Ok(found)
}

async fn by_ids(
    db: &impl Reads,
    actor: &Actor,
    ids: &[PostId],
    which: Condition,
) -> Result<Vec<PostCard>, Fault> {
    let mut query = card_query(actor);
    query.cond_where(which).and_where(table::Column::Id.is_in(ids.iter().copied()));
    let mut found = cards(db, actor, &query).await?;
    found.sort_by_key(|card| ids.iter().position(|id| *id == card.post.id));
    Ok(found)
}

#[derive(FromQueryResult)]
struct RevisionRow {
    id: stoa_kernel::ids::RevisionId,
    version: i32,
    state: String,
    title: Option<String>,
    markdown: String,
    html: String,
    editor_id: stoa_kernel::ids::MemberId,
    language: String,
    hold_reason: Option<String>,
    written_at: stoa_kernel::Time,
}

/// The other wordings of a post that the actor may read, the newest first:
/// earlier ones, and for author and moderators also those that wait or were declined.
///
/// # Errors
/// [`Fault::NotFound`] where the post's text is not the actor's to read.
pub async fn revisions(
    db: &impl Reads,
    actor: &Actor,
    id: PostId,
) -> Result<Vec<RevisionView>, Fault> {
    if post(db, actor, id).await?.post.sight < Sight::Marked {
        return Err(Fault::NotFound);
    }
    let mut query = Query::select();
    joined(&mut query).inner_join(
        wordings::Entity,
        ExprTrait::eq(at(wordings::Column::PostId), at(table::Column::Id)),
    );
    use wordings::Column as R;
    for column in [
        R::Id,
        R::Version,
        R::State,
        R::Title,
        R::Markdown,
        R::Html,
        R::EditorId,
        R::Language,
        R::HoldReason,
        R::WrittenAt,
    ] {
        query.column((wordings::Entity, column));
    }
    query
        .cond_where(visible::revisions(actor))
        .and_where(R::PostId.eq(id))
        .order_by(R::Version.as_column_ref(), Order::Desc)
        .order_by(R::Id.as_column_ref(), Order::Desc);
    let rows = store::all::<RevisionRow>(db, &query).await?;
    Ok(rows.into_iter().map(RevisionRow::view).collect())
}

impl RevisionRow {
    fn view(self) -> RevisionView {
        RevisionView {
            id: self.id,
            version: self.version,
            state: self.state,
            title: self.title,
            markdown: self.markdown,
            html: self.html,
            editor: self.editor_id,
            language: self.language,
            reason: self.hold_reason.as_deref().and_then(model::hold_reason),
            written_at: self.written_at,
        }
    }
}
