//! A private word: a thread whose readers are its people.
//!
//! Rules in prose. A conversation has two to eight people, named when it begins; nobody is added
//! later, so that what was said was said to these. Who is asked reads at once, and joins by
//! answering; who declines, or leaves, reads no more of it and does not come back. When nobody else
//! reads, nothing more can be said. Moderators see of it what was reported, and nothing else.

use sea_orm::sea_query::{Expr, ExprTrait, LockType, Order};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, FromQueryResult, IntoActiveModel,
    PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};
use serde_json::json;
use stoa_kernel::db::{marks, rows};
use stoa_kernel::ids::{MemberId, SpaceId, ThreadId};
use stoa_kernel::{Actor, Announcement, Cursor, Fault, Limit, Page, Reads, Screened, Time, Tx};
use stoa_policy::Action;

use crate::model::{
    Direction, NewThread, Opened, Place, Prepared, State, ThreadKind, Title, enumeration,
};
use crate::store::people::{self as table, Column as P};
use crate::store::rows::{ThreadRow, thread_query};
use crate::store::{self, threads as thread_rows, visible};
use crate::views::ThreadSummary;
use crate::{tending, threads};

/// How many people a conversation has at most, who begins it counted.
pub const MOST: usize = 8;
const LIST: &str = "conversations";

enumeration! {
    /// Where somebody stands in a conversation.
    Seat {
        /// Was asked, reads, and has not answered yet.
        Asked = "asked",
        /// Takes part.
        Joined = "joined",
        /// Did not want to.
        Declined = "declined",
        /// Took part, and does no more.
        Left = "left",
    }
}

impl Seat {
    /// The seats from which one reads.
    pub const READING: [Self; 2] = [Self::Asked, Self::Joined];

    /// Whether one reads from it.
    #[must_use]
    pub fn reads(self) -> bool {
        Self::READING.contains(&self)
    }
}

/// One of the people of a conversation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Person {
    /// Who.
    pub member: MemberId,
    /// Where he stands.
    pub seat: Seat,
    /// Since when.
    pub since: Time,
}

/// A conversation to be begun.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewConversation {
    /// What it is about.
    pub title: Title,
    /// With whom; the actor may be left out.
    pub to: Vec<MemberId>,
    /// What is said first.
    pub body: Prepared,
}

/// Begins a conversation.
///
/// # Errors
/// [`Fault::Forbidden`] for newcomers and who may not write, [`Fault::Invalid`] in field `to` for
/// nobody or for more than [`MOST`], and where somebody blocks the actor or is blocked by him.
pub async fn open(
    tx: &mut Tx,
    actor: &Actor,
    screened: Screened,
    new: &NewConversation,
) -> Result<Opened, Fault> {
    let me = actor.signed_in()?;
    actor.may(Action::Converse)?;
    let to = others(me, &new.to)?;
    if !apart(tx, me, &to).await?.is_empty() {
        return Err(Fault::invalid("to", "threads-conversation-apart"));
    }
    let thread = NewThread {
        space: SpaceId::CONVERSATIONS,
        kind: ThreadKind::Conversation,
        title: new.title.clone(),
        language: new.body.language.clone(),
        themes: Vec::new(),
        city: None,
        direction: Direction::Neither,
        body: new.body.clone(),
    };
    let opened = threads::begin(tx, me, &thread, &[], screened.hold()).await?;
    if let Opened::Published { thread, .. } = opened {
        seat(tx, thread, me, &to).await?;
    }
    Ok(opened)
}

/// Who is meant, each once and without the actor.
///
/// # Errors
/// [`Fault::Invalid`] in field `to` for nobody or too many.
pub fn others(me: MemberId, to: &[MemberId]) -> Result<Vec<MemberId>, Fault> {
    let mut others: Vec<MemberId> = to.iter().copied().filter(|one| *one != me).collect();
    others.sort_unstable();
    others.dedup();
    match others.len() {
        0 => Err(Fault::invalid("to", "threads-conversation-nobody")),
        n if n >= MOST => Err(Fault::invalid("to", "threads-conversation-many")),
        _ => Ok(others),
    }
}

async fn seat(tx: &Tx, thread: ThreadId, me: MemberId, to: &[MemberId]) -> Result<(), Fault> {
    let row = |member, seat: Seat| table::ActiveModel {
        thread_id: Set(thread),
        member_id: Set(member),
        state: Set(seat.name().to_owned()),
        since: Set(tx.now()),
    };
    let asked = to.iter().map(|member| row(*member, Seat::Asked));
    let all = std::iter::once(row(me, Seat::Joined)).chain(asked);
    table::Entity::insert_many(all).exec_without_returning(&tx.conn()).await?;
    Ok(())
}

