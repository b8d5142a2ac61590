//! What people who left, and texts that were erased, have left behind in the
//! files of this process: pages of the database that hold deleted rows, words in
//! the search index, letters kept as files. Done within the hour, for a large
//! database once a day at most.
//!
//! Each process keeps its own folder clean and notes there (`purged`) up to
//! which leaving it has done so. Beside it stands the journal (`erasures`) of
//! those who left: small, without names, and worth copying apart from the
//! database, because `stoa restore` reads it.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde::{Deserialize, Serialize};
use stoa_accounts::leaving::{self, Erasure};
use stoa_kernel::ids::PostId;
use stoa_kernel::{Db, Fault, Time};
use stoa_threads::leaving as texts;

use crate::app::App;
use crate::search;

/// How often it is looked whether there is something to do.
const LOOK: Duration = Duration::from_secs(3600);
/// A database larger than this is written anew at most once in [`SELDOM`].
const LARGE: u64 = 512 << 20;
const SELDOM: Duration = Duration::from_secs(20 * 3600);

/// Keeps the folder clean until the program stops.
pub async fn run(app: App) {
    let mut look = tokio::time::interval(LOOK);
    loop {
        tokio::select! {
            () = app.stop.cancelled() => return,
            _ = look.tick() => {}
        }
        if let Err(fault) = clean(&app).await {
            tracing::warn!(cause = %fault, "traces of people who left wait to be removed");
        }
    }
}

/// Removes the traces of everybody whose leaving has been carried out since the last time;
/// answers whether there was somebody.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away or a file cannot be written; it is done again.
pub async fn clean(app: &App) -> Result<bool, Fault> {
    let dir = &app.config.data.dir;
    let (member, text) = (leaving::newest(&app.db).await?, texts::newest(&app.db).await?);
    let Some(left) = member.max(text) else { return Ok(false) };
    if left <= purged(dir) || !may_now(app) {
        return Ok(false);
    }
    keep_journal(app).await?;
    app.postman.forget().await.map_err(Fault::broken)?;
    search::scrub(app).await?;
    app.db.scrub().await?;
    write(&dir.join("purged"), left.0.to_string().as_bytes()).map_err(Fault::broken)?;
    Ok(true)
}

/// A large database is not written anew for each of many who leave on one day.
fn may_now(app: &App) -> bool {
    let size = app.db.path().and_then(|path| path.metadata().ok()).map_or(0, |file| file.len());
    let since = std::fs::metadata(app.config.data.dir.join("purged"))
        .and_then(|file| file.modified())
        .ok()
        .and_then(|at| at.elapsed().ok());
    size < LARGE || since.is_none_or(|since| since > SELDOM)
}

fn purged(dir: &Path) -> Time {
    let text = std::fs::read_to_string(dir.join("purged")).unwrap_or_default();
    Time(text.trim().parse().unwrap_or(i64::MIN))
}

/// Where the journal of those who left stands in a data folder, or in a backup.
#[must_use]
pub fn journal_of(dir: &Path) -> PathBuf {
    dir.join("erasures")
}

/// Writes the journal into the folder.
///
/// # Errors
/// As [`clean`].
pub async fn keep_journal(app: &App) -> Result<(), Fault> {
    let path = journal_of(&app.config.data.dir);
    let own = journal(&app.db).await?;
    let known: HashSet<&[u8]> = own.split(|byte| *byte == b'\n').collect();
    // Who left in a history that was replaced by a copy is in the file alone.
    let there = std::fs::read(&path).unwrap_or_default();
    let more = there.split(|byte| *byte == b'\n').filter(|line| !known.contains(line));
    let mut lines = own.clone();
    for line in more.filter(|line| !line.is_empty()) {
        lines.extend_from_slice(line);
        lines.push(b'\n');
    }
    write(&path, &lines).map_err(Fault::broken)
}

/// What the journal says of one who left, or of a text that was erased.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Entry {
    /// Somebody left.
    Left(Erasure),
    /// Its author erased a text.
    Text {
        /// The post.
        post: PostId,
    },
}

/// The journal: one line of JSON for each who left and each text, without name and address.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn journal(db: &Db) -> Result<Vec<u8>, Fault> {
    let mut lines = Vec::new();
    let people = leaving::journal(db).await?.into_iter().map(Entry::Left);
    let posts = texts::journal(db).await?.into_iter().map(|post| Entry::Text { post });
    for entry in people.chain(posts) {
        serde_json::to_writer(&mut lines, &entry).map_err(Fault::broken)?;
        lines.push(b'\n');
    }
    Ok(lines)
}

/// Reads a journal; a folder without one has nobody in it.
///
/// # Errors
/// A sentence for the operator when a line is none of ours.
pub fn read_journal(path: &Path) -> Result<Vec<Entry>, String> {
    let about = |error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
    let text = match std::fs::read_to_string(path) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        read => read.map_err(|error| about(&error))?,
    };
    text.lines().map(|line| serde_json::from_str(line).map_err(|error| about(&error))).collect()
}

/// Writes a file whole or not at all.
fn write(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let unfinished = path.with_extension("part");
    std::fs::write(&unfinished, bytes)?;
    std::fs::File::open(&unfinished)?.sync_all()?;
    std::fs::rename(&unfinished, path)
}
