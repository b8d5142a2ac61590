//! Who decides where, in which languages, and when.

use std::collections::BTreeMap;
use std::time::Duration;

use jiff::civil::{Date, Weekday};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan, Zoned};
use sea_orm::EntityTrait;
use stoa_kernel::ids::{MemberId, SpaceId};
use stoa_kernel::{Fault, Reads, RoleKind, Time};

use super::{Absence, Span, absence};
use crate::store::hours::{self as table, absences};
use crate::store::{damaged, members};

/// How far ahead the next hours are looked for: any weekly span comes within eight days, after an
/// absence later.
const AHEAD: i64 = 8;
const AHEAD_OF_ABSENCES: i64 = 60;
/// Whoever comes within a day is at work.
const SOON: Duration = Duration::from_secs(86_400);

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

/// Somebody who may decide.
#[derive(Clone, Debug)]
pub struct Duty {
    /// Who.
    pub member: MemberId,
    /// Which spaces that person moderates.
    pub spaces: Vec<SpaceId>,
    /// That person moderates all spaces.
    pub everywhere: bool,
    /// That person administers.
    pub administers: bool,
    languages: Vec<String>,
    zone: TimeZone,
    spans: Vec<Span>,
    absences: Vec<Absence>,
}

impl Duty {
    /// Whether it is this person's task to look after a space; `None` is what belongs to no space.
    #[must_use]
    pub fn moderates(&self, space: Option<SpaceId>) -> bool {
        self.everywhere || space.is_some_and(|space| self.spaces.contains(&space))
    }

    /// `pt` is read by who reads `pt-BR`, and the other way round.
    #[must_use]
    pub fn reads(&self, language: &str) -> bool {
        let primary = |tag: &str| tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
        self.languages.iter().any(|tag| primary(tag) == primary(language))
    }

    /// Not away today, and here within a day by the stated hours, if any are.
    #[must_use]
    pub fn at_work(&self, now: Time) -> bool {
        let today = now.timestamp().to_zoned(self.zone.clone()).date();
        let soon = |(at, _): (Time, Time)| at <= now.plus(SOON);
        !self.away(today) && (self.spans.is_empty() || self.next(now).is_some_and(soon))
    }

    /// When this person is here next: from, which is now for who is here, until. Nothing where no
    /// hours were stated.
    #[must_use]
    pub fn next(&self, now: Time) -> Option<(Time, Time)> {
        let today = now.timestamp().to_zoned(self.zone.clone());
        let far = if self.absences.is_empty() { AHEAD } else { AHEAD_OF_ABSENCES };
        let days = (0..=far).flat_map(|days| self.on_day(&today, days));
        let coming = days.filter(|(_, until)| *until > now.timestamp());
        let first = coming.min();
        first.map(|(from, until)| (Time::from(from).max(now), Time::from(until)))
    }

    fn away(&self, day: Date) -> bool {
        self.absences.iter().any(|one| (one.first..=one.last).contains(&day))
    }

    fn on_day(&self, today: &Zoned, days: i64) -> Vec<(Timestamp, Timestamp)> {
        let Ok(day) = today.date().checked_add(days.days()) else { return Vec::new() };
        if self.away(day) {
            return Vec::new();
        }
        self.spans.iter().filter_map(|span| on_day(*span, today.time_zone(), day)).collect()
    }
}

/// A span on a day, if that is its weekday. Hours that a change to summer time skips begin
/// when the clock has jumped; a span that vanishes altogether is left out.
fn on_day(span: Span, zone: &TimeZone, day: Date) -> Option<(Timestamp, Timestamp)> {
    let weekday = Weekday::from_monday_one_offset(i8::try_from(span.weekday).ok()?).ok()?;
    if day.weekday() != weekday {
        return None;
    }
    let at = |minute: i32| {
        let civil = day.at(0, 0, 0, 0).checked_add(i64::from(minute).minutes()).ok()?;
        zone.to_ambiguous_zoned(civil).compatible().ok().map(|at| at.timestamp())
    };
    let (from, until) = (at(span.from)?, at(span.to)?);
    (from < until).then_some((from, until))
}

/// All who may decide somewhere. Three statements.
///
/// # Errors
/// [`Fault::Unavailable`] when the database is away.
pub async fn duties(db: &impl Reads) -> Result<Vec<Duty>, Fault> {
    let mut all: BTreeMap<MemberId, Duty> = BTreeMap::new();
    for row in table::on_duty(db).await? {
        let fresh = fresh(&row)?;
        let duty = all.entry(row.id).or_insert(fresh);
        match (row.role == RoleKind::Administrator.name(), row.space_id) {
            (true, _) => duty.administers = true,
            (false, None) => duty.everywhere = true,
            (false, Some(space)) => duty.spaces.push(space),
        }
    }
    for row in table::Entity::find().all(&db.conn()).await? {
        let span = Span::new(row.weekday, row.from_minute, row.to_minute);
        all.entry(row.member_id).and_modify(|duty| duty.spans.extend(span));
    }
    for row in absences::Entity::find().all(&db.conn()).await? {
        let away = absence(&row.first_day, &row.last_day);
        all.entry(row.member_id).and_modify(|duty| duty.absences.extend(away));
    }
    Ok(all.into_values().collect())
}

