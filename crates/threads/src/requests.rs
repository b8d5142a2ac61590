//! Questions that nobody has answered are put before people who know: after three days, up to five
//! of them, of both sides, each once, with the reason why just they are asked.
//!
//! **Nobody is asked more than twice in seven days, whoever asks:** the pace of a member is one row,
//! which lets a request through in the statement that counts it.
//! **Who is asked says so himself:** he answers, passes it on to one member, or lets it go.

mod choice;
mod due;
mod whom;

use std::time::Duration;

use sea_orm::FromQueryResult;
use stoa_kernel::db::{marks, rows};
use stoa_kernel::ids::{MemberId, PostId, ThreadId};
use stoa_kernel::{Actor, Fault, Reads, Time, Tx};
use stoa_policy::{Action, Standing};

use crate::events::AnswerAsked;
use crate::model::{Direction, State, enumeration};
use crate::store::{threads as table, unknown};
use crate::threads;

pub use choice::{Asked, Choosing};
pub use due::{Sought, due, settled};
pub use whom::{Candidate, candidates, deaf, free};

/// How long a question waits for an answer before others are asked.
pub const AFTER: Duration = Duration::from_secs(72 * 3600);
/// Questions older than that are left alone: a program that was away, or is new here, does not ask
/// about the past; and who did not answer in a month will not.
pub const NOT_AFTER: Duration = Duration::from_secs(30 * 86_400);
/// How many people a question is put before.
pub const MOST: usize = 5;
/// In how long nobody is asked more than twice.
const PACE: Duration = Duration::from_secs(7 * 86_400);
/// Values in one statement.
const CHUNK: usize = 500;

enumeration! {
    /// Why just this member is asked, the best reason first.
    Reason {
        /// He answered questions on the theme.
        Answered = "answered",
        /// His city offers something on the theme.
        Offered = "offered",
        /// He did such a thing: wrote of it, tried it, or his city uses it.
        Practised = "practised",
        /// He follows the theme.
        Follows = "follows",
        /// He answered other questions in the space.
        Near = "near",
        /// Somebody who was asked passed it on to him.
        Passed = "passed",
    }
}

enumeration! {
    /// What became of a request, where it was not answered by a reply.
    Outcome {
        /// Passed on to somebody.
        Passed = "passed",
        /// Let go.
        Declined = "declined",
    }
}

/// A question put before a member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// The question.
    pub thread: ThreadId,
    /// Why just he is asked.
    pub reason: Reason,
    /// The slug of the theme that it is about.
    pub theme: Option<String>,
    /// The thread in which he answered, offered or told; he may no longer see it.
    pub because: Option<ThreadId>,
    /// Who passed it on.
    pub passed_by: Option<MemberId>,
    /// When.
    pub asked_at: Time,
    /// What he said, where he did not answer.
    pub outcome: Option<Outcome>,
}

/// Somebody to be asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewRequest {
    /// Who.
    pub member: MemberId,
    /// On which side he stands.
    pub side: Direction,
    /// Why he.
    pub reason: Reason,
    /// The theme.
    pub theme: Option<String>,
    /// The thread that shows it.
    pub because: Option<ThreadId>,
}

/// Puts a question before people, and answers whether before all of them. Who was asked twice in the
/// last seven days meanwhile is left out; and nobody is asked where it was answered since, or put
/// before others, for whom then nobody counted.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn ask(tx: &mut Tx, sought: &Sought, people: &[NewRequest]) -> Result<bool, Fault> {
    let thread = sought.thread;
    match table::still_there(tx, thread).await {
        Err(Fault::Conflict(_)) => return Ok(false),
        other => other?,
    }
    let before = due::asked(tx, &[thread]).await?.len();
    if before != sought.asked.len() || waiting(tx, thread).await?.is_none() {
        return Ok(false);
    }
    let mut all = true;
    for one in people {
        all &= put(tx, thread, one, None).await?;
    }
    Ok(all)
}

