//! Where statements go: sea-orm's connection or transaction.

use async_trait::async_trait;
use sea_orm::{
    ConnectionTrait, DatabaseConnection, DatabaseConnectionType, DatabaseTransaction, DbBackend,
    DbErr, ExecResult, QueryResult, Statement,
};

/// A pool or a transaction under way, for everything that takes sea-orm's [`ConnectionTrait`].
///
/// Statements for SQLite's pool take the short way past [`DatabaseConnection`]: a
/// call through it is as large as opening a connection to any database it knows,
/// about 100 KiB, and is copied twice. Measured with callgrind, that was a tenth
/// of all instructions of a reply.
#[derive(Clone, Copy, Debug)]
pub enum Conn<'c> {
    /// Any connection of a pool.
    Pool(&'c DatabaseConnection),
    /// The connection of a transaction.
    Transaction(&'c DatabaseTransaction),
}

#[async_trait]
impl ConnectionTrait for Conn<'_> {
    fn get_database_backend(&self) -> DbBackend {
        match self {
            Self::Pool(pool) => pool.get_database_backend(),
            Self::Transaction(transaction) => transaction.get_database_backend(),
        }
    }

    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        match self {
            Self::Pool(pool) => match &pool.inner {
                DatabaseConnectionType::SqlxSqlitePoolConnection(short) => {
                    short.execute(statement).await
                }
                _ => pool.execute_raw(statement).await,
            },
            Self::Transaction(transaction) => transaction.execute_raw(statement).await,
        }
    }

    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        match self {
            Self::Pool(pool) => pool.execute_unprepared(sql).await,
            Self::Transaction(transaction) => transaction.execute_unprepared(sql).await,
        }
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        match self {
            Self::Pool(pool) => match &pool.inner {
                DatabaseConnectionType::SqlxSqlitePoolConnection(short) => {
                    short.query_one(statement).await
                }
                _ => pool.query_one_raw(statement).await,
            },
            Self::Transaction(transaction) => transaction.query_one_raw(statement).await,
        }
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        match self {
            Self::Pool(pool) => match &pool.inner {
                DatabaseConnectionType::SqlxSqlitePoolConnection(short) => {
                    short.query_all(statement).await
                }
                _ => pool.query_all_raw(statement).await,
            },
            Self::Transaction(transaction) => transaction.query_all_raw(statement).await,
        }
    }
}
