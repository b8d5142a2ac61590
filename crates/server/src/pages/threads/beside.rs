//! What stands beside a thread: when it was written, and which cities speak in it.

use jiff::tz::TimeZone;
use stoa_kernel::Time;
use stoa_kernel::ids::CityId;
use stoa_render::Words;
use stoa_threads::views::{Stroke, ThreadSummary, ThreadView};

use crate::pages::cast::Cast;
use crate::pages::parts::PlateView;

/// The days on which the first and the last stroke stand.
pub(super) fn since(thread: &ThreadView, w: Words) -> (String, String) {
    let strokes = &thread.summary.strokes;
    let day = |at: Time| w.date_short(at.timestamp(), &TimeZone::UTC);
    let first = strokes.first().map(|stroke| day(stroke.at)).unwrap_or_default();
    let last = strokes.last().map(|stroke| day(stroke.at)).unwrap_or_default();
    if first == last { (first, String::new()) } else { (first, last) }
}

/// The cities that speak, the asking one first, with what they did.
pub(super) fn cities(thread: &ThreadView, cast: &Cast, w: Words) -> Vec<(PlateView, String)> {
    let thread = &thread.summary;
    let mut found: Vec<(CityId, String)> = Vec::new();
    found.extend(thread.city.map(|city| (city, opened(thread, w))));
    for stroke in &thread.strokes {
        note(&mut found, stroke, w);
    }
    let plate = |(city, note)| Some((cast.plate(Some(city))?, note));
    found.into_iter().filter_map(plate).collect()
}

fn opened(thread: &ThreadSummary, w: Words) -> String {
    w.say(&format!("threads-opened-{}", thread.kind.name().replace('_', "-")))
}

/// A city is named once; that it gave the answer is said unless it asked.
fn note(found: &mut Vec<(CityId, String)>, stroke: &Stroke, w: Words) {
    let Some(city) = stroke.city else { return };
    let answered = || if stroke.accepted { w.say("threads-answered") } else { String::new() };
    match found.iter_mut().find(|(known, _)| *known == city) {
        Some((_, note)) if note.is_empty() => *note = answered(),
        Some(_) => {}
        None => found.push((city, answered())),
    }
}
