//! What who asked has learned: where it was tried, with what effect, at what cost. The words are a
//! reply, which stands on top of the thread.

use sea_orm::FromQueryResult;
use stoa_kernel::db::rows;
use stoa_kernel::ids::{CityId, PostId, ThreadId};
use stoa_kernel::{Actor, Fault, Problems, Reads, Time, Tx, text};
use stoa_policy::Action;

use super::{Cost, Effect};
use crate::model::{Place, State};
use crate::posts::facts;
use crate::store::{threads as table, unknown};

/// The longest name of a place, in characters.
const LONGEST_PLACE: usize = 120;

/// A lesson.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lesson {
    /// The reply that says it.
    pub post: PostId,
    /// What came of it.
    pub effect: Effect,
    /// What it cost.
    pub cost: Cost,
    /// In which city.
    pub city: Option<CityId>,
    /// Where exactly; empty for the whole city.
    pub place: String,
    /// When it was said.
    pub said_at: Time,
}

/// What is to be said of a lesson beside its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewLesson {
    /// The reply that says it.
    pub post: PostId,
    /// What came of it.
    pub effect: Effect,
    /// What it cost.
    pub cost: Cost,
    /// In which city.
    pub city: Option<CityId>,
    /// Where exactly.
    pub place: String,
    /// The thread takes no more replies.
    pub closes: bool,
}

/// Whether the actor may say what was learned from a thread: who asked or sought.
///
/// # Errors
/// [`Fault::Forbidden`] for everybody else, [`Fault::Conflict`] for threads of other kinds and
/// those that do not stand.
pub fn may_conclude(actor: &Actor, place: &Place) -> Result<(), Fault> {
    actor.signed_in()?;
    let asker = actor.is(place.author);
    actor.may_in(place.space, Action::Conclude { asker })?;
    let asks = place.kind.asks();
    if asks && place.state == State::Published {
        return Ok(());
    }
    Err(Fault::Conflict("threads-lesson-no-question"))
}

/// Notes what a reply of the asker's says of what was learned; `true` when the thread was closed by
/// it. An earlier lesson stays among the replies.
///
/// # Errors
/// As [`may_conclude`]; [`Fault::NotFound`] where there is no such reply of the actor's,
/// [`Fault::Invalid`] in fields `effect` or `place`.
pub async fn conclude(tx: &mut Tx, actor: &Actor, new: &NewLesson) -> Result<bool, Fault> {
    let found = facts(tx, actor, new.post).await?;
    may_conclude(actor, &found.place)?;
    if !actor.is(found.author) || found.opening {
        return Err(Fault::NotFound);
    }
    let place = checked(new)?;
    let sql = "INSERT INTO lessons (post_id, thread_id, effect, cost, city_id, place, said_at) \
               VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (post_id) DO UPDATE SET \
               effect = excluded.effect, cost = excluded.cost, city_id = excluded.city_id, \
               place = excluded.place";
    let values = vec![
        new.post.into(),
        found.place.thread.into(),
        new.effect.name().into(),
        new.cost.name().into(),
        new.city.into(),
        place.into(),
        tx.now().into(),
    ];
    tx.run(sql, values).await?;
    let thread = found.place.thread;
    let closed = new.closes && close(tx, thread).await?;
    let kind = if closed { "thread.closed" } else { "thread.concluded" };
    crate::tending::told(tx, thread, kind).await?;
    Ok(closed)
}

fn checked(new: &NewLesson) -> Result<String, Fault> {
    let place = text::line(&new.place);
    let mut problems = Problems::default();
    if new.effect == Effect::Untried {
        problems.add("effect", "threads-lesson-effect");
    }
    if place.chars().count() > LONGEST_PLACE {
        problems.add("place", "threads-lesson-place-long");
    }
    problems.into_result().map(|()| place)
}

async fn close(tx: &mut Tx, thread: ThreadId) -> Result<bool, Fault> {
    table::still_there(tx, thread).await?;
    let sql = "UPDATE threads SET closed_at = ?, opens_at = NULL, closes_at = NULL, \
               version = version + 1 WHERE id = ? AND closed_at IS NULL";
    Ok(tx.run(sql, vec![tx.now().into(), thread.into()]).await?.rows_affected() > 0)
}

#[derive(FromQueryResult)]
struct Row {
    post_id: PostId,
    effect: String,
    cost: String,
    city_id: Option<CityId>,
    place: String,
    said_at: Time,
}

/// The newest lesson of a thread that the caller has judged; its reply is in the thread, and may
/// wait or be gone.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn lesson(db: &impl Reads, thread: ThreadId) -> Result<Option<Lesson>, Fault> {
    let sql = "SELECT l.post_id, l.effect, l.cost, l.city_id, l.place, l.said_at FROM lessons l \
               JOIN posts p ON p.id = l.post_id WHERE l.thread_id = ? \
               AND p.state IN ('published', 'held') ORDER BY l.said_at DESC, l.post_id DESC LIMIT 1";
    let found: Vec<Row> = rows(db, sql, vec![thread.into()]).await?;
    found.into_iter().next().map(Row::lesson).transpose()
}

impl Row {
    fn lesson(self) -> Result<Lesson, Fault> {
        Ok(Lesson {
            post: self.post_id,
            effect: Effect::parse(&self.effect).ok_or_else(|| unknown("effect", &self.effect))?,
            cost: Cost::parse(&self.cost).ok_or_else(|| unknown("cost", &self.cost))?,
            city: self.city_id,
            place: self.place,
            said_at: self.said_at,
        })
    }
}
