//! Searches that a member keeps: what they find anew comes with the digest.
//!
//! **A search that is kept is an address of the page that finds it**; what it finds is asked as that
//! member, each time, by whoever can ask the index.

use sea_orm::FromQueryResult;
use stoa_kernel::db::rows;
use stoa_kernel::ids::SavedSearchId;
use stoa_kernel::{Actor, Fault, Reads, Time, Tx};

/// A member keeps at most so many.
pub const MOST: usize = 20;

/// A search that is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved {
    /// Which.
    pub id: SavedSearchId,
    /// The words, as they were typed.
    pub words: String,
    /// The path of the page that finds it, with all that narrows it.
    pub address: String,
    /// Since when.
    pub at: Time,
}

#[derive(FromQueryResult)]
struct Row {
    id: SavedSearchId,
    words: String,
    address: String,
    saved_at: Time,
}

/// The actor's searches, the last kept first; none for guests.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn list(db: &impl Reads, actor: &Actor) -> Result<Vec<Saved>, Fault> {
    let Some(me) = actor.id() else { return Ok(Vec::new()) };
    let sql = "SELECT id, words, address, saved_at FROM saved_searches WHERE member_id = ? \
               ORDER BY saved_at DESC, id DESC";
    let found: Vec<Row> = rows(db, sql, vec![me.into()]).await?;
    let saved = |row: Row| {
        let Row { id, words, address, saved_at } = row;
        Saved { id, words, address, at: saved_at }
    };
    Ok(found.into_iter().map(saved).collect())
}

/// Keeps a search; doing it again changes nothing.
///
/// # Errors
/// [`Fault::Forbidden`] for guests, [`Fault::Conflict`] beyond [`MOST`].
pub async fn save(tx: &mut Tx, actor: &Actor, words: &str, address: &str) -> Result<(), Fault> {
    let me = actor.signed_in()?;
    let kept = list(tx, actor).await?;
    if kept.iter().any(|one| one.address == address) {
        return Ok(());
    }
    if kept.len() >= MOST {
        return Err(Fault::Conflict("search-saved-many"));
    }
    let id: SavedSearchId = tx.new_id();
    let sql = "INSERT INTO saved_searches (id, member_id, words, address, saved_at) \
               VALUES (?, ?, ?, ?, ?) ON CONFLICT (member_id, address) DO NOTHING";
    let values = vec![id.into(), me.into(), words.into(), address.into(), tx.now().into()];
    tx.run(sql, values).await.map(|_| ())
}

/// Keeps a search no more.
///
/// # Errors
/// [`Fault::NotFound`] for what is none of the actor's.
pub async fn forget(tx: &mut Tx, actor: &Actor, id: SavedSearchId) -> Result<(), Fault> {
    let me = actor.signed_in()?;
    let sql = "DELETE FROM saved_searches WHERE id = ? AND member_id = ?";
    match tx.run(sql, vec![id.into(), me.into()]).await?.rows_affected() {
        0 => Err(Fault::NotFound),
        _ => Ok(()),
    }
}
