//! Writing replies.

use sea_orm::sea_query::{Alias, ExprTrait, OnConflict, Query};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, FromQueryResult};
use serde_json::json;
use stoa_kernel::ids::{CityId, MemberId, PostId, SpaceId, ThreadId};
use stoa_kernel::{Actor, Announcement, Fault, Reads, Screened, Time, Tx};
use stoa_policy::{Action, HoldReason};

use crate::events::{PostHeld, PostPublished};
use crate::model::{
    NewReply, Place, PostFacts, Prepared, Replied, State, ThreadKind, hold_reason,
    hold_reason_name, span,
};
use crate::store::rows::at;
use crate::store::{self, links, posts as table, spaces, threads, unknown, visible};
use crate::{conversations, files, paths, tending};

#[derive(FromQueryResult)]
struct Row {
    id: PostId,
    author_id: MemberId,
    state: String,
    opening: bool,
    number: Option<i32>,
    version: i32,
    language: String,
    hold_reason: Option<String>,
    thread_id: ThreadId,
    space_id: SpaceId,
    visibility: String,
    posting: String,
    holding: String,
    languages: String,
    closed_at: Option<Time>,
    thread_state: String,
    thread_author: MemberId,
    kind: String,
    thread_language: String,
    slow_s: Option<i32>,
    wiki: bool,
}

/// What a verb on the post has to know of it.
///
/// # Errors
/// [`Fault::NotFound`] where there is no such post for the actor.
pub async fn facts(db: &impl Reads, actor: &Actor, post: PostId) -> Result<PostFacts, Fault> {
    use table::Column as P;
    use threads::Column as T;
    let mut query = Query::select();
    for column in [
        P::Id,
        P::AuthorId,
        P::State,
        P::Opening,
        P::Number,
        P::Version,
        P::Language,
        P::HoldReason,
        P::ThreadId,
        P::Wiki,
    ] {
        query.column((table::Entity, column));
    }
    use spaces::Column as S;
    for column in [S::Visibility, S::Posting, S::Holding, S::Languages] {
        query.column((spaces::Entity, column));
    }
    query
        .columns([
            (threads::Entity, T::SpaceId),
            (threads::Entity, T::ClosedAt),
            (threads::Entity, T::Kind),
            (threads::Entity, T::SlowS),
        ])
        .expr_as(at(T::State), Alias::new("thread_state"))
        .expr_as(at(T::AuthorId), Alias::new("thread_author"))
        .expr_as(at(T::Language), Alias::new("thread_language"))
        .from(table::Entity)
        .inner_join(threads::Entity, at(T::Id).eq(at(P::ThreadId)))
        .inner_join(spaces::Entity, at(S::Id).eq(at(T::SpaceId)))
        .cond_where(visible::posts(actor))
        .and_where(P::Id.eq(post));
    store::one::<Row>(db, &query).await?.ok_or(Fault::NotFound)?.facts()
}

impl Row {
    fn facts(self) -> Result<PostFacts, Fault> {
        let state = |name: &str| State::parse(name).ok_or_else(|| unknown("state", name));
        let thread_state = state(&self.thread_state)?;
        let place = Place {
            thread: self.thread_id,
            space: self.space_id,
            facts: spaces::facts(&self.visibility, &self.posting, &self.holding)?,
            closed: self.closed_at.is_some() || thread_state != State::Published,
            state: thread_state,
            author: self.thread_author,
            kind: ThreadKind::parse(&self.kind).ok_or_else(|| unknown("kind", &self.kind))?,
            language: self.thread_language,
            languages: spaces::list(&self.languages)?,
            slow: span(self.slow_s),
        };
        Ok(PostFacts {
            post: self.id,
            place,
            author: self.author_id,
            state: state(&self.state)?,
            opening: self.opening,
            number: self.number,
            version: self.version,
            language: self.language,
            hold_reason: self.hold_reason.as_deref().and_then(hold_reason),
            wiki: self.wiki,
        })
    }
}

/// Writes a reply: published with the next number, or held without one.
///
/// # Errors
/// [`Fault::NotFound`] where the thread is not there for the actor,
/// [`Fault::Forbidden`] where he may not reply, [`Fault::TooSoon`] in slow mode,
/// [`Fault::Invalid`] in field `reply_to` for a post that does not stand in this thread.
pub async fn reply(
    tx: &mut Tx,
    actor: &Actor,
    screened: Screened,
    new: &NewReply,
) -> Result<Replied, Fault> {
    let author = actor.signed_in()?;
    let place = crate::threads::facts(tx, actor, new.thread).await?;
    let act = Action::Reply { space: place.facts, closed: place.closed };
    let hold = actor.may_in(place.space, act)?.or(screened.hold());
    tending::not_too_soon(tx, actor, &place).await?;
    answers_here(tx, new).await?;
    conversations::answers(tx, author, &place).await?;
    let mut fresh = Fresh {
        post: tx.new_id(),
        thread: new.thread,
        author,
        city: new.city,
        opening: false,
        number: None,
        at: tx.now(),
        reply_to: new.reply_to,
        hold,
    };
    match hold {
        Some(reason) => held(tx, &fresh, place.space, reason, &new.body).await,
        None => {
            let raised = threads::raise(tx, new.thread, author).await?;
            let raised = raised.ok_or(Fault::Conflict("threads-thread-gone"))?;
            (fresh.number, fresh.at) = (Some(raised.last_number), raised.last_post_at);
            insert(tx, &fresh, &new.body).await?;
            published(tx, &fresh, raised)
        }
    }
}

