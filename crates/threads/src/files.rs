//! Files that people attach to their texts: photographs and documents. Here is what is known of
//! them and who may fetch them; their bytes lie elsewhere, under the same id.
//!
//! A text names a file by its address in the Markdown, so a file has the history of the text: its
//! wordings, its waiting, its removal. **A file opens exactly as far as a wording that names it is
//! read; nothing else opens it but, until a text of its owner names it, being its owner.** A post
//! names its author's files alone: nobody makes another's file his.

mod loose;
mod seen;

pub use loose::{Gone, Known, abandoned, known, leave, loose, loose_of};
pub use seen::{Listed, list, of, owned, readable};

use std::time::Duration;

use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, EntityTrait, FromQueryResult, IntoActiveModel, Value};
use stoa_kernel::db::{marks, rows};
use stoa_kernel::ids::{FileId, MemberId, PostId};
use stoa_kernel::{Actor, Fault, Reads, Tx, text};
use stoa_policy::Action;

use crate::model::Attached;
use crate::store::{files as table, links};

/// Files of one person that are on their way at once at most.
const MOST_UNFINISHED: i64 = 20;
/// A file of which nothing came for so long has stopped on its way.
const STOPPED: Duration = Duration::from_secs(600);
/// Files of one draft that are looked after.
const MOST_TOUCHED: usize = 40;

/// Characters of a name that are kept until the file is here.
const LONGEST_NAME: usize = 255;

/// A file that is here, its content known and made harmless.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Which.
    pub id: FileId,
    /// Its name, cleaned, with the ending of its kind.
    pub name: String,
    /// The name of its kind, such as `jpg`.
    pub kind: String,
    /// Bytes.
    pub size: i32,
    /// A smaller picture lies beside it.
    pub small: bool,
    /// Width and height of a picture, in pixels.
    pub dimensions: Option<(i32, i32)>,
    /// The SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
}

/// A file that is on its way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unfinished {
    /// Which.
    pub id: FileId,
    /// Its name as it was given.
    pub name: String,
    /// Bytes it will have.
    pub length: i32,
    /// Bytes that are here.
    pub received: i32,
}

/// A file of somebody, on its way or here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Own {
    /// Here.
    Kept(Kept),
    /// On its way.
    Unfinished(Unfinished),
}

/// The address of a file, as texts name it.
#[must_use]
pub fn address(file: FileId) -> String {
    format!("/f/{file}")
}

/// Files that a Markdown names by their addresses, wherever in it, each once.
#[must_use]
pub fn named_in(markdown: &str) -> Vec<FileId> {
    let mut found: Vec<FileId> = Vec::new();
    for rest in markdown.split("/f/").skip(1) {
        let id = rest.get(..26).and_then(|id| id.parse().ok());
        found.extend(id.filter(|id| !found.contains(id)));
    }
    found
}

fn view(row: table::Model) -> Own {
    match row.kind {
        Some(kind) => Own::Kept(Kept {
            id: row.id,
            name: row.name,
            kind,
            size: row.size,
            small: row.small,
            dimensions: row.width.zip(row.height),
            sha256: row.sha256,
        }),
        None => Own::Unfinished(Unfinished {
            id: row.id,
            name: row.name,
            length: row.size,
            received: row.received,
        }),
    }
}

/// Lets a file come, at once or piece by piece: [`keep`] ends it.
///
/// # Errors
/// [`Fault::Forbidden`] for who may send none, [`Fault::Invalid`] in field `file` when it would
/// be too much (`quota` is in bytes), [`Fault::TooSoon`] while too many are on their way.
pub async fn begin(
    tx: &mut Tx,
    actor: &Actor,
    name: &str,
    length: i32,
    quota: i64,
) -> Result<FileId, Fault> {
    actor.may(Action::Upload)?;
    let owner = actor.signed_in()?;
    room_for(tx, owner, length, quota).await?;
    let id: FileId = tx.new_id();
    let row = table::ActiveModel {
        id: Set(id),
        owner_id: Set(owner),
        address: Set(address(id)),
        name: Set(given(name)),
        kind: Set(None),
        size: Set(length),
        received: Set(0),
        small: Set(false),
        width: Set(None),
        height: Set(None),
        sha256: Set(String::new()),
        created_at: Set(tx.now()),
        touched_at: Set(tx.now()),
    };
    table::Entity::insert(row).exec_without_returning(&tx.conn()).await?;
    Ok(id)
}

