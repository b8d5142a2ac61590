//! The queue of letters: one row per member and event, one job per letter.
//!
//! A letter waits until it is due, is *sealed* (from then on its contents stay
//! the same), sent, and marked as sent in a transaction of its own. **A crash
//! between sending and marking repeats at most that one letter, with the same
//! `Message-ID`, because the id is the row's.**

use std::time::Duration;

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ActiveValue::Set, PaginatorTrait, QueryOrder, QuerySelect, TryInsertResult};
use serde_json::json;
use stoa_kernel::ids::{LetterId, MemberId, ThreadId};
use stoa_kernel::outbox::NewJob;
use stoa_kernel::{Fault, Reads, Time, Tx};

use crate::model::{LetterKind, NewLetter, Sealed, Told, Why};
use crate::store::{json as from_json, letters as table, notices, text, unknown};

/// The kind of the job that sends one letter; its payload is `{"letter": ID}`.
pub const SEND: &str = "mail.send";

const WAITING: &str = "waiting";
const SENDING: &str = "sending";
const SENT: &str = "sent";
const VOID: &str = "void";
const DEAD: &str = "dead";

/// How fast notices become letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pace {
    /// How long a notice waits for others of its thread; zero sends each at once.
    pub bundle: Duration,
    /// How many letters about posts a member gets within a day; what is beyond comes in one
    /// letter at the end of that day. `None` lifts the limit.
    pub a_day: Option<u64>,
}

const DAY: Duration = Duration::from_secs(86_400);

/// Leaves a letter and its job; `None` when this member has the letter for this event already.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn queue(tx: &mut Tx, letter: &NewLetter) -> Result<Option<LetterId>, Fault> {
    let id: LetterId = tx.new_id();
    let row = table::ActiveModel {
        id: Set(id),
        member_id: Set(letter.member),
        kind: Set(letter.kind.name().to_owned()),
        event_key: Set(letter.event_key.clone()),
        thread_id: Set(letter.thread),
        payload: Set(text(&letter.payload)?),
        state: Set(WAITING.to_owned()),
        note: Set(None),
        created_at: Set(tx.now()),
        sealed_at: Set(None),
        sent_at: Set(None),
    };
    let key = [table::Column::MemberId, table::Column::EventKey];
    let insert = table::Entity::insert(row).on_conflict_do_nothing_on(key);
    let done = insert.exec_without_returning(&tx.conn()).await?;
    if !matches!(done, TryInsertResult::Inserted(1..)) {
        return Ok(None);
    }
    tx.enqueue(NewJob {
        kind: SEND,
        payload: json!({ "letter": id }),
        dedupe: Some(format!("{SEND}:{id}")),
        run_at: letter.send_at,
        urgency: letter.kind.urgency(),
    });
    Ok(Some(id))
}

/// The letter into which a notice about a post goes: the one that still waits for this thread,
/// or a new one.
pub(crate) async fn bundle(
    tx: &mut Tx,
    letter: NewLetter,
    pace: &Pace,
) -> Result<Option<LetterId>, Fault> {
    let full = over_the_day(tx, letter.member, pace).await?;
    let thread = letter.thread.filter(|_| !full);
    let joins = full || !pace.bundle.is_zero();
    if joins && let Some(open) = open(tx, letter.member, thread).await? {
        return Ok(Some(open));
    }
    let wait = if full { DAY } else { pace.bundle };
    let send_at = tx.now().plus(wait);
    queue(tx, &NewLetter { thread, send_at, ..letter }).await
}

async fn over_the_day(tx: &Tx, member: MemberId, pace: &Pace) -> Result<bool, Fault> {
    let Some(most) = pace.a_day else {
        return Ok(false);
    };
    let since = tx.now().minus(DAY);
    let recent = table::Entity::find()
        .filter(table::Column::MemberId.eq(member))
        .filter(table::Column::CreatedAt.gt(since))
        .filter(table::Column::Kind.is_in(of_posts()))
        .count(&tx.conn())
        .await?;
    Ok(recent >= most)
}

async fn open(
    tx: &Tx,
    member: MemberId,
    thread: Option<ThreadId>,
) -> Result<Option<LetterId>, Fault> {
    let of = match thread {
        Some(thread) => table::Column::ThreadId.eq(thread),
        None => table::Column::ThreadId.is_null(),
    };
    let found = table::Entity::find()
        .filter(table::Column::MemberId.eq(member))
        // As a literal: so only is the index of waiting letters of use to SQLite.
        .filter(Expr::col(table::Column::State).eq(Expr::Constant(WAITING.into())))
        .filter(table::Column::Kind.is_in(of_posts()))
        .filter(of)
        .order_by_asc(table::Column::CreatedAt)
        .lock_exclusive()
        .one(&tx.conn())
        .await?;
    Ok(found.map(|row| row.id))
}

fn of_posts() -> impl Iterator<Item = &'static str> {
    LetterKind::ALL.iter().filter(|kind| kind.tells_of_posts()).map(|kind| kind.name())
}

/// A letter taken for sending, or not.
#[derive(Clone, Debug, PartialEq)]
pub enum Taken {
    /// It is this caller's to send, for the lease.
    Mine(Box<Sealed>),
    /// Another caller took it a moment ago and may be sending it now.
    Busy(Time),
    /// It was sent, or will never be.
    Done,
}