async fn held(
    tx: &mut Tx,
    fresh: &Fresh,
    space: SpaceId,
    reason: HoldReason,
    body: &Prepared,
) -> Result<Replied, Fault> {
    threads::still_there(tx, fresh.thread).await?;
    insert(tx, fresh, body).await?;
    tx.emit(&PostHeld {
        post: fresh.post,
        thread: fresh.thread,
        space,
        author: fresh.author,
        reason: hold_reason_name(reason).to_owned(),
        opening: false,
    })?;
    Ok(Replied::Held { post: fresh.post, reason })
}

fn published(tx: &mut Tx, fresh: &Fresh, raised: threads::Raised) -> Result<Replied, Fault> {
    let (post, number, seq) = (fresh.post, raised.last_number, raised.seq);
    announce(tx, fresh.thread, seq, "post.published", post, Some(number));
    tx.emit(&PostPublished {
        post,
        thread: fresh.thread,
        space: raised.space_id,
        author: fresh.author,
        number,
        opening: false,
    })?;
    Ok(Replied::Published { post, number, seq })
}

/// What a reply answers must stand in the same thread.
async fn answers_here(tx: &Tx, new: &NewReply) -> Result<(), Fault> {
    let Some(source) = new.reply_to else {
        return Ok(());
    };
    let found = table::Entity::find_by_id(source).one(&tx.conn()).await?;
    let stands = |row: &table::Model| {
        row.thread_id == new.thread && row.number.is_some() && row.state == State::Published.name()
    };
    match found.filter(stands) {
        Some(_) => Ok(()),
        None => Err(Fault::invalid("reply_to", "threads-reply-to-unknown")),
    }
}

/// A post about to be written.
pub(crate) struct Fresh {
    pub(crate) post: PostId,
    pub(crate) thread: ThreadId,
    pub(crate) author: MemberId,
    pub(crate) city: Option<CityId>,
    pub(crate) opening: bool,
    pub(crate) number: Option<i32>,
    /// When it is published, where it is.
    pub(crate) at: Time,
    pub(crate) reply_to: Option<PostId>,
    pub(crate) hold: Option<HoldReason>,
}

/// Inserts a post and what it names.
pub(crate) async fn insert(tx: &Tx, fresh: &Fresh, body: &Prepared) -> Result<(), Fault> {
    let state = if fresh.hold.is_some() { State::Held } else { State::Published };
    let row = table::ActiveModel {
        id: Set(fresh.post),
        thread_id: Set(fresh.thread),
        author_id: Set(fresh.author),
        city_id: Set(fresh.city),
        number: Set(fresh.number),
        opening: Set(fresh.opening),
        state: Set(state.name().to_owned()),
        hold_reason: Set(fresh.hold.map(|reason| hold_reason_name(reason).to_owned())),
        markdown: Set(body.markdown.clone()),
        html: Set(body.html.clone()),
        renderer: Set(body.renderer),
        language: Set(body.language.clone()),
        reply_to: Set(fresh.reply_to),
        useful: Set(0),
        version: Set(1),
        created_at: Set(tx.now()),
        published_at: Set(fresh.number.map(|_| fresh.at)),
        edited_at: Set(None),
        removed_at: Set(None),
        wiki: Set(false),
        editor_id: Set(None),
        reported_at: Set(None),
    };
    table::Entity::insert(row).exec_without_returning(&tx.conn()).await?;
    link(tx, fresh.post, body).await
}

/// Keeps what a wording names. Every quote is noted, whatever has become of its source: by that
/// its words are found when they are to be gone.
pub(crate) async fn link(tx: &Tx, post: PostId, body: &Prepared) -> Result<(), Fault> {
    insert_links(tx, post, &body.quotes, &body.mentions, &body.cities).await?;
    paths::link(tx, post, &body.steps).await?;
    files::link(tx, post, &body.files).await
}

/// Notes what a text names; what is noted already stays as it is.
pub(super) async fn insert_links(
    tx: &Tx,
    post: PostId,
    quotes: &[PostId],
    mentions: &[MemberId],
    cities: &[CityId],
) -> Result<(), Fault> {
    let (conn, once) = (tx.conn(), || OnConflict::new().do_nothing().to_owned());
    let of = Set(post);
    if !quotes.is_empty() {
        let row =
            |id: &PostId| links::quotes::ActiveModel { post_id: of.clone(), source_id: Set(*id) };
        let rows = links::quotes::Entity::insert_many(quotes.iter().map(row));
        rows.on_conflict(once()).exec_without_returning(&conn).await?;
    }
    if !mentions.is_empty() {
        let row = |id: &MemberId| links::mentions::ActiveModel {
            post_id: of.clone(),
            member_id: Set(*id),
        };
        let rows = links::mentions::Entity::insert_many(mentions.iter().map(row));
        rows.on_conflict(once()).exec_without_returning(&conn).await?;
    }
    if !cities.is_empty() {
        let row =
            |id: &CityId| links::cities::ActiveModel { post_id: of.clone(), city_id: Set(*id) };
        let rows = links::cities::Entity::insert_many(cities.iter().map(row));
        rows.on_conflict(once()).exec_without_returning(&conn).await?;
    }
    Ok(())
}

/// Stores an event of the thread's stream: ids alone.
pub(crate) fn announce(
    tx: &mut Tx,
    thread: ThreadId,
    seq: i64,
    kind: &'static str,
    post: PostId,
    number: Option<i32>,
) {
    let at = tx.now();
    let data = json!({ "post": post, "number": number });
    tx.announce(Announcement {
        topic: format!("thread:{thread}"),
        seq,
        kind: kind.into(),
        at,
        data,
    });
}
