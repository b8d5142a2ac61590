//! A database for one test.

use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};

use sea_orm::{ConnectionTrait, Database, DatabaseConnection};

static NUMBER: AtomicU32 = AtomicU32::new(0);

/// A database that goes away with its test.
pub(crate) struct Scratch {
    /// Its address.
    pub(crate) url: String,
    /// A folder of the test's own.
    pub(crate) dir: PathBuf,
}

#[expect(clippy::disallowed_methods, reason = "the test run is configured by its environment")]
fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

/// Whether this run is on PostgreSQL.
pub(crate) fn on_postgres() -> bool {
    variable("STOA_TEST_DB").as_deref() == Some("postgres")
}

impl Scratch {
    /// A fresh, empty database.
    pub(crate) async fn new() -> Self {
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let name = format!("stoa_test_{}_{number}", std::process::id());
        let dir = std::env::temp_dir().join(&name);
        std::fs::create_dir_all(&dir).expect("a temporary folder can be made");
        if !on_postgres() {
            return Self { url: format!("sqlite://{}", dir.join("stoa.db").display()), dir };
        }
        let server = variable("STOA_TEST_POSTGRES_URL").expect("STOA_TEST_POSTGRES_URL is set");
        let conn = server_connection(&server).await;
        conn.execute_unprepared(&format!("CREATE DATABASE {name}"))
            .await
            .expect("a database can be made");
        Self { url: format!("{server}/{name}"), dir }
    }
}

impl Scratch {
    /// Puts a kept database in the place of the empty one: `NAME.db.gz`, or `NAME.sql.gz` for
    /// PostgreSQL.
    pub(crate) async fn fill(&self, name: &str) {
        if !on_postgres() {
            let file = self.dir.join("stoa.db");
            std::fs::write(file, kept(&format!("{name}.db.gz"))).expect("the folder is ours");
            return;
        }
        let script = String::from_utf8(kept(&format!("{name}.sql.gz"))).expect("text");
        // What begins with a backslash is said to another program.
        let lines = script.lines().filter(|line| !line.starts_with('\\'));
        let conn = Database::connect(&self.url).await.expect("PostgreSQL answers");
        let sql = lines.collect::<Vec<_>>().join("\n");
        conn.execute_unprepared(&sql).await.expect("a kept database is whole");
        conn.close().await.expect("a connection ends");
    }
}

fn kept(name: &str) -> Vec<u8> {
    use std::io::Read;
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("kept").join(name);
    let file = std::fs::File::open(&path).unwrap_or_else(|error| panic!("{name}: {error}"));
    let mut bytes = Vec::new();
    flate2::read::GzDecoder::new(file).read_to_end(&mut bytes).expect("gzip");
    bytes
}

async fn server_connection(server: &str) -> DatabaseConnection {
    Database::connect(format!("{server}/postgres")).await.expect("PostgreSQL answers")
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // Left-over files do no harm; the next run has other names.
        let _ = std::fs::remove_dir_all(&self.dir);
    }
}
