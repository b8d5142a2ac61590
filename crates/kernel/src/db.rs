//! The database: readers, one way to write, and what a transaction carries.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use sea_orm::{
    ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DatabaseConnectionType,
    DatabaseTransaction, DbBackend, DbErr, ExecResult, FromQueryResult, QueryResult,
    SqliteTransactionMode, Statement, TransactionOptions, TransactionTrait, TryGetable, Value,
};
use sqlx::Connection;
use sqlx::sqlite::{SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use tokio::sync::{Notify, broadcast};
use uuid::Uuid;

use crate::conn::Conn;
use crate::outbox::{Announcement, Event, NewJob, Subscriptions};
use crate::{Clock, Entropy, Fault, Time};

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
    reader: DatabaseConnection,
    clock: Clock,
    entropy: Entropy,
    subscriptions: Subscriptions,
    announced: broadcast::Sender<Announcement>,
    committed: broadcast::Sender<Announcement>,
    enqueued: Notify,
    statements: Arc<AtomicU64>,
    path: Option<PathBuf>,
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
        let (writer, reader) = connect(settings, &statements).await?;
        let (announced, _) = broadcast::channel(WAKES);
        let (committed, _) = broadcast::channel(WAKES);
        let enqueued = Notify::new();
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

    /// Waits until this process commits a job.
    pub async fn job_enqueued(&self) {
        self.0.enqueued.notified().await;
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
        // The short way for SQLite, as in [`Conn`].
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
            self.db.0.enqueued.notify_waiters();
            self.db.0.enqueued.notify_one();
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

async fn connect(
    settings: &DbSettings,
    statements: &Arc<AtomicU64>,
) -> Result<(DatabaseConnection, DatabaseConnection), Fault> {
    if settings.url.starts_with("sqlite:") {
        let writer = open(sqlite(settings, 1, false), statements).await?;
        let reader = open(sqlite(settings, settings.connections, true), statements).await?;
        return Ok((writer, reader));
    }
    let pool = open(postgres(settings), statements).await?;
    Ok((pool.clone(), pool))
}

async fn open(
    options: ConnectOptions,
    statements: &Arc<AtomicU64>,
) -> Result<DatabaseConnection, Fault> {
    let mut connection = Database::connect(options).await?;
    let counter = Arc::clone(statements);
    connection.set_metric_callback(move |_| {
        counter.fetch_add(1, Ordering::Relaxed);
    });
    Ok(connection)
}

fn common(settings: &DbSettings, connections: u32) -> ConnectOptions {
    let mut options = ConnectOptions::new(settings.url.clone());
    options
        .max_connections(connections)
        .acquire_timeout(settings.patience)
        .sqlx_logging(false)
        .test_before_acquire(false);
    options
}

fn sqlite(settings: &DbSettings, connections: u32, reader: bool) -> ConnectOptions {
    let mut options = common(settings, connections);
    let (durable, patience) = (settings.durable, settings.patience);
    options
        .min_connections(1)
        .idle_timeout(None::<Duration>)
        .max_lifetime(None::<Duration>)
        .map_sqlx_sqlite_pool_opts(closing_the_confused)
        .map_sqlx_sqlite_opts(move |sqlite| {
            let synchronous =
                if durable { SqliteSynchronous::Full } else { SqliteSynchronous::Normal };
            // Memory-mapped pages count as resident: 256 MiB on four readers showed 556 MiB.
            let sqlite = sqlite
                .create_if_missing(!reader)
                .foreign_keys(true)
                .busy_timeout(patience)
                .synchronous(synchronous)
                .statement_cache_capacity(256)
                .pragma("temp_store", "MEMORY")
                .pragma("mmap_size", "0")
                .pragma("cache_size", "-4000");
            if reader {
                sqlite.pragma("query_only", "ON")
            } else {
                sqlite.journal_mode(SqliteJournalMode::Wal)
            }
        });
    options
}

/// On a full disk SQLite ends a transaction by itself, the driver's rollback then fails, and the
/// driver takes the next transaction for a part of the one that is gone: it would be acknowledged
/// and never committed. Such a connection is closed; the pool opens another.
fn closing_the_confused(pool: SqlitePoolOptions) -> SqlitePoolOptions {
    pool.after_release(|conn, _| {
        Box::pin(async move {
            if !conn.is_in_transaction() {
                return Ok(true);
            }
            // The rollback of a dropped transaction waits in line before this.
            conn.ping().await?;
            Ok(!conn.is_in_transaction())
        })
    })
}

fn postgres(settings: &DbSettings) -> ConnectOptions {
    let mut options = common(settings, settings.connections);
    options.min_connections(1).statement_timeout(settings.patience).set_application_name("stoa");
    options
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
        sendable(async move { crate::jobs::claim(&other, 3, SLOW).await });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn open(path: &std::path::Path) -> Db {
        let settings = DbSettings {
            url: format!("sqlite://{}", path.display()),
            connections: 1,
            durable: false,
            patience: Duration::from_secs(5),
        };
        let (clock, entropy) = (Clock::System, Entropy::system());
        Db::open(&settings, clock, entropy, Subscriptions::default()).await.unwrap()
    }

    async fn fails(db: &Db, words: &[&'static str]) {
        let done = db.write(async |tx: &mut Tx| -> Result<(), Fault> {
            for sql in words {
                tx.run(sql, vec![]).await?;
            }
            Err(Fault::NotFound)
        });
        done.await.unwrap_err();
    }

    #[tokio::test]
    async fn after_a_transaction_that_the_database_ended_by_itself_the_next_is_committed() {
        let path = std::env::temp_dir().join(format!("stoa-db-{}.db", std::process::id()));
        let db = open(&path).await;
        let table = async |tx: &mut Tx| tx.run("CREATE TABLE kept (id INTEGER)", vec![]).await;
        db.write(table).await.unwrap();
        // As SQLite does on a full disk: first at a commit, then at a release.
        fails(&db, &["ROLLBACK"]).await;
        fails(&db, &["RELEASE SAVEPOINT _sqlx_savepoint_1", "BEGIN"]).await;
        let insert = async |tx: &mut Tx| tx.run("INSERT INTO kept VALUES (1)", vec![]).await;
        db.write(insert).await.unwrap();

        #[derive(FromQueryResult)]
        struct Count {
            count: i64,
        }
        let found: Vec<Count> =
            rows(&db, "SELECT COUNT(*) AS count FROM kept", vec![]).await.unwrap();
        assert_eq!(found[0].count, 1, "another connection sees what was acknowledged");
        drop(db);
        for end in ["", "-wal", "-shm"] {
            // What is not there need not be removed.
            let _ = std::fs::remove_file(format!("{}{end}", path.display()));
        }
    }
}
