//! When moderators said they would be here. **No hour is promised that nobody stated.**

use jiff::civil::Weekday;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan, Zoned};
use sea_orm::ActiveValue::Set;
use sea_orm::QueryOrder;
use sea_orm::entity::prelude::*;
use stoa_kernel::ids::{MemberId, SpaceId};
use stoa_kernel::{Actor, Fault, Problems, Reads, Time, Tx};
use stoa_policy::Refusal;

use crate::store::hours::{ActiveModel, Column, Entity, Row};
use crate::store::{damaged, hours as table, members};

const MINUTES: i32 = 24 * 60;
const MOST: usize = 28;
/// How far ahead the next hours are looked for: any weekly span comes within eight days.
const AHEAD: i64 = 8;

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

/// When a moderator will be here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Presence {
    /// From when; now, if somebody is here.
    pub at: Time,
    /// Until when.
    pub until: Time,
    /// Whether that moderator reads the language asked for.
    pub speaks_language: bool,
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

/// When the next moderator of a space will be here: one who reads `language` (BCP 47), whenever
/// that is; else any. `None` when nobody stated hours.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn next_presence(
    db: &impl Reads,
    now: Time,
    space: SpaceId,
    language: &str,
) -> Result<Option<Presence>, Fault> {
    let mut found: Vec<Presence> = Vec::new();
    for row in table::in_space(db, space).await? {
        let speaks = reads(&members::languages(&row.languages)?, language);
        found.extend(next(&row, now, speaks)?);
    }
    Ok(found.into_iter().min_by_key(|one| (!one.speaks_language, one.at, one.until)))
}

/// `pt` is read by who reads `pt-BR`, and the other way round.
fn reads(languages: &[String], wanted: &str) -> bool {
    let primary = |tag: &str| tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
    languages.iter().any(|tag| primary(tag) == primary(wanted))
}

fn next(row: &Row, now: Time, speaks_language: bool) -> Result<Option<Presence>, Fault> {
    let zone = TimeZone::get(&row.time_zone).map_err(|_| damaged("time zone", &row.time_zone))?;
    let today = now.timestamp().to_zoned(zone);
    let spans = (0..=AHEAD).filter_map(|days| on_day(row, &today, days));
    let mut coming = spans.filter(|(_, until)| *until > now.timestamp());
    Ok(coming.next().map(|(from, until)| Presence {
        at: Time::from(from).max(now),
        until: Time::from(until),
        speaks_language,
    }))
}

/// The span on a day, if that is its weekday. Hours that a change to summer time skips begin
/// when the clock has jumped; a span that vanishes altogether is left out.
fn on_day(row: &Row, today: &Zoned, days: i64) -> Option<(Timestamp, Timestamp)> {
    let date = today.date().checked_add(days.days()).ok()?;
    let weekday = Weekday::from_monday_one_offset(i8::try_from(row.weekday).ok()?).ok()?;
    if date.weekday() != weekday {
        return None;
    }
    let at = |minute: i32| {
        let midnight = date.at(0, 0, 0, 0);
        let civil = midnight.checked_add(i64::from(minute).minutes()).ok()?;
        today.time_zone().to_ambiguous_zoned(civil).compatible().ok().map(|at| at.timestamp())
    };
    let (from, until) = (at(row.from_minute)?, at(row.to_minute)?);
    (from < until).then_some((from, until))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::roles::By;
    use crate::testing::World;
    use stoa_kernel::RoleKind;

    fn row(weekday: i32, from: i32, to: i32, zone: &str) -> Row {
        let languages = "[\"en\"]".to_owned();
        Row { weekday, from_minute: from, to_minute: to, time_zone: zone.to_owned(), languages }
    }

    fn at(text: &str) -> Time {
        Time::from(text.parse::<Timestamp>().unwrap())
    }

    #[test]
    fn hours_are_in_the_moderators_zone() {
        // Tuesday 9:00 to 12:00 in Kathmandu (+5:45); asked on Monday 2026-03-02.
        let found = next(&row(2, 540, 720, "Asia/Kathmandu"), at("2026-03-02T10:00:00Z"), true);
        let found = found.unwrap().unwrap();
        assert_eq!(found.at, at("2026-03-03T03:15:00Z"));
        assert_eq!(found.until, at("2026-03-03T06:15:00Z"));
    }

    #[test]
    fn who_is_here_is_here_now_and_who_has_left_comes_next_week() {
        let tuesday = row(2, 540, 720, "UTC");
        let inside = next(&tuesday, at("2026-03-03T10:00:00Z"), true).unwrap().unwrap();
        assert_eq!(
            (inside.at, inside.until),
            (at("2026-03-03T10:00:00Z"), at("2026-03-03T12:00:00Z"))
        );
        let after = next(&tuesday, at("2026-03-03T12:00:00Z"), true).unwrap().unwrap();
        assert_eq!(after.at, at("2026-03-10T09:00:00Z"));
    }

    #[test]
    fn a_change_to_summer_time_moves_the_hours() {
        // Berlin skips 2:00 to 3:00 on Sunday 2026-03-29.
        let sunday = at("2026-03-28T12:00:00Z");
        let nine = next(&row(7, 540, 600, "Europe/Berlin"), sunday, true).unwrap().unwrap();
        assert_eq!(nine.at, at("2026-03-29T07:00:00Z"));
        let night = next(&row(7, 90, 240, "Europe/Berlin"), sunday, true).unwrap().unwrap();
        assert_eq!(
            (night.at, night.until),
            (at("2026-03-29T00:30:00Z"), at("2026-03-29T02:00:00Z"))
        );
        let midnight = next(&row(7, 1380, 1440, "Europe/Berlin"), sunday, true).unwrap().unwrap();
        assert_eq!(midnight.until, at("2026-03-29T22:00:00Z"));
    }

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
