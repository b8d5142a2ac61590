//! Moments that people choose in forms: "tomorrow morning", or a day and an hour, in their zone.
//!
//! A form has the fields `when`, a list, and `at`, a day with an hour that counts where the list
//! says so. Mornings are at eight.

use jiff::civil::{DateTime, Weekday};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, ToSpan, Zoned};
use stoa_kernel::{Fault, Time};
use stoa_render::Words;

use crate::http::Visitor;
use crate::pages::parts::Choice;

/// The hour of mornings.
const MORNING: i8 = 8;
/// What a list offers; each is a sentence `moment-in-…`.
const LIST: [&str; 5] = ["hour", "tomorrow", "days", "monday", "month"];
/// The moment that the field `at` names.
const EXACT: &str = "at";

/// What a list offers, in order; the first, with an empty value, is `none` in words.
#[must_use]
pub fn choices(w: Words, none: &str, chosen: &str) -> Vec<Choice> {
    let first = std::iter::once(Choice::new("", w.say(none), chosen));
    let listed =
        LIST.iter().map(|name| Choice::new(*name, w.say(&format!("moment-in-{name}")), chosen));
    let exact = std::iter::once(Choice::new(EXACT, w.say("moment-at"), chosen));
    first.chain(listed).chain(exact).collect()
}

/// A list and a day with an hour, as a form shows them.
#[derive(Clone, Debug)]
pub struct MomentView {
    /// With what the ids of its fields begin.
    pub id: &'static str,
    /// The label of the list.
    pub label: String,
    /// The list.
    pub choices: Vec<Choice>,
    /// The day and the hour.
    pub at: String,
    /// In which zone, in a sentence.
    pub zone: String,
    /// Whether it stands open: something was chosen, or is to be.
    pub open: bool,
    /// What is wrong with it; empty for nothing.
    pub error: String,
}

impl MomentView {
    /// For a visitor; `none` is what the first choice says, `at` the moment that is set.
    #[must_use]
    pub fn of(
        visitor: &Visitor,
        id: &'static str,
        label: String,
        none: &str,
        at: Option<Time>,
    ) -> Self {
        let w = visitor.words();
        let chosen = if at.is_some() { EXACT } else { "" };
        Self {
            id,
            label,
            choices: choices(w, none, chosen),
            at: field(&visitor.zone, at),
            zone: zone_hint(visitor),
            open: at.is_some(),
            error: String::new(),
        }
    }

    /// With what was typed, and what is wrong with it.
    #[must_use]
    pub fn typed(mut self, when: &str, at: &str, wrong: Option<String>) -> Self {
        self.choices.iter_mut().for_each(|choice| choice.chosen = choice.value == when);
        self.at = at.to_owned();
        self.open = self.open || !when.is_empty() || wrong.is_some();
        self.error = wrong.unwrap_or_default();
        self
    }
}

/// In which zone moments are meant.
#[must_use]
pub fn zone_hint(visitor: &Visitor) -> String {
    visitor.words().a("moment-zone", "zone", visitor.zone.iana_name().unwrap_or("UTC"))
}

/// The moment that was chosen; `None` for none.
///
/// # Errors
/// [`Fault::Invalid`] in field `at` for a day and an hour that cannot be read.
pub fn read(zone: &TimeZone, now: Time, when: &str, at: &str) -> Result<Option<Time>, Fault> {
    let here = now.timestamp().to_zoned(zone.clone());
    let found = match when {
        "" => return Ok(None),
        EXACT => typed(zone, at),
        "hour" => here.checked_add(SignedDuration::from_hours(1)).ok(),
        "tomorrow" => morning(&here, 1),
        "days" => morning(&here, 3),
        "month" => morning(&here, 28),
        "monday" => morning(&here, until_monday(&here)),
        _ => None,
    };
    let found = found.ok_or_else(|| Fault::invalid("at", "moment-unread"))?;
    Ok(Some(Time::from(found.timestamp())))
}

/// As browsers send a day with an hour: `2026-12-02T08:00`.
fn typed(zone: &TimeZone, at: &str) -> Option<Zoned> {
    at.trim().parse::<DateTime>().ok()?.to_zoned(zone.clone()).ok()
}

fn morning(here: &Zoned, days: i32) -> Option<Zoned> {
    let day = here.date().checked_add(days.days()).ok()?;
    day.at(MORNING, 0, 0, 0).to_zoned(here.time_zone().clone()).ok()
}

/// 1 to 7 days.
fn until_monday(here: &Zoned) -> i32 {
    let since = i32::from(here.weekday().since(Weekday::Monday));
    7 - since
}

/// A moment as the field `at` has it; empty for none.
#[must_use]
pub fn field(zone: &TimeZone, at: Option<Time>) -> String {
    let here = at.map(|at| at.timestamp().to_zoned(zone.clone()));
    here.map(|here| here.strftime("%Y-%m-%dT%H:%M").to_string()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(when: &str, at: &str, now: &str) -> String {
        let now = Time::from(now.parse::<jiff::Timestamp>().unwrap());
        let zone = TimeZone::get("America/Bogota").unwrap();
        read(&zone, now, when, at).unwrap().unwrap().timestamp().to_string()
    }

    #[test]
    fn moments_are_the_readers() {
        // In Bogotá it is still Monday evening.
        let now = "2026-12-01T02:30:00Z";
        assert_eq!(chosen("tomorrow", "", now), "2026-12-01T13:00:00Z");
        assert_eq!(chosen("monday", "", now), "2026-12-07T13:00:00Z");
        assert_eq!(chosen("days", "", now), "2026-12-03T13:00:00Z");
        assert_eq!(chosen("hour", "", now), "2026-12-01T03:30:00Z");
        assert_eq!(chosen("at", "2027-01-04T09:15", now), "2027-01-04T14:15:00Z");
        assert_eq!(chosen("monday", "", "2026-12-06T20:00:00Z"), "2026-12-07T13:00:00Z");
    }

    #[test]
    fn what_cannot_be_read_is_said() {
        for (when, at) in [("at", ""), ("at", "soon"), ("never", "")] {
            assert!(matches!(read(&TimeZone::UTC, Time(0), when, at), Err(Fault::Invalid(_))));
        }
        assert_eq!(read(&TimeZone::UTC, Time(0), "", "2027").unwrap(), None);
        assert_eq!(field(&TimeZone::UTC, Some(Time(0))), "1970-01-01T00:00");
    }
}
