//! Copies: `stoa backup DIR` while people write, `stoa restore DIR` into an
//! empty place.
//!
//! A copy holds the database (`stoa.db`, or `stoa.dump` of PostgreSQL), the
//! folder `files` with what people sent, the journal of those who left, and
//! `manifest.json`, which says what it is and holds the SHA-256 of the
//! database's file; those of the files stand in the database. Letters kept as
//! files and the search index are not in it.
//!
//! **Who left before a copy is restored has left the restored copy as well**:
//! the journals of the copy, of the folder it is restored into, and of a file
//! that is named, are carried out before anything is served.

mod bytes;
mod postgres;

use std::fs::{self, File};
use std::io::{Read, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

use sea_orm_migration::MigratorTrait;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use stoa_kernel::db::Reads;
use stoa_kernel::{Clock, Db, Entropy, Fault, Subscriptions, Tx, instance};
use stoa_migrations::Migrator;

use crate::app::App;
use crate::boot::{self, Outside};
use crate::cli::admin::Command;
use crate::config::Config;
use crate::purge::Entry;
use crate::{leaving, purge, sound, wire};

/// What a SQLite database consists of: the file, its log, its shared memory.
const ENDS: [&str; 3] = ["", "-wal", "-shm"];
/// When a copy was made last, among the instance's values.
pub(crate) const MADE: &str = "copy-made";
/// The name of the journal in a copy and in a data folder is the same: see [`purge::journal_of`].
const MANIFEST: &str = "manifest.json";

/// What a copy says of itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// The program's version.
    pub stoa: String,
    /// `sqlite` or `postgres`.
    pub database: String,
    /// The database's file.
    pub file: String,
    /// Its SHA-256, in hexadecimal.
    pub sha256: String,
    /// How many changes of the schema are in it.
    pub schema: usize,
    /// When it was begun, RFC 3339.
    pub made_at: String,
}

/// Copies the database while people write; answers a sentence for the operator. The process that
/// was asked does so itself: another may not see the folder, as a service mostly does not.
///
/// # Errors
/// A sentence for the operator.
pub async fn backup(config: &Config, dir: &Path) -> Result<String, String> {
    let db = there(config).await?;
    let about = |error: std::io::Error| format!("{}: {error}", dir.display());
    empty_folder(dir).map_err(about)?;
    let made_at = db.now().timestamp().to_string();
    let (database, file) = match config.on_sqlite() {
        true => ("sqlite", dir.join("stoa.db")),
        false => ("postgres", dir.join("stoa.dump")),
    };
    // Nobody else reads it from its first byte on.
    keep(&file, b"").map_err(about)?;
    match config.sqlite_path() {
        Some(from) => stoa_kernel::file::copy(&from, &file).await.map_err(|f| f.to_string())?,
        None => postgres::dump(config, &file).await?,
    }
    let files = bytes::copy(config, &db, dir).await?;
    let journal = purge::journal(&db).await.map_err(|fault| fault.to_string())?;
    keep(&purge::journal_of(dir), &journal).map_err(about)?;
    let manifest = Manifest {
        stoa: env!("CARGO_PKG_VERSION").to_owned(),
        database: database.to_owned(),
        file: name_of(&file),
        sha256: hash(&file).map_err(about)?,
        schema: Migrator::migrations().len(),
        made_at: made_at.clone(),
    };
    let json = serde_json::to_vec_pretty(&manifest).map_err(|error| error.to_string())?;
    private(&file).map_err(about)?;
    keep(&dir.join(MANIFEST), &json).map_err(about)?;
    note(config, &db, &made_at).await?;
    let size = fs::metadata(&file).map_err(about)?.len();
    Ok(format!(
        "{}: {size} bytes, verified; sha256 {}; {files} files of people",
        file.display(),
        manifest.sha256
    ))
}

/// The database, which has to be there and up to date: a copy of nothing is worse than none.
async fn there(config: &Config) -> Result<Db, String> {
    if let Some(path) = config.sqlite_path() {
        if !path.exists() {
            return Err(format!("{} does not exist: is this the right place?", path.display()));
        }
        if let Ok(_nobody_serves) = boot::guard(config) {
            sound::ensure(config, false)?;
            sound::ended(config);
        }
    }
    let about = |fault: &dyn std::fmt::Display| format!("database: {fault}");
    let outside = (Clock::System, Entropy::system());
    let settings = config.db_settings();
    let opened = Db::open(&settings, outside.0, outside.1, Subscriptions::default()).await;
    let db = opened.map_err(|fault| about(&fault))?;
    let pending = Migrator::get_pending_migrations(db.for_migrations()).await;
    match pending.map_err(|error| about(&error))?.len() {
        0 => Ok(db),
        some => Err(about(&format!("{some} migrations wait; run `stoa migrate` before"))),
    }
}

