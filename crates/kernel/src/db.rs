//! The database: readers, one way to write, and what a transaction carries.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use sea_orm::{
    ConnectionTrait, DatabaseConnection, DatabaseConnectionType, DatabaseTransaction, DbBackend,
    DbErr, ExecResult, FromQueryResult, QueryResult, SqliteTransactionMode, Statement,
    TransactionOptions, TransactionTrait, TryGetable, Value,
};
use tokio::sync::{broadcast, watch};
use uuid::Uuid;

use crate::conn::{self, Conn, Pool};
use crate::outbox::{Announcement, Event, NewJob, Subscriptions};
use crate::{Clock, Entropy, Fault, Time};

mod open;

/// A write transaction longer than this is counted: everything slow belongs outside.
const SLOW: Duration = Duration::from_millis(20);
/// How often a transaction is repeated when the database asks for it.
const ATTEMPTS: u32 = 3;
/// Announcements kept for a listener that is late; beyond it, it reads the stored ones.
const WAKES: usize = 4096;

/// How the database is reached.
#[derive(Clone, Debug)]
pub struct DbSettings {
    /// `sqlite://PATH` or `postgres://…`.
    pub url: String,
    /// Connections of the pool of readers (SQLite) or of the one pool (PostgreSQL).
    pub connections: u32,
    /// Wait for every commit to reach the disk. Without it acknowledged posts may be lost at power loss.
    pub durable: bool,
    /// How long a statement or the wait for a connection may take.
    pub patience: Duration,
}

struct Inner {
    writer: DatabaseConnection,
    reader: Pool,
    clock: Clock,
    entropy: Entropy,
    subscriptions: Subscriptions,
    announced: broadcast::Sender<Announcement>,
    committed: broadcast::Sender<Announcement>,
    enqueued: watch::Sender<()>,
    statements: Arc<AtomicU64>,
    path: Option<PathBuf>,
}

/// What tells one listener of committed jobs; none is missed between two waits.
pub struct Bell(watch::Receiver<()>);

impl Bell {
    /// Waits until a job was committed since the last time.
    pub async fn rung(&mut self) {
        if self.0.changed().await.is_err() {
            // Nobody can ring any more.
            std::future::pending::<()>().await;
        }
    }
}

/// The database, cheap to clone.
#[derive(Clone)]
pub struct Db(Arc<Inner>);

/// What views read through: the database or a transaction under way.
pub trait Reads: Sync {
    /// Where queries go.
    fn conn(&self) -> Conn<'_>;
    /// The present, or the transaction's one instant.
    fn now(&self) -> Time;
}

impl Reads for Db {
    fn conn(&self) -> Conn<'_> {
        Conn::Pool(&self.0.reader)
    }
    fn now(&self) -> Time {
        self.0.clock.now()
    }
}

impl Db {
    /// Opens (and, for SQLite, creates) the database; does not touch its schema.
    ///
    /// # Errors
    /// [`Fault::Unavailable`] when it cannot be reached.
    pub async fn open(
        settings: &DbSettings,
        clock: Clock,
        entropy: Entropy,
        subscriptions: Subscriptions,
    ) -> Result<Self, Fault> {
        let statements = Arc::new(AtomicU64::new(0));
        let (writer, reader) = open::connect(settings, &statements).await?;
        let reader = Pool::new(reader, Arc::clone(&statements));
        let (announced, _) = broadcast::channel(WAKES);
        let (committed, _) = broadcast::channel(WAKES);
        let (enqueued, _) = watch::channel(());
        let path = settings.url.strip_prefix("sqlite://").map(PathBuf::from);
        Ok(Self(Arc::new(Inner {
            writer,
            reader,
            clock,
            entropy,
            subscriptions,
            announced,
            committed,
            enqueued,
            statements,
            path,
        })))
    }

    /// The connection that may change the schema: migrations alone use it.
    #[must_use]
    pub fn for_migrations(&self) -> &DatabaseConnection {
        &self.0.writer
    }

    /// Which database this is.
    #[must_use]
    pub fn backend(&self) -> DbBackend {
        self.0.writer.get_database_backend()
    }

    /// The SQLite file, if there is one.
    #[must_use]
    pub fn path(&self) -> Option<&std::path::Path> {
        self.0.path.as_deref()
    }