#[derive(FromQueryResult)]
struct Member {
    id: MemberId,
}

/// Those of these people who block the actor, or whom he blocks.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn apart(db: &impl Reads, me: MemberId, to: &[MemberId]) -> Result<Vec<MemberId>, Fault> {
    if to.is_empty() {
        return Ok(Vec::new());
    }
    let some = marks(to.len());
    let sql = format!(
        "SELECT member_id AS id FROM subscriptions WHERE target = 'person' AND level = 'blocked' \
         AND target_id = ? AND member_id IN ({some}) \
         UNION SELECT target_id AS id FROM subscriptions WHERE target = 'person' \
         AND level = 'blocked' AND member_id = ? AND target_id IN ({some})"
    );
    let named = || to.iter().map(|one| (*one).into());
    let values = std::iter::once(me.into()).chain(named());
    let values = values.chain(std::iter::once(me.into())).chain(named()).collect();
    Ok(rows::<Member>(db, &sql, values).await?.into_iter().map(|row| row.id).collect())
}

/// Who answers joins; to nobody nothing can be said. Nothing to do in threads of spaces.
///
/// # Errors
/// [`Fault::Conflict`] where nobody else reads.
pub(crate) async fn answers(tx: &mut Tx, me: MemberId, place: &Place) -> Result<(), Fault> {
    if place.space != SpaceId::CONVERSATIONS {
        return Ok(());
    }
    if readers(tx, place.thread).await?.iter().all(|one| *one == me) {
        return Err(Fault::Conflict("threads-conversation-alone"));
    }
    let sql = "UPDATE conversation_members SET state = 'joined', since = ? \
               WHERE thread_id = ? AND member_id = ? AND state = 'asked'";
    tx.run(sql, vec![tx.now().into(), place.thread.into(), me.into()]).await.map(|_| ())
}

/// Joins, declines or leaves a conversation; answers whether that changed anything.
///
/// # Errors
/// [`Fault::NotFound`] where the actor reads none, [`Fault::Conflict`] for who would decline what
/// he takes part in, or leave what he was only asked to; [`Fault::Invalid`] in field `seat` for
/// [`Seat::Asked`].
pub async fn answer(
    tx: &mut Tx,
    actor: &Actor,
    thread: ThreadId,
    wanted: Seat,
) -> Result<bool, Fault> {
    let me = actor.signed_in()?;
    let find = table::Entity::find_by_id((thread, me)).lock(LockType::Update);
    let row = find.one(&tx.conn()).await?.ok_or(Fault::NotFound)?;
    let now = parse(&row.state)?;
    match (now, wanted) {
        (Seat::Declined | Seat::Left, _) => return Err(Fault::NotFound),
        (_, Seat::Asked) => return Err(Fault::invalid("seat", "threads-conversation-seat")),
        (Seat::Joined, Seat::Joined) => return Ok(false),
        (Seat::Asked, Seat::Joined | Seat::Declined) | (Seat::Joined, Seat::Left) => {}
        (Seat::Asked, Seat::Left) | (Seat::Joined, Seat::Declined) => {
            return Err(Fault::Conflict("threads-conversation-moved-on"));
        }
    }
    let mut row = row.into_active_model();
    row.state = Set(wanted.name().to_owned());
    row.since = Set(tx.now());
    row.update(&tx.conn()).await?;
    if !wanted.reads() {
        let at = tx.now();
        tx.announce(Announcement::rights(json!({ "member": me }), at));
    }
    tending::told(tx, thread, "thread.people").await?;
    Ok(true)
}

fn parse(name: &str) -> Result<Seat, Fault> {
    Seat::parse(name).ok_or_else(|| store::unknown("seat", name))
}

/// The people of a conversation that the actor takes part in, who began it first; nobody for
/// another thread.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn people(
    db: &impl Reads,
    actor: &Actor,
    thread: ThreadId,
) -> Result<Vec<Person>, Fault> {
    let all = of(db, &[thread]).await?;
    let here = |one: &(ThreadId, Person)| actor.is(one.1.member) && one.1.seat.reads();
    let reads = all.iter().any(here);
    Ok(all.into_iter().filter(|_| reads).map(|(_, person)| person).collect())
}

