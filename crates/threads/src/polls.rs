//! Polls: members choose one of the options that a post lists, may say why in a reply, and change
//! their minds until the poll closes; its author writes what came of it.
//!
//! The options stand in the post's text and are read out of it by the caller, who knows texts:
//! their number and their *ballot*, which tells this list from another. **A vote counts for the
//! ballot it was given for**: where the options are changed, everybody votes anew. Nobody is shown
//! who voted for what; who writes a reason says it himself.

use std::collections::HashMap;

use sea_orm::FromQueryResult;
use stoa_kernel::db::{marks, rows};
use stoa_kernel::ids::{CityId, MemberId, PostId, ThreadId};
use stoa_kernel::{Actor, Fault, Reads, Time, Tx, secret};
use stoa_policy::{Action, Standing};

use crate::events::PollClosed;
use crate::model::{PostFacts, State, ahead};
use crate::posts::{announce, facts, keeps, locked};
use crate::store::threads;

/// How many options a poll has at most.
pub const MOST: usize = 12;

/// The options of a post as its text lists them now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ballot {
    /// How many; 2 to [`MOST`].
    pub options: usize,
    mark: String,
}

impl Ballot {
    /// A list of options by its number and its text; `None` for fewer than two or more than
    /// [`MOST`].
    #[must_use]
    pub fn of(options: usize, text: &str) -> Option<Self> {
        (2..=MOST).contains(&options).then(|| Self { options, mark: secret::hash(text) })
    }

    /// What tells this list from another; a form sends back the one that its reader saw.
    #[must_use]
    pub fn mark(&self) -> &str {
        &self.mark
    }
}

/// A vote about to be given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vote {
    /// In which poll.
    pub post: PostId,
    /// The list of options, as the text has it.
    pub ballot: Ballot,
    /// The version of the text it was read from: it is still the same, or nobody votes.
    pub version: i32,
    /// Which option, from 0.
    pub choice: usize,
    /// The city the voter speaks for.
    pub city: Option<CityId>,
    /// The reply that says why; none leaves the one given before.
    pub reason: Option<PostId>,
}

/// Votes for an option, changing an earlier vote.
///
/// # Errors
/// [`Fault::NotFound`] where the post is not there for the actor, [`Fault::Forbidden`] for who may
/// not judge texts there and for newcomers, [`Fault::Invalid`] in field `choice` for none of the options,
/// [`Fault::Conflict`] when the poll is closed or its text has changed.
pub async fn vote(tx: &mut Tx, actor: &Actor, vote: &Vote) -> Result<(), Fault> {
    let me = actor.signed_in()?;
    if vote.choice >= vote.ballot.options {
        return Err(Fault::invalid("choice", "threads-poll-choose"));
    }
    open(tx, actor, vote.post).await?;
    // Kept until the transaction ends, so that nobody votes while it closes.
    let version = locked(tx, vote.post).await?.version;
    let found = open(tx, actor, vote.post).await?;
    if version != vote.version {
        return Err(Fault::Conflict("threads-poll-changed"));
    }
    let sql = "INSERT INTO poll_votes \
                 (post_id, member_id, ballot, choice, city_id, reason_id, voted_at) \
               VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (post_id, member_id) DO UPDATE SET \
                 ballot = excluded.ballot, choice = excluded.choice, city_id = excluded.city_id, \
                 reason_id = COALESCE(excluded.reason_id, poll_votes.reason_id), \
                 voted_at = excluded.voted_at";
    let choice = i32::try_from(vote.choice).map_err(Fault::broken)?;
    let values = vec![
        vote.post.into(),
        me.into(),
        vote.ballot.mark.clone().into(),
        choice.into(),
        vote.city.into(),
        vote.reason.into(),
        tx.now().into(),
    ];
    tx.run(sql, values).await?;
    told(tx, &found).await
}

/// Takes a vote back; without one nothing changes.
///
/// # Errors
/// As [`vote`].
pub async fn unvote(tx: &mut Tx, actor: &Actor, post: PostId) -> Result<(), Fault> {
    let me = actor.signed_in()?;
    // Guarded first: who may not vote does not wait for the lock.
    open(tx, actor, post).await?;
    locked(tx, post).await?;
    let found = open(tx, actor, post).await?;
    let sql = "DELETE FROM poll_votes WHERE post_id = ? AND member_id = ?";
    tx.run(sql, vec![post.into(), me.into()]).await?;
    told(tx, &found).await
}