    /// Statements sent so far, for tests that bound a page's cost.
    #[must_use]
    pub fn statements(&self) -> u64 {
        self.0.statements.load(Ordering::Relaxed)
    }

    /// The clock behind `now`.
    #[must_use]
    pub fn clock(&self) -> &Clock {
        &self.0.clock
    }

    /// The source of chance.
    #[must_use]
    pub fn entropy(&self) -> &Entropy {
        &self.0.entropy
    }

    /// Hears of announcements committed by this process alone, to tell other processes.
    #[must_use]
    pub fn commits(&self) -> broadcast::Receiver<Announcement> {
        self.0.committed.subscribe()
    }

    /// Lets this process hear what another has committed.
    pub fn hear(&self, announcement: Announcement) {
        // No listener is not a fault: nobody has a page open.
        let _ = self.0.announced.send(announcement);
    }

    /// Hears of announcements after their commit: by this process, and by others that tell.
    #[must_use]
    pub fn listen(&self) -> broadcast::Receiver<Announcement> {
        self.0.announced.subscribe()
    }

    /// Hears of every job that this process commits from now on.
    #[must_use]
    pub fn job_bell(&self) -> Bell {
        Bell(self.0.enqueued.subscribe())
    }

    /// Runs `work` in one transaction: commits on `Ok`, rolls back on `Err`.
    ///
    /// Repeats the work, with a new clock reading and new entropy, when the
    /// database asks for it; so `work` must not act on anything outside.
    ///
    /// # Errors
    /// What `work` answers, or [`Fault::Unavailable`] when the database is away.
    pub async fn write<T>(
        &self,
        work: impl AsyncFnOnce(&mut Tx) -> Result<T, Fault> + Clone,
    ) -> Result<T, Fault> {
        let mut attempt = 1;
        loop {
            // A clone is called, not a reference: only so is the whole known to be `Send`.
            match self.attempt(work.clone()).await {
                Err(fault) if fault.asks_again() && attempt < ATTEMPTS => attempt += 1,
                done => return done,
            }
        }
    }

    async fn attempt<T>(
        &self,
        work: impl AsyncFnOnce(&mut Tx) -> Result<T, Fault>,
    ) -> Result<T, Fault> {
        let mut tx = self.begin().await?;
        let began = Instant::now();
        let done = work(&mut tx).await?;
        tx.commit().await?;
        if began.elapsed() > SLOW {
            metrics::counter!("stoa_slow_transactions_total").increment(1);
        }
        Ok(done)
    }

    async fn begin(&self) -> Result<Tx, Fault> {
        conn::let_go().await;
        // The short way for SQLite, as for reading.
        let conn = match &self.0.writer.inner {
            DatabaseConnectionType::SqlxSqlitePoolConnection(short) => {
                short.begin(None, None, Some(SqliteTransactionMode::Immediate)).await?
            }
            _ => self.0.writer.begin_with_options(TransactionOptions::default()).await?,
        };
        let now = self.0.clock.now();
        Ok(Tx { conn, db: self.clone(), now, jobs: Vec::new(), announcements: Vec::new() })
    }
}

/// A write transaction: the connection, one instant, chance and the outbox.
pub struct Tx {
    conn: DatabaseTransaction,
    db: Db,
    now: Time,
    jobs: Vec<NewJob>,
    announcements: Vec<Announcement>,
}

impl Reads for Tx {
    fn conn(&self) -> Conn<'_> {
        Conn::Transaction(&self.conn)
    }
    fn now(&self) -> Time {
        self.now
    }
}

impl Tx {
    /// A fresh identifier made from the transaction's instant and entropy.
    #[must_use]
    pub fn new_id<T: From<Uuid>>(&self) -> T {
        T::from(self.db.0.entropy.id(self.now))
    }

