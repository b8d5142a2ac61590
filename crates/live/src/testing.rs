//! A database of its own for each test: a SQLite file, or a schema of the
//! PostgreSQL that `STOA_TEST_DATABASE_URL` names.

use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use sea_orm::ConnectionTrait;
use sea_orm_migration::MigratorTrait;
use stoa_kernel::ids::MemberId;
use stoa_kernel::{Clock, Db, DbSettings, Entropy, Subscriptions, Time};

static NEXT: AtomicU32 = AtomicU32::new(0);

/// Noon of a day in June 2026.
pub(crate) const NOON: Time = Time(1_781_784_000_000_000);

/// A database brought up to date, with a clock that stands at [`NOON`].
pub(crate) async fn fresh() -> Db {
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    let name = format!("{}_{}_{number}", env!("CARGO_CRATE_NAME"), std::process::id());
    let url = match std::env::var_os("STOA_TEST_DATABASE_URL") {
        Some(server) => schema(server.to_str().unwrap(), &name).await,
        None => file(&name),
    };
    let db = open(&url).await;
    stoa_migrations::Migrator::up(db.for_migrations(), None).await.unwrap();
    db
}

fn file(name: &str) -> String {
    let path = std::env::temp_dir().join(format!("{name}.db"));
    for tail in ["", "-wal", "-shm"] {
        let _ = std::fs::remove_file(path.with_extension(format!("db{tail}")));
    }
    format!("sqlite://{}", path.display())
}

async fn schema(server: &str, name: &str) -> String {
    let db = open(server).await;
    let conn = db.for_migrations();
    conn.execute_unprepared(&format!("DROP SCHEMA IF EXISTS {name} CASCADE")).await.unwrap();
    conn.execute_unprepared(&format!("CREATE SCHEMA {name}")).await.unwrap();
    format!("{server}?options[search_path]={name}")
}

async fn open(url: &str) -> Db {
    let settings = DbSettings {
        url: url.to_owned(),
        connections: 4,
        durable: false,
        patience: Duration::from_secs(5),
    };
    Db::open(&settings, Clock::fixed(NOON), Entropy::seeded(7), Subscriptions::default())
        .await
        .unwrap()
}

/// The member with this number.
pub(crate) fn member(number: u8) -> MemberId {
    format!("01j000000000000000000000{number:02}").parse().unwrap()
}
