//! PostgreSQL is copied and restored by its own programs, `pg_dump` and
//! `pg_restore`; the password reaches them by the environment, where no list
//! of processes shows it.

use std::path::Path;

use sea_orm_migration::sea_orm::{ConnectionTrait, Database, DbBackend, Statement};
use secrecy::ExposeSecret;
use tokio::process::Command;

use crate::config::Config;

/// Copies the database while people write.
///
/// # Errors
/// A sentence for the operator.
pub(super) async fn dump(config: &Config, file: &Path) -> Result<(), String> {
    let mut command = with_server("pg_dump", config)?;
    command.args(["--format=custom", "--no-owner", "--no-privileges", "--no-password", "--file"]);
    command.arg(file);
    run("pg_dump", command).await
}

/// Restores into an empty database, or (with `replace`) into one whose tables go first.
///
/// # Errors
/// A sentence for the operator.
pub(super) async fn load(config: &Config, file: &Path, replace: bool) -> Result<(), String> {
    empty(config, replace).await?;
    let mut command = with_server("pg_restore", config)?;
    command.args(["--exit-on-error", "--single-transaction", "--no-owner", "--no-privileges"]);
    command.args(["--no-password"]).arg("--dbname").arg(database(config)?).arg(file);
    run("pg_restore", command).await
}

/// An empty database, or every table of a newer program would stay beside those of the copy.
async fn empty(config: &Config, replace: bool) -> Result<(), String> {
    let about = |error: &dyn std::fmt::Display| format!("database: {error}");
    let url = config.database.url.expose_secret();
    let db = Database::connect(url).await.map_err(|error| about(&error))?;
    let sql = "SELECT COUNT(*) FROM pg_tables WHERE schemaname = current_schema()";
    let ask = Statement::from_string(DbBackend::Postgres, sql);
    let row = db.query_one_raw(ask).await.map_err(|error| about(&error))?;
    let tables: i64 = row.and_then(|row| row.try_get_by_index(0).ok()).unwrap_or_default();
    if tables > 0 && !replace {
        return Err(about(&"it has tables already; --replace lets them go"));
    }
    let drop = "DO $$ DECLARE one RECORD; BEGIN FOR one IN SELECT tablename FROM pg_tables \
                WHERE schemaname = current_schema() LOOP EXECUTE 'DROP TABLE IF EXISTS ' || \
                quote_ident(one.tablename) || ' CASCADE'; END LOOP; END $$";
    db.execute_unprepared(drop).await.map_err(|error| about(&error))?;
    db.close().await.map_err(|error| about(&error))
}

async fn run(name: &str, mut command: Command) -> Result<(), String> {
    let output = command
        .output()
        .await
        .map_err(|error| format!("{name}: {error}; install the client programs of PostgreSQL"))?;
    if output.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    Err(format!("{name}: {}", said.lines().next().unwrap_or("failed")))
}

/// The parts of the address, as these programs read them from the environment.
fn with_server(name: &str, config: &Config) -> Result<Command, String> {
    let url = parts(config)?;
    let mut command = Command::new(name);
    command.env("PGDATABASE", database(config)?);
    command.env("PGHOST", url.host).env("PGPORT", url.port);
    if let Some(user) = url.user {
        command.env("PGUSER", user);
    }
    if let Some(password) = url.password {
        command.env("PGPASSWORD", password);
    }
    for (name, value) in url.settings {
        command.env(name, value);
    }
    Ok(command)
}

fn database(config: &Config) -> Result<String, String> {
    Ok(parts(config)?.database)
}

#[derive(Debug, PartialEq, Eq)]
struct Parts {
    user: Option<String>,
    password: Option<String>,
    host: String,
    port: String,
    database: String,
    settings: Vec<(&'static str, String)>,
}

/// What may stand behind the `?` of the address, and how these programs are told.
const SETTINGS: [(&str, &str); 6] = [
    ("sslmode", "PGSSLMODE"),
    ("sslrootcert", "PGSSLROOTCERT"),
    ("sslcert", "PGSSLCERT"),
    ("sslkey", "PGSSLKEY"),
    ("options", "PGOPTIONS"),
    ("application_name", "PGAPPNAME"),
];

fn settings(query: &str) -> Option<Vec<(&'static str, String)>> {
    let pairs = query.split('&').filter(|pair| !pair.is_empty());
    pairs
        .map(|pair| {
            let (name, value) = pair.split_once('=')?;
            let (_, known) = SETTINGS.iter().find(|(setting, _)| *setting == name)?;
            Some((*known, plain(value)))
        })
        .collect()
}

fn parts(config: &Config) -> Result<Parts, String> {
    let url = config.database.url.expose_secret();
    read(url).ok_or_else(|| "database.url: postgres://USER:PASSWORD@HOST:PORT/NAME".to_owned())
}

fn read(url: &str) -> Option<Parts> {
    let (rest, query) = url.split_once("://")?.1.split_once('?').unwrap_or((after(url)?, ""));
    let (server, database) = rest.split_once('/')?;
    let (who, place) = server.rsplit_once('@').unwrap_or(("", server));
    let (user, password) = who.split_once(':').unwrap_or((who, ""));
    // The host of an IPv6 address is in brackets, so that its colons are none of the port's.
    let (host, port) = match place.rsplit_once(':') {
        Some((host, port)) if !port.contains(']') => (host, port),
        _ => (place, "5432"),
    };
    let some = |text: &str| (!text.is_empty()).then(|| plain(text));
    Some(Parts {
        user: some(user),
        password: some(password),
        host: plain(host.trim_matches(['[', ']'])),
        port: port.to_owned(),
        database: plain(database),
        settings: settings(query)?,
    })
}

fn after(url: &str) -> Option<&str> {
    url.split_once("://").map(|(_, rest)| rest)
}

/// Without the percent signs that an address needs.
fn plain(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('%') {
        bytes.extend_from_slice(before.as_bytes());
        match after.get(..2).and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = after.get(2..).unwrap_or_default();
            }
            None => {
                bytes.push(b'%');
                rest = after;
            }
        }
    }
    bytes.extend_from_slice(rest.as_bytes());
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_taken_apart() {
        let all = read("postgres://sto%40a:pa%2Fss:w@[::1]:5433/forum?sslmode=require").unwrap();
        assert_eq!(all.user.as_deref(), Some("sto@a"));
        assert_eq!(all.password.as_deref(), Some("pa/ss:w"));
        assert_eq!((all.host.as_str(), all.port.as_str()), ("::1", "5433"));
        assert_eq!(all.database, "forum");
        assert_eq!(all.settings, [("PGSSLMODE", "require".to_owned())]);
        assert_eq!(read("postgres://w/forum?surprise=yes"), None);
        let short = read("postgres://localhost/forum").unwrap();
        assert_eq!((short.user, short.password), (None, None));
        assert_eq!((short.host.as_str(), short.port.as_str()), ("localhost", "5432"));
        assert_eq!(read("postgres:forum"), None);
    }
}
