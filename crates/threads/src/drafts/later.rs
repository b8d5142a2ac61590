//! Texts that are published later, at the moment their author chose.

use std::time::Duration;

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use stoa_kernel::ids::{DraftId, MemberId};
use stoa_kernel::{Actor, Fault, Reads, Time, Tx};

use super::{Draft, Draughted, Slot, drop_slot, find, table, upsert, view};
use crate::model::ahead;

/// So long after the last stroke a text counts as written.
const WRITING: Duration = Duration::from_secs(120);
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
        Slot::Later(id) => {
            let waits = find(tx, me, draft.slot).await?.is_some_and(|row| row.publish_at.is_some());
            if !waits {
                room(tx, me).await?;
            }
            id
        }
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
    // As if touched now: what was scheduled long ago is not swept away the day it is taken back.
    let sql = "UPDATE drafts SET publish_at = ?, updated_at = ? WHERE member_id = ? AND slot = ?";
    let values = vec![at.into(), tx.now().into(), member.into(), slot.to_string().into()];
    tx.run(sql, values).await.map(|_| ())
}

/// The text stays a draft and is published by hand, or not.
///
/// # Errors
/// [`Fault::Forbidden`] for guests.
pub async fn unschedule(tx: &mut Tx, actor: &Actor, slot: Slot) -> Result<(), Fault> {
    mark(tx, actor.signed_in()?, slot, None).await
}

/// Texts whose moment has come, the longest due first. What was touched within two minutes is still
/// being written.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn due(db: &impl Reads, most: u64) -> Result<Vec<Due>, Fault> {
    let rows = table::Entity::find()
        .filter(table::Column::PublishAt.lte(db.now()))
        .filter(table::Column::UpdatedAt.lte(db.now().minus(WRITING)))
        .order_by_asc(table::Column::PublishAt)
        .limit(most)
        .all(&db.conn())
        .await?;
    let due = |row: table::Model| Ok(Due { member: row.member_id, draft: view(row)? });
    rows.into_iter().map(due).collect()
}

/// Takes a text whose moment has come out of the drafts, in the transaction that publishes it;
/// answers whether it was still due and as it was read.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn claim(tx: &Tx, member: MemberId, draft: &Draft) -> Result<bool, Fault> {
    let sql = "DELETE FROM drafts WHERE member_id = ? AND slot = ? AND publish_at <= ? \
               AND sequence = ? AND body = ? AND title = ?";
    let values = vec![
        member.into(),
        draft.slot.to_string().into(),
        tx.now().into(),
        draft.sequence.into(),
        draft.body.as_str().into(),
        draft.title.as_str().into(),
    ];
    Ok(tx.run(sql, values).await?.rows_affected() > 0)
}

/// Lets a text wait longer: its author wrote too much in too little time.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn postpone(tx: &mut Tx, member: MemberId, slot: Slot, at: Time) -> Result<(), Fault> {
    let sql = "UPDATE drafts SET publish_at = ? \
               WHERE member_id = ? AND slot = ? AND publish_at IS NOT NULL";
    let values = vec![at.into(), member.into(), slot.to_string().into()];
    tx.run(sql, values).await.map(|_| ())
}

/// A text could not be published: it stays a draft. Answers whether it was still to be.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn failed(tx: &mut Tx, member: MemberId, slot: Slot) -> Result<bool, Fault> {
    let sql = "UPDATE drafts SET publish_at = NULL, updated_at = ? \
               WHERE member_id = ? AND slot = ? AND publish_at IS NOT NULL";
    let values = vec![tx.now().into(), member.into(), slot.to_string().into()];
    let done = tx.run(sql, values).await?;
    Ok(done.rows_affected() > 0)
}