/// Takes a letter for sending: what comes later goes into another. It belongs to the caller for
/// `lease`, which must be longer than its sending may take.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn seal(tx: &mut Tx, id: LetterId, lease: Duration) -> Result<Taken, Fault> {
    let row = table::Entity::find_by_id(id).lock_exclusive().one(&tx.conn()).await?;
    let Some(row) = row.filter(|row| matches!(row.state.as_str(), WAITING | SENDING)) else {
        return Ok(Taken::Done);
    };
    let free_at = row.sealed_at.map(|at| at.plus(lease));
    if let Some(free_at) = free_at.filter(|at| *at > tx.now()) {
        return Ok(Taken::Busy(free_at));
    }
    hold(tx, id, Some(tx.now())).await?;
    let tells = tells(tx, id).await?;
    let written = LetterKind::parse(&row.kind).ok_or_else(|| unknown("letter", &row.kind))?;
    let kind = strongest(&tells, written);
    let payload = from_json(&row.payload)?;
    let (member, thread, created_at) = (row.member_id, row.thread_id, row.created_at);
    Ok(Taken::Mine(Box::new(Sealed { id, member, kind, thread, payload, tells, created_at })))
}

/// Gives a letter back that the server did not take: it may be tried again at once.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away; the letter is then free after its lease.
pub async fn release(tx: &mut Tx, id: LetterId) -> Result<(), Fault> {
    hold(tx, id, None).await
}

async fn hold(tx: &Tx, id: LetterId, since: Option<Time>) -> Result<(), Fault> {
    table::Entity::update_many()
        .col_expr(table::Column::State, Expr::value(SENDING))
        .col_expr(table::Column::SealedAt, Expr::value(since))
        .filter(table::Column::Id.eq(id))
        .exec(&tx.conn())
        .await?;
    Ok(())
}

/// Being named goes before being answered, being answered before a thread one watches.
fn strongest(tells: &[Told], written: LetterKind) -> LetterKind {
    let first = tells.iter().map(|told| told.why).min();
    let opening = written == LetterKind::ThreadOpened;
    first.and_then(|why| why.letter(opening)).unwrap_or(written)
}

async fn tells(tx: &Tx, letter: LetterId) -> Result<Vec<Told>, Fault> {
    let rows = notices::Entity::find()
        .filter(notices::Column::LetterId.eq(letter))
        .order_by_asc(notices::Column::CreatedAt)
        .order_by_asc(notices::Column::Id)
        .all(&tx.conn())
        .await?;
    let told = |row: notices::Model| {
        let post = row.post_id?;
        let why = Why::parse(&row.kind)?;
        Some(Told { why, post, read: row.read_at.is_some() })
    };
    Ok(rows.into_iter().filter_map(told).collect())
}

/// Marks a letter as sent; done right after the sending, in a transaction of its own.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away: the letter may then go out once more, with
/// the same `Message-ID`.
pub async fn sent(tx: &mut Tx, id: LetterId) -> Result<(), Fault> {
    mark(tx, id, SENT, None).await
}

/// Lays a letter aside for good because there is nothing (more) to say; `why` is for the operator.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn void(tx: &mut Tx, id: LetterId, why: &str) -> Result<(), Fault> {
    mark(tx, id, VOID, Some(why)).await
}

/// Lays a letter aside for good because it was refused for good.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn refused(tx: &mut Tx, id: LetterId, why: &str) -> Result<(), Fault> {
    mark(tx, id, DEAD, Some(why)).await
}

async fn mark(tx: &Tx, id: LetterId, state: &str, note: Option<&str>) -> Result<(), Fault> {
    let sent_at: Option<Time> = (state == SENT).then(|| tx.now());
    let note = note.map(|text| text.chars().take(300).collect::<String>());
    table::Entity::update_many()
        .col_expr(table::Column::State, Expr::value(state))
        .col_expr(table::Column::Note, Expr::value(note))
        .col_expr(table::Column::SentAt, Expr::value(sent_at))
        .filter(table::Column::Id.eq(id))
        .exec(&tx.conn())
        .await?;
    Ok(())
}

/// Forgets letters that were dealt with before `before`.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn sweep(tx: &mut Tx, before: Time) -> Result<u64, Fault> {
    let done = table::Entity::delete_many()
        .filter(table::Column::State.is_in([SENT, VOID, DEAD]))
        .filter(table::Column::CreatedAt.lt(before))
        .exec(&tx.conn())
        .await?;
    Ok(done.rows_affected)
}

/// What an operator sees of the letters.
#[derive(Clone, Debug, PartialEq)]
pub struct LetterLine {
    /// Which.
    pub id: LetterId,
    /// To whom.
    pub member: MemberId,
    /// The kind's name.
    pub kind: String,
    /// `waiting`, `sending`, `sent`, `void` or `dead`.
    pub state: String,
    /// Why it is void or dead.
    pub note: Option<String>,
    /// When it was queued.
    pub created_at: Time,
    /// When it was sent.
    pub sent_at: Option<Time>,
}

/// A member's letters, newest first.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn of(db: &impl Reads, member: MemberId, most: u64) -> Result<Vec<LetterLine>, Fault> {
    let rows = table::Entity::find()
        .filter(table::Column::MemberId.eq(member))
        .order_by_desc(table::Column::CreatedAt)
        .order_by_desc(table::Column::Id)
        .limit(most)
        .all(&db.conn())
        .await?;
    Ok(rows.into_iter().map(line).collect())
}

fn line(row: table::Model) -> LetterLine {
    LetterLine {
        id: row.id,
        member: row.member_id,
        kind: row.kind,
        state: row.state,
        note: row.note,
        created_at: row.created_at,
        sent_at: row.sent_at,
    }
}

#[cfg(test)]
mod tests;
