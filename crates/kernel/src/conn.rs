//! Where statements go: a pool, the one connection that a request holds, or a transaction.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use async_trait::async_trait;
use sea_orm::{
    ConnAcquireErr, ConnectionTrait, DatabaseConnection, DatabaseConnectionType,
    DatabaseTransaction, DbBackend, DbErr, ExecResult, QueryResult, RuntimeErr, Statement,
};
use sea_query_sqlx::SqlxValues;
use sqlx::pool::PoolConnection;
use sqlx::{AssertSqlSafe, PgPool, Postgres, Sqlite, SqlitePool};
use tokio::sync::Mutex;

tokio::task_local! {
    static HELD: Held;
}

/// The connection that is held, from the first statement on.
#[derive(Clone, Default)]
struct Held(Arc<Mutex<Option<One>>>);

enum One {
    Sqlite(PoolConnection<Sqlite>),
    Postgres(PoolConnection<Postgres>),
}

/// Runs `work`, whose reads go over one connection.
///
/// A pool asks each connection that it takes back whether it is well. For SQLite that is a
/// crossing to its thread and back, for PostgreSQL one over the network: as dear as most
/// statements of a page. Work that waits for anything but the database does not belong here,
/// because it keeps the connection from others.
pub async fn holding_one<T>(work: impl Future<Output = T>) -> T {
    HELD.scope(Held::default(), work).await
}

/// Gives back what is held: who begins to write may need a connection of the same pool, and who
/// waits for something else keeps it from others.
pub async fn let_go() {
    if let Ok(held) = HELD.try_with(Held::clone) {
        drop(held.0.lock().await.take());
    }
}

/// Connections that statements of views go to, and how many have gone.
#[derive(Debug)]
pub struct Pool {
    connection: DatabaseConnection,
    statements: Arc<AtomicU64>,
}

impl Pool {
    /// A pool whose statements are counted, where it does not count them itself.
    pub(crate) fn new(connection: DatabaseConnection, statements: Arc<AtomicU64>) -> Self {
        Self { connection, statements }
    }

    /// All rows, over the held connection where one is to be held.
    ///
    /// The way past [`DatabaseConnection`] is also the short one: a call through it is as large
    /// as opening a connection to any database it knows, about 100 KiB, and is copied twice.
    /// Measured with callgrind, that was a tenth of all instructions of a reply.
    async fn all(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        if let Ok(held) = HELD.try_with(Held::clone) {
            return self.over(&held, statement).await;
        }
        match &self.connection.inner {
            DatabaseConnectionType::SqlxSqlitePoolConnection(short) => {
                short.query_all(statement).await
            }
            _ => Box::pin(self.connection.query_all_raw(statement)).await,
        }
    }

    /// A connection that failed, or whose reader went away, is not held on to: its pool looks at it.
    async fn over(&self, held: &Held, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        let mut place = held.0.lock().await;
        let mut one = match place.take() {
            Some(one) => one,
            // It may have to open one, which is as large.
            None => Box::pin(self.acquire()).await?,
        };
        self.statements.fetch_add(1, Ordering::Relaxed);
        let rows = one.all(statement).await?;
        *place = Some(one);
        Ok(rows)
    }

    async fn acquire(&self) -> Result<One, DbErr> {
        match self.connection.get_database_backend() {
            DbBackend::Postgres => {
                let pool: &PgPool = self.connection.get_postgres_connection_pool();
                pool.acquire().await.map(One::Postgres).map_err(not_acquired)
            }
            _ => {
                let pool: &SqlitePool = self.connection.get_sqlite_connection_pool();
                pool.acquire().await.map(One::Sqlite).map_err(not_acquired)
            }
        }
    }
}

impl One {
    async fn all(&mut self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        let values = SqlxValues(statement.values.unwrap_or(sea_orm::Values(Vec::new())));
        let sql = AssertSqlSafe(statement.sql);
        let rows: Result<Vec<QueryResult>, sqlx::Error> = match self {
            Self::Sqlite(conn) => {
                let found = sqlx::query_with(sql, values).fetch_all(&mut **conn).await;
                found.map(|rows| rows.into_iter().map(QueryResult::from).collect())
            }
            Self::Postgres(conn) => {
                let found = sqlx::query_with(sql, values).fetch_all(&mut **conn).await;
                found.map(|rows| rows.into_iter().map(QueryResult::from).collect())
            }
        };
        rows.map_err(|error| DbErr::Query(RuntimeErr::SqlxError(Arc::new(error))))
    }
}

fn not_acquired(error: sqlx::Error) -> DbErr {
    match error {
        sqlx::Error::PoolTimedOut => DbErr::ConnectionAcquire(ConnAcquireErr::Timeout),
        sqlx::Error::PoolClosed => DbErr::ConnectionAcquire(ConnAcquireErr::ConnectionClosed),
        other => DbErr::Conn(RuntimeErr::SqlxError(Arc::new(other))),
    }
}

/// A pool or a transaction under way, for everything that takes sea-orm's [`ConnectionTrait`].
#[derive(Clone, Copy, Debug)]
pub enum Conn<'c> {
    /// Any connection of a pool, or the one that the task holds.
    Pool(&'c Pool),
    /// The connection of a transaction.
    Transaction(&'c DatabaseTransaction),
}

#[async_trait]
impl ConnectionTrait for Conn<'_> {
    fn get_database_backend(&self) -> DbBackend {
        match self {
            Self::Pool(pool) => pool.connection.get_database_backend(),
            Self::Transaction(transaction) => transaction.get_database_backend(),
        }
    }

    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        match self {
            Self::Pool(pool) => Box::pin(pool.connection.execute_raw(statement)).await,
            Self::Transaction(transaction) => transaction.execute_raw(statement).await,
        }
    }

    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        match self {
            Self::Pool(pool) => Box::pin(pool.connection.execute_unprepared(sql)).await,
            Self::Transaction(transaction) => transaction.execute_unprepared(sql).await,
        }
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        match self {
            Self::Pool(pool) => Ok(pool.all(statement).await?.into_iter().next()),
            Self::Transaction(transaction) => transaction.query_one_raw(statement).await,
        }
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        match self {
            Self::Pool(pool) => pool.all(statement).await,
            Self::Transaction(transaction) => transaction.query_all_raw(statement).await,
        }
    }
}
