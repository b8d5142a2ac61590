//! Whose digest is due.

use std::time::Duration;

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, Condition, QueryOrder, QuerySelect};
use stoa_accounts::views::contact;
use stoa_kernel::ids::MemberId;
use stoa_kernel::{Fault, Reads, Time, Tx};

use crate::calendar;
use crate::letters;
use crate::model::{LetterKind, NewLetter, Payload, Preferences, Rhythm};
use crate::preferences::read;
use crate::store::{issues, preferences as table};
use crate::weekly::period;

/// Nobody's next digest is further away; if it is, the clock was wrong when it was computed.
const FARTHEST: Duration = Duration::from_secs(9 * 86_400);
/// Who was not here for so long gets one more letter and then none.
const ABSENT: Duration = Duration::from_secs(180 * 86_400);

/// A member whose digest is due, and what follows from it.
#[derive(Clone, Debug, PartialEq)]
pub struct Due {
    /// Who.
    pub member: MemberId,
    /// When it was due.
    pub at: Time,
    /// When the one after it is due; `None` when it is the last.
    pub next: Option<Time>,
    /// What it tells of; `None` when none is sent this time.
    pub letter: Option<(LetterKind, Time, Time)>,
}

/// Up to `most` members whose digest is due now, behind the place `after`, in order of the
/// instant. The last one's `(at, member)` is the place to go on from.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn due(
    db: &impl Reads,
    after: Option<(Time, MemberId)>,
    most: u64,
) -> Result<Vec<Due>, Fault> {
    let now = db.now();
    let when = table::Column::NextDigestAt;
    let late = Condition::any().add(when.lte(now)).add(when.gt(now.plus(FARTHEST)));
    let mut query = table::Entity::find().filter(when.is_not_null()).filter(late);
    if let Some((at, member)) = after {
        let same = Condition::all().add(when.eq(at)).add(table::Column::MemberId.gt(member));
        query = query.filter(Condition::any().add(when.gt(at)).add(same));
    }
    let rows = query
        .order_by_asc(when)
        .order_by_asc(table::Column::MemberId)
        .limit(most)
        .all(&db.conn())
        .await?;
    let mut found = Vec::with_capacity(rows.len());
    for row in rows {
        let Some(at) = row.next_digest_at else { continue };
        found.push(judge(db, row.member_id, &read(&row)?, at).await?);
    }
    Ok(found)
}

async fn judge(
    db: &impl Reads,
    member: MemberId,
    kept: &Preferences,
    at: Time,
) -> Result<Due, Fault> {
    let now = db.now();
    let known = contact(db, member).await?;
    let zone = calendar::zone(known.as_ref().map_or("UTC", |contact| &contact.time_zone));
    let next = calendar::next(kept, &zone, now);
    let skip = Due { member, at, next, letter: None };
    let Some(contact) = known.filter(|contact| contact.confirmed && !contact.suspended) else {
        return Ok(skip);
    };
    // The member moved: in the present zone the hour has not come yet.
    let moved = calendar::next(kept, &zone, Time(at.0 - 1)).is_some_and(|there| there > now);
    if at > now || moved {
        return Ok(skip);
    }
    let (from, to) = period(kept, now);
    if contact.seen_at.is_some_and(|seen| seen < now.minus(ABSENT)) {
        return Ok(Due { next: None, letter: Some((LetterKind::Farewell, from, to)), ..skip });
    }
    Ok(Due { letter: Some((LetterKind::Digest, from, to)), ..skip })
}

/// Leaves the letters of those that are due, and says for how many. Whoever was planned by
/// another process meanwhile is passed over: of all who try, one changes the instant.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn plan(tx: &mut Tx, due: &[Due]) -> Result<usize, Fault> {
    let mut planned = 0;
    for one in due {
        if step(tx, one).await? && issue(tx, one).await? {
            planned += 1;
        }
    }
    Ok(planned)
}

/// Moves the due instant on; `false` when somebody else did.
async fn step(tx: &Tx, due: &Due) -> Result<bool, Fault> {
    let mut update = table::Entity::update_many()
        .col_expr(table::Column::NextDigestAt, Expr::value(due.next))
        .filter(table::Column::MemberId.eq(due.member))
        .filter(table::Column::NextDigestAt.eq(due.at));
    if let Some((kind, _, to)) = due.letter {
        update = update.col_expr(table::Column::LastDigestAt, Expr::value(to));
        if kind == LetterKind::Farewell {
            update = update.col_expr(table::Column::Rhythm, Expr::value(Rhythm::None.name()));
        }
    }
    Ok(update.exec(&tx.conn()).await?.rows_affected > 0)
}

/// One row per member and period, and its letter.
async fn issue(tx: &mut Tx, due: &Due) -> Result<bool, Fault> {
    let Some((kind, from, to)) = due.letter else {
        return Ok(false);
    };
    let row = issues::ActiveModel {
        member_id: Set(due.member),
        period_start: Set(from),
        period_end: Set(to),
        state: Set("planned".to_owned()),
        made_at: Set(tx.now()),
    };
    issues::Entity::insert(row).on_conflict_do_nothing().exec_without_returning(&tx.conn()).await?;
    let letter = NewLetter {
        member: due.member,
        kind,
        event_key: format!("digest:{}", from.0),
        thread: None,
        payload: Payload { from: Some(from), to: Some(to), ..Payload::default() },
        send_at: tx.now(),
    };
    Ok(letters::queue(tx, &letter).await?.is_some())
}

/// Forgets issues that ended before `before`.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn enough_of(tx: &mut Tx, before: Time) -> Result<u64, Fault> {
    let done = issues::Entity::delete_many()
        .filter(issues::Column::PeriodEnd.lt(before))
        .exec(&tx.conn())
        .await?;
    Ok(done.rows_affected)
}