fn fresh(row: &table::Row) -> Result<Duty, Fault> {
    let zone = TimeZone::get(&row.time_zone).map_err(|_| damaged("time zone", &row.time_zone))?;
    Ok(Duty {
        member: row.id,
        spaces: Vec::new(),
        everywhere: false,
        administers: false,
        languages: members::languages(&row.languages)?,
        zone,
        spans: Vec::new(),
        absences: Vec::new(),
    })
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
    let all = duties(db).await?;
    let here = all.iter().filter(|duty| duty.administers || duty.moderates(Some(space)));
    let coming = here.filter_map(|duty| {
        let (at, until) = duty.next(now)?;
        Some(Presence { at, until, speaks_language: duty.reads(language) })
    });
    Ok(coming.min_by_key(|one| (!one.speaks_language, one.at, one.until)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn duty(weekday: i32, from: i32, to: i32, zone: &str) -> Duty {
        Duty {
            member: MemberId::from_uuid(sea_orm::prelude::Uuid::nil()),
            spaces: Vec::new(),
            everywhere: true,
            administers: false,
            languages: vec!["pt-BR".to_owned()],
            zone: TimeZone::get(zone).unwrap(),
            spans: vec![Span::new(weekday, from, to).unwrap()],
            absences: Vec::new(),
        }
    }

    fn at(text: &str) -> Time {
        Time::from(text.parse::<Timestamp>().unwrap())
    }

    fn days(first: &str, last: &str) -> Absence {
        absence(first, last).unwrap()
    }

    #[test]
    fn hours_are_in_the_moderators_zone() {
        // Tuesday 9:00 to 12:00 in Kathmandu (+5:45); asked on Monday 2026-03-02.
        let found = duty(2, 540, 720, "Asia/Kathmandu").next(at("2026-03-02T10:00:00Z")).unwrap();
        assert_eq!(found, (at("2026-03-03T03:15:00Z"), at("2026-03-03T06:15:00Z")));
    }

    #[test]
    fn who_is_here_is_here_now_and_who_has_left_comes_next_week() {
        let tuesday = duty(2, 540, 720, "UTC");
        let inside = tuesday.next(at("2026-03-03T10:00:00Z")).unwrap();
        assert_eq!(inside, (at("2026-03-03T10:00:00Z"), at("2026-03-03T12:00:00Z")));
        let after = tuesday.next(at("2026-03-03T12:00:00Z")).unwrap();
        assert_eq!(after.0, at("2026-03-10T09:00:00Z"));
    }

    #[test]
    fn a_change_to_summer_time_moves_the_hours() {
        // Berlin skips 2:00 to 3:00 on Sunday 2026-03-29.
        let sunday = at("2026-03-28T12:00:00Z");
        let nine = duty(7, 540, 600, "Europe/Berlin").next(sunday).unwrap();
        assert_eq!(nine.0, at("2026-03-29T07:00:00Z"));
        let night = duty(7, 90, 240, "Europe/Berlin").next(sunday).unwrap();
        assert_eq!(night, (at("2026-03-29T00:30:00Z"), at("2026-03-29T02:00:00Z")));
        let midnight = duty(7, 1380, 1440, "Europe/Berlin").next(sunday).unwrap();
        assert_eq!(midnight.1, at("2026-03-29T22:00:00Z"));
    }

    #[test]
    fn nobody_is_here_on_days_of_absence_and_the_hours_after_it_count() {
        let mut tuesday = duty(2, 540, 720, "UTC");
        let monday = at("2026-03-02T10:00:00Z");
        assert!(tuesday.at_work(monday), "it begins within a day");
        assert!(!tuesday.at_work(at("2026-03-01T08:00:00Z")));
        tuesday.absences = vec![days("2026-03-03", "2026-03-20")];
        assert_eq!(tuesday.next(monday).unwrap().0, at("2026-03-24T09:00:00Z"));
        assert!(!tuesday.at_work(monday));
        tuesday.spans.clear();
        assert!(tuesday.at_work(monday), "without hours only the days of absence count");
        assert!(!tuesday.at_work(at("2026-03-20T23:59:00Z")));
        assert!(tuesday.at_work(at("2026-03-21T00:00:00Z")));
    }

    #[test]
    fn a_language_is_read_in_all_its_countries() {
        let some = duty(1, 0, 60, "UTC");
        assert!(some.reads("pt") && some.reads("PT-pt") && !some.reads("es"));
    }
}
