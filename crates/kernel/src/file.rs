//! A SQLite database as the file that it is: written anew, copied, looked through.

use std::path::Path;
use std::time::Duration;

use sea_orm::{ConnectionTrait, DbBackend, Statement};
use sqlx::Connection;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};

use crate::{Db, Fault, Reads};

/// How long a copy waits for its turn to read.
const COPYING: Duration = Duration::from_secs(30);

impl Db {
    /// Writes a SQLite database anew, so that no page of its file holds what was deleted, and
    /// empties the log beside it; PostgreSQL does both by itself (`autovacuum`). Writers wait
    /// meanwhile, readers do not.
    ///
    /// # Errors
    /// [`Fault::Unavailable`] when another keeps the database, or there is no room for the copy.
    pub async fn scrub(&self) -> Result<(), Fault> {
        if self.backend() != DbBackend::Sqlite {
            return Ok(());
        }
        // The copy goes through a temporary file: in memory it would be as large as the database.
        let steps = "PRAGMA temp_store = FILE; VACUUM; PRAGMA temp_store = MEMORY;";
        self.for_migrations().execute_unprepared(steps).await?;
        self.empty_log().await
    }

    /// Brings everything from SQLite's log into the database and empties the log.
    ///
    /// # Errors
    /// [`Fault::Unavailable`] while somebody reads what the log alone still holds.
    pub async fn empty_log(&self) -> Result<(), Fault> {
        if self.backend() != DbBackend::Sqlite {
            return Ok(());
        }
        let ask = Statement::from_string(DbBackend::Sqlite, "PRAGMA wal_checkpoint(TRUNCATE)");
        let told = self.for_migrations().query_one_raw(ask).await?;
        let busy: i32 = told.map(|row| row.try_get_by_index(0)).transpose()?.unwrap_or(0);
        match busy {
            0 => Ok(()),
            _ => Err(Fault::Unavailable("the database's log is being read".to_owned())),
        }
    }

    /// What SQLite finds wrong in its file, and rows that point to nothing; nothing for
    /// PostgreSQL, which checks its pages as it reads them. Reads everything.
    ///
    /// # Errors
    /// [`Fault::Unavailable`] when the database is away.
    pub async fn integrity(&self) -> Result<Vec<String>, Fault> {
        if self.backend() != DbBackend::Sqlite {
            return Ok(Vec::new());
        }
        let conn = self.conn();
        let ask = |sql| Statement::from_string(DbBackend::Sqlite, sql);
        let mut wrong = Vec::new();
        for row in conn.query_all_raw(ask("PRAGMA integrity_check")).await? {
            let said: String = row.try_get_by_index(0)?;
            wrong.extend((said != "ok").then(|| format!("integrity: {said}")));
        }
        for row in conn.query_all_raw(ask("PRAGMA foreign_key_check")).await? {
            let table: String = row.try_get_by_index(0)?;
            wrong.push(format!("a row of {table} points to nothing"));
        }
        Ok(wrong)
    }
}

/// Copies a SQLite database as it is at one instant into a file that is empty or not there yet,
/// while others read and write, and looks whether the copy is whole.
///
/// # Errors
/// [`Fault::Unavailable`] when the copy cannot be written or is not whole.
pub async fn copy(from: &Path, into: &Path) -> Result<(), Fault> {
    let options = SqliteConnectOptions::new().filename(from).busy_timeout(COPYING);
    let mut conn = SqliteConnection::connect_with(&options).await.map_err(unavailable)?;
    let target = into.to_string_lossy().into_owned();
    sqlx::query("VACUUM INTO ?").bind(target).execute(&mut conn).await.map_err(unavailable)?;
    conn.close().await.map_err(unavailable)?;
    whole(into).await
}

fn unavailable(error: sqlx::Error) -> Fault {
    Fault::Unavailable(error.to_string())
}

/// Looks whether a copy can be read to its last page, and lets go of the log that looking makes.
async fn whole(file: &Path) -> Result<(), Fault> {
    let options = SqliteConnectOptions::new().filename(file).read_only(true).immutable(true);
    let mut conn = SqliteConnection::connect_with(&options).await.map_err(unavailable)?;
    let said: String = sqlx::query_scalar("PRAGMA integrity_check")
        .fetch_one(&mut conn)
        .await
        .map_err(unavailable)?;
    conn.close().await.map_err(unavailable)?;
    match said.as_str() {
        "ok" => Ok(()),
        other => Err(Fault::Unavailable(format!("the copy is not whole: {other}"))),
    }
}
