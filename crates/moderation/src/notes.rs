//! Notes: what moderators tell each other about a case.
//!
//! **Nobody else reads them**: not the author of the text, not in the archive of what is kept of
//! that person, not who reported it. They are emptied when that person, or who wrote them, leaves.

use sea_orm::FromQueryResult;
use stoa_kernel::db::rows;
use stoa_kernel::ids::{CaseId, EntryId, MemberId};
use stoa_kernel::{Actor, Fault, Reads, Time, Tx, text};

use crate::events::CaseChanged;
use crate::model::LONGEST_NOTE;
use crate::store::case;

/// Notes of a case at most.
const MOST: usize = 100;

/// A note.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct CaseNote {
    /// Which.
    pub id: EntryId,
    /// Who wrote it; none for who has left.
    pub author_id: Option<MemberId>,
    /// What it says; empty when the text was to be gone.
    pub body: String,
    /// When.
    pub at: Time,
}

/// Adds a note for colleagues. Those who look at the case hear that something is there.
///
/// # Errors
/// [`Fault::NotFound`] for cases of spaces the actor does not moderate, [`Fault::Invalid`] in field
/// `note` for no words or too many, [`Fault::Conflict`] for a case with a hundred notes.
pub async fn add(tx: &mut Tx, actor: &Actor, id: CaseId, words: &str) -> Result<EntryId, Fault> {
    let me = actor.signed_in()?;
    let found = case::seen(tx, actor, id).await?.ok_or(Fault::NotFound)?;
    let body = text::body(words).trim().to_owned();
    if body.is_empty() {
        return Err(Fault::invalid("note", "moderation-notes-empty"));
    }
    if body.chars().count() > LONGEST_NOTE {
        return Err(Fault::invalid("note", "moderation-note-long"));
    }
    if of(tx, id).await?.len() >= MOST {
        return Err(Fault::Conflict("moderation-notes-many"));
    }
    let note: EntryId = tx.new_id();
    let sql = "INSERT INTO case_notes (id, case_id, author_id, body, at) VALUES (?, ?, ?, ?, ?)";
    let values = vec![note.into(), id.into(), me.into(), body.into(), tx.now().into()];
    tx.run(sql, values).await?;
    tx.emit(&CaseChanged { case: id, space: found.space })?;
    Ok(note)
}

/// The notes of a case whose reader has been judged, the oldest first.
pub(crate) async fn of(db: &impl Reads, id: CaseId) -> Result<Vec<CaseNote>, Fault> {
    let sql = "SELECT id, author_id, body, at FROM case_notes WHERE case_id = ? ORDER BY at, id";
    rows(db, sql, vec![id.into()]).await
}
