//! The throw-away PostgreSQL: databases in it, and its own end and return.

use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};

use sea_orm::{ConnectionTrait, Database};

static NUMBER: AtomicU32 = AtomicU32::new(0);

/// A server where databases may be made, and which may be stopped.
#[derive(Clone, Debug)]
pub struct Postgres {
    /// Its address without a database.
    server: String,
}

impl Postgres {
    /// The one that the script started.
    #[must_use]
    pub fn from_environment() -> Option<Self> {
        let server = std::env::var_os("STOA_FAULTS_POSTGRES")?.into_string().ok()?;
        (!server.is_empty()).then_some(Self { server })
    }

    /// A new, empty database: its address.
    ///
    /// # Errors
    /// A sentence when it cannot be made.
    pub async fn database(&self) -> Result<String, String> {
        let name = format!(
            "stoa_faults_{}_{}",
            std::process::id(),
            NUMBER.fetch_add(1, Ordering::Relaxed)
        );
        let url = format!("{}/postgres", self.server);
        let conn = Database::connect(url).await.map_err(|error| error.to_string())?;
        let made = conn.execute_unprepared(&format!("CREATE DATABASE {name}")).await;
        made.map_err(|error| error.to_string())?;
        Ok(format!("{}/{name}", self.server))
    }

    /// Ends it at once, as a crash would.
    ///
    /// # Errors
    /// A sentence when that does not succeed.
    pub fn stop(&self) -> Result<(), String> {
        self.script("halt_postgres")
    }

    /// Starts it again.
    ///
    /// # Errors
    /// A sentence when that does not succeed.
    pub fn start(&self) -> Result<(), String> {
        self.script("serve_postgres")
    }

    fn script(&self, word: &str) -> Result<(), String> {
        let mut shell = Command::new("bash");
        shell
            .args(["-euc", &format!(". scripts/postgres; {word}")])
            .current_dir(stoa_tests::repo::root());
        let output = shell.output().map_err(|error| error.to_string())?;
        if output.status.success() {
            Ok(())
        } else {
            Err(format!("{word}: {}", String::from_utf8_lossy(&output.stderr)))
        }
    }
}
