//! When moderators said they would be here and when they are away; how long they want to be able to
//! take a decision back. **No hour is promised that nobody stated.**

mod duty;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use sea_orm::ActiveValue::Set;
use sea_orm::QueryOrder;
use sea_orm::entity::prelude::*;
use stoa_kernel::ids::MemberId;
use stoa_kernel::{Actor, Fault, Problems, Reads, Tx};
use stoa_policy::Refusal;

pub use duty::{Duty, Presence, duties, next_presence};

use crate::store::hours::{ActiveModel, Column, Entity, absences, desks};

const MINUTES: i32 = 24 * 60;
const MOST: usize = 28;
/// As many absences can be stated at once.
pub const MOST_ABSENCES: usize = 6;
/// The last day of an absence is at most so many days away.
const LONGEST: i64 = 366;

/// A span of a week, in the moderator's own zone; it does not go over midnight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    weekday: i32,
    from: i32,
    to: i32,
}

impl Span {
    /// Weekday 1 (Monday) to 7, minutes since midnight; `to` may be 1440.
    #[must_use]
    pub fn new(weekday: i32, from: i32, to: i32) -> Option<Self> {
        let fits = (1..=7).contains(&weekday) && (0..MINUTES).contains(&from) && to <= MINUTES;
        (fits && from < to).then_some(Self { weekday, from, to })
    }

    /// 1 (Monday) to 7.
    #[must_use]
    pub fn weekday(self) -> i32 {
        self.weekday
    }

    /// Minutes since midnight at its start.
    #[must_use]
    pub fn from(self) -> i32 {
        self.from
    }

    /// Minutes since midnight at its end.
    #[must_use]
    pub fn to(self) -> i32 {
        self.to
    }
}

/// Days on which a moderator is away, both included, in his own zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Absence {
    /// The first.
    pub first: Date,
    /// The last.
    pub last: Date,
}

/// States one's own hours; an empty list states none.
///
/// # Errors
/// [`Fault::Forbidden`] for who moderates nothing, [`Fault::Invalid`] for spans that overlap or
/// are too many.
pub async fn set(tx: &mut Tx, actor: &Actor, spans: &[Span]) -> Result<(), Fault> {
    let member = duty(actor)?;
    let mut spans = spans.to_vec();
    spans.sort_unstable();
    check(&spans)?;
    Entity::delete_many().filter(Column::MemberId.eq(member)).exec(&tx.conn()).await?;
    if spans.is_empty() {
        return Ok(());
    }
    let fresh = spans.into_iter().map(|span| ActiveModel {
        member_id: Set(member),
        weekday: Set(span.weekday),
        from_minute: Set(span.from),
        to_minute: Set(span.to),
    });
    Entity::insert_many(fresh).exec_without_returning(&tx.conn()).await?;
    Ok(())
}

fn duty(actor: &Actor) -> Result<MemberId, Fault> {
    let member = actor.signed_in()?;
    let refused = Fault::Forbidden(stoa_kernel::actor::refusal_key(Refusal::Role));
    if actor.moderates().is_empty() { Err(refused) } else { Ok(member) }
}

fn check(sorted: &[Span]) -> Result<(), Fault> {
    let mut problems = Problems::default();
    if sorted.len() > MOST {
        problems.add("hours", "accounts-hours-many");
    }
    let overlap = |pair: &[Span]| match pair {
        [one, two] => one.weekday == two.weekday && one.to > two.from,
        _ => false,
    };
    if sorted.windows(2).any(overlap) {
        problems.add("hours", "accounts-hours-overlap");
    }
    problems.into_result()
}

/// The own hours, from Monday on.
///
/// # Errors
/// [`Fault::Forbidden`] for who moderates nothing.
pub async fn own(db: &impl Reads, actor: &Actor) -> Result<Vec<Span>, Fault> {
    let member = duty(actor)?;
    let mine = Entity::find().filter(Column::MemberId.eq(member));
    let sorted = mine.order_by_asc(Column::Weekday).order_by_asc(Column::FromMinute);
    let rows = sorted.all(&db.conn()).await?;
    Ok(rows
        .iter()
        .filter_map(|row| Span::new(row.weekday, row.from_minute, row.to_minute))
        .collect())
}

/// States when one is away; what is over is left out.
///
/// # Errors
/// [`Fault::Forbidden`] for who moderates nothing, [`Fault::Invalid`] in field `away` for days that
/// are turned round, more than a year ahead or too many.
pub async fn set_away(tx: &mut Tx, actor: &Actor, stated: &[Absence]) -> Result<(), Fault> {
    let member = duty(actor)?;
    // The day that may have begun in the moderator's zone is today's neighbour at most.
    let today = tx.now().timestamp().to_zoned(TimeZone::UTC).date();
    let stated: Vec<Absence> = stated
        .iter()
        .copied()
        .filter(|one| one.last >= today.yesterday().unwrap_or(today))
        .collect();
    check_away(&stated, today)?;
    let mine = absences::Column::MemberId.eq(member);
    absences::Entity::delete_many().filter(mine).exec(&tx.conn()).await?;
    for one in stated {
        let sql = "INSERT INTO moderator_absences (member_id, first_day, last_day) \
                   VALUES (?, ?, ?) ON CONFLICT (member_id, first_day) DO UPDATE SET \
                   last_day = CASE WHEN moderator_absences.last_day > excluded.last_day \
                     THEN moderator_absences.last_day ELSE excluded.last_day END";
        let (first, last) = (one.first.to_string(), one.last.to_string());
        tx.run(sql, vec![member.into(), first.into(), last.into()]).await?;
    }
    Ok(())
}

