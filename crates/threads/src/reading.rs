//! How far a member has read. A position never goes back unless asked to.

use sea_orm::sea_query::{Alias, Expr, ExprTrait, OnConflict, Query};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult};
use stoa_kernel::ids::{MemberId, SpaceId, ThreadId};
use stoa_kernel::{Actor, Fault, Reads, Tx};

use crate::store::rows::at;
use crate::store::{self, readings as table, spaces, threads, visible};

/// Whether a position may go back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// Only forwards: what a page that was shown reports.
    Forward,
    /// Wherever asked: "mark as unread from here".
    Anywhere,
}

#[derive(FromQueryResult)]
struct Last {
    last_number: i32,
}

/// Sets the actor's position in a thread to a post's number (cut to the last
/// one given; 0 means nothing read).
///
/// # Errors
/// [`Fault::NotFound`] where the thread is not there for the actor.
pub async fn mark(
    tx: &mut Tx,
    actor: &Actor,
    thread: ThreadId,
    number: i32,
    how: Move,
) -> Result<(), Fault> {
    let me = actor.signed_in()?;
    let mut query = Query::select();
    query
        .column((threads::Entity, threads::Column::LastNumber))
        .from(threads::Entity)
        .inner_join(spaces::Entity, at(spaces::Column::Id).eq(at(threads::Column::SpaceId)))
        .cond_where(visible::threads(actor))
        .and_where(threads::Column::Id.eq(thread));
    let last = store::one::<Last>(tx, &query).await?.ok_or(Fault::NotFound)?.last_number;
    keep(tx, me, thread, number.clamp(0, last), how).await
}

/// Notes that the actor has just written `number`, and so has read up to it.
/// Asks nothing: the number was given in this transaction.
///
/// # Errors
/// [`Fault::Forbidden`] for guests.
pub async fn written(
    tx: &mut Tx,
    actor: &Actor,
    thread: ThreadId,
    number: i32,
) -> Result<(), Fault> {
    keep(tx, actor.signed_in()?, thread, number, Move::Forward).await
}

async fn keep(
    tx: &Tx,
    me: MemberId,
    thread: ThreadId,
    number: i32,
    how: Move,
) -> Result<(), Fault> {
    let row = table::ActiveModel {
        member_id: Set(me),
        thread_id: Set(thread),
        number: Set(number),
        read_at: Set(tx.now()),
    };
    let insert = table::Entity::insert(row).on_conflict(conflict(how));
    insert.exec_without_returning(&tx.conn()).await?;
    Ok(())
}

fn conflict(how: Move) -> OnConflict {
    use table::Column as R;
    let mut conflict = OnConflict::columns([R::MemberId, R::ThreadId]);
    conflict.update_columns([R::Number, R::ReadAt]);
    if how == Move::Forward {
        let further = Expr::col((Alias::new("excluded"), R::Number));
        conflict.action_and_where(further.gt(Expr::col((table::Entity, R::Number))));
    }
    conflict
}

/// Sets the actor's position to the end of every thread he may read, in one
/// space or in all.
///
/// # Errors
/// [`Fault::Forbidden`] for guests.
pub async fn mark_all(tx: &mut Tx, actor: &Actor, space: Option<SpaceId>) -> Result<(), Fault> {
    use table::Column as R;
    let me = actor.signed_in()?;
    let mut all = Query::select();
    all.expr(Expr::val(me))
        .column((threads::Entity, threads::Column::Id))
        .column((threads::Entity, threads::Column::LastNumber))
        .expr(Expr::val(tx.now()))
        .from(threads::Entity)
        .inner_join(spaces::Entity, at(spaces::Column::Id).eq(at(threads::Column::SpaceId)))
        .cond_where(visible::listed(actor))
        .and_where_option(space.map(|space| threads::Column::SpaceId.eq(space)));
    let mut insert = Query::insert();
    insert
        .into_table(table::Entity)
        .columns([R::MemberId, R::ThreadId, R::Number, R::ReadAt])
        .select_from(all)
        .map_err(Fault::broken)?
        .on_conflict(conflict(Move::Forward));
    tx.conn().execute(&insert).await?;
    Ok(())
}
