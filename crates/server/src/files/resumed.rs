//! Files that come piece by piece, and go on after a break where they stopped.

use bytes::Bytes;
use stoa_kernel::ids::FileId;
use stoa_kernel::{Fault, Reads, Tx};
use stoa_media::Refused;
use stoa_threads::files;

use super::{LONGEST, counted, give_up, keep, look_into, quota, refused};
use crate::app::App;
use crate::http::limits::Rate;
use crate::http::{Refusal, Visitor};

/// Bytes of a piece, unless it is the last.
const SMALLEST: usize = 64 * 1024;

/// What came of a piece.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// It is here; so many bytes are.
    Received(i32),
    /// It begins elsewhere than where the file goes on.
    Elsewhere(i32),
    /// It was the last one; the file is kept.
    Done(i32),
}

/// Lets a file come piece by piece.
///
/// # Errors
/// As [`super::take`]; what is in the file is looked at when it is whole.
pub async fn begin(
    app: &App,
    visitor: &Visitor,
    name: &str,
    length: u64,
) -> Result<FileId, Refusal> {
    counted(app, visitor)?;
    let length = usize::try_from(length).unwrap_or(usize::MAX);
    match length {
        0 => return Err(refused(Refused::Empty)),
        length if length > LONGEST => return Err(refused(Refused::TooLarge)),
        _ => {}
    }
    let (actor, quota) = (&visitor.actor, quota(app));
    let size = i32::try_from(length).unwrap_or(i32::MAX);
    let begin = async |tx: &mut Tx| files::begin(tx, actor, name, size, quota).await;
    Ok(app.db.write(begin).await?)
}

/// Takes the next piece; with the last one, or with an empty one behind it, the file is looked into
/// and kept.
///
/// # Errors
/// As [`super::take`]; 404 for a file that is not on its way from the visitor. A
/// file that is refused is gone.
pub async fn piece(
    app: &App,
    visitor: &Visitor,
    id: FileId,
    from: i32,
    bytes: Bytes,
) -> Result<Piece, Refusal> {
    let me = visitor.member()?;
    let there = files::unfinished(&app.db, &visitor.actor, id).await?;
    let until = from.saturating_add(i32::try_from(bytes.len()).unwrap_or(i32::MAX));
    if from != there.received {
        return Ok(Piece::Elsewhere(there.received));
    }
    if until > there.length {
        return Err(refused(Refused::TooLarge));
    }
    // Each piece is a file of its own in the store.
    if until < there.length && bytes.len() < SMALLEST {
        return Err(Refusal::bad("files-piece-small"));
    }
    app.limits.count(Rate::Light, &me.to_string(), app.db.now())?;
    if !bytes.is_empty() {
        app.files.put_piece(id, from, bytes).await?;
        let actor = &visitor.actor;
        let note = async |tx: &mut Tx| files::received(tx, actor, id, from, until).await;
        if !app.db.write(note).await? {
            let there = files::unfinished(&app.db, &visitor.actor, id).await?;
            return Ok(Piece::Elsewhere(there.received));
        }
    }
    match until == there.length {
        false => Ok(Piece::Received(until)),
        true => {
            // Goes on to its end also when whoever sent it is gone meanwhile.
            let (app, visitor) = (app.clone(), visitor.clone());
            let made = async move { whole(&app, &visitor, id, &there.name, until).await };
            tokio::spawn(made).await.map_err(Fault::broken)??;
            Ok(Piece::Done(until))
        }
    }
}

async fn whole(
    app: &App,
    visitor: &Visitor,
    id: FileId,
    name: &str,
    length: i32,
) -> Result<(), Refusal> {
    let bytes = app.files.pieces(id, length).await?;
    let ready = match look_into(name, bytes).await {
        Ok(ready) => ready,
        Err(refusal) => {
            give_up(app, visitor, id).await;
            return Err(refusal);
        }
    };
    keep(app, visitor, id, name, ready).await?;
    if let Err(fault) = app.files.forget_pieces(id).await {
        tracing::debug!(cause = %fault, "pieces of a file wait to be removed");
    }
    Ok(())
}