/// A name as it was given, of which databases can keep every sign: the end, which tells a kind.
fn given(name: &str) -> String {
    let line = text::line(name);
    let over = line.chars().count().saturating_sub(LONGEST_NAME);
    line.chars().skip(over).collect()
}

#[derive(FromQueryResult)]
struct Held {
    bytes: Option<i64>,
    kept: Option<i64>,
    unfinished: Option<i64>,
}

async fn held(db: &impl Reads, owner: MemberId) -> Result<Held, Fault> {
    let sql = "SELECT CAST(SUM(size) AS BIGINT) AS bytes, \
               CAST(SUM(CASE WHEN kind IS NULL THEN 0 ELSE size END) AS BIGINT) AS kept, \
               SUM(CASE WHEN kind IS NULL THEN 1 ELSE 0 END) AS unfinished \
               FROM files WHERE owner_id = ?";
    let found: Vec<Held> = rows(db, sql, vec![owner.into()]).await?;
    Ok(found.into_iter().next().unwrap_or(Held { bytes: None, kept: None, unfinished: None }))
}

async fn room_for(tx: &Tx, owner: MemberId, length: i32, quota: i64) -> Result<(), Fault> {
    let mut held = held(tx, owner).await?;
    if held.unfinished.unwrap_or(0) >= MOST_UNFINISHED
        || held.bytes.unwrap_or(0) + i64::from(length) > quota
    {
        // What stopped on its way makes room, the daily round removes its bytes.
        let sql = "DELETE FROM files WHERE owner_id = ? AND kind IS NULL AND touched_at <= ?";
        let stopped = tx.now().minus(STOPPED);
        tx.run(sql, vec![owner.into(), stopped.into()]).await?;
        held = self::held(tx, owner).await?;
    }
    if held.unfinished.unwrap_or(0) >= MOST_UNFINISHED {
        return Err(Fault::TooSoon(tx.now().plus(STOPPED)));
    }
    match held.bytes.unwrap_or(0) + i64::from(length) > quota {
        true => Err(Fault::invalid("file", "files-quota-full")),
        false => Ok(()),
    }
}

/// How many bytes somebody's files are, as far as they are here.
///
/// # Errors
/// [`Fault::Forbidden`] for a guest.
pub async fn used(db: &impl Reads, actor: &Actor) -> Result<i64, Fault> {
    Ok(held(db, actor.signed_in()?).await?.kept.unwrap_or(0))
}

/// Notes that a draft names these files, or named them until now: what is about to be written is
/// not tidied away.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub(crate) async fn touch(tx: &Tx, owner: MemberId, drafts: &[&str]) -> Result<(), Fault> {
    let named = drafts.iter().flat_map(|body| named_in(body)).take(MOST_TOUCHED);
    let named: Vec<Value> = named.map(Value::from).collect();
    if named.is_empty() {
        return Ok(());
    }
    let marks = marks(named.len());
    let sql = format!("UPDATE files SET touched_at = ? WHERE owner_id = ? AND id IN ({marks})");
    let values: Vec<Value> = vec![tx.now().into(), owner.into()];
    tx.run(&sql, values.into_iter().chain(named).collect()).await.map(|_| ())
}

/// Notes that a piece has come; `false` when another came first.
///
/// # Errors
/// [`Fault::NotFound`] for a file that is not on its way from the actor.
pub async fn received(
    tx: &mut Tx,
    actor: &Actor,
    file: FileId,
    from: i32,
    until: i32,
) -> Result<bool, Fault> {
    actor.may(Action::Upload)?;
    unfinished(tx, actor, file).await?;
    let sql = "UPDATE files SET received = ?, touched_at = ? \
               WHERE id = ? AND received = ? AND kind IS NULL";
    let values = vec![until.into(), tx.now().into(), file.into(), from.into()];
    Ok(tx.run(sql, values).await?.rows_affected() == 1)
}

/// A file on its way from the actor.
///
/// # Errors
/// [`Fault::NotFound`] where there is none.
pub async fn unfinished(db: &impl Reads, actor: &Actor, file: FileId) -> Result<Unfinished, Fault> {
    match own(db, actor, file).await? {
        Own::Unfinished(there) => Ok(there),
        Own::Kept(_) => Err(Fault::NotFound),
    }
}

/// A file that the actor sent, or is sending.
///
/// # Errors
/// [`Fault::NotFound`] for a file of nobody or somebody else, [`Fault::Forbidden`] for a guest.
pub async fn own(db: &impl Reads, actor: &Actor, file: FileId) -> Result<Own, Fault> {
    let me = actor.signed_in()?;
    let found = table::Entity::find_by_id(file).one(&db.conn()).await?;
    found.filter(|row| row.owner_id == me).map(view).ok_or(Fault::NotFound)
}

