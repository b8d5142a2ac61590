//! Opening threads, and what has to be known of one.

use sea_orm::sea_query::{ExprTrait, Query};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, FromQueryResult};
use stoa_kernel::ids::{MemberId, PostId, SpaceId, ThreadId};
use stoa_kernel::{Actor, Fault, Reads, Screened, Time, Tx};
use stoa_policy::{Action, HoldReason};

use crate::events::{PostHeld, PostPublished};
use crate::model::{NewThread, Opened, Place, State, ThreadKind, hold_reason_name, span};
use crate::posts::{self, Fresh};
use crate::store::rows::at;
use crate::store::{self, links, spaces as space_rows, threads as table, unknown, visible};
use crate::{spaces, themes};

#[derive(FromQueryResult)]
struct Row {
    id: ThreadId,
    space_id: SpaceId,
    visibility: String,
    posting: String,
    holding: String,
    languages: String,
    closed_at: Option<Time>,
    state: String,
    author_id: MemberId,
    kind: String,
    language: String,
    slow_s: Option<i32>,
}

/// What a verb that writes in the thread has to know of it.
///
/// # Errors
/// [`Fault::NotFound`] where there is no such thread for the actor.
pub async fn facts(db: &impl Reads, actor: &Actor, thread: ThreadId) -> Result<Place, Fault> {
    use table::Column as T;
    let mut query = Query::select();
    for column in
        [T::Id, T::SpaceId, T::ClosedAt, T::State, T::AuthorId, T::Kind, T::Language, T::SlowS]
    {
        query.column((table::Entity, column));
    }
    use space_rows::Column as S;
    for column in [S::Visibility, S::Posting, S::Holding, S::Languages] {
        query.column((space_rows::Entity, column));
    }
    query
        .from(table::Entity)
        .inner_join(space_rows::Entity, at(S::Id).eq(at(T::SpaceId)))
        .cond_where(visible::threads(actor))
        .and_where(T::Id.eq(thread));
    store::one::<Row>(db, &query).await?.ok_or(Fault::NotFound)?.place()
}

impl Row {
    fn place(self) -> Result<Place, Fault> {
        let state = State::parse(&self.state).ok_or_else(|| unknown("state", &self.state))?;
        Ok(Place {
            thread: self.id,
            space: self.space_id,
            facts: space_rows::facts(&self.visibility, &self.posting, &self.holding)?,
            closed: self.closed_at.is_some() || state != State::Published,
            state,
            author: self.author_id,
            kind: ThreadKind::parse(&self.kind).ok_or_else(|| unknown("kind", &self.kind))?,
            language: self.language,
            languages: space_rows::list(&self.languages)?,
            slow: span(self.slow_s),
        })
    }
}

/// Opens a thread with its first post: published together, or held together.
///
/// # Errors
/// [`Fault::NotFound`] or [`Fault::Forbidden`] where the actor may not open
/// one, [`Fault::Invalid`] for unknown or too many themes.
pub async fn open(
    tx: &mut Tx,
    actor: &Actor,
    screened: Screened,
    new: &NewThread,
) -> Result<Opened, Fault> {
    let author = actor.signed_in()?;
    let place = spaces::facts(tx, actor, new.space).await?;
    let judged = actor.may_in(place.id, Action::OpenThread(place.facts))?;
    let themes = themes::check(&new.themes)?;
    begin(tx, author, new, &themes, judged.or(screened.hold())).await
}

/// Opens a thread that its caller has judged.
pub(crate) async fn begin(
    tx: &mut Tx,
    author: MemberId,
    new: &NewThread,
    themes: &[&'static str],
    hold: Option<HoldReason>,
) -> Result<Opened, Fault> {
    let (thread, post) = (tx.new_id::<ThreadId>(), tx.new_id::<PostId>());
    table::Entity::insert(row(tx, thread, author, new, hold))
        .exec_without_returning(&tx.conn())
        .await?;
    label(tx, thread, themes).await?;
    let fresh = Fresh {
        post,
        thread,
        author,
        city: new.city,
        opening: true,
        number: hold.is_none().then_some(1),
        at: tx.now(),
        reply_to: None,
        hold,
    };
    posts::insert(tx, &fresh, &new.body).await?;
    told(tx, thread, post, author, new.space, hold)
}

fn told(
    tx: &mut Tx,
    thread: ThreadId,
    post: PostId,
    author: MemberId,
    space: SpaceId,
    hold: Option<HoldReason>,
) -> Result<Opened, Fault> {
    if let Some(reason) = hold {
        let name = hold_reason_name(reason).to_owned();
        tx.emit(&PostHeld { post, thread, space, author, reason: name, opening: true })?;
        return Ok(Opened::Held { thread, post, reason });
    }
    posts::announce(tx, thread, 1, "post.published", post, Some(1));
    tx.emit(&PostPublished { post, thread, space, author, number: 1, opening: true })?;
    Ok(Opened::Published { thread, post })
}

fn row(
    tx: &Tx,
    id: ThreadId,
    author: MemberId,
    new: &NewThread,
    hold: Option<HoldReason>,
) -> table::ActiveModel {
    let published = hold.is_none();
    let count = i32::from(published);
    let state = if published { State::Published } else { State::Held };
    table::ActiveModel {
        id: Set(id),
        space_id: Set(new.space),
        author_id: Set(author),
        city_id: Set(new.city),
        kind: Set(new.kind.name().to_owned()),
        direction: Set(new.direction.name().to_owned()),
        title: Set(new.title.as_str().to_owned()),
        slug: Set(new.title.slug()),
        language: Set(new.language.clone()),
        state: Set(state.name().to_owned()),
        closed_at: Set(None),
        pinned_at: Set(None),
        posts: Set(count),
        last_number: Set(count),
        last_post_at: Set(tx.now()),
        last_author_id: Set(published.then_some(author)),
        accepted_post_id: Set(None),
        accepted_by: Set(None),
        accepted_at: Set(None),
        seq: Set(i64::from(count)),
        version: Set(1),
        created_at: Set(tx.now()),
        published_at: Set(published.then_some(tx.now())),
        reordered: Set(false),
        closes_at: Set(None),
        opens_at: Set(None),
        slow_s: Set(None),
        summary_post_id: Set(None),
        sought_at: Set(None),
    }
}

async fn label(tx: &Tx, thread: ThreadId, themes: &[&'static str]) -> Result<(), Fault> {
    if themes.is_empty() {
        return Ok(());
    }
    let rows = themes.iter().map(|theme| links::themes::ActiveModel {
        thread_id: Set(thread),
        theme: Set((*theme).to_owned()),
    });
    links::themes::Entity::insert_many(rows).exec_without_returning(&tx.conn()).await?;
    Ok(())
}