    /// Random bytes.
    #[must_use]
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        self.db.0.entropy.bytes()
    }

    /// Leaves one job for each subscriber of the event, in this transaction.
    ///
    /// # Errors
    /// [`Fault::Broken`] when the event cannot be written as JSON.
    pub fn emit<E: Event>(&mut self, event: &E) -> Result<(), Fault> {
        let payload = serde_json::to_value(event).map_err(Fault::broken)?;
        let kinds = self.db.0.subscriptions.of(E::KIND).to_vec();
        let run_at = self.now;
        self.jobs.extend(kinds.into_iter().map(|kind| NewJob::now(kind, payload.clone(), run_at)));
        Ok(())
    }

    /// Leaves a job, in this transaction.
    pub fn enqueue(&mut self, job: NewJob) {
        self.jobs.push(job);
    }

    /// Stores a numbered event of a topic; those who listen hear of it after the commit.
    pub fn announce(&mut self, announcement: Announcement) {
        self.announcements.push(announcement);
    }

    /// Runs a statement written with `?` for its values, on either database.
    ///
    /// # Errors
    /// What the database answers.
    pub async fn run(&self, sql: &str, values: Vec<Value>) -> Result<ExecResult, Fault> {
        let statement = statement(self.conn.get_database_backend(), sql, values);
        Ok(self.conn.execute_raw(statement).await?)
    }

    async fn commit(mut self) -> Result<(), Fault> {
        crate::outbox::flush_jobs(&self.conn, &self.db.0.entropy, &self.jobs).await?;
        crate::outbox::flush_announcements(&self.conn, &self.announcements).await?;
        self.conn.commit().await?;
        if !self.jobs.is_empty() {
            self.db.0.enqueued.send_replace(());
        }
        for announcement in self.announcements.drain(..) {
            // No listener is not a fault: there may be no other process.
            let _ = self.db.0.committed.send(announcement.clone());
            self.db.hear(announcement);
        }
        Ok(())
    }
}

/// A statement written with `?` for its values, as either database wants it.
#[must_use]
pub fn statement(backend: DbBackend, sql: &str, values: Vec<Value>) -> Statement {
    if backend != DbBackend::Postgres {
        return Statement::from_sql_and_values(backend, sql, values);
    }
    let mut out = String::with_capacity(sql.len() + 16);
    let mut number = 0;
    for part in sql.split_inclusive('?') {
        match part.strip_suffix('?') {
            Some(text) => {
                number += 1;
                out.push_str(&format!("{text}${number}"));
            }
            None => out.push_str(part),
        }
    }
    Statement::from_sql_and_values(backend, out, values)
}

/// Marks for an `IN (…)` of so many values.
#[must_use]
pub fn marks(count: usize) -> String {
    vec!["?"; count].join(", ")
}

/// Rows of a query written with `?` for its values.
///
/// # Errors
/// What the database answers.
pub async fn rows<R: FromQueryResult>(
    db: &impl Reads,
    sql: &str,
    values: Vec<Value>,
) -> Result<Vec<R>, Fault> {
    let conn = db.conn();
    let found = conn.query_all_raw(statement(conn.get_database_backend(), sql, values)).await?;
    found.iter().map(|row| R::from_query_result(row, "").map_err(Fault::from)).collect()
}

/// Reads the values of a row in the order of its statement, without a look at
/// their names: for rows of which many are read.
pub struct InOrder<'r> {
    row: &'r QueryResult,
    at: usize,
}

impl<'r> InOrder<'r> {
    /// Begins at the first value.
    #[must_use]
    pub fn of(row: &'r QueryResult) -> Self {
        Self { row, at: 0 }
    }

    /// The next value.
    ///
    /// # Errors
    /// [`DbErr`] when there is none, or none of that type.
    #[expect(clippy::should_implement_trait, reason = "each value has a type of its own")]
    pub fn next<T: TryGetable>(&mut self) -> Result<T, DbErr> {
        let value = self.row.try_get_by_index(self.at)?;
        self.at += 1;
        Ok(value)
    }
}

#[cfg(test)]
mod sendable {
    use super::*;

    fn sendable<T: Send>(_: T) {}

    /// Handlers and jobs are spawned, so what they await must be `Send`.
    #[expect(dead_code, reason = "compiling is the test")]
    fn a_write_can_be_spawned(db: Db, id: crate::ids::JobId) {
        let other = db.clone();
        sendable(
            async move { db.write(async |tx: &mut Tx| crate::jobs::retry(tx, id).await).await },
        );
        sendable(async move { crate::jobs::claim(&other, crate::jobs::Lane::All, 3, SLOW).await });
    }
}