/// Lets the process that serves note that a copy was made, or notes it here when none does.
async fn note(config: &Config, db: &Db, made_at: &str) -> Result<(), String> {
    let command = Command::Copied { at: made_at.to_owned() };
    match wire::ask(config, &command).await {
        Some(answer) => answer.map(|_| ()),
        None => made(db, made_at).await.map_err(|fault| fault.to_string()),
    }
}

/// Notes when the newest copy was made.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub(crate) async fn made(db: &Db, at: &str) -> Result<(), Fault> {
    db.write(async |tx: &mut Tx| instance::keep(tx, MADE, at).await).await
}

/// Nobody else on the machine reads a copy: it holds what the database holds.
fn empty_folder(dir: &Path) -> std::io::Result<()> {
    match fs::read_dir(dir) {
        Ok(mut files) => match files.next() {
            None => fs::set_permissions(dir, fs::Permissions::from_mode(0o700)),
            Some(_) => Err(std::io::Error::other("not empty; name a new folder for each copy")),
        },
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => private_folder(dir),
        Err(error) => Err(error),
    }
}

fn private_folder(dir: &Path) -> std::io::Result<()> {
    fs::DirBuilder::new().recursive(true).mode(0o700).create(dir)
}

fn private(file: &Path) -> std::io::Result<()> {
    fs::set_permissions(file, fs::Permissions::from_mode(0o600))?;
    File::open(file)?.sync_all()
}

fn keep(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let options = File::options().write(true).create(true).truncate(true).mode(0o600).to_owned();
    options.open(path)?.write_all(bytes)?;
    private(path)
}

fn name_of(file: &Path) -> String {
    file.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn hash(file: &Path) -> std::io::Result<String> {
    let (mut sum, mut from) = (Sha256::new(), File::open(file)?);
    let mut piece = vec![0; 1 << 20];
    loop {
        match from.read(&mut piece)? {
            0 => return Ok(stoa_kernel::secret::hex(&sum.finalize())),
            count => sum.update(piece.get(..count).unwrap_or_default()),
        }
    }
}

/// What to restore, and how.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// The copy.
    pub dir: PathBuf,
    /// A further journal of those who left.
    pub erasures: Option<PathBuf>,
    /// Puts a database that is there aside.
    pub replace: bool,
}

/// Restores a copy and verifies it; answers sentences for the operator.
///
/// # Errors
/// A sentence for the operator; nothing was served and the copy is as it was.
pub async fn restore(mut config: Config, wanted: &Wanted) -> Result<String, String> {
    let _guard = boot::guard(&config)?;
    let manifest = read_manifest(&wanted.dir)?;
    if (manifest.database == "sqlite") != config.on_sqlite() {
        return Err(format!("a copy of {} is restored into {0} alone", manifest.database));
    }
    if manifest.schema > Migrator::migrations().len() {
        return Err(format!("the copy was made by a newer program ({})", manifest.stoa));
    }
    let journal = gather(&config, wanted)?;
    match manifest.database.as_str() {
        "sqlite" => put_sqlite(&config, &wanted.dir.join(&manifest.file), wanted.replace)?,
        _ => postgres::load(&config, &wanted.dir.join(&manifest.file), wanted.replace).await?,
    }
    if config.server.public_url.is_empty() {
        config.server.public_url = format!("http://{}", config.server.listen);
    }
    let outside = Outside::real(&config)?;
    if !wanted.replace && outside.files.owner().await?.is_some() {
        return Err("files.url: files of an instance are there; --replace takes them over".into());
    }
    let files = bytes::put_back(&outside.files, &wanted.dir).await?;
    boot::void(&config, &outside).await.map_err(|fault| format!("database: {fault}"))?;
    let app = boot::app(config, outside).await.map_err(|fault| format!("database: {fault}"))?;
    let left = carry_out(&app, &journal).await.map_err(|fault| fault.to_string())?;
    let wrong = verified(&app).await.map_err(|fault| fault.to_string())?;
    if !wrong.is_empty() {
        return Err(format!("restored, and something is wrong:\n{}", wrong.join("\n")));
    }
    let (at, lost) = (manifest.made_at, crate::files::missing(&app.db, &app.files).await);
    let lost = lost.map_err(|fault| fault.to_string())?.len();
    let files = match lost {
        0 => format!("{files} files of people"),
        lost => format!("{files} files of people, {lost} are not in the copy"),
    };
    Ok(format!("restored the copy of {at}: {files}; {left} who left since are erased"))
}

