//! Dates, hours and numbers as people of a language write them.
//!
//! Every time comes in as UTC and is shown in the zone of the reader, which the caller gives.
//! Making a formatter costs more than using it, and formatters may not be shared between
//! threads: each thread keeps its own.

use std::{cell::RefCell, collections::HashMap, fmt::Write as _};

use icu_datetime::{
    DateTimeFormatter,
    fieldsets::{Combo, E, T, YMD, YMDET, YMDT, zone::SpecificShort},
    input::{Date, DateTime, Time, UtcOffset, ZonedDateTime},
    options::TimePrecision,
};
use icu_locale_core::Locale as Tag;
use jiff::{Timestamp, civil, tz::TimeZone};
use jiff_icu::ConvertFrom;

use crate::{Locale, SafeHtml, Words, html::escape};

type Zoned = DateTimeFormatter<Combo<YMDT, SpecificShort>>;

/// The formatters of one language.
struct Formats {
    long: DateTimeFormatter<YMD>,
    short: DateTimeFormatter<YMD>,
    zoned: Zoned,
    weekday_time: DateTimeFormatter<YMDET>,
    weekday: DateTimeFormatter<E>,
    clock: DateTimeFormatter<T>,
}

thread_local! {
    static FORMATS: RefCell<HashMap<&'static str, Option<Formats>>> = RefCell::default();
}

impl Words {
    /// `24 November 2026`
    pub fn date(self, at: Timestamp, zone: &TimeZone) -> String {
        let date = Date::convert_from(at.to_zoned(zone.clone()).date());
        formatted(self.locale(), at, |formats| formats.long.format(&date).to_string())
    }

    /// `24 Nov 2026`
    pub fn date_short(self, at: Timestamp, zone: &TimeZone) -> String {
        let date = Date::convert_from(at.to_zoned(zone.clone()).date());
        formatted(self.locale(), at, |formats| formats.short.format(&date).to_string())
    }

    /// `24 November 2026 at 09:12 EET`: date, time and the zone they are in.
    pub fn date_time(self, at: Timestamp, zone: &TimeZone) -> String {
        let there = at.to_zoned(zone.clone());
        let DateTime { date, time } = DateTime::convert_from(there.datetime());
        let offset = UtcOffset::try_from_seconds(there.offset().seconds()).ok();
        let named = icu_datetime::input::TimeZone::convert_from(zone).with_offset(offset);
        let zone = named.at_date_time(DateTime { date, time });
        let zoned = ZonedDateTime { date, time, zone };
        formatted(self.locale(), at, |formats| formats.zoned.format(&zoned).to_string())
    }

    /// `Tuesday, 24 November 2026 at 09:12`, without zone: for appointments.
    pub fn weekday_time(self, at: Timestamp, zone: &TimeZone) -> String {
        let time = DateTime::convert_from(at.to_zoned(zone.clone()).datetime());
        formatted(self.locale(), at, |formats| formats.weekday_time.format(&time).to_string())
    }

    /// `<time datetime="RFC 3339">` with the absolute time in UTC, which a script makes
    /// relative and local; the same for every reader, so that pages can be kept.
    pub fn time_tag(self, at: Timestamp) -> SafeHtml {
        let mut html = format!("<time datetime=\"{}\">", seconds(at));
        escape(&mut html, &self.date_time(at, &TimeZone::UTC));
        html.push_str("</time>");
        SafeHtml::made_here(html)
    }

    /// As [`Words::time_tag`], in the zone of a reader who has one.
    pub fn time_tag_in(self, at: Timestamp, zone: &TimeZone) -> SafeHtml {
        let mut html = format!("<time datetime=\"{}\">", seconds(at));
        escape(&mut html, &self.date_time(at, zone));
        html.push_str("</time>");
        SafeHtml::made_here(html)
    }

    /// The name of a day of the week, 1 = Monday to 7 = Sunday; empty for other numbers.
    pub fn weekday(self, day: u8) -> String {
        weekday(self.locale(), day)
    }

    /// The full hour, 0 to 23: `08:00`; empty for other numbers.
    pub fn clock(self, hour: u8) -> String {
        clock(self.locale(), hour)
    }

    /// A whole number with the thousands set apart as the language does it: `12,345`, `12.345`.
    pub fn number(self, number: i64) -> String {
        grouped(number, self.locale())
    }
}

/// The name of a day of the week, 1 = Monday to 7 = Sunday; empty for other numbers.
pub fn weekday(locale: Locale, day: u8) -> String {
    // 1 January 2024 was a Monday.
    let date =
        (1..=7).contains(&day).then(|| civil::date(2024, 1, 1).with().day(day as i8).build());
    let Some(Ok(date)) = date else {
        return String::new();
    };
    let date = Date::convert_from(date);
    with_formats(locale, |formats| formats.weekday.format(&date).to_string()).unwrap_or_default()
}

/// The full hour, 0 to 23, as the language writes it: `08:00`; empty for other numbers.
pub fn clock(locale: Locale, hour: u8) -> String {
    let Ok(time) = Time::try_new(hour, 0, 0, 0) else {
        return String::new();
    };
    with_formats(locale, |formats| formats.clock.format(&time).to_string())
        .unwrap_or_else(|| format!("{hour:02}:00"))
}

