//! How the connections are opened, and what each of them is told first.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use sea_orm::{ConnectOptions, Database, DatabaseConnection};
use sqlx::Connection;
use sqlx::sqlite::{SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};

use super::DbSettings;
use crate::Fault;

/// The connection that writes and the pool that reads; on PostgreSQL one pool for both.
pub(super) async fn connect(
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
mod tests {
    use sea_orm::FromQueryResult;

    use super::*;
    use crate::db::{Db, rows};
    use crate::outbox::Subscriptions;
    use crate::{Clock, Entropy, Tx};

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
