//! Texts that are published later, at the moment their author chose.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use stoa_kernel::ids::{DraftId, MemberId};
use stoa_kernel::{Actor, Fault, Reads, Time, Tx};

use super::{Draft, Draughted, Slot, drop_slot, table, upsert, view};
use crate::model::ahead;

/// How many texts one member lets wait for their moment.
const MOST: usize = 50;

/// A text whose moment has come.
#[derive(Clone, Debug, PartialEq)]
pub struct Due {
    /// Whose.
    pub member: MemberId,
    /// The text.
    pub draft: Draft,
}

/// Keeps a text for a moment to come, in a slot of its own; what was kept in its slot before goes.
///
/// # Errors
/// [`Fault::Forbidden`] for guests, [`Fault::Invalid`] in field `at` for a moment that is past or
/// more than two years ahead and in `body` for an empty text, [`Fault::Conflict`] for who has fifty
/// of them.
pub async fn schedule(
    tx: &mut Tx,
    actor: &Actor,
    draft: &Draughted,
    at: Time,
) -> Result<DraftId, Fault> {
    let me = actor.signed_in()?;
    ahead(tx.now(), Some(at), "at")?;
    if draft.body.trim().is_empty() {
        return Err(Fault::invalid("body", "threads-body-missing"));
    }
    let id = match draft.slot {
        Slot::Later(id) => id,
        other => {
            room(tx, me).await?;
            drop_slot(tx, me, other).await?;
            tx.new_id()
        }
    };
    let slot = Slot::Later(id);
    upsert(tx, me, &Draughted { slot, ..draft.clone() }, None, true).await?;
    mark(tx, me, slot, Some(at)).await?;
    Ok(id)
}

async fn room(tx: &Tx, me: MemberId) -> Result<(), Fault> {
    let own = table::Entity::find()
        .filter(table::Column::MemberId.eq(me))
        .filter(table::Column::PublishAt.is_not_null());
    let waiting = own.all(&tx.conn()).await?.len();
    if waiting < MOST { Ok(()) } else { Err(Fault::Conflict("threads-later-many")) }
}

async fn mark(tx: &Tx, member: MemberId, slot: Slot, at: Option<Time>) -> Result<(), Fault> {
    let sql = "UPDATE drafts SET publish_at = ? WHERE member_id = ? AND slot = ?";
    tx.run(sql, vec![at.into(), member.into(), slot.to_string().into()]).await.map(|_| ())
}

/// The text stays a draft and is published by hand, or not.
///
/// # Errors
/// [`Fault::Forbidden`] for guests.
pub async fn unschedule(tx: &mut Tx, actor: &Actor, slot: Slot) -> Result<(), Fault> {
    mark(tx, actor.signed_in()?, slot, None).await
}

/// Texts whose moment has come, the longest due first.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn due(db: &impl Reads, most: u64) -> Result<Vec<Due>, Fault> {
    let rows = table::Entity::find()
        .filter(table::Column::PublishAt.lte(db.now()))
        .order_by_asc(table::Column::PublishAt)
        .limit(most)
        .all(&db.conn())
        .await?;
    let due = |row: table::Model| Ok(Due { member: row.member_id, draft: view(row)? });
    rows.into_iter().map(due).collect()
}

/// A text could not be published: it stays a draft. Answers whether it was still to be.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn failed(tx: &mut Tx, member: MemberId, slot: Slot) -> Result<bool, Fault> {
    let sql = "UPDATE drafts SET publish_at = NULL \
               WHERE member_id = ? AND slot = ? AND publish_at IS NOT NULL";
    let done = tx.run(sql, vec![member.into(), slot.to_string().into()]).await?;
    Ok(done.rows_affected() > 0)
}
