//! How much one person may write in how little time.

use std::time::Duration;

use sea_orm::FromQueryResult;
use stoa_kernel::db::rows;
use stoa_kernel::ids::{MemberId, SpaceId};
use stoa_kernel::{Actor, Fault, Problems, Reads, Time, Tx};
use stoa_policy::Standing;

use crate::model::Attached;

const DAY: Duration = Duration::from_secs(24 * 3600);
const SAME_TEXT: Duration = Duration::from_secs(300);
const BETWEEN_THREADS: Duration = Duration::from_secs(15);
const BETWEEN_POSTS: Duration = Duration::from_secs(5);
const NEWCOMERS_THREADS: f64 = 3.0;
const NEWCOMERS_REPLIES: f64 = 10.0;
const CONVERSATIONS: f64 = 20.0;

/// Files that a text names at most.
const MOST_FILES: usize = 20;

/// What is about to be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// A thread.
    Thread,
    /// A reply.
    Reply,
}

/// Checks how many files a text names: 20 at most, and of newcomers one picture and no document
/// (`factor` raises these; 0 lifts them).
///
/// # Errors
/// [`Fault::Invalid`] in field `body`.
pub fn files(actor: &Actor, files: &[Attached], factor: f64) -> Result<(), Fault> {
    few(files.len(), "body")?;
    let mut problems = Problems::default();
    let pictures = files.iter().filter(|one| one.picture).count();
    let newcomer = actor.standing() == Standing::Newcomer && factor > 0.0;
    if newcomer && (pictures as f64 > factor || pictures < files.len()) {
        problems.add("body", "files-newcomer");
    }
    problems.into_result()
}

/// Whether so many files may stand in one text.
///
/// # Errors
/// [`Fault::Invalid`] in that field.
pub fn few(files: usize, field: &'static str) -> Result<(), Fault> {
    let mut problems = Problems::default();
    if files > MOST_FILES {
        let most = i64::try_from(MOST_FILES).unwrap_or(i64::MAX);
        problems.add_with(field, "files-many", vec![("n", most.into())]);
    }
    problems.into_result()
}

#[derive(FromQueryResult)]
struct Recent {
    threads: Option<i64>,
    replies: Option<i64>,
    first_thread: Option<Time>,
    first_reply: Option<Time>,
    last_thread: Option<Time>,
    last_post: Option<Time>,
    last_same: Option<Time>,
}

/// Checks the limits for a person: for newcomers 3 threads and 10 replies a
/// day; for all 15 s between threads, 5 s between posts, and not the same text
/// within five minutes. Counts what was written and accepted, when it was
/// written: an approval neither costs nor waits. `factor` raises the numbers
/// and shortens the times; 0 lifts them all.
///
/// # Errors
/// [`Fault::TooSoon`] with the instant from which it may be tried again.
pub async fn check(
    tx: &mut Tx,
    actor: &Actor,
    asked: Asked,
    markdown: &str,
    factor: f64,
) -> Result<(), Fault> {
    let me = actor.signed_in()?;
    if factor <= 0.0 {
        return Ok(());
    }
    let newcomer = actor.standing() == Standing::Newcomer;
    let now = tx.now();
    let since = now.minus(if newcomer { DAY } else { SAME_TEXT });
    let same_since = now.minus(SAME_TEXT.div_f64(factor.max(f64::MIN_POSITIVE)).min(SAME_TEXT));
    let values = vec![markdown.into(), same_since.into(), me.into(), since.into()];
    let found = rows::<Recent>(tx, SQL, values).await?;
    let until = found.first().and_then(|recent| recent.until(asked, newcomer, factor));
    match until.filter(|until| *until > now) {
        Some(until) => Err(Fault::TooSoon(until)),
        None => Ok(()),
    }
}

#[derive(FromQueryResult)]
struct Text {
    markdown: String,
}

/// What somebody wrote since then, published or not, as Markdown: 200 texts at most.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn written_since(
    db: &impl Reads,
    member: MemberId,
    since: Time,
) -> Result<Vec<String>, Fault> {
    let sql = "SELECT markdown FROM posts WHERE author_id = ? AND created_at > ? \
               ORDER BY created_at DESC LIMIT 200";
    let found: Vec<Text> = rows(db, sql, vec![member.into(), since.into()]).await?;
    Ok(found.into_iter().map(|row| row.markdown).collect())
}

/// Checks how many conversations a person begins: 20 a day (`factor` raises it, 0 lifts it).
///
/// # Errors
/// [`Fault::TooSoon`] with the instant from which it may be tried again.
pub async fn conversations(tx: &mut Tx, actor: &Actor, factor: f64) -> Result<(), Fault> {
    if factor <= 0.0 {
        return Ok(());
    }
    let since = tx.now().minus(DAY);
    let sql = "SELECT COUNT(*) AS count, MIN(created_at) AS first FROM threads \
               WHERE author_id = ? AND space_id = ? AND created_at > ?";
    let values = vec![actor.signed_in()?.into(), SpaceId::CONVERSATIONS.into(), since.into()];
    let found = rows::<Begun>(tx, sql, values).await?;
    let full = found.into_iter().find(|row| row.count as f64 >= CONVERSATIONS * factor);
    match full.and_then(|row| row.first) {
        Some(first) => Err(Fault::TooSoon(first.plus(DAY))),
        None => Ok(()),
    }
}