/// The instant for machines, cut to whole seconds.
fn seconds(at: Timestamp) -> Timestamp {
    Timestamp::from_second(at.as_second()).unwrap_or(at)
}

/// What a language without date data shows is the plain instant.
fn formatted(locale: Locale, at: Timestamp, with: impl Fn(&Formats) -> String) -> String {
    with_formats(locale, with).unwrap_or_else(|| seconds(at).to_string())
}

fn with_formats(locale: Locale, with: impl Fn(&Formats) -> String) -> Option<String> {
    FORMATS.with_borrow_mut(|all| {
        let tag = locale.format_tag();
        all.entry(tag).or_insert_with(|| formats(tag)).as_ref().map(with)
    })
}

fn formats(tag: &str) -> Option<Formats> {
    let tag: Tag = tag.parse().ok()?;
    let zoned = YMDT::long().with_time_precision(TimePrecision::Minute).with_zone(SpecificShort);
    Some(Formats {
        long: DateTimeFormatter::try_new(tag.clone().into(), YMD::long()).ok()?,
        short: DateTimeFormatter::try_new(tag.clone().into(), YMD::medium()).ok()?,
        zoned: DateTimeFormatter::try_new(tag.clone().into(), zoned).ok()?,
        weekday_time: DateTimeFormatter::try_new(
            tag.clone().into(),
            YMDET::long().with_time_precision(TimePrecision::Minute),
        )
        .ok()?,
        weekday: DateTimeFormatter::try_new(tag.clone().into(), E::long()).ok()?,
        clock: DateTimeFormatter::try_new(tag.into(), T::hm()).ok()?,
    })
}

fn grouped(number: i64, locale: Locale) -> String {
    let digits = number.unsigned_abs().to_string();
    let (separator, shortest) = match locale.code() {
        // Spanish keeps four digits together.
        "es" => ('.', 5),
        "en" | "ja" | "ar" => (',', 4),
        "fr" => ('\u{202F}', 4),
        _ => ('\u{202F}', 5),
    };
    let mut text = String::from(if number < 0 { "-" } else { "" });
    if digits.len() < shortest {
        text.push_str(&digits);
        return text;
    }
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(separator);
        }
        // Writing to a String cannot fail.
        let _ = text.write_char(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::locale;

    fn at() -> Timestamp {
        "2026-11-24T07:12:34.567Z".parse().unwrap()
    }

    fn words(code: &str) -> Words {
        locale(code).unwrap().words()
    }

    #[test]
    fn dates_read_as_people_write_them() {
        let riga = TimeZone::get("Europe/Riga").unwrap();
        assert_eq!(words("en").date(at(), &riga), "24 November 2026");
        assert_eq!(words("es").date(at(), &riga), "24 de noviembre de 2026");
        assert_eq!(words("en").date_short(at(), &riga), "24 Nov 2026");
        let time = words("en").date_time(at(), &riga);
        assert!(time.contains("09:12") && time.starts_with("24 November 2026"), "{time}");
        let time = words("es").date_time(at(), &riga);
        assert!(time.contains("9:12") && time.starts_with("24 de noviembre"), "{time}");
        let day = words("es").weekday_time(at(), &riga);
        assert!(day.starts_with("martes"), "{day}");
        assert_eq!(words("fr").date(at(), &riga), "24 novembre 2026");
        assert_eq!(words("ar").date(at(), &riga), "24 نوفمبر 2026");
        assert_eq!(words("ja").date(at(), &riga), "2026年11月24日");
    }

    #[test]
    fn the_zone_moves_the_day() {
        let kiritimati = TimeZone::get("Pacific/Kiritimati").unwrap();
        let late: Timestamp = "2026-11-24T23:00:00Z".parse().unwrap();
        assert_eq!(words("en").date(late, &kiritimati), "25 November 2026");
    }

    #[test]
    fn time_tags_are_absolute() {
        let tag = words("en").time_tag(at()).into_string();
        assert!(
            tag.starts_with("<time datetime=\"2026-11-24T07:12:34Z\">24 November 2026"),
            "{tag}"
        );
        assert!(tag.contains("07:12") && tag.ends_with("UTC</time>"), "{tag}");
    }

    #[test]
    fn weeks_begin_on_monday() {
        assert_eq!(weekday(locale("en").unwrap(), 1), "Monday");
        assert_eq!(weekday(locale("es").unwrap(), 7), "domingo");
        assert_eq!(weekday(locale("es").unwrap(), 8), "");
        assert_eq!(words("en").clock(8), "08:00");
        assert_eq!(words("en").clock(24), "");
    }

    #[test]
    fn numbers_are_grouped() {
        assert_eq!(words("en").number(1_234_567), "1,234,567");
        assert_eq!(words("es").number(1234), "1234");
        assert_eq!(words("es").number(-12_345), "-12.345");
        assert_eq!(words("en").number(0), "0");
        assert_eq!(words("fr").number(1234), "1\u{202F}234");
        assert_eq!(words("ja").number(1234), "1,234");
    }
}
