//! Files that go: those no text names any more, and bytes that belong to nobody.

use std::time::Duration;

use sha2::{Digest, Sha256};
use stoa_kernel::ids::{FileId, MemberId, PostId};
use stoa_kernel::{Db, Fault, Reads, Tx, instance, secret};
use stoa_threads::files;

use super::{Part, Store};
use crate::app::App;

/// A file that no text names yet is kept so long, for its text may be being written.
const KEPT: Duration = Duration::from_secs(2 * 24 * 3600);
/// Bytes without a row are somebody's who is just sending them, unless they are older.
const ABANDONED: Duration = Duration::from_secs(24 * 3600);
/// Until when nothing is removed for being unknown, among the instance's values.
const SPARED: &str = "store-spared-until";
const AFTER_RESTORE: Duration = Duration::from_secs(7 * 24 * 3600);
/// Files looked at in one transaction.
const BATCH: i64 = 100;

/// The daily round: lets go of files that no text names, and of bytes that have no row.
///
/// # Errors
/// [`Fault::Unavailable`] when database or store are away; it may be done again.
pub async fn round(app: &App) -> Result<(), Fault> {
    let before = app.db.now().minus(KEPT);
    let mut after = None;
    loop {
        let look = async |tx: &mut Tx| files::loose(tx, before, after, BATCH).await;
        let (gone, last) = app.db.write(look).await?;
        forget(app, &gone).await?;
        if last.is_none() {
            break;
        }
        after = last;
    }
    abandoned(app).await
}

/// For a week after a restore nothing is removed for being unknown: whoever goes back to the
/// history before finds its files.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn spare(tx: &mut Tx) -> Result<(), Fault> {
    instance::keep(tx, SPARED, &tx.now().plus(AFTER_RESTORE).0.to_string()).await
}

async fn abandoned(app: &App) -> Result<(), Fault> {
    let spared = instance::value(&app.db, SPARED).await?.and_then(|text| text.parse().ok());
    if spared.is_some_and(|until: i64| app.db.now().0 < until) {
        return Ok(());
    }
    let old = app.db.now().minus(ABANDONED);
    let mut there = app.files.all().await?;
    there.retain(|(_, at)| *at < old);
    let mut ids: Vec<FileId> = there.into_iter().map(|(id, _)| id).collect();
    ids.dedup();
    let alone = files::abandoned(&app.db, &ids).await?;
    forget(app, &alone).await
}

async fn forget(app: &App, gone: &[FileId]) -> Result<(), Fault> {
    for file in gone {
        app.files.forget(*file).await?;
    }
    Ok(())
}

/// Lets go of the files of a text whose words are erased.
///
/// # Errors
/// As [`round`].
pub async fn text_erased(app: &App, post: PostId) -> Result<(), Fault> {
    let gone = app.db.write(async |tx: &mut Tx| files::loose_of(tx, post).await).await?;
    forget(app, &gone).await
}

/// Lets go of the files of somebody who left, as far as no text that stays names them.
///
/// # Errors
/// As [`round`].
pub async fn who_left(app: &App, member: MemberId) -> Result<(), Fault> {
    let gone = app.db.write(async |tx: &mut Tx| files::leave(tx, member).await).await?;
    forget(app, &gone).await
}

/// Files that have a row and no bytes, or other bytes. Reads everything.
///
/// # Errors
/// As [`round`].
pub async fn missing(db: &Db, store: &Store) -> Result<Vec<FileId>, Fault> {
    let (mut missing, mut after) = (Vec::new(), None);
    loop {
        let some = files::known(db, after, BATCH).await?;
        let Some(last) = some.last() else { return Ok(missing) };
        after = Some(last.id);
        for known in &some {
            let whole = store.read(known.id, Part::Whole).await?;
            let sum = whole.map(|bytes| secret::hex(&Sha256::digest(&bytes)));
            if sum.as_ref() != Some(&known.sha256) {
                missing.push(known.id);
            }
        }
    }
}