#[derive(FromQueryResult)]
struct Begun {
    count: i64,
    first: Option<Time>,
}

/// The states are named so that the index on author, state and time serves.
const SQL: &str = "SELECT \
    SUM(CASE WHEN opening THEN 1 ELSE 0 END) AS threads, \
    SUM(CASE WHEN opening THEN 0 ELSE 1 END) AS replies, \
    MIN(CASE WHEN opening THEN created_at END) AS first_thread, \
    MIN(CASE WHEN opening THEN NULL ELSE created_at END) AS first_reply, \
    MAX(CASE WHEN opening THEN created_at END) AS last_thread, \
    MAX(created_at) AS last_post, \
    MAX(CASE WHEN markdown = ? AND created_at > ? THEN created_at END) AS last_same \
    FROM posts WHERE author_id = ? \
    AND state IN ('published', 'held', 'declined', 'removed', 'deleted') AND created_at > ?";

impl Recent {
    fn until(&self, asked: Asked, newcomer: bool, factor: f64) -> Option<Time> {
        let wait = |since: Option<Time>, span: Duration| {
            since.map(|at| at.plus(span.div_f64(factor.max(0.001))))
        };
        let thread = asked == Asked::Thread;
        let between = if thread { wait(self.last_thread, BETWEEN_THREADS) } else { None };
        let (count, most, first) = if thread {
            (self.threads, NEWCOMERS_THREADS, self.first_thread)
        } else {
            (self.replies, NEWCOMERS_REPLIES, self.first_reply)
        };
        let full = newcomer && count.unwrap_or(0) >= (most * factor).ceil() as i64;
        let day = if full { first.map(|at| at.plus(DAY)) } else { None };
        let posts = wait(self.last_post, BETWEEN_POSTS);
        let same = wait(self.last_same, SAME_TEXT);
        [between, day, posts, same].into_iter().flatten().max()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{World, text};

    async fn ask(
        world: &World,
        actor: &Actor,
        asked: Asked,
        words: &str,
        factor: f64,
    ) -> Option<Time> {
        let verb = async |tx: &mut Tx| check(tx, actor, asked, words, factor).await;
        match world.db.write(verb).await {
            Ok(()) => None,
            Err(Fault::TooSoon(until)) => Some(until),
            Err(fault) => panic!("{fault}"),
        }
    }

    #[tokio::test]
    async fn a_person_waits_between_posts_and_does_not_repeat_himself() {
        let world = World::new().await;
        let ada = world.member("ada").await;
        assert_eq!(ask(&world, &ada, Asked::Thread, "x", 1.0).await, None);
        world.open(&ada, "Soil").await;
        let now = world.db.now();
        let soon = |seconds| Some(now.plus(Duration::from_secs(seconds)));
        assert_eq!(ask(&world, &ada, Asked::Thread, "x", 1.0).await, soon(15));
        assert_eq!(ask(&world, &ada, Asked::Reply, "x", 1.0).await, soon(5));
        assert_eq!(ask(&world, &ada, Asked::Reply, "x", 5.0).await, soon(1));
        assert_eq!(ask(&world, &ada, Asked::Reply, "x", 0.0).await, None);
        world.pass(15);
        assert_eq!(ask(&world, &ada, Asked::Thread, "x", 1.0).await, None);
        assert_eq!(ask(&world, &ada, Asked::Reply, "about Soil", 1.0).await, soon(300));
        world.pass(285);
        assert_eq!(ask(&world, &ada, Asked::Reply, "about Soil", 1.0).await, None);
    }

    #[tokio::test]
    async fn a_newcomer_has_three_threads_and_ten_replies_a_day() {
        let world = World::new().await;
        let ada = world.member("ada").await;
        let kit = world.person("kit", Standing::Newcomer, &[]).await;
        let (thread, _) = world.open(&ada, "Soil").await;
        for n in 0..3 {
            assert_eq!(ask(&world, &kit, Asked::Thread, "x", 1.0).await, None);
            world.open(&kit, &format!("Kit {n}")).await;
            world.pass(60);
        }
        let until = ask(&world, &kit, Asked::Thread, "x", 1.0).await.unwrap();
        assert!(until > world.db.now().plus(Duration::from_secs(23 * 3600)));
        assert_eq!(ask(&world, &kit, Asked::Thread, "x", 2.0).await, None);
        for n in 0..10 {
            assert_eq!(ask(&world, &kit, Asked::Reply, "x", 1.0).await, None);
            world.reply(&kit, thread, &text(&format!("reply {n}")).markdown).await;
            world.pass(60);
        }
        assert!(ask(&world, &kit, Asked::Reply, "x", 1.0).await.is_some());
        world.pass(24 * 3600);
        assert_eq!(ask(&world, &kit, Asked::Thread, "x", 1.0).await, None);
        assert_eq!(ask(&world, &kit, Asked::Reply, "x", 1.0).await, None);
    }
}
