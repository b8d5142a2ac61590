//! Files that no text names any more.

use sea_orm::{ConnectionTrait, DbBackend, FromQueryResult, Value};
use stoa_kernel::db::{marks, rows};
use stoa_kernel::ids::{FileId, MemberId, PostId};
use stoa_kernel::{Fault, Reads, Time, Tx};

use super::ids;

/// Files named in one statement.
const SOME: usize = 200;

/// A file that is to go: its row is gone, its bytes are still there.
pub type Gone = FileId;

/// Whether a wording of the post `p` names the file `f`.
pub(super) const NAMES: &str = "(p.markdown LIKE '%' || f.address || '%' OR EXISTS \
    (SELECT 1 FROM revisions r WHERE r.post_id = p.id AND r.markdown LIKE '%' || f.address || '%'))";

/// Whether no wording and no draft of its owner names the file `f`.
fn nothing_names() -> String {
    format!(
        "NOT EXISTS (SELECT 1 FROM post_files l JOIN posts p ON p.id = l.post_id \
         WHERE l.file_id = f.id AND {NAMES}) \
         AND NOT EXISTS (SELECT 1 FROM drafts d WHERE d.member_id = f.owner_id \
         AND d.body LIKE '%' || f.address || '%')"
    )
}

/// Lets go of files that no text names and nobody has touched since `before`, and of those that
/// stopped on their way before it: up to `most` of those after `after` are looked at. Answers
/// which are gone, and where to go on.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn loose(
    tx: &mut Tx,
    before: Time,
    after: Option<FileId>,
    most: i64,
) -> Result<(Vec<Gone>, Option<FileId>), Fault> {
    let sql = "SELECT id FROM files WHERE id > ? AND touched_at < ? ORDER BY id LIMIT ?";
    let after = after.map_or(sea_orm::prelude::Uuid::nil(), FileId::uuid);
    let found = ids(tx, sql, vec![after.into(), before.into(), most.into()]).await?;
    let gone = let_go(tx, &found).await?;
    Ok((gone, found.last().copied()))
}

/// Lets go of those files of a post that no text names any more, at once: the words are erased.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn loose_of(tx: &mut Tx, post: PostId) -> Result<Vec<Gone>, Fault> {
    let sql = "SELECT file_id AS id FROM post_files WHERE post_id = ?";
    let found = ids(tx, sql, vec![post.into()]).await?;
    let_go(tx, &found).await
}

/// Lets go of the files of somebody who leaves, as far as no text that stays names them.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn leave(tx: &mut Tx, member: MemberId) -> Result<Vec<Gone>, Fault> {
    let sql = "SELECT id FROM files WHERE owner_id = ?";
    let found = ids(tx, sql, vec![member.into()]).await?;
    let_go(tx, &found).await
}

/// Deletes the rows of those of these files that are loose.
pub(super) async fn let_go(tx: &mut Tx, files: &[FileId]) -> Result<Vec<Gone>, Fault> {
    let mut gone = Vec::new();
    for some in files.chunks(SOME) {
        let (marks, values) = (marks(some.len()), values(some));
        if on_postgres(tx) {
            // A text that names one of them is waited for, and is seen by the next statement.
            let lock = format!("SELECT id FROM files WHERE id IN ({marks}) ORDER BY id FOR UPDATE");
            ids(tx, &lock, values.clone()).await?;
        }
        let sql = format!(
            "DELETE FROM files WHERE id IN (SELECT f.id FROM files f WHERE f.id IN ({marks}) \
             AND {}) RETURNING id",
            nothing_names()
        );
        gone.extend(ids(tx, &sql, values).await?);
    }
    Ok(gone)
}

fn values(files: &[FileId]) -> Vec<Value> {
    files.iter().map(|id| Value::from(*id)).collect()
}

/// Whether rows can be locked one by one; SQLite has one writer at a time.
pub(super) fn on_postgres(db: &impl Reads) -> bool {
    db.conn().get_database_backend() == DbBackend::Postgres
}

/// Those of these files that no text and no draft names.
pub(super) async fn among(db: &impl Reads, files: &[FileId]) -> Result<Vec<FileId>, Fault> {
    let mut loose = Vec::new();
    for some in files.chunks(SOME) {
        let (marks, nothing_names) = (marks(some.len()), nothing_names());
        let sql = format!("SELECT f.id FROM files f WHERE f.id IN ({marks}) AND {nothing_names}");
        loose.extend(ids(db, &sql, values(some)).await?);
    }
    Ok(loose)
}

/// Whether no text and no draft names a file.
pub(super) async fn is_loose(db: &impl Reads, file: FileId) -> Result<bool, Fault> {
    Ok(!among(db, &[file]).await?.is_empty())
}

/// Which of these ids have no row: what lies in the store under them belongs to nobody.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn abandoned(db: &impl Reads, files: &[FileId]) -> Result<Vec<FileId>, Fault> {
    let mut alone = files.to_vec();
    for some in files.chunks(SOME) {
        let sql = format!("SELECT id FROM files WHERE id IN ({})", marks(some.len()));
        let there = ids(db, &sql, values(some)).await?;
        alone.retain(|id| !there.contains(id));
    }
    Ok(alone)
}

/// A file as the store should hold it.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct Known {
    /// Which.
    pub id: FileId,
    /// A smaller picture lies beside it.
    pub small: bool,
    /// The SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
}

/// Files that are here, up to `most` in the order of their ids after `after`: for copies, and to
/// look whether the store holds them.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn known(db: &impl Reads, after: Option<FileId>, most: i64) -> Result<Vec<Known>, Fault> {
    let sql = "SELECT id, small, sha256 FROM files WHERE kind IS NOT NULL AND id > ? \
               ORDER BY id LIMIT ?";
    let after = after.map_or(sea_orm::prelude::Uuid::nil(), FileId::uuid);
    rows(db, sql, vec![after.into(), most.into()]).await
}