/// The post, where the actor may vote on it now.
///
/// # Errors
/// As [`vote`].
pub async fn open(db: &impl Reads, actor: &Actor, post: PostId) -> Result<PostFacts, Fault> {
    let found = facts(db, actor, post).await?;
    actor.may_in(found.place.space, Action::MarkUseful { own: false })?;
    // Else accounts made for the day would decide.
    if actor.standing() == Standing::Newcomer {
        return Err(Fault::Forbidden("threads-poll-newcomer"));
    }
    if found.state != State::Published {
        return Err(Fault::Conflict("threads-post-gone"));
    }
    let over = row(db, post).await?.is_some_and(|row| row.over(db.now()));
    if over || found.place.closed {
        return Err(Fault::Conflict("threads-poll-closed"));
    }
    Ok(found)
}

/// The same mark as for useful texts: pages read what stands there now.
async fn told(tx: &mut Tx, found: &PostFacts) -> Result<(), Fault> {
    let raised = threads::step(tx, found.place.thread).await?;
    announce(tx, found.place.thread, raised.seq, "post.marked", found.post, found.number);
    Ok(())
}

#[derive(Clone, Debug, FromQueryResult)]
struct Row {
    post_id: PostId,
    closes_at: Option<Time>,
    closed_at: Option<Time>,
    outcome_id: Option<PostId>,
}

impl Row {
    fn over(&self, now: Time) -> bool {
        self.closed_at.is_some() || self.closes_at.is_some_and(|at| at <= now)
    }
}

async fn row(db: &impl Reads, post: PostId) -> Result<Option<Row>, Fault> {
    let sql = "SELECT post_id, closes_at, closed_at, outcome_id FROM polls WHERE post_id = ?";
    Ok(rows(db, sql, vec![post.into()]).await?.into_iter().next())
}

/// The post, where the actor keeps its poll: its author, and the space's moderators.
///
/// # Errors
/// [`Fault::NotFound`], [`Fault::Forbidden`]; [`Fault::Conflict`] when it does not stand.
pub async fn kept(db: &impl Reads, actor: &Actor, post: PostId) -> Result<PostFacts, Fault> {
    let found = facts(db, actor, post).await?;
    keeps(actor, &found)?;
    match found.state {
        State::Published => Ok(found),
        _ => Err(Fault::Conflict("threads-post-gone")),
    }
}

/// Lets a poll close at a moment to come; `None` leaves it open until its outcome is written.
///
/// # Errors
/// As [`kept`]; [`Fault::Invalid`] in field `at` for a moment that is past or too far,
/// [`Fault::Conflict`] when it is closed.
pub async fn close_at(
    tx: &mut Tx,
    actor: &Actor,
    post: PostId,
    at: Option<Time>,
) -> Result<(), Fault> {
    let found = kept(tx, actor, post).await?;
    ahead(tx.now(), at, "at")?;
    if row(tx, post).await?.is_some_and(|row| row.over(tx.now())) {
        return Err(Fault::Conflict("threads-poll-closed"));
    }
    let sql = "INSERT INTO polls (post_id, closes_at) VALUES (?, ?) \
               ON CONFLICT (post_id) DO UPDATE SET closes_at = excluded.closes_at";
    tx.run(sql, vec![post.into(), at.into()]).await?;
    told(tx, &found).await
}

/// Closes a poll with the reply that says what came of it. A later outcome takes its place.
///
/// # Errors
/// As [`kept`]; [`Fault::Invalid`] in field `outcome` for a post of another thread.
pub async fn close(tx: &mut Tx, actor: &Actor, post: PostId, outcome: PostId) -> Result<(), Fault> {
    kept(tx, actor, post).await?;
    locked(tx, post).await?;
    let found = kept(tx, actor, post).await?;
    if facts(tx, actor, outcome).await?.place.thread != found.place.thread {
        return Err(Fault::invalid("outcome", "threads-reply-to-unknown"));
    }
    let sql = "INSERT INTO polls (post_id, closed_at, outcome_id) VALUES (?, ?, ?) \
               ON CONFLICT (post_id) DO UPDATE SET outcome_id = excluded.outcome_id, \
                 closed_at = COALESCE(polls.closed_at, excluded.closed_at)";
    tx.run(sql, vec![post.into(), tx.now().into(), outcome.into()]).await?;
    told(tx, &found).await
}

/// Votes for one option by people of one city.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count {
    /// Which option, from 0.
    pub choice: usize,
    /// The city they speak for.
    pub city: Option<CityId>,
    /// How many.
    pub votes: i64,
}

/// A poll as it stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Poll {
    /// When it closes by itself, or did.
    pub closes_at: Option<Time>,
    /// Nobody votes any more.
    pub over: bool,
    /// The reply that says what came of it.
    pub outcome: Option<PostId>,
    /// The votes for this ballot.
    pub counts: Vec<Count>,
    /// What the actor voted for on this ballot.
    pub mine: Option<usize>,
}

