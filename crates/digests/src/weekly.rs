//! Digests: whose is due, what stands in one, what became of it.
//!
//! **A digest is composed as its reader**: it can show nothing that a page would not show that
//! member at that moment. What was read is left out; where nothing is left, nothing is sent.

mod compose;
mod plan;

pub use compose::{Digest, Followed, ForYou, Sought, compose};
pub use plan::{Due, due, enough_of, plan};

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use stoa_kernel::ids::MemberId;
use stoa_kernel::{Fault, Reads, Time, Tx};

use crate::calendar;
use crate::model::Preferences;
use crate::store::issues as table;

/// The kind of the job that plans what is due.
pub const PLAN: &str = "digests.plan";

/// How long back a member's first digest, or one after a long pause, looks.
const FIRST: std::time::Duration = std::time::Duration::from_secs(14 * 86_400);

/// What became of an issue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// Its letter went out.
    Sent,
    /// There was nothing to say, or nobody to say it to.
    Skipped,
}

/// Notes what became of the issue that begins at `from`.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn mark(tx: &mut Tx, member: MemberId, from: Time, fate: Fate) -> Result<(), Fault> {
    let state = match fate {
        Fate::Sent => "sent",
        Fate::Skipped => "skipped",
    };
    table::Entity::update_many()
        .col_expr(table::Column::State, Expr::value(state))
        .filter(table::Column::MemberId.eq(member))
        .filter(table::Column::PeriodStart.eq(from))
        .exec(&tx.conn())
        .await?;
    Ok(())
}

/// The period of the digest that would be sent at `at`: from where the last one ended, at most
/// two weeks back.
#[must_use]
pub fn period(preferences: &Preferences, at: Time) -> (Time, Time) {
    let earliest = at.minus(FIRST);
    (preferences.last_digest_at.map_or(earliest, |last| last.max(earliest)), at)
}

/// When the member's next digest comes, in the given zone, and which period it would tell of if
/// it were sent now.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn ahead(
    db: &impl Reads,
    member: MemberId,
    zone: &str,
) -> Result<(Option<Time>, (Time, Time)), Fault> {
    let kept = crate::preferences::of(db, member).await?;
    let now = db.now();
    let next = calendar::next(&kept, &calendar::zone(zone), now);
    Ok((next, period(&kept, now)))
}

#[cfg(test)]
mod tests;
