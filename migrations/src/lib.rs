//! The schema's history: one file per change, named by the feature it serves.
//!
//! Forwards only: the program of the release before must run on the new
//! schema, so a change expands first and contracts a release later.
//!
//! **Knows table names and no feature crate.**
//! **The same statements run on SQLite and PostgreSQL**; where a type has two
//! names, `script` puts in the right one.
//!
//! Common to all tables: identifiers are UUIDv7 in `{id}` columns, times are
//! microseconds since 1970 in `BIGINT`, text lists are JSON in `TEXT`.

mod m0001_kernel;
mod m0002_accounts;
mod m0003_exchange;
mod m0004_threads;
mod m0005_moderation;
mod m0006_digests;
mod m0007_kernel;
mod m0008_threads;
mod m0009_kernel;
mod m0010_accounts;
mod m0011_threads;
mod m0012_threads;
mod m0013_accounts;
mod m0014_threads;
mod m0015_threads;
mod m0016_threads;
mod m0017_threads;
mod m0018_threads;
mod m0019_threads;
mod m0020_threads;
mod m0021_threads;
mod m0022_threads;
mod m0023_threads;
mod m0024_digests;
mod m0025_moderation;
mod m0026_threads;
mod m0027_accounts;
mod m0028_moderation;
mod m0029_moderation;
mod m0030_moderation;
mod m0031_moderation;

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::{ConnectionTrait, DbBackend};

/// Brings a database up to date.
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m0001_kernel::Change),
            Box::new(m0002_accounts::Change),
            Box::new(m0003_exchange::Change),
            Box::new(m0004_threads::Change),
            Box::new(m0005_moderation::Change),
            Box::new(m0006_digests::Change),
            Box::new(m0007_kernel::Change),
            Box::new(m0008_threads::Change),
            Box::new(m0009_kernel::Change),
            Box::new(m0010_accounts::Change),
            Box::new(m0011_threads::Change),
            Box::new(m0012_threads::Change),
            Box::new(m0013_accounts::Change),
            Box::new(m0014_threads::Change),
            Box::new(m0015_threads::Change),
            Box::new(m0016_threads::Change),
            Box::new(m0017_threads::Change),
            Box::new(m0018_threads::Change),
            Box::new(m0019_threads::Change),
            Box::new(m0020_threads::Change),
            Box::new(m0021_threads::Change),
            Box::new(m0022_threads::Change),
            Box::new(m0023_threads::Change),
            Box::new(m0024_digests::Change),
            Box::new(m0025_moderation::Change),
            Box::new(m0026_threads::Change),
            Box::new(m0027_accounts::Change),
            Box::new(m0028_moderation::Change),
            Box::new(m0029_moderation::Change),
            Box::new(m0030_moderation::Change),
            Box::new(m0031_moderation::Change),
        ]
    }
}

/// Runs statements separated by `;`, with `{id}` as the type of identifiers.
pub(crate) async fn script(manager: &SchemaManager<'_>, sql: &str) -> Result<(), DbErr> {
    let conn = manager.get_connection();
    let id = match conn.get_database_backend() {
        DbBackend::Postgres => "uuid",
        _ => "blob",
    };
    for statement in sql.replace("{id}", id).split(';').map(str::trim).filter(|s| !s.is_empty()) {
        conn.execute_unprepared(statement).await?;
    }
    Ok(())
}

/// Runs the script written for the database at hand, where the two need other words.
pub(crate) async fn script_for(
    manager: &SchemaManager<'_>,
    sqlite: &str,
    postgres: &str,
) -> Result<(), DbErr> {
    match manager.get_connection().get_database_backend() {
        DbBackend::Postgres => script(manager, postgres).await,
        _ => script(manager, sqlite).await,
    }
}

/// A migration that is a script of statements; with two scripts, one for each database.
macro_rules! change {
    ($name:literal, $sql:literal) => {
        crate::change!($name, $sql, $sql);
    };
    ($name:literal, $sqlite:literal, $postgres:literal) => {
        use sea_orm_migration::prelude::*;

        pub(crate) struct Change;

        impl MigrationName for Change {
            fn name(&self) -> &str {
                $name
            }
        }

        #[async_trait::async_trait]
        impl MigrationTrait for Change {
            /// Without this SQLite would keep half a change when the program is killed.
            fn use_transaction(&self) -> Option<bool> {
                Some(true)
            }

            async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
                crate::script_for(manager, $sqlite, $postgres).await
            }
        }
    };
}
pub(crate) use change;
