//! Background work: claimed with a lease, repeated with back-off, never lost.

use std::time::Duration;

use sea_orm::{FromQueryResult, Value};
use serde_json::Value as Json;

use crate::db::{Db, Reads, Tx, marks, rows};
use crate::ids::JobId;
use crate::{Fault, Time};

/// After so many attempts (about five days) a job is laid aside for a person to look at.
const ATTEMPTS: i32 = 20;
const FIRST_PAUSE: Duration = Duration::from_secs(5);
const LONGEST_PAUSE: Duration = Duration::from_secs(12 * 3600);

/// A job taken by this process until its lease ends.
#[derive(Clone, Debug)]
pub struct Claimed {
    /// Which.
    pub id: JobId,
    /// Which handler.
    pub kind: String,
    /// What the handler reads.
    pub payload: Json,
    /// How often it was taken, this time included.
    pub attempts: i32,
}

#[derive(FromQueryResult)]
struct Row {
    id: JobId,
    kind: String,
    payload: String,
    attempts: i32,
}

/// A job that was laid aside.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Dead {
    /// Which.
    pub id: JobId,
    /// Which handler.
    pub kind: String,
    /// How often it was tried.
    pub attempts: i32,
    /// What went wrong last.
    pub last_error: Option<String>,
    /// When it was laid aside.
    pub dead_at: Time,
}

/// What an administrator sees of the queue.
#[derive(Clone, Copy, Debug, FromQueryResult)]
pub struct Backlog {
    /// Jobs that are due and wait.
    pub due: i64,
    /// Jobs planned for later.
    pub planned: i64,
    /// Jobs laid aside.
    pub dead: i64,
}

/// Which jobs somebody runs: those that wait for machines elsewhere keep no letter waiting.
#[derive(Clone, Copy, Debug)]
pub enum Lane<'k> {
    /// All.
    All,
    /// Those of this kind.
    Only(&'static str),
    /// All others.
    Except(&'k [&'static str]),
}

impl Lane<'_> {
    /// The part of a condition, and its values.
    fn condition(self) -> (String, Vec<Value>) {
        let values = |kinds: &[&'static str]| kinds.iter().map(|kind| (*kind).into()).collect();
        match self {
            Self::All | Self::Except([]) => (String::new(), Vec::new()),
            Self::Only(kind) => (" AND kind = ?".to_owned(), values(&[kind])),
            Self::Except(kinds) => {
                (format!(" AND kind NOT IN ({})", marks(kinds.len())), values(kinds))
            }
        }
    }
}

/// Takes up to `limit` due jobs, most urgent and oldest first; they are this process's for `lease`.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn claim(
    db: &Db,
    lane: Lane<'_>,
    limit: u64,
    lease: Duration,
) -> Result<Vec<Claimed>, Fault> {
    db.write(async |tx: &mut Tx| {
        let now = tx.now();
        let skip = if db.backend() == sea_orm::DbBackend::Postgres {
            "FOR UPDATE SKIP LOCKED"
        } else {
            ""
        };
        let (which, kinds) = lane.condition();
        let sql = format!(
            "UPDATE jobs SET lease_until = ?, attempts = attempts + 1 WHERE id IN (\
             SELECT id FROM jobs WHERE dead_at IS NULL AND run_at <= ? AND lease_until < ?{which} \
             ORDER BY urgency, run_at, id LIMIT ? {skip}) RETURNING id, kind, payload, attempts"
        );
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let mut values: Vec<Value> = vec![now.plus(lease).into(), now.into(), now.into()];
        values.extend(kinds);
        values.push(limit.into());
        let found: Vec<Row> = rows(tx, &sql, values).await?;
        Ok(found.into_iter().map(claimed).collect())
    })
    .await
}

fn claimed(row: Row) -> Claimed {
    let payload = serde_json::from_str(&row.payload).unwrap_or(Json::Null);
    Claimed { id: row.id, kind: row.kind, payload, attempts: row.attempts }
}

/// Whether anything is due, without taking it: an idle process writes nothing.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn any_due(db: &Db, lane: Lane<'_>) -> Result<bool, Fault> {
    #[derive(FromQueryResult)]
    struct One {
        #[expect(dead_code, reason = "only the row's presence counts")]
        one: i32,
    }
    let (which, kinds) = lane.condition();
    let sql = format!(
        "SELECT 1 AS one FROM jobs WHERE dead_at IS NULL AND run_at <= ? AND lease_until < ?{which} \
         LIMIT 1"
    );
    let now = db.now();
    let values = [now.into(), now.into()].into_iter().chain(kinds).collect();
    Ok(!rows::<One>(db, &sql, values).await?.is_empty())
}

