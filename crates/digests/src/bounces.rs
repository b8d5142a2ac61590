//! Addresses that send letters back, and when to stop writing to them.
//!
//! A letter refused for good adds 2 to the address's score, each letter taken
//! erodes it by a tenth, 30 quiet days forget it; at 4 nothing but letters
//! about the account goes there until the member says the address works.

use std::time::Duration;

use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict};
use stoa_kernel::text::fold;
use stoa_kernel::{Fault, Reads, Tx};

use crate::store::suppressions as table;

/// Scores are kept in tenths.
const REFUSED: i32 = 20;
const STOP: i32 = 40;
const ERODES: i32 = 1;
const FORGOTTEN_AFTER: Duration = Duration::from_secs(30 * 86_400);

/// Whether letters to this address have been stopped.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn stopped(db: &impl Reads, email: &str) -> Result<bool, Fault> {
    let row = table::Entity::find_by_id(fold(email)).one(&db.conn()).await?;
    Ok(row.is_some_and(|row| row.score >= STOP))
}

/// The address refused a letter for good.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn refused(tx: &mut Tx, email: &str, why: &str) -> Result<(), Fault> {
    let key = fold(email);
    let known = table::Entity::find_by_id(key.clone()).one(&tx.conn()).await?;
    let quiet = tx.now().minus(FORGOTTEN_AFTER);
    let counts = |row: &table::Model| row.score >= STOP || row.at > quiet;
    let score = known.filter(counts).map_or(0, |row| row.score) + REFUSED;
    let row = table::ActiveModel {
        email_key: Set(key),
        score: Set(score),
        reason: Set(why.chars().take(300).collect()),
        at: Set(tx.now()),
    };
    let all = [table::Column::Score, table::Column::Reason, table::Column::At];
    let conflict = OnConflict::column(table::Column::EmailKey).update_columns(all).to_owned();
    table::Entity::insert(row).on_conflict(conflict).exec_without_returning(&tx.conn()).await?;
    Ok(())
}

/// The address took a letter.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn taken(tx: &mut Tx, email: &str) -> Result<(), Fault> {
    let less = Expr::col(table::Column::Score).sub(ERODES);
    table::Entity::update_many()
        .col_expr(table::Column::Score, less)
        .filter(table::Column::EmailKey.eq(fold(email)))
        .filter(table::Column::Score.gt(0))
        .filter(table::Column::Score.lt(STOP))
        .exec(&tx.conn())
        .await?;
    Ok(())
}

/// The member says that the address works.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn clear(tx: &mut Tx, email: &str) -> Result<(), Fault> {
    table::Entity::delete_by_id(fold(email)).exec(&tx.conn()).await?;
    Ok(())
}