#[derive(FromQueryResult)]
struct CountRow {
    post_id: PostId,
    ballot: String,
    choice: i32,
    city_id: Option<CityId>,
    votes: i64,
}

#[derive(FromQueryResult)]
struct Mine {
    post_id: PostId,
    ballot: String,
    choice: i32,
}

/// The polls of these posts. Judges nobody: give posts whose texts the actor reads. Three
/// statements, none for no post.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn polls(
    db: &impl Reads,
    actor: &Actor,
    posts: &HashMap<PostId, Ballot>,
) -> Result<HashMap<PostId, Poll>, Fault> {
    if posts.is_empty() {
        return Ok(HashMap::new());
    }
    let mut found: HashMap<PostId, Poll> =
        posts.keys().map(|post| (*post, Poll::default())).collect();
    for row in settings(db, posts).await? {
        let poll = found.entry(row.post_id).or_default();
        poll.over = row.over(db.now());
        (poll.closes_at, poll.outcome) = (row.closes_at, row.outcome_id);
    }
    let same = |post: &PostId, mark: &str| posts.get(post).is_some_and(|b| b.mark == mark);
    for row in counts(db, posts).await? {
        if same(&row.post_id, &row.ballot) {
            let choice = usize::try_from(row.choice).unwrap_or(usize::MAX);
            let count = Count { choice, city: row.city_id, votes: row.votes };
            found.entry(row.post_id).or_default().counts.push(count);
        }
    }
    if let Some(me) = actor.id() {
        for row in own(db, me, posts).await? {
            let mine = usize::try_from(row.choice).ok().filter(|_| same(&row.post_id, &row.ballot));
            found.entry(row.post_id).or_default().mine = mine;
        }
    }
    Ok(found)
}

fn ids(posts: &HashMap<PostId, Ballot>) -> Vec<sea_orm::Value> {
    posts.keys().map(|post| (*post).into()).collect()
}

async fn settings(db: &impl Reads, posts: &HashMap<PostId, Ballot>) -> Result<Vec<Row>, Fault> {
    let sql = format!(
        "SELECT post_id, closes_at, closed_at, outcome_id FROM polls WHERE post_id IN ({})",
        marks(posts.len())
    );
    rows(db, &sql, ids(posts)).await
}

async fn counts(db: &impl Reads, posts: &HashMap<PostId, Ballot>) -> Result<Vec<CountRow>, Fault> {
    let sql = format!(
        "SELECT post_id, ballot, choice, city_id, COUNT(*) AS votes FROM poll_votes \
         WHERE post_id IN ({}) GROUP BY post_id, ballot, choice, city_id ORDER BY choice, city_id",
        marks(posts.len())
    );
    rows(db, &sql, ids(posts)).await
}

async fn own(
    db: &impl Reads,
    me: MemberId,
    posts: &HashMap<PostId, Ballot>,
) -> Result<Vec<Mine>, Fault> {
    let sql = format!(
        "SELECT post_id, ballot, choice FROM poll_votes WHERE post_id IN ({}) AND member_id = ?",
        marks(posts.len())
    );
    let values = ids(posts).into_iter().chain([me.into()]).collect();
    rows(db, &sql, values).await
}

#[derive(FromQueryResult)]
struct Due {
    post_id: PostId,
}

#[derive(FromQueryResult)]
struct There {
    thread_id: ThreadId,
    author_id: MemberId,
    number: Option<i32>,
}

/// Closes up to `most` polls whose moment has come, and lets their authors be told; answers how
/// many. That the moment has come is asked twice, for two processes that look at once.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn by_the_clock(tx: &mut Tx, most: i64) -> Result<usize, Fault> {
    let now = tx.now();
    let sql = "UPDATE polls SET closed_at = ? WHERE closed_at IS NULL AND closes_at <= ? \
               AND post_id IN (SELECT post_id FROM polls WHERE closed_at IS NULL \
                 AND closes_at <= ? ORDER BY closes_at LIMIT ?) \
               RETURNING post_id";
    let values = vec![now.into(), now.into(), now.into(), most.into()];
    let due: Vec<Due> = rows(tx, sql, values).await?;
    for one in &due {
        closed(tx, one.post_id).await?;
    }
    Ok(due.len())
}

async fn closed(tx: &mut Tx, post: PostId) -> Result<(), Fault> {
    let sql = "SELECT thread_id, author_id, number FROM posts WHERE id = ?";
    for there in rows::<There>(tx, sql, vec![post.into()]).await? {
        let raised = threads::step(tx, there.thread_id).await?;
        announce(tx, there.thread_id, raised.seq, "post.marked", post, there.number);
        tx.emit(&PollClosed { post, author: there.author_id })?;
    }
    Ok(())
}

#[cfg(test)]
mod tests;