fn read_manifest(dir: &Path) -> Result<Manifest, String> {
    let path = dir.join(MANIFEST);
    let about = |error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
    let text = fs::read_to_string(&path).map_err(|error| about(&error))?;
    let manifest: Manifest = serde_json::from_str(&text).map_err(|error| about(&error))?;
    // A name, not a way to another place.
    if Path::new(&manifest.file).components().count() != 1 {
        return Err(about(&"its file is not in the folder"));
    }
    let file = dir.join(&manifest.file);
    match hash(&file) {
        Ok(sum) if sum == manifest.sha256 => Ok(manifest),
        Ok(_) => Err(format!("{}: damaged, its SHA-256 is another", file.display())),
        Err(error) => Err(format!("{}: {error}", file.display())),
    }
}

/// Everybody who left, as the folder, the copy and the named file know.
fn gather(config: &Config, wanted: &Wanted) -> Result<Vec<Entry>, String> {
    let mut all = purge::read_journal(&purge::journal_of(&config.data.dir))?;
    all.extend(purge::read_journal(&purge::journal_of(&wanted.dir))?);
    if let Some(named) = &wanted.erasures {
        if !named.exists() {
            return Err(format!("{}: there is no such file", named.display()));
        }
        all.extend(purge::read_journal(named)?);
    }
    Ok(all)
}

fn put_sqlite(config: &Config, from: &Path, replace: bool) -> Result<(), String> {
    let to = config.sqlite_path().ok_or("database.url: not a file")?;
    let about = |error: std::io::Error| format!("{}: {error}", to.display());
    if to.exists() && !replace {
        return Err(format!("{} is there already; --replace puts it aside", to.display()));
    }
    let unfinished = to.with_extension("part");
    keep(&unfinished, b"").map_err(about)?;
    fs::copy(from, &unfinished).map_err(about)?;
    private(&unfinished).map_err(about)?;
    // Only now, when the new one lies there whole.
    put_aside(&to).map_err(about)?;
    sound::ended(config);
    fs::rename(&unfinished, &to).map_err(about)?;
    let folder = to.parent().unwrap_or_else(|| Path::new("."));
    File::open(folder).and_then(|folder| folder.sync_all()).map_err(about)
}

/// The database with its log, under names that nothing has yet: `stoa.db.before-1`, and so on.
fn put_aside(database: &Path) -> std::io::Result<()> {
    let name = |number: u32, end: &str| {
        PathBuf::from(format!("{}.before-{number}{end}", database.display()))
    };
    let free = |number: &u32| ENDS.iter().all(|end| !name(*number, end).exists());
    let number = (1..).find(free).unwrap_or_default();
    for end in ENDS {
        let path = PathBuf::from(format!("{}{end}", database.display()));
        if path.exists() {
            fs::rename(&path, name(number, end))?;
        }
    }
    Ok(())
}

/// Lets go whoever left in that part of the history which is lost.
///
/// # Errors
/// A sentence for the operator.
pub(crate) async fn left_since(app: &App) -> Result<(), String> {
    let journal = purge::read_journal(&purge::journal_of(&app.config.data.dir))?;
    carry_out(app, &journal).await.map(|_| ()).map_err(|fault| format!("database: {fault}"))
}

async fn carry_out(app: &App, journal: &[Entry]) -> Result<usize, Fault> {
    let mut left = 0;
    for entry in journal {
        match entry {
            Entry::Left(erasure) => {
                left += usize::from(leaving::replay(app, erasure).await?);
                leaving::carry_out(app, erasure.member).await?;
            }
            Entry::Text { post } => leaving::erase_text(app, *post).await?,
        }
    }
    if !journal.is_empty() {
        app.db.scrub().await?;
    }
    purge::keep_journal(app).await?;
    Ok(left)
}

/// What contradicts itself in the restored database.
async fn verified(app: &App) -> Result<Vec<String>, Fault> {
    let mut wrong = app.db.integrity().await?;
    wrong.extend(stoa_threads::recount::differences(&app.db).await?);
    Ok(wrong)
}