async fn of(db: &impl Reads, threads: &[ThreadId]) -> Result<Vec<(ThreadId, Person)>, Fault> {
    let find = table::Entity::find()
        .filter(P::ThreadId.is_in(threads.iter().copied()))
        .order_by_asc(P::Since)
        .order_by_asc(P::MemberId);
    let found = find.all(&db.conn()).await?;
    let person = |row: table::Model| {
        let seat = parse(&row.state)?;
        Ok((row.thread_id, Person { member: row.member_id, seat, since: row.since }))
    };
    found.into_iter().map(person).collect()
}

/// Everybody who reads a conversation, for those who decide whom to tell. Judges nobody.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn readers(db: &impl Reads, thread: ThreadId) -> Result<Vec<MemberId>, Fault> {
    let all = of(db, &[thread]).await?;
    let reading = all.into_iter().filter(|(_, person)| person.seat.reads());
    Ok(reading.map(|(_, person)| person.member).collect())
}

/// A conversation in the list.
#[derive(Clone, Debug, PartialEq)]
pub struct Conversation {
    /// Its thread.
    pub thread: ThreadSummary,
    /// Its people.
    pub people: Vec<Person>,
}

impl Conversation {
    /// Where a member stands in it.
    #[must_use]
    pub fn seat(&self, member: MemberId) -> Option<Seat> {
        self.people.iter().find(|one| one.member == member).map(|one| one.seat)
    }
}

/// The conversations that the actor takes part in, the last written first.
///
/// # Errors
/// [`Fault::Forbidden`] for guests, [`Fault::Invalid`] for a cursor of another list.
pub async fn list(
    db: &impl Reads,
    actor: &Actor,
    limit: Limit,
    cursor: Option<&str>,
) -> Result<Page<Conversation>, Fault> {
    actor.signed_in()?;
    let after = cursor.map(|cursor| Cursor::decode::<(i64, ThreadId)>(LIST, cursor)).transpose()?;
    let (last, id) = (thread_rows::Column::LastPostAt, thread_rows::Column::Id);
    let mut query = thread_query(actor);
    query
        .cond_where(visible::conversations(actor))
        .cond_where(visible::threads(actor))
        .order_by(last.as_column_ref(), Order::Desc)
        .order_by(id.as_column_ref(), Order::Desc)
        .limit(limit.get() + 1);
    if let Some((time, thread)) = after {
        let place = Expr::tuple([store::rows::at(last), store::rows::at(id)]);
        query.and_where(place.lt(Expr::tuple([Time(time).into(), thread.into()])));
    }
    let found = store::all::<ThreadRow>(db, &query).await?;
    let page = Page::cut(found, limit, LIST, |row: &ThreadRow| (row.last_post_at.0, row.id));
    let ids: Vec<ThreadId> = page.items.iter().map(|row| row.id).collect();
    let mut people = of(db, &ids).await?;
    let summaries = crate::views::summaries(db, actor, &page.items).await?;
    let items = summaries.into_iter().map(|thread| {
        let (here, rest) = people.drain(..).partition(|(id, _)| *id == thread.id);
        people = rest;
        Conversation { people: only(here), thread }
    });
    Ok(Page { items: items.collect(), next: page.next })
}

fn only(found: Vec<(ThreadId, Person)>) -> Vec<Person> {
    found.into_iter().map(|(_, person)| person).collect()
}

/// In how many conversations the actor was asked and has not answered.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn asked(db: &impl Reads, actor: &Actor) -> Result<u64, Fault> {
    let Some(me) = actor.id() else { return Ok(0) };
    let find =
        table::Entity::find().filter(P::MemberId.eq(me)).filter(P::State.eq(Seat::Asked.name()));
    Ok(find.count(&db.conn()).await?)
}

#[derive(FromQueryResult)]
struct Thread {
    id: ThreadId,
}

/// Conversations that nobody reads any more, up to `most`: their texts are to be gone. Those with a
/// reported post stay for who decides about it.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub(crate) async fn unread_by_all(tx: &Tx, most: i64) -> Result<Vec<ThreadId>, Fault> {
    let sql = "SELECT t.id FROM threads t WHERE t.space_id = ? AND t.state <> ? \
               AND NOT EXISTS (SELECT 1 FROM conversation_members c WHERE c.thread_id = t.id \
                 AND c.state IN ('asked', 'joined')) \
               AND NOT EXISTS (SELECT 1 FROM posts p WHERE p.thread_id = t.id \
                 AND p.reported_at IS NOT NULL AND p.markdown <> '') ORDER BY t.id LIMIT ?";
    let gone = State::Deleted.name();
    let values = vec![SpaceId::CONVERSATIONS.into(), gone.into(), most.into()];
    Ok(rows::<Thread>(tx, sql, values).await?.into_iter().map(|row| row.id).collect())
}