/// Gives up a file that is on its way from the actor; `false` when it is none, or kept.
///
/// # Errors
/// [`Fault::Forbidden`] for a guest.
pub async fn give_up(tx: &mut Tx, actor: &Actor, file: FileId) -> Result<bool, Fault> {
    let sql = "DELETE FROM files WHERE id = ? AND owner_id = ? AND kind IS NULL";
    let values = vec![file.into(), actor.signed_in()?.into()];
    Ok(tx.run(sql, values).await?.rows_affected() == 1)
}

/// Keeps a file that came whole, its bytes being in the store. Nothing changes when that was done
/// already.
///
/// # Errors
/// [`Fault::NotFound`] when it is not on its way from the actor any more, [`Fault::Invalid`] in
/// field `file` when it is more than his `quota`, in bytes.
pub async fn keep(tx: &mut Tx, actor: &Actor, kept: &Kept, quota: i64) -> Result<(), Fault> {
    actor.may(Action::Upload)?;
    let me = actor.signed_in()?;
    let there = table::Entity::find_by_id(kept.id).one(&tx.conn()).await?;
    let row = there.filter(|row| row.owner_id == me).ok_or(Fault::NotFound)?;
    if row.kind.is_some() {
        return Ok(());
    }
    if held(tx, me).await?.bytes.unwrap_or(0) - i64::from(row.size) + i64::from(kept.size) > quota {
        return Err(Fault::invalid("file", "files-quota-full"));
    }
    let mut row = row.into_active_model();
    row.name = Set(kept.name.clone());
    row.kind = Set(Some(kept.kind.clone()));
    row.size = Set(kept.size);
    row.received = Set(kept.size);
    row.small = Set(kept.small);
    (row.width, row.height) = match kept.dimensions {
        Some((width, height)) => (Set(Some(width)), Set(Some(height))),
        None => (Set(None), Set(None)),
    };
    row.sha256 = Set(kept.sha256.clone());
    row.touched_at = Set(tx.now());
    table::Entity::update(row).exec(&tx.conn()).await?;
    Ok(())
}

/// Notes which files a post names. Those that are not its author's are left out.
pub(crate) async fn link(tx: &Tx, post: PostId, files: &[Attached]) -> Result<(), Fault> {
    if files.is_empty() {
        return Ok(());
    }
    let row =
        |one: &Attached| links::files::ActiveModel { post_id: Set(post), file_id: Set(one.file) };
    // A file that is being let go of at this moment is waited for, and is not there then.
    let lock = if loose::on_postgres(tx) { " FOR KEY SHARE OF f" } else { "" };
    let sql = format!(
        "SELECT f.id FROM files f JOIN posts p ON p.author_id = f.owner_id \
         WHERE p.id = ? AND f.kind IS NOT NULL AND f.id IN ({}){lock}",
        marks(files.len())
    );
    let mut values: Vec<Value> = vec![post.into()];
    values.extend(files.iter().map(|one| Value::from(one.file)));
    let own = ids(tx, &sql, values).await?;
    let rows: Vec<_> = files.iter().filter(|one| own.contains(&one.file)).map(row).collect();
    if rows.is_empty() {
        return Ok(());
    }
    let once = OnConflict::new().do_nothing().to_owned();
    let insert = links::files::Entity::insert_many(rows).on_conflict(once);
    insert.exec_without_returning(&tx.conn()).await?;
    Ok(())
}

/// The files that a query finds, which calls them `id`.
async fn ids(db: &impl Reads, sql: &str, values: Vec<Value>) -> Result<Vec<FileId>, Fault> {
    #[derive(FromQueryResult)]
    struct Id {
        id: FileId,
    }
    let found: Vec<Id> = rows(db, sql, values).await?;
    Ok(found.into_iter().map(|row| row.id).collect())
}

/// Takes back a file that no text names, or one that is on its way; its bytes follow.
///
/// # Errors
/// As [`own`]; [`Fault::Conflict`] while a text names it.
pub async fn withdraw(tx: &mut Tx, actor: &Actor, file: FileId) -> Result<(), Fault> {
    own(tx, actor, file).await?;
    match loose::let_go(tx, &[file]).await?.is_empty() {
        true => Err(Fault::Conflict("files-named")),
        false => Ok(()),
    }
}

#[cfg(test)]
mod tests;
