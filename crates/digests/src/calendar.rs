//! When the next digest is due: a weekday and an hour in the member's own zone.
//!
//! **The hour is the member's, the instant is stored in UTC and computed anew
//! after each digest**, so that a change to summer time moves the instant and
//! not the hour.

use jiff::ToSpan;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use stoa_kernel::Time;

use crate::model::{Preferences, Rhythm};

/// The zone of that IANA name; UTC for a name this program does not know.
#[must_use]
pub fn zone(name: &str) -> TimeZone {
    TimeZone::get(name).unwrap_or(TimeZone::UTC)
}

/// The first due instant strictly after `after`; `None` without a rhythm.
///
/// An hour that a change to summer time leaves out is taken as much later as
/// the clock was put forward; of an hour that comes twice the first is taken.
#[must_use]
pub fn next(preferences: &Preferences, zone: &TimeZone, after: Time) -> Option<Time> {
    if preferences.rhythm == Rhythm::None {
        return None;
    }
    let today = after.timestamp().to_zoned(zone.clone()).date();
    let days = (0..=8).filter_map(|ahead: i32| today.checked_add(ahead.days()).ok());
    let mut due = days.filter(|day| fits(preferences, *day)).filter_map(|day| {
        let at = day.at(i8::try_from(preferences.hour).ok()?, 0, 0, 0);
        Some(Time::from(zone.to_ambiguous_timestamp(at).compatible().ok()?))
    });
    due.find(|at| *at > after)
}

fn fits(preferences: &Preferences, day: Date) -> bool {
    let chosen = i8::try_from(preferences.weekday).ok();
    preferences.rhythm == Rhythm::Daily || chosen == Some(day.weekday().to_monday_one_offset())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn weekly(weekday: u8, hour: u8) -> Preferences {
        Preferences { weekday, hour, ..Preferences::default() }
    }

    fn at(text: &str) -> Time {
        Time::from(text.parse::<jiff::Timestamp>().unwrap())
    }

    fn due(preferences: &Preferences, name: &str, after: &str) -> String {
        let due = next(preferences, &zone(name), at(after)).unwrap();
        due.timestamp().to_string()
    }

    /// zone, weekday, hour, after, due
    const WEEKLY: &[(&str, u8, u8, &str, &str)] = &[
        // Half and three-quarter hours.
        ("Asia/Kolkata", 1, 8, "2026-11-22T00:00:00Z", "2026-11-23T02:30:00Z"),
        ("Asia/Kathmandu", 1, 8, "2026-11-22T00:00:00Z", "2026-11-23T02:15:00Z"),
        ("America/Bogota", 1, 8, "2026-11-22T00:00:00Z", "2026-11-23T13:00:00Z"),
        ("Europe/Riga", 1, 8, "2026-11-22T00:00:00Z", "2026-11-23T06:00:00Z"),
        // Their Monday begins on our Sunday.
        ("Pacific/Apia", 1, 8, "2026-11-21T00:00:00Z", "2026-11-22T19:00:00Z"),
        // Over the change to summer time of 28 March 2027 the hour stays, the instant moves.
        ("Europe/Riga", 1, 8, "2027-03-22T06:00:00Z", "2027-03-29T05:00:00Z"),
        // And back, on 31 October 2027.
        ("Europe/Riga", 1, 8, "2027-10-25T05:00:00Z", "2027-11-01T06:00:00Z"),
        // Three o'clock does not exist on 28 March 2027 in Riga: an hour later.
        ("Europe/Riga", 7, 3, "2027-03-27T00:00:00Z", "2027-03-28T01:00:00Z"),
        // Three o'clock comes twice on 31 October 2027: the first one.
        ("Europe/Riga", 7, 3, "2027-10-30T00:00:00Z", "2027-10-31T00:00:00Z"),
        // Between the two it has been sent: next week.
        ("Europe/Riga", 7, 3, "2027-10-31T00:30:00Z", "2027-11-07T01:00:00Z"),
        // Exactly due counts as done.
        ("Asia/Kolkata", 1, 8, "2026-11-23T02:30:00Z", "2026-11-30T02:30:00Z"),
        // A name nobody knows is taken as UTC.
        ("Mars/Olympus", 3, 0, "2026-11-22T00:00:00Z", "2026-11-25T00:00:00Z"),
    ];

    #[test]
    fn weekly_digests_keep_the_members_hour() {
        for (zone, weekday, hour, after, expected) in WEEKLY {
            let due = due(&weekly(*weekday, *hour), zone, after);
            assert_eq!(due, *expected, "{zone} {weekday} {hour} after {after}");
        }
    }

    #[test]
    fn daily_digests_skip_no_day_and_come_once_a_day() {
        let daily = Preferences { rhythm: Rhythm::Daily, ..weekly(1, 3) };
        let mut now = at("2027-03-25T12:00:00Z");
        let mut hours = Vec::new();
        for _ in 0..5 {
            now = next(&daily, &zone("Europe/Riga"), now).unwrap();
            hours.push(now.timestamp().to_string());
        }
        assert_eq!(
            hours,
            [
                "2027-03-26T01:00:00Z",
                "2027-03-27T01:00:00Z",
                "2027-03-28T01:00:00Z",
                "2027-03-29T00:00:00Z",
                "2027-03-30T00:00:00Z",
            ]
        );
    }

    #[test]
    fn a_day_that_was_left_out_does_not_stop_the_series() {
        // Samoa had no 30 December 2011.
        let friday = weekly(5, 8);
        let first = next(&friday, &zone("Pacific/Apia"), at("2011-12-29T00:00:00Z")).unwrap();
        let second = next(&friday, &zone("Pacific/Apia"), first).unwrap();
        assert!(second > first);
        assert_eq!(second.timestamp().to_string(), "2012-01-05T18:00:00Z");
    }

    #[test]
    fn without_a_rhythm_nothing_is_due() {
        let none = Preferences { rhythm: Rhythm::None, ..Preferences::default() };
        assert_eq!(next(&none, &TimeZone::UTC, Time(0)), None);
    }
}
