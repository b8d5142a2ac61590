//! How members want their mail.

use jiff::tz::TimeZone;
use sea_orm::entity::prelude::*;
use sea_orm::{ActiveValue::Set, QuerySelect};
use stoa_kernel::ids::MemberId;
use stoa_kernel::{Actor, Fault, Problems, Reads, Time, Tx};

use crate::calendar;
use crate::model::{Preferences, Rhythm};
use crate::store::{preferences as table, unknown};

/// A change of the preferences; `None` leaves a thing as it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Change {
    /// The version the change was made from; `None` does not compare.
    pub version: Option<i32>,
    /// How often the digest comes.
    pub rhythm: Option<Rhythm>,
    /// 1 = Monday to 7 = Sunday.
    pub weekday: Option<u8>,
    /// 0 to 23, in the member's zone.
    pub hour: Option<u8>,
    /// Replies by letter.
    pub replies: Option<bool>,
    /// Mentions by letter.
    pub mentions: Option<bool>,
    /// Approvals by letter.
    pub approvals: Option<bool>,
    /// Is asked to answer questions that nobody answered.
    pub requests: Option<bool>,
}

/// Preferences were changed, or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Changed {
    /// They are as asked.
    Saved(Preferences),
    /// They had been changed elsewhere meanwhile; nothing was written.
    Stale(Preferences),
}

/// A member's preferences; the defaults where nothing was chosen.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn of(db: &impl Reads, member: MemberId) -> Result<Preferences, Fault> {
    let row = table::Entity::find_by_id(member).one(&db.conn()).await?;
    row.map_or_else(|| Ok(Preferences::default()), |row| read(&row))
}

/// Those of these people who do not want to be asked what nobody answered.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn not_to_be_asked(
    db: &impl Reads,
    members: &[MemberId],
) -> Result<Vec<MemberId>, Fault> {
    let all = of_many(db, members).await?;
    Ok(all.into_iter().filter(|(_, wants)| !wants.requests).map(|(member, _)| member).collect())
}

/// Preferences of several members; who chose nothing is left out.
pub(crate) async fn of_many(
    db: &impl Reads,
    members: &[MemberId],
) -> Result<Vec<(MemberId, Preferences)>, Fault> {
    let wanted = table::Column::MemberId.is_in(members.iter().copied());
    let rows = table::Entity::find().filter(wanted).all(&db.conn()).await?;
    rows.iter().map(|row| Ok((row.member_id, read(row)?))).collect()
}

/// Gives a member who confirmed the address the first due digest. Does nothing the second time.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn enrol(tx: &mut Tx, member: MemberId, zone: &TimeZone) -> Result<(), Fault> {
    let mut fresh = locked(tx, member).await?.unwrap_or_default();
    if fresh.next_digest_at.is_none() {
        fresh.next_digest_at = calendar::next(&fresh, zone, tx.now());
        save(tx, member, &fresh).await?;
    }
    Ok(())
}

/// Changes the actor's own preferences; `zone` is the member's.
///
/// # Errors
/// [`Fault::Invalid`] for a day or an hour that does not exist, [`Fault::Forbidden`] for guests.
pub async fn change(
    tx: &mut Tx,
    actor: &Actor,
    zone: &TimeZone,
    change: &Change,
) -> Result<Changed, Fault> {
    let member = actor.signed_in()?;
    check(change)?;
    let before = locked(tx, member).await?.unwrap_or_default();
    if change.version.is_some_and(|version| version != before.version) {
        return Ok(Changed::Stale(before));
    }
    let after = apply(before, change, zone, tx.now());
    save(tx, member, &after).await?;
    Ok(Changed::Saved(after))
}

/// Computes the due instant anew: the member moved to another zone.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn moved(tx: &mut Tx, member: MemberId, zone: &TimeZone) -> Result<(), Fault> {
    let Some(mut kept) = locked(tx, member).await? else {
        return Ok(());
    };
    if kept.next_digest_at.is_some() {
        kept.next_digest_at = calendar::next(&kept, zone, tx.now());
        save(tx, member, &kept).await?;
    }
    Ok(())
}

fn check(change: &Change) -> Result<(), Fault> {
    let mut problems = Problems::default();
    if change.weekday.is_some_and(|day| !(1..=7).contains(&day)) {
        problems.add("weekday", "digests-weekday-bad");
    }
    if change.hour.is_some_and(|hour| hour > 23) {
        problems.add("hour", "digests-hour-bad");
    }
    problems.into_result()
}

fn apply(before: Preferences, change: &Change, zone: &TimeZone, now: Time) -> Preferences {
    let mut after = Preferences {
        rhythm: change.rhythm.unwrap_or(before.rhythm),
        weekday: change.weekday.unwrap_or(before.weekday),
        hour: change.hour.unwrap_or(before.hour),
        replies: change.replies.unwrap_or(before.replies),
        mentions: change.mentions.unwrap_or(before.mentions),
        approvals: change.approvals.unwrap_or(before.approvals),
        requests: change.requests.unwrap_or(before.requests),
        version: before.version + 1,
        ..before
    };
    after.next_digest_at = calendar::next(&after, zone, now);
    after
}

/// The row, locked until the transaction ends.
pub(crate) async fn locked(tx: &Tx, member: MemberId) -> Result<Option<Preferences>, Fault> {
    let found = table::Entity::find_by_id(member).lock_exclusive().one(&tx.conn()).await?;
    found.map(|row| read(&row)).transpose()
}

pub(crate) async fn save(tx: &Tx, member: MemberId, kept: &Preferences) -> Result<(), Fault> {
    use table::Column as C;
    let row = table::ActiveModel {
        member_id: Set(member),
        rhythm: Set(kept.rhythm.name().to_owned()),
        weekday: Set(kept.weekday.into()),
        hour: Set(kept.hour.into()),
        replies: Set(kept.replies),
        mentions: Set(kept.mentions),
        approvals: Set(kept.approvals),
        requests: Set(kept.requests),
        next_digest_at: Set(kept.next_digest_at),
        last_digest_at: Set(kept.last_digest_at),
        version: Set(kept.version),
    };
    let all = [
        C::Rhythm,
        C::Weekday,
        C::Hour,
        C::Replies,
        C::Mentions,
        C::Approvals,
        C::Requests,
        C::NextDigestAt,
        C::LastDigestAt,
        C::Version,
    ];
    let conflict =
        sea_orm::sea_query::OnConflict::column(C::MemberId).update_columns(all).to_owned();
    table::Entity::insert(row).on_conflict(conflict).exec_without_returning(&tx.conn()).await?;
    Ok(())
}

pub(crate) fn read(row: &table::Model) -> Result<Preferences, Fault> {
    let rhythm = Rhythm::parse(&row.rhythm).ok_or_else(|| unknown("rhythm", &row.rhythm))?;
    Ok(Preferences {
        rhythm,
        weekday: u8::try_from(row.weekday).unwrap_or(1),
        hour: u8::try_from(row.hour).unwrap_or(8),
        replies: row.replies,
        mentions: row.mentions,
        approvals: row.approvals,
        requests: row.requests,
        next_digest_at: row.next_digest_at,
        last_digest_at: row.last_digest_at,
        version: row.version,
    })
}