/// Takes finished jobs out of the queue, all in one statement.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn finish(db: &Db, done: &[JobId]) -> Result<(), Fault> {
    if done.is_empty() {
        return Ok(());
    }
    let sql = format!("DELETE FROM jobs WHERE id IN ({})", marks(done.len()));
    db.write(async |tx: &mut Tx| {
        tx.run(&sql, done.iter().map(|id| (*id).into()).collect()).await.map(|_| ())
    })
    .await
}

/// Puts a failed job back for later, or lays it aside after the last attempt.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn fail(db: &Db, job: &Claimed, cause: &str) -> Result<(), Fault> {
    let short: String = cause.chars().take(500).collect();
    db.write(async |tx: &mut Tx| {
        let now = tx.now();
        let dead: Option<Time> = (job.attempts >= ATTEMPTS).then_some(now);
        let jitter = u32::from(tx.bytes::<1>()[0]);
        let again = now.plus(pause(job.attempts, jitter));
        let sql =
            "UPDATE jobs SET lease_until = 0, run_at = ?, last_error = ?, dead_at = ? WHERE id = ?";
        let values = vec![again.into(), short.clone().into(), dead.into(), job.id.into()];
        tx.run(sql, values).await.map(|_| ())
    })
    .await
}

/// Puts a job back until `until`, when what it needs is free: this was no attempt.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn put_off(db: &Db, job: &Claimed, until: Time) -> Result<(), Fault> {
    db.write(async |tx: &mut Tx| {
        let sql = "UPDATE jobs SET lease_until = 0, run_at = ?, attempts = ? WHERE id = ?";
        let attempts = job.attempts.saturating_sub(1);
        tx.run(sql, vec![until.into(), attempts.into(), job.id.into()]).await.map(|_| ())
    })
    .await
}

/// Lays a job aside at once: trying again would not help.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn bury(db: &Db, job: &Claimed, cause: &str) -> Result<(), Fault> {
    fail(db, &Claimed { attempts: ATTEMPTS, ..job.clone() }, cause).await
}

/// Doubles with every attempt up to half a day, plus up to a quarter by chance (`jitter` of 255).
fn pause(attempts: i32, jitter: u32) -> Duration {
    let doublings = u32::try_from(attempts.saturating_sub(1)).unwrap_or(0).min(20);
    let base = FIRST_PAUSE.saturating_mul(1 << doublings).min(LONGEST_PAUSE);
    base + base / 4 * jitter / 255
}

/// Jobs laid aside, newest first, at most 200.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn dead(db: &impl Reads) -> Result<Vec<Dead>, Fault> {
    let sql = "SELECT id, kind, attempts, last_error, dead_at FROM jobs \
               WHERE dead_at IS NOT NULL ORDER BY dead_at DESC LIMIT 200";
    rows(db, sql, vec![]).await
}

/// How much waits.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn backlog(db: &impl Reads) -> Result<Backlog, Fault> {
    let sql = "SELECT \
        COALESCE(SUM(CASE WHEN dead_at IS NULL AND run_at <= ? THEN 1 ELSE 0 END), 0) AS due, \
        COALESCE(SUM(CASE WHEN dead_at IS NULL AND run_at > ? THEN 1 ELSE 0 END), 0) AS planned, \
        COALESCE(SUM(CASE WHEN dead_at IS NOT NULL THEN 1 ELSE 0 END), 0) AS dead FROM jobs";
    let now = db.now();
    let found: Vec<Backlog> = rows(db, sql, vec![now.into(), now.into()]).await?;
    found.into_iter().next().ok_or_else(|| Fault::broken("a sum has one row"))
}

/// Puts a job that was laid aside back into the queue.
///
/// # Errors
/// [`Fault::NotFound`] when no such job was laid aside.
pub async fn retry(tx: &mut Tx, id: JobId) -> Result<(), Fault> {
    let sql = "UPDATE jobs SET dead_at = NULL, attempts = 0, lease_until = 0, run_at = ? \
               WHERE id = ? AND dead_at IS NOT NULL";
    let changed = tx.run(sql, vec![tx.now().into(), id.into()]).await?;
    if changed.rows_affected() == 0 { Err(Fault::NotFound) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_double_and_are_bounded() {
        assert_eq!(pause(1, 0), Duration::from_secs(5));
        assert_eq!(pause(3, 0), Duration::from_secs(20));
        assert_eq!(pause(20, 0), LONGEST_PAUSE);
        assert!(pause(20, 255) <= LONGEST_PAUSE + LONGEST_PAUSE / 4);
        let total: Duration = (1..ATTEMPTS).map(|n| pause(n, 0)).sum();
        assert!(total > Duration::from_secs(2 * 86400) && total < Duration::from_secs(6 * 86400));
    }
}
