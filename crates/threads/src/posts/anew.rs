//! Texts whose HTML is to be made anew: a name in them, or a post they quote, has changed.

use sea_orm::sea_query::{Alias, ExprTrait, Order, Query};
use sea_orm::{ColumnTrait, EntityTrait, FromQueryResult};
use stoa_kernel::ids::{CityId, MemberId, PostId, SpaceId, ThreadId};
use stoa_kernel::{Fault, Reads, Tx};
use stoa_policy::Visibility;

use crate::model::{State, visibility};
use crate::posts::announce;
use crate::posts::edit::unlink;
use crate::posts::write::insert_links;
use crate::store::rows::at;
use crate::store::{self, links, posts as table, spaces, threads, unknown};

/// What has changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Changed {
    /// A post was taken away or came back.
    Post(PostId),
    /// A member is called otherwise.
    Member(MemberId),
    /// The post itself has another wording, which may have waited for long.
    Wording(PostId),
}

/// What a text names, by id.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    /// The posts it quotes.
    pub quotes: Vec<PostId>,
    /// The people it mentions.
    pub mentions: Vec<MemberId>,
    /// The cities it mentions.
    pub cities: Vec<CityId>,
    /// Threads that items of its lists lead to.
    pub steps: Vec<ThreadId>,
}

/// A text as it is kept, with what its rendering needs to know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// The post.
    pub post: PostId,
    /// Who wrote it.
    pub author: MemberId,
    /// The Markdown with ids.
    pub markdown: String,
    /// Its language.
    pub language: String,
    /// Where it stands.
    pub space: SpaceId,
    /// Who may enter there.
    pub visibility: Visibility,
    /// In which thread.
    pub thread: ThreadId,
    number: Option<i32>,
    version: i32,
}

#[derive(FromQueryResult)]
struct Row {
    id: PostId,
    author_id: MemberId,
    markdown: String,
    language: String,
    thread_id: ThreadId,
    number: Option<i32>,
    version: i32,
    space_id: SpaceId,
    visibility: String,
}

impl Row {
    fn stored(self) -> Result<Stored, Fault> {
        let known = visibility(&self.visibility);
        Ok(Stored {
            visibility: known.ok_or_else(|| unknown("visibility", &self.visibility))?,
            post: self.id,
            author: self.author_id,
            markdown: self.markdown,
            language: self.language,
            space: self.space_id,
            thread: self.thread_id,
            number: self.number,
            version: self.version,
        })
    }
}

/// Posts that name what has changed and stand or wait, a batch in the order of
/// their ids, after `after`. Judges nobody: what they show is asked anew when
/// they are rendered.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn touched(
    db: &impl Reads,
    changed: Changed,
    after: Option<PostId>,
    most: u64,
) -> Result<Vec<Stored>, Fault> {
    use table::Column as P;
    let mut query = Query::select();
    for column in [P::Id, P::AuthorId, P::Markdown, P::Language, P::ThreadId, P::Number, P::Version]
    {
        query.column((table::Entity, column));
    }
    let spaces_id = at(spaces::Column::Id);
    query
        .expr_as(spaces_id.clone(), Alias::new("space_id"))
        .column((spaces::Entity, spaces::Column::Visibility))
        .from(table::Entity)
        .inner_join(threads::Entity, ExprTrait::eq(at(threads::Column::Id), at(P::ThreadId)))
        .inner_join(spaces::Entity, ExprTrait::eq(spaces_id, at(threads::Column::SpaceId)))
        .and_where(P::State.is_in([State::Published.name(), State::Held.name()]))
        .and_where_option(after.map(|after| P::Id.gt(after)))
        .order_by(P::Id.as_column_ref(), Order::Asc)
        .limit(most);
    match changed {
        Changed::Post(source) => query
            .inner_join(
                links::quotes::Entity,
                ExprTrait::eq(at(links::quotes::Column::PostId), at(P::Id)),
            )
            .and_where(links::quotes::Column::SourceId.eq(source)),
        Changed::Member(member) => query
            .inner_join(
                links::mentions::Entity,
                ExprTrait::eq(at(links::mentions::Column::PostId), at(P::Id)),
            )
            .and_where(links::mentions::Column::MemberId.eq(member)),
        Changed::Wording(post) => query.and_where(P::Id.eq(post)),
    };
    store::all::<Row>(db, &query).await?.into_iter().map(Row::stored).collect()
}

/// Keeps what a text names, so that it is made anew when one of these changes.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn relinked(tx: &mut Tx, stored: &Stored, names: &Names) -> Result<(), Fault> {
    let current = table::Entity::find_by_id(stored.post).one(&tx.conn()).await?;
    if current.is_none_or(|row| row.version != stored.version) {
        return Ok(());
    }
    unlink(tx, stored.post).await?;
    crate::paths::link(tx, stored.post, &names.steps).await?;
    insert_links(tx, stored.post, &names.quotes, &names.mentions, &names.cities).await
}

/// Puts fresh HTML in the place of the old one, unless the wording has moved
/// on meanwhile; who has the thread open is told.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn rendered(
    tx: &mut Tx,
    stored: &Stored,
    html: &str,
    renderer: i32,
) -> Result<(), Fault> {
    let sql = "UPDATE posts SET html = ?, renderer = ? WHERE id = ? AND version = ? AND html <> ?";
    let values =
        vec![html.into(), renderer.into(), stored.post.into(), stored.version.into(), html.into()];
    let done = tx.run(sql, values).await?;
    if done.rows_affected() > 0 && stored.number.is_some() {
        let raised = threads::step(tx, stored.thread).await?;
        announce(tx, stored.thread, raised.seq, "post.rendered", stored.post, stored.number);
    }
    Ok(())
}