async fn put(
    tx: &mut Tx,
    thread: ThreadId,
    one: &NewRequest,
    by: Option<MemberId>,
) -> Result<bool, Fault> {
    let known = "SELECT member_id AS id FROM answer_requests WHERE thread_id = ? AND member_id = ?";
    let known: Vec<Id> = rows(tx, known, vec![thread.into(), one.member.into()]).await?;
    if !known.is_empty() || !counted(tx, one.member).await? {
        return Ok(false);
    }
    let sql = "INSERT INTO answer_requests (thread_id, member_id, side, reason, theme, \
               because_id, passed_by, asked_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
    let values = vec![
        thread.into(),
        one.member.into(),
        one.side.name().into(),
        one.reason.name().into(),
        one.theme.clone().into(),
        one.because.into(),
        by.into(),
        tx.now().into(),
    ];
    tx.run(sql, values).await?;
    tx.emit(&AnswerAsked { thread, member: one.member, by })?;
    Ok(true)
}

/// Counts one more request to a member, unless there were two in the last seven days.
async fn counted(tx: &mut Tx, member: MemberId) -> Result<bool, Fault> {
    let sql = "INSERT INTO answer_paces (member_id, last_at, before_at) VALUES (?, ?, NULL) \
               ON CONFLICT (member_id) DO UPDATE SET before_at = answer_paces.last_at, \
               last_at = excluded.last_at \
               WHERE answer_paces.before_at IS NULL OR answer_paces.before_at <= ?";
    let (now, early) = (tx.now(), tx.now().minus(PACE));
    let done = tx.run(sql, vec![member.into(), now.into(), early.into()]).await?;
    Ok(done.rows_affected() > 0)
}

#[derive(FromQueryResult)]
struct Id {
    id: MemberId,
}

/// Those of these people who were asked twice in the last seven days.
async fn busy(db: &impl Reads, people: &[MemberId]) -> Result<Vec<MemberId>, Fault> {
    paced(db, people, "before_at", PACE).await
}

/// Those of these people who were asked anything within that time.
async fn asked_since(
    db: &impl Reads,
    people: &[MemberId],
    span: Duration,
) -> Result<Vec<MemberId>, Fault> {
    paced(db, people, "last_at", span).await
}

async fn paced(
    db: &impl Reads,
    people: &[MemberId],
    column: &str,
    span: Duration,
) -> Result<Vec<MemberId>, Fault> {
    let mut all = Vec::new();
    for some in people.chunks(CHUNK) {
        let sql = format!(
            "SELECT member_id AS id FROM answer_paces WHERE {column} > ? AND member_id IN ({})",
            marks(some.len())
        );
        let early = db.now().minus(span);
        let values = std::iter::once(early.into()).chain(some.iter().map(|id| (*id).into()));
        let found: Vec<Id> = rows(db, &sql, values.collect()).await?;
        all.extend(found.into_iter().map(|row| row.id));
    }
    Ok(all)
}

/// Lets a request go: somebody else may know.
///
/// # Errors
/// [`Fault::NotFound`] for who was not asked, [`Fault::Conflict`] where it was passed on or let go.
pub async fn decline(tx: &mut Tx, actor: &Actor, thread: ThreadId) -> Result<(), Fault> {
    let me = actor.signed_in()?;
    open(tx, actor, thread).await?;
    ended(tx, me, thread, Outcome::Declined).await
}

/// Passes a request on to one member, who must be able to reply there; that he wants to be asked is
/// the caller's to check.
///
/// # Errors
/// As [`decline`]; [`Fault::Invalid`] in field `to` for oneself, who asked the question, who was
/// asked already and who was asked twice in seven days.
pub async fn pass_on(
    tx: &mut Tx,
    actor: &Actor,
    thread: ThreadId,
    to: MemberId,
    side: Direction,
) -> Result<(), Fault> {
    let me = actor.signed_in()?;
    let request = open(tx, actor, thread).await?;
    table::still_there(tx, thread).await?;
    let place = threads::facts(tx, actor, thread).await?;
    if waiting(tx, thread).await?.is_none() {
        return Err(Fault::Conflict("threads-request-answered"));
    }
    if to == me || to == place.author {
        return Err(Fault::invalid("to", "threads-request-not-him"));
    }
    let (reason, theme) = (Reason::Passed, request.theme);
    let new = NewRequest { member: to, side, reason, theme, because: None };
    if !put(tx, thread, &new, Some(me)).await? {
        return Err(Fault::invalid("to", "threads-request-busy"));
    }
    ended(tx, me, thread, Outcome::Passed).await
}

