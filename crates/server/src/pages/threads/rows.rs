//! Threads as rows of lists.

use std::collections::HashSet;

use stoa_kernel::ids::{PostId, ThreadId};
use stoa_kernel::policy::Sight;
use stoa_threads::views::{Stroke, ThreadSummary};
use stoa_threads::{State, ThreadKind, page_of};

use super::words::{self, Reader};
use crate::pages::cast::{Cast, Named};
use crate::pages::marks::{self, Colonnade, colonnade};
use crate::pages::parts::{Link, RowState, ThreadRow};

/// The address of a thread.
#[must_use]
pub fn address(id: ThreadId, slug: &str) -> String {
    if slug.is_empty() { format!("/t/{id}") } else { format!("/t/{id}/{slug}") }
}

/// The address of one page of a thread.
#[must_use]
pub fn page_address(id: ThreadId, slug: &str, page: i32) -> String {
    let first = address(id, slug);
    if page <= 1 { first } else { format!("{first}?page={page}") }
}

/// The address of a post of that number.
#[must_use]
pub fn number_address(id: ThreadId, slug: &str, number: i32) -> String {
    format!("{}#p{number}", page_address(id, slug, page_of(number)))
}

/// The name of a post's place on its page.
#[must_use]
pub fn anchor(post: PostId, number: Option<i32>) -> String {
    number.map_or_else(|| format!("post-{post}"), |number| format!("p{number}"))
}

/// Where a reader goes on in a thread: at the first post that is new, or at its beginning.
#[must_use]
pub fn resume(thread: &ThreadSummary) -> String {
    match thread.read {
        Some(read) if thread.unread > 0 => number_address(thread.id, &thread.slug, read + 1),
        _ => address(thread.id, &thread.slug),
    }
}

/// Notes whom and which cities rows of these threads name.
pub fn name(named: &mut Named, threads: &[ThreadSummary]) {
    for thread in threads {
        named.person(thread.author);
        named.person(thread.last_author);
        named.city(thread.city);
        thread.strokes.iter().for_each(|stroke| named.city(stroke.city));
    }
}

/// What a list adds to its rows.
#[derive(Clone, Copy, Debug, Default)]
pub struct Beside {
    /// The list joins several spaces, so each row names its own.
    pub space: bool,
    /// The kind is said, unless the list holds one kind alone.
    pub kind: bool,
}

/// A thread as a row, with why it is in this list.
#[must_use]
pub fn row(
    thread: &ThreadSummary,
    cast: &Cast,
    reader: &Reader,
    beside: Beside,
    why: Option<String>,
) -> ThreadRow {
    let w = reader.w;
    let name = thread.space_names.say(reader.locale().code());
    let plain = thread.kind == ThreadKind::Question;
    let foreign = thread.title.is_some() && reader.foreign(&thread.language);
    let (title, below) = reader.title(thread);
    ThreadRow {
        href: resume(thread),
        title,
        below,
        foreign: reader.tongue(&thread.language).filter(|_| foreign),
        unread: thread.unread > 0,
        pinned: thread.pinned,
        closed: thread.closed && thread.state == State::Published,
        state: state(thread),
        kind: (beside.kind && !plain).then(|| words::kind(w, thread.kind)),
        author: cast.person(thread.author, thread.city),
        cities: u64::try_from(cities(thread)).unwrap_or(0),
        why,
        space: beside.space.then(|| Link::new(format!("/s/{}", thread.space_slug), name)),
        strip: strip(thread, cast, reader),
        fresh: u64::try_from(thread.unread).unwrap_or(0),
        last_by: last_by(thread, cast),
        last_at: thread.last_post_at.timestamp(),
    }
}

fn state(thread: &ThreadSummary) -> RowState {
    let question = thread.kind == ThreadKind::Question;
    match thread.state {
        State::Held => RowState::Held,
        _ if thread.accepted.is_some() => RowState::Answered,
        State::Published if question && !thread.closed => RowState::Unanswered,
        _ => RowState::Plain,
    }
}

fn last_by(thread: &ThreadSummary, cast: &Cast) -> Option<String> {
    let replied = thread.replies() > 0 && thread.sight == Sight::Full;
    thread.last_author.filter(|_| replied).map(|who| cast.name(Some(who)))
}

/// How many cities speak in a thread, as far as its strokes tell.
fn cities(thread: &ThreadSummary) -> usize {
    let spoken = thread.strokes.iter().map(|stroke| stroke.city).chain([thread.city]);
    spoken.flatten().collect::<HashSet<_>>().len()
}

/// The strokes of a thread.
#[must_use]
pub fn strip(thread: &ThreadSummary, cast: &Cast, reader: &Reader) -> Colonnade {
    let stroke = |one: &Stroke| marks::Stroke {
        mission: cast.mission(one.city),
        at_us: one.at.0,
        new: !one.read,
        accepted: one.accepted,
    };
    let strokes: Vec<_> = thread.strokes.iter().map(stroke).collect();
    colonnade(&strokes, reader.w)
}

/// Seven replies that show how strokes are read.
#[must_use]
pub fn example(reader: &Reader) -> Colonnade {
    const DAY: i64 = 86_400_000_000;
    let stroke = |(mission, day, new, accepted): (bool, i64, bool, bool)| marks::Stroke {
        mission,
        at_us: day * DAY,
        new,
        accepted,
    };
    let shown = [
        (true, 0, false, false),
        (false, 0, false, false),
        (false, 2, false, false),
        (true, 2, false, false),
        (true, 2, false, true),
        (true, 4, true, false),
        (false, 4, true, false),
    ];
    let mut drawn = colonnade(&shown.map(stroke), reader.w).large();
    drawn.label = reader.w.say("threads-strokes-example");
    drawn
}
