//! The files that people sent, in a copy: the folder `files`, one file each with the smaller
//! picture beside it, under the names that the database has for them.

use std::path::{Path, PathBuf};

use bytes::Bytes;
use sha2::{Digest, Sha256};
use stoa_kernel::ids::FileId;
use stoa_kernel::{Db, Fault};
use stoa_threads::files::{self, Known};

use super::{keep, private_folder};
use crate::config::Config;
use crate::files::{Part, Store, Unkept};

/// Rows read at a time.
const BATCH: i64 = 200;

fn folder(dir: &Path) -> PathBuf {
    dir.join("files")
}

fn name(file: FileId, part: Part) -> String {
    match part {
        Part::Whole => file.to_string(),
        Part::Small => format!("{file}-small"),
    }
}

/// Copies every file that the database knows; answers how many. It is asked after the database was
/// copied, so that what the copy knows is there; what went in between is not missed.
///
/// # Errors
/// A sentence for the operator.
pub(super) async fn copy(config: &Config, db: &Db, dir: &Path) -> Result<usize, String> {
    let into = folder(dir);
    private_folder(&into).map_err(|error| format!("{}: {error}", into.display()))?;
    let store = Store::open(config)?;
    let (mut copied, mut after) = (0, None);
    loop {
        let some = files::known(db, after, BATCH).await.map_err(|fault| fault.to_string())?;
        let Some(last) = some.last() else { return Ok(copied) };
        after = Some(last.id);
        for known in &some {
            copied += usize::from(copy_one(&store, known, &into).await?);
        }
    }
}

async fn copy_one(store: &Store, known: &Known, into: &Path) -> Result<bool, String> {
    let read = |part| store.read(known.id, part);
    let whole = read(Part::Whole).await.map_err(|fault| fault.to_string())?;
    let Some(whole) = whole else { return Ok(false) };
    // One damaged file is no reason to have no copy; checking and restoring name it.
    if stoa_kernel::secret::hex(&Sha256::digest(&whole)) != known.sha256 {
        tracing::warn!(file = %known.id, "a file is damaged: its SHA-256 is another");
    }
    write(into, known.id, Part::Whole, &whole)?;
    if known.small
        && let Some(small) = read(Part::Small).await.map_err(|fault| fault.to_string())?
    {
        write(into, known.id, Part::Small, &small)?;
    }
    Ok(true)
}

fn write(into: &Path, file: FileId, part: Part, bytes: &Bytes) -> Result<(), String> {
    let path = into.join(name(file, part));
    keep(&path, bytes).map_err(|error| format!("{}: {error}", path.display()))
}

/// Puts the files of a copy into the store; answers how many. A copy from before there were any
/// has none.
///
/// # Errors
/// A sentence for the operator.
pub(super) async fn put_back(store: &Store, dir: &Path) -> Result<usize, String> {
    let from = folder(dir);
    let about = |error: std::io::Error| format!("{}: {error}", from.display());
    if !from.exists() {
        return Ok(0);
    }
    let mut put = 0;
    for entry in std::fs::read_dir(&from).map_err(about)? {
        let path = entry.map_err(about)?.path();
        let Some((file, part)) = known(&path) else { continue };
        let bytes = Bytes::from(std::fs::read(&path).map_err(about)?);
        store.put(file, part, bytes).await.map_err(|unkept| said(&unkept))?;
        put += usize::from(part == Part::Whole);
    }
    Ok(put)
}

fn known(path: &Path) -> Option<(FileId, Part)> {
    let name = path.file_name()?.to_str()?;
    match name.strip_suffix("-small") {
        Some(id) => Some((id.parse().ok()?, Part::Small)),
        None => Some((name.parse().ok()?, Part::Whole)),
    }
}

fn said(unkept: &Unkept) -> String {
    match unkept {
        Unkept::Full => "files.url: there is no room".to_owned(),
        Unkept::Away(why) => Fault::Unavailable(why.clone()).to_string(),
    }
}