/// Whether a member can be asked to reply in a thread: he sees it, and what he writes there needs
/// nobody's approval first for want of standing.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn may_be_asked(db: &impl Reads, who: &Actor, thread: ThreadId) -> Result<bool, Fault> {
    let place = match threads::facts(db, who, thread).await {
        Ok(place) => place,
        Err(Fault::NotFound) => return Ok(false),
        Err(fault) => return Err(fault),
    };
    let reply = Action::Reply { space: place.facts, closed: place.closed };
    let member = who.who_in(place.space).standing == Standing::Member;
    Ok(member && who.may_in(place.space, reply).is_ok())
}

/// The request that waits for the actor.
///
/// # Errors
/// As [`decline`].
pub async fn open(db: &impl Reads, actor: &Actor, thread: ThreadId) -> Result<Request, Fault> {
    threads::facts(db, actor, thread).await?;
    match request(db, actor, thread).await? {
        Some(request) if request.outcome.is_none() => Ok(request),
        Some(_) => Err(Fault::Conflict("threads-request-over")),
        None => Err(Fault::NotFound),
    }
}

async fn ended(tx: &Tx, me: MemberId, thread: ThreadId, outcome: Outcome) -> Result<(), Fault> {
    let sql = "UPDATE answer_requests SET answer = ? WHERE thread_id = ? AND member_id = ? \
               AND answer IS NULL";
    let values = vec![outcome.name().into(), thread.into(), me.into()];
    match tx.run(sql, values).await?.rows_affected() {
        0 => Err(Fault::Conflict("threads-request-over")),
        _ => Ok(()),
    }
}

#[derive(FromQueryResult)]
struct Row {
    thread_id: ThreadId,
    reason: String,
    theme: Option<String>,
    because_id: Option<ThreadId>,
    passed_by: Option<MemberId>,
    asked_at: Time,
    answer: Option<String>,
}

impl Row {
    fn request(self) -> Result<Request, Fault> {
        let outcome = |name: &String| Outcome::parse(name).ok_or_else(|| unknown("answer", name));
        Ok(Request {
            thread: self.thread_id,
            reason: Reason::parse(&self.reason).ok_or_else(|| unknown("reason", &self.reason))?,
            theme: self.theme,
            because: self.because_id,
            passed_by: self.passed_by,
            asked_at: self.asked_at,
            outcome: self.answer.as_ref().map(outcome).transpose()?,
        })
    }
}

/// The request to the actor to answer in a thread, if there is one.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn request(
    db: &impl Reads,
    actor: &Actor,
    thread: ThreadId,
) -> Result<Option<Request>, Fault> {
    Ok(requests(db, actor, &[thread]).await?.pop())
}

/// The requests to the actor to answer in these threads.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn requests(
    db: &impl Reads,
    actor: &Actor,
    threads: &[ThreadId],
) -> Result<Vec<Request>, Fault> {
    let Some(me) = actor.id().filter(|_| !threads.is_empty()) else { return Ok(Vec::new()) };
    let sql = format!(
        "SELECT thread_id, reason, theme, because_id, passed_by, asked_at, answer \
         FROM answer_requests WHERE member_id = ? AND thread_id IN ({})",
        marks(threads.len())
    );
    let values = std::iter::once(me.into()).chain(threads.iter().map(|id| (*id).into()));
    let found: Vec<Row> = rows(db, &sql, values.collect()).await?;
    found.into_iter().map(Row::request).collect()
}

#[derive(FromQueryResult)]
struct Opening {
    id: PostId,
}

/// The opening post of a question that waits for its first answer still.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn waiting(db: &impl Reads, thread: ThreadId) -> Result<Option<PostId>, Fault> {
    let sql = format!(
        "SELECT p.id FROM posts p JOIN threads t ON t.id = p.thread_id \
         WHERE t.id = ? AND p.number = 1 AND {}",
        due::WAITING
    );
    let values = vec![thread.into(), State::Published.name().into()];
    let found: Vec<Opening> = rows(db, &sql, values).await?;
    Ok(found.first().map(|row| row.id))
}