fn check_away(stated: &[Absence], today: Date) -> Result<(), Fault> {
    let mut problems = Problems::default();
    let far = |one: &Absence| one.last > today.saturating_add(jiff::Span::new().days(LONGEST));
    if stated.iter().any(|one| one.first > one.last || far(one)) {
        problems.add("away", "accounts-away-bad");
    }
    if stated.len() > MOST_ABSENCES {
        problems.add("away", "accounts-away-many");
    }
    problems.into_result()
}

/// When one said to be away, the earliest first.
///
/// # Errors
/// [`Fault::Forbidden`] for who moderates nothing.
pub async fn away(db: &impl Reads, actor: &Actor) -> Result<Vec<Absence>, Fault> {
    let member = duty(actor)?;
    let mine = absences::Entity::find().filter(absences::Column::MemberId.eq(member));
    let rows = mine.order_by_asc(absences::Column::FirstDay).all(&db.conn()).await?;
    Ok(rows.iter().filter_map(|row| absence(&row.first_day, &row.last_day)).collect())
}

fn absence(first: &str, last: &str) -> Option<Absence> {
    Some(Absence { first: first.parse().ok()?, last: last.parse().ok()? })
}

/// Whether somebody wants ten minutes to take a decision back, and not half a one.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn patient(db: &impl Reads, member: MemberId) -> Result<bool, Fault> {
    let found = desks::Entity::find_by_id(member).one(&db.conn()).await?;
    Ok(found.is_some_and(|row| row.patient))
}

/// Says whether one wants ten minutes to take a decision back.
///
/// # Errors
/// [`Fault::Forbidden`] for who moderates nothing.
pub async fn set_patient(tx: &mut Tx, actor: &Actor, patient: bool) -> Result<(), Fault> {
    let sql = "INSERT INTO moderator_desks (member_id, patient) VALUES (?, ?) \
               ON CONFLICT (member_id) DO UPDATE SET patient = excluded.patient";
    tx.run(sql, vec![duty(actor)?.into(), patient.into()]).await.map(|_| ())
}

/// Forgets absences that are over for longer than a day.
pub(crate) async fn sweep(tx: &mut Tx) -> Result<u64, Fault> {
    let today = tx.now().timestamp().to_zoned(TimeZone::UTC).date();
    let before = today.yesterday().unwrap_or(today).to_string();
    let sql = "DELETE FROM moderator_absences WHERE last_day < ?";
    Ok(tx.run(sql, vec![before.into()]).await?.rows_affected())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::roles::By;
    use crate::testing::World;
    use stoa_kernel::RoleKind;
    use stoa_kernel::ids::SpaceId;

    #[test]
    fn spans_are_checked() {
        assert!(Span::new(1, 0, 1440).is_some());
        for (day, from, to) in
            [(0, 0, 60), (8, 0, 60), (1, 60, 60), (1, 61, 60), (1, 0, 1441), (1, -1, 5)]
        {
            assert!(Span::new(day, from, to).is_none());
        }
        let span = |day, from, to| Span::new(day, from, to).unwrap();
        assert!(check(&[span(1, 0, 60), span(1, 60, 120), span(2, 0, 60)]).is_ok());
        assert!(check(&[span(1, 0, 61), span(1, 60, 120)]).is_err());
    }

    #[tokio::test]
    async fn the_next_presence_prefers_who_reads_the_language() {
        let world = World::new().await;
        let space = SpaceId::from_uuid(sea_orm::prelude::Uuid::from_u128(5));
        let now = world.db.now();
        let asked = async |language| next_presence(&world.db, now, space, language).await.unwrap();
        assert_eq!(asked("en").await, None, "no hours are promised that nobody stated");
        let (mo, na) = (world.member("mo").await, world.member("na").await);
        for member in [mo, na] {
            world.give(By::Operator, member, RoleKind::Moderator).await.unwrap();
        }
        world.run("UPDATE members SET languages = '[\"ja\"]' WHERE handle = 'na'").await;
        let weekday =
            i32::from(now.timestamp().to_zoned(TimeZone::UTC).weekday().to_monday_one_offset());
        let later = weekday % 7 + 1;
        for (member, day) in [(mo, weekday), (na, later)] {
            let actor = world.actor(member).await;
            let spans = [Span::new(day, 0, 1440).unwrap()];
            world.db.write(async |tx: &mut Tx| set(tx, &actor, &spans).await).await.unwrap();
            assert_eq!(own(&world.db, &actor).await.unwrap(), spans);
        }
        let english = asked("en-GB").await.unwrap();
        assert!(english.at == now && english.speaks_language);
        let japanese = asked("ja").await.unwrap();
        assert!(japanese.at > now && japanese.speaks_language);
        assert!(!asked("lv").await.unwrap().speaks_language);
        world.suspend(By::Operator, na, Some(crate::members::FOREVER)).await.unwrap();
        assert!(!asked("ja").await.unwrap().speaks_language);
    }

    #[tokio::test]
    async fn members_without_a_duty_state_no_hours() {
        let world = World::new().await;
        let ada = world.member("ada").await;
        let actor = world.actor(ada).await;
        let stated = world.db.write(async |tx: &mut Tx| set(tx, &actor, &[]).await).await;
        assert!(matches!(stated, Err(Fault::Forbidden("core-refused-role"))));
    }
}
