//! Copies: `stoa backup DIR` while people write, `stoa restore DIR` into an
//! empty place.
//!
//! A copy holds the database (`stoa.db`, or `stoa.dump` of PostgreSQL), the
//! journal of those who left, and `manifest.json`, which says what it is and
//! holds the SHA-256 of the database's file. Letters kept as files and the
//! search index are not in it.
//!
//! **Who left before a copy is restored has left the restored copy as well**:
//! the journals of the copy, of the folder it is restored into, and of a file
//! that is named, are carried out before anything is served.

mod postgres;

use std::fs::{self, File};
use std::io::Read;
use std::os::unix::fs::{DirBuilderExt, PermissionsExt};
use std::path::{Path, PathBuf};

use sea_orm_migration::MigratorTrait;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use stoa_accounts::leaving::Erasure;
use stoa_kernel::db::Reads;
use stoa_kernel::{Fault, Tx, instance};
use stoa_migrations::Migrator;

use crate::app::App;
use crate::boot::{self, Outside};
use crate::config::Config;
use crate::{leaving, purge, sound};

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

/// Copies the database while people write; answers a sentence for the operator.
///
/// # Errors
/// A sentence for the operator.
pub async fn backup(app: &App, dir: &Path) -> Result<String, String> {
    let about = |error: std::io::Error| format!("{}: {error}", dir.display());
    empty_folder(dir).map_err(about)?;
    let made_at = app.db.now().timestamp().to_string();
    let (database, file) = match app.config.on_sqlite() {
        true => ("sqlite", dir.join("stoa.db")),
        false => ("postgres", dir.join("stoa.dump")),
    };
    match database {
        "sqlite" => app.db.copy_into(&file).await.map_err(|fault| fault.to_string())?,
        _ => postgres::dump(&app.config, &file).await?,
    }
    let journal = purge::journal(app).await.map_err(|fault| fault.to_string())?;
    keep(&purge::journal_of(dir), &journal).map_err(about)?;
    let manifest = Manifest {
        stoa: env!("CARGO_PKG_VERSION").to_owned(),
        database: database.to_owned(),
        file: name_of(&file),
        sha256: hashed(file.clone()).await.map_err(about)?,
        schema: Migrator::migrations().len(),
        made_at: made_at.clone(),
    };
    let json = serde_json::to_vec_pretty(&manifest).map_err(|error| error.to_string())?;
    private(&file).map_err(about)?;
    keep(&dir.join(MANIFEST), &json).map_err(about)?;
    let noted = app.db.write(async |tx: &mut Tx| instance::keep(tx, MADE, &made_at).await);
    noted.await.map_err(|fault| fault.to_string())?;
    let size = fs::metadata(&file).map_err(about)?.len();
    Ok(format!("{}: {size} bytes, verified; sha256 {}", file.display(), manifest.sha256))
}

/// Nobody else on the machine reads a copy: it holds what the database holds.
fn empty_folder(dir: &Path) -> std::io::Result<()> {
    match fs::read_dir(dir) {
        Ok(mut files) => match files.next() {
            None => Ok(()),
            Some(_) => Err(std::io::Error::other("not empty; name a new folder for each copy")),
        },
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            fs::DirBuilder::new().recursive(true).mode(0o700).create(dir)
        }
        Err(error) => Err(error),
    }
}

fn private(file: &Path) -> std::io::Result<()> {
    fs::set_permissions(file, fs::Permissions::from_mode(0o600))?;
    File::open(file)?.sync_all()
}

fn keep(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    fs::write(path, bytes)?;
    private(path)
}

fn name_of(file: &Path) -> String {
    file.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// Beside the work of the process that serves.
async fn hashed(file: PathBuf) -> std::io::Result<String> {
    tokio::task::spawn_blocking(move || hash(&file)).await.map_err(std::io::Error::other)?
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
    boot::void(&config, &outside).await.map_err(|fault| format!("database: {fault}"))?;
    let app = boot::app(config, outside).await.map_err(|fault| format!("database: {fault}"))?;
    let left = carry_out(&app, &journal).await.map_err(|fault| fault.to_string())?;
    let wrong = verified(&app).await.map_err(|fault| fault.to_string())?;
    if !wrong.is_empty() {
        return Err(format!("restored, and something is wrong:\n{}", wrong.join("\n")));
    }
    Ok(format!("restored the copy of {}; {left} who left since are erased", manifest.made_at))
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
fn gather(config: &Config, wanted: &Wanted) -> Result<Vec<Erasure>, String> {
    let mut all = purge::read_journal(&purge::journal_of(&config.data.dir))?;
    all.extend(purge::read_journal(&purge::journal_of(&wanted.dir))?);
    if let Some(named) = &wanted.erasures {
        if !named.exists() {
            return Err(format!("{}: there is no such file", named.display()));
        }
        all.extend(purge::read_journal(named)?);
    }
    all.sort_by_key(|entry| (entry.asked_at, entry.member));
    all.dedup_by_key(|entry| entry.member);
    Ok(all)
}

fn put_sqlite(config: &Config, from: &Path, replace: bool) -> Result<(), String> {
    let to = config.sqlite_path().ok_or("database.url: not a file")?;
    let about = |error: std::io::Error| format!("{}: {error}", to.display());
    if to.exists() && !replace {
        return Err(format!("{} is there already; --replace puts it aside", to.display()));
    }
    put_aside(&to).map_err(about)?;
    sound::ended(config);
    let unfinished = to.with_extension("part");
    fs::copy(from, &unfinished).map_err(about)?;
    private(&unfinished).map_err(about)?;
    fs::rename(&unfinished, &to).map_err(about)
}

/// The database with its log, under names of their own.
fn put_aside(database: &Path) -> std::io::Result<()> {
    for end in ["", "-wal", "-shm"] {
        let path = PathBuf::from(format!("{}{end}", database.display()));
        if path.exists() {
            fs::rename(&path, format!("{}.before-restore{end}", database.display()))?;
        }
    }
    Ok(())
}

async fn carry_out(app: &App, journal: &[Erasure]) -> Result<usize, Fault> {
    let mut left = 0;
    for entry in journal {
        left += usize::from(leaving::replay(app, entry).await?);
        leaving::carry_out(app, entry.member).await?;
    }
    if left > 0 {
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
