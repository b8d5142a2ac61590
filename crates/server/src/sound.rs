//! Before a SQLite database is opened: is everything there that was
//! acknowledged? SQLite itself would go on without a word.
//!
//! A file `running` in the data folder says that a process served and has not
//! ended by itself; beside it the database's log has to be there.

use std::path::{Path, PathBuf};

use stoa_kernel::wal::{self, Log};

use crate::config::Config;

/// A loss that was found, in words for the operator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loss(String);

impl std::fmt::Display for Loss {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

fn marker(config: &Config) -> PathBuf {
    config.data.dir.join("running")
}

/// Beside the file itself, where the name is a link to it.
fn log_of(database: &Path) -> PathBuf {
    let real = database.canonicalize().unwrap_or_else(|_| database.to_owned());
    PathBuf::from(format!("{}-wal", real.display()))
}

/// Looks, and changes nothing; only while nobody serves the folder.
///
/// # Errors
/// A sentence when the log cannot be read.
pub fn look(config: &Config) -> Result<Option<Loss>, String> {
    let Some(database) = config.sqlite_path() else { return Ok(None) };
    let (log, ran) = (log_of(&database), marker(config).exists());
    if !database.exists() {
        let name = database.display();
        let lost = ran || log.exists();
        return Ok(lost.then(|| Loss(format!("{name} is gone, though a program has served it"))));
    }
    let seen = wal::look(&log).map_err(|error| format!("{}: {error}", log.display()))?;
    let name = log.display();
    Ok(match seen {
        Log::Whole => None,
        Log::Absent if !ran => None,
        Log::Absent => Some(Loss(format!(
            "{name} is gone, though the program did not end by itself: what was written shortly \
             before is lost, unless another program has opened the database since and put \
             everything in its place"
        ))),
        Log::Damaged { at, transactions } => Some(Loss(format!(
            "{name} is damaged at byte {at}: {transactions} transactions written after it are lost"
        ))),
    })
}

/// Looks before the database is opened by the process that owns the folder. With `accept`, a
/// damaged log is put aside as it is, and the program goes on without what is lost; answers
/// whether something is.
///
/// # Errors
/// A sentence for the operator, with what he can do.
pub fn ensure(config: &Config, accept: bool) -> Result<bool, String> {
    let loss = look(config)?;
    if let Some(loss) = &loss {
        if !accept {
            return Err(format!(
                "{loss}. Restore a copy (`stoa restore`), or go on without it: \
                 `stoa serve --accept-loss`"
            ));
        }
        tracing::error!(%loss, "going on without what is lost");
        put_aside(config).map_err(|error| error.to_string())?;
    }
    Ok(loss.is_some())
}

/// A copy of the damaged log stays for whoever wants to read what can be read.
fn put_aside(config: &Config) -> std::io::Result<()> {
    let Some(log) = config.sqlite_path().map(|path| log_of(&path)) else { return Ok(()) };
    match log.exists() {
        true => std::fs::copy(&log, format!("{}.damaged", log.display())).map(|_| ()),
        false => Ok(()),
    }
}

/// From now on the log has to be there, until [`ended`]. A full disk keeps nobody from starting.
pub fn begun(config: &Config) {
    if config.on_sqlite()
        && let Err(error) = std::fs::write(marker(config), b"")
    {
        tracing::warn!(%error, "a lost log would not be noticed at the next start");
    }
}

/// The program has ended by itself.
pub fn ended(config: &Config) {
    if let Err(error) = remove(&marker(config)) {
        tracing::warn!(%error, "the folder still says that a process serves");
    }
}

fn remove(path: &Path) -> std::io::Result<()> {
    match std::fs::remove_file(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}
