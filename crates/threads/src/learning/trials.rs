//! "Did you try it? What happened?": asked once, ninety days after an answer was accepted, of who
//! asked the question. The answer is a press and, if wanted, a reply that stands under the answer.

use std::collections::HashMap;
use std::time::Duration;

use sea_orm::FromQueryResult;
use stoa_kernel::db::{marks, rows};
use stoa_kernel::ids::{MemberId, PostId, ThreadId};
use stoa_kernel::{Actor, Fault, Reads, Time, Tx};
use stoa_policy::Action;

use super::Effect;
use crate::events::TrialAsked;
use crate::model::{PostFacts, State};
use crate::posts::{announce, facts};
use crate::store::{threads as table, unknown};

/// How long after an answer was accepted its asker is asked what came of it.
const AFTER: Duration = Duration::from_secs(90 * 86_400);
/// Answers accepted longer ago are not asked about: a program that was away, or is new here, does
/// not ask about the past.
const NOT_AFTER: Duration = Duration::from_secs(180 * 86_400);

/// What came of an accepted answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Trial {
    /// Who says so.
    pub member: MemberId,
    /// What came of it.
    pub effect: Effect,
    /// The reply that says more.
    pub said: Option<PostId>,
    /// When.
    pub at: Time,
}

#[derive(FromQueryResult)]
struct Due {
    post_id: PostId,
    thread_id: ThreadId,
    member_id: MemberId,
}

/// Lets up to `most` askers be asked; answers how many. Each accepted answer is asked about once.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn ask(tx: &mut Tx, most: i64) -> Result<usize, Fault> {
    let (late, early) = (tx.now().minus(AFTER), tx.now().minus(NOT_AFTER));
    let sql = "SELECT p.id AS post_id, t.id AS thread_id, t.author_id AS member_id FROM threads t \
               JOIN posts p ON p.id = t.accepted_post_id AND p.thread_id = t.id \
               WHERE t.accepted_at <= ? AND t.accepted_at > ? AND t.state = 'published' \
               AND p.state = 'published' AND p.author_id <> t.author_id \
               AND NOT EXISTS (SELECT 1 FROM trials x WHERE x.post_id = p.id) \
               ORDER BY t.accepted_at LIMIT ?";
    let found: Vec<Due> = rows(tx, sql, vec![late.into(), early.into(), most.into()]).await?;
    for due in &found {
        let sql = "INSERT INTO trials (post_id, member_id, asked_at) VALUES (?, ?, ?) \
                   ON CONFLICT (post_id) DO NOTHING";
        let values = vec![due.post_id.into(), due.member_id.into(), tx.now().into()];
        if tx.run(sql, values).await?.rows_affected() > 0 {
            let (post, thread, member) = (due.post_id, due.thread_id, due.member_id);
            tx.emit(&TrialAsked { post, thread, member })?;
        }
    }
    Ok(found.len())
}

#[derive(FromQueryResult)]
struct Accepted {
    accepted_post_id: Option<PostId>,
}

/// Whether the actor may say what came of an answer: who asked, of the answer that is accepted.
///
/// # Errors
/// [`Fault::NotFound`] where the post is not there for the actor, [`Fault::Forbidden`] for
/// everybody but the asker, [`Fault::Conflict`] for what is not the accepted answer.
pub async fn may_answer(db: &impl Reads, actor: &Actor, post: PostId) -> Result<PostFacts, Fault> {
    actor.signed_in()?;
    let found = facts(db, actor, post).await?;
    let asker = actor.is(found.place.author);
    actor.may_in(found.place.space, Action::Conclude { asker })?;
    let sql = "SELECT accepted_post_id FROM threads WHERE id = ?";
    let row: Vec<Accepted> = rows(db, sql, vec![found.place.thread.into()]).await?;
    let accepted = row.first().and_then(|row| row.accepted_post_id) == Some(post);
    if accepted && found.state == State::Published {
        return Ok(found);
    }
    Err(Fault::Conflict("threads-trial-not-accepted"))
}

/// Says what came of an accepted answer, or says it anew.
///
/// # Errors
/// As [`may_answer`].
pub async fn answer(
    tx: &mut Tx,
    actor: &Actor,
    post: PostId,
    effect: Effect,
    said: Option<PostId>,
) -> Result<(), Fault> {
    let found = may_answer(tx, actor, post).await?;
    let me = actor.signed_in()?;
    let sql = "INSERT INTO trials (post_id, member_id, effect, said_id, answered_at) \
               VALUES (?, ?, ?, ?, ?) ON CONFLICT (post_id) DO UPDATE SET \
               effect = excluded.effect, answered_at = excluded.answered_at, \
               said_id = COALESCE(excluded.said_id, trials.said_id), \
               member_id = excluded.member_id";
    let name = effect.name();
    let values = vec![post.into(), me.into(), name.into(), said.into(), tx.now().into()];
    tx.run(sql, values).await?;
    let raised = table::step(tx, found.place.thread).await?;
    announce(tx, found.place.thread, raised.seq, "post.marked", post, found.number);
    Ok(())
}

#[derive(FromQueryResult)]
struct Row {
    post_id: PostId,
    member_id: MemberId,
    effect: String,
    said_id: Option<PostId>,
    answered_at: Time,
}

/// What came of these posts, as far as it was said; of posts that the caller has judged.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn trials(db: &impl Reads, posts: &[PostId]) -> Result<HashMap<PostId, Trial>, Fault> {
    if posts.is_empty() {
        return Ok(HashMap::new());
    }
    let sql = format!(
        "SELECT post_id, member_id, effect, said_id, answered_at FROM trials \
         WHERE effect IS NOT NULL AND answered_at IS NOT NULL AND post_id IN ({})",
        marks(posts.len())
    );
    let found: Vec<Row> = rows(db, &sql, posts.iter().map(|id| (*id).into()).collect()).await?;
    let trial = |row: Row| {
        let effect = Effect::parse(&row.effect).ok_or_else(|| unknown("effect", &row.effect))?;
        let (member, said, at) = (row.member_id, row.said_id, row.answered_at);
        Ok((row.post_id, Trial { member, effect, said, at }))
    };
    found.into_iter().map(trial).collect()
}
